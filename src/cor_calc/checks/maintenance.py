"""Maintenance: does this audit keep the certificate?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from cor_calc import criteria
from cor_calc.advice import Proposal, smallest_changes
from cor_calc.answers import CanChange, Unanswered, ask, known
from cor_calc.check import Check
from cor_calc.facts import bounds, fact
from cor_calc.kinds import Choice, Day, Hundredths
from cor_calc.logic import AtLeast, OneOf, YearsAfter
from cor_calc.notices import Score, near_line
from cor_calc.numbers import WHOLE
from cor_calc.outcome import (
    VERDICT_OF,
    Assumption,
    Change,
    Explained,
    Finding,
    Judgement,
    Result,
    Step,
    Verdict,
    assume,
)
from cor_calc.tables import conditions_table
from cor_calc.validity import CERTIFICATE_DATES, COR, ONE_YEAR, SECOR, STANDARD, certificate_dates

AUDITORS = ("external_auditor", "internal_auditor", "candidate_auditor")
PROGRAM = Choice(((COR, "COR"), (SECOR, "SECOR")))
CERTIFICATE = Choice(
    (
        (STANDARD, f"Standard, for {fact('standard-certificate-years').shown()}"),
        (ONE_YEAR, f"For {fact('one-year-certificate-years').shown()}"),
    )
)


@dataclass(frozen=True, slots=True)
class Maintenance:
    """The answers."""

    program: str | Unanswered = ask("Which certificate do you hold?", noun="the program", kind=PROGRAM)
    certificate: str | Unanswered = ask("How long does it last?", noun="the kind of certificate", kind=CERTIFICATE)
    certified_on: date | Unanswered = ask(
        "When were you certified?",
        noun="the date of certification",
        kind=Day(*bounds("day")),
        hint="The date on the certificate. At some partners it is the last day on site of the audit.",
    )
    audit_date: date | Unanswered = ask(
        "When does the maintenance audit end?",
        noun="the date of the maintenance audit",
        kind=Day(*bounds("day")),
        hint="The last day of its field work.",
        can_change=CanChange.YES,
    )
    assessor: str | Unanswered = ask(
        "Who does the maintenance audit?",
        noun="the assessor",
        kind=Choice(
            (
                ("external_auditor", "An external auditor"),
                ("internal_auditor", "A certified internal auditor"),
                ("candidate_auditor", "A candidate auditor, as the audit that qualifies them"),
                ("other", "Someone else"),
            )
        ),
        can_change=CanChange.YES,
    )
    overall_score: int | Unanswered = ask(
        "What is the overall score?",
        noun="the overall score",
        kind=Hundredths(*bounds("percent"), "percent"),
        hint="In percent, with up to two decimals, as the audit tool shows it.",
        can_change=CanChange.YES,
    )


_YEARS = YearsAfter("audit_date", "certified_on", "maintenance-years", fact("maintenance-years").number)
_MARK = AtLeast("overall_score", "maintenance-pass-mark", fact("maintenance-pass-mark").hundredths)
_LATE = "Some certifying partners want it by the anniversary: ask yours whether it is in time."
_STANDARD = OneOf("certificate", "one-year-renewed", (STANDARD,), "a standard certificate")
CONDITIONS: criteria.Conditions = (
    _STANDARD,
    _YEARS,
    OneOf("assessor", "maintenance-assessor", AUDITORS, fact("maintenance-assessor").shown()),
    _MARK,
)


def judge(answers: Maintenance, _on: date) -> tuple[Judgement, ...]:
    """Return the verdict on the maintenance audit and the certificate's dates."""
    dates = certificate_dates(answers.certificate, answers.certified_on)
    return (Judgement("maintenance", _verdict(answers), dates=dates),)


def _verdict(answers: Maintenance) -> Verdict:
    if answers.program == SECOR:
        return Verdict.NOT_COVERED
    if answers.program != COR:
        return Verdict.UNKNOWN
    return VERDICT_OF[criteria.verdict(CONDITIONS, answers)]


def _open_questions(answers: Maintenance) -> tuple[str, ...]:
    if answers.program == SECOR:
        return ()
    program = () if answers.program == COR else ("program",)
    return program + criteria.open_questions(CONDITIONS, answers)


def explain(answers: Maintenance, on: date) -> Explained:
    """Return the verdict with its reasons."""
    (judgement,) = judge(answers, on)
    decided = _verdict(answers)
    result = Result(
        judgement,
        headline=_headline(answers, decided),
        findings=tuple(_findings(answers, decided)),
        open_questions=_open_questions(answers),
        changes=_changes(answers, on) if decided is Verdict.NO else (),
        next_steps=tuple(_next_steps(answers, decided)),
    )
    scores = []
    if isinstance(answers.overall_score, int) and answers.program != SECOR:
        scores = [Score("the overall score", answers.overall_score, WHOLE, _MARK.limit)]
    return Explained((result,), tuple(_assumptions(answers)), near_line(scores))


def _findings(answers: Maintenance, decided: Verdict) -> Iterable[Finding]:
    if answers.program != COR:
        rule = "secor-maintenance-pass-mark"
        met = Verdict.NOT_COVERED if answers.program == SECOR else Verdict.UNKNOWN
        shown = criteria.shown_answer(CHECK.questions[0], answers.program)
        yield Finding(rule, met, met is decided, fact(rule).sentence(), shown, "COR")
    if answers.program != SECOR:
        yield from criteria.findings(CONDITIONS, answers, decided)


def _headline(answers: Maintenance, decided: Verdict) -> str:
    match decided:
        case Verdict.YES:
            kept = "Yes: the audit's date, auditor and score meet the published conditions to keep the COR."
            return f"{kept} {_LATE}" if _may_be_late(answers) else kept
        case Verdict.NO if answers.certificate == ONE_YEAR:
            return f"No: {fact('one-year-renewed').clause()}"
        case Verdict.NO:
            return f"Not yet: {'; '.join(criteria.shortfalls(CONDITIONS, answers))}."
        case Verdict.NOT_COVERED:
            return f"Not covered: {fact('secor-maintenance-pass-mark').reason}"
        case _:
            return f"Still open: it turns on {criteria.listed(_open_questions(answers), Maintenance)}."


def _may_be_late(answers: Maintenance) -> bool:
    """Return whether the audit ends after the earliest due date that a partner publishes for its year."""
    audit, due = answers.audit_date, certificate_dates(answers.certificate, answers.certified_on)
    return isinstance(audit, date) and any(day.year == audit.year and day < audit for day in due.values())


def _changes(answers: Maintenance, on: date) -> tuple[tuple[Change, ...], ...]:
    keys = [key for key in ("audit_date", "assessor", "overall_score") if known(getattr(answers, key))]

    def propose(chosen: tuple[str, ...]) -> Iterable[Proposal]:
        days = [_day_in_window(answers, on)] if "audit_date" in chosen else [answers.audit_date]
        auditors = AUDITORS if "assessor" in chosen else (answers.assessor,)
        score = _MARK.limit if "overall_score" in chosen else answers.overall_score
        for day, auditor in product(days, auditors):
            changed = replace(answers, audit_date=day, assessor=auditor, overall_score=score)
            when: dict[str, date | None] = dict.fromkeys(chosen)
            if "audit_date" in chosen and isinstance(day, date) and day > _as_date(answers.audit_date):
                when["audit_date"] = day
            yield Proposal(changed, when)

    return smallest_changes(answers, keys, propose, lambda changed: _verdict(changed) is not Verdict.NO)


def _as_date(value: date | Unanswered) -> date:
    return value if isinstance(value, date) else date.max


def _day_in_window(answers: Maintenance, on: date) -> date | Unanswered:
    """Return the day nearest to the audit that lies in a maintenance year and is not gone by, else the audit's."""
    audit, certified = answers.audit_date, answers.certified_on
    if not isinstance(audit, date) or not isinstance(certified, date):
        return audit
    first, last = date(certified.year + 1, 1, 1), date(certified.year + _YEARS.years, 12, 31)
    day = min(max(audit, first, on), last)
    return day if on <= day <= bounds("day")[1] else audit


def _next_steps(answers: Maintenance, decided: Verdict) -> Iterable[Step]:
    if answers.certificate == ONE_YEAR:
        yield Step("Check what the renewal audit needs", "check/certification/")
    if decided is Verdict.NOT_COVERED:
        yield Step("Ask your certifying partner for the mark", "employers/partners/")
    elif decided is not Verdict.YES:
        yield Step("See the alternatives to a maintenance audit", "employers/keeping/")
    yield Step("Put the dates ahead in your calendar", "check/plan/")


def _assumptions(answers: Maintenance) -> Iterable[Assumption]:
    if certificate_dates(answers.certificate, answers.certified_on):
        yield from assume("certificate-last-day")
        if answers.certificate == STANDARD:
            yield from assume("maintenance-due", "maintenance-due-first", "maintenance-due-second")
    if answers.program == SECOR:
        yield from assume("secor-maintenance-pass-mark")
    elif known(answers.overall_score):
        yield from assume("scores-not-rounded")
    yield from assume("maintenance-action-plan", "audit-accepted")


def _table() -> str:
    dates = f"{fact('certificate-last-day').sentence()} {fact('maintenance-due').sentence()}"
    return conditions_table(
        Maintenance,
        {"COR": CONDITIONS},
        f"For SECOR the answer is not covered: {fact('secor-maintenance-pass-mark').sentence()} {dates}",
    )


CHECK = Check(
    name="maintenance",
    title="Does this audit keep your certificate?",
    summary="Check a maintenance audit's date, assessor and score, and see when your certificate expires.",
    answers=Maintenance,
    subjects=("maintenance",),
    judge=judge,
    explain=explain,
    table=_table,
    dates=CERTIFICATE_DATES,
)
