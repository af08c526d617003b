"""Decision tables as Markdown, made from what decides: each condition's own cases under each partner's rules."""

from collections.abc import Iterable
from datetime import date

from cor_calc.checks import CHECKS, Check
from cor_calc.engine.conditions import TIME, Case, Condition, Say
from cor_calc.engine.judging import DateRule, Subject
from cor_calc.engine.outcome import basis_of, differences, rule_of, statement_of
from cor_calc.engine.words import capital, filled, filled_where_published, whose
from cor_calc.law import Law

_THEN = {"yes": "met", "no": "not met", "not_covered": "not published: ask", "unknown": "still open"}


def table(name: str, law: Law, day: date) -> str:
    """Return a check's decision tables as Markdown, one for each subject. KeyError for an unknown check."""
    check = CHECKS[name]
    parts = []
    for subject in check.subjects(law, day):
        rows = list(conditions_of(subject, law, day)) + list(cases_of(subject, law, day))
        if rows:
            parts.append(
                f"**{subject.words}**\n\n" + markdown(["Condition", "If", "Then", "Whose rule", "Basis"], rows)
            )
    dates = list(dates_of(check, law, day))
    if dates:
        parts.append("**Dates**\n\n" + markdown(["Date", "Rule", "Basis"], dates))
    return "\n\n".join(parts)


def conditions_of(subject: Subject, law: Law, day: date) -> Iterable[list[str]]:
    """Yield the rows of a subject's conditions, one for each case that differs."""
    scope = (subject.scope,) if subject.scope else ()
    for condition in (*scope, *subject.conditions):
        first = True
        for case, partners, book_partner in distinct_cases(condition, subject, law, day):
            if isinstance(case.says, tuple) and case.says:
                continue  # what is not known stays open: said once, above the tables
            book = law.on(day, book_partner)
            rule = rule_of(condition, book, law, day)
            told = filled_where_published(condition.needs, book) if condition.needs else None
            words = statement_of(condition, rule, book, law) if told is None or condition.statement else told
            yield [
                capital(words) if first or partners else "",
                capital(case.when),
                then(case.says),
                whose(list(partners), law) if partners else "every partner",
                basis_of(rule),
            ]
            first = False


def distinct_cases(
    condition: Condition, subject: Subject, law: Law, day: date
) -> Iterable[tuple[Case, tuple[str, ...], str | None]]:
    """Yield each case with the partners that have it; () stands for all of them, or for the subject's own partner."""
    if subject.partner:
        for case in condition.cases(law.on(day, subject.partner)):
            yield case, (subject.partner,), subject.partner
        return
    found: dict[tuple[str, Say], tuple[Case, list[str]]] = {}
    for book, partners in law.grouped(day, condition.facts):
        for case in condition.cases(book):
            found.setdefault((case.when, case.says), (case, []))[1].extend(partners)
    for case, who in found.values():
        everyone = len(who) == len(law.partners)
        yield case, () if everyone else tuple(who), None if everyone else who[0]


def then(say: Say) -> str:
    """Return what a case leads to, in words."""
    if say == TIME:
        return "time decides"
    return _THEN["unknown" if isinstance(say, tuple) else say]


def cases_of(subject: Subject, law: Law, day: date) -> Iterable[list[str]]:
    """Yield the rows of a subject that no condition decides, such as the refund."""
    if subject.cases is None:
        return
    book = law.on(day)
    for case in subject.cases(book):
        fact = book.get(case.rule) if case.rule else None
        yield [
            capital(subject.words),
            capital(filled(case.when, book)),
            case.then,
            "every partner",
            fact.basis if fact else "derived",
        ]


def dates_of(check: Check, law: Law, day: date) -> Iterable[list[str]]:
    """Yield a row for each rule of each date that a check can give; a date that several subjects give, once."""
    seen: dict[str, DateRule] = {}
    for subject in check.subjects(law, day):
        for rule in subject.dates:
            seen.setdefault(rule.name, rule)
    for rule in seen.values():
        for name in rule.facts:
            parameter = law.parameters[name]
            fact = law.on(day).get(name)
            values = (
                differences(name, law, day) if law.differs(day, name) else (fact.shown() if fact else parameter.gap)
            )
            yield [rule.label, f"{parameter.title}: {values}", fact.basis if fact else "elsewhere"]


def markdown(head: list[str], rows: Iterable[list[str]]) -> str:
    """Return a Markdown table; a bar in a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
