"""Reading answers: from a JSON text to values, with every problem at once (contract, sections 1, 4 and 5).

A value is `None` where it is unknown: not given, `null` or "unsure". Numbers are exact fractions.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from .partners import PARTNERS

Problems = list[tuple[str, str]]
Reader = Callable[[Any, str, Problems], Any]

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
FIRST_DAY_WITH_RULES = date(2023, 1, 1)


@dataclass
class Written:
    """A number as it stands in the JSON text."""

    text: str


class NotStrictError(Exception):
    """The text is JSON for a lenient reader only."""


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise NotStrictError
    return dict(pairs)


def _number(text: str) -> Written:
    if len(text) > 40:
        raise NotStrictError
    return Written(text)


def _no_constant(_: str) -> None:
    raise NotStrictError


def levels(value: Any) -> int:
    """Return how many lists and objects lie inside each other."""
    if isinstance(value, dict):
        return 1 + max((levels(each) for each in value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((levels(each) for each in value), default=0)
    return 0


def parse(text: str) -> tuple[Any, Problems]:
    """Return what a JSON text says, numbers as they are written, or the one problem that it has as a whole."""
    if len(text.encode("utf-8", "surrogatepass")) > 64 * 1024:
        return None, [("", "too_many")]
    try:
        value = json.loads(
            text, object_pairs_hook=_pairs, parse_int=_number, parse_float=_number, parse_constant=_no_constant
        )
        if levels(value) > 8:
            return None, [("", "bad_json")]
    except (ValueError, NotStrictError, RecursionError):
        return None, [("", "bad_json")]
    if not isinstance(value, dict):
        return None, [("", "wrong_type")]
    return value, []


def is_unknown(value: Any) -> bool:
    """Tell whether a value is no answer."""
    return value is None or value == "unsure"


def choice(*options: str) -> Reader:
    """Return a reader of one of these words."""

    def read(value: Any, path: str, problems: Problems) -> Any:
        if is_unknown(value):
            return None
        if not isinstance(value, str):
            problems.append((path, "wrong_type"))
            return None
        if value not in options:
            problems.append((path, "bad_choice"))
            return None
        return value

    return read


def whole(least: int, most: int) -> Reader:
    """Return a reader of a whole number."""

    def read(value: Any, path: str, problems: Problems) -> Any:
        if is_unknown(value):
            return None
        text = value.text if isinstance(value, Written) else value
        # Reading: 9.0 and 9.00 are whole, as in JSON Schema; 9.5 is `wrong_type`, and 9.000 has too many decimals.
        if isinstance(text, str) and re.fullmatch(r"[0-9]+\.[0-9]{3,}", text):
            problems.append((path, "out_of_range"))
            return None
        if not isinstance(text, str) or not re.fullmatch(r"[0-9]+(\.0{1,2})?", text):
            problems.append((path, "wrong_type"))
            return None
        text = text.partition(".")[0]
        if len(text.lstrip("0")) > 9 or not least <= int(text) <= most:
            problems.append((path, "out_of_range"))
            return None
        return int(text)

    return read


def number(most: int, *words: str) -> Reader:
    """Return a reader of a percent, points or money, from 0 on, with two decimals at most; or one of these words."""

    def read(value: Any, path: str, problems: Problems) -> Any:
        if is_unknown(value):
            return None
        if isinstance(value, str) and value in words:
            return value
        text = value.text if isinstance(value, Written) else value
        if not isinstance(text, str) or not re.fullmatch("[0-9]+([.][0-9]+)?", text):
            problems.append((path, "wrong_type"))
            return None
        if len(text.partition(".")[2]) > 2 or Fraction(text) > most:
            problems.append((path, "out_of_range"))
            return None
        return Fraction(text)

    return read


def day(*words: str) -> Reader:
    """Return a reader of a date, or of one of these words."""

    def read(value: Any, path: str, problems: Problems) -> Any:
        if is_unknown(value):
            return None
        if not isinstance(value, str):
            problems.append((path, "wrong_type"))
            return None
        if value in words:
            return value
        found = as_date(value)
        # Reading: a day of the calendar outside 1900 to 2199 is beyond its bounds, not misspelt; a word that is none
        # of the key's words is no date.
        if found is None:
            problems.append((path, "bad_date"))
            return None
        if not FIRST_DAY <= found <= LAST_DAY:
            problems.append((path, "out_of_range"))
            return None
        return found

    return read


def as_date(text: str) -> date | None:
    """Return the day that a text names as YYYY-MM-DD, or nothing."""
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date(int(text[:4]), int(text[5:7]), int(text[8:]))
    except ValueError:
        return None


def text() -> Reader:
    """Return a reader of words."""

    def read(value: Any, path: str, problems: Problems) -> Any:
        if is_unknown(value):
            return None
        if not isinstance(value, str):
            problems.append((path, "wrong_type"))
            return None
        return value

    return read


def list_of(item: Reader, least: int, most: int) -> Reader:
    """Return a reader of a list."""

    def read(value: Any, path: str, problems: Problems) -> Any:
        if is_unknown(value):
            return None
        if not isinstance(value, list):
            problems.append((path, "wrong_type"))
            return None
        if len(value) < least:
            problems.append((path, "out_of_range"))
            return None
        # Reading: of a list that is too long that alone is said; its items are not looked at.
        if len(value) > most:
            problems.append((path, "too_many"))
            return None
        return [item(each, f"{path}.{index}", problems) for index, each in enumerate(value)]

    return read


def row(**fields: Reader) -> Reader:
    """Return a reader of an object inside a list; one that is unknown as a whole has only unknown fields."""

    def read(value: Any, path: str, problems: Problems) -> Any:
        if is_unknown(value):
            return dict.fromkeys(fields)
        if not isinstance(value, dict):
            problems.append((path, "wrong_type"))
            return dict.fromkeys(fields)
        problems.extend((f"{path}.{key}", "unknown_key") for key in value if key not in fields)
        return {key: field(value.get(key), f"{path}.{key}", problems) for key, field in fields.items()}

    return read


def percent(*words: str) -> Reader:
    """Return a reader of a percent."""
    return number(100, *words)


def money() -> Reader:
    """Return a reader of dollars."""
    return number(10**9)


def points() -> Reader:
    """Return a reader of points."""
    return number(10**6)


EVIDENCE = choice("in_place", "partly", "missing", "not_applicable")

QUESTIONS: dict[str, Reader] = {
    "partner": choice(*PARTNERS),
    "program": choice("cor", "secor"),
    "employees": whole(1, 99999),
    "records_since": day(),
    "audit_date": day(),
    "documentation_months": whole(0, 1200),
    "assessor": choice("external_auditor", "peer_auditor", "own_staff"),
    "overall_score": percent(),
    "element_scores": list_of(percent("not_applicable"), 1, 50),
    "audit_purpose": choice("certification", "recertification", "maintenance"),
    "links": list_of(
        row(
            who=choice("auditor", "corporate_group"),
            kind=choice("employed", "contracted", "advised", "audited"),
            ended=day("ongoing"),
        ),
        0,
        50,
    ),
    "module_1_completed": day("not_yet"),
    "module_12_completed": day("not_yet"),
    "audit_completed": day("not_yet"),
    "certificate": choice("standard", "one_year"),
    "certified_on": day(),
    "certification_audit_ended": day(),
    "maintenance_audit_ended": day(),
    "maintenance_assessor": choice("external_auditor", "internal_auditor", "candidate_auditor", "other"),
    "maintenance_score": percent(),
    "first_maintenance": day("not_yet"),
    "second_maintenance": day("not_yet"),
    "last_overall_score": percent(),
    "years_certified": whole(0, 60),
    "certification_audits": whole(0, 20),
    "auditor_on_staff": choice("yes", "no"),
    "orders_in_cycle": choice("yes", "no"),
    "last_maintenance": choice("audit", "alternative", "none"),
    "last_plan_percent": percent(),
    "maintenance_year": whole(2023, 2199),
    "auditor_certified_on": day(),
    "refresher_on": day("not_yet"),
    "audits": list_of(day(), 0, 50),
    "last_link_ended": day(),
    "field_work_started": day(),
    "field_work_ended": day(),
    "corrections_asked_on": day(),
    "industry_rated_premium": money(),
    "industries": list_of(row(earnings=money(), rate=money()), 1, 20),
    "refund_year": choice("first", "maintained"),
    "improvement_percent": percent(),
    "leader_percent": percent(),
    "elements": list_of(row(name=text(), awarded=points(), possible=points()), 1, 50),
    "evidence": list_of(row(element=text(), documents=EVIDENCE, interviews=EVIDENCE, observation=EVIDENCE), 1, 20),
}

KEYS: dict[str, tuple[str, ...]] = {
    "certification": (
        "partner", "employees", "records_since", "audit_date", "documentation_months", "assessor", "overall_score",
        "element_scores",
    ),
    "independence": ("audit_purpose", "audit_date", "links"),
    "internal-auditor": ("partner", "module_1_completed", "module_12_completed", "audit_completed"),
    "maintenance": (
        "partner", "program", "certificate", "certified_on", "certification_audit_ended", "maintenance_audit_ended",
        "maintenance_assessor", "maintenance_score",
    ),
    "cycle": (
        "partner", "certificate", "certified_on", "certification_audit_ended", "first_maintenance",
        "second_maintenance", "records_since",
    ),
    "alternatives": (
        "partner", "program", "employees", "last_overall_score", "years_certified", "certification_audits",
        "auditor_on_staff", "orders_in_cycle", "last_maintenance", "last_plan_percent", "maintenance_year",
    ),
    "auditor-upkeep": ("partner", "auditor_certified_on", "refresher_on", "audits"),
    "score": ("partner", "elements"),
    "readiness": ("partner", "evidence"),
    "plan": (
        "partner", "program", "certificate", "records_since", "certified_on", "certification_audit_ended",
        "module_12_completed", "last_link_ended", "field_work_started", "field_work_ended", "corrections_asked_on",
    ),
    "refund": (
        "program", "industry_rated_premium", "industries", "refund_year", "improvement_percent", "leader_percent",
    ),
}  # fmt: skip

OF_THE_OVERVIEW = (
    "certification",
    "independence",
    "internal-auditor",
    "maintenance",
    "cycle",
    "alternatives",
    "auditor-upkeep",
    "plan",
    "refund",
)

# In the order in which they first appear in its checks.
KEYS["overview"] = tuple(dict.fromkeys(key for check in OF_THE_OVERVIEW for key in KEYS[check]))


def read_answers(check: str, given: dict[str, Any]) -> tuple[dict[str, Any], Problems]:
    """Return every key's value, and what cannot be read."""
    problems: Problems = [(key, "unknown_key") for key in given if key not in KEYS[check]]
    return {key: QUESTIONS[key](given.get(key), key, problems) for key in KEYS[check]}, problems
