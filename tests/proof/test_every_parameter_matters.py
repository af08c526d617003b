"""Every parameter that the rules read matters: moved by its smallest unit, in any of its versions, it changes an answer."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from cor_calc import check_json
from cor_calc.checks import CHECKS
from cor_calc.engine.judging import Subject
from cor_calc.engine.questions import written_answers
from cor_calc.law import Book, Fact, Law, load

from ..support.asking import PARTNERS
from ..support.rules import DAY, books, conditions, date_rules, known_answers, remembering, subjects
from ..support.situations import GOOD

ON = DAY.isoformat()
TERMS = ["anniversary", "12-01", "12-31", "06-30", "quarter_end"]


@cache
def read_by() -> dict[str, set[str]]:
    """Return the parameters that decide something, each with the checks that read it."""
    found: dict[str, set[str]] = {}
    made_up = {check: [known for known, _ in known_answers(check, 100)] for check in CHECKS}
    for book in books(load()):
        for check, subject in subjects(load()):
            remembered, asked = remembering(book)
            for some in [*made_up[check.name], *examples(check.name, book)]:
                ask_everything(subject, some, remembered)
            for name in asked & load().parameters.keys():
                found.setdefault(name, set()).add(check.name)
    return found


def ask_everything(subject: Subject, some: dict[str, Any], book: Book) -> None:
    """Have every condition, date and figure of a subject read what it reads of a book."""
    for condition in subject.conditions if set(subject.first) <= some.keys() else ():
        condition.test(some, book, DAY)
    for calc in [calc for rule in subject.dates for calc in (rule.calc, rule.latest) if calc]:
        calc(some, book, DAY)
    if subject.figures:
        subject.figures(some, book, DAY, "audit")
    if subject.elements:
        subject.elements(some, book)


def examples(check: str, book: Book) -> Iterator[dict[str, Any]]:
    """Yield the examples of a check's conditions, which lie on both sides of each limit."""
    for each, subject, condition in conditions(load()):
        if each.name == check and subject.partner in {None, book.partner}:
            for case in condition.cases(book):
                yield dict(case.example)


@cache
def questions(check: str, partner: str | None) -> tuple[str, ...]:
    """Return answers to a check, as JSON texts, at a partner."""
    book = load().on(DAY, partner)
    texts = []
    for some in [*examples(check, book), *(known for known, _ in known_answers(check, 150))]:
        answers = {**written_answers(some), "partner": partner}
        texts.append(json.dumps({key: answers[key] for key in CHECKS[check].keys if key in answers}))
    good = GOOD[check]
    texts.append(json.dumps({**good, "partner": partner} if "partner" in CHECKS[check].keys else good))
    return tuple(texts)


def decided(text: str) -> Any:
    """Return what an outcome decides, without its words."""
    out = json.loads(text)
    if "problems" in out:
        return out
    kept = (
        "verdict",
        "certificate",
        "stage",
        "dates",
        "figures",
        "elements",
        "open_questions",
        "by_partner",
        "changes",
    )
    results = [[result.get(key) for key in kept] for result in out["results"]]
    met = [(each["rule"], each["met"], each["partners"]) for result in out["results"] for each in result["findings"]]
    return results, met, [notice["code"] for notice in out["notices"]]


@cache
def answered(check: str, partner: str | None) -> tuple[Any, ...]:
    """Return what is decided of all those answers."""
    return tuple(decided(check_json(check, text, ON)) for text in questions(check, partner))


def shifted(fact: Fact) -> Iterator[Any]:
    """Yield the values beside a version's own: a unit more and a unit less, or another due date."""
    if isinstance(fact.value, bool):
        yield not fact.value
    elif isinstance(fact.value, int):
        yield from (fact.value + 1, fact.value - 1)
    elif isinstance(fact.value, str):
        yield from ("0.51", "0.49")
    elif isinstance(fact.value, tuple):
        yield from ((term,) for term in TERMS if (term,) != fact.value)


def with_value(law: Law, fact: Fact, value: Any) -> Law:
    """Return the law with another value in one version."""
    parameter = law.parameters[fact.id]
    versions = tuple(replace(each, value=value) if each is fact else each for each in parameter.versions)
    parameters = {**law.parameters, fact.id: replace(parameter, versions=versions)}
    return replace(law, parameters=parameters, books={}, groups={}, made={})


def changes_something(law: Law, checks: set[str], partners: list[str | None]) -> bool:
    """Tell whether anything is decided otherwise than by the law as it is."""
    for check in sorted(checks):
        for partner in partners if "partner" in CHECKS[check].keys else [None]:
            for text, before in zip(questions(check, partner), answered(check, partner), strict=True):
                if decided(check_json(check, text, ON, law)) != before:
                    return True
    return False


VERSIONS = [
    pytest.param(fact, id=f"{name} {fact.partner or 'general'}")
    for name, checks in sorted(read_by().items())
    for fact in load().parameters[name].versions
    if fact.since <= DAY and (fact.until is None or fact.until >= DAY)
    if fact.partner is None or checks != {"refund"}  # WCB-Alberta's, which partners' pages repeat: no partner is asked
]


def who_has(fact: Fact) -> list[str | None]:
    """Return partners for whom a version counts, the unknown one last."""
    if fact.partner:
        return [fact.partner]
    own = {each.partner for each in load().parameters[fact.id].versions}
    return [*[partner for partner in PARTNERS if partner not in own][:1], None]


@pytest.mark.parametrize("fact", VERSIONS)
def test_a_version_that_moves_moves_an_answer(fact: Fact) -> None:
    """By its smallest unit, up and down."""
    for value in shifted(fact):
        law = with_value(load(), fact, value)
        assert changes_something(law, read_by()[fact.id], who_has(fact)), f"{fact.value} → {value}"


def test_what_decides_is_read() -> None:
    """The parameters in which partners differ, and the figures that decide, are all among those that are read."""
    law = load()
    named = {fact for _, _, condition in conditions(law) for fact in condition.facts}
    named |= {fact for _, _, rule in date_rules(law) for fact in rule.facts}
    numbers = {name for name in named if law.parameters[name].unit != "flag"}
    assert numbers <= read_by().keys()
    assert {"refund-first-year", "refund-maintained-year", "refund-most"} <= read_by().keys()


def swapped(law: Law, name: str, one: str, other: str) -> Law:
    """Return the law in which two partners have each other's version of a parameter."""
    parameter = law.parameters[name]
    names: dict[str | None, str] = {one: other, other: one}
    versions = tuple(replace(each, partner=names.get(each.partner, each.partner)) for each in parameter.versions)
    return replace(
        law,
        parameters={**law.parameters, name: replace(parameter, versions=versions)},
        books={},
        groups={},
        made={},
    )


DIFFERING = sorted(name for name in read_by() if load().differs(DAY, name))


@pytest.mark.parametrize("name", DIFFERING)
def test_partners_who_swap_their_versions_swap_answers(name: str) -> None:
    """Each partner's own value is used for that partner, and for no other."""
    law = load()
    groups = law.grouped(DAY, (name,))
    for (_, these), (_, those) in pairwise(groups):
        other = swapped(law, name, these[0], those[0])
        assert changes_something(other, read_by()[name], [these[0], those[0]]), (these[0], those[0])
