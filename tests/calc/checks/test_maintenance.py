"""Maintenance: does one audit count for its year? Its day, its auditor, its score, and each partner's own due dates."""

from typing import Any

import pytest

from ...support.asking import PARTNERS, ask, assumed, changes, dates, notices, only, problems, result, slips, table
from ...support.situations import good


def audit(**changed: Any) -> dict[str, Any]:
    """Return the result of an audit with some answers changed."""
    return result("maintenance", good("maintenance", **changed))


def said(**changed: Any) -> str | None:
    """Return its verdict."""
    verdict: str | None = audit(**changed)["verdict"]
    return verdict


# Which year an audit is in


@table(
    "certified audited ended verdict stage",
    [
        ("2025-06-15", "2025-05-20", "2025-12-31", "no", None, "in the year of the certification audit"),
        ("2025-06-15", "2025-05-20", "2026-01-01", "yes", "first_maintenance", "from the first day of the year after"),
        ("2025-06-15", "2025-05-20", "2027-01-01", "yes", "second_maintenance", "and of the second year after"),
        ("2025-06-15", "2025-05-20", "2028-01-01", "no", None, "in the third year it is recertification's turn"),
        ("2026-01-20", "2025-11-30", "2026-11-20", "yes", "first_maintenance",
         "an audit of 2025 makes 2026 a year of maintenance, though the certificate is of 2026"),
        ("2026-01-20", ..., "2026-11-20", "no", None, "with the audit's end unknown the certificate's year stands for it"),
        ("2026-01-20", ..., "2027-01-19", "yes", "first_maintenance", "so that the first year is the one after"),
        ("2026-01-20", "2025-11-30", "2026-01-20", "no", None, "an audit on the certificate's own day"),
        ("2026-01-20", "2025-11-30", "2026-01-21", "yes", "first_maintenance", "and a day after it"),
        ("2025-12-31", "2024-12-31", "2025-12-31", "no", None, "the first year ends with the certificate's day: no audit"),
        ("2025-12-31", "2024-12-31", "2026-01-01", "yes", "second_maintenance", "the next one is the second year's"),
    ],
)  # fmt: skip
def test_years_of_maintenance(certified: str, audited: Any, ended: str, verdict: str, stage: str | None) -> None:
    """The years count from the year in which the certification audit ended."""
    found = audit(
        partner="mhsa", certified_on=certified, certification_audit_ended=audited, maintenance_audit_ended=ended
    )
    assert (found["verdict"], found["stage"]) == (verdict, stage)


# The last day of a year


@table(
    "partner last after",
    [
        ("aasp", "2026-12-31", "2027-01-01", "AASP by the general rule: the year's end"),
        ("acsa", "2026-12-31", "2027-01-01", "ACSA wants it by the anniversary, and names no later limit"),
        ("afpa_food", "2026-12-31", "2027-01-01", "AFPA (food) by the general rule"),
        ("afpa_forest", "2026-12-31", "2027-01-01", "AFPA (forest) by the general rule"),
        ("amhsa", "2026-12-01", "2026-12-02", "AMHSA by 1 December"),
        ("amta", "2026-12-31", "2027-01-01", "AMTA by the year's end"),
        ("asc", "2026-05-15", "2026-05-16", "ASC by the anniversary"),
        ("ccsa", "2026-12-31", "2027-01-01", "CCSA by the year's end"),
        ("esc", "2026-06-30", "2026-07-01", "ESC by the end of the anniversary's quarter"),
        ("mhsa", "2026-12-31", "2027-01-01", "MHSA by the year's end"),
    ],
)
def test_each_partner_has_its_last_day(partner: str, last: str, after: str) -> None:
    """On the last day of a year an audit counts; a day later it does not, or it is the next year's."""
    certified = {"certified_on": "2025-05-15", "certification_audit_ended": "2025-05-01"}
    in_time = audit(partner=partner, maintenance_audit_ended=last, **certified)
    assert (in_time["verdict"], in_time["stage"]) == ("yes", "first_maintenance")
    late = audit(partner=partner, maintenance_audit_ended=after, **certified)
    next_year = after == "2027-01-01"
    assert late["verdict"] == ("yes" if next_year else "no")
    assert late["stage"] == ("second_maintenance" if next_year else "first_maintenance")


@table(
    "partner certified by latest",
    [
        ("aasp", "2025-06-15", ("2026-06-15", "2027-06-15"), ("2026-12-31", "2027-12-31"), "the anniversary, at the latest the year's end"),
        ("aasp", "2024-12-15", ("2025-12-01", "2026-12-01"), ("2025-12-31", "2026-12-31"), "1 December where that is earlier"),
        ("acsa", "2024-12-15", ("2025-12-15", "2026-12-15"), ("2025-12-31", "2026-12-31"), "ACSA's anniversary, whatever the month"),
        ("amhsa", "2025-06-15", ("2026-12-01", "2027-12-01"), None, "one day for all at AMHSA"),
        ("amta", "2025-06-15", ("2026-12-31", "2027-12-31"), None, "the year's end alone at AMTA"),
        ("asc", "2024-02-29", ("2025-02-28", "2026-02-28"), None, "the anniversary of a leap day is the month's end"),
        ("asc", "2025-12-31", ("2026-12-31", "2027-12-31"), None, "on the year's last day"),
        ("ccsa", "2025-06-15", ("2026-12-31", "2027-12-31"), None, "the year's end at CCSA"),
        ("esc", "2025-01-01", ("2026-01-01", "2027-01-01"), ("2026-03-31", "2027-03-31"), "the first quarter's end"),
        ("esc", "2025-09-30", ("2026-09-30", "2027-09-30"), None, "where the anniversary is the quarter's end"),
        ("esc", "2025-10-01", ("2026-10-01", "2027-10-01"), ("2026-12-31", "2027-12-31"), "the last quarter's end"),
        ("mhsa", "2025-06-15", ("2026-12-31", "2027-12-31"), None, "the year's end at MHSA"),
        ("unsure", "2025-06-15", ("2026-06-15", "2027-06-15"), ("2026-12-31", "2027-12-31"), "over all partners: from the anniversary to the year's end"),
        ("unsure", "2024-12-15", ("2025-12-01", "2026-12-01"), ("2025-12-31", "2026-12-31"), "from 1 December on"),
    ],
)  # fmt: skip
def test_due_dates(partner: str, certified: str, by: tuple[str, str], latest: tuple[str, str] | None) -> None:
    """Each partner's own day by which an audit is due, and its last day where that is later."""
    answers = {"partner": partner, "certificate": "standard", "certified_on": certified}
    found = dates("maintenance", answers)
    names = ("first_maintenance", "second_maintenance")
    assert tuple(found[f"{name}_by"] for name in names) == by
    assert tuple(found.get(f"{name}_latest") for name in names) == (latest or (None, None))


@table(
    "partner certified audited given",
    [
        ("esc", "2025-01-20", "2024-11-30",
         {"expires_on": "2028-01-20", "first_maintenance_by": "2025-12-31", "second_maintenance_by": "2026-12-31"},
         "an anniversary after the calendar year is its last day"),
        ("aasp", "2025-01-20", "2024-11-30",
         {"expires_on": "2028-01-20", "first_maintenance_by": "2025-12-01", "first_maintenance_latest": "2025-12-31",
          "second_maintenance_by": "2026-12-01", "second_maintenance_latest": "2026-12-31"},
         "or the general 1 December"),
        ("amhsa", "2025-12-10", "2024-12-20",
         {"expires_on": "2028-12-10", "second_maintenance_by": "2026-12-01"},
         "a year whose last day is over before the certificate begins asks for no audit"),
        ("amhsa", "2025-12-01", "2024-12-20",
         {"expires_on": "2028-12-01", "second_maintenance_by": "2026-12-01"}, "nor one whose last day is the certificate's"),
        ("amhsa", "2025-11-30", "2024-12-20",
         {"expires_on": "2028-11-30", "first_maintenance_by": "2025-12-01", "second_maintenance_by": "2026-12-01"},
         "a day earlier there is time for one"),
    ],
)  # fmt: skip
def test_due_dates_counted_from_the_certification_audit(
    partner: str, certified: str, audited: str, given: dict[str, str]
) -> None:
    """Due dates fall in the calendar years that count from the certification audit."""
    answers = {
        "partner": partner,
        "certificate": "standard",
        "certified_on": certified,
        "certification_audit_ended": audited,
    }
    assert dates("maintenance", answers) == given


def test_no_year_but_one_asks_for_an_audit() -> None:
    """Without a partner the dates are those that any partner has: at AMHSA the first year asks for none."""
    answers = {"certificate": "standard", "certified_on": "2025-12-10", "certification_audit_ended": "2024-12-20"}
    assert dates("maintenance", answers | {"partner": "amhsa"}).get("first_maintenance_by") is None
    assert dates("maintenance", answers)["first_maintenance_by"] == "2025-12-01"


@table(
    "certificate certified expires",
    [
        ("standard", "2024-02-29", "2027-02-28", "three years from a leap day"),
        ("standard", "2025-06-15", "2028-06-15", "three years"),
        ("one_year", "2024-02-29", "2025-02-28", "one year from a leap day"),
        ("one_year", "2023-02-28", "2024-02-28", "one year to a leap year"),
        ("standard", "2199-12-31", "2202-12-31", "beyond the days that can be answered"),
    ],
)
def test_expiry(certificate: str, certified: str, expires: str) -> None:
    """A certificate holds 36 or 12 months; a one-year one has no years of maintenance."""
    found = dates("maintenance", {"certificate": certificate, "certified_on": certified})
    assert found["expires_on"] == expires
    assert (len(found) == 1) is (certificate == "one_year")


@table(
    "keys",
    [
        (("certificate",), "the kind alone"),
        (("certified_on",), "the day alone"),
        ((), "nothing"),
    ],
)
def test_no_dates_without_kind_and_day(keys: tuple[str, ...]) -> None:
    """The dates need the kind of certificate and its day."""
    assert dates("maintenance", only(good("maintenance"), *keys)) == {}


# Who, how well, which certificate, which program


@table(
    "changed verdict",
    [
        ({"maintenance_score": "60"}, "yes", "exactly at the mark"),
        ({"maintenance_score": "59.99"}, "no", "a hundredth below"),
        ({"maintenance_assessor": "external_auditor"}, "yes", "an external auditor"),
        ({"maintenance_assessor": "candidate_auditor"}, "yes", "a candidate, as the audit that qualifies"),
        ({"maintenance_assessor": "other"}, "no", "anyone else"),
        ({"certificate": "one_year"}, "no", "a one-year certificate is renewed, not maintained"),
        ({"program": "secor"}, "not_covered", "no page gives SECOR's mark"),
        ({"program": "secor", "maintenance_score": 10, "certificate": "one_year"}, "not_covered", "whatever else is answered"),
        ({"program": ..., "maintenance_score": 10}, "unknown", "without a program it could be a SECOR"),
    ],
)  # fmt: skip
def test_conditions(changed: dict[str, Any], verdict: str) -> None:
    """A COR's standard certificate, an auditor of some kind and 60 overall; SECOR is not covered."""
    assert said(**changed) == verdict


@pytest.mark.parametrize("partner", PARTNERS)
def test_sixty_at_every_partner(partner: str) -> None:
    """The mark is the same at all, and so is who may do it."""
    early = {"certified_on": "2025-12-01", "certification_audit_ended": ..., "maintenance_audit_ended": "2026-11-30"}
    assert said(partner=partner, **early) == "yes"
    assert said(partner=partner, **early, maintenance_score="59.99") == "no"


@table(
    "changed open_questions",
    [
        ({"program": ...}, ["program"], "only the program"),
        ({"program": ..., "maintenance_score": ...}, ["program", "maintenance_score"], "and what COR asks"),
        ({"certified_on": ..., "maintenance_audit_ended": ...}, ["certified_on", "maintenance_audit_ended"], "both days"),
        ({"certification_audit_ended": ...}, [], "the certification audit's end has a default, and is never asked"),
        ({"maintenance_assessor": ..., "certificate": ...}, ["certificate", "maintenance_assessor"], "in the order of the questions"),
        ({"maintenance_assessor": ..., "maintenance_score": 10}, [], "nothing, where the score has failed"),
        ({"partner": ..., "maintenance_audit_ended": ...}, ["partner", "maintenance_audit_ended"],
         "the partner, where the day is not known"),
    ],
)  # fmt: skip
def test_what_is_open(changed: dict[str, Any], open_questions: list[str]) -> None:
    """What could still decide is asked, and nothing else."""
    assert audit(**changed)["open_questions"] == open_questions


def test_nothing_answered() -> None:
    """All is asked but the certification audit's end."""
    asked = result("maintenance", {})["open_questions"]
    assert asked == [key for key in good("maintenance") if key != "certification_audit_ended"]


def test_without_a_partner() -> None:
    """After an anniversary it depends: ESC and ASC have stopped, the others have not."""
    found = audit(partner=..., maintenance_audit_ended="2026-10-15")
    assert found["by_partner"] == {partner: "no" if partner in {"asc", "esc"} else "yes" for partner in PARTNERS}
    assert (found["open_questions"], found["stage"]) == (["partner"], "first_maintenance")
    assert audit(partner=..., maintenance_audit_ended="2026-06-15")["verdict"] == "yes"
    december = audit(
        partner=..., certified_on="2023-12-15", certification_audit_ended=..., maintenance_audit_ended="2024-12-10"
    )
    assert december["by_partner"] == {partner: "no" if partner == "amhsa" else "yes" for partner in PARTNERS}
    unknown = audit(partner=..., program=..., maintenance_audit_ended="2026-10-15")
    assert (unknown["by_partner"], unknown["open_questions"]) == (None, ["partner", "program"])


@table(
    "certified audited code",
    [
        ("2025-06-15", "2025-06-15", None, "on the certificate's own day"),
        ("2025-06-15", "2025-06-16", "contradiction", "after the certificate"),
        ("2025-06-15", "2024-06-15", None, "twelve months before it"),
        ("2025-06-15", "2024-06-14", "contradiction", "more than that"),
        ("2025-02-28", "2024-02-28", None, "twelve months before a February's end"),
        ("2024-02-29", "2023-02-28", None, "twelve months before a leap day"),
    ],
)
@pytest.mark.parametrize("check", ["maintenance", "cycle", "plan"])
def test_a_certification_audit_that_does_not_fit(certified: str, audited: str, code: str | None, check: str) -> None:
    """It ended before the certificate, and within twelve months of it."""
    answers = {"certified_on": certified, "certification_audit_ended": audited}
    assert problems(check, answers) == ([("certification_audit_ended", code)] if code else [])


# What would help


WAITING = {"partner": "mhsa", "maintenance_audit_ended": "2026-12-15"}


@table(
    "changed proposed",
    [
        (WAITING | {"maintenance_score": "59.99"}, [("maintenance_score", "60.00", None)], "an audit to come can score more"),
        (WAITING | {"maintenance_assessor": "other"}, [("maintenance_assessor", "internal_auditor", None)], "another auditor"),
        ({"partner": "mhsa", "maintenance_audit_ended": "2026-10-01", "maintenance_score": 55},
         [("maintenance_audit_ended", "2026-11-26", "2026-11-26"), ("maintenance_score", "60.00", None)],
         "an audit of the past is replaced by another, not improved"),
        ({"partner": "mhsa", "maintenance_audit_ended": "2025-10-01"},
         [("maintenance_audit_ended", "2026-11-26", "2026-11-26")], "too early and past: today, which is in the first year"),
        ({"partner": "mhsa", "certified_on": "2026-06-15", "certification_audit_ended": ...,
          "maintenance_audit_ended": "2026-12-15"},
         [("maintenance_audit_ended", "2027-01-01", "2027-01-01")], "too early: the first day of the first year"),
        ({"partner": "mhsa", "certified_on": "2026-12-10", "certification_audit_ended": "2025-12-20",
          "maintenance_audit_ended": "2026-11-30"},
         [("maintenance_audit_ended", "2026-12-11", "2026-12-11")], "in that year, and not on the certificate's own day"),
        ({"partner": "amhsa", "maintenance_audit_ended": "2026-12-15"},
         [("maintenance_audit_ended", "2026-12-01", "2026-12-01")], "too late within its year: that year's last day"),
        ({"partner": "esc", "maintenance_audit_ended": "2026-08-01"}, [], "whose last day has passed: nothing"),
        ({"partner": "esc", "maintenance_audit_ended": "2028-02-01"},
         [("maintenance_audit_ended", "2027-06-30", "2027-06-30")], "after the second year: its last day"),
        ({"partner": "asc", "certified_on": "2024-11-26", "certification_audit_ended": ...,
          "maintenance_audit_ended": "2027-03-01"},
         [("maintenance_audit_ended", "2026-11-26", "2026-11-26")], "also where that is today"),
        ({"partner": "esc", "certified_on": "2023-06-15", "certification_audit_ended": ...,
          "maintenance_audit_ended": "2026-12-15"}, [], "after a second year that is over: nothing"),
        ({"certificate": "one_year", "maintenance_score": 50}, [], "a one-year certificate cannot change"),
        ({"program": "secor", "maintenance_score": 50}, [], "of a SECOR nothing is known that would help"),
        ({"partner": "esc", "maintenance_audit_ended": "2026-06-01", "maintenance_score": 50}, [],
         "a past audit that failed where the year's last day is over"),
    ],
)  # fmt: skip
def test_changes(changed: dict[str, Any], proposed: list[Any]) -> None:
    """Another day within a year of maintenance, another auditor, the mark: never the past."""
    assert changes("maintenance", good("maintenance", **changed)) == proposed


# Notices and assumptions


@table(
    "changed codes",
    [
        ({}, ["other_year"], "a yes is for one audit: the other year's is needed as well"),
        ({"maintenance_audit_ended": "2027-06-01"}, ["other_year"], "whichever of the two"),
        ({"maintenance_audit_ended": "2026-06-15"}, ["other_year"], "on the anniversary it is due, and in time"),
        ({"maintenance_audit_ended": "2026-06-16"}, ["may_be_late", "other_year"], "after it, and within the quarter"),
        ({"partner": "amhsa", "maintenance_audit_ended": "2026-12-01"}, ["sent_in", "other_year"],
         "with one day for all none is late, but it has to be sent in by then"),
        ({"partner": "amhsa", "maintenance_audit_ended": "2026-12-02"}, ["sent_in"], "one that is too late, as well"),
        ({"partner": "amhsa", "maintenance_audit_ended": "2025-12-31"}, [], "not one that is in no year of maintenance"),
        ({"partner": "asc", "maintenance_audit_ended": "2026-06-15"}, ["sent_in", "other_year"], "so it is at ASC"),
        ({"partner": "mhsa", "maintenance_audit_ended": "2026-12-01"}, ["other_year"], "and at no other"),
        ({"maintenance_score": "59.5"}, ["near_line"], "half a point below the mark"),
        ({"maintenance_score": "59.49"}, [], "more than that"),
        ({"maintenance_score": "0.75"}, ["looks_like_fraction"], "a score that looks like a fraction"),
        ({"program": "secor", "maintenance_score": "59.5"}, [], "no line is published for SECOR, so none is near"),
        ({"program": ..., "certified_on": "2022-05-10", "certification_audit_ended": ...,
          "maintenance_audit_ended": "2024-05-01"}, ["expired"], "a certificate that has expired"),
        ({"certified_on": "2026-04-30", "certification_audit_ended": ..., "maintenance_audit_ended": "2027-04-30"},
         ["audit_year", "other_year"], "a certificate of January to April, whose audit may have been the year before"),
        ({"certified_on": "2026-05-01", "certification_audit_ended": ..., "maintenance_audit_ended": "2027-04-30"},
         ["other_year"], "not one of May"),
        ({"certified_on": "2026-04-30", "certification_audit_ended": "2026-04-01", "maintenance_audit_ended": "2027-04-30"},
         ["other_year"], "nor where the audit's end is known"),
        ({"certificate": "one_year", "certified_on": "2026-04-30", "certification_audit_ended": ...}, [],
         "nor a one-year certificate"),
    ],
)  # fmt: skip
def test_notices(changed: dict[str, Any], codes: list[str]) -> None:
    """What else there is to know of an audit."""
    assert notices("maintenance", good("maintenance", **changed)) == codes


def test_the_year_before_the_certificate_is_named() -> None:
    """An audit that ended in it makes each year of maintenance a year earlier."""
    answers = {"certificate": "standard", "certified_on": "2026-04-30"}
    (told,) = [each["text"] for each in ask("maintenance", answers)["notices"] if each["code"] == "audit_year"]
    assert "ended in 2025" in told


AMHSA = {"partner": "amhsa", "maintenance_audit_ended": "2026-12-01"}


@table(
    "changed on says never",
    [
        (AMHSA, "2026-11-26", ["Yes", "only if it is sent in to AMHSA by 1 December 2026", "too late"], [], "on the last day it is too late"),
        (AMHSA, "2026-12-01", ["Yes", "only if it is sent in to AMHSA by 1 December 2026", "too late"], [], "on that very day as well"),
        (AMHSA, "2026-12-02", ["Yes", "if it was sent in to AMHSA by 1 December 2026"], ["too late"], "a day later it was sent in or not"),
        ({**AMHSA, "maintenance_audit_ended": "2026-11-30"}, "2026-11-26", ["Yes", "if it is sent in to AMHSA by 1 December 2026"],
         ["only if", "too late"], "a day earlier there is one left"),
        ({**AMHSA, "maintenance_score": ...}, "2026-11-26", ["Still open", "too late", "sent in to AMHSA by 1 December 2026"], ["Yes"],
         "also while something is open"),
        ({**AMHSA, "maintenance_audit_ended": "2026-12-02"}, "2026-11-26", ["Not yet", "must be sent in to AMHSA by 1 December 2026",
         "field work done before that day"], ["Yes"], "after it the field work has to end before it"),
        ({**AMHSA, "partner": "mhsa"}, "2026-11-26", ["Yes"], ["sent in"], "where no page speaks of sending in, nothing is said of it"),
    ],
)  # fmt: skip
def test_an_audit_that_is_sent_in(changed: dict[str, Any], on: str, says: list[str], never: list[str]) -> None:
    """Where the day is the one to send it in by, the answer says so."""
    headline = result("maintenance", good("maintenance", **changed), on=on)["headline"]
    assert slips(headline, says, never) == []


@table(
    "on says never",
    [
        (
            "2026-11-30",
            ["21 days", "in 2020 and again in 2023", "before 1 December 2026"],
            [],
            "while there is time to ask",
        ),
        (
            "2026-12-01",
            ["21 days", "in 2020 and again in 2023"],
            ["more time"],
            "on the day itself it is too late to ask",
        ),
        (
            "2026-12-02",
            ["by 1 December 2026"],
            ["21 days", "in 2020", "more time"],
            "once it is over, nothing is advised",
        ),
    ],
)
def test_the_notice_on_sending_in(on: str, says: list[str], never: list[str]) -> None:
    """It says how old the day is, and whom to ask for more time."""
    (text,) = [each["text"] for each in ask("maintenance", good("maintenance", **AMHSA), on)["notices"]
               if each["code"] == "sent_in"]  # fmt: skip
    assert slips(text, says, never) == []


@table(
    "on told",
    [("2028-06-15", False, "it holds on its last day"), ("2028-06-16", True, "and has expired a day later")],
)
def test_expired(on: str, told: bool) -> None:
    """The certificate's last day is one on which it holds."""
    assert ("expired" in notices("maintenance", good("maintenance"), on)) is told


def test_assumptions() -> None:
    """The date that stands for the audit's end, the rounding, and the general due dates of who publishes none."""
    rules = set(assumed("maintenance", good("maintenance", certification_audit_ended=...)))
    assert {"certification-audit-unknown", "scores-not-rounded", "audit-accepted", "certificate-last-day"} <= rules
    assert "certification-audit-unknown" not in assumed("maintenance", good("maintenance"))
    assert "maintenance-due-latest" not in assumed("maintenance", good("maintenance"))
    assert "maintenance-due-latest" in assumed("maintenance", good("maintenance", partner="aasp"))
    assert "maintenance-due-latest" in assumed("maintenance", good("maintenance", partner=...))


@table(
    "changed on says never",
    [
        ({"certificate": "one_year"}, "2026-11-26", ["No for", "renewed"], ["counts only"], "a one-year certificate has no such years"),
        ({"certified_on": "2023-06-03", "certification_audit_ended": ..., "maintenance_audit_ended": "2026-11-20"}, "2026-11-28",
         ["No for", "expired on 3 June 2026"], ["after the second year"], "an expired one has none left"),
        ({"partner": "amhsa", "certified_on": "2026-12-05", "certification_audit_ended": "2025-12-10",
          "maintenance_audit_ended": "2026-12-20"}, "2026-11-28", ["for 2026 no maintenance audit is asked for"], ["second year"],
         "nor is one asked for where its last day is before the certificate"),
        ({"partner": "asc", "certified_on": "2025-05-20", "maintenance_audit_ended": "2026-10-20"}, "2026-11-28",
         ["ended on 20 October 2026", "had to be"], ["must"], "what is past is told as past"),
    ],
)  # fmt: skip
def test_why_an_audit_does_not_count(changed: dict[str, Any], on: str, says: list[str], never: list[str]) -> None:
    """The reason is the one that holds, and in its tense."""
    assert slips(result("maintenance", good("maintenance", **changed), on=on)["headline"], says, never) == []


def test_the_other_year_is_asked_for_where_there_is_one() -> None:
    """At AMHSA a year whose last day is before the certificate asks for no audit."""
    answers = good("maintenance", partner="amhsa", certified_on="2026-12-05", certification_audit_ended="2025-12-10",
                   maintenance_audit_ended="2027-10-01")  # fmt: skip
    assert "other_year" not in notices("maintenance", answers)
    assert "other_year" in notices("maintenance", {**answers, "partner": "mhsa"})
