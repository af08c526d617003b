"""A calendar file, whole: every line of it, unfolded."""

from cor_calc.facts import fact
from tests.calc.asking import outcome

from .pieces import TODAY

WHOLE = r"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//COR and SECOR guide//Dates//EN
CALSCALE:GREGORIAN
BEGIN:VEVENT
UID:audit-deadline-2027-02-28@cor-secor-guide
DTSTAMP:20261122T000000Z
DTSTART;VALUE=DATE:20270228
DTEND;VALUE=DATE:20270301
SUMMARY:Internal auditor: last day to complete the audit
DESCRIPTION:From the completion of Module 12 there are 6 months to complete an audit.\nSource: {source}\n{end}
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""
SOURCE = r"Alberta Association for Safety Partnerships\, Frequently Asked Questions\, https://aasp.ca/frequently-asked-questions/"
END = r"An independent guide\, not legal advice."


def lines(calendar: str) -> list[str]:
    """Return the lines of a calendar, those that were folded joined again."""
    return calendar.replace("\r\n ", "").split("\r\n")


def test_a_whole_calendar() -> None:
    """To the letter."""
    calendar = outcome("plan", {"module_12_completed": "2026-08-31"}, TODAY)["calendar"]
    assert lines(calendar) == WHOLE.format(source=SOURCE, end=END).split("\n")


def test_a_reading_and_a_reminder() -> None:
    """Our own reading is told as such, and the end of a certificate rings in time."""
    calendar = lines(outcome("plan", {"certificate": "standard", "certified_on": "2026-08-31"}, TODAY)["calendar"])
    reason = fact("maintenance-due-first").reason.replace(",", "\\,").replace(";", "\\;")
    (told,) = [line for line in calendar if f"\\nOur reading: {reason}\\n" in line]
    assert told.startswith("DESCRIPTION:")
    at = calendar.index("BEGIN:VALARM")
    assert calendar[at : at + 5] == [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"TRIGGER:-P{fact('expiry-reminder').number}D",
        "DESCRIPTION:Certificate expires",
        "END:VALARM",
    ]
    assert calendar.count("BEGIN:VALARM") == 1
