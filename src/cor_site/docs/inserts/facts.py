"""The facts as written pages ask for them by id: the law in force on the last day of reading, and the claims.

A fact is a parameter, which the checks compute with, or a claim, which only pages state.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from cor_calc.law import Citation, Fact, Law, Option, Parameter, Partner
from cor_calc.law import load as load_law
from cor_site.docs import pages_data
from cor_site.docs.errors import ContentError
from cor_site.docs.generated.statements import needs_its_sentence, noted
from cor_site.docs.pages_data import Claim, Gap


@dataclass(frozen=True, slots=True)
class PartnerEntry:
    """What one certifying partner says where partners differ.

    `value` is in words, with its unit, and empty for a claim; `said` is what stands beside other partners: the value or
    a whole sentence, then the note.
    """

    partner: Partner
    value: str
    said: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact as the reference lists it; `value` is the value with its unit, such as "80%", and empty for a claim."""

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
    versions: tuple[PartnerEntry, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """All that pages can name, by id, in the order of the data files."""

    law: Law
    entries: Mapping[str, Entry]
    gaps: Mapping[str, Gap]

    @property
    def options(self) -> tuple[Option, ...]:
        """What may replace a maintenance audit, all partners'."""
        return self.law.options_on(self.law.last_read)

    def entry(self, fact_id: str) -> Entry:
        """Return a parameter or a claim. `ContentError` where there is none."""
        if fact_id not in self.entries:
            raise ContentError(f"there is no fact called “{fact_id}”")
        return self.entries[fact_id]

    def partner(self, partner_id: str) -> Partner:
        """Return a certifying partner. `ContentError` where there is none."""
        if partner_id not in self.law.partners:
            raise ContentError(f"there is no certifying partner called “{partner_id}”")
        return self.law.partners[partner_id]

    def value(self, fact_id: str, partner: str | None = None) -> str:
        """Return a parameter's value with its unit: at a partner, its own where it has one; else the general one.

        `ContentError` for a claim, and where only partners have a value and none of them is named.
        """
        entry = self.entry(fact_id)
        own = {version.partner.id: version.value for version in entry.versions}
        value = own.get(self.partner(partner).id, entry.value) if partner else entry.value
        if not value:
            raise ContentError(f"“{fact_id}” has no value here: name a partner that has one, or use claim()")
        return value


@cache
def load() -> Facts:
    """Return the facts that come with the rules: the parameters in force on the last day of reading, and the claims."""
    law, pages = load_law(), pages_data.load()
    entries = {name: of_parameter(parameter, law) for name, parameter in law.parameters.items()}
    entries |= {name: of_claim(claim, law) for name, claim in pages.claims.items()}
    return Facts(law, entries, pages.gaps)


def of_parameter(parameter: Parameter, law: Law) -> Entry:
    """Return a parameter as pages tell it; where no general value is published, its sentence says so."""
    day = law.last_read
    in_force = [fact for fact in parameter.versions if fact.since <= day and (fact.until is None or day <= fact.until)]
    general = parameter.on(day, None)
    told = general or in_force[0]
    owned = [fact for fact in in_force if fact.partner]
    return Entry(
        id=parameter.id,
        topic=parameter.topic,
        title=parameter.title,
        value=general.shown() if general and general.unit != "flag" else "",
        sentence=general.sentence() if general else parameter.gap,
        applies_to=parameter.applies_to,
        basis=told.basis,
        reason=told.reason,
        sources=general.sources if general else tuple(each for fact in owned for each in fact.sources),
        checked=max(fact.checked for fact in in_force),
        review_by=min(fact.review_by for fact in in_force),
        contested=law.differs(day, parameter.id),
        versions=tuple(
            PartnerEntry(law.partners[fact.partner], fact.shown(), said(fact), fact.sources)
            for fact in owned
            if fact.partner
        ),
    )


def said(fact: Fact) -> str:
    """Return how a partner's value is told beside those of others: the value or its own sentence, then the note."""
    return noted(fact.sentence() if needs_its_sentence(fact) else fact.shown(), fact.note)


def of_claim(claim: Claim, law: Law) -> Entry:
    """Return a claim as pages tell it: whole sentences, with each certifying partner's own."""
    return Entry(
        id=claim.id,
        topic=claim.topic,
        title=claim.title,
        value="",
        sentence=claim.statement,
        applies_to=claim.applies_to,
        basis=claim.basis,
        reason=claim.reason,
        sources=claim.sources,
        checked=claim.checked,
        review_by=claim.review_by,
        contested=claim.contested,
        versions=tuple(
            PartnerEntry(law.partners[version.partner], "", noted(version.statement, version.note), version.sources)
            for version in claim.versions
        ),
    )
