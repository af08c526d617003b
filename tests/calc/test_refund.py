"""Refund: an estimate of the incentive, cut to the cent, that WCB-Alberta decides."""

from typing import Any

import pytest

from .asking import outcome, result

FIGURES = [
    ("1000", "first", ..., "10.00", "100.00", "ten percent in the first year"),
    ("1000", "maintained", ..., "5.00", "50.00", "five in a maintained year"),
    (1000, "first", 0, "10.00", "100.00", "no improvement leaves the first year's ten"),
    (1000, "first", "9.99", "10.00", "100.00", "an improvement below ten"),
    (1000, "first", 10, "10.00", "100.00", "an improvement of ten"),
    (1000, "first", "10.01", "10.01", "100.10", "an improvement above ten: the highest counts, not the sum"),
    (1000, "maintained", 5, "5.00", "50.00", "an improvement of five"),
    (1000, "maintained", "5.01", "5.01", "50.10", "an improvement above five"),
    (1000, "maintained", "19.99", "19.99", "199.90", "just below the most"),
    (1000, "maintained", 20, "20.00", "200.00", "the most"),
    (1000, "maintained", "20.01", "20.00", "200.00", "never more than twenty"),
    (1000, "first", 100, "20.00", "200.00", "costs that fell to nothing"),
    ("0.09", "first", ..., "10.00", "0.00", "0.009 is cut to nothing"),
    ("0.19", "first", ..., "10.00", "0.01", "0.019 is cut to a cent"),
    ("999.99", "maintained", ..., "5.00", "49.99", "49.9995 is cut to 49.99"),
    ("12345.67", "first", "12.34", "12.34", "1523.45", "1523.455678 is cut"),
    (0, "first", 20, "20.00", "0.00", "no premium"),
    (1000000000, "first", 20, "20.00", "200000000.00", "the largest premium"),
    ("999999999.99", "first", "19.99", "19.99", "199899999.99", "no cent is lost in large numbers"),
    (0.29, "first", ..., "10.00", "0.02", "0.029 is cut"),
]


@pytest.mark.parametrize(
    ("premium", "year", "improvement", "percent", "refund"), [r[:5] for r in FIGURES], ids=[r[5] for r in FIGURES]
)
@pytest.mark.parametrize("program", ["cor", ..., "unsure"])
def test_figures(program: Any, premium: Any, year: str, improvement: Any, percent: str, refund: str) -> None:
    """The highest of the year's share and the improvement, at most twenty percent of the premium."""
    answers = {"program": program, "industry_rated_premium": premium, "year": year, "improvement_percent": improvement}
    found = result("refund", {k: v for k, v in answers.items() if v is not ...})
    assert (found["verdict"], found["figures"]) == (None, {"percent": percent, "refund": refund})
    assert list(found["figures"]) == ["percent", "refund"]


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"industry_rated_premium": "1000"},
        {"year": "first"},
        {"industry_rated_premium": "unsure", "year": "first"},
        {"industry_rated_premium": "1000", "year": None, "improvement_percent": "15"},
        {"program": "secor", "industry_rated_premium": "1000"},
    ],
)
def test_both_figures_need_premium_and_year(answers: dict[str, Any]) -> None:
    """Without the premium or the year there is no figure, and no verdict."""
    found = result("refund", answers)
    assert (found["verdict"], found["figures"]) == (None, {})


@pytest.mark.parametrize("rest", [{}, {"industry_rated_premium": "1000"}, {"improvement_percent": 20}])
def test_secor_in_its_first_year_is_not_covered(rest: dict[str, Any]) -> None:
    """What a SECOR gets in its first year is not published."""
    found = result("refund", {"program": "secor", "year": "first", **rest})
    assert (found["verdict"], found["figures"], found["open_questions"]) == ("not_covered", {}, [])


def test_secor_when_maintained() -> None:
    """A maintained SECOR year is worked out as for COR."""
    found = result("refund", {"program": "secor", "year": "maintained", "industry_rated_premium": "1000"})
    assert (found["verdict"], found["figures"]) == (None, {"percent": "5.00", "refund": "50.00"})


OPEN = [
    ({"program": "secor"}, ["year"], "the first year of a SECOR is not covered"),
    ({"year": "first"}, ["program"], "nor would it be if this were a SECOR"),
    ({"program": "cor"}, [], "COR is never not covered"),
    ({"year": "maintained"}, [], "nor is a maintained year"),
    ({}, ["program", "year"], "both are open"),
]


@pytest.mark.parametrize(("answers", "keys"), [row[:2] for row in OPEN], ids=[row[2] for row in OPEN])
def test_open_questions(answers: dict[str, Any], keys: list[str]) -> None:
    """A key is open where some value of it can still turn the verdict into not covered."""
    assert result("refund", answers)["open_questions"] == keys


@pytest.mark.parametrize(
    "answers", [{}, {"program": "secor", "year": "first"}, {"year": "first", "industry_rated_premium": 1}]
)
def test_wcb_decides(answers: dict[str, Any]) -> None:
    """That WCB-Alberta decides is always said."""
    assert any("WCB" in a["text"] for a in outcome("refund", answers)["assumptions"])
