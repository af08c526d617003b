"""Statements: whole sentences with all that tells where they come from, made of parameters, claims and options."""

from dataclasses import dataclass
from datetime import date

from cor_calc.law import Citation, Fact, Law, Option
from cor_site.docs.pages_data import Claim, Pages, Version

UNSURE = "C"
"""Grade C: shown on pages, never used by a check."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One whole sentence or more, with all that tells where it comes from. `partner` is None for a general one.

    `note` and `changed` are as of a `Fact`.
    """

    id: str
    title: str
    text: str
    partner: str | None
    basis: str
    sure: str
    note: str
    reason: str
    sources: tuple[Citation, ...]
    checked: date
    changed: str

    @property
    def whole(self) -> str:
        """What it says, then its note."""
        return noted(self.text, self.note)


def noted(text: str, *notes: str) -> str:
    """Return a text with notes, each of whole sentences, after it; a value that they follow gets its full stop."""
    told = [note for note in notes if note]
    return " ".join([f"{text.removesuffix('.')}.", *told]) if told else text


def needs_its_sentence(fact: Fact) -> bool:
    """Return whether a value alone says too little: yes to what, or what has to be done by a day."""
    return fact.unit in {"flag", "due"}


def own(law: Law, pages: Pages, day: date, fact_id: str, partner: str) -> Statement | None:
    """Return a partner's own statement, or None where it publishes none."""
    if fact_id in pages.claims:
        claim = pages.claims[fact_id]
        version = claim.of(partner)
        return of_version(claim, version) if version else None
    fact = law.on(day, partner).get(fact_id)
    return of_fact(fact) if fact and fact.partner else None


def general_of(law: Law, pages: Pages, day: date, fact_id: str) -> Statement | None:
    """Return what is said of everybody, or None where no general rule is published."""
    if fact_id in pages.claims:
        return of_claim(pages.claims[fact_id])
    fact = law.on(day).get(fact_id)
    return of_fact(fact) if fact else None


def of_fact(fact: Fact) -> Statement:
    """Return a parameter's version as a statement."""
    return Statement(
        id=fact.id,
        title=fact.title,
        text=fact.sentence(),
        partner=fact.partner,
        basis=fact.basis,
        sure=fact.sure,
        note=fact.note,
        reason=fact.reason,
        sources=fact.sources,
        checked=fact.checked,
        changed=fact.changed,
    )


def of_claim(claim: Claim) -> Statement:
    """Return a claim's general sentence as a statement."""
    return Statement(
        id=claim.id,
        title=claim.title,
        text=claim.statement,
        partner=None,
        basis=claim.basis,
        sure=claim.sure,
        note="",
        reason=claim.reason,
        sources=claim.sources,
        checked=claim.checked,
        changed=claim.changed,
    )


def of_version(claim: Claim, version: Version) -> Statement:
    """Return a partner's own sentence of a claim as a statement."""
    return Statement(
        id=claim.id,
        title=claim.title,
        text=version.statement,
        partner=version.partner,
        basis="elsewhere",
        sure=version.sure,
        note=version.note,
        reason="",
        sources=version.sources,
        checked=version.checked,
        changed=version.changed,
    )


def options(law: Law, day: date, partner: str) -> list[Statement]:
    """Return what may replace the maintenance audit at a partner."""
    return [of_option(option) for option in law.options_on(day) if option.partner == partner]


def of_option(option: Option) -> Statement:
    """Return an alternative to the maintenance audit as a statement."""
    return Statement(
        id=option.id,
        title=option.title,
        text=f"{option.statement} {option.apply_where}",
        partner=option.partner,
        basis=option.basis,
        sure=option.sure,
        note="",
        reason="",
        sources=option.sources,
        checked=option.checked,
        changed=option.changed,
    )


def title_of(law: Law, pages: Pages, fact_id: str) -> str:
    """Return the title of a parameter or a claim."""
    return pages.claims[fact_id].title if fact_id in pages.claims else law.parameters[fact_id].title
