"""What the rules are made of, for tests that go through all of it: conditions, dates, books that remember what is read."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from cor_calc.checks import CHECKS, Check
from cor_calc.edges.strict_json import read_object
from cor_calc.engine.conditions import Condition
from cor_calc.engine.judging import DateRule, Situation, Subject
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import read_answers
from cor_calc.law import Book, Law, load
from cor_calc.law.facts import Fact
from cor_calc.law.law import turning

from .answers import answer_sets

DAY = date(2026, 11, 26)


def subjects(law: Law, day: date = DAY) -> Iterator[tuple[Check, Subject]]:
    """Yield everything that is judged, with its check."""
    for check in CHECKS.values():
        for subject in check.subjects(law, day):
            yield check, subject


def conditions(law: Law, day: date = DAY) -> Iterator[tuple[Check, Subject, Condition]]:
    """Yield every condition of every subject, the one that comes before all included."""
    for check, subject in subjects(law, day):
        for condition in (*((subject.scope,) if subject.scope else ()), *subject.conditions):
            yield check, subject, condition


def date_rules(law: Law, day: date = DAY) -> Iterator[tuple[Check, Subject, DateRule]]:
    """Yield every rule of a date of every subject."""
    for check, subject in subjects(law, day):
        for rule in subject.dates:
            yield check, subject, rule


def books(law: Law, day: date = DAY) -> list[Book]:
    """Return the general book and each partner's."""
    return [law.on(day, partner) for partner in (None, *law.partners)]


def with_version(law: Law, fact: Fact) -> Law:
    """Return a law with one more version; an open one of the same parameter and partner ends the day before."""
    old = law.parameters[fact.id]
    ended = [
        replace(each, until=fact.since - timedelta(days=1))
        if each.partner == fact.partner and each.until is None
        else each
        for each in old.versions
    ]
    parameters = {**law.parameters, fact.id: replace(old, versions=(*ended, fact))}
    begins, turns = turning(parameters, law.options)
    return replace(law, parameters=parameters, begins=begins, turns=turns, books={}, groups={}, made={})


class Remembering(dict[str, Any]):
    """A mapping that remembers which of its keys were asked for."""

    def __init__(self, entries: Any, asked: set[str]) -> None:
        """Keep the entries, and where to remember."""
        super().__init__(entries)
        self.asked = asked

    def __getitem__(self, key: str) -> Any:
        """Return an entry."""
        self.asked.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is an entry."""
        self.asked.add(str(key))
        return super().__contains__(key)

    def get(self, key: str, default: Any = None) -> Any:
        """Return an entry, or something else."""
        self.asked.add(key)
        return super().get(key, default)


def remembering(book: Book) -> tuple[Book, set[str]]:
    """Return the same book, and the set in which it remembers the parameters that were read in it."""
    asked: set[str] = set()
    return replace(book, facts=Remembering(book.facts, asked), values=Remembering(book.values, asked)), asked


def known_answers(check: str, number: int, seed: int = 3) -> Iterator[tuple[dict[str, Any], date]]:
    """Yield made-up answers to a check as the rules have them, with their day."""
    for answers, as_of in answer_sets(check, number, seed):
        problems, day = Problems(), date.fromisoformat(as_of)
        if load().ruleset(day) is None:
            continue
        known, _ = read_answers(CHECKS[check].keys, read_object(json.dumps(answers), problems) or {}, load(), problems)
        CHECKS[check].note_problems(Situation(known, load(), day), problems)
        if not problems.found:
            yield known, day
