"""Reads the data files and checks them. What is wrong is said with the entry's id and what to mend."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import groupby, pairwise
from typing import Any

from cor_calc.dates import add_months
from cor_calc.law.facts import BASES, Citation, Element, Fact, Option, Parameter, Partner, Source, Topic, Value
from cor_calc.law.law import Law, turning

FILES = ("parameters", "sources", "partners", "options", "elements")
PACKED = "law.json"
"""The same data, checked and in one file that loads fast: written when the package is made, never committed."""

REVIEW_AFTER = 9
UNITS: Mapping[str, type | tuple[type, ...]] = {
    "flag": bool,
    "date": date,
    "due": tuple,
    **dict.fromkeys(
        (
            *("employees", "months", "days", "years", "weeks", "percent", "points", "dollars", "audits", "interviews"),
            *("sites", "people", "steps", "partners", "elements", "employers"),
        ),
        (int, str),
    ),
}
_OPTION_KEYS = {
    *("id", "partner", "title", "statement", "dates", "apply_where", "sources", "from", "until", "basis", "sure"),
    *("checked", "review_after_months", "note", "href"),
}


class LawError(ValueError):
    """The data files contradict themselves. The message names the entry and what to mend."""


@cache
def load() -> Law:
    """Return the law that comes with the package. LawError where a file is at fault."""
    folder = files("cor_calc") / "data"
    packed = folder / PACKED
    if packed.is_file():
        return law_of(json.loads(packed.read_text("utf-8"), object_hook=_undated))
    return read({name: (folder / f"{name}.toml").read_text("utf-8") for name in FILES})


def read(texts: Mapping[str, str]) -> Law:
    """Return the law in the texts of the data files, all checked. LawError names the first fault."""
    try:
        law = law_of({name: tomllib.loads(text) for name, text in texts.items()})
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise LawError(f"The data files cannot be read: {error!r}") from error
    check(law)
    return law


def packed(texts: Mapping[str, str]) -> str:
    """Return the checked data files as one JSON text, to be put into the package as `data/law.json`."""
    read(texts)
    raw = {name: tomllib.loads(text) for name, text in texts.items()}
    return json.dumps(raw, default=lambda day: {"$": day.isoformat()}, ensure_ascii=True, separators=(",", ":"))


def _undated(entry: dict[str, Any]) -> Any:
    return date.fromisoformat(entry["$"]) if "$" in entry else entry


def law_of(raw: Mapping[str, Mapping[str, Any]]) -> Law:
    """Return the law in the data files' entries, unchecked."""
    parameters = _by_id(_parameter(entry) for entry in raw["parameters"]["parameter"])
    options = tuple(_option(entry) for entry in raw["options"]["option"])
    elements = [_element(entry) for entry in raw["elements"]["element"]]
    begins, turns = turning(parameters, options)
    return Law(
        parameters=parameters,
        sources=_by_id(Source(**entry) for entry in raw["sources"]["source"]),
        partners=_by_id(Partner(**entry) for entry in raw["partners"]["partner"]),
        options=options,
        topics=_by_id(Topic(**entry) for entry in raw["elements"]["topic"]),
        elements={partner: tuple(each) for partner, each in groupby(elements, lambda element: element.partner)},
        begins=begins,
        turns=turns,
    )


def _parameter(entry: Mapping[str, Any]) -> Parameter:
    versions = tuple(_fact(entry, version) for version in entry["version"])
    return Parameter(
        id=entry["id"],
        topic=entry["topic"],
        title=entry["title"],
        unit=entry["unit"],
        applies_to=tuple(entry["applies_to"]),
        statement=entry["statement"],
        gap=entry.get("gap", ""),
        versions=versions,
    )


def _fact(entry: Mapping[str, Any], version: Mapping[str, Any]) -> Fact:
    return Fact(
        id=entry["id"],
        partner=version.get("partner"),
        since=version["from"],
        until=version.get("until"),
        value=_value(version["value"]),
        unit=version.get("unit", entry["unit"]),
        basis=version["basis"],
        title=entry["title"],
        statement=version.get("statement", entry["statement"]),
        reason=version.get("reason", ""),
        note=version.get("note", ""),
        sure=version.get("sure", ""),
        sources=_citations(version.get("sources", ())),
        checked=version["checked"],
        review_by=_review_by(version, entry),
    )


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value


def _review_by(version: Mapping[str, Any], entry: Mapping[str, Any]) -> date:
    months = version.get("review_after_months", entry.get("review_after_months", REVIEW_AFTER))
    return add_months(version["checked"], months)


def _citations(entries: Iterable[Mapping[str, str]]) -> tuple[Citation, ...]:
    return tuple(Citation(**entry) for entry in entries)


def _option(entry: Mapping[str, Any]) -> Option:
    return Option(
        id=entry["id"].replace("_", "-"),
        subject=entry["id"],
        partner=entry["partner"],
        title=entry["title"],
        statement=entry["statement"],
        terms={key: value for key, value in entry.items() if key not in _OPTION_KEYS},
        dates=entry.get("dates", {}),
        apply_where=entry.get("apply_where", ""),
        sources=_citations(entry["sources"]),
        since=entry["from"],
        until=entry.get("until"),
        basis=entry.get("basis", "elsewhere"),
        sure=entry.get("sure", ""),
        checked=entry["checked"],
        review_by=_review_by(entry, {}),
    )


def _element(entry: Mapping[str, Any]) -> Element:
    return Element(**{key: value for key, value in entry.items() if key in Element.__dataclass_fields__})


def _by_id(entries: Iterable[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in entries:
        if entry.id in found:
            raise LawError(f"{entry.id}: this id stands twice.")
        found[entry.id] = entry
    return found


def check(law: Law) -> None:
    """Raise LawError with the first fault of a law: a gap, an overlap, an unknown source, a value of the wrong kind."""
    for parameter in law.parameters.values():
        for fact in parameter.versions:
            _check_fact(fact, law)
        _check_periods(parameter)
        if not parameter.gap and not any(fact.partner is None for fact in parameter.versions):
            raise LawError(f"{parameter.id}: it has no general version; say so in `gap`.")
    for option in law.options:
        _check_cited(option.id, option.partner, option.sources, law)
    for partner, elements in law.elements.items():
        _check_cited(f"elements of {partner}", partner, (), law)
        for element in elements:
            if element.topic not in law.topics:
                raise LawError(f"{element.name}: there is no topic {element.topic}.")


def _check_fact(fact: Fact, law: Law) -> None:
    _check_cited(fact.id, fact.partner, fact.sources, law)
    if fact.unit not in UNITS:
        raise LawError(f"{fact.id}: give it a unit of {', '.join(UNITS)}.")
    if not isinstance(fact.value, UNITS[fact.unit]) or (isinstance(fact.value, bool) and fact.unit != "flag"):
        raise LawError(f"{fact.id}: {fact.value!r} is no value in {fact.unit}.")
    if fact.basis not in BASES:
        raise LawError(f"{fact.id}: the basis must be one of {', '.join(BASES)}.")
    if fact.basis in {"derived", "reading"} and not fact.reason:
        raise LawError(f"{fact.id}: a {fact.basis} fact needs its reason.")
    if fact.basis != "reading" and not fact.sources:
        raise LawError(f"{fact.id}: it has no source.")
    if fact.sure == "C":
        raise LawError(f"{fact.id}: what is this unsure may be told, and never decides: move it to the claims.")


def _check_cited(name: str, partner: str | None, sources: tuple[Citation, ...], law: Law) -> None:
    if partner is not None and partner not in law.partners:
        raise LawError(f"{name}: there is no partner {partner}.")
    for cited in sources:
        if cited.id not in law.sources:
            raise LawError(f"{name}: there is no source {cited.id}.")


def _check_periods(parameter: Parameter) -> None:
    for partner in {fact.partner for fact in parameter.versions}:
        own = sorted((fact for fact in parameter.versions if fact.partner == partner), key=lambda fact: fact.since)
        for fact in own:
            if fact.until is not None and fact.until < fact.since:
                raise LawError(f"{parameter.id}: a period ends before it begins.")
        for earlier, later in pairwise(own):
            if earlier.until is None or later.since != earlier.until + timedelta(days=1):
                raise LawError(f"{parameter.id}: its periods leave a gap or overlap.")
