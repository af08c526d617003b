"""Answers with gaps, slips and oddities, where one line of a rule alone decides what is said."""

import json
from typing import Any

import pytest

from cor_calc import check_json
from tests.calc.asking import result

from .pieces import TODAY, element

PATH = ("module_1_completed", "module_12_completed", "audit_completed")
ORDER = [
    (("2026-06-02", "2026-06-01", None), "module_12_completed", "Check the dates: Module 1 comes before Module 12."),
    (("not_yet", "2026-06-01", None), "module_12_completed", "Check the dates: Module 1 comes before Module 12."),
    ((None, "2026-06-02", "2026-06-01"), "audit_completed", "Check the dates: Module 12 comes before the audit."),
    ((None, "not_yet", "2026-06-01"), "audit_completed", "Check the dates: Module 12 comes before the audit."),
]


@pytest.mark.parametrize(("days", "path", "message"), ORDER)
def test_steps_in_an_order_that_cannot_be(days: tuple[Any, ...], path: str, message: str) -> None:
    """The later of the two is named, in these words."""
    out = json.loads(check_json("internal-auditor", json.dumps(dict(zip(PATH, days, strict=True))), TODAY))
    assert out == {"problems": [{"path": path, "code": "contradiction", "message": message}]}


def test_no_day_of_module_12_lies_between_an_audit_and_a_later_module_1() -> None:
    """So no day of it can decide."""
    answers = {"module_1_completed": "2026-05-01", "audit_completed": "2026-04-01"}
    assert result("internal-auditor", answers)["open_questions"] == []


@pytest.mark.parametrize(("name", "told"), [("unsure", None), (None, None), ("", ""), ("Training", "Training")])
def test_an_element_without_a_name(name: str | None, told: str | None) -> None:
    """It goes by its number; a name that is not known is none."""
    found = result("score", {"elements": [element(90, 100), {"name": name} | element(4, 10)]}, "certification")
    assert found["elements"][1]["name"] == told
    shown = f"element 2 ({told}) needs 1 more" if told else "element 2 needs 1 more"
    assert found["headline"] == f"Not yet for certification: {shown}."


@pytest.mark.parametrize(("subject", "missing"), [("certification", None), ("maintenance", "0.00")])
def test_the_points_that_an_open_element_needs(subject: str, missing: str | None) -> None:
    """Not known where there is a line for each element, none where there is no line."""
    found = result("score", {"elements": [element(5)]}, subject)
    assert found["elements"] == [{"name": None, "percent": None, "points_to_pass": missing}]


def test_only_elements_whose_points_are_known_are_raised() -> None:
    """Advice does not award points out of a sum that nobody gave."""
    answers = {"elements": [element("0"), *[element("0.01", "0.02")] * 3]}
    ((change,),) = result("score", answers, "certification")["changes"]
    assert [each["awarded"] for each in change["to"]] == ["0.00", "0.02", "0.02", "0.01"]


def test_a_planned_date_is_told_in_words() -> None:
    """As the answer of its finding, which decides nothing."""
    (first, second) = result("plan", {"records_since": "2025-08-31"})["findings"]
    assert [finding["answer"] for finding in (first, second)] == ["30 November 2025", "31 August 2026"]
    assert (first["needs"], first["decisive"], first["met"]) == (
        "One-year certificate: audit possible from",
        False,
        "yes",
    )


NOTHING_APPLIES = [
    ([element(0, 0)], "not_covered", "no points at all"),
    ([element(None, 0)], "not_covered", "nought possible decides nought awarded"),
    ([element(0)], "unknown", "nought awarded, of nobody knows how many"),
    ([element(0), element(0, 0)], "unknown", "the same beside one that does not apply"),
    ([element(), element(0, 0)], "unknown", "one of which nothing is known"),
    ([element(), element(0)], "unknown", "two of which little is known"),
    ([element(0), element(0, 1)], "no", "one that failed decides"),
    ([element(0, 0), element(1, 1)], "yes", "one that passed decides"),
]


@pytest.mark.parametrize("subject", ["certification", "maintenance"])
@pytest.mark.parametrize(("elements", "verdict"), [row[:2] for row in NOTHING_APPLIES],
                         ids=[row[2] for row in NOTHING_APPLIES])  # fmt: skip
def test_where_perhaps_nothing_applies(subject: str, elements: list[Any], verdict: str) -> None:
    """Not covered only where no element can have applicable points."""
    assert result("score", {"elements": elements}, subject)["verdict"] == verdict
