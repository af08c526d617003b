"""Refund: the highest measure of the premium, cut to the cent, and the most it could be."""

from typing import Any

import pytest

from ...support.asking import assumed, problems, result, table

PREMIUM = {"industry_rated_premium": "12345.67"}


def figures(**answers: Any) -> dict[str, Any]:
    """Return the figures."""
    found: dict[str, Any] = result("refund", answers)["figures"]
    return found


@table(
    "answers percent refund",
    [
        ({"refund_year": "first"}, "10.00", "1234.56", "ten percent in the first year"),
        ({"refund_year": "maintained"}, "5.00", "617.28", "five in each later year"),
        ({"refund_year": "first", "improvement_percent": "9.99"}, "10.00", "1234.56", "less improvement changes nothing"),
        ({"refund_year": "first", "improvement_percent": "10.01"}, "10.01", "1235.80", "more improvement counts"),
        ({"refund_year": "maintained", "improvement_percent": "5.01"}, "5.01", "618.51", "from five on in later years"),
        ({"refund_year": "maintained", "leader_percent": "6"}, "6.00", "740.74", "leading the industry counts"),
        ({"refund_year": "maintained", "improvement_percent": 7, "leader_percent": 6}, "7.00", "864.19", "the higher of both"),
        ({"refund_year": "first", "improvement_percent": 20}, "20.00", "2469.13", "twenty is the most"),
        ({"refund_year": "first", "improvement_percent": "20.01"}, "20.00", "2469.13", "and no more"),
        ({"refund_year": "first", "leader_percent": 100}, "20.00", "2469.13", "whatever the measure"),
        ({"refund_year": "maintained", "improvement_percent": "unsure", "leader_percent": None}, "5.00", "617.28",
         "what is not known is left out"),
    ],
)  # fmt: skip
def test_the_highest_measure(answers: dict[str, Any], percent: str, refund: str) -> None:
    """The year's own percent, the improvement or the leader's: the highest, at most twenty."""
    expected = {"percent": percent, "refund": refund, "refund_most": "2469.13"}
    for program in ({}, {"program": "cor"}):
        assert figures(**PREMIUM, **answers, **program) == expected


@table(
    "premium refund",
    [
        ("0", "0.00", "nothing"),
        ("0.09", "0.00", "less than a cent is cut off"),
        ("0.19", "0.01", "and not rounded"),
        ("1000000000", "100000000.00", "the largest premium that is read"),
    ],
)
def test_cut_to_the_cent(premium: str, refund: str) -> None:
    """What is left of a cent is cut off."""
    assert figures(industry_rated_premium=premium, refund_year="first")["refund"] == refund


@table(
    "rows refund",
    [
        ([("1000000", "1.23")], "1230.00", "earnings in hundreds times the rate"),
        ([("1000000", "1.23"), ("500000", "2.50")], "2480.00", "over all industries"),
        ([("100.01", "0.33")], "0.03", "cut at the end alone: 0.330033 of a premium"),
        ([("0.01", "0.01")] * 20, "0.00", "very little, twenty times"),
    ],
)
def test_the_premium_from_industries(rows: list[tuple[str, str]], refund: str) -> None:
    """Where the premium is not known it is worked out, exactly, from earnings and rates."""
    industries = [{"earnings": earnings, "rate": rate} for earnings, rate in rows]
    assert figures(industries=industries, refund_year="first")["refund"] == refund
    assert figures(**PREMIUM, industries=industries, refund_year="first")["refund"] == "1234.56"


@table(
    "answers open_questions",
    [
        ({}, ["industry_rated_premium", "refund_year"], "premium and year"),
        ({"refund_year": "first"}, ["industry_rated_premium"], "the premium"),
        (PREMIUM, ["refund_year"], "the year"),
        ({"refund_year": "first", "industries": [{"earnings": 100}]}, ["industry_rated_premium"], "a rate is missing"),
        ({"refund_year": "first", "industries": [None, {"earnings": 1, "rate": 1}]}, ["industry_rated_premium"],
         "an industry is not known"),
        ({"industries": [{"earnings": 100, "rate": 1}]}, ["refund_year"], "with industries enough"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("program", ["cor", "secor", None])
def test_what_is_open(answers: dict[str, Any], open_questions: list[str], program: str | None) -> None:
    """Premium and year alone are asked, and there are no figures without them."""
    if program == "secor" and answers.get("refund_year") == "first":
        return
    found = result("refund", {**answers, "program": program})
    assert (found["verdict"], found["open_questions"], found["figures"]) == (None, open_questions, {})


@table(
    "program year verdict",
    [
        ("secor", "first", "not_covered", "a SECOR's first year is not published"),
        ("secor", "maintained", None, "its later years are"),
        ("secor", None, None, "while the year is not known nothing is said"),
        ("cor", "first", None, "a COR's first year is published"),
        (None, "first", None, "without a program it is a COR's"),
    ],
)
def test_secor(program: str | None, year: str | None, verdict: str | None) -> None:
    """A SECOR in its first year: ask. No figures, and nothing open."""
    found = result("refund", {**PREMIUM, "program": program, "refund_year": year})
    assert found["verdict"] == verdict
    if verdict:
        assert (found["figures"], found["open_questions"], found["tone"]) == ({}, [], "ask")


@table(
    "answers path code",
    [
        ({"industry_rated_premium": "1000000000.01"}, "industry_rated_premium", "out_of_range", "more than a billion"),
        ({"industry_rated_premium": "1.001"}, "industry_rated_premium", "out_of_range", "part of a cent"),
        ({"industry_rated_premium": "$100"}, "industry_rated_premium", "wrong_type", "a dollar sign"),
        ({"industries": []}, "industries", "out_of_range", "no industry"),
        ({"industries": [{}] * 21}, "industries", "too_many", "more than twenty"),
        ({"improvement_percent": "100.01"}, "improvement_percent", "out_of_range", "more than all"),
        ({"year": "first"}, "year", "unknown_key", "the year's former name"),
        ({"partner": "esc"}, "partner", "unknown_key", "a partner, who is not asked"),
    ],
)  # fmt: skip
def test_answers_that_cannot_be_read(answers: dict[str, Any], path: str, code: str) -> None:
    """Money in dollars and cents, one to twenty industries."""
    assert problems("refund", answers) == [(path, code)]


def test_an_estimate_names_both_amounts() -> None:
    """The headline has the refund and the most, as people write dollars."""
    headline = result("refund", {**PREMIUM, "refund_year": "first"})["headline"]
    assert "$1,234.56" in headline
    assert "$2,469.13" in headline


@table(
    "given says",
    [
        (PREMIUM, "10% of the premium of $12,345.67", "as it was answered"),
        ({"industries": [{"earnings": "1000000", "rate": "1.23"}, {"earnings": "50", "rate": "1"}]},
         "10% of the premium of $12,300.50", "or as the industries add up to it"),
        ({"industry_rated_premium": 0}, "10% of the premium of $0.00", "nothing, too"),
    ],
)  # fmt: skip
def test_an_estimate_names_the_premium(given: dict[str, Any], says: str) -> None:
    """A share is a share of something."""
    assert says in result("refund", {**given, "refund_year": "first"})["headline"]


def test_no_partner_is_assumed() -> None:
    """The refund is WCB-Alberta's: no partner's rules are in it."""
    assert not [text for text in assumed("refund", {**PREMIUM, "refund_year": "first"}).values() if "partner" in text]
