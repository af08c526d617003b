"""Maintenance, internal auditor and refund in every partial state, against all their completions."""

from datetime import date
from typing import Any

import pytest

from tests.calc.asking import outcome, result

from .naive import Domain, answered, completions, judged, later, partial_states

MAINTENANCE: Domain = {
    "program": ("cor", "secor"),
    "certificate": ("standard", "one_year"),
    "certified_on": ("2023-06-30", "2024-02-29", "2025-12-31"),
    "audit_date": ("2024-12-31", "2026-12-31", "2027-01-01"),
    "assessor": ("candidate_auditor", "other"),
    "overall_score": ("59.99", "60.00"),
}


def maintenance(full: dict[str, Any]) -> str:
    """Return the verdict from complete answers."""
    if full["program"] == "secor":
        return "not_covered"
    years = int(full["audit_date"][:4]) - int(full["certified_on"][:4])
    kept = full["certificate"] == "standard" and full["assessor"] != "other" and float(full["overall_score"]) >= 60
    return "yes" if kept and years in (1, 2) else "no"


def test_maintenance() -> None:
    """The verdict is the one that all completions share; the open questions are those that can change it."""
    for state in partial_states(MAINTENANCE):
        found = result("maintenance", state)
        assert (found["verdict"], found["open_questions"]) == judged(answered(state), MAINTENANCE, maintenance), state


def test_maintenance_changes() -> None:
    """Each change leads out of the no; the program, the certificate and the past stay as they are."""
    for state in partial_states(MAINTENANCE):
        found = result("maintenance", state)
        complete = len(answered(state)) == len(state)
        if complete and found["verdict"] == "no":
            window_left = state["certified_on"] >= "2024" or state["audit_date"] == "2024-12-31"
            assert bool(found["changes"]) is (state["certificate"] == "standard" and window_left), state
        for change in found["changes"]:
            assert {c["key"] for c in change} <= {"audit_date", "assessor", "overall_score"}, state
            after = result("maintenance", {**state, **{c["key"]: c["to"] for c in change}})["verdict"]
            assert after == "yes" if complete else after != "no", (state, change)
            assert all(c["to"] >= "2026-11-22" for c in change if c["key"] == "audit_date"), (state, change)
            for left_out in change if len(change) > 1 else []:
                part = {**state, **{c["key"]: c["to"] for c in change if c is not left_out}}
                assert result("maintenance", part)["verdict"] == "no", (state, change)


DAYS = ("2025-01-01", "2025-03-31", "2025-09-30", "2025-10-01", "2026-03-01")
STEPS: Domain = dict.fromkeys(("module_1_completed", "module_12_completed", "audit_completed"), ("not_yet", *DAYS))


def consistent(full: dict[str, Any], as_of: str) -> bool:
    """Tell whether the steps come in their order and none lies ahead."""
    steps = [full[key] for key in STEPS]
    done = [day for day in steps if day != "not_yet"]
    return steps[: len(done)] == sorted(done) and all(day <= as_of for day in done)


def on_the_path(full: dict[str, Any], as_of: str) -> str:
    """Return the verdict from complete answers."""
    module_12, audit = full["module_12_completed"], full["audit_completed"]
    if module_12 == "not_yet":
        return "unknown"
    deadline = str(later(date.fromisoformat(module_12), 6))
    if audit == "not_yet":
        return "no" if as_of > deadline else "unknown"
    return "yes" if audit <= deadline else "no"


@pytest.mark.parametrize("as_of", ["2025-09-30", "2025-10-01", "2026-03-01"])
def test_internal_auditor_is_sound(as_of: str) -> None:
    """A yes or a no is what every consistent completion gives; complete answers are always judged."""
    for state in partial_states(STEPS):
        every = [full for full in completions(answered(state), STEPS) if consistent(full, as_of)]
        if any(day is not None and day != "not_yet" and day > as_of for day in state.values()) or not every:
            continue
        given = list(state.values())
        if given[1] == "not_yet" and given[2] not in (None, "not_yet"):
            continue
        found = result("internal-auditor", state, as_of=as_of)
        shared = {on_the_path(full, as_of) for full in every}
        if found["verdict"] in ("yes", "no"):
            assert shared == {found["verdict"]}, state
        if state["module_12_completed"] and state["audit_completed"]:
            assert {found["verdict"]} == shared, state
        assert not set(found["open_questions"]) & set(answered(state)), state


def test_refund() -> None:
    """Only a SECOR in its first year is not covered; program and year are open while they can decide that."""
    domain: Domain = {"program": ("cor", "secor"), "year": ("first", "maintained")}
    for state in partial_states(domain, blanks=(None, "unsure")):
        found = outcome("refund", state)["results"][0]
        expected, keys = judged(
            answered(state), domain, lambda full: "not_covered" if tuple(full.values()) == ("secor", "first") else None
        )
        assert found["verdict"] == (None if expected == "unknown" else expected), state
        assert found["open_questions"] == keys, state
