"""Conditions that must all hold: the verdict, the findings, the open questions and the words for them.

Each condition asks for answers of its own, so "unknown" here is exact: whatever is
unknown can still decide the verdict, and nothing else can.
"""

from collections.abc import Iterable
from typing import Any

from cor_calc.answers import Question, known, questions
from cor_calc.facts import fact
from cor_calc.kinds import Kind
from cor_calc.lists import ListOf
from cor_calc.logic import AtLeast, AtMost, Condition, EveryAtLeast, OneOf, Truth, YearsAfter, both
from cor_calc.outcome import VERDICT_OF, Finding, Verdict

Conditions = tuple[Condition, ...]


def verdict(conditions: Conditions, answers: Any) -> Truth:
    """Return whether all conditions hold."""
    return both(condition.holds(answers) for condition in conditions)


def open_questions(conditions: Conditions, answers: Any) -> tuple[str, ...]:
    """Return the keys whose answers can still change the verdict, and only those."""
    if verdict(conditions, answers) is not Truth.UNKNOWN:
        return ()
    open_now = [each for each in conditions if each.holds(answers) is Truth.UNKNOWN]
    asked = {key for each in open_now for key in _unknown_keys(each, answers)}
    cls: type = type(answers)
    return tuple(question.key for question in questions(cls) if question.key in asked)


def _unknown_keys(condition: Condition, answers: Any) -> list[str]:
    """Return the unanswered keys of an open condition; a list with unknown items stays open itself."""
    keys = [condition.after, condition.key] if isinstance(condition, YearsAfter) else [condition.key]
    return [key for key in keys if not known(getattr(answers, key))] or keys


def findings(conditions: Conditions, answers: Any, decided: Verdict) -> tuple[Finding, ...]:
    """Return each condition held against the answers; those that agree with the verdict are decisive."""
    return tuple(_finding(each, answers, decided) for each in conditions)


def _finding(condition: Condition, answers: Any, decided: Verdict) -> Finding:
    met = VERDICT_OF[condition.holds(answers)]
    question = question_of(type(answers), condition.key)
    return Finding(
        rule=condition.rule,
        met=met,
        decisive=met is decided,
        statement=fact(condition.rule).sentence(),
        answer=shown_answer(question, getattr(answers, condition.key)),
        needs=needs(condition, question.kind),
    )


def listed(keys: Iterable[str], answers: type) -> str:
    """Return what questions ask for, as a list in words: "the overall score and the assessor"."""
    *most, last = [question_of(answers, key).noun for key in keys]
    return f"{', '.join(most)} and {last}" if most else last


def question_of(answers: type, key: str) -> Question:
    """Return the question with this key."""
    return next(question for question in questions(answers) if question.key == key)


def shown_answer(question: Question, value: Any) -> str | None:
    """Return an answer as a person reads it: None where there is none."""
    if value is None:
        return None
    return question.kind.shown(value) if known(value) else "not sure"


def needs(condition: Condition, kind: Kind) -> str:
    """Return what a condition asks for, in words."""
    match condition:
        case AtLeast():
            return f"at least {kind.shown(condition.limit)}"
        case AtMost():
            return f"at most {kind.shown(condition.limit)}"
        case EveryAtLeast():
            return f"at least {_item(kind).shown(condition.limit)} in each"
        case OneOf():
            return condition.needs
        case YearsAfter():  # pragma: no branch - there is no sixth
            return f"in the {fact(condition.rule).shown()} after the calendar year of certification"


def shortfalls(conditions: Iterable[Condition], answers: Any) -> list[str]:
    """Return, for each condition that is not met, the reason in a few words."""
    failed = [each for each in conditions if each.holds(answers) is Truth.NO]
    return [_shortfall(each, answers) for each in failed]


def _shortfall(condition: Condition, answers: Any) -> str:
    question = question_of(type(answers), condition.key)
    value = getattr(answers, condition.key)
    if not known(value):
        return f"{question.noun} cannot be met by any day (needed: {needs(condition, question.kind)})"
    if isinstance(condition, EveryAtLeast):
        item = _item(question.kind)
        low = [
            f"element {place} has {item.shown(each)}"
            for place, each in enumerate(value, start=1)
            if known(each) and each < condition.limit
        ]
        said = ", ".join(low)
    else:
        shown = question.kind.shown(value)
        said = f"{question.noun} is {shown[0].lower()}{shown[1:]}"
    return f"{said} (needed: {needs(condition, question.kind)})"


def _item(kind: Kind) -> Kind:
    return kind.item if isinstance(kind, ListOf) else kind
