"""Dates as an iCalendar file (RFC 5545): all-day events that carry their rule and its sources."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from cor_calc.dates import day_after
from cor_calc.facts import Fact, fact, load
from cor_calc.validity import COR, ONE_YEAR, SECOR, STANDARD

FIELD_WORK = {COR: "field-work-days-cor", SECOR: "field-work-days-secor"}
_LASTS = {STANDARD: "standard-certificate-years", ONE_YEAR: "one-year-certificate-years"}
DATE_RULES = {
    "one_year_audit_from": ("documentation-minimum", "One-year certificate: audit possible from"),
    "standard_audit_from": ("documentation-standard", "Standard certificate: audit possible from"),
    "independent_from": ("independence-period", "Auditor free of these ties for an audit that begins from"),
    "audit_deadline": ("internal-auditor-period", "Internal auditor: last day to complete the audit"),
    "expires_on": (_LASTS[STANDARD], "Certificate expires"),
    "first_maintenance_by": ("maintenance-due-first", "First maintenance audit: earliest due date"),
    "second_maintenance_by": ("maintenance-due-second", "Second maintenance audit: earliest due date"),
    "first_maintenance_latest": ("maintenance-due", "First maintenance audit: latest due date"),
    "second_maintenance_latest": ("maintenance-due", "Second maintenance audit: latest due date"),
    "field_work_by": (FIELD_WORK[COR], "Last day of the field work"),
    "report_by": ("report-days", "Last day to submit the report"),
}
_WIDEST_LINE = 75


def rule_of(name: str, answers: Any) -> str:
    """Return the id of the fact that sets a date of an outcome."""
    if name == "field_work_by":
        return FIELD_WORK.get(answers.program, FIELD_WORK[COR])
    if name == "expires_on":
        return _LASTS.get(answers.certificate, _LASTS[STANDARD])
    return DATE_RULES[name][0]


def calendar_text(dates: Mapping[str, date], answers: Any, on: date) -> str:
    """Return an iCalendar text with an event for each date, named as in an outcome.

    The same dates give the same bytes and the same event identities on the same day.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//COR and SECOR guide//Dates//EN", "CALSCALE:GREGORIAN"]
    for name, day in dates.items():
        lines += _event(name, day, fact(rule_of(name, answers)), on)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(name: str, day: date, rule: Fact, on: date) -> Iterator[str]:
    label = DATE_RULES[name][1]
    yield "BEGIN:VEVENT"
    yield f"UID:{name.replace('_', '-')}-{day.isoformat()}@cor-secor-guide"
    yield f"DTSTAMP:{_basic(on)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(day)}"
    yield f"DTEND;VALUE=DATE:{_basic(day_after(day))}"
    yield f"SUMMARY:{_escaped(label)}"
    yield f"DESCRIPTION:{_escaped(_description(rule))}"
    yield "TRANSP:TRANSPARENT"
    if name == "expires_on":
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"TRIGGER:-P{fact('expiry-reminder').number}D"
        yield f"DESCRIPTION:{_escaped(label)}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _description(rule: Fact) -> str:
    sources = [load().sources[cited.id] for cited in rule.sources]
    cited = [f"Source: {source.publisher}, {source.title}, {source.url}" for source in sources]
    reading = [f"Our reading: {rule.reason}"] if rule.basis == "reading" else []
    return "\n".join([rule.sentence(), *reading, *dict.fromkeys(cited), "An independent guide, not legal advice."])


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    for character in ("\\", ";", ","):
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Fold a content line so that none is wider than 75 bytes, and no character is cut."""
    folded, width = "", 0
    for character in line:
        size = len(character.encode())
        if width + size > _WIDEST_LINE:
            folded, width = f"{folded}\r\n ", 1
        folded, width = folded + character, width + size
    return folded
