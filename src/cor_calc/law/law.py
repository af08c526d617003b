"""The law as a value: `law.on(day, partner)` is the book of rules in force, to be handed to a check."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from cor_calc.law.facts import Element, Fact, Option, Parameter, Partner, Source, Topic, Value


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """The rules in force on a day for one partner, or (partner None) the general ones."""

    law: "Law"
    partner: str | None
    since: date
    """The day on which the rules became these."""
    facts: Mapping[str, Fact]
    values: Mapping[str, Value]
    own: frozenset[str]
    """What the partner publishes itself: its options, and its parameters that differ from the general ones."""

    def __getitem__(self, parameter: str) -> Value:
        """Return a parameter's value. KeyError where no rule is published."""
        return self.values[parameter]

    def get(self, parameter: str) -> Fact | None:
        """Return the version in force, or None where none is published."""
        return self.facts.get(parameter)

    def number(self, parameter: str) -> int:
        """Return a parameter's whole number, in its unit."""
        return self.facts[parameter].number


Groups = tuple[tuple[Book, tuple[str, ...]], ...]
"""Books that differ in what is asked, each with the partners for which it stands."""


@dataclass(frozen=True, slots=True, eq=False)
class Law:
    """All parameters with their versions, and what they refer to. Knows nothing of today."""

    parameters: Mapping[str, Parameter]
    sources: Mapping[str, Source]
    partners: Mapping[str, Partner]
    options: tuple[Option, ...]
    topics: Mapping[str, Topic]
    elements: Mapping[str, tuple[Element, ...]]
    turns: tuple[date, ...]
    """Every day on which some version begins or the day after one ends, in order."""
    begins: tuple[date, ...]
    """Every day on which some version begins, in order."""
    books: dict[tuple[date, str | None], Book] = field(default_factory=dict)
    groups: dict[tuple[date, tuple[str, ...]], "Groups"] = field(default_factory=dict)
    made: dict[tuple[date, str], Any] = field(default_factory=dict)
    """What a check has made of this law for a period, kept."""

    @property
    def last_read(self) -> date:
        """The last day on which a source was read: the same on every build of the same data, unlike the clock's."""
        return max(source.read for source in self.sources.values())

    def ruleset(self, day: date) -> date | None:
        """Return the newest day, not after `day`, on which some fact began; None before the first rules."""
        return max((turn for turn in self.begins if turn <= day), default=None)

    def period(self, day: date) -> date:
        """Return the day on which the rules became what they are on a day. ValueError before the first rules."""
        before = bisect_right(self.turns, day)
        if not before:
            raise ValueError(f"there are no rules on {day}")
        return self.turns[before - 1]

    def on(self, day: date, partner: str | None = None) -> Book:
        """Return the rules in force on a day at a partner. ValueError before the first rules."""
        period = self.period(day)
        book = self.books.get((period, partner))
        if book is None:
            found = ((name, parameter.on(day, partner)) for name, parameter in self.parameters.items())
            facts = {name: fact for name, fact in found if fact is not None}
            values = {name: fact.value for name, fact in facts.items()}
            own = frozenset(self._own(day, partner, facts)) if partner else frozenset()
            book = self.books[period, partner] = Book(self, partner, period, facts, values, own)
        return book

    def _own(self, day: date, partner: str, facts: Mapping[str, Fact]) -> Iterator[str]:
        general = self.on(day).values
        yield from (option.id for option in self.options if option.partner == partner)
        yield from (name for name, fact in facts.items() if fact.partner and fact.value != general.get(name))

    def grouped(self, day: date, parameters: tuple[str, ...]) -> "Groups":
        """Return the partners' books on a day, those that agree on these parameters as one, each with its partners."""
        period = self.period(day)
        found = self.groups.get((period, parameters))
        if found is None:
            by_values: dict[tuple[Value | None, ...], list[str]] = {}
            for partner in self.partners:
                values = self.on(day, partner).values
                by_values.setdefault(tuple(values.get(name) for name in parameters), []).append(partner)
            found = tuple((self.on(day, partners[0]), tuple(partners)) for partners in by_values.values())
            self.groups[period, parameters] = found
        return found

    def differs(self, day: date, parameter: str) -> bool:
        """Return whether certifying partners differ in a parameter on a day."""
        return len(self.grouped(day, (parameter,))) > 1

    def options_on(self, day: date) -> tuple[Option, ...]:
        """Return the alternatives to a maintenance audit that are in force on a day, all partners'."""
        return tuple(each for each in self.options if each.since <= day and (each.until is None or day <= each.until))

    def option(self, name: str, day: date) -> Option | None:
        """Return an option in force on a day, by its id or the name of its subject; None where there is none."""
        return next((each for each in self.options_on(day) if name in {each.id, each.subject}), None)

    def names(self, partner: str | None) -> tuple[str, ...]:
        """Return the names of a partner's audit elements, in its order; AASP's where it publishes none."""
        return tuple(element.name for element in self.elements_of(partner))

    def elements_of(self, partner: str | None) -> tuple[Element, ...]:
        """Return a partner's audit elements, in its order; AASP's where it publishes none."""
        return self.elements.get(partner or "") or self.elements["aasp"]


def turning(
    parameters: Mapping[str, Parameter], options: tuple[Option, ...]
) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """Return the days on which something begins, and those on which anything changes, each in order."""
    facts: list[Fact | Option] = [*(fact for parameter in parameters.values() for fact in parameter.versions), *options]
    begins = {fact.since for fact in facts}
    ends = {fact.until + timedelta(days=1) for fact in facts if fact.until is not None}
    return tuple(sorted(begins)), tuple(sorted(begins | ends))
