"""Conditions: each says a verdict, or the questions that it still needs.

A saying is "yes", "no", "not_covered", or a tuple of keys: unknown until those are answered; `()` = time decides.
`and`, `or`, a whole result and the ten partners are folds of such sayings.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from cor_calc.engine.questions import QUESTIONS, Answers, shown
from cor_calc.engine.words import filled
from cor_calc.law import Book
from cor_calc.numbers import HUNDRED, hundredths

Say = str | tuple[str, ...]
YES: Final = "yes"
NO: Final = "no"
NOT_COVERED: Final = "not_covered"
UNKNOWN: Final = "unknown"
TIME: Final[tuple[str, ...]] = ()
ORDER = (NO, UNKNOWN, NOT_COVERED, YES)
"""The verdict is the first of these that a condition has."""

Test = Callable[[Answers, Book, date], Say]
Short = Callable[[Answers, Book, date], str]
"""Returns what is missing, as a clause."""
Mend = Callable[[Answers, Book, date], "dict[str, tuple[Any, date | None]] | None"]
"""Returns the answers that would meet the condition with the day of each, {} for none, None where nothing can."""


def verdict_of(say: Say) -> str:
    """Return a saying as one of the four verdicts."""
    return say if isinstance(say, str) else UNKNOWN


def fold(says: Iterable[Say], order: tuple[str, ...] = ORDER) -> Say:
    """Return the first verdict of `order` that is said; for unknown, all keys that are needed, in their order.

    Raises `ValueError` where nothing is said.
    """
    found = list(says)
    for verdict in order:
        if verdict == UNKNOWN:
            unknown = [say for say in found if isinstance(say, tuple)]
            if unknown:
                return tuple(dict.fromkeys(key for say in unknown for key in say))
        elif verdict in found:
            return verdict
    raise ValueError("a result without conditions")


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a decision table: answers of a kind, an example of them, and what the condition says to it."""

    when: str
    says: Say
    example: Mapping[str, Any]


Cases = Callable[[Book], tuple[Case, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition of a result.

    Attributes:
        rule: the parameter, or the option, that the condition rests on.
        keys: the questions that it reads.
        facts: the parameters that it reads; partners may differ in them.
        test: says what holds for some answers, under a book, on a day.
        needs: what it asks for, as a person reads it; `{parameter-id}` stands for a value.
        cases: the lines of its decision table, under a book.
        short: what is missing, as a clause; empty for a general one.
        mend: what would meet it.
        mends_past: whether `mend` is asked although the condition is met, because it replaces an audit of the past.
        answer: the answers in words; None for the plain ones.
        assumes: readings that it rests on besides its facts.
        statement: what the condition says, where the rule's own sentence does not fit it.
        own_rule: the parameter that it rests on at a partner that has its own version of that one.
    """

    rule: str
    keys: tuple[str, ...]
    test: Test
    facts: tuple[str, ...] = ()
    needs: str = ""
    cases: Cases
    short: Short | None = None
    mend: Mend | None = None
    mends_past: bool = False
    answer: Callable[[Answers, Book], str | None] | None = None
    statement: str = ""
    own_rule: str = ""
    assumes: tuple[str, ...] = ()

    def rule_under(self, book: Book) -> str:
        """Return the parameter, or the option, that the condition rests on under a book."""
        return self.own_rule if self.own_rule in book.own else self.rule

    def answered(self, answers: Answers, book: Book) -> str | None:
        """Return the answers that the condition reads, in words; None where none is known."""
        if self.answer is not None:
            return self.answer(answers, book)
        return "; ".join(filter(None, (shown(key, answers) for key in self.keys))) or None

    def shortfall(self, answers: Answers, book: Book, day: date) -> str:
        """Return what is missing, as a clause."""
        if self.short is not None:
            return self.short(answers, book, day)
        noun = QUESTIONS[self.keys[0]].noun if self.keys else "this"
        return f"{noun} is {self.answered(answers, book)} and must be {filled(self.needs, book)}"


def limit_of(book: Book, parameter: str, *, scaled: bool) -> int:
    """Return a limit in the unit of the answers: hundredths for percents, else the whole number."""
    value = book[parameter]
    if isinstance(value, int):
        return value * HUNDRED if scaled else value
    return hundredths(str(value)) if scaled else int(str(value))


def at_least(  # noqa: PLR0913 - by name
    key: str,
    parameter: str,
    *,
    needs: str,
    mend: Mend | None = None,
    scaled: bool = False,
    assumes: tuple[str, ...] = (),
    short: Short | None = None,
) -> Condition:
    """Return the condition that an answer is at least a parameter's value; met where no value is published."""
    test, cases = _compared(key, parameter, scaled=scaled, most=False)
    return Condition(
        rule=parameter,
        keys=(key,),
        facts=(parameter,),
        test=test,
        needs=needs,
        cases=cases,
        mend=mend,
        assumes=assumes,
        short=short,
    )


def at_most(
    key: str, parameter: str, *, needs: str, short: Short | None = None, assumes: tuple[str, ...] = ()
) -> Condition:
    """Return the condition that a whole number is at most a parameter's value; met where no value is published."""
    test, cases = _compared(key, parameter, scaled=False, most=True)
    return Condition(
        rule=parameter,
        keys=(key,),
        facts=(parameter,),
        test=test,
        needs=needs,
        cases=cases,
        assumes=assumes,
        short=short,
    )


def _compared(key: str, parameter: str, *, scaled: bool, most: bool) -> tuple[Test, Cases]:
    """Return the test and the cases of an answer against a limit: the most that is allowed, or the least."""

    def test(answers: Answers, book: Book, _day: date) -> Say:
        if parameter not in book.values:
            return YES
        if key not in answers:
            return (key,)
        limit = limit_of(book, parameter, scaled=scaled)
        return YES if (answers[key] <= limit if most else answers[key] >= limit) else NO

    def cases(book: Book) -> tuple[Case, ...]:
        if parameter not in book.values:
            return (Case("any", YES, {}),)
        limit = limit_of(book, parameter, scaled=scaled)
        at = QUESTIONS[key].kind.shown(limit)
        met, failed, beyond = (
            (f"{at} or fewer", f"more than {at}", limit + 1)
            if most
            else (f"{at} or more", f"less than {at}", limit - 1)
        )
        return Case(met, YES, {key: limit}), Case(failed, NO, {key: beyond}), Case("not known", (key,), {})

    return test, cases


def one_of(  # noqa: PLR0913 - by name
    key: str,
    rule: str,
    says: Mapping[str, Say | Callable[[Book], Say]],
    *,
    needs: str,
    facts: tuple[str, ...] = (),
    mend: Mend | None = None,
    short: Short | None = None,
) -> Condition:
    """Return the condition that a choice decides by a table; a table's entry may ask the book."""

    def said(value: str, book: Book) -> Say:
        entry = says[value]
        return entry(book) if callable(entry) else entry

    def test(answers: Answers, book: Book, _day: date) -> Say:
        return said(answers[key], book) if key in answers else (key,)

    def cases(book: Book) -> tuple[Case, ...]:
        label = QUESTIONS[key].kind.shown
        return (
            *(Case(label(value), said(value, book), {key: value}) for value in says),
            Case("not known", (key,), {}),
        )

    return Condition(rule=rule, keys=(key,), facts=facts, test=test, needs=needs, cases=cases, mend=mend, short=short)


def flag(parameter: str, *, needs: str, short: str) -> Condition:
    """Return the condition that a rule holds at the partner; it reads no answer."""

    def says(book: Book) -> Say:
        return YES if book.values.get(parameter) else NOT_COVERED

    return Condition(
        rule=parameter,
        keys=(),
        facts=(parameter,),
        test=lambda _answers, book, _day: says(book),
        needs=needs,
        short=lambda _answers, _book, _day: short,
        cases=lambda book: (Case("any", says(book), {}),),
    )
