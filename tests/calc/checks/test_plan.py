"""Plan: each date from its own answers, by each partner's rules."""

from typing import Any

import pytest

from cor_calc.checks import plan

from ...support.asking import PARTNERS, assumed, dates, notices, result, slips, table
from ...support.situations import good


@table(
    "answers given",
    [
        ({"records_since": "2025-11-30"}, {"one_year_audit_from": "2026-03-01", "standard_audit_from": "2026-11-30"},
         "counted back from 28 February the records are two months: the audit is possible from 1 March"),
        ({"records_since": "2023-11-29"}, {"one_year_audit_from": "2024-02-29", "standard_audit_from": "2024-11-29"},
         "to the leap day"),
        ({"partner": "ccsa", "records_since": "2025-11-30"}, {"standard_audit_from": "2026-11-30"},
         "at CCSA for a standard certificate alone"),
        ({"last_link_ended": "2026-03-15"}, {"independent_from": "2027-03-16"}, "a year and a day after the last tie"),
        ({"last_link_ended": "2024-02-28"}, {"independent_from": "2025-03-01"}, "the day after is a leap day"),
        ({"partner": "esc", "module_12_completed": "2026-08-31"}, {"qualifying_audit_by": "2027-02-28"}, "six months"),
        ({"partner": "amta", "module_12_completed": "2026-08-31"}, {"qualifying_audit_by": "2026-11-29"}, "ninety days"),
        ({"module_12_completed": "2026-08-31"},
         {"qualifying_audit_by": "2026-11-29", "qualifying_audit_latest": "2027-02-28"}, "from one to the other"),
        ({"module_12_completed": "2199-12-31", "partner": "esc"}, {"qualifying_audit_by": "2200-06-30"},
         "a course to come"),
        ({"module_12_completed": "not_yet"}, {}, "a course that is not done gives no date"),
        ({"corrections_asked_on": "2026-12-20"}, {"corrections_by": "2027-01-04"}, "fifteen days"),
        ({"partner": "amhsa", "corrections_asked_on": "2026-12-20"}, {"corrections_by": "2027-01-04"},
         "whoever the partner"),
        ({"field_work_started": "2026-12-01"}, {}, "the field work needs the program"),
        ({"certified_on": "2024-06-15"}, {}, "a certificate's day needs its kind"),
        ({"certificate": "one_year", "certified_on": "2024-02-29"}, {"expires_on": "2025-02-28"}, "one year"),
        ({}, {}, "nothing"),
    ],
)  # fmt: skip
def test_each_date_from_its_own_answers(answers: dict[str, Any], given: dict[str, str]) -> None:
    """What is not answered gives no date, and takes none away."""
    assert dates("plan", answers) == given


@table(
    "partner started last",
    [
        ("esc", "2026-12-01", "2027-01-15", "45 days, over the year's end"),
        ("acsa", "2024-01-15", "2024-02-29", "45 days to a leap day"),
        ("amhsa", "2026-12-01", "2026-12-31", "AMHSA stops at the year's end"),
        ("amta", "2026-12-01", "2026-12-31", "AMTA stops at the year's end"),
        ("ccsa", "2026-12-01", "2026-12-31", "CCSA stops at the year's end"),
        ("amta", "2026-11-16", "2026-12-31", "45 days that end with the year"),
        ("amta", "2026-11-15", "2026-12-30", "45 days that end before it"),
        ("amta", "2026-12-31", "2026-12-31", "a start on the year's last day"),
        ("amta", "2027-01-01", "2027-02-15", "a start on the first of the next"),
    ],
)
def test_field_work_for_cor(partner: str, started: str, last: str) -> None:
    """45 days, at three partners not beyond the year of its start."""
    answers = {"partner": partner, "program": "cor", "field_work_started": started}
    assert dates("plan", answers) == {"field_work_by": last}


@pytest.mark.parametrize("partner", [*PARTNERS, "unsure"])
def test_field_work_for_secor(partner: str) -> None:
    """Fifteen days at every partner, over the year's end as well."""
    answers = {"partner": partner, "program": "secor", "field_work_started": "2026-12-20"}
    assert dates("plan", answers) == {"field_work_by": "2027-01-04"}


@table(
    "partner ended last",
    [
        ("esc", "2026-12-01", "2026-12-22", "21 days"),
        ("esc", "2024-02-08", "2024-02-29", "to a leap day"),
        ("amhsa", "2026-11-10", "2026-12-01", "21 days that end on 1 December"),
        ("amhsa", "2026-11-11", "2026-12-01", "AMHSA wants it by 1 December"),
        ("amhsa", "2026-12-01", "2026-12-01", "on that very day"),
        ("amhsa", "2026-12-02", "2026-12-23", "where the field work ended after it, the 21 days count"),
        ("amhsa", "2027-01-05", "2027-01-26", "so they do early in the year"),
    ],
)
def test_report(partner: str, ended: str, last: str) -> None:
    """21 days, at AMHSA not after 1 December where the field work ended by then."""
    for program in ({}, {"program": "secor"}):
        assert dates("plan", {"partner": partner, "field_work_ended": ended, **program}) == {"report_by": last}


@table(
    "answers given",
    [
        ({"program": "cor", "field_work_started": "2026-12-01"},
         [("field_work_by", "2026-12-31", "field-work-year-end", ["amhsa", "amta", "ccsa"]),
          ("field_work_latest", "2027-01-15", "field-work-days-cor", [])], "field work over the year's end"),
        ({"field_work_ended": "2026-11-20"},
         [("report_by", "2026-12-01", "report-year-end", ["amhsa"]), ("report_latest", "2026-12-11", "report-days", [])],
         "a report in December"),
        ({"module_12_completed": "2026-05-01"},
         [("qualifying_audit_by", "2026-07-30", "internal-auditor-period", ["amta"]),
          ("qualifying_audit_latest", "2026-11-01", "internal-auditor-period", [])], "the qualifying audit"),
        ({"partner": "ccsa", "program": "cor", "field_work_started": "2026-12-01"},
         [("field_work_by", "2026-12-31", "field-work-year-end", ["ccsa"])], "with the partner known there is one day"),
    ],
)  # fmt: skip
def test_two_days_where_partners_differ(answers: dict[str, Any], given: list[Any]) -> None:
    """Without a partner the earliest over all and the latest, each with its rule and with those whose own it is."""
    found = result("plan", answers)["dates"]
    assert [(each["name"], each["date"], each["rule"], each["partners"]) for each in found] == given


def test_one_day_where_partners_differ_in_nothing_that_counts() -> None:
    """Field work in summer ends before any year does: one day for all."""
    assert dates("plan", {"program": "cor", "field_work_started": "2026-05-01"}) == {"field_work_by": "2026-06-15"}
    assert dates("plan", {"field_work_ended": "2026-06-15"}) == {"report_by": "2026-07-06"}


def test_all_dates_in_their_order() -> None:
    """With everything answered: in the order of the questions' subjects, gone by or not, each opening or a last day."""
    found = result("plan", good("plan"))["dates"]
    assert [(each["name"], each["kind"]) for each in found] == [
        ("one_year_audit_from", "from"),
        ("standard_audit_from", "from"),
        ("independent_from", "from"),
        ("qualifying_audit_by", "by"),
        ("expires_on", "by"),
        ("first_maintenance_by", "by"),
        ("first_maintenance_latest", "by"),
        ("second_maintenance_by", "by"),
        ("second_maintenance_latest", "by"),
        ("field_work_by", "by"),
        ("report_by", "by"),
        ("corrections_by", "by"),
    ]


@pytest.mark.parametrize("partner", [*PARTNERS, None])
def test_the_certificate_as_in_maintenance(partner: str | None) -> None:
    """The certificate's dates are those that maintenance and cycle give."""
    answers = good("plan", partner=partner)
    certificate = {key: answers[key] for key in ("partner", "certificate", "certified_on", "certification_audit_ended")}
    expected = dates("maintenance", certificate)
    assert dates("plan", certificate) == expected
    assert expected.items() <= dates("cycle", certificate).items()
    assert expected.items() <= dates("plan", answers).items()


def test_every_date_is_told_in_whole_clauses() -> None:
    """While it lies ahead, and once its day has come: the headline puts no sentence together of labels."""
    assert plan._TOLD.keys() == {name for rule in plan.SUBJECT.dates for name in rule.labels}


def test_there_is_no_verdict() -> None:
    """Dates are told, and nothing is asked."""
    for answers in ({}, good("plan")):
        found = result("plan", answers)
        assert (found["verdict"], found["tone"], found["stage"]) == (None, "info", None)
        assert (found["open_questions"], found["findings"], found["by_partner"]) == ([], [], None)


@table(
    "changed on codes",
    [
        ({}, "2026-11-26", [], "nothing"),
        ({}, "2027-06-16", ["expired"], "the certificate has expired"),
        ({"certified_on": "2024-04-30", "certification_audit_ended": ...}, "2026-11-26", ["audit_year"],
         "a certificate of April without the audit's end"),
    ],
)  # fmt: skip
def test_notices(changed: dict[str, Any], on: str, codes: list[str]) -> None:
    """What else there is to know."""
    assert notices("plan", good("plan", **changed), on) == codes


@table(
    "answers rules",
    [
        ({"program": "cor", "field_work_started": "2026-12-01"}, {"field-work-year-end"},
         "three partners stop at the year's end"),
        ({"field_work_ended": "2026-11-20"}, {"report-year-end"}, "AMHSA wants the report by 1 December"),
        ({"module_12_completed": "2026-05-01"}, {"internal-auditor-period"}, "AMTA gives ninety days"),
        ({"records_since": "2026-05-01"}, {"documentation-counted-back", "one-year-certificate-offered"},
         "months are counted back, and CCSA takes twelve"),
        ({"last_link_ended": "2026-05-01"}, {"independence-anniversary"}, "the anniversary counts"),
        ({"certificate": "standard", "certified_on": "2026-05-01"},
         {"certificate-last-day", "certification-audit-unknown", "maintenance-due-by", "maintenance-due-latest"},
         "the certificate's last day, and the years of maintenance"),
    ],
)  # fmt: skip
def test_assumptions(answers: dict[str, Any], rules: set[str]) -> None:
    """A date's readings, and what partners differ in, are told with it; without the date they are not."""
    assert rules <= set(assumed("plan", answers))
    assert not rules & set(assumed("plan", {}))


def test_the_newest_of_what_is_possible_and_the_next_of_what_is_due() -> None:
    """The headline names both, by their days in words."""
    answers = {"records_since": "2025-08-31", "partner": "esc", "field_work_ended": "2026-12-01"}
    headline = result("plan", answers)["headline"]
    assert "31 August 2026" in headline
    assert "22 December 2026" in headline


def test_an_expired_certificate_comes_first() -> None:
    """Whatever else is known."""
    headline = result("plan", good("plan"), on="2027-06-16")["headline"]
    assert "expired on 15 June 2027" in headline


@table(
    "answers asked",
    [
        ({"certified_on": "2024-06-15"}, "how long the certificate lasts", "a certificate's day without its kind"),
        ({"field_work_started": "2026-12-01"}, "which program", "field work without a program"),
    ],
)
def test_what_is_missing_is_named(answers: dict[str, Any], asked: str) -> None:
    """A date that was entered is not asked again."""
    assert asked in result("plan", answers)["headline"].lower()


@table(
    "answers on says never",
    [
        ({"partner": "amhsa", "certificate": "standard", "certified_on": "2024-10-10"}, "2026-12-01",
         ["second maintenance audit must be sent in to AMHSA by 1 December 2026"], ["due"], "at AMHSA a maintenance audit is sent in"),
        ({"partner": "mhsa", "certificate": "standard", "certified_on": "2024-10-10"}, "2026-12-01",
         ["second maintenance audit is due by 31 December 2026"], ["sent in"], "elsewhere it is due"),
        ({"partner": "amta", "module_12_completed": "2026-10-30"}, "2027-01-28",
         ["qualifying audit must be sent in by 28 January 2027"], ["done"], "at AMTA a qualifying audit is sent in"),
        ({"partner": "amta", "module_12_completed": "2026-10-30"}, "2027-01-29",
         ["have passed", "send the qualifying audit in", "28 January 2027"], ["Next"], "or was, until a day ago"),
        ({"partner": "esc", "module_12_completed": "2026-10-30"}, "2027-01-29",
         ["qualifying audit must be done by 30 April 2027"], ["sent in"], "elsewhere it is done"),
    ],
)  # fmt: skip
def test_whether_an_audit_is_sent_in_or_done(
    answers: dict[str, Any], on: str, says: list[str], never: list[str]
) -> None:
    """The next day is told as the partner's pages have it."""
    assert slips(result("plan", answers, on=on)["headline"], says, never) == []
    assert ("sent_in" in notices("plan", answers, on)) is (answers["partner"] == "amhsa")


def test_field_work_that_has_ended_is_not_ahead() -> None:
    """What comes next is the report."""
    answers = {
        "partner": "acsa",
        "program": "cor",
        "field_work_started": "2026-11-01",
        "field_work_ended": "2026-11-26",
    }
    assert slips(result("plan", answers)["headline"], ["report", "17 December 2026"], ["field work"]) == []
