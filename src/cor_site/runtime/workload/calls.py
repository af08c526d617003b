"""Puts the calls together: every bound, every unreadable text, and as many random answers as wanted."""

import json
import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import Any

from cor_calc.checks import CHECKS
from cor_calc.edges.json_text import evaluated
from cor_calc.edges.strict_json import dumps
from cor_calc.engine.conditions import YES
from cor_calc.engine.questions import written_answers
from cor_calc.law import load
from cor_site.runtime.workload import texts
from cor_site.runtime.workload.described import FUNCTIONS, TODAY, CheckAsked, checks, limits
from cor_site.runtime.workload.files import files
from cor_site.runtime.workload.values import Chance, at_bounds

Call = tuple[str, ...]
"""A function's name and the texts that it is called with."""

ON = TODAY.isoformat()
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
FIGURES = re.compile(rf"[0-9.,-]+|\b(?:{MONTHS})\b")

AGAIN = 6
"""Of the bounds of a question that an earlier check has asked already, every sixth is asked again."""

POOL = 6
"""How many random answers are tried for each one that is kept because its outcome says something new."""

OF_OUTCOMES = 12
"""Every twelfth outcome is handed to the functions that read outcomes; all would fill Python's memory."""


def outcome_of(call: Call) -> dict[str, Any]:
    """Return what the rules answer, or the problems."""
    check, answers, as_of = call
    return evaluated(check, answers, as_of)


def make(generated: int, seed: int) -> list[Call]:
    """Return the calls; the same seed gives the same list on every machine."""
    asked = [*bounds(), *unreadable(), *random_calls(generated, seed), *telling(generated * POOL, seed)]
    good = list(met())
    many = files(checks(), Chance(seed, limits()))
    read = of_outcomes([*asked[::OF_OUTCOMES], *good])
    return [*(("check_json", *each) for each in (*asked, *good)), *read, *many]


def answered(calls: list[Call]) -> list[str]:
    """Return what this Python answers to each call."""
    functions = {name: getattr(import_module(module), name) for name, module in FUNCTIONS.items()}
    return [functions[name](*given) for name, *given in calls]


def bounds() -> Iterator[Call]:
    """Yield each question's bounds, alone and among answers to the check's other questions."""
    law = limits()
    chance = Chance(0, law)
    asked: set[str] = set()
    for check in checks():
        yield check.name, "{}", ON
        for key, question in check.questions.items():
            values = list(at_bounds(question, law, TODAY))
            every = AGAIN if key in asked else 1
            for at, value in enumerate(values[::every]):
                others = sound(check, chance) if at % 3 else {}
                yield check.name, json.dumps({**others, key: value}), ON
        asked |= set(check.questions)


def met() -> Iterator[Call]:
    """Yield, for all that is judged and each partner, answers that meet every condition: random ones seldom do."""
    law = load()
    for check in CHECKS.values():
        for subject in check.subjects(law, TODAY):
            for partner in [subject.partner] if subject.partner else law.partners:
                book = law.on(TODAY, partner)
                answers: dict[str, Any] = {"partner": partner} if "partner" in check.keys else {}
                for condition in filter(None, (subject.scope, *subject.conditions)):
                    answers |= next((case.example for case in condition.cases(book) if case.says == YES), {})
                yield check.name, json.dumps(written_answers(answers)), ON


def sound(check: CheckAsked, chance: Chance) -> dict[str, Any]:
    """Return answers to all questions of a check."""
    return {key: chance.value(question, TODAY) for key, question in check.questions.items()}


def unreadable() -> Iterator[Call]:
    """Yield texts that cannot be read, values of wrong types, days that are none, and checks that do not exist."""
    known = checks()
    for text in texts.BROKEN:
        yield known[0].name, text, ON
    asked: set[str] = set()
    for check in known:
        for day in texts.DAYS:
            yield check.name, "{}", day
        for key in check.questions:
            for value in texts.RUBBISH[len(asked) % AGAIN :: AGAIN if key in asked else 1]:
                yield check.name, json.dumps({key: value}), ON
        yield check.name, json.dumps(dict.fromkeys(check.questions, "x") | {"no such question": 1}), ON
        asked |= set(check.questions)
    for name in texts.CHECKS:
        yield name, "{}", ON


def random_calls(count: int, seed: int) -> Iterator[Call]:
    """Yield random answers, a tenth of them as spoilt texts, on days from the first rules on."""
    chance, known = Chance(seed, limits()), checks()
    for _ in range(count):
        check = chance.random.choice(known)
        text = json.dumps(chance.answers(check.questions), ensure_ascii=chance.happens(0.5))
        if chance.happens(0.1):
            text = chance.spoilt(text)
        day = chance.random.choice(texts.DAYS) if chance.happens(0.1) else chance.day(date(2027, 1, 1))
        yield check.name, text, day


def telling(count: int, seed: int) -> Iterator[Call]:
    """Yield, of many random answers, those whose outcome says something that none before has said."""
    said: set[str] = set()
    for call in random_calls(count, seed + 1000):
        new = set(sentences(outcome_of(call), call[0])) - said
        if new:
            said |= new
            yield call


def sentences(value: Any, place: str) -> Iterator[str]:
    """Yield every text of an outcome with its place in it, without figures, which differ each time."""
    match value:
        case dict():
            for key, each in value.items():
                if key != "answers":
                    yield from sentences(each, f"{place}.{key}")
        case list():
            for each in value:
                yield from sentences(each, place)
        case str():
            yield f"{place} {FIGURES.sub('0', value)}"
        case _:
            pass


def of_outcomes(asked: list[Call]) -> Iterator[Call]:
    """Yield calls of the functions that take an outcome, with the outcomes of some calls."""
    readers = [name for name in FUNCTIONS if name in {"drawings_json", "calendar_text"}]
    for call in asked:
        outcome = outcome_of(call)
        if "problems" not in outcome:
            yield from ((name, dumps(outcome)) for name in readers)
