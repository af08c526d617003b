"""Kinds of answers: how each is read from JSON or text, bounded, written back and shown to a person.

`read` notes a problem and returns None where a value cannot be read; it never raises.
A JSON number comes as `NumberText`, its own spelling. An unknown item of a list is None.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from cor_calc.dates import FIRST, LAST, in_words
from cor_calc.engine.problems import Problems
from cor_calc.numbers import HUNDRED, counted, hundredths, listed, money, plain, two_decimals

UNSURE = "unsure"
LONGEST_NUMBER = 40
_NUMBER = re.compile(r"([0-9]+)(?:\.([0-9]+))?\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_CACHED = 1 << 12
_FIVE_DIGITS = 10000


class NumberText(str):
    """A JSON number as it was spelled."""

    __slots__ = ()


class Kind(Protocol):
    """One kind of answer."""

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> Any:
        """Return the value, or None with a problem noted."""

    def write(self, value: Any, raw: object = None) -> Any:
        """Return the value as JSON; `raw` is what it was read from, where unknown items are kept as they came."""

    def shown(self, value: Any) -> str:
        """Return the value as a person reads it."""


@lru_cache(_CACHED)
def _exact(text: str) -> tuple[int, str]:
    """Return a number's hundredths and "", or 0 and the code of what is wrong with its spelling."""
    match = _NUMBER.match(text)
    if match is None:
        return 0, "wrong_type"
    whole, part = match.group(1).lstrip("0") or "0", match.group(2) or ""
    if len(part) > len("00") or len(whole) > LONGEST_NUMBER:
        return 0, "out_of_range"
    return hundredths(f"{whole}.{part}"), ""


def _number(raw: object) -> tuple[int, str]:
    return _exact(raw) if isinstance(raw, str) else (0, "wrong_type")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds, kept as int."""

    low: int
    high: int
    unit: str = ""

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> int | None:
        """Return the number, or None with a problem noted."""
        value, code = _number(raw)
        number, part = divmod(value, HUNDRED)
        if not code and part:
            code = "wrong_type"
        if not code and not self.low <= number <= self.high:
            code = "out_of_range"
        if not code:
            return number
        bounds = f"{self._digits(self.low)} to {self._digits(self.high)}"
        problems.note(path, code, f"Enter {noun} as a whole number from {bounds}.")
        return None

    def write(self, value: int, raw: object = None) -> int:  # noqa: ARG002 - as every kind
        """Return the number."""
        return value

    def shown(self, value: int) -> str:
        """Return the number with its unit, where it has one: 1 month, 12 months. A year has no comma."""
        if self.unit:
            return counted(value * HUNDRED, self.unit)
        return self._digits(value)

    def _digits(self, value: int) -> str:
        return f"{value:,}" if self.high >= _FIVE_DIGITS else str(value)


@dataclass(frozen=True, slots=True)
class Hundredths:
    """A number with at most two decimals, kept in whole hundredths. `unit` is percent, money or points."""

    high: int
    unit: str

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> int | None:
        """Return the hundredths, or None with a problem noted."""
        value, code = _number(raw)
        if not code and value > self.high * HUNDRED:
            code = "out_of_range"
        if not code:
            return value
        problems.note(path, code, f"Enter {noun} as a number from 0 to {self.high:,}, with at most two decimals.")
        return None

    def write(self, value: int, raw: object = None) -> str:  # noqa: ARG002 - as every kind
        """Return the number with two decimals."""
        return two_decimals(value)

    def shown(self, value: int) -> str:
        """Return the number as people write it: 80%, $1,250.50, 12.5 points."""
        if self.unit == "percent":
            return f"{plain(value)}%"
        return money(value) if self.unit == "money" else counted(value, self.unit)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few named values, each with the words that stand beside its control."""

    options: tuple[tuple[str, str], ...]

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> str | None:
        """Return the value, or None with a problem noted."""
        if type(raw) is str and any(raw == value for value, _ in self.options):
            return raw
        code = "bad_choice" if type(raw) is str else "wrong_type"
        words = "; ".join(label for _, label in self.options)
        problems.note(path, code, f"Choose {noun} from these: {words}; or that you are not sure.")
        return None

    def write(self, value: str, raw: object = None) -> str:  # noqa: ARG002 - as every kind
        """Return the value."""
        return value

    def shown(self, value: str) -> str:
        """Return the option's label."""
        return dict(self.options)[value]


@lru_cache(_CACHED)
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.match(text) else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Day:
    """A date, or one of a few words that stand for one, such as "ongoing"."""

    words: tuple[tuple[str, str], ...] = ()

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> date | str | None:
        """Return the date or the word, or None with a problem noted."""
        if type(raw) is not str:
            problems.note(path, "wrong_type", self._message(noun))
            return None
        if any(raw == word for word, _ in self.words):
            return raw
        day = _day(raw)
        if day is None:
            problems.note(path, "bad_date", self._message(noun))
        elif not FIRST <= day <= LAST:
            problems.note(path, "out_of_range", f"Enter {noun} as a day from the years {FIRST.year} to {LAST.year}.")
        else:
            return day
        return None

    def _message(self, noun: str) -> str:
        also = "".join(f", or choose “{label}”" for _, label in self.words)
        return f"Enter {noun} with year, month and day in figures, such as 2026-03-31{also}."

    def write(self, value: date | str, raw: object = None) -> str:  # noqa: ARG002 - as every kind
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
        if type(raw) is str:
            return raw
        problems.note(path, "wrong_type", f"Enter {noun} as a text.")
        return None

    def write(self, value: str, raw: object = None) -> str:  # noqa: ARG002 - as every kind
        """Return the text."""
        return value

    def shown(self, value: str) -> str:
        """Return the text."""
        return value


@dataclass(frozen=True, slots=True)
class OrWord:
    """A value of another kind, or one of a few words that stand for one, such as "not_applicable"."""

    kind: Hundredths
    words: tuple[tuple[str, str], ...]

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> int | str | None:
        """Return the value or the word, or None with a problem noted."""
        if type(raw) is str and not raw[:1].isdigit() and any(raw == word for word, _ in self.words):
            return raw
        return self.kind.read(raw, path, noun, problems)

    def write(self, value: int | str, raw: object = None) -> str:
        """Return the value as JSON, or the word."""
        return value if isinstance(value, str) else self.kind.write(value, raw)

    def shown(self, value: int | str) -> str:
        """Return the value as a person reads it, or the word's label."""
        return dict(self.words)[value] if isinstance(value, str) else self.kind.shown(value)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a row: its key, its words, what it asks for within a sentence, and its kind."""

    key: str
    label: str
    noun: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list. Its value is a mapping of the fields that are known."""

    fields: tuple[Field, ...]
    check: Callable[[Mapping[str, Any], str, Problems], None] | None = None
    """Notes what does not fit within a row, under the path it is given."""

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> dict[str, Any] | None:
        """Return the row, or None with a problem noted."""
        if not isinstance(raw, dict):
            asked = listed([field.noun for field in self.fields])
            problems.note(path, "wrong_type", f"Enter {noun} with its parts: {asked}.")
            return None
        note_unknown(raw, [field.key for field in self.fields], f"{path}.", problems)
        row = {}
        for field in self.fields:
            given = raw.get(field.key)
            if given is None or given == UNSURE:
                continue
            value = field.kind.read(given, f"{path}.{field.key}", field.noun, problems)
            if value is not None:
                row[field.key] = value
        if self.check is not None:
            self.check(row, path, problems)
        return row

    def write(self, value: Mapping[str, Any], raw: object = None) -> dict[str, Any]:
        """Return the row as a JSON object: what is known, and "unsure" where that was said."""
        said = raw if isinstance(raw, dict) else {}
        return {
            field.key: field.kind.write(value[field.key]) if field.key in value else UNSURE
            for field in self.fields
            if field.key in value or said.get(field.key) == UNSURE
        }

    def shown(self, value: Mapping[str, Any]) -> str:
        """Return the row's known values, joined."""
        return (
            ", ".join(field.kind.shown(value[field.key]) for field in self.fields if field.key in value) or "not known"
        )


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one kind, kept as a tuple; an item that is not known is None."""

    item: Kind
    low: int
    high: int
    one: str
    """What one item asks for, within a sentence."""

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> tuple[Any, ...] | None:
        """Return the items, or None with a problem noted."""
        if not isinstance(raw, list):
            problems.note(path, "wrong_type", f"Enter {noun} as a list.")
            return None
        if len(raw) < self.low:
            problems.note(path, "out_of_range", f"Enter {noun}: at least {self.low}.")
            return None
        if len(raw) > self.high:
            problems.note(path, "too_many", f"Enter {noun}: at most {self.high}.")
            return None
        read, one = self.item.read, self.one
        return tuple(
            None if each is None or each == UNSURE else read(each, f"{path}.{place}", one, problems)
            for place, each in enumerate(raw)
        )

    def write(self, value: tuple[Any, ...], raw: object = None) -> list[Any]:
        """Return the items as a JSON list; an unknown one as it came, null or "unsure"."""
        came = raw if isinstance(raw, list) else [None] * len(value)
        return [
            (UNSURE if was == UNSURE else None) if each is None else self.item.write(each, was)
            for each, was in zip(value, came, strict=True)
        ]

    def shown(self, value: tuple[Any, ...]) -> str:
        """Return the items, joined; "none" for an empty list."""
        return "; ".join("not known" if each is None else self.item.shown(each) for each in value) or "none"


def note_unknown(raw: Mapping[str, Any], keys: list[str], path: str, problems: Problems) -> None:
    """Note every key that is not asked here."""
    for key in raw:
        if key not in keys:
            problems.note(path + key, "unknown_key", f"Remove {key!a}: what is asked here is {', '.join(keys)}.")
