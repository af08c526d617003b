"""Checks a law that was read: periods, values, sources and grounds. What is wrong is said with the entry's id."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from cor_calc.law.facts import BASES, Citation, Fact, Option, Parameter, Value
from cor_calc.law.law import Law

UNITS: Mapping[str, type | tuple[type, ...]] = {
    "flag": bool,
    "date": date,
    "due": tuple,
    "percent": (int, str),
    **dict.fromkeys(
        (
            *("employees", "months", "days", "years", "weeks", "points", "dollars", "audits", "interviews"),
            *("sites", "people", "steps", "partners", "elements", "employers"),
        ),
        int,
    ),
}
_CHANGED = re.compile(r"([0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?)?\Z")
_SENTENCES = re.compile(r"[A-Z0-9].*\.\Z")
_DECIMAL = re.compile(r"[0-9]+(\.[0-9]{1,2})?\Z")
_MONTH_DAY = re.compile(r"[0-9]{2}-[0-9]{2}\Z")
_MOST = {"maintenance-years": 2}
"""What the checks have questions for: the contract asks for a first and a second maintenance audit."""
_DUE_WORDS = {"anniversary", "quarter_end"}


class LawError(ValueError):
    """The data files contradict themselves. The message names the entry and what to mend."""


def check(law: Law) -> None:
    """Raise LawError with the first fault of a law: a gap, an overlap, an unknown source, a value of the wrong kind."""
    for parameter in law.parameters.values():
        for fact in parameter.versions:
            _check_fact(fact, law)
        _check_periods(parameter)
        if not parameter.gap and not any(fact.partner is None for fact in parameter.versions):
            raise LawError(f"{parameter.id}: it has no general version; say so in `gap`.")
    for option in law.options:
        _check_option(option, law)
    for each in {option.id for option in law.options}:
        _check_joined(each, [option for option in law.options if option.id == each])
    for partner, elements in law.elements.items():
        check_cited(f"elements of {partner}", partner, (), law)
        for element in elements:
            if element.topic not in law.topics:
                raise LawError(f"{element.name}: there is no topic {element.topic}.")


def _check_fact(fact: Fact, law: Law) -> None:
    check_cited(fact.id, fact.partner, fact.sources, law)
    if fact.unit not in UNITS:
        raise LawError(f"{fact.id}: give it a unit of {', '.join(UNITS)}.")
    if not _fits(fact.value, fact.unit):
        raise LawError(f"{fact.id}: {fact.value!r} is no value in {fact.unit}.")
    if fact.id in _MOST and fact.number > _MOST[fact.id]:
        raise LawError(f"{fact.id}: the checks ask for {_MOST[fact.id]} at most; more need questions of their own.")
    if fact.basis in {"derived", "reading"} and not fact.reason:
        raise LawError(f"{fact.id}: a {fact.basis} fact needs its reason.")
    check_changed(fact.id, fact.changed)
    check_sentences(fact.id, "note", fact.note)
    _check_ground(fact)


def _fits(value: Value, unit: str) -> bool:
    """Return whether a value is of its unit's kind: a decimal text only for percents, each term of a due date known."""
    if not isinstance(value, UNITS[unit]) or isinstance(value, bool) != (unit == "flag"):
        return False
    if isinstance(value, str):
        return bool(_DECIMAL.match(value))
    return not isinstance(value, tuple) or (bool(value) and all(map(_is_due, value)))


def _is_due(term: str) -> bool:
    return term in _DUE_WORDS or _is_month_day(term)


def _is_month_day(text: str) -> bool:
    """Return whether a text such as 12-01 is a day of every year."""
    try:
        return bool(_MONTH_DAY.match(text) and date.fromisoformat(f"2023-{text}"))
    except ValueError:
        return False


def _check_option(option: Option, law: Law) -> None:
    check_cited(option.id, option.partner, option.sources, law)
    check_changed(option.id, option.changed)
    check_sentences(option.id, "dates_are_of", option.dates_are_of)
    _check_ground(option)
    for name, day in option.dates.items():
        if not _is_month_day(day):
            raise LawError(f"{option.id}: {name} is no day of every year, such as 11-30.")


def _check_ground(entry: Fact | Option) -> None:
    """Raise LawError where nothing sure enough stands behind what decides."""
    if entry.basis not in BASES:
        raise LawError(f"{entry.id}: the basis must be one of {', '.join(BASES)}.")
    if entry.basis != "reading" and not entry.sources:
        raise LawError(f"{entry.id}: it has no source.")
    if entry.sure == "C":
        raise LawError(f"{entry.id}: what is this unsure may be told, and never decides: move it to the claims.")


def check_cited(name: str, partner: str | None, sources: tuple[Citation, ...], law: Law) -> None:
    """Raise LawError where an entry names a partner or a source that there is not."""
    if partner is not None and partner not in law.partners:
        raise LawError(f"{name}: there is no partner {partner}.")
    for cited in sources:
        if cited.id not in law.sources:
            raise LawError(f"{name}: there is no source {cited.id}.")


def check_changed(name: str, changed: str) -> None:
    """Raise LawError unless `changed` is empty, a year, a month or a day."""
    if not _CHANGED.match(changed):
        raise LawError(f"{name}: `changed` is {changed!r}, and must be such as 2024-02-01, 2024-02 or 2024.")


def check_sentences(name: str, key: str, text: str) -> None:
    """Raise LawError unless a text is empty or whole sentences, since it is shown after another and not inside it."""
    if text and not _SENTENCES.match(text):
        wanted = "must begin with a capital letter or a digit and end with a full stop"
        raise LawError(f"{name}: `{key}` is {text!r}, and {wanted}.")


def _check_periods(parameter: Parameter) -> None:
    for partner in {fact.partner for fact in parameter.versions}:
        _check_joined(parameter.id, [fact for fact in parameter.versions if fact.partner == partner])


def _check_joined(name: str, versions: list[Any]) -> None:
    """Raise LawError unless the periods of some versions follow each other without a gap or an overlap."""
    ordered = sorted(versions, key=lambda each: each.since)
    for each in ordered:
        if each.until is not None and each.until < each.since:
            raise LawError(f"{name}: a period ends before it begins.")
    for earlier, later in pairwise(ordered):
        if earlier.until is None or later.since != earlier.until + timedelta(days=1):
            raise LawError(f"{name}: its periods leave a gap or overlap.")
