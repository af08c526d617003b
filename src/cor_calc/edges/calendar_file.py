"""The dates of outcomes as an iCalendar file (RFC 5545): all-day events that carry their rule and its sources.

What is over or done is not in it: a calendar is for what lies ahead.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from cor_calc.checks import CHECKS
from cor_calc.dates import add_days
from cor_calc.edges.description import date_rules
from cor_calc.engine.judging import Situation
from cor_calc.engine.kinds import NumberText
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import read_answers
from cor_calc.engine.tenses import Dated, ahead, dated
from cor_calc.law import Book, Law, load

_WIDEST_LINE = 75
BEGIN = "".join(
    f"{line}\r\n"
    for line in ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//COR and SECOR guide//Dates//EN", "CALSCALE:GREGORIAN")
)
END = "END:VCALENDAR\r\n"


def calendar_text(outcome: str, law: Law | None = None) -> str:
    """Return an iCalendar text with an event for each date of an outcome, given as JSON text, that lies ahead.

    The same outcome gives the same bytes and the same event identities. A date that several results give comes once,
    and one that any of them tells as done does not come.
    """
    law = law or load()
    told = json.loads(outcome, parse_int=NumberText)
    answers, _ = read_answers(told["answers"], told["answers"], law, Problems())
    of = Situation(answers, law, date.fromisoformat(told["as_of"]))
    results = [result for result in told["results"] if "subject" in result]
    tenses = [each for result in results for each in _dated(result, result.get("check", told["check"]), of)]
    left_out = {(each.name, each.day) for each in set(tenses).difference(ahead(tenses, of.day))}
    dates = [each for result in results for each in result["dates"]]
    kept = [each for each in dates if (each["name"], date.fromisoformat(each["date"])) not in left_out]
    events = Events(of.book, of.day)
    return BEGIN + events.text({events.identity(each): each for each in kept}.values()) + END


def _dated(result: Mapping[str, Any], check: str, of: Situation) -> tuple[Dated, ...]:
    subject = next(each for each in CHECKS[check].subjects(of.law, of.day) if each.name == result["subject"])
    found = {each["name"]: date.fromisoformat(each["date"]) for each in result["dates"]}
    return dated(found, subject, result["verdict"], of.book, of)


class Events:
    """Writes dates as events, by the rules of a book on a day; what the dates of a rule share is worked out once."""

    def __init__(self, book: Book, day: date) -> None:
        """Look up how the dates are called."""
        self._book, self._day = book, day
        self._rules = {name: rule for rule in date_rules(book.law, day) for name in rule.labels}
        self._options = {each.id for each in book.law.options_on(day)}
        self._described: dict[tuple[str, ...], str] = {}

    def text(self, dates: Iterable[Mapping[str, Any]], about: str = "") -> str:
        """Return events for dates as outcomes have them; `about` says whose they are, "" for one's own."""
        lines = (line for found in dates for line in self._event(found, about))
        return "".join(f"{_folded(line)}\r\n" for line in lines)

    def _event(self, found: Mapping[str, Any], about: str) -> Iterator[str]:
        then, label = date.fromisoformat(found["date"]), self._title(found)
        title = _escaped(f"{about}: {label}" if about else label)
        whose = f"-{quote(about, safe='', errors='replace')}" if about else ""
        yield "BEGIN:VEVENT"
        yield f"UID:{self.identity(found)}{whose}@cor-secor-guide"
        yield f"DTSTAMP:{_basic(self._day)}T000000Z"
        yield f"DTSTART;VALUE=DATE:{_basic(then)}"
        yield f"DTEND;VALUE=DATE:{_basic(add_days(then, 1))}"
        yield f"SUMMARY:{title}"
        yield self._description(found)
        yield "TRANSP:TRANSPARENT"
        if found["kind"] == "by" and then >= self._day:
            yield "BEGIN:VALARM"
            yield "ACTION:DISPLAY"
            yield f"TRIGGER:-P{_days_before(then, self._book, self._day)}D"
            yield f"DESCRIPTION:{title}"
            yield "END:VALARM"
        yield "END:VEVENT"

    def identity(self, found: Mapping[str, Any]) -> str:
        """Return what tells one date from all others: its name and its day, and of an option whose it is."""
        whose = f"-{found['rule']}" if found["rule"] in self._options else ""
        return f"{found['name'].replace('_', '-')}-{found['date']}{whose.replace('_', '-')}"

    def _title(self, found: Mapping[str, Any]) -> str:
        """Return what stands over a day; it is read without the day, and without the check."""
        rule = self._rules[found["name"]]
        if rule.title is None or found["name"] != rule.name:
            return rule.labels[found["name"]]
        return rule.title(found["rule"], _owner(found, self._book, self._day), self._day)

    def _description(self, found: Mapping[str, Any]) -> str:
        """Return the line that says what a date rests on, folded."""
        key = (found["rule"], *found["partners"])
        if key not in self._described:
            self._described[key] = _folded(f"DESCRIPTION:{_escaped(_described(found, self._book, self._day))}")
        return self._described[key]


def _days_before(then: date, book: Book, day: date) -> int:
    """Return how many days before a date it reminds: as early as is usual, else tomorrow, and never on the day."""
    left = (then - day).days
    return max(1, min(book.number("expiry-reminder"), left - 1))


def _owner(found: Mapping[str, Any], book: Book, day: date) -> Book:
    """Return the rules of the partner whose version gave a date; those of the book where it is the general one."""
    return book.law.on(day, found["partners"][0] if found["partners"] else book.partner)


def _described(found: Mapping[str, Any], book: Book, day: date) -> str:
    law = book.law
    fact = _owner(found, book, day).get(found["rule"])
    option = law.option(found["rule"], day)
    said = option.statement if option else fact.sentence() if fact else ""
    cited = option.sources if option else fact.sources if fact else ()
    whose = [f"At: {', '.join(law.partners[each].short for each in found['partners'])}"] if found["partners"] else []
    reading = [f"Our reading: {fact.reason}"] if fact and not option and fact.basis == "reading" else []
    sources = [law.sources[each.id] for each in cited]
    named = [f"Source: {source.publisher}, {source.title}, {source.url}" for source in sources]
    return "\n".join(
        [*filter(None, [said]), *whose, *reading, *dict.fromkeys(named), "An independent guide, not legal advice."]
    )


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    for character in ("\\", ";", ","):
        text = text.replace(character, f"\\{character}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(text: str) -> str:
    """Fold a content line so that none is wider than 75 bytes, and no character is cut; what is folded stays so."""
    if "\r\n" in text or (len(text) <= _WIDEST_LINE and text.isascii()):
        return text
    folded, width = "", 0
    for character in text:
        size = len(character.encode("utf-8", "replace"))
        if width + size > _WIDEST_LINE:
            folded, width = f"{folded}\r\n ", 1
        folded, width = folded + character, width + size
    return folded
