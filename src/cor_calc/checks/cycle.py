"""Cycle: is our certificate safe, and what is next?"""

from collections.abc import Iterable
from datetime import date

from cor_calc.checks import maintenance
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
    calendar_year,
    done,
    due_words,
    expires,
    latest_of,
    month_is_safer,
    more_time,
    next_latest,
    note_contradictions,
    ordinal,
    sent_in,
    sent_in_to,
    stage_of,
    year_of,
)
from cor_calc.checks.certification import SINCE, standard_audit_from
from cor_calc.dates import FIRST, LAST, MONTHS_A_YEAR, add_days, add_months, in_words
from cor_calc.engine import notices
from cor_calc.engine.check import Check, Notice, Result, Step
from cor_calc.engine.conditions import NO, YES, Case, Condition, Say
from cor_calc.engine.headlines import whom
from cor_calc.engine.judging import PARTNER, DateRule, Found, Subject
from cor_calc.engine.questions import NOT_YET, Answers, shown
from cor_calc.law import Book

_EXAMPLE = {CERTIFICATE: STANDARD, CERTIFIED: date(2025, 6, 15)}


# ─── The certificate still holds ───


def _holds(answers: Answers, book: Book, day: date) -> Say:
    found = expires(answers, book, day)
    return NO if found is not None and day > found[0] else YES


def _holds_cases(_book: Book) -> tuple[Case, ...]:
    return (
        Case("today is not after its last day", YES, {**_EXAMPLE, CERTIFIED: LAST}),
        Case("today is after its last day", NO, {**_EXAMPLE, CERTIFIED: FIRST}),
    )


HOLDS = Condition(
    rule="certificate-last-day",
    keys=(CERTIFICATE, CERTIFIED),
    facts=("standard-certificate-years", "one-year-certificate-years", "certificate-last-day"),
    test=_holds,
    needs="a certificate that has not expired",
    cases=_holds_cases,
    answer=lambda answers, _book: shown(CERTIFIED, answers),
    statement=(
        "The certificate has not expired. A standard one holds for {standard-certificate-years}, a one-year one for "
        "{one-year-certificate-years}; we take it as still valid on its last day."
    ),
)


# ─── Each year of maintenance ───


def _year(year: int) -> Condition:
    key = MAINTENANCE[year]

    def test(answers: Answers, book: Book, day: date) -> Say:
        latest = latest_of(answers, book, year) if answers[CERTIFICATE] == STANDARD else None
        if latest is None or day <= latest or done(answers, book, year):
            return YES
        return NO if key in answers else (key,)

    def cases(_book: Book) -> tuple[Case, ...]:
        old = {CERTIFICATE: STANDARD, CERTIFIED: FIRST}
        return (
            Case("accepted in its year, by its last day", YES, {**old, key: add_months(FIRST, MONTHS_A_YEAR * year)}),
            Case("its last day has not passed", YES, {**_EXAMPLE, CERTIFIED: LAST, key: NOT_YET}),
            Case("not accepted by its last day", NO, {**old, key: NOT_YET}),
            Case("not known, and its last day has passed", (key,), old),
        )

    return Condition(
        rule="maintenance-due-latest",
        keys=(key,),
        facts=("maintenance-due-latest", "maintenance-years"),
        test=test,
        needs="accepted in its year, by {maintenance-due-latest}",
        cases=cases,
        short=lambda answers, book, _day: _missed(answers, book, year),
        statement=(
            f"A standard certificate needs its {ordinal(year)} maintenance audit accepted in its calendar year. "
            "The last day, at some partners to send it in: {maintenance-due-latest}."
        ),
        assumes=("maintenance-year-counted-from", "maintenance-by-your-word"),
    )


def _missed(answers: Answers, book: Book, year: int) -> str:
    latest = latest_of(answers, book, year)
    if latest is None:
        return ""
    last = f"had to be {due_words(book, latest)}" if sent_in_to(book) else f"was due by {in_words(latest)}"
    return f"the {ordinal(year)} maintenance audit {last}"


YEARS = {year: _year(year) for year in MAINTENANCE}


def _stage(answers: Answers, book: Book, day: date, _says: tuple[Say, ...], say: Say) -> str | None:
    if say == NO:
        return "expired" if _holds(answers, book, day) == NO else "missed"
    if say != YES:
        return None
    if answers[CERTIFICATE] == STANDARD:
        for year, key in MAINTENANCE.items():
            if latest_of(answers, book, year) is not None and not done(answers, book, year):
                return stage_of(year) if key in answers else None
    return "recertification"


# ─── Dates ───


def recertification_field_work_by(answers: Answers, book: Book, day: date) -> Found | None:
    """Return the last day of field work that leaves the report its days before the certificate expires."""
    found = expires(answers, book, day)
    return None if found is None else (add_days(found[0], -book.number("report-days")), ("recertification-report",))


def _renewal_from(answers: Answers, book: Book, day: date) -> Found | None:
    return standard_audit_from(answers, book, day) if answers.get(CERTIFICATE) == ONE_YEAR else None


RECERTIFY = DateRule(
    name="recertification_field_work_by",
    label="Recertification: last day of field work",
    calc=recertification_field_work_by,
    facts=("report-days", "recertification-report", "standard-certificate-years", "one-year-certificate-years"),
)
RENEWAL = DateRule(
    name="standard_audit_from",
    kind="from",
    label="Audit for a standard certificate",
    calc=_renewal_from,
    facts=("documentation-standard",),
    assumes=("documentation-counted-back",),
)
SUBJECT = Subject(
    name="certificate",
    words="your certificate",
    conditions=(HOLDS, *YEARS.values()),
    dates=(*DATES, RECERTIFY, RENEWAL),
    first=(CERTIFICATE, CERTIFIED),
    stage=_stage,
)


# ─── Words ───


def headline(result: Result) -> str | None:
    """Return where the certificate stands and what comes next, with its day."""
    expiry, stage = result.date("expires_on"), result.decision.stage
    if stage == "expired" and expiry:
        return f"Your certificate expired on {in_words(expiry)}. You need a new certification audit."
    if stage == "missed":
        missed = "; ".join(_all_missed(result))
        return f"Not safe: {missed}. A missed audit can end the certificate. Call your certifying partner today."
    if result.verdict != YES or expiry is None:
        return None
    until = f"Your certificate holds until {in_words(expiry)}."
    by, latest = result.date(f"{stage}_by"), result.date(f"{stage}_latest")
    if by:
        which = next(ordinal(year) for year in MAINTENANCE if stage == stage_of(year))
        if by < result.day:
            return f"Safe today, but overdue: the {which} maintenance audit {_was_due(result, by, latest)} {until}"
        when = f"{due_words(result.book, by)}{_at_the_latest(result, latest)}"
        lead = "Still to do this year" if (latest or by).year == result.day.year else "Next"
        return f"Safe today. {lead}: the {which} maintenance audit, {when}.{_more_time(result, by)} {until}"
    if stage == "recertification":
        field = result.date("recertification_field_work_by") or expiry
        what = "renewal" if result.answers[CERTIFICATE] == ONE_YEAR else "recertification"
        if field < result.day:
            return f"Safe today, but late: book the {what} audit now. {until}"
        last = (
            f"with its field work done by {in_words(field)} at the very latest: corrections and the review come on top"
        )
        return f"Safe today. Next: the {what} audit, {last}. {until}"
    return f"Safe today. {_asks(result)} {until}"


def _asks(result: Result) -> str:
    """Return what is next by what has been entered: the first maintenance audit that is not known, with its day."""
    year = next(year for year, key in MAINTENANCE.items() if key not in result.answers)
    by, latest = result.date(f"{MAINTENANCE[year]}_by"), result.date(f"{MAINTENANCE[year]}_latest")
    which = f"the {ordinal(year)} maintenance audit"
    if by is None or by < result.day:
        return f"Enter {which} to see what is next."
    late = _at_the_latest(result, latest)
    return f"Next, unless it has been accepted: {which}, {due_words(result.book, by)}{late}.{_more_time(result, by)}"


def _at_the_latest(result: Result, latest: date | None) -> str:
    if latest is None:
        return ""
    words = ", at the latest by" if result.partner else "; the latest that any partner allows is"
    return f"{words} {in_words(latest)}"


def _was_due(result: Result, by: date, latest: date | None) -> str:
    """Return by when an audit was due, whose later last day there is, and whom to call."""
    due = f"was due by {in_words(by)}"
    if latest is None:
        return f"{due}. Call {whom(result)} today."
    if result.stands_in("maintenance-due-latest"):
        short = result.law.partners[str(result.partner)].short
        last = f"{short} publishes no later last day, and the general one is {in_words(latest)}"
    elif result.partner:
        last = f"Its last day is {in_words(latest)}"
    else:
        last = f"The latest last day of any partner is {in_words(latest)}"
    return f"{due}. {last}: call {whom(result)} today."


def _more_time(result: Result, by: date) -> str:
    """Return whom to ask for more time where none is left until a day than a report may take."""
    presses = by <= add_days(result.day, result.book.number("report-days"))
    return more_time(result, by, "before that day") if presses else ""


def _all_missed(result: Result) -> Iterable[str]:
    """Yield each year that was missed, with its last day: where partners differ, the latest of all."""
    for year, condition in YEARS.items():
        place = result.subject.conditions.index(condition)
        books = [book for book, _, judged in result.decision.groups if judged.says[place] == NO]
        ends = {latest for book in books if (latest := latest_of(result.answers, book, year)) is not None}
        if len(ends) == 1:
            yield _missed(result.answers, books[0], year)
        elif ends:
            last = in_words(max(ends))
            yield f"the last day of the {ordinal(year)} maintenance audit at any partner was {last}"
        yield from _not_in_its_year(result, year)


def _not_in_its_year(result: Result, year: int) -> Iterable[str]:
    """Yield that an audit which was entered for a year does not count for it, and why."""
    given, answers = result.answers.get(MAINTENANCE[year]), result.answers
    asked = any(latest_of(answers, book, year) for book, _, _ in result.decision.groups)
    if answers.get(CERTIFICATE) != STANDARD or CERTIFIED not in answers or not isinstance(given, date) or not asked:
        return
    if year_of(answers, result.book, given) != year:
        counts = f"only in {calendar_year(answers, year)} and after the date on the certificate"
        yield f"an audit counts as the {ordinal(year)} maintenance audit {counts}, and you entered {in_words(given)}"


def steps(result: Result) -> Iterable[Step]:
    """Yield what to do next."""
    stage, standard = result.decision.stage, result.answers.get(CERTIFICATE) == STANDARD
    if stage == "expired":
        yield from AFTER_EXPIRY
        yield Step(f"Ask {whom(result)}", result.partner_page)
    elif stage == "missed":
        yield Step("What to do when a year was missed", "employers/missed-year/")
        yield Step(f"Ask {whom(result)}", result.partner_page)
    elif stage in MAINTENANCE.values() or (stage is None and standard and result.verdict == YES):
        yield Step("Check the audit that you plan: its day, who may do it, and with which score", "check/maintenance/")
        yield Step("See what may replace the audit at your partner", "check/alternatives/")
    elif stage == "recertification":
        yield Step("Plan the recertification audit", "employers/recertification/")
        yield Step("Check that your auditor is independent", "check/independence/")
    elif PARTNER in result.decision.open:
        yield Step("See what each certifying partner says", result.partner_page)
    yield Step("Put all dates into your calendar", "check/plan/")


def _notices(answers: Answers, results: tuple[Result, ...]) -> Iterable[Notice]:
    (result,) = results
    yield from sent_in(result, next_latest(result))
    yield from notices.audit_year(answers, result.book)
    yield from notices.expired(results, result.day)
    yield from month_is_safer(result)
    elsewhere = [said for year in MAINTENANCE for said in _not_in_its_year(result, year)]
    if elsewhere and result.verdict == YES:
        yield Notice("not_in_its_year", f"Check the dates: {'; '.join(elsewhere)}.")
    field, expiry = result.date("recertification_field_work_by"), result.date("expires_on")
    if field and expiry and field < result.day <= expiry:
        text = (
            f"The report needs its time before {in_words(expiry)}. Call your certifying partner and your auditor today."
        )
        yield Notice("recertify_now", text)


CHECK = Check(
    name="cycle",
    title="Is your certificate safe?",
    summary="See where your certificate stands, what is done, due or missed, and what comes next.",
    keys=("partner", CERTIFICATE, CERTIFIED, AUDITED, *MAINTENANCE.values(), SINCE),
    subjects=lambda _law, _day: (SUBJECT,),
    headline=headline,
    steps=steps,
    past=(CERTIFIED, *MAINTENANCE.values()),
    ahead=dict.fromkeys(
        MAINTENANCE.values(),
        f"If it is only planned, answer “Not yet” here, and check its day under “{maintenance.CHECK.title}”.",
    ),
    contradictions=note_contradictions,
    notices=_notices,
    assumes=lambda result: assumed(result.answers),
    drawing="cycle",
)
