"""Dates as iCalendar: another program reads what was meant."""

import json
from datetime import date, timedelta
from random import Random
from typing import Any

from icalendar import Calendar, Event

from cor_calc import calendar, check_json
from cor_calc.checks import CHECKS
from tests.parity.questions import Generator

DATED = [check for check, rules in CHECKS.items() if rules.dates]
LETTERS = ";,\\:\"'nN \n-é’—🦺安👨\u200d👩\u0301=abcdefghijklmnopqrstuvwxyz"


def example(chance: Random) -> tuple[str, str, str, str]:
    """Return a question to a check that gives dates, and a text to be a description."""
    generator = Generator(0)
    generator.random = chance
    check = chance.choice(DATED)
    answers = generator.fields(CHECKS[check].questions)
    day = generator.day(date(2023, 1, 1), date(2199, 12, 31))
    return check, json.dumps(answers), day, "".join(chance.choices(LETTERS, k=chance.randrange(200))).strip()


def verify(made: tuple[str, str, str, str]) -> None:
    """Raise AssertionError where a reader of calendars finds something else than the outcome says."""
    check, answers, day, text = made
    out = json.loads(check_json(check, answers, day))
    dates = {name: value for result in out.get("results", []) for name, value in result["dates"].items()}
    assert bool(dates) is ("calendar" in out), "a calendar without dates, or dates without a calendar"
    if dates:
        events = read(out["calendar"])
        assert sorted(str(event.decoded("dtstart")) for event in events) == sorted(dates.values()), "other dates"
        assert len({str(event["uid"]) for event in events}) == len(events), "two events of one name"
    lines = [
        "BEGIN:VEVENT",
        "UID:x",
        f"DTSTAMP:{day.replace('-', '')}T000000Z",
        f"DESCRIPTION:{calendar._escaped(text)}",
    ]
    written = "".join(f"{calendar._folded(line)}\r\n" for line in [*lines, "END:VEVENT"])
    fits(written)
    assert str(Event.from_ical(written).get("description", "")) == text, "another text"


def read(written: str) -> list[Any]:
    """Return the events of a calendar text, each a whole day long."""
    fits(written)
    events = Calendar.from_ical(written).walk("VEVENT")
    for event in events:
        assert not event.errors, event.errors
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1), "not one day"
    return list(events)


def fits(written: str) -> None:
    """Raise AssertionError where a line is too wide or ends otherwise than it must."""
    assert written.endswith("\r\n"), "no end of line"
    for line in written.removesuffix("\r\n").split("\r\n"):
        assert "\r" not in line, "a line end of another kind"
        assert "\n" not in line, "a line end of another kind"
        assert len(line.encode()) <= 75, "a line too wide"
