"""Score: exact sums and shares, what is not applicable, and the points that are missing."""

from typing import Any

import pytest

from ...support.asking import PARTNERS, ask, finding, notices, problems, result, table


def element(awarded: Any = ..., possible: Any = ..., name: Any = ...) -> dict[str, Any]:
    """Return an element's row; `...` leaves a field out."""
    row = {"name": name, "awarded": awarded, "possible": possible}
    return {key: value for key, value in row.items() if value is not ...}


def both(*rows: Any) -> list[dict[str, Any]]:
    """Return the results for certification and maintenance."""
    found: list[dict[str, Any]] = ask("score", {"elements": list(rows)})["results"]
    return found


def certification(*rows: Any) -> dict[str, Any]:
    """Return the result for certification."""
    return both(*rows)[0]


@table(
    "rows verdicts",
    [
        ([element(80, 100)], ["yes", "yes"], "80 of 100"),
        ([element("79.99", 100)], ["no", "yes"], "a hundredth below 80 %"),
        ([element(60, 100)], ["no", "yes"], "60 of 100"),
        ([element("59.99", 100)], ["no", "no"], "a hundredth below 60 %"),
        ([element(5, 10), element(100, 100)], ["yes", "yes"], "an element exactly at 50 %"),
        ([element("4.99", 10), element(100, 100)], ["no", "yes"], "an element a hundredth of a point below it"),
        ([element(1, 3), element(100, 100)], ["no", "yes"], "a third is less than a half"),
        ([element("799999.99", 1000000)], ["no", "yes"], "a hundred-millionth below 80 %: nothing is rounded up"),
        ([element("0.01", "0.01")] * 50, ["yes", "yes"], "very small points, and the most elements that are read"),
        ([element(0, 0), element(80, 100)], ["yes", "yes"], "an element with nothing possible leaves the sums"),
        ([element(None, 0), element(80, 100)], ["yes", "yes"], "nothing possible needs nothing awarded"),
        ([element(0, 0)], ["not_covered", "not_covered"], "where no points apply, no source says what follows"),
        ([element(0, 10)], ["no", "no"], "nothing awarded"),
    ],
)
def test_points(rows: list[Any], verdicts: list[str]) -> None:
    """80 % of all points and 50 % of each element's for certification, 60 % of all for maintenance."""
    assert [each["verdict"] for each in both(*rows)] == verdicts


def test_an_element_without_a_point_is_too_low() -> None:
    """It applies, and so it has a line."""
    answers = {"elements": [element(0, 10)]}
    assert finding("score", answers, "element-pass-mark", "certification")["met"] == "no"


def test_points_that_are_not_known_have_no_sum() -> None:
    """Nothing is told of them."""
    assert finding("score", {"elements": [element(80)]}, "overall-pass-mark", "certification")["answer"] is None


OPEN = "Still open: enter the points awarded and the points possible of every element."


@table(
    "rows certain",
    [
        ([element("4.99", 10, "Training"), element(80)],
         "Training has 49.9%", "an element below its line"),
        ([element(5, 10, "Training"), element(80)], "", "on the line nothing is certain"),
        ([element(4, 10), element(3, 10), element(2, 10), element(80)],
         "element 1 has 40%, element 2 has 30% and element 3 has 20%", "three are named"),
        ([element(4, 10)] * 4 + [element(80)],
         "4 elements are too low", "more are counted"),
        ([element(0, 0), element(80)], "", "one that does not apply is not too low"),
        ([element(4), element(..., 10)], "", "nor one whose points are not known"),
    ],
)  # fmt: skip
def test_what_is_certain_stands_before_what_is_open(rows: list[Any], certain: str) -> None:
    """A certification audit fails by one element; a maintenance audit has no line for one."""
    found = both(*rows)
    lead = f"A certification audit fails already: {certain}, and every element needs 50%, whatever the rest scores. "
    assert [each["headline"] for each in found] == [f"{lead if certain else ''}{OPEN}", OPEN]
    assert {each["verdict"] for each in found} == {"unknown"}


@table(
    "rows",
    [
        ([element(80), element(90, 100)], "points possible left out"),
        ([element(..., 100), element(90, 100)], "points awarded left out"),
        ([element("unsure", 100), element(10, 100)], "unsure of the points, though the rest has failed"),
        ([element(None, None, "Training")], "a name alone"),
        ([None, element(90, 100)], "a whole row not known"),
        (["unsure"], "unsure of it"),
        ([{}], "an empty row"),
    ],
)
def test_points_that_are_not_known(rows: list[Any]) -> None:
    """While the points of one element are not known both are open, without figures."""
    for each in both(*rows):
        assert (each["verdict"], each["open_questions"], each["figures"]) == ("unknown", ["elements"], {})


def test_no_elements_known() -> None:
    """Nothing answered is open as well, with no rows; an empty list is no answer."""
    for each in ask("score", {})["results"]:
        assert (each["verdict"], each["open_questions"], each["elements"]) == ("unknown", ["elements"], [])
    assert problems("score", {"elements": []}) == [("elements", "out_of_range")]
    assert problems("score", {"elements": [{}] * 51}) == [("elements", "too_many")]


@table(
    "rows overall missing",
    [
        ([element(79, 100)], "79.00", "1.00", "one point"),
        ([element("79.5", 100)], "79.50", "0.50", "half a point"),
        ([element(2, 3)], "66.66", "0.40", "a percent is cut, and the points that are missing are not"),
        ([element(1, 3)], "33.33", "1.40", "of thirds"),
        ([element("799999.99", 1000000)], "79.99", "0.01", "79.999999 % is cut to 79.99 %"),
        ([element("0.03", "0.07")], "42.85", "0.03", "0.026 is rounded up to 0.03"),
        ([element(100, 100)], "100.00", "0.00", "all"),
        ([element(80, 100)], "80.00", "0.00", "just enough"),
        ([element(0, 0), element(40, 50)], "80.00", "0.00", "without what does not apply"),
    ],
)
def test_figures(rows: list[Any], overall: str, missing: str) -> None:
    """The percent is cut to two decimals, the missing points are rounded up to them."""
    assert certification(*rows)["figures"] == {"overall": overall, "points_to_pass": missing}


def test_each_line_has_its_own_points() -> None:
    """What maintenance still needs is counted from 60 %, what certification needs from 80 %."""
    assert [each["figures"]["points_to_pass"] for each in both(element(55, 100))] == ["25.00", "5.00"]


def test_elements() -> None:
    """Each row with its own percent, and for certification the points to its own half."""
    rows = [element(4, 10, "Training"), element(0, 0, "Joint committee"), element("9.5", 10), element(0, 10)]
    expected = [
        ("Training", "40.00", "1.00"),
        ("Joint committee", None, "0.00"),
        (None, "95.00", "0.00"),
        (None, "0.00", "5.00"),
    ]
    for each, mark in zip(both(*rows), (True, False), strict=True):
        told = [(row["name"], row["percent"], row["points_to_pass"]) for row in each["elements"]]
        assert told == [(name, percent, missing if mark else "0.00") for name, percent, missing in expected]


def test_elements_that_are_not_known() -> None:
    """Their percent is not known, nor the points to their half; others' are."""
    found = both(element(5, ..., "Training"), element(4, 10))
    assert [list(row.values()) for row in found[0]["elements"]] == [["Training", None, None], [None, "40.00", "1.00"]]
    assert [list(row.values()) for row in found[1]["elements"]] == [["Training", None, "0.00"], [None, "40.00", "0.00"]]


@table(
    "row path code",
    [
        (element("10.01", 10), "elements.0.awarded", "out_of_range", "more awarded than possible"),
        (element(1, 0), "elements.0.awarded", "out_of_range", "points awarded where none were possible"),
        (element(1000001, ...), "elements.0.awarded", "out_of_range", "more than a million"),
        (element("1.001", 10), "elements.0.awarded", "out_of_range", "three decimals"),
        (element("-1", 10), "elements.0.awarded", "wrong_type", "a sign"),
        (element(1, 10, 5), "elements.0.name", "wrong_type", "a name that is a number"),
        (element(1, 10) | {"score": 1}, "elements.0.score", "unknown_key", "a field that is not asked"),
    ],
)
def test_rows_that_cannot_be_read(row: dict[str, Any], path: str, code: str) -> None:
    """A row's problems stand at their field."""
    assert problems("score", {"elements": [row]}) == [(path, code)]


@pytest.mark.parametrize("partner", [*PARTNERS, None])
def test_the_partner_changes_names_alone(partner: str | None) -> None:
    """80, 50 and 60 hold at every partner, and nobody is asked who it is."""
    answers = {"partner": partner, "elements": [element(79, 100)]}
    found = ask("score", answers)["results"]
    assert [each["verdict"] for each in found] == ["no", "yes"]
    assert all(each["by_partner"] is None for each in found)
    assert result("score", {"elements": None}, "maintenance")["open_questions"] == ["elements"]


@table(
    "rows codes",
    [
        ([element("79.50", 100)], ["near_line"], "half a percent below 80"),
        ([element("79.49", 100)], [], "more than that"),
        ([element("59.50", 100)], ["near_line"], "half a percent below 60"),
        ([element("49.50", 100)], ["near_line"], "an element just below its half"),
        ([element("0.99", 2), element(100, 100)], ["near_line"], "an element at 49.5 %"),
        ([element("0.98", 2), element(100, 100)], [], "an element at 49 %"),
        ([element("0.99", 2), element(5)], ["near_line"], "beside one that is not known"),
        ([element(0, 0)], [], "where nothing applies"),
    ],
)
def test_near_a_line(rows: list[Any], codes: list[str]) -> None:
    """A share at most half a percent below its line is remarked on, compared exactly."""
    assert notices("score", {"elements": rows}) == codes


def test_nothing_is_proposed() -> None:
    """Points are the auditor's to award."""
    for each in both(element(1, 100)):
        assert (each["changes"], each["tone"]) == ([], "no")
