"""The dates of an outcome as an iCalendar file (RFC 5545)."""

from typing import Any

import icalendar
import pytest

from cor_calc import facts

from .asking import outcome, passing
from .cases import CASES

DATED = [row for row in CASES if row[0] in ("plan", "maintenance", "independence", "internal-auditor")]


def dates_of(out: dict[str, Any]) -> list[str]:
    """Return all dates of an outcome."""
    return [day for result in out["results"] for day in result["dates"].values()]


def events_of(text: str) -> list[Any]:
    """Return the events of a calendar, as another program reads them."""
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def test_each_date_is_an_event() -> None:
    """A calendar has an all-day event for each date, and there is none without dates."""
    for check, answers, as_of, sentence in DATED[::7]:
        out = outcome(check, answers, as_of)
        if not dates_of(out):
            assert out.get("calendar") is None, sentence
            continue
        events = events_of(out["calendar"])
        assert [event.decoded("dtstart").isoformat() for event in events] == dates_of(out), sentence
        assert all((event.decoded("dtend") - event.decoded("dtstart")).days == 1 for event in events), sentence
        assert len({event["uid"] for event in events}) == len(events), sentence
        assert all(event["dtstamp"] and event["summary"] for event in events), sentence


def test_lines_are_folded() -> None:
    """Every line ends in CR LF and is at most 75 octets long, also where a character takes several."""
    for check in ("plan", "maintenance"):
        lines = outcome(check, passing(check))["calendar"].encode().split(b"\r\n")
        assert lines.pop() == b""
        assert max(len(line) for line in lines) <= 75
        assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_each_event_names_a_source() -> None:
    """What an event says is read back whole, with a source's address in it."""
    addresses = [source.url for source in facts.load().sources.values()]
    for event in events_of(outcome("plan", passing("plan"))["calendar"]):
        assert any(address in event["description"] for address in addresses)


@pytest.mark.parametrize("as_of", ["2023-01-01", "2026-11-22"])
def test_an_event_keeps_its_identity(as_of: str) -> None:
    """The same date asked for on another day is the same event, so that calendars do not double it."""
    today = events_of(outcome("plan", passing("plan"), as_of)["calendar"])
    later = events_of(outcome("plan", passing("plan"), "2027-01-01")["calendar"])
    assert [event["uid"] for event in today] == [event["uid"] for event in later]
