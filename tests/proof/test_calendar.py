"""The dates of an outcome as an iCalendar file, as another program reads it."""

import json
from datetime import date, timedelta
from typing import Any

import icalendar
import pytest

from cor_calc import check_json
from cor_calc.edges.calendar_file import BEGIN, END, Events, calendar_text
from cor_calc.edges.page.drawings import drawings_json
from cor_calc.law import load

from ..support.answers import answer_sets
from ..support.asking import TODAY, table
from ..support.rules import DAY, date_rules
from ..support.situations import GOOD, good

DATED = sorted({check.name for check, _, _ in date_rules(load())} | {"overview"})


def outcome(check: str, answers: dict[str, Any], on: str = TODAY) -> str:
    """Return an outcome as text."""
    text = check_json(check, json.dumps(answers), on)
    assert "problems" not in json.loads(text)
    return text


def events(text: str) -> list[Any]:
    """Return the events of a calendar."""
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


@pytest.mark.parametrize("check", DATED)
def test_each_date_ahead_is_an_event(check: str) -> None:
    """Those over and those done are none. All day long, each once, with a name and an identity of its own."""
    for answers, on in [*answer_sets(check, 40, 7), (GOOD.get(check, GOOD["plan"]), TODAY)]:
        text = check_json(check, json.dumps(answers), on)
        if "problems" in json.loads(text):
            continue
        told = {
            (each["name"], each["date"], each["rule"] if load().option(each["rule"], DAY) else "")
            for result in json.loads(text)["results"]
            for each in result.get("dates", ())
            if each["date"] >= on
        }
        done = {
            each["name"]
            for shown in json.loads(drawings_json(text))["results"]
            for each in shown["dates"]
            if each["state"] == "done"
        }
        days = sorted(day for name, day, _ in told if name not in done)
        found = events(calendar_text(text))
        assert sorted(event.decoded("dtstart").isoformat() for event in found) == days
        assert all(event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1) for event in found)
        assert len({event["uid"] for event in found}) == len(found)
        for event in found:
            assert event["dtstamp"]
            assert event["summary"]
            assert event["transp"] == "TRANSPARENT"


def test_it_is_a_file_of_its_kind() -> None:
    """With the properties that every calendar must have, lines of at most 75 bytes, and no bare line's end."""
    for check in ("plan", "cycle", "maintenance"):
        text = calendar_text(outcome(check, GOOD[check]))
        lines = text.encode().split(b"\r\n")
        assert lines.pop() == b""
        assert max(map(len, lines)) <= 75
        assert not any(b"\n" in line or b"\r" in line for line in lines)
        assert not icalendar.Calendar.from_ical(text).errors
        assert [lines[0], lines[1], lines[-1]] == [b"BEGIN:VCALENDAR", b"VERSION:2.0", b"END:VCALENDAR"]


def test_an_event_says_its_rule_and_its_sources() -> None:
    """In whole sentences, with an address that can be opened; a partner's own rule is told as such."""
    found = events(calendar_text(outcome("plan", GOOD["plan"])))
    for event in found:
        said = str(event["description"])
        assert "https://" in said
        assert "{" not in said
    own = [str(each["description"]) for each in found if "maintenance" in str(each["summary"])]
    assert all("ESC" in said for said in own)


@table(
    "on days",
    [
        ("2026-11-26", 90, "as many days before as the law's reminder has"),
        ("2027-03-16", 90, "while there is time for that"),
        ("2027-03-17", 89, "else tomorrow, which leaves the most time to act"),
        ("2027-06-12", 2, "however little that is"),
        ("2027-06-13", 1, "at the latest on the day before"),
        ("2027-06-14", 1, "also where that is today"),
        ("2027-06-15", 1, "and on the last day"),
        ("2027-06-16", None, "and none for a day that is over"),
    ],
)
def test_reminders(on: str, days: int | None) -> None:
    """A last day is reminded of; a day on which something opens is not."""
    found = events(calendar_text(outcome("maintenance", good("maintenance", certified_on="2024-06-15",
                                                             certification_audit_ended=...), on)))  # fmt: skip
    expiry = [event for event in found if event.decoded("dtstart") == date(2027, 6, 15)]
    alarms = [alarm.decoded("trigger") for event in expiry for alarm in event.walk("VALARM")]
    assert alarms == ([timedelta(days=-days)] if days else [])
    opening = events(calendar_text(outcome("plan", {"records_since": "2026-11-01"}, on if on < "2027" else TODAY)))
    assert not any(event.walk("VALARM") for event in opening)


def test_an_event_keeps_its_identity() -> None:
    """The same date asked for on another day is the same event, so that calendars do not double it."""
    today, later = (events(calendar_text(outcome("plan", GOOD["plan"], on))) for on in (TODAY, "2027-01-01"))
    assert {event["uid"] for event in later} < {event["uid"] for event in today}
    assert calendar_text(outcome("plan", GOOD["plan"])) == calendar_text(outcome("plan", GOOD["plan"]))


def test_dates_of_several_employers() -> None:
    """Each event says whose it is, and no two employers share one, however alike their names."""
    dates = [each for result in json.loads(outcome("plan", GOOD["plan"]))["results"] for each in result["dates"]][:1]
    names = ["Smith & Sons", "Smith - Sons", "安全", "安安", "a,b;c\\d", "Zoë’s “Café”\nTwo lines"]
    writer = Events(load().on(DAY), DAY)
    found = [events(BEGIN + writer.text(dates, name) + END) for name in names]
    assert len({str(event["uid"]) for each in found for event in each}) == len(names)
    for name, (event,) in zip(names, found, strict=True):
        assert str(event["summary"]).startswith(name)


def test_without_dates_there_are_no_events() -> None:
    """Nothing is made up."""
    assert events(calendar_text(outcome("plan", {}))) == []
