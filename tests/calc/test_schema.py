"""The schema of the answers: valid JSON Schema, and as strict as the reader."""

import decimal
import json
import random
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cor_calc.schema import schema

from . import shapes
from .asking import problems
from .cases import BAD_TEXTS, CASES, PASSING

LAST_DAY = "2199-12-31"  # no answer lies after it, so the one thing that depends on today never matters


def reader(check: str) -> Draft202012Validator:
    """Return a validator that compares decimals exactly."""
    return Draft202012Validator(exact(json.dumps(schema(check))))


def exact(text: str) -> Any:
    """Return JSON with its decimals kept as they are written."""
    return json.loads(text, parse_float=Decimal)


def beyond_words(answers: Any) -> bool:
    """Tell whether more points are awarded than possible: what no schema can say."""
    rows = answers.get("elements") if isinstance(answers, dict) else None
    for row in rows if isinstance(rows, list) else []:
        try:
            if isinstance(row, dict) and Decimal(str(row.get("awarded"))) > Decimal(str(row.get("possible"))):
                return True
        except decimal.InvalidOperation:
            continue
    return False


@pytest.mark.parametrize("check", list(PASSING))
def test_it_is_json_schema(check: str) -> None:
    """The schema is itself valid, names its dialect, and takes no keys but the answers'."""
    made = schema(check)
    Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["additionalProperties"] is False
    assert list(made["properties"]) == list(shapes.KEYS[check])
    assert not made.get("required")


@pytest.mark.parametrize("check", list(PASSING))
def test_it_takes_all_known_situations(check: str) -> None:
    """Whatever is evaluated is valid."""
    validator = reader(check)
    for name, answers, _, sentence in CASES:
        if name == check:
            assert validator.is_valid(exact(json.dumps(answers))), sentence


@pytest.mark.parametrize("check", list(PASSING))
def test_it_refuses_all_known_slips(check: str) -> None:
    """What the reader refuses is invalid, except what cannot be read as JSON and a day still to come."""
    validator = reader(check)
    for name, text, found in BAD_TEXTS:
        if (
            name == check
            and "" not in {path for path, code in found if code != "unknown_key"}
            and problems(check, text, LAST_DAY)
        ):
            assert not validator.is_valid(exact(text)), text


@pytest.mark.parametrize("check", list(PASSING))
def test_it_agrees_with_the_reader(check: str) -> None:
    """Over a thousand inputs of every shape the schema and the reader agree, both ways."""
    chance = random.Random(f"schema of {check}")  # noqa: S311
    validator = reader(check)
    taken = refused = 0
    with decimal.localcontext(prec=80):
        for _ in range(1000):
            answers = shapes.answers(chance, shapes.KEYS[check], chance.choice((0, 0.05, 0.3)))
            text = json.dumps(answers)
            found = problems(check, text, LAST_DAY)
            if "e-" in text or beyond_words(answers) or {code for _, code in found} & {"contradiction", "bad_json"}:
                continue
            assert validator.is_valid(exact(text)) is (not found), (text, found)
            taken, refused = taken + (not found), refused + bool(found)
    assert min(taken, refused) > 50


SPELLINGS = [
    "0", "00", "0.0", "0.00", "0.000", "0.01", "1", "9", "10", "99", "99.99", "99.999", "100", "100.0", "100.00",
    "000100", "0100.00", "100.01", "100.1", "101", "999", "1200", "1201", "12000", "99999", "99999.0", "100000",
    "0999999999.99", "1000000000", "1000000000.00", "1000000000.01", "9" * 40, "1\n", "", ".", "1.",
]  # fmt: skip


@pytest.mark.parametrize(
    ("check", "key"),
    [("certification", "employees"), ("certification", "documentation_months"), ("certification", "overall_score"),
     ("refund", "industry_rated_premium")],
)  # fmt: skip
def test_spellings_of_numbers(check: str, key: str) -> None:
    """A number written as text is bounded by the schema exactly as by the reader."""
    validator = reader(check)
    for spelling in SPELLINGS:
        answers = {key: spelling}
        assert validator.is_valid(answers) is (not problems(check, json.dumps(answers))), spelling


def test_every_day_of_the_calendar_around_its_edges() -> None:
    """Days, leap days and the calendar's ends are bounded by the schema exactly as by the reader."""
    validator = reader("plan")
    for year in (0, 1899, 1900, 1904, 2000, 2023, 2024, 2100, 2196, 2199, 2200, 2400):
        for month in (0, 1, 2, 4, 11, 12, 13):
            for day in (0, 1, 28, 29, 30, 31, 32):
                answers = {"records_since": f"{year:04}-{month:02}-{day:02}"}
                assert validator.is_valid(answers) is (not problems("plan", json.dumps(answers))), answers
