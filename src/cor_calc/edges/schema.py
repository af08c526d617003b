"""JSON Schema 2020-12 of the answers, made from the questions. It accepts every text that the reader accepts.

What a schema cannot say: more than two decimals in a number, awarded points above those possible, steps in a
contradictory order, and days still to come.
"""

import json
from typing import Any

from cor_calc.checks import CHECKS, KEYS, overview
from cor_calc.engine.kinds import UNSURE, Choice, Day, Field, Hundredths, Kind, ListOf, OrWord, Row, Whole
from cor_calc.engine.questions import Question, questions
from cor_calc.engine.words import filled
from cor_calc.law import Book, load

_END = "$(?!\\n)"
_NUMBER = f"^[0-9]+(\\.[0-9]{{1,2}})?{_END}"
_WHOLE = f"^[0-9]+(\\.0{{1,2}})?{_END}"
_DATE = f"^[0-9]{{4}}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]){_END}"


def schema(check: str) -> dict[str, Any]:
    """Return the schema of a check's answers. KeyError for an unknown check."""
    law = load()
    asked = questions(law)
    book = law.on(law.turns[-1])
    title, summary = (
        (overview.TITLE, overview.SUMMARY) if check == overview.NAME else (CHECKS[check].title, CHECKS[check].summary)
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": summary,
        "type": "object",
        "properties": {key: _answer(asked[key], book) for key in KEYS[check]},
        "additionalProperties": False,
    }


def text(check: str) -> str:
    """Return the schema as indented JSON text."""
    return json.dumps(schema(check), ensure_ascii=True, indent=2)


def _answer(question: Question, book: Book) -> dict[str, Any]:
    described = filled(" ".join(filter(None, (question.label, question.hint))), book)
    return {"description": described, "anyOf": [*_kind(question.kind), *_unknown()]}


def _unknown() -> list[dict[str, Any]]:
    return [{"const": UNSURE}, {"type": "null"}]


def _kind(kind: Kind) -> list[dict[str, Any]]:
    """Return the ways in which a value of this kind can be written."""
    match kind:
        case Whole(low, high):
            return [{"type": "integer", "minimum": low, "maximum": high}, {"type": "string", "pattern": _WHOLE}]
        case Hundredths(high):
            return [{"type": "number", "minimum": 0, "maximum": high}, {"type": "string", "pattern": _NUMBER}]
        case OrWord(inner, words):
            return [*_kind(inner), {"enum": [word for word, _ in words]}]
        case Choice(options):
            return [{"enum": [value for value, _ in options]}]
        case Day(words):
            ways: list[dict[str, Any]] = [{"type": "string", "format": "date", "pattern": _DATE}]
            return [*ways, {"enum": [word for word, _ in words]}] if words else ways
        case ListOf(item, low, high):
            return [{"type": "array", "minItems": low, "maxItems": high, "items": _item(item)}]
        case _:
            return [{"type": "string"}]


def _item(kind: Kind) -> dict[str, Any]:
    ways = [_row(kind.fields)] if isinstance(kind, Row) else _kind(kind)
    return {"anyOf": [*ways, *_unknown()]}


def _row(fields: tuple[Field, ...]) -> dict[str, Any]:
    properties = {
        field.key: {"description": field.label, "anyOf": [*_kind(field.kind), *_unknown()]} for field in fields
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}
