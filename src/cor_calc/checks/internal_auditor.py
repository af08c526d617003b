"""Internal auditor: where am I on the path to the certification?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cor_calc.answers import Unanswered, ask
from cor_calc.check import Check
from cor_calc.criteria import listed, shown_answer
from cor_calc.dates import add_months, in_words
from cor_calc.facts import bounds, fact
from cor_calc.kinds import Day
from cor_calc.outcome import Explained, Finding, Judgement, Result, Step, Verdict, assume
from cor_calc.problems import Problems
from cor_calc.tables import basis, markdown

NOT_YET = "not_yet"
EARLIEST, LATEST = bounds("day")
MONTHS = fact("internal-auditor-period").number
_DAY = Day(EARLIEST, LATEST, ((NOT_YET, "Not yet"),))
_STEPS = {"module_1_completed": "module_1", "module_12_completed": "module_12", "audit_completed": "audit"}
DONE, MISSED = "quality_assurance", "missed"


@dataclass(frozen=True, slots=True)
class InternalAuditor:
    """The answers."""

    module_1_completed: date | str | Unanswered = ask(
        "When did you complete Module 1?",
        noun="the day on which you completed Module 1",
        kind=_DAY,
        hint=fact("internal-auditor-module-1").shown(),
    )
    module_12_completed: date | str | Unanswered = ask(
        "When did you complete Module 12?",
        noun="the day on which you completed Module 12",
        kind=_DAY,
        hint=fact("internal-auditor-module-12").shown(),
    )
    audit_completed: date | str | Unanswered = ask(
        "When did you complete the audit?",
        noun="the day on which you completed the audit",
        kind=_DAY,
        hint="Ask your certifying partner whether that means the field work or the report.",
    )


def deadline(module_12_completed: date) -> date:
    """Return the last day on which the audit can be completed. Source: the fact internal-auditor-period."""
    return add_months(module_12_completed, MONTHS)


def review(answers: InternalAuditor, on: date | None, problems: Problems) -> None:
    """Note days still to come, and steps that cannot lie in this order."""
    for key in _STEPS:
        value = getattr(answers, key)
        if on is not None and isinstance(value, date) and value > on:
            problems.note(key, "out_of_range", f"Enter a day up to {on}, or not_yet.")
    first, second, audit = answers.module_1_completed, answers.module_12_completed, answers.audit_completed
    if _before(second, first):
        problems.note("module_12_completed", "contradiction", "Check the dates: Module 1 comes before Module 12.")
    if _before(audit, second):
        problems.note("audit_completed", "contradiction", "Check the dates: Module 12 comes before the audit.")


def _before(later: date | str | Unanswered, earlier: date | str | Unanswered) -> bool:
    return isinstance(later, date) and (earlier == NOT_YET or (isinstance(earlier, date) and later < earlier))


def judge(answers: InternalAuditor, on: date) -> tuple[Judgement, ...]:
    """Return whether the audit was completed in time, the stage and the deadline."""
    audit, start = answers.audit_completed, answers.module_12_completed
    decided, dates = Verdict.UNKNOWN, {}
    if isinstance(start, date):
        last = deadline(start)
        dates = {"audit_deadline": last}
        if isinstance(audit, date):
            decided = Verdict.YES if audit <= last else Verdict.NO
        elif audit == NOT_YET and on > last:
            decided = Verdict.NO
    return (Judgement("internal_auditor", decided, stage=_stage(answers, decided), dates=dates),)


def _stage(answers: InternalAuditor, decided: Verdict) -> str | None:
    if decided is not Verdict.UNKNOWN:
        return DONE if decided is Verdict.YES else MISSED
    next_step = next(key for key in _STEPS if not isinstance(getattr(answers, key), date))
    return _STEPS[next_step] if getattr(answers, next_step) == NOT_YET else None


def open_questions(answers: InternalAuditor, on: date) -> tuple[str, ...]:
    """Return the keys whose answers can still decide the verdict; what only time decides is none of them."""
    (judgement,) = judge(answers, on)
    start, audit = answers.module_12_completed, answers.audit_completed
    if judgement.verdict is not Verdict.UNKNOWN or NOT_YET in {answers.module_1_completed, start}:
        return ()
    keys = []
    if not isinstance(start, date) and _start_decides(answers, on):
        keys.append("module_12_completed")
    if not isinstance(audit, date) and audit != NOT_YET:
        keys.append("audit_completed")
    return tuple(keys)


def _start_decides(answers: InternalAuditor, on: date) -> bool:
    """Return whether some day of Module 12 that fits the other answers decides the verdict."""
    audit, first = answers.audit_completed, answers.module_1_completed
    earliest = first if isinstance(first, date) else EARLIEST
    if audit == NOT_YET:
        return deadline(earliest) < on
    return earliest <= (audit if isinstance(audit, date) else on)


def explain(answers: InternalAuditor, on: date) -> Explained:
    """Return the verdict with its reasons."""
    (judgement,) = judge(answers, on)
    last = judgement.dates.get("audit_deadline")
    result = Result(
        judgement,
        headline=_headline(answers, judgement, on),
        findings=tuple(_findings(answers, judgement, last)),
        open_questions=open_questions(answers, on),
        next_steps=tuple(_next_steps(judgement)),
    )
    return Explained((result,), assume("internal-auditor-period-counted", "audit-accepted"))


def _headline(answers: InternalAuditor, judgement: Judgement, on: date) -> str:
    last = judgement.dates.get("audit_deadline")
    asked = open_questions(answers, on)
    match judgement.verdict, judgement.stage:
        case Verdict.YES, _:
            return "Yes: the audit was completed in time. It counts once quality assurance has accepted it."
        case Verdict.NO, _ if last:
            return f"No: the audit had to be completed by {in_words(last)}. Ask your certifying partner what is left."
        case _, "audit" if last:
            return f"On the way: complete the audit by {in_words(last)}."
        case _, "module_1" | "module_12" as step:
            return f"On the way: the next step is {fact('internal-auditor-' + step.replace('_', '-')).shown()}."
        case _ if asked:
            return f"Still open: it turns on {listed(asked, InternalAuditor)}."
        case _:
            return "Still open: fill in the steps that you have completed."


def _findings(answers: InternalAuditor, judgement: Judgement, last: date | None) -> Iterable[Finding]:
    first, second, audit = CHECK.questions
    for question, rule in (
        (first, "internal-auditor-module-1"),
        (second, "internal-auditor-module-12"),
    ):
        value = getattr(answers, question.key)
        if judgement.stage in {DONE, MISSED} and not isinstance(value, date):
            continue
        met = Verdict.YES if isinstance(value, date) else Verdict.UNKNOWN
        decisive = met is judgement.verdict
        yield Finding(rule, met, decisive, fact(rule).sentence(), shown_answer(question, value), "completed")
    needs = f"by {in_words(last)}" if last else f"within {fact('internal-auditor-period').shown()} of Module 12"
    yield Finding(
        "internal-auditor-period",
        judgement.verdict or Verdict.UNKNOWN,
        decisive=True,
        statement=fact("internal-auditor-period").sentence(),
        answer=shown_answer(audit, answers.audit_completed),
        needs=needs,
    )


def _next_steps(judgement: Judgement) -> Iterable[Step]:
    if judgement.stage == MISSED:
        yield Step("Ask your certifying partner whether the time can be extended", "employers/partners/")
    if judgement.stage == "audit":
        yield Step("See the auditor's timeline", "auditors/timeline/")
    if judgement.stage == DONE:
        yield Step("See what keeps the certification", "auditors/keeping/")
    yield Step("Read about the path to internal auditor", "auditors/internal-auditor/")


def _table() -> str:
    rule = basis("internal-auditor-period", "internal-auditor-period-counted")
    period = fact("internal-auditor-period").shown()
    rows = [
        [f"completed within {period} of Module 12, the last day included", "yes", rule],
        ["completed later", "no", rule],
        ["not yet, and the last day is gone by", "no", rule],
        ["not yet, and there is time", "still open", rule],
    ]
    return markdown(["The audit was", "In time?", "Basis"], rows)


CHECK = Check(
    name="internal-auditor",
    title="Where are you on the path to internal auditor?",
    summary="Check which step comes next and by which day the audit must be completed.",
    answers=InternalAuditor,
    subjects=("internal_auditor",),
    judge=judge,
    explain=explain,
    table=_table,
    review=review,
    stage=True,
    dates=("audit_deadline",),
)
