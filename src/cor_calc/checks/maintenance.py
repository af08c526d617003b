"""Maintenance: does this one audit count for its year?"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from cor_calc.checks.certificate_years import (
    AFTER_EXPIRY,
    AUDITED,
    CERTIFICATE,
    CERTIFIED,
    DATES,
    MAINTENANCE,
    ONE_YEAR,
    STANDARD,
    assumed,
    done,
    due_words,
    first_day_of_year_1,
    latest_of,
    note_contradictions,
    ordinal,
    sent_in,
    sent_in_to,
    stage_of,
    year_of,
    years,
)
from cor_calc.dates import add_days, in_words
from cor_calc.engine import notices
from cor_calc.engine.check import Check, Notice, Result, Step
from cor_calc.engine.conditions import NO, NOT_COVERED, YES, Case, Condition, Say, at_least, limit_of, one_of
from cor_calc.engine.judging import Subject
from cor_calc.engine.questions import Answers, shown
from cor_calc.engine.words import listed_questions
from cor_calc.law import Book
from cor_calc.numbers import WHOLE, listed

ENDED, ASSESSOR, SCORE = "maintenance_audit_ended", "maintenance_assessor", "maintenance_score"


# ─── Timing ───


def _timing(answers: Answers, book: Book, _day: date) -> Say:
    unknown = tuple([key for key in (CERTIFIED, ENDED) if key not in answers])
    if unknown:
        return unknown
    year = year_of(answers, book, answers[ENDED])
    latest = latest_of(answers, book, year) if year else None
    return YES if latest is not None and answers[ENDED] <= latest else NO


def _timing_cases(book: Book) -> tuple[Case, ...]:
    certified = date(2025, 6, 15)
    known = {CERTIFIED: certified, CERTIFICATE: STANDARD}
    last = [day for year in years(book) if (day := latest_of(known, book, year)) is not None]
    by = book.facts["maintenance-due-latest"].shown()
    inside = f"in year {listed([str(year) for year in years(book)], 'or')} of maintenance"
    return (
        Case(f"{inside}, by {by}", YES, {**known, ENDED: last[0]}),
        Case(f"{inside}, after {by}", NO, {**known, ENDED: add_days(last[-1], 1)}),
        Case("in another year, or not after the certificate’s date", NO, {**known, ENDED: certified}),
        Case("not known", (CERTIFIED, ENDED), {}),
    )


def _timing_short(answers: Answers, book: Book, day: date) -> str:
    audit = answers[ENDED]
    year = year_of(answers, book, audit)
    latest = latest_of(answers, book, year) if year else None
    ended = f"the audit {'ended' if audit < day else 'ends'} on {in_words(audit)}"
    if latest is not None:
        must = "had to" if latest < day else "must"
        last = f"be {due_words(book, latest)}, with its field work done before that day"
        return f"{ended} and {must} {last if sent_in_to(book) else f'end by {in_words(latest)}'}"
    first = first_day_of_year_1(answers)
    if audit < first:
        return f"{ended} and counts only from {in_words(first)} on"
    if year is not None:
        return f"{ended}, and for {audit.year} no maintenance audit is asked for"
    last = ordinal(book.number("maintenance-years"))
    return f"{ended}, after the {last} year of maintenance"


def _timing_mend(answers: Answers, book: Book, day: date) -> dict[str, tuple[Any, date | None]] | None:
    """Return another day for the audit, never in the past; None where no day would do."""
    audit = answers.get(ENDED)
    if audit is None:
        return {}
    then = _another_day(answers, book, day, audit)
    if then is None:
        return None
    if then == audit:
        return {}
    return {ENDED: (then, then)} if then >= day else None  # whether that day counts is judged once it is proposed


def _another_day(answers: Answers, book: Book, day: date, audit: date) -> date | None:
    if CERTIFIED not in answers:
        return max(audit, day)
    first = first_day_of_year_1(answers)
    if audit < first:
        return max(day, first)
    year = year_of(answers, book, audit)
    latest = latest_of(answers, book, year) if year else None
    if latest is None:
        ends = [each for k in years(book) if (each := latest_of(answers, book, k)) is not None and each >= day]
        return ends[-1] if ends else None
    return latest if audit > latest else max(audit, day)


TIMING = Condition(
    rule="maintenance-due-latest",
    keys=(CERTIFIED, ENDED),
    facts=("maintenance-due-latest", "maintenance-years"),
    test=_timing,
    needs="in a year of maintenance, by {maintenance-due-latest}",
    cases=_timing_cases,
    short=_timing_short,
    mend=_timing_mend,
    mends_past=True,
    answer=lambda answers, _book: shown(ENDED, answers),
    assumes=("maintenance-year-counted-from",),
)
KIND = one_of(
    CERTIFICATE,
    "one-year-renewed",
    {STANDARD: YES, ONE_YEAR: NO},
    needs="a standard certificate",
    short=lambda _answers, _book, _day: (
        "a one-year certificate is renewed by a new certification audit, not maintained"
    ),
)
WHO = one_of(
    ASSESSOR,
    "maintenance-assessor",
    {"external_auditor": YES, "internal_auditor": YES, "candidate_auditor": YES, "other": NO},
    needs="an external, internal or candidate auditor",
    mend=lambda _answers, _book, _day: {ASSESSOR: ("internal_auditor", None)},
    short=lambda _answers, _book, _day: "the audit must be done by an external, internal or candidate auditor",
)
MARK = at_least(
    SCORE,
    "maintenance-pass-mark",
    needs="at least {maintenance-pass-mark} overall",
    mend=lambda _answers, book, _day: {SCORE: (limit_of(book, "maintenance-pass-mark", scaled=True), None)},
    scaled=True,
    assumes=("scores-not-rounded", "audit-accepted"),
)
PROGRAM = one_of(
    "program",
    "secor-maintenance-pass-mark",
    {"cor": YES, "secor": NOT_COVERED},
    needs="a published pass mark",
)


def _stage(answers: Answers, book: Book, _day: date, _says: tuple[Say, ...], _say: Say) -> str | None:
    if CERTIFIED not in answers or ENDED not in answers:
        return None
    return stage_of(year_of(answers, book, answers[ENDED]))


def _told_by_yes(answers: Answers, book: Book, day: date) -> Answers:
    """Return the answers, with an audit that counts and has ended as the accepted one of its year."""
    audit: date = answers[ENDED]
    year = year_of(answers, book, audit)
    if year not in MAINTENANCE or audit > day or done(answers, book, year):
        return answers
    return {**answers, MAINTENANCE[year]: audit}


SUBJECT = Subject(
    name="maintenance",
    words="this maintenance audit",
    conditions=(KIND, TIMING, WHO, MARK),
    dates=DATES,
    scope=PROGRAM,
    stage=_stage,
    told_by_yes=_told_by_yes,
)


# ─── Words ───


def headline(result: Result) -> str | None:
    """Return the answer for a yes, for a SECOR, and for a certificate that no maintenance audit keeps."""
    if result.decision.scope == NOT_COVERED:
        return (
            "Not published: no page that we read gives the pass mark of a SECOR maintenance audit. "
            "Ask your certifying partner for it before you send the audit in."
        )
    if result.verdict == YES:
        audit: date = result.answers[ENDED]
        year = year_of(result.answers, result.book, audit) or 0
        what = f"the {ordinal(year)} maintenance audit, for {audit.year}"
        latest = latest_of(result.answers, result.book, year)
        if latest is None or not sent_in_to(result.book):
            return f"Yes: on these answers it counts as {what}.{_where_sent_in(result, year)}"
        if audit == latest >= result.day:
            return (
                f"Yes, as {what}, but only if it is {due_words(result.book, latest)}. "
                "Field work that ends on that day is too late for that: end it earlier."
            )
        verb = "is" if latest >= result.day else "was"
        return f"Yes: on these answers it counts as {what}, if it {verb} {due_words(result.book, latest)}."
    if result.verdict == NO and result.answers.get(CERTIFICATE) == ONE_YEAR:
        return f"No for {result.subject.words}: {KIND.shortfall(result.answers, result.book, result.day)}."
    if result.verdict == NO and not result.changes and (expiry := _expired(result)):
        over = f"your certificate expired on {in_words(expiry)}, so nothing is left to maintain"
        return f"No for {result.subject.words}: {over}."
    latest = _last_day(result)
    if result.tone == "open" and latest and result.answers[ENDED] == latest >= result.day and sent_in_to(result.book):
        return (
            f"Still open for {result.subject.words}. What decides it: {listed_questions(result.decision.open)}. "
            f"Field work that ends on its last day is too late: the audit must be {due_words(result.book, latest)}."
        )
    return None


def _expired(result: Result) -> date | None:
    """Return the day on which the certificate expired, None while it has not."""
    expiry = result.date("expires_on")
    return expiry if expiry is not None and expiry < result.day else None


def _where_sent_in(result: Result, year: int) -> str:
    """Return at which partners the day is the one to send the audit in by, while the partner is not known."""
    if result.partner:
        return ""
    books = [result.law.on(result.day, partner) for partner in result.law.partners]
    said = [
        due_words(book, latest)
        for book in books
        if sent_in_to(book) and (latest := latest_of(result.answers, book, year)) is not None
    ]
    return (
        f" It must be {listed(said, 'or')}, with its field work done before, if that is your partner." if said else ""
    )


def steps(result: Result) -> Iterable[Step]:
    """Yield what to do next."""
    one_year = result.answers.get(CERTIFICATE) == ONE_YEAR
    if one_year:
        yield Step("Check what the renewal audit needs", "check/certification/")
    elif _expired(result):
        yield from AFTER_EXPIRY
    if result.verdict == NOT_COVERED:
        yield Step("Ask your certifying partner for the SECOR pass mark", result.partner_page)
    elif result.verdict != YES and not one_year and not _expired(result):
        yield Step("See what may replace the audit at your partner", "check/alternatives/")
    yield Step("See whether the whole certificate is safe", "check/cycle/")
    yield Step("Put all dates into your calendar", "check/plan/")


def _notices(answers: Answers, results: tuple[Result, ...]) -> Iterable[Notice]:
    (result,) = results
    if SCORE in answers and result.decision.scope != NOT_COVERED:
        near = (("the score", answers[SCORE], WHOLE, limit_of(result.book, "maintenance-pass-mark", scaled=True)),)
        yield from notices.near_line(near, result.book)
    yield from notices.looks_like_fraction([("the score", answers.get(SCORE))])
    if result.verdict == YES:
        due = result.date(f"{result.decision.stage}_by")
        if due is not None and answers[ENDED] > due:
            ended, was = ("ended", "was") if answers[ENDED] < result.day else ("ends", "is")
            late = f"It {ended} after {in_words(due)}, by which it {was} due."
            text = f"{late} Ask your certifying partner whether it is in time."
            yield Notice("may_be_late", text)
    yield from sent_in(result, _last_day(result))
    yield from notices.audit_year(answers, result.book)
    yield from notices.expired(results, result.day)
    if result.verdict == YES:
        other = next(year for year in MAINTENANCE if stage_of(year) != result.decision.stage)
        if any(latest_of(answers, book, other) for book, _, _ in result.decision.groups):
            text = f"This answers for one audit. The {ordinal(other)} year’s audit is needed as well."
            yield Notice("other_year", text)


def _last_day(result: Result) -> date | None:
    """Return the last day of the year that the audit is in, None where it is in none."""
    answers = result.answers
    if answers.get(CERTIFICATE) != STANDARD or CERTIFIED not in answers or ENDED not in answers:
        return None
    year = year_of(answers, result.book, answers[ENDED])
    return latest_of(answers, result.book, year) if year else None


CHECK = Check(
    name="maintenance",
    title="Does this maintenance audit count?",
    summary="Check one maintenance audit: its day, who does it and its score.",
    keys=("partner", "program", CERTIFICATE, CERTIFIED, AUDITED, ENDED, ASSESSOR, SCORE),
    subjects=lambda _law, _day: (SUBJECT,),
    headline=headline,
    steps=steps,
    contradictions=note_contradictions,
    notices=_notices,
    assumes=lambda result: assumed(result.answers),
    drawing="cycle",
)
