"""Answers with gaps, slips and oddities, where one line of a rule alone decides what is said."""

import json
from typing import Any

import pytest

from cor_calc import check_json
from cor_calc.facts import fact
from tests.calc.asking import outcome, passing, result
from tests.calc.cases import CASES

from .pieces import TODAY, element, tie

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


NEAR = "Just below its line: {}. We never round up. Ask how your certifying partner rounds."
DISAGREE = (
    "The overall score lies outside the element scores. "
    "Check that all come from the same audit; only rounded element scores could explain it."
)
ONE_PERSON = (
    "One person decides here. Ask your certifying partner whether an owner without coverage or a subcontractor counts."
)
SIZE = "Certifying partners differ on whether an employer of this size can take COR instead of SECOR. Ask yours."
ADVISED = (
    "An older government page says, without a time limit, that a consultant who helped to develop the system "
    "cannot carry out the audit. The FAQ's rule ends after 12 months. Ask your certifying partner."
)
NOTICES = [
    ("certification", {"overall_score": "79.6", "element_scores": ["90", "49.6"]}, "near_line",
     NEAR.format("the overall score, element 2")),
    ("score", {"elements": [element("79.6", 100), element("49.6", 100)]}, "near_line", NEAR.format("element 2")),
    ("score", {"elements": [element("79.6", 100)]}, "near_line", NEAR.format("the overall score")),
    ("score", {"elements": [element("59.6", 100)]}, "near_line", NEAR.format("the overall score")),
    ("maintenance", {"program": "cor", "overall_score": "59.6"}, "near_line", NEAR.format("the overall score")),
    ("certification", {"overall_score": 84, "element_scores": [85, 90]}, "scores_disagree", DISAGREE),
    ("certification", {"employees": 11}, "who_counts", ONE_PERSON),
    ("certification", {"employees": 10}, "cor_size_differs", SIZE),
    ("independence", {"audit_date": "2027-01-01", "links": [tie("2020-01-01", "advised")]}, "no_time_limit_elsewhere",
     ADVISED),
]  # fmt: skip


@pytest.mark.parametrize(("check", "answers", "code", "text"), NOTICES)
def test_notices_to_the_letter(check: str, answers: dict[str, Any], code: str, text: str) -> None:
    """Each says whom to ask, or what to look at again."""
    assert {"code": code, "text": text} in outcome(check, answers)["notices"]


def test_an_open_figure_is_not_told() -> None:
    """Where the total is not known, the line has no answer."""
    (overall, each) = result("score", {"elements": [element(5)]}, "certification")["findings"]
    assert (overall["answer"], overall["needs"], each["answer"], each["needs"]) == (
        None, "at least 80%", "none", "at least 50% in each",
    )  # fmt: skip


def test_an_element_without_points_does_not_spoil_the_sum() -> None:
    """Nought of ten fails its own line, and leaves the overall one as it is."""
    found = result("score", {"elements": [element(95, 100), element(0, 10)]}, "certification")["findings"]
    assert [(finding["met"], finding["decisive"], finding["answer"]) for finding in found] == [
        ("yes", False, "86.36%"), ("no", True, "95.00%; 0.00%"),
    ]  # fmt: skip


def test_every_reason_is_the_sentence_of_its_rule() -> None:
    """Whatever became of it."""
    known = [(check, answers) for check, answers, *_ in CASES]
    known += [("score", {"elements": [element(0, 0)]}), ("refund", {"program": "secor", "year": "first"})]
    for check, answers in known:
        for found in outcome(check, answers)["results"]:
            told = [(finding["rule"], finding["statement"]) for finding in found["findings"]]
            assert told == [(rule, fact(rule).sentence()) for rule, _ in told]


def test_what_independence_assumes_to_the_letter() -> None:
    """Whose independence it is about."""
    text = "This check assumes an external auditor. A SECOR self-assessment by your own staff needs none."
    assert outcome("independence", {})["assumptions"] == [{"rule": "cor-assessor", "text": text}]


def test_what_is_assumed_comes_in_the_order_of_the_questions() -> None:
    """Each answer adds its own, and takes none away."""
    told = outcome("certification", {"employees": 9, "documentation_months": 9, "overall_score": 85})["assumptions"]
    assert [assumption["rule"] for assumption in told] == [
        "headcount-look-back", "cor-size", "documentation-counted-back", "scores-not-rounded", "audit-accepted",
    ]  # fmt: skip


def test_an_element_at_its_line_is_no_reason() -> None:
    """Only those below it are named."""
    answers = passing("certification", element_scores=[90, 50, 49, 80])
    said = "Not yet for COR: element 3 has 49% (needed: at least 50% in each)."
    assert result("certification", answers, "cor")["headline"] == said


KEPT = "Yes: the audit's date, auditor and score meet the published conditions to keep the COR."
LATE = " Some certifying partners want it by the anniversary: ask yours whether it is in time."


@pytest.mark.parametrize(
    ("audit", "late"),
    [
        ("2025-01-01", False),
        ("2025-06-15", False),
        ("2025-06-16", True),
        ("2025-12-31", True),
        ("2026-01-01", False),
        ("2026-06-15", False),
        ("2026-06-16", True),
    ],
)
def test_an_audit_after_the_anniversary_may_be_late(audit: str, late: bool) -> None:
    """It is told in the years of the first and of the second maintenance audit, from the day after."""
    answers = passing("maintenance", certified_on="2024-06-15", audit_date=audit)
    assert result("maintenance", answers)["headline"] == KEPT + LATE * late


def test_the_last_day_of_the_calendar_can_be_proposed() -> None:
    """Waiting is advised until then, and not beyond."""
    answers = passing("maintenance", certified_on="2198-06-30", audit_date="2198-07-01")
    changes = result("maintenance", answers, as_of="2199-12-31")["changes"]
    assert changes == [[{"key": "audit_date", "from": "2198-07-01", "to": "2199-12-31", "when": "2199-12-31"}]]
