"""The generated reference has everything that the facts have, each at the address that results link to."""

import re

from cor_site.docs.inserts import facts, glossary
from cor_site.setup.paths import DOCS

from ..built import Page
from .prose import docs

FACTS = facts.load()


def test_every_rule_has_its_address(pages: dict[str, Page]) -> None:
    """Each fact's id is an anchor of the rules page, once."""
    assert set(FACTS.entries) <= set(pages["reference/rules/"].ids)


def test_every_rule_shows_sentence_basis_and_dates(pages: dict[str, Page]) -> None:
    """The page carries each fact's sentence and the day by which it is due for review."""
    text = plain(pages["reference/rules/"].all("article")[0].text)
    for fact in FACTS.entries.values():
        assert plain(fact.sentence) in text, fact.id
    assert text.count("due for review by") == len(FACTS.entries)


def test_every_source_has_its_address(pages: dict[str, Page]) -> None:
    """Each source's id is an anchor of the sources page, and its own address is linked there."""
    page = pages["reference/sources/"]
    assert set(FACTS.law.sources) <= set(page.ids)
    assert {source.url for source in FACTS.law.sources.values()} <= set(page.links)


def test_every_disagreement_is_shown(pages: dict[str, Page]) -> None:
    """Each contested fact stands on the page of disagreements, those with versions with their table."""
    page = pages["reference/disagreements/"]
    contested = [fact for fact in FACTS.entries.values() if fact.contested]
    assert {fact.id for fact in contested} <= set(page.ids)
    assert len(page.all("table")) == sum(bool(fact.versions) for fact in contested)


def test_every_gap_is_shown(pages: dict[str, Page]) -> None:
    """Each question that no source answers stands on its page, with whom to ask, or what to ask its partner."""
    page = pages["reference/not-published/"]
    assert set(FACTS.gaps) <= set(page.ids)
    text = page.all("article")[0].text
    whom = [FACTS.law.partners[gap.partner].short if gap.partner else "" for gap in FACTS.gaps.values()]
    assert text.count("Whom to ask:") == whom.count("")
    for short in set(whom) - {""}:
        assert text.count(f"Ask {short}:") == whom.count(short)


def test_every_abbreviation_is_in_the_glossary(pages: dict[str, Page]) -> None:
    """The glossary page lists the abbreviations of the one file, in order."""
    terms = [term.text for term in pages["reference/glossary/"].all("dt")]
    assert terms == sorted(glossary.entries(DOCS), key=str.casefold)


def test_every_partner_is_in_the_glossary() -> None:
    """A certifying partner's short name is explained wherever it stands."""
    known = glossary.entries(DOCS)
    for partner in FACTS.law.partners.values():
        assert partner.name in known[partner.short.partition(" (")[0]]


def test_every_question_is_in_the_index(pages: dict[str, Page]) -> None:
    """The index of questions links every heading of the site that ends in a question mark, and nothing else."""
    listed = [link.text for link in pages["reference/questions/"].all("a") if link.text.endswith("?")]
    asked = [
        heading
        for path, doc in docs().items()
        if "/" in path
        for heading in re.findall(r"^#+ (.+\?)(?: \{.*\})?$", doc.filled, re.MULTILINE)
    ]
    gaps = [gap.question for gap in FACTS.gaps.values()]
    assert {plain(re.sub(r"[*_`]", "", question)) for question in asked + gaps} == set(map(plain, listed))


def plain(text: str) -> str:
    """Return a text with one kind of quotation mark and single blanks."""
    return re.sub(r"\s+", " ", re.sub("[“”]", '"', re.sub("[‘’]", "'", text)))
