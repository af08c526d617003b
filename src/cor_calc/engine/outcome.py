"""An outcome: what a check answers, with its reasons, as JSON."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from cor_calc.engine.check import Check, Result
from cor_calc.engine.conditions import NO, NOT_COVERED, UNKNOWN, YES, Condition, Say, verdict_of
from cor_calc.engine.headlines import headline
from cor_calc.engine.judging import PARTNER, Situation
from cor_calc.engine.links import carrying
from cor_calc.engine.questions import written_answers
from cor_calc.engine.words import filled, filled_where_published, whose
from cor_calc.law import Book, Fact, Law, Option

Keys = Mapping[str, tuple[str, ...]]
"""The questions of every check, by its name: a step to another check carries the answers that both ask."""


def outcome(check: Check, of: Situation, given: Mapping[str, Any], keys: Keys) -> dict[str, Any]:
    """Return the outcome of a check, its keys in the order that programs rely on; `given` are the answers as JSON."""
    results = check.results(of)
    carried = written_answers(of.answers)
    notices = check.notices(of.answers, results) if check.notices else ()
    return {
        **heading(check.name, of, given),
        "results": [written(check, result, carried, keys) for result in results],
        "assumptions": assumptions(check, results),
        "notices": [{"code": notice.code, "text": notice.text} for notice in notices],
    }


def heading(name: str, of: Situation, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an outcome begins with: the check, the day, the rules and the answers."""
    ruleset = of.law.ruleset(of.day)
    return {
        "check": name,
        "as_of": of.day.isoformat(),
        "ruleset": ruleset.isoformat() if ruleset else None,
        "partner": of.answers.get(PARTNER),
        "answers": dict(given),
    }


def written(check: Check, result: Result, carried: Mapping[str, Any], keys: Keys) -> dict[str, Any]:
    """Return one result as JSON; its steps carry the known answers, as JSON values."""
    decision = result.decision
    head = {
        "subject": result.subject.name,
        "verdict": result.verdict,
        "tone": result.tone,
        "headline": headline(check, result),
        "certificate": decision.certificate,
        "stage": decision.stage,
        "dates": [found.written() for found in result.dates],
        "figures": dict(result.figures),
    }
    if result.elements is not None:
        head["elements"] = result.elements
    return head | {
        "by_partner": dict(decision.by_partner) if decision.by_partner else None,
        "findings": list(findings(result)),
        "open_questions": list(decision.open),
        "changes": [[change.written() for change in result.changes]] if result.changes else [],
        "next_steps": [{"text": step.text, "href": carrying(step.href, carried, keys)} for step in check.steps(result)],
    }


# ─── Findings ───


def findings(result: Result) -> Iterable[dict[str, Any]]:
    """Yield a finding for each condition; where partners say different things, one for each of those."""
    decision = result.decision
    if result.subject.scope is not None and decision.groups:
        yield finding(result, result.subject.scope, decision.scope, result.book, ())
        if decision.scope == NOT_COVERED:
            return
    for place, condition in enumerate(result.subject.conditions):
        says = [judged.says[place] for _, _, judged in decision.groups]
        agreed = all(say == says[0] for say in says)
        said: dict[tuple[Say, Any], list[tuple[Book, tuple[str, ...]]]] = {}
        for (book, partners, _), say in zip(decision.groups, says, strict=True):
            if not agreed:
                told: Any = tuple(book.values.get(name) for name in condition.facts)
            else:  # met at each, or open: said once; missing: once for each thing that is needed
                told = filled_where_published(condition.needs, book) if say in {NO, NOT_COVERED} else None
            said.setdefault((say, told), []).append((book, partners))
        if len(said) == 1:
            yield finding(result, condition, says[0], result.book, ())
            continue
        for (say, _), groups in said.items():
            who = tuple(partner for _, partners in groups for partner in partners)
            yield finding(result, condition, say, groups[0][0], who)


def finding(result: Result, condition: Condition, say: Say, book: Book, who: tuple[str, ...]) -> dict[str, Any]:
    """Return one condition held against the answers, with the basis and the sources of its rule.

    `who` are the partners that say so where others say something else; `book` is the first one's.
    """
    met, law = verdict_of(say), result.law
    name = condition.rule_under(book)
    rules = [rule_of(name, each, law, result.day) for each in (law.on(result.day, one) for one in who)]
    rule = rules[0] if rules else rule_of(name, book, law, result.day)
    own = tuple(partner for partner in [book.partner] if partner and result.partner and name in book.own)
    partners = [partner for partner in law.partners if partner in (who or own)]
    return {
        "rule": name,
        "met": met,
        "decisive": result.verdict is not None
        and (result.verdict in (YES, met) if met != UNKNOWN else result.verdict == UNKNOWN),
        "basis": basis_of(rule),
        "statement": shared_statement(rules, partners, law) or statement_of(condition, rule, book, law),
        "answer": condition.answered(result.answers, book),
        "needs": filled_where_published(condition.needs, book),
        "sources": list(dict.fromkeys(source.id for each in rules or [rule] if each for source in each.sources)),
        "partners": partners,
    }


def rule_of(name: str, book: Book, law: Law, day: date) -> Fact | Option | None:
    """Return what has a rule's name: the partner's version, the general one, or an option; None for nothing."""
    return book.get(name) or law.on(day).get(name) or law.option(name, day)


def shared_statement(rules: list[Fact | Option | None], partners: list[str], law: Law) -> str:
    """Return what several partners' versions say in common; "" where it is one sentence, which will do."""
    facts = [rule for rule in rules if isinstance(rule, Fact)]
    said = list(dict.fromkeys(fact.sentence() for fact in facts))
    if len(said) < 2:  # noqa: PLR2004 - one sentence
        return ""
    if isinstance(facts[0].value, bool):
        return " ".join(said)
    return f"{law.parameters[facts[0].id].title}: {facts[0].shown()} ({whose(partners, law)})."


def statement_of(condition: Condition, rule: Fact | Option | None, book: Book, law: Law) -> str:
    """Return what a condition says, in whole sentences; where no rule is published, that it is not."""
    if condition.statement:
        return filled(condition.statement, book)
    return rule.sentence() if isinstance(rule, Fact) else law.parameters[condition.rule_under(book)].gap


def basis_of(rule: Fact | Option | None) -> str:
    """Return what a rule rests on; where nothing is published, that is our reading of the silence."""
    return rule.basis if rule else "reading"


# ─── Assumptions ───


def assumptions(check: Check, results: Iterable[Result]) -> list[dict[str, str]]:
    """Return every reading used, every general value in place of an unpublished one, and what partners differ in."""
    found: dict[str, str] = {}
    for result in results:
        for name in dict.fromkeys(used(check, result)):
            text = assumed(name, result)
            if text:
                found.setdefault(name, text)
    return [{"rule": rule, "text": text} for rule, text in found.items()]


def used(check: Check, result: Result) -> Iterable[str]:
    """Yield the parameters that stand behind a verdict, a date or a figure of a result."""
    for _, _, judged in result.decision.groups:
        for condition, say in zip(result.subject.conditions, judged.says, strict=True):
            if isinstance(say, str):
                yield from (*condition.facts, *condition.assumes)
    given = {found.name: found.rule for found in result.dates}
    for rule in result.subject.dates:
        if rule.name in given:
            differing = [name for name in rule.facts if result.law.differs(result.day, name)]
            yield from (given[rule.name], *differing, *rule.assumes)
    if check.assumes is not None:
        yield from check.assumes(result)


def assumed(name: str, result: Result) -> str:
    """Return why a parameter is an assumption, in words; "" where it is none."""
    law, book = result.law, result.book
    if name not in law.parameters:
        return ""  # an option, which says itself whose it is
    parameter, fact = law.parameters[name], book.get(name)
    if result.partner is None and law.differs(result.day, name):
        return f"Certifying partners differ here. {parameter.title}: {differences(name, law, result.day)}."
    if result.partner is not None and result.stands_in(name):
        short = law.partners[result.partner].short
        general = f"The general rule stands in: {fact.sentence()}" if fact else parameter.gap
        return f"Not published by {short}: {parameter.title}. {general}"
    if fact is not None and fact.basis == "reading":
        return f"{fact.sentence()} {fact.reason}".strip()
    return ""


def differences(name: str, law: Law, day: date) -> str:
    """Return who says what of a parameter, in words."""
    said = []
    for book, partners in law.grouped(day, (name,)):
        fact = book.get(name)
        said.append(f"{fact.shown() if fact else 'not published'} ({whose(list(partners), law)})")
    return "; ".join(said)
