"""Kinds of answers: how each is shown to a person, and written back as JSON."""

from datetime import date
from typing import Any

import pytest

from cor_calc.edges.description import _kind
from cor_calc.engine.conditions import fold
from cor_calc.engine.questions import QUESTIONS
from cor_calc.numbers import hundredths

from ...support.asking import table


@table(
    "key value shown",
    [
        ("employees", 1234, "1,234", "thousands have a comma"),
        ("documentation_months", 1, "1 month", "one is singular"),
        ("documentation_months", 12, "12 months", "many are not"),
        ("maintenance_year", 2027, "2027", "a year has no comma"),
        ("overall_score", 8000, "80%", "a whole percent"),
        ("overall_score", 7990, "79.9%", "one with a part"),
        ("industry_rated_premium", 125050, "$1,250.50", "dollars and cents"),
        ("assessor", "own_staff", "Someone on your own staff", "a choice by its words"),
        ("records_since", date(2025, 11, 30), "30 November 2025", "a day in words"),
        ("audit_completed", "not_yet", "Not yet", "the word that stands for one"),
        ("element_scores", (8000, "not_applicable", None), "80%; Does not apply; not known", "a list"),
        ("links", (), "none", "an empty list"),
        ("links", ({"kind": "audited", "ended": "ongoing"}, {}), "Did an earlier audit, and nothing else, It has not ended; not known", "rows"),
        ("elements", ({"name": "Training", "awarded": 100, "possible": 250},), "Training, 1 point, 2.5 points", "points with their unit"),
    ],
)  # fmt: skip
def test_shown(key: str, value: Any, shown: str) -> None:
    """As people write it."""
    assert QUESTIONS[key].kind.shown(value) == shown


@table(
    "key value written",
    [
        ("employees", 9, 9, "a whole number"),
        ("overall_score", 7990, "79.90", "two decimals"),
        ("records_since", date(2025, 11, 30), "2025-11-30", "a day"),
        ("element_scores", (8000, "not_applicable", None), ["80.00", "not_applicable", None], "a list"),
        ("links", ({"kind": "audited"}, {}), [{"kind": "audited"}, {}], "rows"),
    ],
)
def test_written(key: str, value: Any, written: Any) -> None:
    """As an outcome repeats it."""
    assert QUESTIONS[key].kind.write(value) == written


def test_what_cannot_be_is_no_silent_answer() -> None:
    """A kind that nobody describes, a result without conditions, and a third decimal are faults of the program."""
    with pytest.raises(TypeError):
        _kind(object())  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="conditions"):
        fold([])
    with pytest.raises(ValueError, match=r"1\.234"):
        hundredths("1.234")
