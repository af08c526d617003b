"""The facts as written pages ask for them by id: the law in force on the last day of reading, and the claims.

A fact is a parameter, which the checks compute with, or a claim, which only pages state.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from cor_calc import law as kept
from cor_calc.dates import in_words
from cor_site.docs import pages_data
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
class Option:
    """What may replace a maintenance audit at one partner: its conditions in sentences, and where to apply."""

    title: str
    partner: Partner
    sentence: str
    apply_where: str
    sources: tuple[Citation, ...]


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
    options: tuple[Option, ...]

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

    def value(self, fact_id: str, partner: str | None = None) -> str:
        """Return a parameter's value with its unit: at a partner, its own where it has one; else the general one.

        `ContentError` for a claim, and where only partners have a value and none of them is named.
        """
        fact = self.fact(fact_id)
        own = {version.partner: version.value for version in fact.versions}
        value = own.get(self.partner(partner), fact.value) if partner else fact.value
        if not value:
            raise ContentError(f"“{fact_id}” has no value here: name a partner that has one, or use claim()")
        return value


@cache
def load() -> Facts:
    """Return the facts that come with the rules: the parameters in force on the last day of reading, and the claims."""
    law = kept.load()
    day = law.last_read
    partners = {
        each.id: Partner(each.id, each.short, each.name, each.url, each.industry) for each in law.partners.values()
    }
    shorts = {partner.name: partner.short for partner in partners.values()}
    sources = {
        each.id: Source(
            each.id,
            each.title,
            each.publisher,
            shorts.get(each.publisher, each.publisher),
            each.url,
            each.dated,
            each.read,
        )
        for each in law.sources.values()
    }

    data = pages_data.load()
    facts = {name: _parameter(parameter, law, day, partners, sources) for name, parameter in law.parameters.items()}
    facts |= {name: _claim(claim, partners, sources) for name, claim in data.claims.items()}
    gaps = {gap.id: Gap(gap.id, gap.question, gap.text, gap.ask) for gap in data.gaps.values()}
    options = tuple(
        Option(each.title, partners[each.partner], each.statement, each.apply_where, _cited(each.sources, sources))
        for each in law.options_on(day)
    )
    return Facts(facts=facts, sources=sources, partners=partners, gaps=gaps, options=options)


def _parameter(
    parameter: kept.Parameter, law: kept.Law, day: date, partners: Mapping[str, Partner], sources: Mapping[str, Source]
) -> Fact:
    """Return a parameter as pages tell it; where no general value is published, its sentence says so."""
    in_force = [fact for fact in parameter.versions if fact.since <= day and (fact.until is None or day <= fact.until)]
    general = parameter.on(day, None)
    told = general or in_force[0]
    owned = [fact for fact in in_force if fact.partner]
    return Fact(
        id=parameter.id,
        topic=parameter.topic,
        title=parameter.title,
        value=general.shown() if general and general.unit != "flag" else "",
        sentence=general.sentence() if general else parameter.gap,
        applies_to=parameter.applies_to,
        basis=told.basis,
        reason=told.reason,
        sources=_cited(general.sources if general else [each for fact in owned for each in fact.sources], sources),
        checked=max(fact.checked for fact in in_force),
        review_by=min(fact.review_by for fact in in_force),
        contested=law.differs(day, parameter.id),
        versions=tuple(
            Version(
                partners[fact.partner],
                f"{fact.shown()}, {fact.note}" if fact.note else fact.shown(),
                _cited(fact.sources, sources),
            )
            for fact in owned
            if fact.partner
        ),
    )


def _cited(citations: Iterable[kept.Citation], sources: Mapping[str, Source]) -> tuple[Citation, ...]:
    return tuple(Citation(sources[each.id], each.at, each.quote) for each in citations)


def _claim(claim: pages_data.Claim, partners: Mapping[str, Partner], sources: Mapping[str, Source]) -> Fact:
    """Return a claim as pages tell it: whole sentences, with each certifying partner's own."""
    return Fact(
        id=claim.id,
        topic=claim.topic,
        title=claim.title,
        value="",
        sentence=claim.statement,
        applies_to=claim.applies_to,
        basis=claim.basis,
        reason=claim.reason,
        sources=_cited(claim.sources, sources),
        checked=claim.checked,
        review_by=claim.review_by,
        contested=claim.contested,
        versions=tuple(
            Version(
                partners[version.partner],
                f"{version.statement} ({version.note})" if version.note else version.statement,
                _cited(version.sources, sources),
            )
            for version in claim.versions
        ),
    )
