"""The schema, part by part: its words, its numbers and its days, beyond what the questions of today ask for."""

import decimal
import json
import re
from datetime import date
from typing import Any

import pytest

from cor_calc import schema
from cor_calc.checks import CHECKS
from cor_calc.kinds import Choice, Day, Hundredths, Text, Whole
from cor_calc.lists import ListOf
from tests.calc.asking import problems
from tests.calc.test_schema import exact, reader

UNKNOWN = [{"const": "unsure"}, {"type": "null"}]


@pytest.mark.parametrize("check", list(CHECKS))
def test_the_words_are_those_of_the_check(check: str) -> None:
    """Title and description of the whole, and under each key what the form asks."""
    made = schema.schema(check)
    assert list(made) == ["$schema", "title", "description", "type", "properties", "additionalProperties"]
    assert (made["title"], made["description"], made["type"]) == (CHECKS[check].title, CHECKS[check].summary, "object")
    for question in CHECKS[check].questions:
        asked = made["properties"][question.key]
        assert list(asked) == ["description", "anyOf"]
        assert asked["description"] == f"{question.label} {question.hint}".strip()
        assert asked["anyOf"][-2:] == UNKNOWN


def test_the_text_is_indented_ascii() -> None:
    """As programs and people read it."""
    (line, *lines) = schema.text("certification").splitlines()
    assert (line, lines[0]) == ("{", '  "$schema": "https://json-schema.org/draft/2020-12/schema",')
    assert schema.text("certification").isascii()
    assert json.loads(schema.text("certification")) == schema.schema("certification")


def test_characters_beyond_ascii_are_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    """In titles too."""
    monkeypatch.setattr(schema, "schema", lambda check: {"title": f"{check} é"})
    assert schema.text("x") == '{\n  "title": "x \\u00e9"\n}'


WAYS: list[tuple[Any, list[Any], str]] = [
    (Whole(0, 9), [{"type": "integer", "minimum": 0, "maximum": 9}, "pattern"], "whole numbers"),
    (Hundredths(0, 20, "percent"), [{"type": "number", "minimum": 0, "maximum": 20, "multipleOf": 0.01}, "pattern"],
     "numbers up to a bound"),
    (Hundredths(0, None, "points"),
     [{"type": "number", "minimum": 0, "exclusiveMaximum": 10**40, "multipleOf": 0.01}, "pattern"], "any number"),
    (Choice((("a", "A"), ("b", "B"))), [{"enum": ["a", "b"]}], "options"),
    (Day(date(1900, 1, 1), date(1999, 12, 31)), ["pattern"], "days"),
    (Day(date(1900, 1, 1), date(1999, 12, 31), (("yet", "Yet"),)), ["pattern", {"enum": ["yet"]}], "days or a word"),
    (ListOf(Text(), 0, 5), [{"type": "array", "minItems": 0, "maxItems": 5,
                             "items": {"anyOf": [{"type": "string"}, *UNKNOWN]}}], "a list"),
    (Text(), [{"type": "string"}], "a text"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "ways"), [row[:2] for row in WAYS], ids=[row[2] for row in WAYS])
def test_each_kind_has_its_ways_of_writing(kind: Any, ways: list[Any]) -> None:
    """To the letter, but for patterns, which are tried below."""
    made = schema._kind(kind)
    assert ["pattern" if list(way) == ["type", "pattern"] and way["type"] == "string" else way for way in made] == ways


@pytest.mark.parametrize("low", [0, 1])
@pytest.mark.parametrize("high", [1, 9, 10, 19, 90, 100, 109, 205, 999, 1000])
def test_every_whole_number_up_to_a_bound(low: int, high: int) -> None:
    """With noughts before and after, and nothing beyond."""
    pattern = re.compile(schema._kind(Whole(low, high))[1]["pattern"])
    for number in range(1200):
        for written in (str(number), f"00{number}", f"{number}.00"):
            assert bool(pattern.search(written)) is (low <= number <= high), written


def test_every_leap_day_of_six_centuries() -> None:
    """As the calendar has them."""
    pattern = re.compile(schema._day(1900, 2499)["pattern"])
    for year in range(1890, 2510):
        for day in (f"{year}-02-29", f"{year}-12-31"):
            try:
                real = 1900 <= date.fromisoformat(day).year <= 2499
            except ValueError:
                real = False
            assert bool(pattern.search(day)) is real, day


NUMBERS = ["-1", "-0.01", "0", "0.001", "0.01", "9", "79.99", "79.999", "100", "100.01", "1000000000", "1000000000.01",
           "1" + "0" * 39, "1" + "0" * 40, "true", '"ten"', "[]"]  # fmt: skip


@pytest.mark.parametrize(("check", "key"), [
    ("certification", "employees"), ("certification", "overall_score"), ("refund", "industry_rated_premium"),
    ("score", "awarded"), ("score", "possible"), ("score", "name"), ("refund", "year"), ("plan", "records_since"),
])  # fmt: skip
def test_numbers_that_are_no_texts(check: str, key: str) -> None:
    """The schema takes a JSON number exactly where the reader does."""
    validator = reader(check)
    with decimal.localcontext(prec=80):
        for number in NUMBERS:
            text = f'{{"elements": [{{"{key}": {number}}}]}}' if check == "score" else f'{{"{key}": {number}}}'
            assert validator.is_valid(exact(text)) is (not problems(check, text)), text
