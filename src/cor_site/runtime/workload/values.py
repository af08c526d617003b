"""Values for each kind of question: those at its bounds and at the law's limits, and random ones."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from cor_site.runtime.workload.described import Question
from cor_site.runtime.workload.texts import NAMES, RUBBISH

NUMBERS = {"whole": 10**5, "percent": 100, "money": 10**9, "points": 10**6}
"""The kinds that are numbers, and how large they may be where a question does not say."""

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
MONTHS = 12
LONGEST_PERIOD = 120
"""Months: a larger limit of the law counts something else."""


def at_bounds(question: Question, limits: list[float], today: date) -> Iterator[Any]:
    """Yield values at and just beyond what a question takes, and at and beside each limit of the law."""
    yield from (None, "unsure")
    match question["kind"]:
        case "choice":
            yield from (value for option in _options(question) for value in (option, option.upper()))
        case "whole":
            low, high = _span(question)
            yield from (low - 1, low, str(low), low + 1, high - 1, high, high + 1)
            yield from (int(limit) + step for limit in limits for step in (-1, 0, 1) if low <= limit <= high)
        case "percent" | "money" | "points":
            low, high = _span(question)
            yield from (low, str(low), high, f"{high}.00", f"{high}.01", high + 1)
            beside = (limit + step for limit in limits for step in (-0.01, 0, 0.5))
            yield from (f"{number:.2f}" for number in beside if low <= number <= high)
        case "date":
            yield from _options(question)
            yield from (FIRST_DAY.isoformat(), LAST_DAY.isoformat())
            yield from ((today + timedelta(days=step)).isoformat() for step in (-1, 0, 1))
        case "text":
            yield from NAMES
        case _:
            yield from _lists_at_bounds(question, limits, today)


def _lists_at_bounds(question: Question, limits: list[float], today: date) -> Iterator[Any]:
    least, most = question["least"], question["most"]
    if question["kind"] == "list":
        one = [value for value in at_bounds(question["item"], limits, today) if value is not None]
        items = one[: most - 1]
    else:
        fields = {field["key"]: list(at_bounds(field, limits, today)) for field in question["fields"]}
        longest = max(map(len, fields.values()))
        items = [{key: values[at % len(values)] for key, values in fields.items()} for at in range(longest)]
    yield from ([], items[:least], items[:1], [None], ["unsure"], [items[-1]] * most, [items[-1]] * (most + 1))
    yield from ([item] for item in items)
    yield from (items[at : at + 7] for at in range(0, len(items), 7))


class Chance:
    """Makes random values, the same for the same seed."""

    def __init__(self, seed: int, limits: list[float]) -> None:
        self.random = random.Random(seed)  # noqa: S311 - repeatable on purpose
        self.limits = limits
        self.slips = 0.05
        """How often a value is unsure, of a wrong type or out of bounds."""
        self.high = False
        """Whether numbers are rather high, as where everything is passed."""

    def happens(self, share: float) -> bool:
        """Return True as often as `share` says, of 1."""
        return self.random.random() < share

    def answers(self, questions: dict[str, Question]) -> dict[str, Any]:
        """Return answers to some of the questions whose dates stand in the law's periods to each other."""
        near = date(2023, 1, 1) + timedelta(days=self.random.randint(0, 2100))
        likely = self.random.choice((0.5, 0.8, 1.0, 1.0))
        self.slips, self.high = self.random.choice((0, 0, 0.05)), self.happens(0.4)
        given = {key: self.value(each, near) for key, each in questions.items() if self.happens(likely)}
        if self.happens(0.02):
            given[self.random.choice(NAMES)] = 1
        return given

    def value(self, question: Question, near: date) -> Any:
        """Return an answer: usually sound, sometimes unsure, now and then of a wrong type or out of bounds."""
        if self.happens(self.slips):
            return self.random.choice(("unsure", "unsure", None, *RUBBISH))
        match question["kind"]:
            case "choice":
                return self.random.choice(_options(question))
            case "whole":
                number = self.whole(*_span(question))
                return self.random.choice((number, str(number)))
            case "percent" | "money" | "points":
                return self.hundredths(*_span(question))
            case "date":
                return self.random.choice([self.day(near)] * 4 + _options(question))
            case "text":
                return self.random.choice(NAMES)
            case "list":
                return [self.item(question["item"], near) for _ in range(self.length(question))]
            case _:
                fields = {field["key"]: field for field in question["fields"]}
                likely = self.random.choice((0.9, 1.0, 1.0))
                return [
                    {key: self.value(each, near) for key, each in fields.items() if self.happens(likely)}
                    for _ in range(self.length(question))
                ]

    def item(self, question: Question, near: date) -> Any:
        """Return an item of a list: a value, or now and then a word that stands for one."""
        words = _options(question)
        return self.random.choice(words) if words and self.happens(0.1) else self.value(question, near)

    def length(self, question: Question) -> int:
        """Return a number of items within the question's bounds; now and then one too many."""
        least: int = question["least"]
        most: int = question["most"]
        beyond = most + 1 if self.happens(0.02) else least
        return max(least, self.random.choice((least, 1, 1, 2, 2, 3, 5, 12, beyond)))

    def whole(self, low: int, high: int) -> int:
        """Return a whole number, oftener a small one or one beside a limit."""
        if self.happens(0.5) and not self.high:
            return self.random.randint(low, min(high, low + self.random.choice((4, 15, 120, high))))
        near = [limit for limit in self.limits if low <= limit <= high] or [low]
        limit: float = self.random.choice(near)
        return int(limit) + self.random.choice((-1, 0, 0, 1))

    def hundredths(self, low: int, high: int) -> Any:
        """Return a number with up to two decimals, as a number or a text; often at a limit or beside it."""
        if self.high and high == NUMBERS["percent"] and self.happens(0.8):
            return f"{self.random.randint(80 * 100, 100 * 100) / 100:.2f}"
        if self.happens(0.4):
            near = [limit for limit in self.limits if low <= limit <= high] or [low]
            number = self.random.choice(near) + self.random.choice((-0.01, 0, 0.01, 0.5))
            return f"{max(0, number):.2f}"
        whole = self.random.randint(low, min(high, self.random.choice((10, 100, 10**6))))
        part = self.random.choice(("", ".5", ".50", ".99", ".01", f".{self.random.randint(0, 99):02d}"))
        return self.random.choice((whole, f"{whole}{part}", float(f"{whole}{part or '.0'}")))

    def day(self, near: date) -> str:
        """Return a date: often one of the law's periods before or after another, give or take a day."""
        if self.happens(0.6):
            months = int(self.random.choice([limit for limit in self.limits if limit <= LONGEST_PERIOD] or [MONTHS]))
            day = months_later(near, self.random.choice((-1, 1)) * self.random.choice((months, 12, 24, 36)))
            day += timedelta(days=self.random.choice((-1, 0, 0, 1, months)))
        else:
            day = near + timedelta(days=self.random.randint(-900, 900))
        if self.happens(0.03):
            day = self.random.choice((FIRST_DAY, LAST_DAY, LAST_DAY - timedelta(days=300)))
        elif self.happens(0.2):
            day = months_later(day.replace(day=1), 1) - timedelta(days=1)
        return day.isoformat()

    def spoilt(self, text: str) -> str:
        """Return the text cut short, with a character put in, wrapped, or doubled."""
        at = self.random.randrange(len(text) + 1)
        put = self.random.choice('{}[]",:\\0e.-\x00é🦺')
        return self.random.choice(
            (text[:at], text[:at] + put + text[at:], f"[{text}]", text + text, f'"{text}"', f" {text}\n")
        )


def months_later(day: date, months: int) -> date:
    """Return the day some months later (earlier if negative), or the last day of that month."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(day)


def _options(question: Question) -> list[str]:
    return [option["value"] for option in question.get("options", ())]


def _span(question: Question) -> tuple[int, int]:
    low, high = question.get("low"), question.get("high")
    return (int(low) if low is not None else 0, int(high) if high is not None else NUMBERS[question["kind"]])
