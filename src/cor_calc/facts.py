"""The facts: every number and name of the rules, dated, with its sources. The file is facts.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pkgutil import get_data
from typing import Any

from cor_calc.dates import add_months, in_words
from cor_calc.numbers import hundredths

BASES = ("stated", "elsewhere", "derived", "reading")
_SINGULAR = {"people": "person"}


class FactsError(ValueError):
    """The facts file contradicts itself. The message names the entry and what to mend."""


@dataclass(frozen=True, slots=True)
class Source:
    """A published page that facts rest on, with the day on which it was read."""

    id: str
    title: str
    publisher: str
    url: str
    dated: str
    read: date


@dataclass(frozen=True, slots=True)
class Citation:
    """Where in a source a fact stands, with at most a few decisive words."""

    id: str
    at: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """A certifying partner."""

    id: str
    short: str
    name: str
    url: str
    sector: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One certifying partner's version of a fact on which partners differ."""

    partner: str
    value: str
    note: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Unpublished:
    """A question that no source answers, and whom to ask."""

    id: str
    question: str
    text: str
    ask: str


@dataclass(frozen=True, slots=True)
class Ruleset:
    """The rules in force from a day on; `until` is the last day, None while they hold."""

    id: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the program, its basis and its sources."""

    id: str
    topic: str
    title: str
    value: int | str | date
    unit: str
    applies_to: tuple[str, ...]
    basis: str
    statement: str
    sources: tuple[Citation, ...]
    checked: date
    review_by: date
    reason: str = ""
    since: date | None = None
    until: date | None = None
    contested: bool = False
    versions: tuple[Version, ...] = ()

    @property
    def number(self) -> int:
        """The value as a whole number, in the fact's unit. TypeError for words and dates."""
        if not isinstance(self.value, int):
            raise TypeError(self.id)
        return self.value

    @property
    def hundredths(self) -> int:
        """The value in hundredths of its unit."""
        return hundredths(str(self.value))

    def shown(self) -> str:
        """Return the value as people write it, with its unit: 80%, 12 months, $200."""
        if isinstance(self.value, date):
            return in_words(self.value)
        if self.unit == "text":
            return str(self.value)
        if self.unit == "percent":
            return f"{self.value}%"
        amount = f"{self.value:,}" if isinstance(self.value, int) else self.value
        if self.unit == "dollars":
            return f"${amount}"
        one = _SINGULAR.get(self.unit, self.unit.removesuffix("s"))
        return f"{amount} {one if self.value == 1 else self.unit}"

    def sentence(self) -> str:
        """Return what the fact says, in one or two sentences."""
        return self.statement.replace("{value}", self.shown())

    def clause(self) -> str:
        """Return the sentence as it stands after a colon: its first letter small."""
        sentence = self.sentence()
        return sentence[0].lower() + sentence[1:]


@dataclass(frozen=True, slots=True)
class Facts:
    """The whole file, checked."""

    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    partners: Mapping[str, Partner]
    unpublished: Mapping[str, Unpublished]
    rulesets: tuple[Ruleset, ...]
    bounds: Mapping[str, tuple[Any, Any]]

    def ruleset(self, on: date) -> Ruleset | None:
        """Return the rules in force on a day, or None where none are."""
        for rules in self.rulesets:
            if rules.since <= on and (rules.until is None or on <= rules.until):
                return rules
        return None


@cache
def load() -> Facts:
    """Return the facts that come with the package. FactsError where the file is at fault."""
    data = get_data(__package__, "facts.toml")
    if data is None:
        raise FactsError("facts.toml is missing from the package.")
    return read(data.decode())


def fact(name: str) -> Fact:
    """Return one fact by its id. KeyError where there is none."""
    return load().facts[name]


def bounds(name: str) -> tuple[Any, Any]:
    """Return the lowest and the highest value that a form accepts under this name."""
    return load().bounds[name]


def read(text: str) -> Facts:
    """Return the facts in a TOML text, all checked. FactsError names the first fault."""
    try:
        raw = tomllib.loads(text)
        facts = Facts(
            facts=_in_force([_fact(entry, raw["review_after_months"]) for entry in raw["fact"]]),
            sources=_by_id(Source(**entry) for entry in raw["source"]),
            partners=_by_id(Partner(**entry) for entry in raw["partner"]),
            unpublished=_by_id(Unpublished(**entry) for entry in raw.get("unpublished", [])),
            rulesets=tuple(_ruleset(entry) for entry in raw["ruleset"]),
            bounds={name: (pair["low"], pair["high"]) for name, pair in raw["bounds"].items()},
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise FactsError(f"facts.toml cannot be read: {error}") from error
    _check_periods("ruleset", list(facts.rulesets))
    for entry in facts.facts.values():
        _check(entry, facts)
    return facts


def _ruleset(entry: dict[str, Any]) -> Ruleset:
    return Ruleset(id=entry["id"], since=entry["from"], until=entry.get("until"))


def _citations(entries: Iterable[dict[str, str]]) -> tuple[Citation, ...]:
    return tuple(Citation(**entry) for entry in entries)


def _version(entry: dict[str, Any]) -> Version:
    return Version(entry["partner"], str(entry["value"]), entry.get("note", ""), _citations(entry["sources"]))


def _fact(entry: dict[str, Any], review_after_months: int) -> Fact:
    entry = dict(entry)
    if not isinstance(entry.get("checked"), date):
        raise FactsError(f"{entry['id']}: say on which day it was checked, as a date.")
    return Fact(
        applies_to=tuple(entry.pop("applies_to")),
        sources=_citations(entry.pop("sources")),
        since=entry.pop("from", None),
        versions=tuple(_version(version) for version in entry.pop("version", [])),
        review_by=add_months(entry["checked"], entry.pop("review_after_months", review_after_months)),
        **entry,
    )


def _by_id(entries: Iterable[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in entries:
        if entry.id in found:
            raise FactsError(f"{entry.id}: this id stands twice.")
        found[entry.id] = entry
    return found


def _in_force(entries: list[Fact]) -> dict[str, Fact]:
    """Keep the latest version of each fact, after checking that its periods join without gap or overlap."""
    by_id: dict[str, list[Fact]] = {}
    for entry in entries:
        by_id.setdefault(entry.id, []).append(entry)
    for name, group in by_id.items():
        _check_periods(name, group)
    return {name: group[-1] for name, group in by_id.items()}


def _check_periods(name: str, group: list[Any]) -> None:
    for earlier, later in pairwise(group):
        if earlier.until is None or later.since != earlier.until + timedelta(days=1):
            raise FactsError(f"{name}: its periods leave a gap or overlap.")
    for entry in group:
        if entry.since and entry.until and entry.until < entry.since:
            raise FactsError(f"{name}: a period ends before it begins.")


def _check(entry: Fact, facts: Facts) -> None:
    cited = [*entry.sources, *(source for version in entry.versions for source in version.sources)]
    for source in cited:
        if source.id not in facts.sources:
            raise FactsError(f"{entry.id}: there is no source {source.id}.")
    for version in entry.versions:
        if version.partner not in facts.partners:
            raise FactsError(f"{entry.id}: there is no partner {version.partner}.")
    if entry.basis not in BASES:
        raise FactsError(f"{entry.id}: the basis must be one of {', '.join(BASES)}.")
    if entry.basis in {"derived", "reading"} and not entry.reason:
        raise FactsError(f"{entry.id}: a {entry.basis} fact needs its reason.")
    if entry.basis != "reading" and not entry.sources:
        raise FactsError(f"{entry.id}: it has no source.")
    value: object = entry.value
    if not isinstance(value, int | str | date) or isinstance(value, bool):
        raise FactsError(f"{entry.id}: the value must be a whole number, a text or a date.")
