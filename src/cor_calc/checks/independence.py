"""Independence: may this auditor do this audit?

A tie conflicts when it still held on a day of the period before the audit. An unknown answer
is tried at every value that makes a difference, so the verdict is exact.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from cor_calc.answers import CanChange, Unanswered, ask, known
from cor_calc.check import Check
from cor_calc.criteria import listed, shown_answer
from cor_calc.dates import in_words
from cor_calc.facts import bounds, fact
from cor_calc.kinds import Choice, Day
from cor_calc.lists import ListOf, Row
from cor_calc.outcome import (
    Assumption,
    Change,
    Explained,
    Finding,
    Judgement,
    Notice,
    Result,
    Step,
    Verdict,
    assume,
)
from cor_calc.tables import basis, markdown
from cor_calc.ties import (
    AUDITED,
    CONFLICT,
    EARLIER_AUDIT,
    EARLIEST,
    FREE,
    LATEST,
    Link,
    conflicts,
    free_from,
    reachable,
)

MAINTENANCE = "maintenance"
_VERDICTS = {FREE: Verdict.YES, EARLIER_AUDIT: Verdict.NOT_COVERED, CONFLICT: Verdict.NO}


@dataclass(frozen=True, slots=True)
class Independence:
    """The answers."""

    audit_purpose: str | Unanswered = ask(
        "What is the audit for?",
        noun="the purpose of the audit",
        kind=Choice(
            (
                ("certification", "Certification"),
                ("recertification", "Recertification"),
                (MAINTENANCE, "Maintenance"),
            )
        ),
    )
    audit_date: date | Unanswered = ask(
        "When does the audit begin?",
        noun="the first day of the audit",
        kind=Day(EARLIEST, LATEST),
        hint="The first day of the audit.",
        can_change=CanChange.YES,
    )
    links: tuple[Link, ...] | Unanswered = ask(
        "Which ties to the employer are there?",
        noun="the ties to the employer",
        kind=ListOf(Row(Link), *bounds("links")),
        hint="Every tie of the auditor or of the auditor's corporate group, ended or not.",
    )


def judge(answers: Independence, _on: date) -> tuple[Judgement, ...]:
    """Return the verdict on the auditor, and the first free audit date."""
    possible = {_VERDICTS[level] for level in _levels_on(answers, _days(answers))}
    if answers.audit_purpose == MAINTENANCE:
        possible = {Verdict.NOT_COVERED}
    elif not known(answers.audit_purpose):
        possible |= {Verdict.NOT_COVERED}
    decided = possible.pop() if len(possible) == 1 else Verdict.UNKNOWN
    free = independent_from(answers)
    return (Judgement("auditor", decided, dates={"independent_from": free} if free else {}),)


def independent_from(answers: Independence) -> date | None:
    """Return the first audit date from which all ties lie before the period, for good; None where it is open."""
    if answers.audit_purpose == MAINTENANCE or not isinstance(answers.links, tuple):
        return None
    ends = [link.ended for link in answers.links]
    if not ends or not all(isinstance(end, date) for end in ends):
        return None
    return max(free_from(end) for end in ends if isinstance(end, date))


def _days(answers: Independence) -> list[date]:
    """Return the audit dates to try: the one given, or each on which the conflicting ties differ."""
    if isinstance(answers.audit_date, date):
        return [answers.audit_date]
    links = answers.links if isinstance(answers.links, tuple) else ()
    turns = {free_from(link.ended) for link in links if isinstance(link.ended, date)}
    return [EARLIEST, *sorted(day for day in turns if EARLIEST < day <= LATEST), LATEST]


def _levels_on(answers: Independence, days: Iterable[date]) -> set[int]:
    """Return every level that the ties could reach together on any of these audit dates."""
    if not isinstance(answers.links, tuple):
        return {FREE, EARLIER_AUDIT, CONFLICT}
    return {levels[0] for day in days for levels in reachable(answers.links, (day,))}


def open_questions(answers: Independence) -> tuple[str, ...]:
    """Return the keys whose answers can still change the verdict, and only those."""
    if answers.audit_purpose == MAINTENANCE:
        return ()
    days, keys = _days(answers), []
    if not known(answers.audit_purpose) and _levels_on(answers, days) != {EARLIER_AUDIT}:
        keys.append("audit_purpose")
    links = answers.links
    if not known(answers.audit_date) and (
        not isinstance(links, tuple) or any(early != late for early, late in reachable(links, (EARLIEST, LATEST)))
    ):
        keys.append("audit_date")
    if any(len(_levels_on(answers, [day])) > 1 for day in days):
        keys.append("links")
    return tuple(keys)


def explain(answers: Independence, on: date) -> Explained:
    """Return the verdict with its reasons."""
    (judgement,) = judge(answers, on)
    result = Result(
        judgement,
        headline=_headline(answers, judgement),
        findings=tuple(_findings(answers, judgement)),
        open_questions=open_questions(answers),
        changes=_changes(answers, on) if judgement.verdict is Verdict.NO else (),
        next_steps=tuple(_next_steps(answers, judgement)),
    )
    return Explained((result,), tuple(_assumptions(answers)), tuple(_notices(answers)))


def _findings(answers: Independence, judgement: Judgement) -> Iterable[Finding]:
    maintenance = answers.audit_purpose == MAINTENANCE
    purpose = Verdict.NOT_COVERED if maintenance else Verdict.YES
    met = purpose if known(answers.audit_purpose) else Verdict.UNKNOWN
    yield _finding("independence-audits", met, judgement, _shown(answers, 0), "certification or recertification")
    if maintenance:
        return
    days = _days(answers)
    levels = _levels_on(answers, days)
    tied = Verdict.NO if levels == {CONFLICT} else Verdict.UNKNOWN if CONFLICT in levels else Verdict.YES
    needs = f"none in the {fact('independence-period').shown()} before the audit"
    yield _finding("independence-period", tied, judgement, _shown(answers, 2), needs)
    if EARLIER_AUDIT in levels and tied is not Verdict.NO:
        audited = Verdict.NOT_COVERED if levels == {EARLIER_AUDIT} else Verdict.UNKNOWN
        if judgement.verdict is not Verdict.UNKNOWN or isinstance(answers.links, tuple):
            yield _finding("independence-earlier-audit", audited, judgement, None, None)


def _finding(rule: str, met: Verdict, judgement: Judgement, answer: str | None, needs: str | None) -> Finding:
    return Finding(rule, met, met is judgement.verdict, fact(rule).sentence(), answer, needs)


def _shown(answers: Independence, place: int) -> str | None:
    question = CHECK.questions[place]
    return shown_answer(question, getattr(answers, question.key))


def _headline(answers: Independence, judgement: Judgement) -> str:
    period = fact("independence-period").shown()
    free = judgement.dates.get("independent_from")
    match judgement.verdict:
        case Verdict.YES:
            return f"Yes: on these answers nothing ties this auditor to the employer in the {period} before the audit."
        case Verdict.NO:
            later = f" An audit that begins on {in_words(free)} or later would be free of these ties." if free else ""
            return f"No: this auditor has a tie to the employer within the {period} before the audit.{later}"
        case Verdict.NOT_COVERED if answers.audit_purpose == MAINTENANCE:
            return (
                "Not covered: the published conflict rule speaks of certification and recertification "
                "audits, not of maintenance audits. Ask your certifying partner."
            )
        case Verdict.NOT_COVERED:
            return (
                "Not covered: no source says whether an earlier audit for the same employer is a conflict. "
                "Ask your certifying partner."
            )
        case _:
            return f"Still open: it turns on {listed(open_questions(answers), Independence)}."


def _changes(answers: Independence, on: date) -> tuple[tuple[Change, ...], ...]:
    """Return the first later audit date, none gone by, that turns the no into a yes; out of no, while ties are open."""
    if not isinstance(answers.audit_date, date) or not isinstance(answers.links, tuple):
        return ()
    complete = all(known(link.kind) and known(link.ended) for link in answers.links)
    for free in sorted({free_from(link.ended) for link in answers.links if isinstance(link.ended, date)}):
        day = max(free, on)
        if not answers.audit_date < day <= LATEST:
            continue
        (changed,) = judge(replace(answers, audit_date=day), on)
        if changed.verdict is Verdict.YES or (not complete and changed.verdict is not Verdict.NO):
            before = answers.audit_date.isoformat()
            return ((Change("audit_date", before, day.isoformat(), day),),)
    return ()


def _next_steps(answers: Independence, judgement: Judgement) -> Iterable[Step]:
    if judgement.verdict is Verdict.YES:
        yield Step("See the auditor's timeline", "auditors/timeline/")
    if judgement.verdict is Verdict.NO:
        yield Step("Choose another auditor, or see who may audit you", "auditors/")
    if judgement.verdict is Verdict.NOT_COVERED:
        yield Step("Ask your certifying partner", "employers/partners/")
        if answers.audit_purpose == MAINTENANCE:
            yield Step("See what a maintenance audit needs", "check/maintenance/")
    yield Step("Read the conflict rule with worked cases", "auditors/independence/")


def _assumptions(answers: Independence) -> Iterable[Assumption]:
    yield Assumption(
        "cor-assessor",
        "This check assumes an external auditor. A SECOR self-assessment by your own staff needs none.",
    )
    if answers.audit_purpose == MAINTENANCE or not answers.links:
        return
    yield from assume("independence-anniversary")
    links = answers.links if isinstance(answers.links, tuple) else ()
    if any(link.kind == "contracted" for link in links):
        yield from assume("independence-any-contract")
    if any(link.kind == AUDITED for link in links):
        yield from assume("independence-earlier-audit")


def _notices(answers: Independence) -> Iterable[Notice]:
    if answers.audit_purpose == MAINTENANCE or not isinstance(answers.links, tuple):
        return
    audit = answers.audit_date
    if isinstance(audit, date) and any(
        link.kind == "advised" and isinstance(link.ended, date) and not conflicts(link.ended, audit)
        for link in answers.links
    ):
        yield Notice(
            "no_time_limit_elsewhere",
            f"{fact('independence-no-time-limit').sentence()} The FAQ's rule ends after "
            f"{fact('independence-period').shown()}. Ask your certifying partner.",
        )


def _table() -> str:
    period = fact("independence-period").shown()
    head = [
        "The audit is for",
        "Ties that still held in the " + period + " before it",
        "May the auditor do it?",
        "Basis",
    ]
    rows = [
        [
            "certification or recertification",
            "none",
            "yes",
            basis("independence-period", "independence-anniversary"),
        ],
        [
            "certification or recertification",
            "employed, contracted or advised",
            "no",
            basis("independence-period"),
        ],
        [
            "certification or recertification",
            "earlier audits alone",
            "not covered",
            basis("independence-earlier-audit"),
        ],
        ["maintenance", "any", "not covered", basis("independence-audits")],
    ]
    return markdown(head, rows) + f"\n\n{fact('independence-anniversary').sentence()}"


CHECK = Check(
    name="independence",
    title="Is this auditor independent?",
    summary="Check whether an auditor's ties to the employer stand in the way of an audit, and until when.",
    answers=Independence,
    subjects=("auditor",),
    judge=judge,
    explain=explain,
    table=_table,
    dates=("independent_from",),
)
