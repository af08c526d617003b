"""Kinds of answers: how each is read from JSON or text, bounded, and written back.

`read` notes a problem and returns None where a value cannot be read; it never raises.
A value comes as the JSON reader gives it: a number as `NumberText`, its own spelling.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from cor_calc.dates import in_words
from cor_calc.numbers import HUNDRED, hundredths, plain, two_decimals
from cor_calc.problems import Problems

_NUMBER = re.compile(r"([0-9]+)(?:\.([0-9]+))?\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_DECIMALS = 2
LONGEST_NUMBER = 40


class NumberText(str):
    """A JSON number as it was spelled."""

    __slots__ = ()


class Kind(Protocol):
    """One kind of answer."""

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> Any:
        """Return the value, or None with a problem noted."""

    def write(self, value: Any) -> Any:
        """Return the value as JSON."""

    def shown(self, value: Any) -> str:
        """Return the value as a person reads it."""


@lru_cache(maxsize=1 << 14)
def _exact(text: str) -> int | str:
    """Return a number's hundredths, or the code of what is wrong with its spelling."""
    match = _NUMBER.match(text)
    if match is None:
        return "wrong_type"
    whole, part = match.group(1).lstrip("0") or "0", match.group(2) or ""
    if len(part) > _DECIMALS or len(whole) > LONGEST_NUMBER:
        return "out_of_range"
    return hundredths(f"{whole}.{part}")


def _read_number(raw: object) -> int | str:
    return _exact(raw) if isinstance(raw, str) else "wrong_type"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds, kept as int."""

    low: int
    high: int
    unit: str = ""

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> int | None:
        """Return the number, or None with a problem noted."""
        value = _read_number(raw)
        if isinstance(value, int):
            number, part = divmod(value, HUNDRED)
            if not part and self.low <= number <= self.high:
                return number
            value = "wrong_type" if part else "out_of_range"
        message = f"Enter {noun} as a whole number from {self.low:,} to {self.high:,}."
        problems.note(path, value, message)
        return None

    def write(self, value: int) -> int:
        """Return the number."""
        return value

    def shown(self, value: int) -> str:
        """Return the number with its unit, where it has one: 1 month, 12 months."""
        unit = self.unit.removesuffix("s") if value == 1 else self.unit
        return f"{value:,} {unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Hundredths:
    """A number with at most two decimals, kept in whole hundredths. `unit` is percent, money or points."""

    low: int
    high: int | None
    unit: str

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> int | None:
        """Return the hundredths, or None with a problem noted."""
        value = _read_number(raw)
        if isinstance(value, int):
            if self.low * HUNDRED <= value and (self.high is None or value <= self.high * HUNDRED):
                return value
            value = "out_of_range"
        upto = f" to {self.high:,}" if self.high is not None else " up"
        message = f"Enter {noun} as a number from {self.low}{upto}, with at most two decimals."
        problems.note(path, value, message)
        return None

    def write(self, value: int) -> str:
        """Return the number with two decimals."""
        return two_decimals(value)

    def shown(self, value: int) -> str:
        """Return the number as people write it: 80%, $1,250.50, 12.5 points."""
        if self.unit == "percent":
            return f"{plain(value)}%"
        if self.unit == "money":
            return f"${value // HUNDRED:,}.{value % HUNDRED:02d}"
        return f"{plain(value)} {self.unit}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few named values."""

    options: tuple[tuple[str, str], ...]

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> str | None:
        """Return the value, or None with a problem noted."""
        values = [value for value, _ in self.options]
        message = f"Choose {noun}: {', '.join(values)} or unsure."
        if isinstance(raw, NumberText) or not isinstance(raw, str):
            problems.note(path, "wrong_type", message)
        elif raw not in values:
            problems.note(path, "bad_choice", message)
        else:
            return raw
        return None

    def write(self, value: str) -> str:
        """Return the value."""
        return value

    def shown(self, value: str) -> str:
        """Return the option's label."""
        return dict(self.options)[value]


@dataclass(frozen=True, slots=True)
class Day:
    """A date, or one of a few words that stand for one, such as "ongoing"."""

    low: date
    high: date
    words: tuple[tuple[str, str], ...] = ()

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> date | str | None:
        """Return the date or the word, or None with a problem noted."""
        also = "".join(f", or {word}" for word, _ in self.words)
        message = f"Enter {noun} as a real date, year-month-day such as 2026-03-31{also}."
        if isinstance(raw, NumberText) or not isinstance(raw, str):
            problems.note(path, "wrong_type", message)
            return None
        if raw in dict(self.words):
            return raw
        try:
            day = date.fromisoformat(raw) if _DAY.match(raw) else None
        except ValueError:
            day = None
        if day is None:
            problems.note(path, "bad_date", message)
        elif not self.low <= day <= self.high:
            bounds = f"from {self.low} to {self.high}"
            problems.note(path, "out_of_range", f"Enter {noun} as a date {bounds}{also}.")
        else:
            return day
        return None

    def write(self, value: date | str) -> str:
        """Return the date as YYYY-MM-DD, or the word."""
        return value if isinstance(value, str) else value.isoformat()

    def shown(self, value: date | str) -> str:
        """Return the date in words, or the word's label."""
        return dict(self.words)[value] if isinstance(value, str) else in_words(value)


@dataclass(frozen=True, slots=True)
class Text:
    """A text; it names something and decides nothing."""

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> str | None:
        """Return the text, or None with a problem noted."""
        if isinstance(raw, str) and not isinstance(raw, NumberText):
            return raw
        problems.note(path, "wrong_type", f"Enter {noun} as a text.")
        return None

    def write(self, value: str) -> str:
        """Return the text."""
        return value

    def shown(self, value: str) -> str:
        """Return the text."""
        return value
