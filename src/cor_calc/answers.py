"""Questions and answers. A check's answers are one frozen dataclass; each field is made by `ask`.

This is the only list of questions: reading, JSON Schema, the form, the link in the
address bar, the CSV columns and the tables are all made from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Enum
from functools import cache
from typing import Any, Final

from cor_calc.kinds import Kind
from cor_calc.problems import Problems


class Unsure(Enum):
    """The answer of someone who was asked and does not know."""

    UNSURE = "unsure"


UNSURE: Final = Unsure.UNSURE
UNSURE_TEXT: Final = "unsure"
Unanswered = Unsure | None


class CanChange(Enum):
    """Whether an answer is something that a person can change."""

    NEVER = "never"
    WITH_TIME = "with time"
    YES = "yes"


def known(value: object) -> bool:
    """Return whether an answer was given: neither left out nor unsure."""
    return value is not None and value is not UNSURE


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its key, its words, the kind of its answer and whether a person can change that.

    `noun` is what the question asks for, as it reads within a sentence: "the overall score".
    """

    key: str
    label: str
    noun: str
    hint: str
    kind: Kind
    can_change: CanChange
    optional: bool


def ask(  # noqa: PLR0913 - a question has this many parts, all by name
    label: str,
    *,
    noun: str,
    kind: Kind,
    hint: str = "",
    can_change: CanChange = CanChange.NEVER,
    optional: bool = False,
) -> Any:
    """Return the dataclass field of a question; left unanswered it is None."""
    parts = (label, noun, hint, kind, can_change, optional)
    return field(default=None, metadata={"question": parts})


@cache
def questions(answers: type) -> tuple[Question, ...]:
    """Return the questions of an answers dataclass, in their order."""
    return tuple(Question(each.name, *each.metadata["question"]) for each in fields(answers))


def read_fields(cls: type, raw: Mapping[str, object], path: str, problems: Problems) -> Any:
    """Return the dataclass read from JSON values, every problem noted under its path."""
    asked = questions(cls)
    keys = [question.key for question in asked]
    for key in raw:
        if key not in keys:
            problems.note(path + key, "unknown_key", f"Remove {key!a}: the questions here are {', '.join(keys)}.")
    return cls(**{question.key: read_answer(question, raw, path, problems) for question in asked})


def read_answer(question: Question, raw: Mapping[str, object], path: str, problems: Problems) -> Any:
    """Return one answer: None where it was not given, UNSURE, or the value."""
    value = raw.get(question.key)
    if value is None:
        return None
    if value == UNSURE_TEXT:
        return UNSURE
    return question.kind.read(value, path + question.key, question.noun, problems)


def written_fields(answers: Any) -> dict[str, Any]:
    """Return the answers as JSON values, in their order, those given alone."""
    given: dict[str, Any] = {}
    cls: type = type(answers)
    for question in questions(cls):
        value = getattr(answers, question.key)
        if value is UNSURE:
            given[question.key] = UNSURE_TEXT
        elif value is not None:
            given[question.key] = question.kind.write(value)
    return given
