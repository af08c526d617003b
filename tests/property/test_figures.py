"""Scores and refunds against exact fractions and whole cents."""

from fractions import Fraction
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ..support.asking import ask, result

FEW = settings(max_examples=200, deadline=None, derandomize=True)
points = st.integers(min_value=0, max_value=200_000)
LINES = ((80, 50), (60, 0))


def text(hundredths: int) -> str:
    """Return hundredths as text with two decimals."""
    return f"{hundredths // 100}.{hundredths % 100:02}"


@st.composite
def element(draw: st.DrawFn) -> tuple[int, int]:
    """Return awarded and possible points of an element, in hundredths, mostly about a line."""
    possible = draw(st.one_of(points, st.sampled_from([0, 1, 3, 100, 300, 10_000])))
    around = [possible // 2, (possible + 1) // 2, possible * 4 // 5, -(-possible * 4 // 5), possible * 3 // 5, possible]
    return draw(st.one_of(st.integers(min_value=0, max_value=possible), st.sampled_from(around))), possible


elements = st.lists(element(), min_size=1, max_size=8)


def scored(rows: list[tuple[int, int]]) -> list[dict[str, Any]]:
    """Return both results for elements in hundredths of points."""
    given_rows = [{"awarded": text(awarded), "possible": text(possible)} for awarded, possible in rows]
    found: list[dict[str, Any]] = ask("score", {"elements": given_rows})["results"]
    return found


def needed(awarded: int, possible: int, line: int) -> int:
    """Return the fewest hundredths of a point that lift an award to its line, found by trying."""
    more = max(0, line * possible // 100 - awarded - 1)
    while 100 * (awarded + more) < line * possible:
        more += 1
    return more


@FEW
@given(rows=elements)
@example(rows=[(79_999_999, 100_000_000)])
def test_scores(rows: list[tuple[int, int]]) -> None:
    """Verdicts follow the exact fractions, percentages are cut, and missing points are rounded up."""
    applicable = [(awarded, possible) for awarded, possible in rows if possible]
    awarded, possible = sum(each for each, _ in applicable), sum(each for _, each in applicable)
    for found, (line, floor) in zip(scored(rows), LINES, strict=True):
        if not applicable:
            assert (found["verdict"], found["figures"]) == ("not_covered", {})
            continue
        overall = Fraction(100 * awarded, possible)
        passes = overall >= line and all(Fraction(100 * a, p) >= floor for a, p in applicable)
        assert found["verdict"] == ("yes" if passes else "no")
        assert found["figures"] == {
            "overall": text(int(overall * 100)),
            "points_to_pass": text(needed(awarded, possible, line)),
        }
        for (a, p), shown in zip(rows, found["elements"], strict=True):
            assert shown["percent"] == (text(10_000 * a // p) if p else None)
            assert shown["points_to_pass"] == text(needed(a, p, floor))


@FEW
@given(rows=elements)
def test_the_points_needed_are_enough(rows: list[tuple[int, int]]) -> None:
    """Maintenance passes with the points that it says are missing, and not with a hundredth fewer."""
    found = scored(rows)[1]
    if found["verdict"] != "no":
        return
    missing = int(found["figures"]["points_to_pass"].replace(".", ""))
    for more, verdict in ((missing, "yes"), (missing - 1, "no")):
        lifted, left = [], more
        for awarded, possible in rows:
            here = min(left, possible - awarded)
            lifted.append((awarded + here, possible))
            left -= here
        assert scored(lifted)[1]["verdict"] == verdict


@FEW
@given(
    premium=st.one_of(st.none(), st.integers(0, 10**11), st.integers(0, 5000)),
    rows=st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 2000)), min_size=1, max_size=4),
    year=st.sampled_from(["first", "maintained"]),
    improvement=st.one_of(st.none(), st.integers(0, 2100), st.just(10_000)),
    leader=st.one_of(st.none(), st.integers(0, 2100)),
)
def test_refund(
    premium: int | None, rows: list[tuple[int, int]], year: str, improvement: int | None, leader: int | None
) -> None:
    """The highest measure of the exact premium, in whole cents, what is left of a cent cut off."""
    answers = {
        "industry_rated_premium": None if premium is None else text(premium),
        "industries": [{"earnings": text(earnings), "rate": text(rate)} for earnings, rate in rows],
        "refund_year": year,
        "improvement_percent": None if improvement is None else text(improvement),
        "leader_percent": None if leader is None else text(leader),
    }
    exact = Fraction(premium) if premium is not None else sum(Fraction(e * r, 10_000) for e, r in rows)
    percent = min(2000, max(1000 if year == "first" else 500, improvement or 0, leader or 0))
    assert result("refund", answers)["figures"] == {
        "percent": text(percent),
        "refund": text(int(exact * percent / 10_000)),
        "refund_most": text(int(exact / 5)),
    }
