"""refund: an estimate."""

from datetime import date
from fractions import Fraction
from typing import Any

from ..over_partners import alone
from ..reading import Problems
from ..values import cut

Answers = dict[str, Any]


def problems(answers: Answers, as_of: date) -> Problems:  # noqa: ARG001
    """Return what does not fit together: nothing here."""
    return []


def premium_of(answers: Answers) -> Fraction | None:
    """Return the industry-rated premium, where it is known.

    Reading: a row with an unknown rate leaves it unknown, even where its earnings are 0.
    """
    if answers["industry_rated_premium"] is not None:
        return answers["industry_rated_premium"]
    rows = answers["industries"]
    if rows is None or any(row["earnings"] is None or row["rate"] is None for row in rows):
        return None
    return sum((row["earnings"] * row["rate"] / 100 for row in rows), Fraction(0))


def judge(answers: Answers, as_of: date) -> dict[str, Any]:  # noqa: ARG001
    """Return the result."""
    year = answers["refund_year"]
    if answers["program"] == "secor" and year == "first":
        return {"refund": alone("refund", "not_covered")}
    premium = premium_of(answers)
    if premium is None or year is None:
        open_keys = {"industry_rated_premium"} if premium is None else set()
        return {"refund": alone("refund", None, open_keys | ({"refund_year"} if year is None else set()))}
    percents = [Fraction(10 if year == "first" else 5)]
    percents += [answers[key] for key in ("improvement_percent", "leader_percent") if answers[key] is not None]
    percent = min(max(percents), Fraction(20))
    result = alone("refund", None)
    result["figures"] = {
        "percent": cut(percent),
        "refund": cut(premium * percent / 100),
        "refund_most": cut(premium * 20 / 100),
    }
    return {"refund": result}


def notices(answers: Answers, results: dict[str, Any], as_of: date) -> set[str]:  # noqa: ARG001
    """Return the codes of what is worth a word: nothing here."""
    return set()
