"""Independence: may this auditor do this audit?

A tie counts when it still held on a day of the period before the audit. What is not known of a tie or of the audit is
tried at every value that makes a difference, so that a verdict which all of them share stands.
"""

from collections.abc import Iterable
from datetime import date
from itertools import product
from typing import Any

from cor_calc.dates import FIRST, LAST, add_days, add_months, earliest_full, in_words
from cor_calc.engine.check import Check, Notice, Result, Step
from cor_calc.engine.conditions import NO, NOT_COVERED, YES, Case, Condition, Say
from cor_calc.engine.judging import DateRule, Found, Subject
from cor_calc.engine.questions import ONGOING, Answers
from cor_calc.law import Book

PURPOSE, AUDIT, LINKS = "audit_purpose", "audit_date", "links"
MAINTENANCE = "maintenance"
FREE, EARLIER_AUDIT, CONFLICT = range(3)
_SAYS = {FREE: YES, EARLIER_AUDIT: NOT_COVERED, CONFLICT: NO}
Levels = tuple[int, ...]
"""How far the ties together stand in the way, on each of some audit dates."""
MOST_TOLD = 2
"""The most ties that the answer names; the drawing shows all of them."""


def conflicts(ended: date, audit: date, book: Book) -> bool:
    """Return whether a tie still held in the period before the audit; its anniversary itself counts."""
    return ended >= add_months(audit, -book.number("independence-period"))


def free_from(ended: date, book: Book) -> date:
    """Return the first audit date before which a tie lies far enough back."""
    return earliest_full(add_days(ended, 1), book.number("independence-period"))


def reachable(links: Iterable[Any], audits: tuple[date, ...], book: Book) -> set[Levels]:
    """Return every combination of levels that the ties could reach on these audit dates, whatever is not known."""
    found: set[Levels] = {tuple(FREE for _ in audits)}
    for link in links:
        possible = _levels(link or {}, audits, book)
        found = {tuple(map(max, one, other)) for one, other in product(found, possible)}
    return found


def _levels(link: Answers, audits: tuple[date, ...], book: Book) -> set[Levels]:
    kinds = {EARLIER_AUDIT if link["kind"] == "audited" else CONFLICT} if "kind" in link else {EARLIER_AUDIT, CONFLICT}
    ended = link.get("ended")
    if ended == ONGOING:
        holds = {tuple(True for _ in audits)}
    elif ended is not None:
        holds = {tuple(conflicts(ended, audit, book) for audit in audits)}
    else:
        # It differs from one period's first day to the day before the next one's.
        before = [add_days(add_months(audit, -book.number("independence-period")), -1) for audit in audits]
        holds = {tuple(True for _ in audits)} | {
            tuple(conflicts(end, audit, book) for audit in audits) for end in before
        }
    return {tuple(kind if held else FREE for held in each) for kind in kinds for each in holds}


def audit_days(answers: Answers, book: Book) -> tuple[date, ...]:
    """Return the audit dates to try: the one given, or each on which the ties differ."""
    if AUDIT in answers:
        return (answers[AUDIT],)
    turns = {
        free_from(link["ended"], book)
        for link in answers.get(LINKS, ())
        if link and isinstance(link.get("ended"), date)
    }
    return (FIRST, *sorted(day for day in turns if FIRST < day <= LAST), LAST)


def _test(answers: Answers, book: Book, _day: date) -> Say:
    if answers.get(PURPOSE) == MAINTENANCE:
        return NOT_COVERED
    days = audit_days(answers, book)
    worlds = reachable(answers[LINKS], days, book) if LINKS in answers else None
    levels = {level for world in worlds for level in world} if worlds is not None else {FREE, EARLIER_AUDIT, CONFLICT}
    possible = {_SAYS[level] for level in levels} | (set() if PURPOSE in answers else {NOT_COVERED})
    if len(possible) == 1:
        return possible.pop()
    needed = []
    if PURPOSE not in answers and levels != {EARLIER_AUDIT}:
        needed.append(PURPOSE)
    if AUDIT not in answers and (worlds is None or any(len(set(world)) > 1 for world in worlds)):
        needed.append(AUDIT)
    if worlds is None or any(len(set(on_one_day)) > 1 for on_one_day in zip(*worlds, strict=True)):
        needed.append(LINKS)
    return tuple(needed)


def _cases(book: Book) -> tuple[Case, ...]:
    audit = date(2027, 3, 15)
    begins = add_months(audit, -book.number("independence-period"))
    known = {PURPOSE: "certification", AUDIT: audit}

    def tie(kind: str, ended: date) -> dict[str, Any]:
        return {**known, LINKS: ({"kind": kind, "ended": ended},)}

    return (
        Case("certification or recertification, no ties", YES, {**known, LINKS: ()}),
        Case("the last tie ended before the period", YES, tie("advised", add_days(begins, -1))),
        Case("employed, contracted or advised in the period", NO, tie("advised", begins)),
        Case("earlier audits alone in the period", NOT_COVERED, tie("audited", begins)),
        Case("a maintenance audit", NOT_COVERED, {PURPOSE: MAINTENANCE}),
        Case("nothing known", (PURPOSE, AUDIT, LINKS), {}),
    )


def _short(answers: Answers, _book: Book, _day: date) -> str:
    """Return why no published rule decides; a no has a headline of its own."""
    if answers.get(PURPOSE) == MAINTENANCE:
        return "the published conflict rule speaks of certification and recertification audits alone"
    return "no source says whether an earlier audit for the same employer is a conflict"


def independent_from(answers: Answers, book: Book, _day: date) -> Found | None:
    """Return the first audit date from which all ties lie before the period, for good; None while that is open."""
    links = answers.get(LINKS)
    if answers.get(PURPOSE) == MAINTENANCE or not links:
        return None
    ends = [end for link in links if link and isinstance(end := link.get("ended"), date)]
    return (free_from(max(ends), book), ("independence-period",)) if len(ends) == len(links) else None


def _mend(answers: Answers, book: Book, day: date) -> dict[str, tuple[Any, date | None]] | None:
    found = independent_from(answers, book, day)
    if found is None or AUDIT not in answers:
        return None
    then = max(found[0], day)
    return {AUDIT: (then, then)}


TIES = Condition(
    rule="independence-period",
    keys=(PURPOSE, AUDIT, LINKS),
    facts=("independence-period", "independence-audits", "independence-earlier-audit"),
    test=_test,
    needs="no tie in the {independence-period} before the audit",
    cases=_cases,
    short=_short,
    mend=_mend,
    assumes=("independence-anniversary",),
)
FREE_FROM = DateRule(
    name="independent_from",
    kind="from",
    label="The auditor is free of these ties for an audit",
    calc=independent_from,
    facts=("independence-period",),
    assumes=("independence-anniversary",),
)
SUBJECT = Subject(name="auditor", words="this auditor", conditions=(TIES,), dates=(FREE_FROM,))


def headline(result: Result) -> str | None:
    """Return the answer in a sentence, with the day from which the auditor is free."""
    period = result.book.facts["independence-period"].shown()
    free = result.date("independent_from")
    if result.verdict == YES:
        return (
            f"Yes: on these answers nothing ties this auditor to the employer in the {period} before the audit. "
            "That is AASP’s rule: ask your certifying partner whether it has another."
        )
    if result.verdict == NO:
        first = "Not yet" if result.changes else "No"
        later = f" An audit that begins on {in_words(free)} or later would be free of these ties." if free else ""
        said = "; ".join(_clause(tie) for tie in _in_the_way(result)[:MOST_TOLD])
        named = f": {said}" if said else ""
        return f"{first}: this auditor has a tie to the employer in the {period} before the audit{named}.{later}"
    return None


def _in_the_way(result: Result) -> list[Answers]:
    """Return the ties that alone stand in the way of every audit date that is possible, the last to end first."""
    days = audit_days(result.answers, result.book)
    conflict = {tuple(CONFLICT for _ in days)}
    ties = [link for link in result.answers.get(LINKS, ()) if link and _levels(link, days, result.book) == conflict]
    return sorted(ties, key=lambda tie: tie["ended"] if isinstance(tie["ended"], date) else LAST, reverse=True)


TIE_CLAUSES = {
    "employed": "employed by the employer",
    "contracted": "under contract with the employer, for other work than this audit",
    "advised": "helped to build, run or improve the safety system",
}
"""Each kind of tie that is a conflict, as a clause: the form's labels stand by themselves."""


def _clause(tie: Answers) -> str:
    """Return a tie as a clause, with its last day: "employed by the employer, until 30 June 2026"."""
    ended = tie["ended"]
    whose = " (the auditor’s firm or group)" if tie.get("who") == "corporate_group" else ""
    until = f"until {in_words(ended)}" if isinstance(ended, date) else "not ended"
    return f"{TIE_CLAUSES[tie['kind']]}{whose}, {until}"


def steps(result: Result) -> Iterable[Step]:
    """Yield what to do next."""
    if result.verdict == NO:
        yield Step("Choose another auditor, or see who may audit you", "auditors/")
    if result.verdict == NOT_COVERED:
        yield Step("Ask your certifying partner", result.partner_page)
        if result.answers.get(PURPOSE) == MAINTENANCE:
            yield Step("See what a maintenance audit needs", "check/maintenance/")
    yield Step("Read the conflict rule with worked cases", "auditors/independence/")
    if result.verdict == YES:
        yield Step("See the auditor’s clock", "auditors/timeline/")


def _notices(answers: Answers, results: tuple[Result, ...]) -> Iterable[Notice]:
    links = [link for link in answers.get(LINKS, ()) if link]
    if any(link.get("kind") == "advised" and isinstance(link.get("ended"), date) for link in links):
        (result,) = results
        rule = result.book.facts["independence-no-time-limit"]
        period = result.book.facts["independence-period"].shown()
        text = f"{rule.sentence()} AASP’s rule ends after {period}. Ask your certifying partner which it follows."
        yield Notice("no_time_limit_elsewhere", text)


def _assumes(result: Result) -> Iterable[str]:
    links = [link for link in result.answers.get(LINKS, ()) if link]
    if result.answers.get(PURPOSE) != MAINTENANCE and any(link.get("kind") == "contracted" for link in links):
        yield "independence-any-contract"


CHECK = Check(
    name="independence",
    title="Is this auditor independent?",
    summary="Check whether an auditor’s ties to the employer stand in the way of an audit, and until when.",
    keys=(PURPOSE, AUDIT, LINKS),
    subjects=lambda _law, _day: (SUBJECT,),
    headline=headline,
    steps=steps,
    notices=_notices,
    assumes=_assumes,
    drawing="ties",
)
