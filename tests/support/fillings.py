"""Situations for every check, made from what it asks: a new check is covered as soon as it is described."""

import functools
import itertools
import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

from . import command
from .described import CHECKS, QUESTIONS, VERSION

Answers = dict[str, Any]

ORDERS = (-1, 1, 0)
"""How the dates of one set of answers follow each other, in days: not every order is free of contradictions."""

FIRST_DAY = date(2024, 5, 15)
SOME_DAY = "2026-05-15"
NAME = "Größe, 50%"
UNSURE = "unsure"


@functools.cache
def filled(check: str) -> tuple[Answers, ...]:
    """Return answers to all questions of a check: the first options, the last ones, and unsure wherever one chooses."""
    return tuple(readable(check, pick) for pick in ("first", "last", UNSURE))


def readable(check: str, pick: str) -> Answers:
    """Return answers that contradict each other as little as can be."""
    tried = [Filler(pick, order).answers(check) for order in ORDERS]
    return min(tried, key=lambda given: command_line(check, json.dumps(given), SOME_DAY).count(b'"problems"'))


class Filler:
    """Fills questions in. Numbers and dates all differ, so that an answer in the wrong place is noticed."""

    def __init__(self, pick: str, order: int) -> None:
        """Take which options to choose, and how many days lie between dates."""
        self.pick = pick
        self.days = (FIRST_DAY + timedelta(days=order * count) for count in itertools.count())
        self.more = itertools.count()

    def answers(self, check: str) -> Answers:
        """Return an answer under each key."""
        return {key: self.answer(QUESTIONS[key]) for key in CHECKS[check]}

    def answer(self, asked: dict[str, Any]) -> Any:
        """Return an answer to a question, as a form has it: a text, a list of texts, or a list of rows."""
        match asked["kind"]:
            case "choice":
                return self.chosen([option["value"] for option in asked["options"]])
            case "date":
                return next(self.days).isoformat()
            case "whole":
                return str(min(max(asked["low"], 7 + next(self.more)), asked["high"]))
            case "text":
                return f"{NAME} {next(self.more)}"
            case "list":
                return [self.answer(asked["item"]) for _ in range(max(2, asked["least"]))]
            case "rows":
                return [{field["key"]: self.answer(field) for field in asked["fields"]} for _ in range(2)]
        return f"{70 + next(self.more)}.5"

    def chosen(self, values: list[str]) -> str:
        """Return the option that is to be chosen."""
        return UNSURE if self.pick == UNSURE else values[0 if self.pick == "first" else -1]


def in_one_control(answers: Answers) -> Answers:
    """Return those of some answers that stand in a control of their own: no list."""
    return {key: value for key, value in answers.items() if isinstance(value, str)}


def link(check: str, answers: Answers) -> str:
    """Return the fragment for some answers, as the contract has it."""
    parts = [f"{key}={value}" for key in CHECKS[check] if key in answers for value in written(answers[key])]
    return "#" + "&".join([f"v={VERSION}", *parts])


def written(answer: Any) -> Iterator[str]:
    """Yield what stands for an answer in a link, once for each row."""
    if isinstance(answer, str):
        yield encoded(answer)
    elif not answer:
        yield "none"
    elif isinstance(answer[0], dict):
        yield from (",".join(map(encoded, row.values())) for row in answer)
    else:
        yield ",".join(map(encoded, answer))


def encoded(text: str) -> str:
    """Return a text as `encodeURIComponent` writes it."""
    return quote(text, safe="-_.!~*'()")


@functools.cache
def command_line(check: str, answers: str, on: str) -> bytes:
    """Return what the command line says to a JSON text of answers."""
    return command.run("check", check, "-", "--on", on, given=answers).output.strip()


def expected(check: str, answers: Answers, on: str) -> str:
    """Return the outcome of some answers on a day, as the command line writes it."""
    said = command_line(check, json.dumps(answers), on).decode()
    assert "results" in json.loads(said), said
    return said
