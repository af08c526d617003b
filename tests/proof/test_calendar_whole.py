"""A calendar file, whole: every line of it, unfolded."""

import pytest

from cor_calc import calendar
from cor_calc.checks.plan import Plan
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


def lines(written: str) -> list[str]:
    """Return the lines of a calendar, those that were folded joined again."""
    return written.replace("\r\n ", "").split("\r\n")


def test_a_whole_calendar() -> None:
    """To the letter."""
    written = outcome("plan", {"module_12_completed": "2026-08-31"}, TODAY)["calendar"]
    assert lines(written) == WHOLE.format(source=SOURCE, end=END).split("\n")


def test_a_reading_and_a_reminder() -> None:
    """Our own reading is told as such, and the end of a certificate rings in time."""
    told = lines(outcome("plan", {"certificate": "standard", "certified_on": "2026-08-31"}, TODAY)["calendar"])
    reason = fact("maintenance-due-first").reason.replace(",", "\\,").replace(";", "\\;")
    (reading,) = [line for line in told if f"\\nOur reading: {reason}\\n" in line]
    assert reading.startswith("DESCRIPTION:")
    at = told.index("BEGIN:VALARM")
    assert told[at : at + 5] == [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"TRIGGER:-P{fact('expiry-reminder').number}D",
        "DESCRIPTION:Certificate expires",
        "END:VALARM",
    ]
    assert told.count("BEGIN:VALARM") == 1


ESCAPED = [
    ("a;b", "a\\;b"),
    ("a,b", "a\\,b"),
    ("a\\b", "a\\\\b"),
    ("a\nb", "a\\nb"),
    ("\\;,\n", "\\\\\\;\\,\\n"),
    (":'\"é", ":'\"é"),
]


@pytest.mark.parametrize(("text", "written"), ESCAPED, ids=[str(number) for number in range(len(ESCAPED))])
def test_what_must_be_escaped_is(text: str, written: str) -> None:
    """A backslash before semicolon, comma and itself; n after one for a new line; nothing else."""
    assert calendar._escaped(text) == written


FOLDED = [
    ("", ""),
    ("x" * 75, "x" * 75),
    ("x" * 76, "x" * 75 + "\r\n " + "x"),
    ("x" * 150, "x" * 75 + "\r\n " + "x" * 74 + "\r\n " + "x"),
    ("x" * 74 + "é", "x" * 74 + "\r\n é"),
    ("x" * 73 + "é" + "y", "x" * 73 + "é" + "\r\n y"),
    ("é" * 38, "é" * 37 + "\r\n é"),
    ("🦺" * 37, "🦺" * 18 + "\r\n " + "🦺" * 18 + "\r\n 🦺"),
]


@pytest.mark.parametrize(("line", "written"), FOLDED, ids=[str(number) for number in range(len(FOLDED))])
def test_a_line_is_folded_at_75_bytes(line: str, written: str) -> None:
    """No later and no sooner, and never within a character."""
    assert calendar._folded(line) == written


RULES = [
    ({"program": "cor", "field_work_started": TODAY}, {"field_work_by": "field-work-days-cor"}),
    ({"program": "secor", "field_work_started": TODAY}, {"field_work_by": "field-work-days-secor"}),
    ({"certificate": "one_year", "certified_on": TODAY}, {"expires_on": "one-year-certificate-years"}),
    ({"certificate": "standard", "certified_on": TODAY},
     {"expires_on": "standard-certificate-years", "first_maintenance_by": "maintenance-due-first",
      "second_maintenance_by": "maintenance-due-second", "first_maintenance_latest": "maintenance-due",
      "second_maintenance_latest": "maintenance-due"}),
    ({"records_since": TODAY},
     {"one_year_audit_from": "documentation-minimum", "standard_audit_from": "documentation-standard"}),
    ({"last_link_ended": TODAY}, {"independent_from": "independence-period"}),
    ({"field_work_ended": TODAY}, {"report_by": "report-days"}),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "rules"), RULES, ids=[str(number) for number in range(len(RULES))])
def test_each_date_goes_by_its_rule(answers: dict[str, str], rules: dict[str, str]) -> None:
    """In the findings, and in the words of its event."""
    out = outcome("plan", answers)
    (found,) = out["results"]
    assert dict(zip(found["dates"], [finding["rule"] for finding in found["findings"]], strict=True)) == rules
    told = [line for line in lines(out["calendar"]) if line.startswith("DESCRIPTION:") and "\\n" in line]
    for line, rule in zip(told, rules.values(), strict=True):
        assert line.startswith("DESCRIPTION:" + calendar._escaped(fact(rule).sentence()))
    ids = [line for line in lines(out["calendar"]) if line.startswith("UID:")]
    days = found["dates"].items()
    assert ids == [f"UID:{name.replace('_', '-')}-{day}@cor-secor-guide" for name, day in days]


def test_a_program_or_certificate_that_is_not_known_has_the_longer_rule() -> None:
    """For the documentation's tables, where nobody answered."""
    nobody = Plan()
    assert calendar.rule_of("field_work_by", nobody) == "field-work-days-cor"
    assert calendar.rule_of("expires_on", nobody) == "standard-certificate-years"
