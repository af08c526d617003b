"""Certification: could we be certified now, with COR or with SECOR?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from cor_calc import criteria
from cor_calc.advice import Proposal, smallest_changes
from cor_calc.answers import CanChange, Unanswered, ask, known, questions
from cor_calc.check import Check
from cor_calc.checks.scores import disagree, raised_together
from cor_calc.dates import full_months_certain_by
from cor_calc.facts import bounds, fact
from cor_calc.kinds import Choice, Hundredths, Whole
from cor_calc.lists import ListOf
from cor_calc.logic import AtLeast, AtMost, EveryAtLeast, OneOf, Truth
from cor_calc.notices import Score, near_line
from cor_calc.numbers import WHOLE
from cor_calc.outcome import (
    VERDICT_OF,
    Assumption,
    Change,
    Explained,
    Judgement,
    Notice,
    Result,
    Step,
    assume,
)
from cor_calc.tables import conditions_table

EXTERNAL, OWN = "external_auditor", "own_staff"
PERCENT = Hundredths(*bounds("percent"), "percent")


@dataclass(frozen=True, slots=True)
class Certification:
    """The answers."""

    employees: int | Unanswered = ask(
        "How many employees do you have?",
        noun="the number of employees",
        kind=Whole(*bounds("employees")),
        hint="The most people covered by your WCB account at any one time in the last "
        f"{fact('headcount-look-back').shown()}.",
    )
    documentation_months: int | Unanswered = ask(
        "How many months of documentation do you have?",
        noun="the documentation",
        kind=Whole(*bounds("documentation_months"), "months"),
        hint="Full months of records of your system in use, counted back from the audit without a gap.",
        can_change=CanChange.WITH_TIME,
    )
    assessor: str | Unanswered = ask(
        "Who does the audit?",
        noun="the assessor",
        kind=Choice(((EXTERNAL, "A certified external auditor"), (OWN, "Someone on the employer's own staff"))),
        hint="The certification or recertification audit itself, not the maintenance audits between.",
        can_change=CanChange.YES,
    )
    overall_score: int | Unanswered = ask(
        "What is the overall score?",
        noun="the overall score",
        kind=PERCENT,
        hint="In percent, with up to two decimals, as your audit tool shows it.",
        can_change=CanChange.YES,
    )
    element_scores: tuple[int | Unanswered, ...] | Unanswered = ask(
        "What is the score of each element?",
        noun="the element scores",
        kind=ListOf(PERCENT, *bounds("element_scores")),
        hint="In percent, one for each element of the audit.",
        can_change=CanChange.YES,
    )


_AUDIT = (
    AtLeast("overall_score", "overall-pass-mark", fact("overall-pass-mark").hundredths),
    EveryAtLeast("element_scores", "element-pass-mark", fact("element-pass-mark").hundredths),
)
_RECORDS = AtLeast("documentation_months", "documentation-minimum", fact("documentation-minimum").number)
_SMALL = AtMost("employees", "secor-largest-employer", fact("secor-largest-employer").number)
COR: criteria.Conditions = (
    _RECORDS,
    OneOf("assessor", "cor-assessor", (EXTERNAL,), fact("cor-assessor").shown()),
    *_AUDIT,
)
SECOR: criteria.Conditions = (_SMALL, _RECORDS, *_AUDIT)
SUBJECTS = {"cor": COR, "secor": SECOR}
_STANDARD_MONTHS = fact("documentation-standard").number
_TESTED = {"cor": "records, auditor and scores", "secor": "size, records and scores"}


def judge(answers: Certification, _on: date) -> tuple[Judgement, ...]:
    """Return the verdicts for COR and for SECOR, side by side."""
    return tuple(_judge(subject, answers) for subject in SUBJECTS)


def _judge(subject: str, answers: Certification) -> Judgement:
    decided = criteria.verdict(SUBJECTS[subject], answers)
    certificate = None
    if decided is Truth.YES and isinstance(answers.documentation_months, int):
        certificate = "standard" if answers.documentation_months >= _STANDARD_MONTHS else "one_year"
    return Judgement(subject, VERDICT_OF[decided], certificate=certificate)


def explain(answers: Certification, on: date) -> Explained:
    """Return the verdicts with their reasons."""
    results = tuple(_result(judgement, answers, on) for judgement in judge(answers, on))
    return Explained(results, _assumptions(answers, results), tuple(_notices(answers)))


def _result(judgement: Judgement, answers: Certification, on: date) -> Result:
    conditions = SUBJECTS[judgement.subject]
    decided = criteria.verdict(conditions, answers)
    return Result(
        judgement,
        headline=_headline(judgement, answers),
        findings=criteria.findings(conditions, answers, VERDICT_OF[decided]),
        open_questions=criteria.open_questions(conditions, answers),
        changes=_changes(conditions, answers, on) if decided is Truth.NO else (),
        next_steps=_next_steps(judgement, answers),
    )


def _headline(judgement: Judgement, answers: Certification) -> str:
    name, conditions = judgement.subject.upper(), SUBJECTS[judgement.subject]
    match criteria.verdict(conditions, answers):
        case Truth.YES:
            years = fact(f"{judgement.certificate}-certificate-years".replace("_", "-")).number
            kind = "one-year" if judgement.certificate == "one_year" else f"{years}-year"
            tested = _TESTED[judgement.subject]
            return f"Yes: on these answers you meet the published conditions on {tested} for a {kind} {name}."
        case Truth.NO:
            first = "No" if _SMALL in conditions and _SMALL.holds(answers) is Truth.NO else "Not yet"
            return f"{first} for {name}: {'; '.join(criteria.shortfalls(conditions, answers))}."
        case Truth.UNKNOWN:  # pragma: no branch - there is no fourth
            missing = criteria.open_questions(conditions, answers)
            return f"Still open for {name}: it turns on {criteria.listed(missing, Certification)}."


def _changes(conditions: criteria.Conditions, answers: Certification, on: date) -> tuple[tuple[Change, ...], ...]:
    keys = [
        question.key
        for question in questions(Certification)
        if question.can_change is not CanChange.NEVER and known(getattr(answers, question.key))
    ]

    def propose(chosen: tuple[str, ...]) -> Iterable[Proposal]:
        changed, when = answers, _waiting(chosen)
        if _RECORDS.key in chosen and isinstance(answers.documentation_months, int):
            changed = replace(changed, documentation_months=_RECORDS.limit)
            missing = _RECORDS.limit - answers.documentation_months
            when[_RECORDS.key] = full_months_certain_by(on, missing)
        if "assessor" in chosen:
            changed = replace(changed, assessor=EXTERNAL)
        yield Proposal(raised_together(changed, chosen, *(each.limit for each in _AUDIT)), when)

    def good(changed: Certification) -> bool:
        same_scores = (changed.overall_score, changed.element_scores) == (
            answers.overall_score,
            answers.element_scores,
        )
        agree = same_scores or not disagree(changed)
        return agree and criteria.verdict(conditions, changed) is not Truth.NO

    return smallest_changes(answers, keys, propose, good)


def _waiting(chosen: tuple[str, ...]) -> dict[str, date | None]:
    return dict.fromkeys(chosen)


def _next_steps(judgement: Judgement, answers: Certification) -> tuple[Step, ...]:
    name = judgement.subject.upper()
    if _SMALL in SUBJECTS[judgement.subject] and _SMALL.holds(answers) is Truth.NO:
        return (Step("See who counts as an employee, and what COR asks instead", "employers/which-one/"),)
    steps = []
    if criteria.verdict(SUBJECTS[judgement.subject], answers) is Truth.YES:
        steps.append(Step(f"Follow the steps to your {name}", "employers/steps/"))
        if judgement.subject == "cor":
            steps.append(Step("Check that your auditor is independent", "check/independence/"))
        steps.append(Step("See what keeps the certificate", "employers/keeping/"))
        return tuple(steps)
    if _RECORDS.holds(answers) is not Truth.YES:
        steps.append(Step("See which records count", "employers/documentation/"))
    if criteria.verdict(_AUDIT, answers) is not Truth.YES:
        steps.append(Step("Work out the scores from points, and where points are missing", "check/score/"))
        steps.append(Step("Read how the audit works and what follows if it fails", "employers/audit/"))
    if judgement.subject == "cor" and answers.assessor != EXTERNAL:
        steps.append(Step("Find out which auditor may do it", "auditors/"))
    return tuple(steps)


def _assumptions(answers: Certification, results: tuple[Result, ...]) -> tuple[Assumption, ...]:
    rules = []
    if known(answers.employees):
        rules += ["headcount-look-back", "cor-size"]
    if known(answers.documentation_months):
        rules += ["documentation-counted-back"]
    if known(answers.overall_score) or known(answers.element_scores):
        rules += ["scores-not-rounded"]
    if any(result.judgement.certificate == "one_year" for result in results):
        rules += ["one-year-certificate-may"]
    return assume(*rules, "audit-accepted")


def _notices(answers: Certification) -> Iterable[Notice]:
    yield from near_line(_scores(answers))
    if disagree(answers):
        yield Notice(
            "scores_disagree",
            "The overall score lies outside the element scores. Check that all come from the same audit; "
            "only rounded element scores could explain it.",
        )
    if isinstance(answers.employees, int):
        limit = _SMALL.limit
        if answers.employees in {limit, limit + 1}:
            yield Notice(
                "who_counts",
                "One person decides here. Ask your certifying partner whether an owner without coverage "
                "or a subcontractor counts.",
            )
        if answers.employees <= limit:
            yield Notice(
                "cor_size_differs",
                "Certifying partners differ on whether an employer of this size can take COR instead of "
                "SECOR. Ask yours.",
            )


def _scores(answers: Certification) -> Iterable[Score]:
    overall, each = _AUDIT
    if isinstance(answers.overall_score, int):
        yield Score("the overall score", answers.overall_score, WHOLE, overall.limit)
    elements = answers.element_scores if isinstance(answers.element_scores, tuple) else ()
    for place, score in enumerate(elements, start=1):
        if isinstance(score, int):
            yield Score(f"element {place}", score, WHOLE, each.limit)


def _table() -> str:
    return conditions_table(
        Certification,
        {"COR": COR, "SECOR": SECOR},
        f"With a yes the certificate is the standard one from {fact('documentation-standard').shown()} "
        "of documentation on, and the one-year certificate below.",
    )


CHECK = Check(
    name="certification",
    title="Can you be certified?",
    summary="Check whether your size, records, assessor and scores meet the conditions for COR and for SECOR.",
    answers=Certification,
    subjects=tuple(SUBJECTS),
    judge=judge,
    explain=explain,
    table=_table,
    certificate=True,
)
