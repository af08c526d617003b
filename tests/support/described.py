"""What every check asks, as the checks' own description has it."""

from typing import Any

from cor_calc.checks import CHECKS
from cor_calc.kinds import Choice, Day, Hundredths, Text, Whole
from cor_calc.lists import ListOf, Row

Question = dict[str, Any]


def description() -> dict[str, Any]:
    """Return the description: the version of links, the checks with their keys, and the questions by check and key.

    Version 2: `from cor_calc.edges.description import description` instead of all below, one table for all checks.
    """
    checks = [{"name": name, "keys": [question.key for question in check.questions]} for name, check in CHECKS.items()]
    return {"version": 1, "checks": checks}


def question(check: str, key: str) -> Question:
    """Return what a check asks under a key. Version 2: `description()["questions"][key]`."""
    (asked,) = (asked for asked in CHECKS[check].questions if asked.key == key)
    return _question(asked.kind)


def _question(kind: Any) -> Question:
    match kind:
        case Choice(options):
            return {"kind": "choice", "options": _options(options)}
        case Whole(low, high):
            return {"kind": "whole", "low": low, "high": high}
        case Hundredths(unit=unit):
            return {"kind": unit}
        case Day(words=words):
            return {"kind": "date", "options": _options(words)}
        case Text():
            return {"kind": "text"}
        case ListOf(Row() as row, low):
            return {"kind": "rows", "least": low, "fields": [{"key": f.key, **_question(f.kind)} for f in row.fields]}
        case ListOf(item, low):
            return {"kind": "list", "least": low, "item": _question(item)}
    raise TypeError(kind)


def _options(words: tuple[tuple[str, str], ...]) -> list[dict[str, str]]:
    return [{"value": value, "label": label} for value, label in words]
