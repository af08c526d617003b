"""The questions that prepare the browser's Python and prove it: the case tables, and generated ones.

    python -m tests.parity.questions OUT [--generated N] [--seed S] [--answers OUT2]

Writes a JSON list of [check, answers, as_of]; with `--answers`, also what this Python answers to each.
The same seed gives the same list on every machine. A third of the generated texts is spoilt in some way.
"""

import argparse
import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from cor_calc import check_json
from cor_calc.checks import CHECKS
from cor_calc.kinds import Choice, Day, Hundredths, Text, Whole
from cor_calc.lists import ListOf, Row

from ..calc.cases import BAD_DAYS, BAD_TEXTS, CASES, CONTRADICTIONS, TODAY, UNDECIDED_TEXTS

Question = tuple[str, str, str]

NAMES = (
    "Training",
    "Hazard assessment",
    "Émilie’s “tour”",
    "安全",
    "🦺",
    "",
    "x" * 300,
    "\u0000\u2028",
    "\ud800",
    '"\\/\b',
)
RUBBISH = (None, True, False, -1, 1.5, 1e300, "", " ", "x", "80%", "2026-02-30", [], {}, [[]], [None], "\u0661", 10**39)


def case_tables() -> list[Question]:
    """Return every row of the case tables, texts that cannot be read included."""
    questions = [(check, json.dumps(answers), as_of) for check, answers, as_of, _ in CASES]
    questions += [(check, text, TODAY) for check, text, _ in BAD_TEXTS]
    questions += [(check, text, TODAY) for check, text in (*CONTRADICTIONS, *UNDECIDED_TEXTS)]
    questions += [(check, "{}", as_of) for check in CHECKS for as_of, _ in BAD_DAYS]
    questions += [(check, "{}", TODAY) for check in ("", "Certification", "no such check", "\ud800")]
    return questions


class Generator:
    """Makes questions from the questions' own kinds and bounds."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - repeatable on purpose

    def question(self) -> Question:
        """Return one question, perhaps spoilt."""
        name = self.random.choice(list(CHECKS))
        answers = self.fields(CHECKS[name].questions)
        text = json.dumps(answers, ensure_ascii=self.random.random() < 0.5)
        if self.random.random() < 0.1:
            text = self.spoilt(text)
        as_of = self.day(date(2023, 1, 1), date(2040, 12, 31)) if self.random.random() < 0.9 else self.rubbish_text()
        return name, text, as_of

    def fields(self, questions: tuple[Any, ...]) -> dict[str, Any]:
        """Return answers to some of the questions, perhaps to one that is not asked."""
        given = {each.key: self.value(each.kind) for each in questions if self.random.random() < 0.8}
        if self.random.random() < 0.02:
            given[self.random.choice(NAMES)] = 1
        return given

    def value(self, kind: Any) -> Any:
        """Return an answer of this kind: usually sound, sometimes unsure, now and then rubbish."""
        chance = self.random.random()
        if chance < 0.04:
            return "unsure"
        if chance < 0.06:
            return self.random.choice(RUBBISH)
        match kind:
            case Whole(low, high):
                number = self.number(low, high)
                return self.random.choice((number, str(number)))
            case Hundredths(low, high):
                return self.hundredths(low, high)
            case Choice(options):
                return self.random.choice(options)[0]
            case Day(low, high, words):
                near = self.random.random() < 0.8
                days = (date(2023, 1, 1), date(2028, 12, 31)) if near else (low, high)
                return self.random.choice([self.day(*days)] * 4 + [word for word, _ in words])
            case Text():
                return self.random.choice(NAMES)
            case ListOf(item, low, high):
                length = self.random.choice((low, 1, 2, 3, 5, 12, high, high + 1 if self.random.random() < 0.1 else 2))
                return [self.value(item) for _ in range(length)]
            case Row():
                return self.fields(kind.fields)
        raise TypeError(kind)

    def number(self, low: int, high: int) -> int:
        """Return a number within the bounds, oftener a small one; now and then just outside."""
        top = min(high, low + self.random.choice((4, 15, 120, high)))
        return self.random.choice((low - 1, high + 1)) if self.random.random() < 0.01 else self.random.randint(low, top)

    def hundredths(self, low: int, high: int | None) -> Any:
        """Return a number with up to two decimals, as a number or a text."""
        whole = self.random.randint(low, high if high is not None else self.random.choice((10, 100, 10**6)))
        part = self.random.choice(("", ".5", ".50", ".99", ".01", f".{self.random.randint(0, 99):02d}", ".005"))
        return self.random.choice((whole, f"{whole}{part}", float(f"{whole}{part or '.0'}")))

    def day(self, low: date, high: date) -> str:
        """Return a date; ends of months are likelier than chance would have them."""
        day = low + timedelta(days=self.random.randint(0, (high - low).days))
        if self.random.random() < 0.3 and day.month < 12:
            day = max(low, day.replace(day=1, month=day.month + 1) - timedelta(days=1))
        return day.isoformat()

    def rubbish_text(self) -> str:
        """Return a text that is no date, or one that no rules cover."""
        return self.random.choice(
            ("", "2026-02-30", "1999-12-31", "today", "2026-1-1", "\u0662026-01-01", "2026-11-22 ")
        )

    def spoilt(self, text: str) -> str:
        """Return the text cut short, with a character changed, wrapped, or doubled."""
        at = self.random.randrange(len(text) + 1)
        change = self.random.choice('{}[]",:\\0e.-\x00é🦺')
        return self.random.choice(
            (text[:at], text[:at] + change + text[at:], f"[{text}]", text + text, f'"{text}"', f" {text}\n")
        )


def generated(count: int, seed: int) -> list[Question]:
    """Return `count` generated questions."""
    generator = Generator(seed)
    return [generator.question() for _ in range(count)]


def main() -> None:
    """Write the questions, and the answers where they are asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--generated", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--answers", type=Path)
    given = parser.parse_args()
    questions = case_tables() + generated(given.generated, given.seed)
    given.out.write_text(json.dumps(questions), encoding="ascii")
    if given.answers:
        given.answers.write_text(json.dumps([check_json(*question) for question in questions]), encoding="ascii")


if __name__ == "__main__":
    main()
