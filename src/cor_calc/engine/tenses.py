"""The tense of each date, as people live in it, and which dates to act on next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cor_calc.engine.conditions import YES
from cor_calc.engine.judging import DateRule, Situation, Subject
from cor_calc.engine.questions import Answers
from cor_calc.law import Book

MOST = 2
"""The most dates beside an answer: more would hide what is urgent."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a result in its tense: open_since, opens, due, overdue, done, missed, passed, or ends."""

    name: str
    day: date
    tense: str


def dated(
    found: Mapping[str, date], subject: Subject, verdict: str | None, book: Book, of: Situation
) -> tuple[Dated, ...]:
    """Return the dates of a subject, given by their names, each in its tense, in the order of their days."""
    answers = told(subject, verdict, book, of)
    rules = {name: rule for rule in subject.dates for name in rule.labels}
    tenses = [Dated(name, then, tense(rules[name], then, answers, book, of.day)) for name, then in found.items()]
    return tuple(sorted(tenses, key=lambda each: each.day))


def told(subject: Subject, verdict: str | None, book: Book, of: Situation) -> Answers:
    """Return the answers, and what else is known of the dates where the verdict is a yes."""
    return subject.told_by_yes(of.answers, book, of.day) if subject.told_by_yes and verdict == YES else of.answers


def tense(rule: DateRule, then: date, answers: Answers, book: Book, day: date) -> str:
    """Return the tense of one date of a rule."""
    if rule.kind == "from":
        return "open_since" if then <= day else "opens"
    if rule.ends:
        return "ends" if then >= day else "passed"
    settled = rule.settled(answers, book, then, day) if rule.settled else None
    return settled or ("due" if then >= day else "passed")


def ahead(dates: Iterable[Dated], day: date) -> tuple[Dated, ...]:
    """Return the dates that are still to come, today included, and are not done yet."""
    return tuple([each for each in dates if each.day >= day and each.tense != "done"])


def next_dates(dates: Iterable[Dated]) -> tuple[Dated, ...]:
    """Return the dates to act on next, at most two, what presses most first.

    An overdue one presses most, then the first last day ahead; then come what is possible already and what will be.
    """
    first: dict[str, Dated] = {}
    for each in sorted(dates, key=lambda each: each.day):
        if each.tense == "open_since":
            first[each.tense] = each  # the newest of what is possible already
        else:
            first.setdefault(each.tense, each)
    ahead = sorted((first[name] for name in ("due", "ends") if name in first), key=lambda each: each.day)
    last = [first["overdue"], *ahead] if "overdue" in first else ahead
    found = [*last[:1], *(first[name] for name in ("open_since", "opens") if name in first), *last[1:]]
    return tuple(found[:MOST])
