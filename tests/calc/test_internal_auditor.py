"""Internal auditor: Module 1, Module 12, then one audit within six calendar months."""

import json
from typing import Any

import pytest

from .asking import problems, result
from .cases import CONTRADICTIONS


def path(module_1: Any, module_12: Any, audit: Any) -> dict[str, Any]:
    """Return the answers of somebody on the path; `...` leaves one out."""
    given = {"module_1_completed": module_1, "module_12_completed": module_12, "audit_completed": audit}
    return {k: v for k, v in given.items() if v is not ...}


DEADLINE = [
    ("2026-03-15", "2026-09-15", "six calendar months"),
    ("2025-08-31", "2026-02-28", "clamped to February's end"),
    ("2023-08-31", "2024-02-29", "clamped to a leap year's February"),
    ("2025-08-28", "2026-02-28", "no clamp needed"),
    ("2025-03-31", "2025-09-30", "clamped to a month of thirty days"),
    ("2024-02-29", "2024-08-29", "from 29 February"),
    ("2025-06-30", "2025-12-30", "thirty stays thirty"),
    ("2025-07-01", "2026-01-01", "over the year's end"),
]


@pytest.mark.parametrize(("module_12", "deadline"), [row[:2] for row in DEADLINE], ids=[row[2] for row in DEADLINE])
@pytest.mark.parametrize("audit", ["not_yet", "unsure", ...])
@pytest.mark.parametrize("module_1", ["2020-01-01", ..., None])
def test_deadline(module_1: Any, module_12: str, deadline: str, audit: Any) -> None:
    """The deadline is Module 12 plus six calendar months, whatever else is answered."""
    assert result("internal-auditor", path(module_1, module_12, audit))["dates"] == {"audit_deadline": deadline}


@pytest.mark.parametrize("module_12", ["not_yet", "unsure", None, ...])
def test_no_deadline_before_module_12(module_12: Any) -> None:
    """Without the day of Module 12 there is no deadline."""
    assert result("internal-auditor", path("2026-01-01", module_12, ...))["dates"] == {}


STAGES = [
    ("not_yet", "not_yet", "not_yet", "2026-11-22", "unknown", "module_1", "at the start"),
    ("2026-01-01", "not_yet", "not_yet", "2026-11-22", "unknown", "module_12", "Module 1 is done"),
    ("2025-08-31", "2025-08-31", "not_yet", "2026-02-27", "unknown", "audit", "the day before the deadline"),
    ("2025-08-31", "2025-08-31", "not_yet", "2026-02-28", "unknown", "audit", "the deadline's own day is included"),
    ("2025-08-31", "2025-08-31", "not_yet", "2026-03-01", "no", "missed", "the day after the deadline"),
    ("2025-08-31", "2025-08-31", "2025-08-31", "2026-02-27", "yes", "quality_assurance", "all on one day"),
    ("2025-08-31", "2025-08-31", "2026-02-28", "2026-11-22", "yes", "quality_assurance", "audit on the deadline"),
    ("2025-08-31", "2025-08-31", "2026-03-01", "2026-11-22", "no", "missed", "audit a day late"),
    ("not_yet", ..., ..., "2026-11-22", "unknown", "module_1", "Module 1 not yet, the rest unanswered"),
    ("2026-01-01", "not_yet", ..., "2026-11-22", "unknown", "module_12", "Module 12 not yet, the audit unanswered"),
    ("2026-01-01", ..., ..., "2026-11-22", "unknown", None, "Module 12 unanswered"),
    (..., ..., ..., "2026-11-22", "unknown", None, "nothing answered"),
    ("unsure", "unsure", "unsure", "2026-11-22", "unknown", None, "unsure of everything"),
    ("2026-01-01", "2026-06-01", "unsure", "2026-11-22", "unknown", None, "unsure of the audit, in time"),
    ("2025-01-01", "2025-06-01", "unsure", "2026-11-22", "unknown", None, "unsure of the audit, after the deadline"),
    (..., "not_yet", "not_yet", "2026-11-22", "unknown", None, "Module 1 unanswered, the rest not yet"),
]


@pytest.mark.parametrize(
    ("module_1", "module_12", "audit", "as_of", "verdict", "stage"), [r[:6] for r in STAGES], ids=[r[6] for r in STAGES]
)
def test_stage(module_1: Any, module_12: Any, audit: Any, as_of: str, verdict: str, stage: str | None) -> None:
    """The stage is the first step not yet done; null while an earlier step is unanswered."""
    found = result("internal-auditor", path(module_1, module_12, audit), as_of=as_of)
    assert (found["verdict"], found["stage"]) == (verdict, stage)


@pytest.mark.parametrize(
    ("audit", "as_of", "verdict"),
    [("2026-02-28", "2026-11-22", "yes"), ("2026-03-01", "2026-11-22", "no"), ("not_yet", "2026-03-01", "no")],
)
@pytest.mark.parametrize("module_1", [..., "unsure"])
def test_module_1_never_decides_alone(module_1: Any, audit: str, as_of: str, verdict: str) -> None:
    """With Module 12 and the audit answered, every possible day of Module 1 gives the same verdict."""
    found = result("internal-auditor", path(module_1, "2025-08-31", audit), as_of=as_of)
    assert (found["verdict"], found["open_questions"]) == (verdict, [])


OPEN = [
    (("2026-01-01", "2026-06-01", ...), ["audit_completed"], "the audit is unanswered"),
    (("2025-01-01", "2025-06-01", "unsure"), ["audit_completed"], "the audit is unanswered, its deadline gone"),
    (("2026-01-01", "2026-06-01", "not_yet"), [], "only time can tell"),
    (("2026-01-01", "not_yet", "not_yet"), [], "only time can tell before Module 12"),
    (("2025-01-01", ..., "not_yet"), ["module_12_completed"], "an early Module 12 would mean a missed deadline"),
    (("2025-01-01", ..., ...), ["module_12_completed", "audit_completed"], "after Module 1 everything is open"),
]


@pytest.mark.parametrize(("steps", "keys"), [row[:2] for row in OPEN], ids=[row[2] for row in OPEN])
def test_open_questions(steps: tuple[Any, Any, Any], keys: list[str]) -> None:
    """Only answers that can still decide are asked for: time is no question."""
    assert result("internal-auditor", path(*steps))["open_questions"] == keys


@pytest.mark.parametrize(("check", "text"), CONTRADICTIONS, ids=[text for _, text in CONTRADICTIONS])
def test_contradictions(check: str, text: str) -> None:
    """Steps out of order contradict each other."""
    assert {code for _, code in problems(check, text)} == {"contradiction"}


FUTURE = [
    ("module_1_completed", "2026-11-22", set(), "today"),
    ("module_1_completed", "2026-11-23", {("module_1_completed", "out_of_range")}, "Module 1 tomorrow"),
    ("module_12_completed", "2026-11-23", {("module_12_completed", "out_of_range")}, "Module 12 tomorrow"),
    ("audit_completed", "2026-11-23", {("audit_completed", "out_of_range")}, "the audit tomorrow"),
]


@pytest.mark.parametrize(("key", "day", "found"), [row[:3] for row in FUTURE], ids=[row[3] for row in FUTURE])
def test_nothing_is_completed_in_the_future(key: str, day: str, found: set[tuple[str, str]]) -> None:
    """A step completed after the day of asking is out of range."""
    assert problems("internal-auditor", json.dumps({key: day}), "2026-11-22") == found


def test_a_missed_deadline_cannot_be_changed() -> None:
    """The past is never offered as a change; what to do next is."""
    found = result("internal-auditor", path("2025-01-01", "2025-02-01", "not_yet"))
    assert (found["verdict"], found["changes"]) == ("no", [])
    assert found["next_steps"]
