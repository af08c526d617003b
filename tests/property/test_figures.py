"""Scores and refunds against exact fractions and whole cents."""

from fractions import Fraction
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.calc.asking import outcome, result

points = st.integers(min_value=0, max_value=200_000)


def text(hundredths: int) -> str:
    """Return hundredths as text with two decimals."""
    return f"{hundredths // 100}.{hundredths % 100:02}"


@st.composite
def element(draw: st.DrawFn) -> tuple[int, int]:
    """Return awarded and possible points of an element, in hundredths."""
    possible = draw(st.one_of(points, st.sampled_from([0, 1, 3, 100, 300, 10_000])))
    around = [possible // 2, (possible + 1) // 2, possible * 4 // 5, -(-possible * 4 // 5), possible * 3 // 5, possible]
    return draw(st.one_of(st.integers(min_value=0, max_value=possible), st.sampled_from(around))), possible


elements = st.lists(element(), min_size=1, max_size=8)


def ask(rows: list[tuple[int, int]]) -> list[dict[str, Any]]:
    """Return both results for elements in hundredths of points."""
    given_rows = [{"name": "", "awarded": text(a), "possible": text(p)} for a, p in rows]
    return list(outcome("score", {"elements": given_rows})["results"])


@settings(max_examples=250, deadline=None, derandomize=True)
@given(rows=elements)
@example(rows=[(79_999_999, 100_000_000)])
def test_verdicts_and_figures(rows: list[tuple[int, int]]) -> None:
    """Verdicts follow the exact fractions, percentages are cut, and missing points are rounded up."""
    applicable = [(a, p) for a, p in rows if p]
    awarded, possible = sum(a for a, _ in applicable), sum(p for _, p in applicable)
    for found, line, floor in zip(ask(rows), (80, 60), (50, 0), strict=True):
        if not applicable:
            assert found["verdict"] == "not_covered"
            continue
        overall = Fraction(100 * awarded, possible)
        passes = overall >= line and all(Fraction(100 * a, p) >= floor for a, p in applicable)
        assert found["verdict"] == ("yes" if passes else "no")
        assert found["figures"]["overall"] == text(int(overall * 100))
        assert found["figures"]["points_to_pass"] == text(_needed(awarded, possible, line))
        assert len(found["elements"]) == len(rows)
        for (a, p), shown in zip(rows, found["elements"], strict=True):
            if p:
                assert shown["percent"] == text(100 * 100 * a // p)
                assert shown["points_to_pass"] == text(_needed(a, p, floor))
            else:
                assert shown["percent"] is None


def _needed(awarded: int, possible: int, line: int) -> int:
    """Return the fewest hundredths of a point that lift an award to its line, found by trying."""
    about = max(0, line * possible // 100 - awarded - 1)
    while 100 * (awarded + about) < line * possible:
        about += 1
    return about


@settings(max_examples=200, deadline=None, derandomize=True)
@given(rows=elements)
def test_the_points_needed_are_enough(rows: list[tuple[int, int]]) -> None:
    """Maintenance passes with the points that it says are needed, and not with a hundredth fewer."""
    found = ask(rows)[1]
    if found["verdict"] != "no":
        return
    needed = int(found["figures"]["points_to_pass"].replace(".", ""))
    assert needed > 0
    for more, verdict in ((needed, "yes"), (needed - 1, "no")):
        assert ask(_spread(rows, more))[1]["verdict"] == verdict


def _spread(rows: list[tuple[int, int]], more: int) -> list[tuple[int, int]]:
    lifted = []
    for a, p in rows:
        here = min(more, p - a)
        lifted.append((a + here, p))
        more -= here
    return lifted


@settings(max_examples=200, deadline=None, derandomize=True)
@given(rows=st.lists(element(), min_size=1, max_size=3), hidden=st.integers(min_value=0, max_value=2))
def test_a_missing_award_decides_only_where_every_award_would(rows: list[tuple[int, int]], hidden: int) -> None:
    """With one award missing, the verdict is what nothing and everything awarded have in common."""
    hidden %= len(rows)
    given_rows: list[dict[str, Any]] = [{"awarded": text(a), "possible": text(p)} for a, p in rows]
    given_rows[hidden]["awarded"] = None
    found = outcome("score", {"elements": given_rows})["results"]
    most = rows[hidden][1]
    extremes = [ask([*rows[:hidden], (a, most), *rows[hidden + 1 :]]) for a in (0, most)]
    for number in (0, 1):
        shared = {results[number]["verdict"] for results in extremes}
        expected = shared.pop() if len(shared) == 1 else "unknown"
        assert found[number]["verdict"] == expected
        assert found[number]["open_questions"] == (["elements"] if expected == "unknown" else [])


@settings(max_examples=200, deadline=None, derandomize=True)
@given(rows=st.lists(element(), min_size=1, max_size=3), awarded=st.one_of(st.none(), points))
def test_missing_possible_points_decide_only_a_no(rows: list[tuple[int, int]], awarded: int | None) -> None:
    """However many points were possible, the element can fail; it can help no more than if it were perfect."""
    given_rows: list[dict[str, Any]] = [{"awarded": text(a), "possible": text(p)} for a, p in rows]
    given_rows.append({"awarded": None if awarded is None else text(awarded), "possible": None})
    best = 10**12 if awarded is None else awarded
    hopeful = ask([*rows, (best, best)])
    for found, at_best in zip(outcome("score", {"elements": given_rows})["results"], hopeful, strict=True):
        hopeless = at_best["verdict"] == "no"
        assert found["verdict"] == ("no" if hopeless else "unknown")
        assert found["open_questions"] == ([] if hopeless else ["elements"])
        assert "overall" not in found["figures"]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(rows=elements)
def test_advice_on_points_is_true(rows: list[tuple[int, int]]) -> None:
    """With the points advised the verdict is yes; nothing but awarded points moves, and none goes down."""
    given_rows = [{"name": f"{n}", "awarded": text(a), "possible": text(p)} for n, (a, p) in enumerate(rows)]
    for number, found in enumerate(outcome("score", {"elements": given_rows})["results"]):
        assert bool(found["changes"]) is (found["verdict"] == "no")
        for (change,) in found["changes"]:
            assert (change["key"], change["from"], change["when"]) == ("elements", given_rows, None)
            for before, after in zip(change["from"], change["to"], strict=True):
                assert (before["name"], before["possible"]) == (after["name"], after["possible"])
                assert Fraction(before["awarded"]) <= Fraction(after["awarded"]) <= Fraction(after["possible"])
            assert outcome("score", {"elements": change["to"]})["results"][number]["verdict"] == "yes"


@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    premium=st.one_of(st.integers(0, 10**11), st.integers(0, 5000)),
    year=st.sampled_from(["first", "maintained"]),
    improvement=st.one_of(st.none(), st.integers(0, 10_000), st.integers(0, 2100)),
    program=st.sampled_from(["cor", None]),
)
def test_refund(premium: int, year: str, improvement: int | None, program: str | None) -> None:
    """The refund is the premium's share in whole cents, what is left of a cent cut off."""
    answers = {
        "program": program,
        "industry_rated_premium": text(premium),
        "year": year,
        "improvement_percent": None if improvement is None else text(improvement),
    }
    percent = min(2000, max(1000 if year == "first" else 500, improvement or 0))
    found = result("refund", answers)
    assert found["figures"] == {"percent": text(percent), "refund": text(premium * percent // 10_000)}
