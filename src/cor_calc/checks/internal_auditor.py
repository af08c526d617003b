"""Internal auditor: was, or will, the qualifying audit be done in time?"""

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from cor_calc.dates import FIRST, LAST, add_days, add_months, in_words
from cor_calc.engine.check import Check, Notice, Result, Step
from cor_calc.engine.conditions import NO, TIME, YES, Case, Condition, Say
from cor_calc.engine.judging import DateRule, Found, Subject
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import NOT_YET, Answers, shown
from cor_calc.law import Book

MODULE_1, MODULE_12, AUDIT = "module_1_completed", "module_12_completed", "audit_completed"
STEPS = {MODULE_1: "module_1", MODULE_12: "module_12", AUDIT: "audit"}
PERIOD = "internal-auditor-period"


def deadline(course: date, book: Book) -> date:
    """Return the last day of the qualifying audit, counted from the day of a course, by the partner's period."""
    fact = book.facts[PERIOD]
    return add_days(course, fact.number) if fact.unit == "days" else add_months(course, fact.number)


def _test(answers: Answers, book: Book, day: date) -> Say:
    first, course, audit = (answers.get(key) for key in STEPS)
    if isinstance(course, date):
        return _after_course(deadline(course, book), audit, day)
    if isinstance(first, date) and isinstance(audit, date) and audit <= deadline(first, book):
        return YES
    start = () if first is not None or isinstance(audit, date) else (MODULE_1,)
    if NOT_YET in {first, course}:
        return start
    return (*start, MODULE_12) if audit is not None else (*start, MODULE_12, AUDIT)


def _after_course(last: date, audit: date | str | None, day: date) -> Say:
    if isinstance(audit, date):
        return YES if audit <= last else NO
    if audit is None:
        return (AUDIT,)
    return NO if day > last else TIME


def _cases(book: Book) -> tuple[Case, ...]:
    course = date(2025, 3, 31)
    last = deadline(course, book)
    by = f"within {book.facts[PERIOD].shown()} of Module 12"
    return (
        Case(f"the audit was done {by}", YES, {MODULE_12: course, AUDIT: last}),
        Case("the audit was done later", NO, {MODULE_12: course, AUDIT: add_days(last, 1)}),
        Case("the audit is not done, and the time is over", NO, {MODULE_12: FIRST, AUDIT: NOT_YET}),
        Case("the audit is not done, and there is time", TIME, {MODULE_12: LAST, AUDIT: NOT_YET}),
        Case("a course is still to come", TIME, {MODULE_1: course, MODULE_12: NOT_YET}),
        Case("nothing known", (MODULE_1, MODULE_12, AUDIT), {}),
    )


def _answer(answers: Answers, _book: Book) -> str | None:
    named = {MODULE_1: "Module 1", MODULE_12: "Module 12", AUDIT: "audit"}
    said = [f"{words}: {shown(key, answers)}" for key, words in named.items() if key in answers]
    return "; ".join(said) or None


def _stage(answers: Answers, _book: Book, _day: date, _says: tuple[Say, ...], say: Say) -> str | None:
    if say in {YES, NO}:
        return "quality_assurance" if say == YES else "missed"
    keys = list(STEPS)
    for place, key in enumerate(keys):
        if answers.get(key) == NOT_YET:
            return STEPS[key]
        if not any(isinstance(answers.get(later), date) for later in keys[place:]):
            return None
    return None


def qualifying_audit(answers: Answers, book: Book, _day: date) -> Found | None:
    """Return the last day of the qualifying audit; None while the day of Module 12 is not known."""
    course = answers.get(MODULE_12)
    return (deadline(course, book), (PERIOD,)) if isinstance(course, date) else None


def _settled(answers: Answers, _book: Book, then: date, _day: date) -> str | None:
    audit = answers.get(AUDIT)
    return ("done" if audit <= then else "missed") if isinstance(audit, date) else None


IN_TIME = Condition(
    rule=PERIOD,
    keys=tuple(STEPS),
    facts=(PERIOD, "internal-auditor-steps"),
    test=_test,
    needs="the audit within {internal-auditor-period} of Module 12",
    cases=_cases,
    answer=_answer,
    assumes=("audit-accepted",),
)


def audit_sent_in(book: Book) -> bool:
    """Return whether the last day is the one by which a partner wants the audit sent in, report included."""
    return bool(book.values.get("qualifying-audit-sent-in"))


def _title(_rule: str, book: Book, _day: date) -> str:
    return f"Qualifying audit: last day to {'send it in' if audit_sent_in(book) else 'do it'}"


QUALIFYING = DateRule(
    name="qualifying_audit_by",
    label="Qualifying audit",
    title=_title,
    calc=qualifying_audit,
    settled=_settled,
    facts=(PERIOD,),
    latest_name="qualifying_audit_latest",
    latest_label="Qualifying audit: last day at any partner",
)
SUBJECT = Subject(
    name="internal_auditor",
    words="the internal auditor",
    conditions=(IN_TIME,),
    dates=(QUALIFYING,),
    stage=_stage,
)


def counted_two_ways(result: Result) -> Iterable[Notice]:
    """Yield the notice on a partner whose own pages count the time for the first audit from two days."""
    fact = result.book.get(PERIOD)
    if fact and fact.partner and fact.reason and result.date("qualifying_audit_by") and result.verdict != NO:
        yield Notice("counted_two_ways", fact.reason)


def _notices(_answers: Answers, results: tuple[Result, ...]) -> Iterable[Notice]:
    for result in results:
        yield from counted_two_ways(result)


def headline(result: Result) -> str | None:
    """Return where the person stands on the path, with the last day of the audit."""
    by, latest = result.date("qualifying_audit_by"), result.date("qualifying_audit_latest")
    strictest = f" at the strictest certifying partner, and {in_words(latest)} at the latest" if latest else ""
    if result.verdict == YES:
        return "Yes: on these answers the qualifying audit was done in time. Your certifying partner reviews it next."
    if result.verdict == NO:
        general = " by the general rule: your certifying partner publishes none" if result.stands_in(PERIOD) else ""
        missed = f" Its last day was {in_words(by)}{strictest}{general}." if by else ""
        return f"No: the qualifying audit was not done in time.{missed} Ask your certifying partner how to go on."
    if result.tone == "running":
        next_step = {
            "module_1": "Next: Module 1.",
            "module_12": "Next: Module 12. The time for the audit runs from its last day.",
        }.get(result.decision.stage or "")
        late = f"; the latest that any partner allows is {in_words(latest)}" if latest else ""
        do = "Do the qualifying audit and send it in" if audit_sent_in(result.book) else "Do the qualifying audit"
        return next_step or (f"{do} by {in_words(by)}{late}." if by else "There is still time.")
    if by and result.tone == "open":
        over, sent = (latest or by) < result.day, audit_sent_in(result.book)
        due = ("had" if over else "has") + " to be sent in" if sent else ("was" if over else "is") + " due"
        last = " That day has passed." if over else ""
        return f"Still open. The qualifying audit {due} by {in_words(by)}{strictest}.{last} Enter whether it was done."
    return None


def steps(result: Result) -> Iterable[Step]:
    """Yield what to do next."""
    if result.verdict == NO:
        yield Step("Ask your certifying partner how to go on", result.partner_page)
    yield Step("Read the path to internal auditor, step by step", "auditors/internal-auditor/")
    if result.verdict == YES:
        yield Step("See what keeps the certification", "check/auditor-upkeep/")
        yield Step("See whether the audit also keeps your certificate", "check/maintenance/")
    elif result.verdict != NO and result.dates:
        yield Step("Put the date into your calendar", "check/plan/")


def _contradictions(answers: Answers, _book: Book, problems: Problems) -> None:
    named = {MODULE_1: "Module 1", MODULE_12: "Module 12", AUDIT: "the qualifying audit"}
    for earlier, later in combinations(STEPS, 2):
        before, after = answers.get(earlier), answers.get(later)
        if isinstance(after, date) and (before == NOT_YET or (isinstance(before, date) and after < before)):
            message = f"Check these two answers: {named[earlier]} comes before {named[later]}."
            problems.note(later, "contradiction", message)


CHECK = Check(
    name="internal-auditor",
    title="Are you on time to become an internal auditor?",
    summary="Check the steps to internal auditor, and by when the qualifying audit must be done.",
    keys=("partner", *STEPS),
    subjects=lambda _law, _day: (SUBJECT,),
    headline=headline,
    steps=steps,
    past=tuple(STEPS),
    ahead=dict.fromkeys(STEPS, "If it is only planned, answer “Not yet”."),
    contradictions=_contradictions,
    notices=_notices,
    drawing="path",
)
