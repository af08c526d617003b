"""Auditor upkeep: does the auditor's certification hold?"""

from collections.abc import Iterable
from datetime import date

from cor_calc.dates import FIRST, LAST, MONTHS_A_YEAR, add_days, add_months, in_words
from cor_calc.engine.check import Check, Result, Step
from cor_calc.engine.conditions import NO, NOT_COVERED, TIME, YES, Case, Condition, Say
from cor_calc.engine.judging import DateRule, Found, Subject
from cor_calc.engine.questions import NOT_YET, Answers
from cor_calc.law import Book

STARTED, REFRESHER, AUDITS = "auditor_certified_on", "refresher_on", "audits"
CYCLE, NUMBER = "auditor-upkeep-cycle", "auditor-upkeep-audits"
_EXAMPLE = {STARTED: FIRST}
_RUNNING = {STARTED: LAST}


def cycle_ends(answers: Answers, book: Book) -> date:
    """Return the last day of the auditor's cycle; its first day is known."""
    return add_months(answers[STARTED], MONTHS_A_YEAR * book.number(CYCLE))


def _within(day: object, answers: Answers, book: Book) -> bool:
    return isinstance(day, date) and answers[STARTED] < day <= cycle_ends(answers, book)


def needed(book: Book, day: date) -> tuple[int, bool]:
    """Return how many audits a cycle needs, and whether the partner publishes that; else the most that any asks for."""
    fact = book.get(NUMBER)
    if fact is not None:
        return fact.number, True
    numbers = [other.facts[NUMBER].number for other, _ in book.law.grouped(day, (NUMBER,)) if NUMBER in other.facts]
    return max(numbers), False


# ─── Refresher ───


def _refresher(answers: Answers, book: Book, day: date) -> Say:
    if REFRESHER not in answers:
        return (REFRESHER,)
    if _within(answers[REFRESHER], answers, book):
        return YES
    return TIME if day <= cycle_ends(answers, book) else NO


def _refresher_cases(book: Book) -> tuple[Case, ...]:
    return (
        Case("taken within the cycle", YES, {**_EXAMPLE, REFRESHER: cycle_ends(_EXAMPLE, book)}),
        Case("not taken, and the cycle runs", TIME, {**_RUNNING, REFRESHER: NOT_YET}),
        Case("not taken within the cycle, which is over", NO, {**_EXAMPLE, REFRESHER: NOT_YET}),
        Case("not known", (REFRESHER,), _EXAMPLE),
    )


REFRESHED = Condition(
    rule="auditor-refresher",
    keys=(REFRESHER,),
    facts=("auditor-refresher", CYCLE),
    test=_refresher,
    needs="a refresher within the cycle",
    cases=_refresher_cases,
    short=lambda _answers, _book, _day: "no refresher was taken within the cycle",
)


# ─── Audits ───


def _audits(answers: Answers, book: Book, day: date) -> Say:
    if AUDITS not in answers:
        return (AUDITS,)
    number, published = needed(book, day)
    done = sum(_within(audit, answers, book) for audit in answers[AUDITS])
    if done >= number:
        return YES
    if done + answers[AUDITS].count(None) >= number:
        return (AUDITS,)
    if day <= cycle_ends(answers, book):
        return TIME
    return NO if published else NOT_COVERED


def _audits_cases(book: Book) -> tuple[Case, ...]:
    number, published = needed(book, book.since)
    inside = add_days(_EXAMPLE[STARTED], 1)
    enough = (inside,) * number
    return (
        Case(f"{number} or more within the cycle", YES, {**_EXAMPLE, AUDITS: enough}),
        Case("fewer, and the cycle runs", TIME, {**_RUNNING, AUDITS: ()}),
        Case("fewer, and the cycle is over", NO if published else NOT_COVERED, {**_EXAMPLE, AUDITS: enough[1:]}),
        Case("not known", (AUDITS,), _EXAMPLE),
    )


def _audits_short(answers: Answers, book: Book, day: date) -> str:
    number, published = needed(book, day)
    done = sum(_within(audit, answers, book) for audit in answers[AUDITS])
    was = f"{done} {'audit was' if done == 1 else 'audits were'} done within the cycle"
    return (
        f"{was} and {number} {'is' if number == 1 else 'are'} needed"
        if published
        else f"{was}; the number needed is not published"
    )


ENOUGH = Condition(
    rule=NUMBER,
    keys=(AUDITS,),
    facts=(NUMBER, CYCLE),
    test=_audits,
    needs="at least {auditor-upkeep-audits}",
    cases=_audits_cases,
    short=_audits_short,
)


def _stage(_answers: Answers, _book: Book, _day: date, _says: tuple[Say, ...], say: Say) -> str | None:
    return {NO: "missed", YES: "done", TIME: "running"}.get(say)


def _ends(answers: Answers, book: Book, _day: date) -> Found | None:
    return (cycle_ends(answers, book), (CYCLE,)) if STARTED in answers else None


ENDS = DateRule(name="cycle_ends_on", label="The auditor’s cycle ends", calc=_ends, ends=True, facts=(CYCLE,))
SUBJECT = Subject(
    name="auditor_certification",
    words="the auditor’s certification",
    conditions=(REFRESHED, ENOUGH),
    dates=(ENDS,),
    first=(STARTED,),
    stage=_stage,
)


def headline(result: Result) -> str | None:
    """Return where the auditor's cycle stands."""
    ends = result.date("cycle_ends_on")
    if ends is None:
        return None
    if result.verdict == YES:
        return f"Yes: on these answers the cycle that ends on {in_words(ends)} is complete."
    if result.tone == "running":
        return f"Still running: what is missing can be done until {in_words(ends)}."
    return None


def steps(result: Result) -> Iterable[Step]:
    """Yield what to do next."""
    if result.verdict != YES:
        yield Step("Ask your certifying partner what its auditors must do", result.partner_page)
    yield Step("Read what keeps an auditor certified", "auditors/keeping/")


CHECK = Check(
    name="auditor-upkeep",
    title="Does the auditor’s certification hold?",
    summary="Check an auditor’s cycle: the refresher, the audits, and the day on which it ends.",
    keys=("partner", STARTED, REFRESHER, AUDITS),
    subjects=lambda _law, _day: (SUBJECT,),
    headline=headline,
    steps=steps,
    past=(STARTED, REFRESHER, AUDITS),
    drawing="timeline",
)
