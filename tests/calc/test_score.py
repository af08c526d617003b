"""Score: from points to percentages, to a pass or not, and to the points still needed."""

from typing import Any

import pytest

from .asking import notices, outcome, result


def elements(*points: tuple[Any, Any]) -> dict[str, Any]:
    """Return answers with one element for each pair of awarded and possible points; `...` leaves one out."""
    rows = [{"name": f"Element {n}", "awarded": a, "possible": p} for n, (a, p) in enumerate(points, 1)]
    return {"elements": [{k: v for k, v in row.items() if v is not ...} for row in rows]}


VERDICTS = [
    (((80, 100),), "yes", "yes", "on the line of 80"),
    ((("79.99", 100),), "no", "yes", "a hundredth below 80"),
    (((60, 100),), "no", "yes", "on the line of 60"),
    ((("59.99", 100),), "no", "no", "a hundredth below 60"),
    (((100, 100), (50, 100), (100, 100)), "yes", "yes", "an element on the line of 50"),
    (((100, 100), ("49.99", 100), (100, 100)), "no", "yes", "an element below 50: maintenance has no element line"),
    (((1000, 1000), (0, 10)), "no", "yes", "an element with nothing"),
    (((900, 1000), (5, 10)), "yes", "yes", "sums of points, not the mean of 90 and 50"),
    (((9, 10), (700, 1000)), "no", "yes", "the mean of 90 and 70 would be 80, the sums are not"),
    (((0, 0), (80, 100)), "yes", "yes", "an element with no possible points leaves both sums"),
    (((0, 0), (79, 100)), "no", "yes", "and does not help either"),
    (((0, 0), ("0.00", "0")), "not_covered", "not_covered", "no applicable points at all"),
    (((2, 3), (2, 3)), "no", "yes", "two thirds"),
    (((4, 5),), "yes", "yes", "four fifths are exactly 80"),
    (((799999.99, 1000000),), "no", "yes", "a millionth below the line is below it"),
    (((1, 2), (9, 10)), "yes", "yes", "ten twelfths overall, and one half is no less than 50"),
]


@pytest.mark.parametrize(
    ("points", "certification", "maintenance"), [row[:3] for row in VERDICTS], ids=[row[3] for row in VERDICTS]
)
def test_verdicts(points: tuple[tuple[Any, Any], ...], certification: str, maintenance: str) -> None:
    """Pass or fail is decided on the exact fractions."""
    found = outcome("score", elements(*points))["results"]
    assert [(r["subject"], r["verdict"]) for r in found] == [
        ("certification", certification),
        ("maintenance", maintenance),
    ]


PERCENTS = [
    (((2, 3),), "66.66", "cut, not rounded to 66.67"),
    (((1, 3),), "33.33", "33.33"),
    (((79999, 100000),), "79.99", "79.999 is cut to 79.99"),
    (((99999, 100000),), "99.99", "never shown as 100"),
    (((1, 1),), "100.00", "two decimals always"),
    (((0, 5),), "0.00", "none"),
    (((1, 20000),), "0.00", "0.005 is cut to nothing"),
    (((0.29, 1),), "29.00", "no binary rounding: 0.29 x 100 is 29"),
    (((1.13, 2),), "56.50", "no binary rounding"),
]


@pytest.mark.parametrize(("points", "percent"), [row[:2] for row in PERCENTS], ids=[row[2] for row in PERCENTS])
def test_figures_are_cut(points: tuple[tuple[Any, Any], ...], percent: str) -> None:
    """Percentages are shown to two decimals, cut and never rounded."""
    for found in outcome("score", elements(*points))["results"]:
        assert found["figures"]["overall"] == percent
        assert [e["percent"] for e in found["elements"]] == [percent]


NEEDED = [
    (((79, 100),), "1.00", "0.00", "one point to 80"),
    (((80, 100),), "0.00", "0.00", "reached"),
    (((100, 100),), "0.00", "0.00", "passed by far"),
    (((50, 100),), "30.00", "10.00", "thirty to 80, ten to 60"),
    (((0, "0.01"),), "0.01", "0.01", "0.008 and 0.006 are rounded up: fewer points would not pass"),
    (((0, "0.03"),), "0.03", "0.02", "0.024 is rounded up to 0.03, 0.018 to 0.02"),
    (((1, 3),), "1.40", "0.80", "three points: 2.4 and 1.8 are needed"),
    (((40, 50), (30, 50), (0, 0)), "10.00", "0.00", "over all applicable elements"),
]


@pytest.mark.parametrize(
    ("points", "certification", "maintenance"), [row[:3] for row in NEEDED], ids=[row[3] for row in NEEDED]
)
def test_points_to_pass(points: tuple[tuple[Any, Any], ...], certification: str, maintenance: str) -> None:
    """The points that the overall line still needs, to two decimals, rounded up."""
    found = outcome("score", elements(*points))["results"]
    assert [r["figures"]["points_to_pass"] for r in found] == [certification, maintenance]


def test_each_element_has_its_own_line_in_certification_only() -> None:
    """Half of an element's points are needed in certification, rounded up; none in maintenance."""
    answers = elements((49, 100), (0, "0.01"), (50, 100), (1, 3), (0, 0))
    certification, maintenance = outcome("score", answers)["results"]
    assert [e["name"] for e in certification["elements"]] == [f"Element {n}" for n in (1, 2, 3, 4, 5)]
    assert [e["percent"] for e in certification["elements"]] == ["49.00", "0.00", "50.00", "33.33", None]
    assert [e["points_to_pass"] for e in certification["elements"]][:4] == ["1.00", "0.01", "0.00", "0.50"]
    assert [e["points_to_pass"] for e in maintenance["elements"]][:4] == ["0.00"] * 4
    assert [list(e) for e in maintenance["elements"]] == [["name", "percent", "points_to_pass"]] * 5


UNKNOWN = [
    (((..., 100), (100, 100)), "unknown", "unknown", "between 50 and 100 overall"),
    (((..., 100), (0, 100)), "no", "no", "an element with nothing fails certification; 50 at most fails maintenance"),
    (((..., 100), (19, 100)), "no", "no", "119 of 200 at most: below 60"),
    (((..., 100), (20, 100)), "no", "unknown", "120 of 200 at most: 60 can be reached"),
    (((..., 100), (59, 100)), "no", "unknown", "159 of 200 at most: 80 cannot be reached"),
    (((..., 100), (60, 100)), "unknown", "unknown", "160 of 200 at most: 80 can be reached"),
    (((..., 10), (100, 100)), "unknown", "yes", "an award not known may still fail its own element"),
    (((None, 0), (80, 100)), "yes", "yes", "nothing possible leaves nothing to award"),
    ((("unsure", 100), (49, 100)), "no", "unknown", "another element fails certification already"),
    (((..., ...), (100, 100)), "unknown", "unknown", "nothing known of an element"),
    (((..., ...), (49, 100)), "no", "unknown", "but the other element fails certification"),
]


@pytest.mark.parametrize(
    ("points", "certification", "maintenance"), [row[:3] for row in UNKNOWN], ids=[row[3] for row in UNKNOWN]
)
def test_points_not_known(points: tuple[tuple[Any, Any], ...], certification: str, maintenance: str) -> None:
    """A missing field decides only where each of its values would decide alike."""
    found = outcome("score", elements(*points))["results"]
    expected = [certification, maintenance]
    assert [r["verdict"] for r in found] == expected
    assert [r["open_questions"] for r in found] == [["elements"] if v == "unknown" else [] for v in expected]


@pytest.mark.parametrize("answers", [{}, {"elements": None}, {"elements": "unsure"}])
def test_no_elements_given(answers: dict[str, Any]) -> None:
    """Without elements nothing is decided, and the elements are asked for."""
    for found in outcome("score", answers)["results"]:
        assert (found["verdict"], found["figures"], found["open_questions"]) == ("unknown", {}, ["elements"])


def test_a_name_never_decides() -> None:
    """An element without a name counts like any other."""
    for found in outcome("score", {"elements": [{"awarded": 80, "possible": 100}]})["results"]:
        assert (found["verdict"], found["open_questions"]) == ("yes", [])


NEAR = [
    (((7951, 10000),), True, "79.51"),
    (((7950, 10000),), False, "79.50 is half a point below"),
    (((795001, 1000000),), True, "79.5001 is a little nearer"),
    (((80, 100),), False, "on the line"),
    (((100, 100), (4951, 10000)), True, "an element of 49.51"),
    (((9000, 9000), (495, 1000)), False, "an element of 49.5"),
    (((5999, 10000),), True, "59.99 is near the line of maintenance"),
]


@pytest.mark.parametrize(("points", "near"), [row[:2] for row in NEAR], ids=[row[2] for row in NEAR])
def test_near_line(points: tuple[tuple[Any, Any], ...], near: bool) -> None:
    """A score less than 0.5 below its line is worth asking the partner about."""
    assert ("near_line" in notices("score", elements(*points))) is near


def test_score_decides_no_certificate() -> None:
    """Points alone do not say which certificate follows: documentation is not asked here."""
    assert result("score", elements((80, 100)), "certification")["certificate"] is None


def test_not_applicable_is_a_reading() -> None:
    """That an element without possible points leaves both sums is shown as our reading."""
    assert outcome("score", elements((0, 0), (80, 100)))["assumptions"]
