"""JSON Schema 2020-12 of the answers, made from the questions, as strict as the reader.

What a schema cannot say: awarded points above those possible, steps in a contradictory
order, days still to come, and the spelling of a JSON number (80.000, 8e1).
"""

import json
from typing import Any

from cor_calc.answers import UNSURE_TEXT, Question
from cor_calc.checks import CHECKS
from cor_calc.kinds import LONGEST_NUMBER, Choice, Day, Hundredths, Kind, Whole
from cor_calc.lists import ListOf, Row

_END = "$(?!\\n)"
_DECIMALS = r"(\.[0-9]{1,2})?"
_NOUGHTS = r"(\.0{1,2})?"
_LEAP_YEARS = "(0[48]|[2468][048]|[13579][26])"


def schema(check: str) -> dict[str, Any]:
    """Return the schema of a check's answers. KeyError for an unknown check."""
    found = CHECKS[check]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": found.title,
        "description": found.summary,
        **_object(found.questions),
    }


def text(check: str) -> str:
    """Return the schema as indented JSON text."""
    return json.dumps(schema(check), ensure_ascii=True, indent=2)


def _object(questions: tuple[Question, ...]) -> dict[str, Any]:
    properties = {question.key: _answer(question) for question in questions}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _answer(question: Question) -> dict[str, Any]:
    described = " ".join(filter(None, (question.label, question.hint)))
    return {"description": described, "anyOf": [*_kind(question.kind), *_unknown()]}


def _unknown() -> list[dict[str, Any]]:
    return [{"const": UNSURE_TEXT}, {"type": "null"}]


def _kind(kind: Kind) -> list[dict[str, Any]]:
    """Return the ways in which a value of this kind can be written."""
    match kind:
        case Whole(low, high):
            return [
                {"type": "integer", "minimum": low, "maximum": high},
                _pattern(rf"^0*{_between(low, high)}{_NOUGHTS}{_END}"),
            ]
        case Hundredths(low, int(high)):
            within = f"({_between(0, high - 1)}{_DECIMALS}|{high}{_NOUGHTS})"
            return [
                {"type": "number", "minimum": low, "maximum": high, "multipleOf": 0.01},
                _pattern(rf"^0*{within}{_END}"),
            ]
        case Hundredths(low):
            most = 10**LONGEST_NUMBER
            return [
                {"type": "number", "minimum": low, "exclusiveMaximum": most, "multipleOf": 0.01},
                _pattern(rf"^0*[0-9]{{1,{LONGEST_NUMBER}}}{_DECIMALS}{_END}"),
            ]
        case Choice(options):
            return [{"enum": [value for value, _ in options]}]
        case Day(low, high, words):
            return [_day(low.year, high.year), *([{"enum": [word for word, _ in words]}] if words else [])]
        case ListOf(item, low, high):
            return [{"type": "array", "minItems": low, "maxItems": high, "items": _item(item)}]
        case _:
            return [{"type": "string"}]


def _item(kind: Kind) -> dict[str, Any]:
    return _object(kind.fields) if isinstance(kind, Row) else {"anyOf": [*_kind(kind), *_unknown()]}


def _pattern(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": pattern}


def _between(low: int, high: int) -> str:
    """Return a pattern of the whole numbers from low to high. `low` is 0 or 1."""
    digits = str(high)
    ways = [f"[0-9]{{1,{len(digits) - 1}}}"] if len(digits) > 1 else []
    for place, digit in enumerate(digits):
        if digit != "0":
            ways.append(f"{digits[:place]}[0-{int(digit) - 1}][0-9]{{{len(digits) - place - 1}}}")
    ways.append(digits)
    nothing = r"(?!0*(\.0*)?$)" if low else ""
    return f"{nothing}({'|'.join(ways)})"


def _day(first_year: int, last_year: int) -> dict[str, Any]:
    """Return a pattern of the real dates of whole centuries, leap days included."""
    centuries = range(first_year // 100, last_year // 100 + 1)
    any_century = "|".join(str(century) for century in centuries)
    leap = "|".join(str(century) for century in centuries if century % 4 == 0)
    days = "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
    leap_day = f"(({any_century}){_LEAP_YEARS}|({leap})00)-02-29"
    return _pattern(f"^(({any_century})[0-9]{{2}}-{days}|{leap_day}){_END}")
