"""score: from points to a pass."""

from datetime import date
from fractions import Fraction
from typing import Any

from ..over_partners import alone
from ..reading import Problems
from ..values import cut, lifted

Answers = dict[str, Any]

OVERALL_LINES = {"certification": 80, "maintenance": 60}


def problems(answers: Answers, as_of: date) -> Problems:  # noqa: ARG001
    """Return elements with more points than there are."""
    found: Problems = []
    for index, row in enumerate(answers["elements"] or []):
        awarded, possible = row["awarded"], row["possible"]
        if awarded is not None and possible is not None and awarded > possible:
            found.append((f"elements.{index}.awarded", "out_of_range"))
    return found


def is_not_applicable(row: dict[str, Any]) -> bool:
    """Tell whether an element leaves both sums."""
    return row["possible"] == 0


def is_open(row: dict[str, Any]) -> bool:
    """Tell whether an element's points are not all known."""
    return not is_not_applicable(row) and (row["awarded"] is None or row["possible"] is None)


def percent_of(row: dict[str, Any]) -> Fraction | None:
    """Return an element's percent, exactly."""
    if is_not_applicable(row) or is_open(row):
        return None
    return row["awarded"] / row["possible"] * 100


def rows_of(subject: str, answers: Answers) -> list[dict[str, Any]]:
    """Return the elements as the result shows them."""
    rows = []
    for row in answers["elements"]:
        percent = percent_of(row)
        needs: str | None = "0.00"
        if subject == "certification" and is_open(row):
            needs = None
        elif subject == "certification" and percent is not None:
            needs = lifted(max(Fraction(0), row["possible"] / 2 - row["awarded"]))
        rows.append(
            {"name": row["name"], "percent": None if percent is None else cut(percent), "points_to_pass": needs}
        )
    return rows


def judge(answers: Answers, as_of: date) -> dict[str, Any]:  # noqa: ARG001
    """Return both results."""
    return {subject: one(subject, answers) for subject in OVERALL_LINES}


def one(subject: str, answers: Answers) -> dict[str, Any]:
    """Return one result."""
    rows = answers["elements"]
    if rows is None:
        return alone("score", "unknown", {"elements"})
    if any(is_open(row) for row in rows):
        return alone("score", "unknown", {"elements"}) | {"elements": rows_of(subject, answers)}
    applicable = [row for row in rows if not is_not_applicable(row)]
    if not applicable:
        return alone("score", "not_covered") | {"elements": rows_of(subject, answers)}
    awarded = sum(row["awarded"] for row in applicable)
    possible = sum(row["possible"] for row in applicable)
    line = Fraction(OVERALL_LINES[subject], 100)
    passed = awarded / possible >= line
    if subject == "certification" and any(row["awarded"] / row["possible"] < Fraction(1, 2) for row in applicable):
        passed = False
    result = alone("score", "yes" if passed else "no") | {"elements": rows_of(subject, answers)}
    result["figures"] = {
        "overall": cut(awarded / possible * 100),
        "points_to_pass": lifted(max(Fraction(0), line * possible - awarded)),
    }
    return result


def notices(answers: Answers, results: dict[str, Any], as_of: date) -> set[str]:  # noqa: ARG001
    """Return the codes of what is worth a word.

    Reading: an element's percent may be near its line while another element is unknown; overall it cannot.
    """
    rows = answers["elements"] or []
    half = Fraction(1, 2)
    for row in rows:
        percent = percent_of(row)
        if percent is not None and 50 - half <= percent < 50:
            return {"near_line"}
    applicable = [row for row in rows if not is_not_applicable(row)]
    if not applicable or any(is_open(row) for row in rows):
        return set()
    overall = sum(row["awarded"] for row in applicable) / sum(row["possible"] for row in applicable) * 100
    if any(line - half <= overall < line for line in OVERALL_LINES.values()):
        return {"near_line"}
    return set()
