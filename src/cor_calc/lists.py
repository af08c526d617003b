"""Answers that are lists: percents, or rows of a small form of their own."""

from dataclasses import dataclass
from typing import Any

from cor_calc.answers import UNSURE, UNSURE_TEXT, Question, known, questions, read_fields, written_fields
from cor_calc.kinds import Kind
from cor_calc.problems import Problems


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: a dataclass of its own questions."""

    cls: type

    @property
    def fields(self) -> tuple[Question, ...]:
        """The questions of a row, in their order."""
        return questions(self.cls)

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> Any:
        """Return the row, or None with a problem noted."""
        if not isinstance(raw, dict):
            keys = ", ".join(question.key for question in self.fields)
            problems.note(path, "wrong_type", f"Enter each row of {noun} with {keys}.")
            return None
        return read_fields(self.cls, raw, f"{path}.", problems)

    def write(self, value: Any) -> dict[str, Any]:
        """Return the row as a JSON object, given values alone."""
        return written_fields(value)

    def shown(self, value: Any) -> str:
        """Return the row's given values, joined."""
        answers = ((question, getattr(value, question.key)) for question in self.fields)
        shown = [question.kind.shown(answer) for question, answer in answers if known(answer)]
        first, *rest = shown or ["not known"]
        return ", ".join([first, *(each[:1].lower() + each[1:] for each in rest)])


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one kind, kept as a tuple. An item may be unanswered or unsure, as any answer may."""

    item: Kind
    low: int
    high: int

    def read(self, raw: object, path: str, noun: str, problems: Problems) -> tuple[Any, ...] | None:
        """Return the items, or None with a problem noted."""
        if not isinstance(raw, list):
            problems.note(path, "wrong_type", f"Enter {noun} as a list.")
            return None
        if len(raw) < self.low:
            problems.note(path, "out_of_range", f"Enter {noun}: at least {self.low}.")
        if len(raw) > self.high:
            problems.note(path, "too_many", f"Enter {noun}: at most {self.high}.")
            return None
        read, places = self.item.read, enumerate(raw)
        if isinstance(self.item, Row):
            return tuple(read(each, f"{path}.{place}", noun, problems) for place, each in places)
        open_items, each_of = {None: None, UNSURE_TEXT: UNSURE}, f"each of {noun}"
        return tuple(
            open_items[one] if one is None or one == UNSURE_TEXT else read(one, f"{path}.{place}", each_of, problems)
            for place, one in places
        )

    def write(self, value: tuple[Any, ...]) -> list[Any]:
        """Return the items as a JSON list."""
        return [UNSURE_TEXT if each is UNSURE else None if each is None else self.item.write(each) for each in value]

    def shown(self, value: tuple[Any, ...]) -> str:
        """Return the items, joined; "none" for an empty list."""
        return "; ".join(self.item.shown(each) if known(each) else "not known" for each in value) or "none"
