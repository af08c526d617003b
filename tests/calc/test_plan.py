"""Plan: the dates ahead, each from its own answers alone."""

from typing import Any

import pytest

from .asking import passing, result

DATES = [
    ({"records_since": "2025-11-30"},
     {"one_year_audit_from": "2026-02-28", "standard_audit_from": "2026-11-30"},
     "30 November and three months is 28 February"),
    ({"records_since": "2023-11-30"},
     {"one_year_audit_from": "2024-02-29", "standard_audit_from": "2024-11-30"}, "29 February in a leap year"),
    ({"records_since": "2024-02-29"},
     {"one_year_audit_from": "2024-05-29", "standard_audit_from": "2025-02-28"}, "a year after 29 February"),
    ({"records_since": "2026-10-01"},
     {"one_year_audit_from": "2027-01-01", "standard_audit_from": "2027-10-01"}, "over the year's end"),
    ({"last_link_ended": "2024-02-29"}, {"independent_from": "2025-03-01"}, "a tie that ended on 29 February"),
    ({"last_link_ended": "2023-02-28"}, {"independent_from": "2024-03-01"}, "28 February before a leap year"),
    ({"last_link_ended": "2026-05-31"}, {"independent_from": "2027-06-01"}, "the day after the anniversary"),
    ({"module_12_completed": "2025-08-31"}, {"audit_deadline": "2026-02-28"}, "six months clamp to February's end"),
    ({"certificate": "standard", "certified_on": "2024-02-29"},
     {"expires_on": "2027-02-28", "first_maintenance_by": "2025-02-28", "second_maintenance_by": "2026-02-28",
      "first_maintenance_latest": "2025-12-31", "second_maintenance_latest": "2026-12-31"}, "a standard certificate"),
    ({"certificate": "one_year", "certified_on": "2024-02-29"}, {"expires_on": "2025-02-28"}, "a one-year certificate"),
    ({"certified_on": "2024-02-29"}, {}, "the certificate's dates need its kind"),
    ({"certificate": "standard"}, {}, "and its day"),
    ({"program": "cor", "field_work_started": "2026-11-17"}, {"field_work_by": "2027-01-01"}, "45 days for COR"),
    ({"program": "secor", "field_work_started": "2026-11-17"}, {"field_work_by": "2026-12-02"}, "15 days for SECOR"),
    ({"program": "cor", "field_work_started": "2024-01-15"}, {"field_work_by": "2024-02-29"}, "45 days to a leap day"),
    ({"field_work_started": "2026-11-17"}, {}, "the field work's limit needs the program"),
    ({"program": "unsure", "field_work_started": "2026-11-17"}, {}, "unsure of the program"),
    ({"field_work_ended": "2026-12-31"}, {"report_by": "2027-01-21"}, "21 days for the report, without the program"),
    ({"program": "secor", "field_work_ended": "2024-02-08"}, {"report_by": "2024-02-29"}, "and with it"),
    ({"records_since": "1900-01-01"},
     {"one_year_audit_from": "1900-04-01", "standard_audit_from": "1901-01-01"}, "dates gone by are given too"),
    ({}, {}, "nothing answered"),
    ({"records_since": None, "last_link_ended": "unsure"}, {}, "null and unsure"),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "dates"), [row[:2] for row in DATES], ids=[row[2] for row in DATES])
def test_dates(answers: dict[str, Any], dates: dict[str, str]) -> None:
    """Each date is given where its own answers are, and only there."""
    found = result("plan", answers)
    assert found["dates"] == dates
    assert (found["verdict"], found["open_questions"], found["changes"]) == (None, [], [])


def test_order_of_dates() -> None:
    """The dates come in the order in which the documentation lists them."""
    assert list(result("plan", passing("plan"))["dates"]) == [
        "one_year_audit_from",
        "standard_audit_from",
        "independent_from",
        "audit_deadline",
        "expires_on",
        "first_maintenance_by",
        "second_maintenance_by",
        "first_maintenance_latest",
        "second_maintenance_latest",
        "field_work_by",
        "report_by",
    ]


@pytest.mark.parametrize("as_of", ["2023-01-01", "2026-11-22", "2199-12-31"])
def test_today_changes_no_date(as_of: str) -> None:
    """The dates follow from the answers, not from the day of asking."""
    assert result("plan", passing("plan"), as_of=as_of)["dates"] == result("plan", passing("plan"))["dates"]


def test_last_possible_days() -> None:
    """Answers at the calendar's end are evaluated, though their dates lie beyond it."""
    last = dict.fromkeys(list(passing("plan"))[2:], "2199-12-31")
    assert result("plan", passing("plan", **last))["verdict"] is None
