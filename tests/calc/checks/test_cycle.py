"""Cycle: is the certificate safe today, which year was missed, and what comes next?"""

from typing import Any

import pytest

from ...support.asking import (
    PARTNERS,
    assumed,
    dates,
    finding,
    messages,
    notices,
    problems,
    result,
    slips,
    table,
    without,
)
from ...support.situations import good

FIRST, SECOND = "first_maintenance", "second_maintenance"
NONE_YET = without(good("cycle"), FIRST, SECOND)


def certificate(on: str, first: Any = None, second: Any = None, **changed: Any) -> dict[str, Any]:
    """Return the result for the certificate of 15 June 2024 with these maintenance audits."""
    return result("cycle", {**NONE_YET, FIRST: first, SECOND: second, **changed}, on=on)


@table(
    "on first second verdict stage",
    [
        ("2024-07-01", "not_yet", "not_yet", "yes", FIRST, "in the year of certification the first audit is next"),
        ("2025-06-30", "not_yet", "not_yet", "yes", FIRST, "on the first year's last day there is still time"),
        ("2025-07-01", "not_yet", "not_yet", "no", "missed", "a day later that year is missed"),
        ("2025-07-01", "2025-06-30", "not_yet", "yes", SECOND, "with an audit on the last day the second is next"),
        ("2025-07-01", "2025-07-01", "not_yet", "no", "missed", "an audit a day later does not count"),
        ("2025-07-01", "2024-12-31", "not_yet", "no", "missed", "nor does one in the year of certification"),
        ("2026-06-30", "2025-06-01", "not_yet", "yes", SECOND, "on the second year's last day"),
        ("2026-07-01", "2025-06-01", "not_yet", "no", "missed", "a day later the second is missed"),
        ("2026-07-01", "2025-06-01", "2026-06-30", "yes", "recertification", "with both done"),
        ("2026-07-01", "2025-06-01", "2025-06-01", "no", "missed", "one audit does not count twice"),
        ("2026-07-01", "not_yet", "2026-06-30", "no", "missed", "a missed first year stays missed"),
        ("2027-06-15", "2025-06-01", "2026-06-01", "yes", "recertification", "on its last day the certificate holds"),
        ("2027-06-16", "2025-06-01", "2026-06-01", "no", "expired", "a day later it has expired"),
        ("2027-06-16", "not_yet", "not_yet", "no", "expired", "whatever was missed before"),
    ],
)
def test_through_the_years(on: str, first: str, second: str, verdict: str, stage: str) -> None:
    """At ESC, whose last day is the end of the anniversary's quarter, from certification to expiry."""
    found = certificate(on, first, second)
    assert (found["verdict"], found["stage"], found["open_questions"]) == (verdict, stage, [])


@table(
    "on first second verdict stage open_questions",
    [
        ("2025-06-30", None, None, "yes", None, [], "before the last day nothing is asked, and no year is known"),
        ("2025-07-01", None, None, "unknown", None, [FIRST], "after it that year's audit is asked"),
        ("2026-07-01", None, None, "unknown", None, [FIRST, SECOND], "and then the second's as well"),
        ("2026-07-01", None, "not_yet", "no", "missed", [], "a missed year decides"),
        ("2026-07-01", "unsure", "2026-06-01", "unknown", None, [FIRST], "an audit of which one is not sure"),
        ("2025-07-01", "2025-06-01", None, "yes", None, [], "whether the second is done already is not known"),
        ("2024-07-01", None, "not_yet", "yes", None, [], "nor whether the first is"),
        ("2027-06-16", None, None, "no", "expired", [], "after expiry nothing is asked"),
    ],
)
def test_audits_that_are_not_known(
    on: str, first: str | None, second: str | None, verdict: str, stage: str | None, open_questions: list[str]
) -> None:
    """A year's audit is asked only once its last day has passed."""
    found = certificate(on, first, second)
    assert (found["verdict"], found["stage"], found["open_questions"]) == (verdict, stage, open_questions)


@table(
    "changed open_questions",
    [
        ({"certificate": None}, ["certificate"], "its kind"),
        ({"certified_on": None}, ["certified_on"], "its day"),
        ({"certificate": None, "certified_on": None, "partner": None}, ["certificate", "certified_on"], "both"),
    ],
)
def test_kind_and_day_are_asked_alone(changed: dict[str, Any], open_questions: list[str]) -> None:
    """Without the certificate's kind and day nothing else counts."""
    found = certificate("2026-11-26", "not_yet", "not_yet", **changed, certification_audit_ended=None)
    assert (found["verdict"], found["open_questions"], found["stage"]) == ("unknown", open_questions, None)


@table(
    "on verdict stage",
    [
        ("2025-06-15", "yes", "recertification", "on its last day"),
        ("2025-06-16", "no", "expired", "a day later"),
        ("2024-07-01", "yes", "recertification", "from the start: the renewal is next, and no maintenance"),
    ],
)
def test_a_one_year_certificate(on: str, verdict: str, stage: str) -> None:
    """It has no years of maintenance: what comes next is the renewal."""
    found = certificate(on, "not_yet", "not_yet", certificate="one_year")
    assert (found["verdict"], found["stage"]) == (verdict, stage)


# Partners


@table(
    "partner missed",
    [
        ("aasp", False, "AASP by the general rule: the year's end"),
        ("acsa", False, "ACSA"),
        ("afpa_food", False, "AFPA (food)"),
        ("afpa_forest", False, "AFPA (forest)"),
        ("amhsa", False, "AMHSA: 1 December"),
        ("amta", False, "AMTA"),
        ("asc", True, "ASC: the anniversary"),
        ("ccsa", False, "CCSA"),
        ("esc", True, "ESC: the quarter's end"),
        ("mhsa", False, "MHSA"),
    ],
)
def test_in_november_some_partners_have_stopped(partner: str, missed: bool) -> None:
    """The same certificate is missed at one partner and safe at another."""
    found = certificate("2026-11-26", "2025-06-01", "not_yet", partner=partner)
    assert (found["verdict"], found["stage"]) == (("no", "missed") if missed else ("yes", SECOND))


def test_amhsa_stops_on_the_first_of_december() -> None:
    """On 1 December there is still time, on 2 December that year is missed."""
    said = [
        certificate(day, "2025-06-01", "not_yet", partner="amhsa")["verdict"] for day in ("2026-12-01", "2026-12-02")
    ]
    assert said == ["yes", "no"]


def test_without_a_partner() -> None:
    """It depends, and the partner is asked; after the year's end all say the same."""
    found = certificate("2026-11-26", "2025-06-01", "not_yet", partner=None)
    assert found["by_partner"] == {partner: "no" if partner in {"asc", "esc"} else "yes" for partner in PARTNERS}
    assert (found["verdict"], found["stage"], found["open_questions"]) == ("unknown", None, ["partner"])
    after = certificate("2027-01-01", "2025-06-01", "not_yet", partner=None)
    assert (after["verdict"], after["stage"], after["by_partner"]) == ("no", "missed", None)
    before = certificate("2026-11-26", None, "not_yet", partner=None)
    assert before["open_questions"] == ["partner", FIRST]


def test_the_years_count_from_the_certification_audit() -> None:
    """A certificate of January whose audit was in the year before is in its first year of maintenance."""
    january = {"certified_on": "2026-01-20", "partner": "mhsa"}
    by_audit = certificate("2027-01-01", "not_yet", "not_yet", **january, certification_audit_ended="2025-11-30")
    assert (by_audit["verdict"], by_audit["stage"]) == ("no", "missed")
    by_default = certificate("2027-01-01", "not_yet", "not_yet", **january, certification_audit_ended=None)
    assert (by_default["verdict"], by_default["stage"]) == ("yes", FIRST)
    done = certificate("2026-11-26", "2026-10-01", "not_yet", **january, certification_audit_ended="2025-11-30")
    assert (done["verdict"], done["stage"]) == ("yes", SECOND)


def test_a_year_that_asks_for_no_audit() -> None:
    """Where a year's last day is over before the certificate begins, the next year's audit comes first."""
    late = {"partner": "amhsa", "certified_on": "2025-12-10", "certification_audit_ended": "2024-12-20"}
    found = certificate("2026-11-26", "not_yet", "not_yet", **late)
    assert (found["verdict"], found["stage"]) == ("yes", SECOND)
    assert certificate("2026-12-02", "not_yet", "not_yet", **late)["verdict"] == "no"


# Dates


def test_dates() -> None:
    """Due dates, expiry, and the last day of field work that leaves the report its 21 days."""
    assert dates("cycle", good("cycle")) == {
        "expires_on": "2027-06-15",
        "first_maintenance_by": "2025-06-15",
        "first_maintenance_latest": "2025-06-30",
        "second_maintenance_by": "2026-06-15",
        "second_maintenance_latest": "2026-06-30",
        "recertification_field_work_by": "2027-05-25",
    }


@table(
    "since given",
    [
        ("2024-02-29", {"standard_audit_from": "2025-03-01"}, "a year from the records' first day"),
        (None, {}, "which must be known"),
    ],
)
def test_dates_of_a_one_year_certificate(since: str | None, given: dict[str, str]) -> None:
    """A one-year certificate leads to the standard audit, from the day with twelve months of records."""
    answers = NONE_YET | {"certificate": "one_year", "certified_on": "2026-03-01", "records_since": since}
    answers = without(answers, "certification_audit_ended")
    assert dates("cycle", answers) == {
        "expires_on": "2027-03-01",
        "recertification_field_work_by": "2027-02-08",
        **given,
    }


# What cannot be read, notices and assumptions


@pytest.mark.parametrize("key", ["certified_on", FIRST, SECOND])
def test_no_day_lies_after_today(key: str) -> None:
    """What has not happened is no answer here."""
    assert problems("cycle", {key: "2026-11-27"}) == [(key, "out_of_range")]
    assert problems("cycle", {key: "2026-11-26"}) == []


@table(
    "on changed codes",
    [
        ("2026-11-26", {}, [], "nothing to say"),
        ("2027-05-25", {}, [], "on the last day for recertification's field work"),
        ("2027-05-26", {}, ["recertify_now"], "a day later: call today"),
        ("2027-06-15", {}, ["recertify_now"], "until the last day"),
        ("2027-06-16", {}, ["expired"], "then it has expired"),
        ("2026-11-26", {"certified_on": "2024-04-30", "certification_audit_ended": ...}, ["audit_year"],
         "a certificate of April, whose audit may have been the year before"),
        ("2026-11-26", {"certified_on": "2024-05-01", "certification_audit_ended": ...}, [], "not one of May"),
        ("2026-11-26", {"certificate": "one_year", "certified_on": "2026-01-01", "certification_audit_ended": ...}, [],
         "nor a one-year certificate"),
    ],
)  # fmt: skip
def test_notices(on: str, changed: dict[str, Any], codes: list[str]) -> None:
    """What else there is to know."""
    assert notices("cycle", good("cycle", **changed), on) == codes


def test_assumptions() -> None:
    """It goes by the user's word that an audit was accepted, and by the date on the certificate where it has to."""
    assert "maintenance-by-your-word" in assumed("cycle", good("cycle"))
    assert "certification-audit-unknown" not in assumed("cycle", good("cycle"))
    assert "certification-audit-unknown" in assumed("cycle", good("cycle", certification_audit_ended=...))
    assert "maintenance-due-latest" in assumed("cycle", good("cycle", partner="acsa"))
    assert "maintenance-due-latest" not in assumed("cycle", good("cycle", partner="mhsa"))  # its page is a source of it


SENT_IN = good("cycle", partner="amhsa", second_maintenance="not_yet")
"""A certificate of June 2024 at AMHSA, whose second year is to do."""


@table(
    "changed on says never",
    [
        ({}, "2026-11-09", ["Safe today", "this year", "sent in to AMHSA by 1 December 2026", "until 15 June 2027"], ["more time"],
         "as long as a report may take, nothing presses"),
        ({}, "2026-11-10", ["Safe today", "this year", "sent in to AMHSA by 1 December 2026", "If you need more time, ask AMHSA"], [],
         "then it says whom to ask for more time"),
        ({}, "2026-12-01", ["Safe today", "this year", "sent in to AMHSA by 1 December 2026"], ["more time"], "on the day itself it is too late to ask"),
        ({}, "2026-12-02", ["Not safe", "had to be", "sent in to AMHSA by 1 December 2026"], ["Safe today", "until 15 June"], "a day later it was missed"),
        ({}, "2025-12-31", ["Safe today", "Next:", "sent in to AMHSA by 1 December 2026"], ["this year"], "in the year before it is only next"),
        ({"partner": "mhsa"}, "2026-12-01", ["Safe today", "this year", "by 31 December 2026"], ["sent in"],
         "at another partner it has to be done"),
        ({"second_maintenance": "2026-06-01"}, "2027-05-25", ["Safe today", "recertification audit", "by 25 May 2027"], ["maintenance"],
         "with both years done the next certificate is to do"),
        ({"second_maintenance": "2026-06-01"}, "2027-05-26", ["Safe today, but late", "book the recertification audit now"], ["25 May"],
         "also a day after that"),
    ],
)  # fmt: skip
def test_what_is_to_do_this_year(changed: dict[str, Any], on: str, says: list[str], never: list[str]) -> None:
    """A certificate that is safe today says what is left to do, and by when; at AMHSA it is sent in."""
    assert slips(result("cycle", {**SENT_IN, **changed}, on=on)["headline"], says, never) == []


@table(
    "changed on told",
    [
        ({}, "2026-12-01", True, "while the day lies ahead"),
        ({}, "2026-12-02", False, "not once it is over"),
        ({"second_maintenance": "2026-06-01"}, "2026-11-26", False, "nor where both years are done"),
        ({"partner": "mhsa"}, "2026-11-26", False, "nor where no page speaks of sending in"),
        ({"partner": None}, "2026-11-26", False, "nor without a partner"),
        ({"certificate": "one_year", "certified_on": "2026-06-15", "certification_audit_ended": None,
          "first_maintenance": None, "second_maintenance": None}, "2026-11-26", False, "nor of a one-year certificate"),
    ],
)  # fmt: skip
def test_the_audit_is_sent_in(changed: dict[str, Any], on: str, told: bool) -> None:
    """At a partner whose day is the one to send it in by."""
    assert ("sent_in" in notices("cycle", {**SENT_IN, **changed}, on)) is told


def test_a_planned_audit_has_somewhere_to_go() -> None:
    """A day that lies ahead is not an accepted audit: the message says what to answer, and where to check the day."""
    (said,) = messages("cycle", {**SENT_IN, "second_maintenance": "2026-12-10"})
    assert "Not yet" in said
    assert "Does this maintenance audit count?" in said
    (certified,) = messages("cycle", {"certified_on": "2026-12-10"})
    assert "Not yet" not in certified


def test_why_a_certificate_has_expired() -> None:
    """The reason says how long one holds."""
    said = finding("cycle", good("cycle"), "certificate-last-day")["statement"]
    assert "3 years" in said


@table(
    "on changed told",
    [
        ("2026-11-26", {"partner": "esc", "certified_on": "2025-05-15"}, True, "the quarter's end lies ahead"),
        ("2027-06-30", {"partner": "esc", "certified_on": "2025-05-15"}, True, "on that day"),
        ("2027-07-01", {"partner": "esc", "certified_on": "2025-05-15"}, False, "a day later no year is left"),
        ("2026-11-26", {"partner": "asc", "certified_on": "2025-05-15"}, False, "not at another partner"),
        ("2026-11-26", {"partner": None, "certified_on": "2025-05-15"}, False, "nor without one"),
    ],
)
def test_the_month_is_safer_at_esc(on: str, changed: dict[str, Any], told: bool) -> None:
    """Its page of 2025 names the month, and the quarter was for a COR."""
    answers = good("cycle", first_maintenance=None, second_maintenance=None, certification_audit_ended=None, **changed)
    assert ("month_is_safer" in notices("cycle", answers, on)) is told


ACSA = good("cycle", partner="acsa", certified_on="2025-06-03", certification_audit_ended=..., first_maintenance="not_yet",
            second_maintenance="not_yet")  # fmt: skip


@table(
    "changed on says never",
    [
        ({}, "2026-06-03", ["Safe today", "by 3 June 2026"], ["overdue"], "on the day itself it is due"),
        ({}, "2026-06-04", ["Safe today, but overdue", "was due by 3 June 2026", "ACSA publishes no later last day", "call ACSA today"],
         ["at the latest by"], "a day later the general last day is not the partner's own"),
        ({"partner": "esc"}, "2026-06-04", ["overdue", "last day is 30 June 2026"], ["publishes no later"], "ESC has a later last day of its own"),
        ({"first_maintenance": "2025-11-20"}, "2026-05-01", ["Safe today"], ["overdue"], "an audit of another year keeps nothing"),
        ({"first_maintenance": "2025-11-20"}, "2027-01-01", ["Not safe", "only in 2026", "20 November 2025"], [],
         "and why it does not count is said"),
    ],
)  # fmt: skip
def test_what_is_overdue_is_said(changed: dict[str, Any], on: str, says: list[str], never: list[str]) -> None:
    """A certificate that is not lost yet is no reason to wait."""
    assert slips(result("cycle", {**ACSA, **changed}, on=on)["headline"], says, never) == []


@table(
    "entered noted",
    [
        ("2025-11-20", True, "in the year of certification"),
        ("2026-06-01", False, "in its year"),
        ("not_yet", False, "not done"),
    ],
)
def test_an_audit_that_is_not_in_its_year_is_noted(entered: str, noted: bool) -> None:
    """It is often a slip, and it does not count."""
    assert ("not_in_its_year" in notices("cycle", {**ACSA, "first_maintenance": entered}, on="2026-06-02")) is noted
