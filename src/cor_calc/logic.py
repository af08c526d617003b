"""Conditions as data, decided in three values.

From one tree of conditions come the verdict, the findings, the open questions, the
decision table and the advice. An unknown answer never counts as yes, no or nought.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, NoReturn

from cor_calc.answers import known
from cor_calc.facts import bounds


class Truth(Enum):
    """Yes, no, or not decided by what is known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __bool__(self) -> NoReturn:
        """Raise: `if truth:` would read "unknown" as yes."""
        raise TypeError("Compare with Truth.YES, Truth.NO or Truth.UNKNOWN.")


def truth(value: bool) -> Truth:  # noqa: FBT001 - the whole meaning of the call
    """Return YES or NO for a decided comparison."""
    return Truth.YES if value else Truth.NO


def both(truths: Iterable[Truth]) -> Truth:
    """Return NO if any is no, else UNKNOWN if any is unknown, else YES."""
    found = Truth.YES
    for each in truths:
        if each is Truth.NO:
            return Truth.NO
        if each is Truth.UNKNOWN:
            found = Truth.UNKNOWN
    return found


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The answer is at least the limit."""

    key: str
    rule: str
    limit: int

    def holds(self, answers: Any) -> Truth:
        """Return whether it holds; UNKNOWN while the answer is not known."""
        value = getattr(answers, self.key)
        return truth(value >= self.limit) if known(value) else Truth.UNKNOWN


@dataclass(frozen=True, slots=True)
class AtMost:
    """The answer is at most the limit."""

    key: str
    rule: str
    limit: int

    def holds(self, answers: Any) -> Truth:
        """Return whether it holds; UNKNOWN while the answer is not known."""
        value = getattr(answers, self.key)
        return truth(value <= self.limit) if known(value) else Truth.UNKNOWN


@dataclass(frozen=True, slots=True)
class OneOf:
    """The answer is one of the choices; `needs` says so in words."""

    key: str
    rule: str
    choices: tuple[str, ...]
    needs: str

    def holds(self, answers: Any) -> Truth:
        """Return whether it holds; UNKNOWN while the answer is not known."""
        value = getattr(answers, self.key)
        return truth(value in self.choices) if known(value) else Truth.UNKNOWN


@dataclass(frozen=True, slots=True)
class EveryAtLeast:
    """Every item of the list is at least the limit."""

    key: str
    rule: str
    limit: int

    def holds(self, answers: Any) -> Truth:
        """Return whether it holds; one item below decides, an unknown item leaves it open."""
        values = getattr(answers, self.key)
        if not known(values):
            return Truth.UNKNOWN
        return both(truth(value >= self.limit) if known(value) else Truth.UNKNOWN for value in values)


@dataclass(frozen=True, slots=True)
class YearsAfter:
    """The day lies in one of the `years` calendar years after the calendar year of another day."""

    key: str
    after: str
    rule: str
    years: int

    def holds(self, answers: Any) -> Truth:
        """Return whether it holds; UNKNOWN while a day is not known and some day could still do."""
        day, after = getattr(answers, self.key), getattr(answers, self.after)
        first, last = bounds("day")
        if known(day) and known(after):
            return truth(1 <= day.year - after.year <= self.years)
        if known(after):
            return Truth.UNKNOWN if after.year < last.year else Truth.NO
        if known(day):
            return Truth.UNKNOWN if day.year > first.year else Truth.NO
        return Truth.UNKNOWN


Condition = AtLeast | AtMost | OneOf | EveryAtLeast | YearsAfter
