"""Strict JSON: a key given twice, NaN, deep nesting and endless numbers are refused, each with its reason."""

import json
import re
from collections.abc import Iterable
from typing import Any

from cor_calc.engine.kinds import LONGEST_NUMBER, NumberText
from cor_calc.engine.problems import Problems

LONGEST_TEXT = 64 * 1024
DEEPEST = 8
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")


class NotStrictError(ValueError):
    """The text is JSON only to a lenient reader; the message is the reason."""


def read_object(text: str, problems: Problems) -> dict[str, Any] | None:
    """Return the JSON object in a text, or None with a problem noted. Numbers stay as spelled, as `NumberText`."""
    if len(text.encode("utf-8", "surrogatepass")) > LONGEST_TEXT:
        problems.note("", "too_many", f"Shorten the answers to at most {LONGEST_TEXT // 1024} KiB of text.")
        return None
    try:
        value = _loads(text)
    except (NotStrictError, json.JSONDecodeError) as error:
        problems.note("", "bad_json", f"Write the answers as one strict JSON object: {_reason(error)}.")
        return None
    if not isinstance(value, dict):
        problems.note("", "wrong_type", 'Write the answers as a JSON object, such as {"employees": 9}.')
        return None
    return value


def dumps(value: object) -> str:
    """Return compact ASCII JSON."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def _loads(text: str) -> object:
    if _depth(text) > DEEPEST:
        raise NotStrictError(f"it is nested more than {DEEPEST} levels deep")
    return json.loads(
        text,
        parse_int=_number,
        parse_float=_number,
        parse_constant=_constant,
        object_pairs_hook=_object,
    )


def _depth(text: str) -> int:
    deepest = depth = 0
    for bracket in _BRACKET.findall(_STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _number(text: str) -> NumberText:
    if len(text) > LONGEST_NUMBER:
        raise NotStrictError(f"a number has more than {LONGEST_NUMBER} characters")
    return NumberText(text)


def _constant(text: str) -> object:
    raise NotStrictError(f"{text} is not a JSON number")


def _object(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise NotStrictError(f"the key {key!a} stands twice")
        found[key] = value
    return found


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        text, at = error.doc, error.pos
        before = text[:at].rstrip(" \t\r\n")
        if before.endswith(",") and text[at : at + 1] in ("]", "}"):
            at = len(before) - 1  # Pythons differ on where a comma too many is: say the comma itself
        return f"line {text.count(chr(10), 0, at) + 1}, column {at - text.rfind(chr(10), 0, at)}, cannot be read"
    return str(error)
