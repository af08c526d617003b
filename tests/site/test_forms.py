"""The forms are made from the description of the checks: every question stands once, under its key."""

import re
from collections import Counter

import pytest

from cor_calc.checks import KEYS
from cor_calc.law import load
from cor_site import assets, forms
from cor_site.docs import pages_data
from cor_site.forms import headcount, layout, types


@pytest.mark.parametrize("check", KEYS)
def test_every_question_of_a_check_stands_once_in_its_form(check: str) -> None:
    """In the check's own order, but in the overview, which has parts."""
    found = re.findall(r'data-question="([\w]+)"', forms.form_html(check))
    assert Counter(found) == Counter(KEYS[check])
    if check != "overview":
        assert found == list(KEYS[check])


@pytest.mark.parametrize("check", KEYS)
def test_a_controls_name_is_the_answers_key(check: str) -> None:
    """Rows' fields have the path of the answer, and what the page asks for itself has no key of an answer."""
    names = set(re.findall(r' name="([^"]+)"', forms.form_html(check)))
    own = {name for name in names if name.startswith("page-")}
    assert {name.split(".")[0] for name in names - own} == set(KEYS[check])


@pytest.mark.parametrize("check", KEYS)
def test_an_embedded_form_needs_nothing_around_it(check: str) -> None:
    """No script, no style, and a line that says whose it is."""
    html = forms.embedded_html(check, root="../../")
    assert "<script" not in html
    assert "stylesheet" not in html
    assert "independent guide" in html


def test_the_partner_is_asked_first() -> None:
    """In every check that asks for it at all."""
    for check, keys in KEYS.items():
        if "partner" in keys:
            assert re.search(r'data-question="(\w+)"', forms.form_html(check)).group(1) == "partner"  # type: ignore[union-attr]


def test_what_the_layout_names_exists() -> None:
    """Questions, subjects and rules: a name that nothing has is a slip."""
    known = forms.described()
    named = {key for item in layout.ITEMS for key in item.keys} | set(layout.ROWS)
    named |= {key for keys in layout.OVERVIEW.values() for key in keys}
    assert named <= set(known["questions"])
    for check, first in layout.FIRST.items():
        subjects = next(each["subjects"] for each in known["checks"] if each["name"] == check)
        assert first.subject in {each["name"] for each in subjects}
        assert first.rule in load().parameters


def test_who_counts_rests_on_claims() -> None:
    """Each group names what says so, and says a doubt where that is contested, and only there."""
    claims = pages_data.load().claims
    for group in headcount.groups():
        assert group.claims
        assert bool(group.doubt) is any(claims[each].contested for each in group.claims), group.key
    assert [group.key for group in headcount.groups() if not group.counts] == ["contractors-not-covered"]


def test_the_overview_leaves_no_question_over() -> None:
    """A new question has its place among the parts, not in the rest."""
    assert layout.REST not in {part.title for part in layout.parts("overview", KEYS["overview"])}


def test_types_name_what_the_description_holds() -> None:
    """Each name once, in the union of its kind."""
    known = forms.described()
    text = types.declarations(known)
    for name in (check["name"] for check in known["checks"]):
        assert f'"{name}"' in text
    assert "export interface Description" in text


def test_pages_carry_what_scripts_read() -> None:
    """All questions, checks and partners, without the keys that no script reads."""
    known = forms.described()
    carried = assets.shipped(known)
    assert carried["questions"].keys() == known["questions"].keys()
    assert carried["dates"] == known["dates"]
    assert carried["partners"] == [{key: each[key] for key in ("id", "short", "name")} for each in known["partners"]]
    assert not assets.UNREAD & {key for question in carried["questions"].values() for key in question}


def test_the_description_is_the_same_whenever_it_is_made() -> None:
    """It follows the data, not the clock."""
    assert assets.as_json(forms.described()) == assets.as_json(forms.described.__wrapped__())
    assert load().last_read.year >= 2026
