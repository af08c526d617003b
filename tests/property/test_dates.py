"""Deadlines, anniversaries and plans against a calendar walked month by month."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calc.asking import result

from .naive import DAY, first_free, later

days = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 12, 31))
any_day = st.one_of(days, st.builds(lambda day: day.replace(day=1) - DAY, days))
recent = st.dates(min_value=date(2021, 1, 1), max_value=date(2032, 12, 31))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(module_12=recent, wait=st.integers(min_value=-2, max_value=2), late=st.integers(min_value=0, max_value=400))
def test_audit_on_both_sides_of_its_deadline(module_12: date, wait: int, late: int) -> None:
    """An audit up to the deadline is in time, a day later it is not, whenever one asks."""
    deadline = later(module_12, 6)
    audit = deadline + DAY * wait
    answers = {"module_12_completed": str(module_12), "audit_completed": str(audit)}
    found = result("internal-auditor", answers, as_of=str(max(audit + DAY * late, date(2023, 1, 1))))
    assert found["dates"] == {"audit_deadline": str(deadline)}
    assert found["verdict"] == ("yes" if wait <= 0 else "no")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(module_12=st.dates(date(2022, 10, 1), date(2032, 12, 31)), wait=st.integers(min_value=-2, max_value=2))
def test_waiting_on_both_sides_of_the_deadline(module_12: date, wait: int) -> None:
    """Somebody who has not done the audit is still in time on the deadline's own day."""
    as_of = later(module_12, 6) + DAY * wait
    answers = {"module_1_completed": "2022-01-01", "module_12_completed": str(module_12), "audit_completed": "not_yet"}
    found = result("internal-auditor", answers, as_of=str(as_of))
    expected = ("unknown", "audit") if wait <= 0 else ("no", "missed")
    assert (found["verdict"], found["stage"]) == expected


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    certified=any_day, program=st.sampled_from(["cor", "secor"]), certificate=st.sampled_from(["standard", "one_year"])
)
def test_certificate_dates(certified: date, program: str, certificate: str) -> None:
    """A certificate's dates are whole calendar years later; plan and maintenance agree on them."""
    answers = {"program": program, "certificate": certificate, "certified_on": str(certified)}
    if certificate == "one_year":
        expected = {"expires_on": later(certified, 12)}
    else:
        expected = {
            "expires_on": later(certified, 36),
            "first_maintenance_by": later(certified, 12),
            "second_maintenance_by": later(certified, 24),
            "first_maintenance_latest": date(certified.year + 1, 12, 31),
            "second_maintenance_latest": date(certified.year + 2, 12, 31),
        }
    for check in ("maintenance", "plan"):
        assert result(check, answers)["dates"] == {name: str(day) for name, day in expected.items()}


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    certified=any_day,
    audit=any_day,
    near=st.integers(min_value=-1, max_value=3),
    program=st.sampled_from(["cor", None]),
)
def test_maintenance_years(certified: date, audit: date, near: int, program: str | None) -> None:
    """An audit counts in the two calendar years after the year of certification, and in no other."""
    audit = audit.replace(year=certified.year + near, day=min(audit.day, 28))
    answers: dict[str, Any] = {"program": program, "certificate": "standard", "certified_on": str(certified),
                               "audit_date": str(audit), "assessor": "internal_auditor",
                               "overall_score": 60}  # fmt: skip
    expected = "unknown" if program is None else "yes" if near in (1, 2) else "no"
    assert result("maintenance", answers)["verdict"] == expected


@settings(max_examples=200, deadline=None, derandomize=True)
@given(day=any_day)
def test_plan(day: date) -> None:
    """Each date of the plan follows from its own answer, walked by hand."""
    expected = {
        "records_since": {"one_year_audit_from": later(day, 3), "standard_audit_from": later(day, 12)},
        "last_link_ended": {"independent_from": first_free([day])},
        "module_12_completed": {"audit_deadline": later(day, 6)},
        "field_work_started": {"field_work_by": day + timedelta(days=45)},
        "field_work_ended": {"report_by": day + timedelta(days=21)},
    }
    for key, dates in expected.items():
        found = result("plan", {"program": "cor", key: str(day)})["dates"]
        assert found == {name: str(value) for name, value in dates.items()}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(as_of=st.dates(date(2023, 1, 1), date(2040, 12, 31)), months=st.integers(min_value=0, max_value=2))
def test_records_are_certainly_long_enough_by_then(as_of: date, months: int) -> None:
    """By the day named, three months have passed since every day on which the records may have begun."""
    answers = {
        "documentation_months": months,
        "assessor": "external_auditor",
        "overall_score": 80,
        "element_scores": [80],
    }
    ((change,),) = result("certification", answers, "cor", as_of=str(as_of))["changes"]
    assert (change["key"], change["from"], change["to"]) == ("documentation_months", months, 3)
    begun = [as_of - DAY * n for n in range(150)]
    begun = [day for day in begun if later(day, months) <= as_of < later(day, months + 1)]
    latest = max(later(day, 3) for day in begun)
    assert latest <= date.fromisoformat(change["when"]) <= latest + DAY * 3
