"""`{{ … }}` in pages: what it gives, and that a mistake is named with its page and line."""

import re

import pytest

from cor_calc.checks import CHECKS
from cor_calc.edges.table import tables
from cor_calc.law import load as load_law
from cor_site.docs import inserts
from cor_site.docs.errors import PageError
from cor_site.docs.inserts import facts
from cor_site.docs.pages import Page
from cor_site.setup.paths import DOCS

FACTS = facts.load()
LAW = load_law()
MARK = FACTS.entries["overall-pass-mark"]


def fill(markdown: str, path: str = "employers/audit.md") -> str:
    """Return a text as the page at this path would have it; the text begins on line 7 of the page."""
    return inserts.fill(Page(path, {}, markdown, 7), FACTS, DOCS)


def test_a_value_has_its_unit() -> None:
    """A parameter's value is written as people write it."""
    assert fill('{{ value("overall-pass-mark") }}') == f"{MARK.value}\n"


def test_a_partners_own_value() -> None:
    """A page can ask what holds at a partner: its own value, or the general one where it publishes none."""
    assert fill('{{ value("internal-auditor-period", partner="amta") }}').startswith("90 days")
    assert fill('{{ value("overall-pass-mark", partner="amta") }}') == f"{MARK.value}\n"


def test_a_value_comes_without_its_note() -> None:
    """The page's own sentence goes on after it; beside other partners the note follows."""
    entry = FACTS.entry("report-year-end")
    fact = LAW.on(LAW.last_read, "amhsa").facts["report-year-end"]
    assert fact.note
    assert fill('{{ value("report-year-end", partner="amhsa") }}') == f"{fact.shown()}\n"
    assert [each.said for each in entry.versions] == [f"{fact.sentence()} {fact.note}"]


def test_a_claim_is_a_sentence_with_its_footnote() -> None:
    """The whole sentence, and where it comes from at the end of the page."""
    text = fill('{{ claim("overall-pass-mark") }}')
    assert text.startswith(f"{MARK.sentence}[^overall-pass-mark]")
    assert "\n[^overall-pass-mark]: " in text


def test_partner() -> None:
    """A certifying partner comes by its short name, linked."""
    assert fill('{{ partner("aasp") }}') == "[AASP](https://aasp.ca/)\n"


@pytest.mark.parametrize("differing", [fact.id for fact in FACTS.entries.values() if fact.versions])
def test_comparison_has_a_row_for_each_partner(differing: str) -> None:
    """Each partner's version is a row of the table."""
    rows = fill(f'{{{{ compare("{differing}") }}}}').strip().splitlines()
    assert len(rows) == 2 + len(FACTS.entries[differing].versions)


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_has_its_table(check: str) -> None:
    """At least one table, each with a heading and rows."""
    lines = fill(f'{{{{ decision_table("{check}") }}}}').splitlines()
    heads = [number for number, line in enumerate(lines) if line.startswith("| ---")]
    assert heads
    assert all(lines[number + 1].startswith("|") for number in heads)


@pytest.mark.parametrize("check", CHECKS)
def test_each_row_of_a_table_leads_to_its_rule(check: str) -> None:
    """A reader of the table finds the sources of each condition and of each date, options at the partner's page."""
    rows = fill(f'{{{{ decision_table("{check}") }}}}').splitlines()
    led = [row for row in rows if re.search(r"\]\(\.\./(reference/rules|partners/[a-z_]+)\.md#[a-z0-9-]+\) \|$", row)]
    assert len(led) >= sum(bool(row.rule) for table in tables(check, LAW, LAW.last_read) for row in table.rows)


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_is_in_the_overview(check: str) -> None:
    """The list of checks leads to each check's page."""
    assert f"](../check/{check}.md)" in fill("{{ checks() }}")


def test_example_shows_answers_and_verdict() -> None:
    """A worked example says that it is one and of which day, then has the answers, the headline, and what decides."""
    text = fill('{{ example("certification", {"employees": 11, "documentation_months": 2}, on="2026-11-22") }}')
    assert "**An example, with made-up answers, on 22 November 2026**" in text
    assert "2 months" in text
    assert ".cor-verdict--no" in text
    assert "rules.md#secor-largest-employer" in text


def test_a_form_finds_its_scripts() -> None:
    """What it loads is named from the site's root: generators differ in what they make of a relative address."""
    assert '"/calculator/check.js"' in fill('{{ check_form("score") }}', "check/score.md")


def test_markdown_ids_are_left_alone() -> None:
    """Jinja2 does not take a heading's id for a comment."""
    assert fill("## A heading {#its-id}") == "## A heading {#its-id}\n"


@pytest.mark.parametrize(
    ("slip", "named"),
    [
        ('{{ value("no-such-fact") }}', "there is no fact called “no-such-fact”"),
        ('{{ value("certificate-means") }}', "“certificate-means” has no value here"),
        ('{{ value("overall-pass-mark", "nobody") }}', "no certifying partner called “nobody”"),
        ('{{ compare("certificate-means") }}', "“certificate-means” has no versions"),
        ('{{ partner("nobody") }}', "no certifying partner called “nobody”"),
        ('{{ decision_table("no-such-check") }}', "no check called “no-such-check”"),
        ('{{ example("certification", {"employees": -1}, on="2026-11-22") }}', "employees"),
        ("{{ value() }}", "missing 1 required positional argument"),
        ("{{ no_such_name }}", "'no_such_name' is undefined"),
        ("{{ value( }}", "unexpected"),
    ],
)
def test_a_slip_is_named_with_its_page_and_line(slip: str, named: str) -> None:
    """Nothing unknown ever turns into an empty place on a page; the line is that of the file."""
    with pytest.raises(PageError, match=rf"^employers/audit\.md:9: .*{named}"):
        fill(f"First.\n\nThen {slip}.\n")


def test_a_fault_of_ours_is_no_slip(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error inside a function that a page calls rightly is not blamed on the page."""
    monkeypatch.setattr(inserts.comparison, "partners_table", lambda _: len(1))
    with pytest.raises(TypeError, match="has no len"):
        fill("{{ partners() }}")
