"""The schema of the answers: it accepts whatever the reader accepts, in an ordinary validator with binary numbers too."""

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cor_calc.checks import KEYS
from cor_calc.edges.schema import schema, text

from ..support.answers import answer_sets
from ..support.asking import problems, table
from ..support.situations import GOOD

EVERY_CHECK = pytest.mark.parametrize("check", KEYS)
BEYOND = {"out_of_range", "contradiction"}
"""What a schema cannot say of every answer: more than two decimals, points above those possible, days to come."""


@cache
def validator(check: str) -> Draft202012Validator:
    """Return the validator of a check's answers, which looks at formats as well."""
    return Draft202012Validator(schema(check), format_checker=Draft202012Validator.FORMAT_CHECKER)


@EVERY_CHECK
def test_it_is_a_schema(check: str) -> None:
    """Of the draft that it names, with every question and nothing else."""
    Draft202012Validator.check_schema(schema(check))
    assert schema(check)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(schema(check)["properties"]) == list(KEYS[check])
    assert json.loads(text(check)) == schema(check)
    for described in schema(check)["properties"].values():
        assert described["description"]
        assert "{" not in described["description"]


@EVERY_CHECK
def test_it_accepts_what_can_be_read(check: str) -> None:
    """Every made-up set of answers without problems is valid."""
    read = 0
    for answers, _ in answer_sets(check, 300, 31):
        if not problems(check, answers):
            read += 1
            assert validator(check).is_valid(answers), (answers, next(validator(check).iter_errors(answers)))
    assert read > 100


@EVERY_CHECK
def test_it_refuses_what_cannot_be_read(check: str) -> None:
    """But for what no schema can say of numbers and days, every set with problems is invalid."""
    refused = 0
    for answers, _ in answer_sets(check, 300, 32):
        codes = {code for _, code in problems(check, answers)}
        if codes - BEYOND and "bad_json" not in codes:
            refused += 1
            assert not validator(check).is_valid(answers), (answers, codes)
    assert refused > 3


@pytest.mark.parametrize("check", GOOD)
def test_good_answers_are_valid(check: str) -> None:
    """And null, unsure, and nothing at all."""
    assert validator(check).is_valid(GOOD[check])
    for value in (None, "unsure"):
        assert validator(check).is_valid(dict.fromkeys(KEYS[check], value))
    assert validator(check).is_valid({})


@EVERY_CHECK
def test_it_refuses_other_keys(check: str) -> None:
    """Of the answers, and of the rows of a list."""
    assert not validator(check).is_valid({"colour": 1})
    for key, described in schema(check)["properties"].items():
        for way in described["anyOf"]:
            for item in way.get("items", {}).get("anyOf", ()):
                if item.get("type") == "object":
                    assert not validator(check).is_valid({key: [{"colour": 1}]})
                    assert validator(check).is_valid({key: [{}, None, "unsure"]})


def test_every_percent_of_two_decimals() -> None:
    """As a binary number and as a text: no rounding of the validator's stands in the way."""
    made = validator("certification")
    for hundredths in range(10_001):
        assert made.is_valid({"overall_score": hundredths / 100})
    for text_ in ("0", "79.99", "79.9", "080", "100.00"):
        assert made.is_valid({"overall_score": text_})


@table(
    "check answers",
    [
        ("certification", {"overall_score": 100.01}, "more than all"),
        ("certification", {"overall_score": "80%"}, "a sign"),
        ("certification", {"overall_score": "80.001"}, "three decimals in a text"),
        ("certification", {"overall_score": "80\n"}, "a line's end after a number"),
        ("certification", {"overall_score": True}, "a truth value"),
        ("certification", {"employees": 0}, "nobody"),
        ("certification", {"employees": 9.5}, "half a person"),
        ("certification", {"employees": "9.5"}, "half a person in a text"),
        ("certification", {"records_since": "2025-02-30"}, "a day that does not exist"),
        ("certification", {"records_since": "2025-02-03\n"}, "a line's end after a day"),
        ("certification", {"records_since": "not_yet"}, "a word where a day is asked"),
        ("certification", {"assessor": "other"}, "a choice that is none"),
        ("certification", {"element_scores": []}, "no scores"),
        ("certification", {"element_scores": [80] * 51}, "too many"),
        ("independence", {"links": [5]}, "a number for a row"),
        ("score", {"elements": [{"name": 5}]}, "a number for a name"),
        ("overview", {"elements": []}, "a key that the overview does not ask"),
        ("certification", [], "a list for an object"),
    ],
)
def test_what_it_refuses(check: str, answers: Any) -> None:
    """As the reader does."""
    assert not validator(check).is_valid(answers)
    assert problems(check, json.dumps(answers))
