"""The dates of an outcome as an iCalendar file: its lines. What other programs read in it is tested elsewhere."""

import json
from typing import Any

from cor_calc import check_json
from cor_calc.edges.calendar_file import BEGIN, END, Events, calendar_text
from cor_calc.law import load

from ...support.asking import TODAY, table
from ...support.rules import DAY
from ...support.situations import GOOD, good


def text_of(check: str) -> str:
    """Return the calendar of a check's good answers."""
    return calendar_text(check_json(check, json.dumps(GOOD[check]), TODAY))


def test_an_event_for_each_date_ahead() -> None:
    """All day long, from the day to the day after it."""
    text = text_of("plan")
    dates = json.loads(check_json("plan", json.dumps(GOOD["plan"]), TODAY))["results"][0]["dates"]
    ended = "field_work_by"  # its end is among the good answers: it is done
    dates = [each for each in dates if each["date"] >= TODAY and each["name"] != ended]
    assert text.count("BEGIN:VEVENT\r\n") == text.count("END:VEVENT\r\n") == len(dates)
    for each in dates:
        assert f"DTSTART;VALUE=DATE:{each['date'].replace('-', '')}\r\n" in text
    assert text.startswith(BEGIN)
    assert text.endswith(END)


@table(
    "check answers titles",
    [
        ("plan", {"field_work_ended": "2026-11-05", "partner": "esc"}, ["Report: to be sent in"], "a day that is today"),
        ("plan", {"field_work_ended": "2026-11-04", "partner": "esc"}, [], "one that was yesterday"),
        ("plan", {"records_since": "2025-11-26"}, ["Audit for a standard certificate"], "what opens today, and not what did before"),
        ("cycle", {"partner": "amhsa", "certificate": "standard", "certified_on": "2025-10-10", "first_maintenance": "2026-10-10"},
         ["The certificate expires", "Second maintenance audit: last day to send it in to AMHSA",
          "Recertification: last day of field work"], "an audit that is done is not in it"),
        ("cycle", {"partner": "mhsa", "certificate": "standard", "certified_on": "2025-10-10", "first_maintenance": "not_yet"},
         ["The certificate expires", "First maintenance audit: due", "Second maintenance audit: due",
          "Recertification: last day of field work"], "where no page speaks of sending in, it is due"),
        ("maintenance", good("maintenance", maintenance_audit_ended="2026-11-20", partner="mhsa"),
         ["The certificate expires", "Second maintenance audit: due"], "an audit that counts and has ended is done"),
        ("maintenance", good("maintenance", maintenance_audit_ended="2026-11-27", partner="mhsa"),
         ["The certificate expires", "First maintenance audit: due", "Second maintenance audit: due"], "one to come is not"),
        ("overview", good("maintenance", maintenance_audit_ended="2026-11-20", partner="mhsa"),
         ["The certificate expires", "Second maintenance audit: due", "Recertification: last day of field work"],
         "in an overview one check's yes settles it for all"),
        ("alternatives", {"partner": "amhsa", "maintenance_year": 2026}, ["Action plan at AMHSA: last day to deliver"],
         "an option says which it is, and whose"),
        ("alternatives", {"partner": "esc", "maintenance_year": 2027},
         ["Action plan at ESC: last day to apply", "Action plan at ESC: last day to send the plan in",
          "Action plan at ESC: last day to change the plan", "Action plan at ESC: last day to deliver"], "each of its days"),
        ("alternatives", {"maintenance_year": 2026},
         ["Action plan at AMHSA: last day to deliver", "Action plan at AMTA: last day to deliver",
          "Action plan at ESC: last day to deliver"], "of several partners on one day, each its own"),
        ("plan", {"partner": "amta", "module_12_completed": "2026-08-31"}, ["Qualifying audit: last day to send it in"],
         "at AMTA it is sent in"),
        ("plan", {"partner": "esc", "module_12_completed": "2026-08-31"}, ["Qualifying audit: last day to do it"],
         "elsewhere it is done"),
    ],
)  # fmt: skip
def test_what_lies_ahead_by_a_title_that_stands_alone(check: str, answers: dict[str, Any], titles: list[str]) -> None:
    """A calendar shows neither the check nor the certificate beside it."""
    lines = calendar_text(check_json(check, json.dumps(answers), TODAY)).replace("\r\n ", "").split("\r\n")
    assert [line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:")] == titles


def test_lines_are_folded() -> None:
    """None is wider than 75 bytes, each ends in CR LF, and a character of several bytes is not cut."""
    for check in ("plan", "cycle", "auditor-upkeep"):
        lines = text_of(check).encode().split(b"\r\n")
        assert lines.pop() == b""
        assert max(map(len, lines)) <= 75
        assert all(line.decode() for line in lines)


def test_what_ends_a_line_or_a_value_is_escaped() -> None:
    """A name may hold anything."""
    dates = [{"name": "report_by", "date": "2027-01-01", "kind": "by", "rule": "report-days", "partners": []}]
    text = Events(load().on(DAY), DAY).text(dates, "a;b,c\\d\r\ne\rf")
    assert "SUMMARY:a\\;b\\,c\\\\d\\ne\\nf: " in text
    assert text.count("\r\n") == text.count("\n")


def test_only_a_last_day_reminds() -> None:
    """A day on which something opens, and one that is over, do not."""
    open_text = calendar_text(check_json("plan", '{"records_since": "2026-11-01"}', TODAY))
    assert "VALARM" not in open_text
    assert "VALARM" in text_of("plan")
    assert "VALARM" not in calendar_text(check_json("plan", '{"field_work_ended": "2026-01-01"}', TODAY))


def test_our_reading_is_told_as_one() -> None:
    """A date that rests on a reading says so, with its reason."""
    answers = '{"partner": "aasp", "certificate": "standard", "certified_on": "2026-06-15"}'
    assert "Our reading: " in calendar_text(check_json("plan", answers, TODAY)).replace("\r\n ", "")
