"""Reads the data files. What is wrong is said with the entry's id and what to mend."""

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from itertools import groupby
from pkgutil import get_data
from typing import Any

from cor_calc.dates import add_months
from cor_calc.law.checking import LawError, check
from cor_calc.law.facts import Citation, Element, Fact, Option, Parameter, Partner, Source, Topic, Value
from cor_calc.law.law import Law, turning

FILES = ("parameters", "sources", "partners", "options", "elements")
PACKED = "law.json"
"""The same data, checked and in one file that loads fast: written when the package is made, never committed."""

REVIEW_AFTER = 9
_PARAMETER_KEYS = {
    *("id", "topic", "title", "unit", "applies_to", "statement", "gap", "version", "review_after_months"),
}
_VERSION_KEYS = {
    *("partner", "value", "unit", "from", "until", "basis", "sure", "statement", "reason", "note", "sources"),
    *("checked", "changed", "review_after_months"),
}
_OPTION_KEYS = {
    "changed",
    *("id", "subject", "partner", "title", "statement", "dates", "apply_where", "sources", "from", "until", "basis"),
    *("sure", "checked", "review_after_months", "note", "href", "dates_are_of"),
}
_OPTION_TERMS = {
    *("program", "secor_employees", "employees", "employees_considered", "employees_fewer", "score_above"),
    *("score_at_least", "plan_instead_percent", "years", "audits", "auditor_on_staff", "no_orders", "repeat_percent"),
    *("unread", "secor_since"),
}
_OPTION_DATES = {"apply_by", "plan_by", "amend_by", "deliver_by"}


@cache
def load() -> Law:
    """Return the law that comes with the package. LawError where a file is at fault."""
    try:
        packed = text_of(PACKED)
    except OSError:  # not made into a package yet
        return read({name: text_of(f"{name}.toml") for name in FILES})
    return law_of(json.loads(packed, object_hook=_undated))


def text_of(name: str) -> str:
    """Return the text of one of the package's data files. OSError where there is none.

    `importlib.resources` would import temporary files and random numbers into every visitor's browser.
    """
    return (get_data("cor_calc", f"data/{name}") or b"").decode()


def read(texts: Mapping[str, str]) -> Law:
    """Return the law in the texts of the data files, all checked. LawError names the first fault."""
    raw = {name: parsed(name, text) for name, text in texts.items()}
    try:
        law = law_of(raw)
    except KeyError as error:
        raise LawError(f"A data file has no {error}.") from error
    check(law)
    return law


def parsed(name: str, text: str) -> dict[str, Any]:
    """Return what a data file's text holds. LawError with the file and the line where it is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LawError(f"{name}.toml: {error}") from error


def packed(texts: Mapping[str, str]) -> str:
    """Return the checked data files as one JSON text, to be put into the package as `data/law.json`."""
    read(texts)
    raw = {name: parsed(name, text) for name, text in texts.items()}
    return json.dumps(raw, default=lambda day: {"$": day.isoformat()}, ensure_ascii=True, separators=(",", ":"))


def _undated(entry: dict[str, Any]) -> Any:
    return date.fromisoformat(entry["$"]) if "$" in entry else entry


def law_of(raw: Mapping[str, Mapping[str, Any]]) -> Law:
    """Return the law in the data files' entries, unchecked."""
    parameters = _by_id(_each(_parameter, raw["parameters"]["parameter"]))
    options = tuple(_each(_option, raw["options"]["option"]))
    elements = list(_each(_element, raw["elements"]["element"]))
    begins, turns = turning(parameters, options)
    return Law(
        parameters=parameters,
        sources=_by_id(_each(lambda entry: Source(**entry), raw["sources"]["source"])),
        partners=_by_id(_each(lambda entry: Partner(**entry), raw["partners"]["partner"])),
        options=options,
        topics=_by_id(_each(lambda entry: Topic(**entry), raw["elements"]["topic"])),
        elements={partner: tuple(each) for partner, each in groupby(elements, lambda element: element.partner)},
        begins=begins,
        turns=turns,
    )


def _each(make: Callable[[Mapping[str, Any]], Any], entries: Iterable[Mapping[str, Any]]) -> Iterable[Any]:
    """Yield what is made of each entry; where one is at fault, LawError names it."""
    for entry in entries:
        try:
            yield make(entry)
        except KeyError as error:
            raise LawError(f"{_name(entry)}: it has no {error}.") from error
        except (AttributeError, TypeError, ValueError) as error:
            raise LawError(f"{_name(entry)}: {error}") from error


def _name(entry: Mapping[str, Any]) -> str:
    return str(entry.get("id") or entry.get("name") or entry)


def _known_keys(entry: Mapping[str, Any], keys: set[str]) -> None:
    unknown = entry.keys() - keys
    if unknown:
        raise ValueError(f"there is no key {', '.join(sorted(unknown))}.")


def _parameter(entry: Mapping[str, Any]) -> Parameter:
    _known_keys(entry, _PARAMETER_KEYS)
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
    _known_keys(version, _VERSION_KEYS)
    return Fact(
        id=entry["id"],
        partner=version.get("partner"),
        since=_day(version, "from"),
        until=_day(version, "until") if "until" in version else None,
        value=_value(version["value"]),
        unit=version.get("unit", entry["unit"]),
        basis=version["basis"],
        title=entry["title"],
        statement=version.get("statement", entry["statement"]),
        reason=version.get("reason", ""),
        note=version.get("note", ""),
        sure=version.get("sure", ""),
        sources=citations(version.get("sources", ())),
        checked=version["checked"],
        changed=version.get("changed", ""),
        review_by=_review_by(version, entry),
    )


def _day(entry: Mapping[str, Any], key: str) -> date:
    day = entry[key]
    if type(day) is not date:
        raise ValueError(f"{key} is {day!r}, and must be a date without quotation marks.")
    return day


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value


def _review_by(version: Mapping[str, Any], entry: Mapping[str, Any]) -> date:
    months = version.get("review_after_months", entry.get("review_after_months", REVIEW_AFTER))
    return add_months(version["checked"], months)


def citations(entries: Iterable[Mapping[str, str]]) -> tuple[Citation, ...]:
    """Return the citations of an entry of the data files. TypeError for a key that a citation has not."""
    return tuple(Citation(**entry) for entry in entries)


def _option(entry: Mapping[str, Any]) -> Option:
    _known_keys(entry, _OPTION_KEYS | _OPTION_TERMS)
    _known_keys(entry.get("dates", {}), _OPTION_DATES)
    return Option(
        id=entry["id"],
        subject=entry["subject"],
        partner=entry["partner"],
        title=entry["title"],
        statement=entry["statement"],
        terms={key: value for key, value in entry.items() if key not in _OPTION_KEYS},
        dates=entry.get("dates", {}),
        dates_are_of=entry.get("dates_are_of", ""),
        apply_where=entry.get("apply_where", ""),
        sources=citations(entry["sources"]),
        since=_day(entry, "from"),
        until=_day(entry, "until") if "until" in entry else None,
        basis=entry.get("basis", "elsewhere"),
        sure=entry.get("sure", ""),
        checked=entry["checked"],
        changed=entry.get("changed", ""),
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
