"""What pages alone need of the data files: claims, gaps, a partner's attributes. No check reads any of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from cor_calc.dates import add_months
from cor_calc.law import Citation, Law, LawError, check_changed, check_cited, check_sentences, citations, parsed
from cor_calc.law import load as load_law

FILES = ("claims", "gaps", "attributes", "elements", "options")


@dataclass(frozen=True, slots=True)
class Version:
    """A partner's own sentence where a claim has one; `note` and `changed` are as of a `Fact`."""

    partner: str
    statement: str
    sure: str
    note: str
    sources: tuple[Citation, ...]
    checked: date
    changed: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What pages say and no check computes with: `statement` is of everybody, `versions` are partners' own."""

    id: str
    topic: str
    title: str
    applies_to: tuple[str, ...]
    statement: str
    basis: str
    sure: str
    reason: str
    sources: tuple[Citation, ...]
    checked: date
    changed: str
    review_by: date
    contested: bool
    versions: tuple[Version, ...]

    def of(self, partner: str | None) -> Version | None:
        """Return a partner's own sentence, or None where it has none."""
        return next((each for each in self.versions if each.partner == partner), None)


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that no page answers. With a partner, `ask` is the question to send it; else whom to ask."""

    id: str
    question: str
    text: str
    ask: str
    partner: str | None


@dataclass(frozen=True, slots=True)
class Attribute:
    """One part of a partner's page: the facts that tell it, in order, and the question where nothing is published.

    The general sentence of a fact in `of_others` tells of single partners. `gaps` are the ids of partners' gaps.
    """

    id: str
    title: str
    facts: tuple[str, ...]
    of_others: tuple[str, ...]
    gaps: tuple[str, ...]
    ask: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """Where a partner's elements were read, how sure they are, and what to know about them, as whole sentences."""

    partner: str
    sources: tuple[Citation, ...]
    sure: str
    note: str
    checked: date


@dataclass(frozen=True, slots=True)
class Pages:
    """All of it by id, in the order of the files. `letters` are elements' letters by partner and number."""

    claims: Mapping[str, Claim]
    gaps: Mapping[str, Gap]
    attributes: Mapping[str, Attribute]
    instruments: Mapping[str, Instrument]
    letters: Mapping[tuple[str, int], str]
    apply_at: Mapping[str, str]
    """Where an alternative is applied for: the address, by the option's id."""


@cache
def load() -> Pages:
    """Return what comes with the package, checked against the law. `LawError` where a file is at fault."""
    folder = files("cor_calc") / "data"
    return read({name: (folder / f"{name}.toml").read_text("utf-8") for name in FILES}, load_law())


def read(texts: Mapping[str, str], law: Law) -> Pages:
    """Return what stands in the texts of the data files. `LawError` names the first fault."""
    raw = {name: parsed(name, text) for name, text in texts.items()}
    try:
        pages = _pages(raw)
    except (KeyError, TypeError) as error:
        raise LawError(f"The pages' data files cannot be read: {error!r}") from error
    check(pages, law)
    return pages


def _pages(raw: Mapping[str, Mapping[str, Any]]) -> Pages:
    instruments = (_instrument(entry) for entry in raw["elements"]["instrument"])
    lettered = (entry for entry in raw["elements"]["element"] if "letter" in entry)
    return Pages(
        claims=_by_id(_claim(entry) for entry in raw["claims"]["claim"]),
        gaps=_by_id(Gap(**{"partner": None, **entry}) for entry in raw["gaps"]["gap"]),
        attributes=_by_id(_attribute(entry) for entry in raw["attributes"]["attribute"]),
        instruments={each.partner: each for each in instruments},
        letters={(entry["partner"], entry["number"]): entry["letter"] for entry in lettered},
        apply_at={entry["id"]: entry["href"] for entry in raw["options"]["option"] if "href" in entry},
    )


def _claim(entry: Mapping[str, Any]) -> Claim:
    return Claim(
        id=entry["id"],
        topic=entry["topic"],
        title=entry["title"],
        applies_to=tuple(entry["applies_to"]),
        statement=entry["statement"],
        basis=entry["basis"],
        sure=entry.get("sure", ""),
        reason=entry.get("reason", ""),
        sources=citations(entry.get("sources", ())),
        checked=entry["checked"],
        changed=entry.get("changed", ""),
        review_by=add_months(entry["checked"], entry["review_after_months"]),
        contested=entry.get("contested", False),
        versions=tuple(_version(version) for version in entry.get("version", ())),
    )


def _version(entry: Mapping[str, Any]) -> Version:
    return Version(
        partner=entry["partner"],
        statement=entry["statement"],
        sure=entry["sure"],
        note=entry.get("note", ""),
        sources=citations(entry["sources"]),
        checked=entry["checked"],
        changed=entry.get("changed", ""),
    )


def _attribute(entry: Mapping[str, Any]) -> Attribute:
    lists = {key: tuple(entry.get(key, ())) for key in ("facts", "of_others", "gaps")}
    return Attribute(id=entry["id"], title=entry["title"], ask=entry["ask"], **lists)


def _instrument(entry: Mapping[str, Any]) -> Instrument:
    return Instrument(**{**entry, "sources": citations(entry["sources"])})


Entry = TypeVar("Entry", Claim, Gap, Attribute)


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in found:
            raise LawError(f"{entry.id}: this id stands twice.")
        found[entry.id] = entry
    return found


def check(pages: Pages, law: Law) -> None:
    """Raise `LawError` with the first fault: an unknown partner, source, fact or gap, or one that is named nowhere."""
    for claim in pages.claims.values():
        if claim.id in law.parameters:
            raise LawError(f"{claim.id}: a parameter has this id already.")
        check_cited(claim.id, None, claim.sources, law)
        check_changed(claim.id, claim.changed)
        for version in claim.versions:
            check_cited(claim.id, version.partner, version.sources, law)
            check_changed(claim.id, version.changed)
            check_sentences(claim.id, "note", version.note)
    for instrument in pages.instruments.values():
        check_cited("instrument", instrument.partner, instrument.sources, law)
        check_sentences(f"instrument of {instrument.partner}", "note", instrument.note)
    for gap in pages.gaps.values():
        check_cited(gap.id, gap.partner, (), law)
    _check_attributes(pages, law)


def _check_attributes(pages: Pages, law: Law) -> None:
    """What a partner says of its own, and what it does not publish, must have its place on a partner's page."""
    placed = {fact for attribute in pages.attributes.values() for fact in attribute.facts}
    asked = {gap for attribute in pages.attributes.values() for gap in attribute.gaps}
    for attribute in pages.attributes.values():
        for fact in {*attribute.facts, *attribute.of_others} - law.parameters.keys() - pages.claims.keys():
            raise LawError(f"{attribute.id}: there is no fact {fact}.")
        for fact in set(attribute.of_others) - set(attribute.facts):
            raise LawError(f"{attribute.id}: {fact} is in `of_others` and not in `facts`.")
    partners_gaps = {gap.id for gap in pages.gaps.values() if gap.partner}
    for gap in asked ^ partners_gaps:
        raise LawError(f"{gap}: name it under `gaps` of one attribute, or give it a partner.")
    own = {claim.id for claim in pages.claims.values() if claim.versions}
    own |= {each.id for each in law.parameters.values() if any(version.partner for version in each.versions)}
    for fact in own - placed:
        raise LawError(f"{fact}: a partner has its own version, so give it a place in attributes.toml.")
