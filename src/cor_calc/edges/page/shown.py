"""What a page shows of an outcome in words: answers, figures and changes, as the findings and headlines put them."""

from collections.abc import Mapping, Sequence
from typing import Any

from cor_calc.checks.certificate_years import sent_in_to
from cor_calc.checks.maintenance import ENDED
from cor_calc.edges.description import CERTIFICATES, FIGURES
from cor_calc.engine.judging import PARTNER
from cor_calc.engine.kinds import UNSURE, Kind, ListOf
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import ELEMENT, MONEY, PERCENT, POINTS, Question, questions
from cor_calc.law import Book, Law
from cor_calc.numbers import hundredths

NOT_KNOWN = "not known"
_NUMBERS = {"percent": PERCENT, "money": MONEY, "points": POINTS}


def answers_shown(given: Mapping[str, Any], law: Law) -> dict[str, str]:
    """Return answers, as an outcome has them, in words by their keys; of a list each item on a line of its own."""
    asked = questions(law)
    names = law.names(given.get(PARTNER)) if given.get(PARTNER) in law.partners else ()
    return {key: _lines(value, asked[key], names) for key, value in given.items()}


def _lines(value: Any, question: Question, names: Sequence[str]) -> str:
    kind = question.kind
    if not isinstance(kind, ListOf) or not isinstance(value, list) or not value:
        return _answer(value, kind)
    if question.names == "":  # scores of elements, each by its place
        called = [*names[: len(value)], *(f"Element {place}" for place in range(len(names) + 1, len(value) + 1))]
        return "\n".join(f"{name}: {_answer(each, kind.item)}" for name, each in zip(called, value, strict=True))
    return "\n".join(_points(each) if kind.item is ELEMENT else _answer(each, kind.item) for each in value)


def _points(row: Any) -> str:
    """Return an element's points in words: "Training: 40 of 50 points"."""
    row = row if isinstance(row, Mapping) else {}
    awarded, possible = (_answer(row.get(key), POINTS) for key in ("awarded", "possible"))
    count = awarded.removesuffix(" points").removesuffix(" point")
    told = NOT_KNOWN if awarded == possible == NOT_KNOWN else f"{count} of {possible}"
    return f"{row.get('name') or 'Without a name'}: {told}"


def figures_shown(figures: Mapping[str, str | int]) -> dict[str, str]:
    """Return figures, as an outcome has them, in words by their names: "10%", "$2,250.02", "3 points"."""
    return {name: _figure(str(figure), FIGURES[name][1]) for name, figure in figures.items()}


def _figure(figure: str, unit: str) -> str:
    if unit == "certificate":
        return CERTIFICATES[figure]
    return _NUMBERS[unit].shown(hundredths(figure)) if unit in _NUMBERS else figure


def changes_shown(changes: list[list[Mapping[str, Any]]], book: Book) -> list[list[dict[str, str | None]]]:
    """Return sets of changes in words: what changes, from what, to what, and the day until which waiting is enough.

    Of a list only the items that change are told, by their numbers and, at a known partner, its elements' names.
    The day is None where the change itself is that day. Where a maintenance audit has to be sent in by its day, one
    that ends too late is moved to before that day.
    """
    return [[told for change in each for told in _change(change, book)] for each in changes]


def _change(change: Mapping[str, Any], book: Book) -> list[dict[str, str | None]]:
    question = questions(book.law)[change["key"]]
    before, after = change["from"], change["to"]
    when = change["when"] if change["when"] != after else None
    if not isinstance(question.kind, ListOf):
        kind = question.kind
        to = _answer(after, kind)
        if change["key"] == ENDED and str(after) < str(before) and sent_in_to(book):
            to = f"a day before {to}"
        return [{"what": question.noun, "from": _answer(before, kind), "to": to, "when": when}]
    names = book.law.names(book.partner) if book.partner else ()
    item = question.kind.item
    return [
        {
            "what": ", ".join([f"number {place + 1}", *names[place : place + 1]]),
            "from": _answer(old, item),
            "to": _answer(new, item),
            "when": when,
        }
        for place, (old, new) in enumerate(zip(before, after, strict=True))
        if old != new
    ]


def _answer(value: Any, kind: Kind) -> str:
    """Return a JSON value of an answer, which was read before, in words."""
    if value is None:
        return NOT_KNOWN
    if value == UNSURE:
        return "not sure"
    return kind.shown(kind.read(value, "", "", Problems()))
