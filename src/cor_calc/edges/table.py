"""Decision tables: each condition's own cases under each partner's rules, or a check's examples."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cor_calc.checks import CHECKS, Check
from cor_calc.engine.conditions import TIME, Case, Condition, Say
from cor_calc.engine.judging import DateRule, Subject
from cor_calc.engine.outcome import basis_of, differences, rule_of, statement_of
from cor_calc.engine.words import MET, capital, filled, filled_where_published, whose
from cor_calc.law import Law

_CONDITIONS = ("Condition", "If", "Then", "Whose rule", "Basis")
_DATES = ("Date", "Rule", "Basis")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a decision table: its cells, the last one the basis, and the id of the rule that it rests on."""

    cells: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table: what it is about, the heads of its columns, its rows."""

    title: str
    head: tuple[str, ...]
    rows: tuple[TableRow, ...]


def table(name: str, law: Law, day: date) -> str:
    """Return a check's decision tables as Markdown. KeyError for an unknown check."""
    return "\n\n".join(
        f"**{each.title}**\n\n{markdown(each.head, (row.cells for row in each.rows))}"
        for each in tables(name, law, day)
    )


def tables(name: str, law: Law, day: date) -> list[Table]:
    """Return a check's decision tables, one for each subject and one for the dates. KeyError for an unknown check."""
    check = CHECKS[name]
    found = [
        Table(subject.words, _CONDITIONS, (*conditions_of(subject, law, day), *cases_of(subject, law, day)))
        for subject in check.subjects(law, day)
    ]
    found.append(Table("Dates", _DATES, tuple(dates_of(check, law, day))))
    return [each for each in found if each.rows]


def conditions_of(subject: Subject, law: Law, day: date) -> Iterable[TableRow]:
    """Yield the rows of a subject's conditions, one for each case that differs."""
    scope = (subject.scope,) if subject.scope else ()
    for condition in (*scope, *subject.conditions):
        first = True
        for case, partners, book_partner in distinct_cases(condition, subject, law, day):
            if isinstance(case.says, tuple) and case.says:
                continue  # what is not known stays open: said once, above the tables
            book = law.on(day, book_partner)
            rule = rule_of(condition.rule, book, law, day)
            told = filled_where_published(condition.needs, book) if condition.needs else None
            words = statement_of(condition, rule, book, law) if told is None or condition.statement else told
            cells = (
                capital(words) if first or partners else "",
                capital(case.when),
                then(case.says),
                whose(list(partners), law) if partners else "every partner",
                basis_of(rule),
            )
            yield TableRow(cells, condition.rule)
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
    return MET["unknown" if isinstance(say, tuple) else say]


def cases_of(subject: Subject, law: Law, day: date) -> Iterable[TableRow]:
    """Yield the rows of a subject that no condition decides, such as the refund."""
    if subject.cases is None:
        return
    book = law.on(day)
    for case in subject.cases(book):
        fact = book.get(case.rule) if case.rule else None
        basis = fact.basis if fact else "derived"
        cells = (capital(subject.words), capital(filled(case.when, book)), case.then, "every partner", basis)
        yield TableRow(cells, case.rule)


def dates_of(check: Check, law: Law, day: date) -> Iterable[TableRow]:
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
            yield TableRow((rule.label, f"{parameter.title}: {values}", fact.basis if fact else "elsewhere"), name)


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; a bar in a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
