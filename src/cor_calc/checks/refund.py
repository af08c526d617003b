"""Refund: what the WCB incentive could be. An estimate; WCB-Alberta decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cor_calc.answers import Unanswered, ask, known
from cor_calc.check import Check
from cor_calc.checks.maintenance import PROGRAM
from cor_calc.criteria import shown_answer
from cor_calc.facts import bounds, fact
from cor_calc.kinds import Choice, Hundredths
from cor_calc.numbers import WHOLE, plain, two_decimals
from cor_calc.outcome import Assumption, Explained, Finding, Judgement, Result, Step, Verdict, assume
from cor_calc.tables import basis, markdown
from cor_calc.validity import COR, SECOR

FIRST, MAINTAINED = "first", "maintained"
_BASE = {FIRST: "refund-first-year", MAINTAINED: "refund-maintained-year"}


@dataclass(frozen=True, slots=True)
class Refund:
    """The answers."""

    program: str | Unanswered = ask("Which certificate do you hold?", noun="the program", kind=PROGRAM, optional=True)
    industry_rated_premium: int | Unanswered = ask(
        "What is your industry-rated premium for the year?",
        noun="the industry-rated premium",
        kind=Hundredths(*bounds("money"), "money"),
        hint="In dollars: insurable earnings at your industry's rate, before your own experience rating.",
    )
    year: str | Unanswered = ask(
        "Which year is it?",
        noun="the year",
        kind=Choice(
            (
                (FIRST, "The first year of the certificate"),
                (MAINTAINED, "A year in which the certificate was maintained"),
            )
        ),
    )
    improvement_percent: int | Unanswered = ask(
        "How far did your claim costs improve?",
        noun="the improvement",
        kind=Hundredths(*bounds("percent"), "percent"),
        hint="In percent. Leave it empty if you do not know.",
        optional=True,
    )


def _not_covered(answers: Refund) -> bool:
    return answers.program == SECOR and answers.year == FIRST


def judge(answers: Refund, _on: date) -> tuple[Judgement, ...]:
    """Return the estimate where it has its answers; nothing is decided."""
    if _not_covered(answers):
        return (Judgement("refund", Verdict.NOT_COVERED),)
    premium = answers.industry_rated_premium
    if not isinstance(premium, int) or answers.year not in _BASE:
        return (Judgement("refund", None),)
    percent = _percent(str(answers.year), answers.improvement_percent)
    figures = {"percent": two_decimals(percent), "refund": two_decimals(premium * percent // WHOLE)}
    return (Judgement("refund", None, figures=figures),)


def _percent(year: str, improvement: int | Unanswered) -> int:
    """Return the highest measure in hundredths of a percent, at most the highest refund."""
    base = fact(_BASE[year]).hundredths
    measure = max(base, improvement) if isinstance(improvement, int) else base
    return min(measure, fact("refund-most").hundredths)


def open_questions(answers: Refund) -> tuple[str, ...]:
    """Return the keys whose answers could still make the estimate not covered."""
    may_be_secor = answers.program == SECOR or not known(answers.program)
    may_be_first = answers.year == FIRST or not known(answers.year)
    if not (may_be_secor and may_be_first):
        return ()
    return tuple(key for key in ("program", "year") if not known(getattr(answers, key)))


def explain(answers: Refund, on: date) -> Explained:
    """Return the estimate with its reasons."""
    (judgement,) = judge(answers, on)
    result = Result(
        judgement,
        headline=_headline(judgement),
        findings=tuple(_findings(answers, judgement)),
        open_questions=open_questions(answers),
        next_steps=(
            Step("Read how the refund works", "employers/refund/"),
            *([Step("Ask your certifying partner", "employers/partners/")] if judgement.verdict else []),
        ),
    )
    return Explained((result,), tuple(_assumptions(answers, judgement)))


def _headline(judgement: Judgement) -> str:
    if judgement.verdict is Verdict.NOT_COVERED:
        return f"Not covered: {fact('refund-secor-first-year').clause()}"
    if not judgement.figures:
        return "Enter the industry-rated premium and the year to see an estimate."
    percent = plain(int(judgement.figures["percent"].replace(".", "")))
    whole, cents = judgement.figures["refund"].split(".")
    return f"About ${int(whole):,}.{cents}: {percent}% of the industry-rated premium, if WCB-Alberta agrees."


def _findings(answers: Refund, judgement: Judgement) -> Iterable[Finding]:
    program, _, year, improvement = CHECK.questions
    if judgement.verdict is Verdict.NOT_COVERED:
        rule = "refund-secor-first-year"
        shown = shown_answer(program, answers.program)
        yield Finding(rule, Verdict.NOT_COVERED, True, fact(rule).sentence(), shown, None)  # noqa: FBT003
        return
    if answers.year in _BASE:
        rule = _BASE[str(answers.year)]
        yield _used(rule, shown_answer(year, answers.year))
    if isinstance(answers.improvement_percent, int):
        yield _used("refund-improvement", shown_answer(improvement, answers.improvement_percent))
        yield _used("refund-most", None)


def _used(rule: str, answer: str | None) -> Finding:
    return Finding(rule, Verdict.YES, False, fact(rule).sentence(), answer, None)  # noqa: FBT003


def _assumptions(answers: Refund, judgement: Judgement) -> Iterable[Assumption]:
    yield from assume("refund-wcb-decides")
    if answers.program != COR and answers.year != MAINTAINED:
        yield from assume("refund-secor-first-year")
    if judgement.figures and not known(answers.improvement_percent):
        yield Assumption(
            "refund-improvement",
            f"Without an improvement in claim costs; with one it can be up to {fact('refund-most').shown()}.",
        )


def _table() -> str:
    rows = [
        ["the first, COR", fact("refund-first-year").shown(), basis("refund-first-year")],
        ["the first, SECOR", "not covered", basis("refund-secor-first-year")],
        ["maintained", fact("refund-maintained-year").shown(), basis("refund-maintained-year")],
        ["any, with improved claim costs", f"up to {fact('refund-most').shown()}", basis("refund-most")],
    ]
    note = " ".join(fact(rule).sentence() for rule in ("refund-improvement", "refund-wcb-decides"))
    return f"{markdown(['The year is', 'Of the industry-rated premium', 'Basis'], rows)}\n\n{note}"


CHECK = Check(
    name="refund",
    title="What could the refund be?",
    summary="Estimate the refund of Partnerships in Injury Reduction from your industry-rated premium.",
    answers=Refund,
    subjects=("refund",),
    judge=judge,
    explain=explain,
    table=_table,
    figures=("percent", "refund"),
)
