"""The dates of an outcome as an iCalendar file: its lines. What other programs read in it is tested elsewhere."""

import json

from cor_calc import check_json
from cor_calc.edges.calendar_file import BEGIN, END, Events, calendar_text
from cor_calc.law import load

from ...support.asking import TODAY
from ...support.rules import DAY
from ...support.situations import GOOD


def text_of(check: str) -> str:
    """Return the calendar of a check's good answers."""
    return calendar_text(check_json(check, json.dumps(GOOD[check]), TODAY))


def test_an_event_for_each_date() -> None:
    """All day long, from the day to the day after it."""
    text = text_of("plan")
    dates = json.loads(check_json("plan", json.dumps(GOOD["plan"]), TODAY))["results"][0]["dates"]
    assert text.count("BEGIN:VEVENT\r\n") == text.count("END:VEVENT\r\n") == len(dates)
    for each in dates:
        assert f"DTSTART;VALUE=DATE:{each['date'].replace('-', '')}\r\n" in text
    assert text.startswith(BEGIN)
    assert text.endswith(END)


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
