"""Every condition says of each of its own examples what its table says, under each partner's rules and on any day."""

from datetime import date

import pytest

from cor_calc.checks import CHECKS
from cor_calc.engine.conditions import NO, NOT_COVERED, TIME, YES, fold, verdict_of
from cor_calc.law import Law, load

from ...support.asking import table
from ...support.rules import DAY, books, conditions, date_rules, known_answers, remembering, subjects

DAYS = (date(2023, 1, 1), DAY, date(2198, 12, 31))
DEFAULTS = ("certification_audit_ended",)
"""Answers that have a default: they are read where they are given, and never asked."""
EVERY = [
    pytest.param(check, subject, condition, id=f"{check.name} {subject.name} {place} {condition.rule}")
    for place, (check, subject, condition) in enumerate(conditions(load()))
]
EVERY_DATE = [
    pytest.param(check, subject, rule, id=f"{check.name} {subject.name} {rule.name}")
    for check, subject, rule in date_rules(load())
]


def possible_books(law: Law, partner: str | None) -> list:
    """Return all books, or the one of the partner whose subject it is."""
    return [law.on(DAY, partner)] if partner else books(law)


@pytest.mark.parametrize(("check", "subject", "condition"), EVERY)
def test_each_example_is_what_the_table_says(check, subject, condition) -> None:
    """The examples lie on both sides of each limit: what is told of them is what is judged."""
    for book in possible_books(load(), subject.partner):
        cases = condition.cases(book)
        assert len({case.when for case in cases}) == len(cases), check.name
        for case in cases:
            for day in DAYS:
                assert condition.test(case.example, book, day) == case.says, (book.partner, case.when, day)


@pytest.mark.parametrize(("check", "subject", "condition"), EVERY)
def test_what_is_read_is_declared(check, subject, condition) -> None:
    """A condition reads no parameter and no question but those it names: by them partners are told apart."""
    answers = [each for each in known_answers(check.name, 60) if set(subject.first) <= each[0].keys()]
    named = {*condition.keys, *subject.first, *DEFAULTS}
    for book in possible_books(load(), subject.partner):
        remembered, asked = remembering(book)
        for some, day in [(case.example, DAY) for case in condition.cases(book)] + answers:
            said = condition.test(some, remembered, day)
            only = {key: value for key, value in some.items() if key in named}
            assert condition.test(only, book, day) == said, (some, day)
            assert not isinstance(said, tuple) or set(said) <= {*condition.keys}, (some, day)
        assert asked <= set(condition.facts), book.partner


@pytest.mark.parametrize(("check", "subject", "rule"), EVERY_DATE)
def test_what_a_date_reads_is_declared(check, subject, rule) -> None:
    """So that without a partner a date has as many values as partners differ in."""
    for book in possible_books(load(), subject.partner):
        remembered, asked = remembering(book)
        for some, day in known_answers(check.name, 60):
            for calc in filter(None, (rule.calc, rule.latest)):
                calc(some, remembered, day)
        assert asked <= set(rule.facts), book.partner


@pytest.mark.parametrize(("check", "subject", "condition"), EVERY)
def test_a_condition_has_its_rule_and_its_words(check, subject, condition) -> None:
    """Each rests on a parameter or an option, asks questions of its check, and can be told."""
    assert condition in (*subject.conditions, subject.scope)
    law = load()
    assert condition.rule in law.parameters or condition.rule in {option.id for option in law.options}
    assert set(condition.facts) | set(condition.assumes) <= law.parameters.keys()
    assert set(condition.keys) <= set(check.keys)
    assert condition.needs


def test_every_subject_is_decided_somehow() -> None:
    """By conditions, by a verdict of its own, or not at all; names of subjects are not given twice in a check."""
    for check in CHECKS.values():
        names = [subject.name for each, subject in subjects(load()) if each is check]
        assert len(set(names)) == len(names) > 0
    kinds = {
        bool(subject.conditions) + bool(subject.decides) for _, subject in subjects(load()) if subject.name != "plan"
    }
    assert kinds <= {0, 1}


@table(
    "says folded",
    [
        ([YES, YES], YES, "all met"),
        ([YES, NOT_COVERED], NOT_COVERED, "one is not covered"),
        ([NOT_COVERED, ("a",), YES], ("a",), "what is asked comes before that"),
        ([("b", "a"), ("a", "c")], ("b", "a", "c"), "each question once, in their order"),
        ([("a",), NO, TIME], NO, "a no comes before all"),
        ([YES, TIME], TIME, "time alone"),
        ([TIME, ("a",)], ("a",), "time, and a question"),
    ],
)
def test_what_several_conditions_say_together(says: list, folded: object) -> None:
    """The first of no, unknown, not covered and yes."""
    assert fold(says) == folded
    assert verdict_of(fold(says)) in {YES, NO, NOT_COVERED, "unknown"}
