"""Plan: the dates ahead, from whatever days are known."""

from collections.abc import Iterable
from datetime import date

from cor_calc.checks.certificate_years import (
    AUDITED,
    CERTIFICATE,
    CERTIFIED,
    DATES,
    assumed,
    due_words,
    month_is_safer,
    next_latest,
    note_contradictions,
    sent_in,
    sent_in_to,
    term,
)
from cor_calc.checks.certification import ONE_YEAR_FROM, SINCE, STANDARD_FROM
from cor_calc.checks.independence import free_from
from cor_calc.checks.internal_auditor import MODULE_12, QUALIFYING, audit_sent_in, counted_two_ways
from cor_calc.dates import add_days, in_words
from cor_calc.engine import notices
from cor_calc.engine.check import Check, Notice, Result, Step
from cor_calc.engine.judging import DateRule, Found, Subject
from cor_calc.engine.questions import Answers
from cor_calc.engine.tenses import next_dates
from cor_calc.engine.words import capital
from cor_calc.law import Book

LAST_LINK, STARTED, ENDED, ASKED = "last_link_ended", "field_work_started", "field_work_ended", "corrections_asked_on"


def _independent_from(answers: Answers, book: Book, _day: date) -> Found | None:
    return (free_from(answers[LAST_LINK], book), ("independence-period",)) if LAST_LINK in answers else None


def field_work_by(answers: Answers, book: Book, _day: date) -> Found | None:
    """Return the last day of the field work: days from its start, and at some partners the end of that year."""
    if STARTED not in answers or "program" not in answers:
        return None
    start: date = answers[STARTED]
    if answers["program"] == "secor":
        return add_days(start, book.number("field-work-days-secor")), ("field-work-days-secor",)
    return _cut(
        start, add_days(start, book.number("field-work-days-cor")), "field-work-days-cor", "field-work-year-end", book
    )


def report_by(answers: Answers, book: Book, _day: date) -> Found | None:
    """Return the last day of the report: days from the end of the field work, and at one partner a day of that year."""
    if ENDED not in answers:
        return None
    end: date = answers[ENDED]
    return _cut(end, add_days(end, book.number("report-days")), "report-days", "report-year-end", book)


def _cut(start: date, then: date, rule: str, year_end: str, book: Book) -> Found:
    """Return the earlier of a day and of a partner's last day of the year, where the clock started before that."""
    terms = book.values.get(year_end)
    if isinstance(terms, tuple):
        last = term(terms, start.year, start)
        if start <= last < then:
            return last, (year_end, rule)
    return then, (rule, year_end)


def _field_work_done(answers: Answers, _book: Book, then: date, _day: date) -> str | None:
    """Return whether the field work ended in time, once its end is known."""
    if ENDED not in answers:
        return None
    return "done" if answers[ENDED] <= then else "missed"


def _corrections_by(answers: Answers, book: Book, _day: date) -> Found | None:
    return (
        (add_days(answers[ASKED], book.number("correction-days")), ("correction-days",)) if ASKED in answers else None
    )


INDEPENDENT = DateRule(
    name="independent_from",
    kind="from",
    label="The auditor is free of ties for an audit",
    calc=_independent_from,
    facts=("independence-period",),
    assumes=("independence-anniversary",),
)
FIELD_WORK = DateRule(
    name="field_work_by",
    label="Field work",
    calc=field_work_by,
    settled=_field_work_done,
    facts=("field-work-days-cor", "field-work-year-end", "field-work-days-secor"),
    latest_name="field_work_latest",
    latest_label="Field work: last day at any partner",
)
REPORT = DateRule(
    name="report_by",
    label="Report: to be sent in",
    calc=report_by,
    facts=("report-days", "report-year-end"),
    latest_name="report_latest",
    latest_label="Report: last day at any partner",
)
CORRECTIONS = DateRule(
    name="corrections_by",
    label="Corrections: to be sent in",
    calc=_corrections_by,
    facts=("correction-days",),
)
SUBJECT = Subject(
    name="plan",
    words="the dates ahead",
    dates=(ONE_YEAR_FROM, STANDARD_FROM, INDEPENDENT, QUALIFYING, *DATES, FIELD_WORK, REPORT, CORRECTIONS),
)


_TOLD = {
    "one_year_audit_from": (
        "an audit for a one-year certificate is possible from {day}",
        "an audit for a one-year certificate has been possible since {day}",
    ),
    "standard_audit_from": (
        "an audit for a standard certificate is possible from {day}",
        "an audit for a standard certificate has been possible since {day}",
    ),
    "independent_from": (
        "the auditor is free of ties for an audit from {day}",
        "the auditor has been free of ties for an audit since {day}",
    ),
    "qualifying_audit_by": (
        "the qualifying audit must be done by {day}",
        "the last day of the qualifying audit was {day}",
    ),
    "qualifying_audit_latest": (
        "the last day of the qualifying audit at any partner is {day}",
        "the last day of the qualifying audit at any partner was {day}",
    ),
    "expires_on": ("the certificate expires on {day}", "the certificate expired on {day}"),
    "first_maintenance_by": (
        "the first maintenance audit is due by {day}",
        "the first maintenance audit was due by {day}",
    ),
    "first_maintenance_latest": (
        "the last day of the first maintenance audit{anyone} is {day}",
        "the last day of the first maintenance audit{anyone} was {day}",
    ),
    "second_maintenance_by": (
        "the second maintenance audit is due by {day}",
        "the second maintenance audit was due by {day}",
    ),
    "second_maintenance_latest": (
        "the last day of the second maintenance audit{anyone} is {day}",
        "the last day of the second maintenance audit{anyone} was {day}",
    ),
    "field_work_by": ("the field work must be done by {day}", "the last day of the field work was {day}"),
    "field_work_latest": (
        "the last day of the field work at any partner is {day}",
        "the last day of the field work at any partner was {day}",
    ),
    "report_by": ("the report must be sent in by {day}", "the last day to send the report in was {day}"),
    "report_latest": (
        "the last day to send the report in at any partner is {day}",
        "the last day to send the report in at any partner was {day}",
    ),
    "corrections_by": (
        "the corrections must be sent in by {day}",
        "the last day to send the corrections in was {day}",
    ),
}
"""Each date as a clause: while it lies ahead, and once its day has come."""


_SENT_IN = {
    "first_maintenance_by": (
        "the first maintenance audit must be {last}",
        "the first maintenance audit had to be {last}",
    ),
    "second_maintenance_by": (
        "the second maintenance audit must be {last}",
        "the second maintenance audit had to be {last}",
    ),
    "qualifying_audit_by": (
        "the qualifying audit must be sent in by {day}",
        "the last day to send the qualifying audit in was {day}",
    ),
}
"""The same at a partner whose day is the one to send the audit in by."""


def _told(name: str, day: date, book: Book) -> tuple[str, str]:
    """Return a date as a clause: while it lies ahead, and once its day has come."""
    sent = audit_sent_in(book) if name == QUALIFYING.name else bool(sent_in_to(book))
    ahead, come = _SENT_IN[name] if sent and name in _SENT_IN else _TOLD[name]
    anyone = "" if book.partner else " at any partner"
    said = {"day": in_words(day), "last": due_words(book, day), "anyone": anyone}
    return ahead.format(**said), come.format(**said)


def headline(result: Result) -> str:
    """Return the next dates, or what is missing for one."""
    expiry = result.date("expires_on")
    if expiry is not None and expiry < result.day:
        return f"The certificate expired on {in_words(expiry)}. You need a new certification audit."
    following = sorted(next_dates(result.dated), key=lambda each: each.day)
    book = result.book
    said = [f"{capital(_told(each.name, each.day, book)[1])}." for each in following if each.tense == "open_since"]
    ahead = [each for each in following if each.tense != "open_since"]
    if ahead:
        said += _overdue(ahead[0].name, result)
        said.append(f"Next: {_told(ahead[0].name, ahead[0].day, book)[0]}.")
    if said:
        return " ".join(said)
    if result.dates:
        last = max(result.dates, key=lambda found: found.day)
        return f"All these days have passed: {_told(last.name, last.day, book)[1]}."
    return _missing(result)


def _overdue(name: str, result: Result) -> list[str]:
    """Return by when an audit was due whose last day is next; [] for everything else."""
    due = f"{name.removesuffix('latest')}by"
    by = result.date(due) if name.endswith("_maintenance_latest") else None
    return [f"{capital(_told(due, by, result.book)[1])}."] if by is not None else []


def _missing(result: Result) -> str:
    if CERTIFIED in result.answers and CERTIFICATE not in result.answers:
        return "Say how long the certificate lasts: then its dates are worked out."
    if STARTED in result.answers:
        return "Say which program it is: then the last day of the field work is worked out."
    return "Enter a day: what follows from it is worked out."


def steps(_result: Result) -> Iterable[Step]:
    """Yield what to do next."""
    yield Step("See whether your certificate is safe", "check/cycle/")
    yield Step("See how to plan an audit backwards from a day", "employers/planning/")


def _notices(answers: Answers, results: tuple[Result, ...]) -> Iterable[Notice]:
    (result,) = results
    yield from sent_in(result, next_latest(result))
    yield from notices.audit_year(answers, result.book)
    yield from notices.expired(results, result.day)
    yield from month_is_safer(result)
    yield from counted_two_ways(result)


CHECK = Check(
    name="plan",
    title="Which dates lie ahead?",
    summary="Work out the dates that follow from the days you know, and put them into your calendar.",
    keys=("partner", "program", CERTIFICATE, SINCE, CERTIFIED, AUDITED, MODULE_12, LAST_LINK, STARTED, ENDED, ASKED),
    subjects=lambda _law, _day: (SUBJECT,),
    headline=headline,
    steps=steps,
    contradictions=note_contradictions,
    notices=_notices,
    assumes=lambda result: assumed(result.answers),
    drawing="timeline",
)
