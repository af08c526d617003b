"""Footnotes say where a fact comes from, once on a page."""

from dataclasses import replace
from datetime import date

import pytest

from cor_calc.law import Citation, Source, load
from cor_site.docs.errors import ContentError
from cor_site.docs.inserts import facts, footnotes
from cor_site.docs.inserts.facts import Entry, Facts
from cor_site.docs.inserts.footnotes import Footnotes
from cor_site.docs.markup import UNSEARCHED

DAY = date(2026, 11, 22)
AASP = load().partners["aasp"]
QUESTIONS = Source("faq", "Questions", AASP.name, "https://example.org/faq", "undated", DAY)
PLANS = Source("plan", "The plan", "Another partner", "https://example.org/plan", "2023", DAY)
LAW = replace(load(), sources={"faq": QUESTIONS, "plan": PLANS})


def a_fact(basis: str, *citations: Citation, reason: str = "") -> Entry:
    """Return a fact with a basis and its sources."""
    return Entry(
        id="a-fact",
        topic="audit",
        title="A fact",
        value="80%",
        sentence="It is 80%.",
        applies_to=("all",),
        basis=basis,
        reason=reason,
        sources=citations,
        checked=DAY,
        review_by=DAY,
        contested=False,
        versions=(),
    )


FAQ = Citation("faq", "How much?", "80 of 100")
PLAN = Citation("plan", "", "")


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (a_fact("stated", FAQ), "Stated by AASP. "),
        (a_fact("elsewhere", PLAN), "Said elsewhere, by Another partner. "),
        (a_fact("elsewhere", FAQ, PLAN), "Said elsewhere, by AASP and Another partner. "),
        (a_fact("derived", FAQ, reason="Because."), "Follows from what the sources say. Because. "),
        (a_fact("reading", FAQ, reason="Because."), "Our reading: the sources do not settle it. Because. "),
        (a_fact("reading", reason="Because."), "Our reading: the sources are silent. Because."),
    ],
)
def test_the_basis_is_said_in_words(fact: Entry, words: str) -> None:
    """Each basis has its own opening, so that a reading is never taken for a rule."""
    assert footnotes.grounds(fact, LAW).startswith(words)


def test_a_source_has_title_publisher_place_words_and_date() -> None:
    """A reader can find the very sentence, and knows when it was read."""
    assert footnotes.grounds(a_fact("stated", FAQ), LAW).endswith(
        "[Questions](https://example.org/faq) (AASP; undated), under “How much?”: “80 of 100”. Read 22 November 2026."
    )


def test_two_places_in_one_source_are_one_entry() -> None:
    """A source that is cited for two places is named once."""
    fact = a_fact("stated", FAQ, Citation("faq", "Who?", ""))
    assert footnotes.grounds(fact, LAW).count("[Questions]") == 1


def test_a_fact_cited_twice_has_one_footnote() -> None:
    """The second reference leads to the same note."""
    notes = Footnotes(Facts(LAW, {"a-fact": a_fact("stated", FAQ)}, {}), "employers/audit.md")
    assert notes.refer("a-fact") == notes.refer("a-fact")
    assert notes.written().count("[^a-fact]:") == 1
    assert "(../reference/rules.md#a-fact)" in notes.written()


def test_several_facts_are_cited_at_once() -> None:
    """References stand side by side in the order given."""
    notes = Footnotes(facts.load(), "index.md")
    one, other = notes.refer("overall-pass-mark", "element-pass-mark").split("\u202f")
    assert (one[:21], other[:21]) == ("[^overall-pass-mark]{", "[^element-pass-mark]{")
    assert "(reference/rules.md#overall-pass-mark)" in notes.written()


def test_the_search_leaves_out_footnotes() -> None:
    """Their words and numbers would pass for the page's own."""
    notes = Footnotes(facts.load(), "index.md")
    assert UNSEARCHED in notes.refer("overall-pass-mark")
    assert notes.written().startswith(f"<details {UNSEARCHED} ")


def test_the_notes_are_folded_away_and_counted() -> None:
    """Together they are often longer than the page; how many there are is said before they are opened."""
    notes = Footnotes(facts.load(), "index.md")
    notes.refer("overall-pass-mark")
    assert "<summary>Where this comes from: 1 note</summary>" in notes.written()
    notes.refer("element-pass-mark")
    assert "<summary>Where this comes from: 2 notes</summary>" in notes.written()


def test_a_page_that_cites_nothing_has_no_notes() -> None:
    """No empty list stands at its foot."""
    assert Footnotes(facts.load(), "index.md").written() == ""


def test_an_unknown_fact_is_named() -> None:
    """A slip in an id fails with the id."""
    with pytest.raises(ContentError, match="no-such-fact"):
        Footnotes(facts.load(), "index.md").refer("no-such-fact")
