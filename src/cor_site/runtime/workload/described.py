"""What can be asked: every check's questions as the rules describe them, and the limits that the law sets."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from cor_calc.edges.description import description
from cor_calc.law import load
from cor_site.setup.paths import CALCULATOR

Question = dict[str, Any]
"""As in `description.json`: a `kind`, and its `options`, `low`, `high`, `least`, `most`, `item` or `fields`."""

FUNCTIONS: dict[str, str] = json.loads((CALCULATOR / "python/functions.json").read_text(encoding="utf-8"))
"""The functions that a page can call, each with its module."""

TODAY = date(2026, 11, 22)
"""The day for which answers at the bounds are judged: fixed, so that every build asks the same."""


@dataclass(frozen=True, slots=True)
class CheckAsked:
    """A check and the questions that it asks, by key."""

    name: str
    questions: dict[str, Question]


def checks() -> list[CheckAsked]:
    """Return every check, as the rules describe it."""
    described = description(load(), TODAY)
    questions = described["questions"]
    return [CheckAsked(check["name"], {key: questions[key] for key in check["keys"]}) for check in described["checks"]]


def limits() -> list[float]:
    """Return the numbers that the law compares answers with, each once, in order."""
    law = load()
    values = [fact.value for parameter in law.parameters.values() for fact in parameter.versions]
    values += [term for option in law.options for term in option.terms.values()]
    return sorted({number for number in map(_number, values) if number is not None})


def _number(value: object) -> float | None:
    """Return a number or a decimal text as a number; None for a flag, a day or a list of days."""
    if isinstance(value, bool):
        return None
    try:
        return float(str(value))
    except ValueError:
        return None
