"""Dates of an outcome, for a known partner or over all ten (contract, section 2)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from .calendar import DAY, earliest_full, months_after
from .partners import (
    OWN_VERSIONS,
    PARTNERS,
    field_work_last_day,
    maintenance_by,
    maintenance_latest,
    qualifying_audit_last_day,
    report_last_day,
)

Result = dict[str, Any]


def put(result: Result, name: str, day: date, partners: list[str] | None = None) -> None:
    """Add a date with those partners whose own version gave it."""
    result["dates"][name] = day.isoformat()
    result["date_partners"][name] = partners or []


def possible_partners(answers: dict[str, Any]) -> tuple[str, ...]:
    """Return the one partner that is known, or all ten."""
    return PARTNERS if answers["partner"] is None else (answers["partner"],)


def put_by_and_latest(
    result: Result, name: str, by: dict[str, date], latest: dict[str, date], own: tuple[str, str]
) -> None:
    """Add `NAME_by`, the earliest, and `NAME_latest`, the latest, where that is later.

    Reading: the partners of a date are those with an own version that gives this very day, even where the general
    value gives it too, and where what is own about their version made no difference on this day.
    """
    if not by:
        return
    first, last = min(by.values()), max(latest.values())
    put(result, f"{name}_by", first, [p for p in by if by[p] == first and p in OWN_VERSIONS[own[0]]])
    if last > first:
        put(result, f"{name}_latest", last, [p for p in latest if latest[p] == last and p in OWN_VERSIONS[own[1]]])


def _put_one_rule(result: Result, answers: dict[str, Any], name: str, rule: str, last: Callable[[str], date]) -> None:
    days = {partner: last(partner) for partner in possible_partners(answers)}
    put_by_and_latest(result, name, days, days, (rule, rule))


def put_audit_from(result: Result, answers: dict[str, Any]) -> None:
    """Add the first days of an audit after 3 and after 12 months of records."""
    records = answers["records_since"]
    if records is None:
        return
    if answers["partner"] != "ccsa":
        put(result, "one_year_audit_from", earliest_full(records, 3))
    put(result, "standard_audit_from", earliest_full(records, 12))


def independent_from(last_day: date) -> date:
    """Return the first day of an audit that a tie which ended on a day is not in the way of."""
    return earliest_full(last_day + DAY, 12)


def put_qualifying(result: Result, answers: dict[str, Any]) -> None:
    """Add the last day for an internal auditor's first audit."""
    course = answers["module_12_completed"]
    if isinstance(course, date):
        _put_one_rule(
            result,
            answers,
            "qualifying_audit",
            "qualifying",
            lambda partner: qualifying_audit_last_day(partner, course),
        )


def put_field_work(result: Result, answers: dict[str, Any]) -> None:
    """Add the last day of the field work."""
    started, program = answers["field_work_started"], answers["program"]
    if started is None or program is None:
        return
    if program == "secor":  # the general rule alone
        put(result, "field_work_by", field_work_last_day("general", "secor", started))
        return
    _put_one_rule(
        result, answers, "field_work", "field_work", lambda partner: field_work_last_day(partner, "cor", started)
    )


def put_report(result: Result, answers: dict[str, Any]) -> None:
    """Add the last day for the report."""
    ended = answers["field_work_ended"]
    if ended is not None:
        _put_one_rule(result, answers, "report", "report", lambda partner: report_last_day(partner, ended))


# Maintenance years


def audit_year_of(answers: dict[str, Any]) -> int:
    """Return the year from which maintenance years are counted; `certified_on` must be known."""
    return (answers["certification_audit_ended"] or answers["certified_on"]).year


def maintenance_year(answers: dict[str, Any], partner: str, k: int) -> tuple[int, date, date]:
    """Return a maintenance year of a partner as its calendar year, its `by` and its `latest`."""
    year = audit_year_of(answers) + k
    anniversary = months_after(answers["certified_on"], 12 * k)
    end = date(year, 12, 31)
    return (
        year,
        min(maintenance_by(partner, anniversary, year), end),
        min(maintenance_latest(partner, anniversary, year), end),
    )


def asks_for_an_audit(answers: dict[str, Any], partner: str, k: int) -> bool:
    """Tell whether a maintenance year asks for an audit: not where its last day is not after the certificate's."""
    return maintenance_year(answers, partner, k)[2] > answers["certified_on"]


def expires_on(answers: dict[str, Any]) -> date:
    """Return the last day of the certificate; `certificate` and `certified_on` must be known."""
    return months_after(answers["certified_on"], 36 if answers["certificate"] == "standard" else 12)


def put_certificate(result: Result, answers: dict[str, Any]) -> None:
    """Add the certificate's last day and, for a standard one, the maintenance years' days."""
    if answers["certificate"] is None or answers["certified_on"] is None:
        return
    put(result, "expires_on", expires_on(answers))
    if answers["certificate"] != "standard":
        return
    for k, name in ((1, "first_maintenance"), (2, "second_maintenance")):
        asking = [p for p in possible_partners(answers) if asks_for_an_audit(answers, p, k)]
        by = {p: maintenance_year(answers, p, k)[1] for p in asking}
        latest = {p: maintenance_year(answers, p, k)[2] for p in asking}
        put_by_and_latest(result, name, by, latest, ("maintenance_by", "maintenance_latest"))


def certification_audit_does_not_fit(answers: dict[str, Any]) -> bool:
    """Tell whether the certification audit ended after the certificate's date, or over 12 months before it."""
    ended, certified = answers["certification_audit_ended"], answers["certified_on"]
    return ended is not None and certified is not None and not months_after(certified, -12) <= ended <= certified
