"""The partners' pages: each statement has its source, page and data agree, and nothing unsure is shown as a rule."""

import re
from dataclasses import replace

import pytest

from cor_calc.checks import CHECKS
from cor_calc.law import LawError, load
from cor_site.docs import pages_data
from cor_site.docs.generated.changed import MONTHS, attributed, changes, statements, what_changed
from cor_site.docs.generated.origin import origin
from cor_site.docs.generated.partners import FEES, IN_SHORT, last_checked_of_all, partner_page
from cor_site.docs.generated.side_by_side import comparison
from cor_site.docs.generated.statements import UNSURE, options, own
from cor_site.docs.generated.told import told
from cor_site.docs.pages_data import FILES, Pages, read

from ..support.rules import with_version

LAW = load()
PAGES = pages_data.load()
DAY = last_checked_of_all(LAW, PAGES)
PARTNERS = list(LAW.partners)

STATEMENT = re.compile(
    r'^<span id="(?P<id>[\w-]+)">.+</span>\n:   (?P<text>.+)\n\n    (?P<source>.+)\n    \{ \.cor-source'
)
LESS_SURE = "**Less sure, and no check uses it**"
GENERAL = '<details class="cor-general"'


def page(partner: str) -> str:
    """Return a partner's page."""
    return partner_page(LAW, PAGES, partner)


def blocks(text: str) -> list[re.Match[str]]:
    """Return every statement of a page with its line on where it comes from."""
    return list(re.finditer(STATEMENT.pattern, text, re.MULTILINE))


def own_statements(partner: str) -> list:
    """Return all that the data hold of a partner's own."""
    facts = [*LAW.parameters, *PAGES.claims]
    found = [each for fact in facts if (each := own(LAW, PAGES, DAY, fact, partner))]
    return [*found, *options(LAW, DAY, partner)]


@pytest.mark.parametrize("partner", PARTNERS)
def test_every_statement_has_its_source(partner):
    """Each statement is followed by its basis in words, and by a link to a page unless it is our own reading."""
    text = page(partner)
    terms = re.findall(r'^<span id="([\w-]+)">(?!.*not found)[^<]+</span>$', text, re.MULTILINE)
    found = blocks(text)
    assert len(found) >= 40
    assert [match["id"] for match in found] == [term for term in terms if term != "elements-list"]
    for match in found:
        assert re.search(r"\]\(https?://", match["source"]) or match["source"].startswith("Our reading"), match["id"]


@pytest.mark.parametrize("partner", PARTNERS)
def test_short_answers_lead_to_their_source(partner):
    """Each sentence of the short answers links to a statement further down, or to the part on fees."""
    text = page(partner)
    short = text.partition("{ #in-short }")[2].partition("\n## ")[0]
    anchors = {match["id"] for match in blocks(text)} | {FEES}
    answers = re.findall(r"^[: ]   (.+)$", short, re.MULTILINE)
    assert len(answers) >= len(IN_SHORT) + 2
    for answer in answers:
        assert re.search(r"\]\(#([\w-]+)\)$", answer)[1] in anchors, answer


@pytest.mark.parametrize("partner", PARTNERS)
def test_every_own_version_is_on_the_page(partner):
    """What the data hold of a partner stands on its page: the sentence, and where it comes from."""
    text = page(partner)
    for each in own_statements(partner):
        assert f'<span id="{each.id}">' in text, each.id
        assert each.text in text, each.id
        assert each.note in text, each.id
        assert origin(each, LAW) in text, each.id


@pytest.mark.parametrize("partner", PARTNERS)
def test_every_gap_is_on_the_page(partner):
    """Each question that a partner leaves open is named, with what was found instead and what to send it."""
    text = page(partner)
    asked = text.partition("{ #ask }")[2]
    for gap in (gap for gap in PAGES.gaps.values() if gap.partner == partner):
        assert gap.question in text
        assert gap.text in text
        assert f". {gap.ask}\n" in asked


@pytest.mark.parametrize("partner", PARTNERS)
def test_nothing_unsure_is_shown_as_a_rule(partner):
    """What is of confidence C stands under words that say so, and no general rule is of it."""
    for attribute in PAGES.attributes.values():
        said = told(LAW, PAGES, DAY, attribute, partner)
        assert all(each.sure != UNSURE for each in (*said.own, *said.general))
        section = page(partner).partition(f"{{ #{attribute.id} }}\n")[2].partition("\n## ")[0]
        for each in said.unsure:
            assert section.index(LESS_SURE) < section.index(f'<span id="{each.id}">')
        if GENERAL in section and said.unsure:
            assert section.index(LESS_SURE) < section.index(GENERAL)


@pytest.mark.parametrize("partner", PARTNERS)
def test_general_rules_are_marked(partner):
    """A rule that is not the partner's own stands in the part that says so, or rests on a page of its own."""
    short = LAW.partners[partner].short
    for attribute in PAGES.attributes.values():
        said = told(LAW, PAGES, DAY, attribute, partner)
        section = page(partner).partition(f"{{ #{attribute.id} }}\n")[2].partition("\n## ")[0]
        for each in said.general:
            assert section.index(f"Not published by {short}") < section.index(f'<span id="{each.id}">')
        for each in said.own:
            assert each.partner == partner or short in origin(each, LAW)


@pytest.mark.parametrize("partner", PARTNERS)
def test_every_check_opens_with_the_partner(partner):
    """A link leads to each check, with this partner where the check asks for one."""
    text = page(partner)
    for name, check in CHECKS.items():
        chosen = f"#v=2&partner={partner}" if "partner" in check.keys else ""
        assert f"](../check/{name}.md{chosen})" in text
    assert f"](../check/index.md#v=2&partner={partner})" in text


@pytest.mark.parametrize("partner", PARTNERS)
def test_no_address_stands_twice(partner):
    """Each address on a page leads to one place."""
    ids = re.findall(r'\bid="([\w-]+)"|\{ #([\w-]+)', page(partner))
    named = [one or other for one, other in ids]
    assert sorted(named) == sorted(set(named))


@pytest.mark.parametrize("partner", PARTNERS)
def test_elements(partner):
    """The elements stand in the partner's order, and where its own were not found the page says so."""
    section = page(partner).partition("{ #elements }\n")[2].partition("\n## ")[0]
    names = re.findall(r"^- \*\*[\dA-Z]+\*\* ([^(\n]+?)(?: \(.*)?$", section, re.MULTILINE)
    assert names == list(LAW.names(partner))
    assert ("own names were not found" in section) == (partner not in LAW.elements)


def test_esc_has_letters():
    """ESC's elements go from A to J."""
    assert "- **J** Joint Health and Safety Committee and Representative" in page("esc")


def test_comparison_names_every_own_version():
    """Every word of a partner's own is in the comparison, linked to its place on the partner's page."""
    text = comparison(LAW, PAGES)
    for partner in PARTNERS:
        pages = page(partner)
        for each in own_statements(partner):
            assert f"]({partner}.md#{each.id})" in text, (partner, each.id)
            assert f'<span id="{each.id}">' in pages


def test_comparison_tells_every_note_after_what_it_is_about():
    """A note stands on its partner's line as a sentence of its own; after a shared value it says whose it is."""
    lines = comparison(LAW, PAGES).splitlines()
    noted = [(partner, each) for partner in PARTNERS for each in own_statements(partner) if each.note]
    assert noted
    for partner, each in noted:
        (line,) = (line for line in lines if f"]({partner}.md#{each.id})" in line)
        assert re.search(rf"\.(?:\*\*)? (?:.+\. )?{re.escape(each.note)}(?: |$)", line.partition("): ")[2]), line
        assert LAW.partners[partner].short in each.note or each.id in PAGES.claims, each.id


def test_comparison_shows_every_disagreement():
    """Each contested claim has its place, with the words that the sources disagree or a part of its own."""
    text = comparison(LAW, PAGES)
    others = text.partition("{ #other }")[2]
    for claim in PAGES.claims.values():
        if claim.contested:
            section = text.partition(f"{{ #{claim.id} }}\n")[2].partition("\n### ")[0]
            assert section, claim.id
            assert "**The sources disagree.**" in section or f"{{ #{claim.id} }}" in others


def test_comparison_marks_what_is_unsure():
    """A partner's sentence of confidence C is said to be so."""
    text = comparison(LAW, PAGES)
    for partner in PARTNERS:
        for each in own_statements(partner):
            if each.sure == UNSURE:
                line = next(line for line in text.splitlines() if f"]({partner}.md#{each.id})" in line)
                assert line.endswith("*Less sure, and no check uses it.*")


@pytest.mark.parametrize("make", [comparison, what_changed])
def test_front_matter(make):
    """Generated pages begin as written ones do."""
    front = make(LAW, PAGES).split("---\n")[1]
    assert re.search(r'^title: .+\ndescription: ".{20,157}"\nlast_reviewed: \d{4}-\d\d-\d\d$', front, re.MULTILINE)


def test_what_changed_is_dated_and_sourced():
    """Each change has its date, newest first, and leads to its source."""
    part = what_changed(LAW, PAGES).partition("{ #program }")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("- ")]
    years = [int(re.match(r"- \*\*(?:[\w ]+ )?(20\d\d):\*\* .+\]\([^)]+\)$", line)[1]) for line in lines]
    assert years == sorted(years, reverse=True)
    assert len(years) >= 5


def test_every_statement_that_dates_itself_is_there():
    """What says “since 1 February 2024” has that day as its `changed`, so that no change is forgotten."""
    months = "|".join(MONTHS)
    since = re.compile(rf"\b[Ss]ince ((?:\d{{1,2}} )?(?:(?:{months}) )?20\d\d)\b")
    texts = [attributed(LAW, each) for each, _ in statements(LAW, PAGES)]
    said = {text: found[1] for text in texts if (found := since.search(text))}
    assert said
    assert {change.text: change.when for change in changes(LAW, PAGES)}.items() >= said.items()


def test_a_new_version_is_told():
    """A rule with a later first day, and the one that it ends, stand under their day."""
    fact = LAW.parameters["overall-pass-mark"].on(DAY, "amta")
    law = with_version(LAW, replace(fact, value=85, since=DAY.replace(year=2027)))
    part = what_changed(law, PAGES).partition("{ #rules }")[2].partition("\n## ")[0]
    assert "**26 November 2027**" in part
    assert "AMTA: A certification or recertification audit passes with an overall score of at least 85%." in part
    assert (
        "No longer: AMTA: A certification or recertification audit passes with an overall score of at least 80%."
        in part
    )


def texts() -> dict[str, str]:
    """Return the data files that pages read."""
    folder = pages_data.files("cor_calc") / "data"
    return {name: (folder / f"{name}.toml").read_text("utf-8") for name in FILES}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("claims", 'id = "levy-or-fee"', 'id = "overall-pass-mark"', "overall-pass-mark: a parameter has this id"),
        ("claims", 'id = "partner-choice"', 'id = "levy-or-fee"', "levy-or-fee: this id stands twice"),
        ("claims", '{ id = "corpathway" }', '{ id = "nowhere" }', "there is no source nowhere"),
        ("claims", 'changed = "2024-01"', 'changed = "January 2024"', "secor-carry-over: `changed` is 'January 2024'"),
        ("claims", 'note = "', 'note = "by ', "employees-counted: `note` is 'by "),
        ("elements", 'note = "', 'note = "by ', 'instrument of aasp: `note` is "by '),
        ("gaps", 'partner = "aasp"', 'partner = "xyz"', "there is no partner xyz"),
        ("attributes", '"cor-size"', '"no-such-fact"', "there is no fact no-such-fact"),
        ("attributes", 'gaps = ["amta-who-counts"]', "gaps = []", "amta-who-counts: name it"),
        ("attributes", '"fee-review-other",', "", "fee-review-other: a partner has its own version"),
        ("gaps", "[[gap]]", "[[gap", r"gaps\.toml: .*line 13"),
    ],
)
def test_a_fault_in_the_data_is_named(file, old, new, said):
    """What is wrong in a data file stops the build with the entry's name."""
    given = texts()
    given[file] = given[file].replace(old, new, 1)
    with pytest.raises(LawError, match=said):
        read(given, LAW)


def test_the_data_are_read():
    """The files as they are have no fault."""
    assert isinstance(read(texts(), LAW), Pages)
