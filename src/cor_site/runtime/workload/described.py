"""What can be asked: every check's questions in the shape of `description.json`, and the limits that the law sets."""

import json
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any

from cor_site.setup.paths import CALCULATOR

Question = dict[str, Any]
"""As in `description.json`: a `kind`, and its `options`, `low`, `high`, `least`, `most`, `item` or `fields`."""

FUNCTIONS: dict[str, str] = json.loads((CALCULATOR / "python/functions.json").read_text(encoding="utf-8"))
"""The functions that a page can call, each with its module."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check and the questions that it asks, by key."""

    name: str
    questions: dict[str, Question]


def checks() -> list[Check]:
    """Return every check, as the rules describe it."""
    try:
        described = import_module("cor_calc.edges.description").description()
    except ModuleNotFoundError:
        return _version_1()
    questions = described["questions"]
    return [Check(check["name"], {key: questions[key] for key in check["keys"]}) for check in described["checks"]]


def limits() -> list[float]:
    """Return the numbers that the law compares answers with, each once, in order."""
    try:
        law: Any = import_module("cor_calc.law").load()
        values = [version.value for fact in law.facts.values() for version in fact.versions]
    except ModuleNotFoundError:
        values = [fact.value for fact in import_module("cor_calc.facts").load().facts.values()]
    return sorted({number for number in map(_number, values) if number is not None})


def _number(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    try:
        return float(str(value))
    except ValueError:
        return None


def _version_1() -> list[Check]:
    """Describe the checks of version 1, whose questions are dataclass fields with kinds."""
    known = import_module("cor_calc.checks").CHECKS
    return [Check(name, {each.key: _kind(each.kind) for each in check.questions}) for name, check in known.items()]


def _kind(kind: Any) -> Question:
    match type(kind).__name__:
        case "Whole":
            return {"kind": "whole", "low": kind.low, "high": kind.high}
        case "Hundredths":
            return {"kind": "percent" if kind.high == 100 else "money", "low": kind.low, "high": kind.high}  # noqa: PLR2004
        case "Choice":
            return {"kind": "choice", "options": [{"value": value} for value, *_ in kind.options]}
        case "Day":
            words = [{"value": word} for word, _ in kind.words]
            return {"kind": "date", "options": words, "low": _day(kind.low), "high": _day(kind.high)}
        case "Text":
            return {"kind": "text"}
        case "ListOf" if type(kind.item).__name__ == "Row":
            fields = [{"key": each.key, **_kind(each.kind)} for each in kind.item.fields]
            return {"kind": "rows", "least": kind.low, "most": kind.high, "fields": fields}
        case "ListOf":
            return {"kind": "list", "least": kind.low, "most": kind.high, "item": _kind(kind.item)}
        case other:
            raise TypeError(other)


def _day(value: Any) -> str | None:
    return value.isoformat() if isinstance(value, date) else None
