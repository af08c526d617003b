"""The facts as pages need them. No other module of `cor_site.docs` knows how `cor_calc` keeps them.

A fact is a parameter, which the checks compute with, or a claim, which only pages state.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from cor_calc import facts as kept
from cor_calc.dates import in_words
from cor_site.docs.errors import ContentError

__all__ = ["Citation", "Fact", "Facts", "Gap", "Partner", "Source", "Version", "in_words", "load"]


@dataclass(frozen=True, slots=True)
class Source:
    """A published page; `short` is its publisher as people call it, `read` the day on which we read it."""

    id: str
    title: str
    publisher: str
    short: str
    url: str
    dated: str
    read: date


@dataclass(frozen=True, slots=True)
class Citation:
    """Where in a source something stands: the heading, and a few decisive words; either may be empty."""

    source: Source
    at: str
    quote: str


@dataclass(frozen=True, slots=True)
class Partner:
    """A certifying partner; `industry` says for whom, empty where it serves any."""

    id: str
    short: str
    name: str
    url: str
    industry: str


@dataclass(frozen=True, slots=True)
class Version:
    """What one certifying partner says where partners differ; `value` in words, with its unit and any note."""

    partner: Partner
    value: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A parameter or a claim; `value` is the value with its unit, such as "80%", and empty for a claim."""

    id: str
    topic: str
    title: str
    value: str
    sentence: str
    applies_to: tuple[str, ...]
    basis: str
    reason: str
    sources: tuple[Citation, ...]
    checked: date
    review_by: date
    contested: bool
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that no source answers: what is known, and whom to ask."""

    id: str
    question: str
    text: str
    ask: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that pages can name, by id, in the order of the data files."""

    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    partners: Mapping[str, Partner]
    gaps: Mapping[str, Gap]

    def fact(self, fact_id: str) -> Fact:
        """Return a parameter or a claim. `ContentError` where there is none."""
        if fact_id not in self.facts:
            raise ContentError(f"there is no fact called “{fact_id}”")
        return self.facts[fact_id]

    def partner(self, partner_id: str) -> Partner:
        """Return a certifying partner. `ContentError` where there is none."""
        if partner_id not in self.partners:
            raise ContentError(f"there is no certifying partner called “{partner_id}”")
        return self.partners[partner_id]

    def value(self, fact_id: str, partner_id: str | None = None) -> str:
        """Return a parameter's value with its unit: the partner's own where one is named, else the general one.

        `ContentError` for a claim, which has no value, and for a partner that publishes none.
        """
        fact = self.fact(fact_id)
        if partner_id is None:
            if not fact.value:
                raise ContentError(f"“{fact_id}” is a claim and has no value: write its words, or use claim()")
            return fact.value
        own = {version.partner: version.value for version in fact.versions}
        partner = self.partner(partner_id)
        if partner not in own:
            raise ContentError(f"{partner.short} has no value of its own for “{fact_id}”")
        return own[partner]


@cache
def load() -> Facts:
    """Return the facts that come with the rules."""
    file = kept.load()
    partners = {
        each.id: Partner(each.id, each.short, each.name, each.url, each.sector) for each in file.partners.values()
    }
    shorts = {partner.name: partner.short for partner in partners.values()}

    def source(each: kept.Source) -> Source:
        short = shorts.get(each.publisher, each.publisher)
        return Source(each.id, each.title, each.publisher, short, each.url, each.dated, each.read)

    sources = {each.id: source(each) for each in file.sources.values()}

    def cited(citations: tuple[kept.Citation, ...]) -> tuple[Citation, ...]:
        return tuple(Citation(sources[each.id], each.at, each.quote) for each in citations)

    def version(each: kept.Version) -> Version:
        value = f"{each.value}, {each.note}" if each.note else each.value
        return Version(partners[each.partner], value, cited(each.sources))

    def fact(each: kept.Fact) -> Fact:
        return Fact(
            id=each.id,
            topic=each.topic,
            title=each.title,
            value="" if each.unit == "text" else each.shown(),
            sentence=each.sentence(),
            applies_to=each.applies_to,
            basis=each.basis,
            reason=each.reason,
            sources=cited(each.sources),
            checked=each.checked,
            review_by=each.review_by,
            contested=each.contested,
            versions=tuple(map(version, each.versions)),
        )

    return Facts(
        facts={each.id: fact(each) for each in file.facts.values()},
        sources=sources,
        partners=partners,
        gaps={each.id: Gap(each.id, each.question, each.text, each.ask) for each in file.unpublished.values()},
    )
