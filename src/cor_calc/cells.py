"""Answers as cells of a table: items separated by `;`, a row's values by `|`, a backslash before either."""

import re

from cor_calc.answers import UNSURE_TEXT, Question
from cor_calc.kinds import Kind
from cor_calc.lists import ListOf, Row

EMPTY_LIST = "none"
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def raw_answer(kind: Kind, cell: str) -> object:
    """Return a cell as the JSON value that it stands for; None for an empty cell."""
    if not cell:
        return None
    if not isinstance(kind, ListOf) or cell == UNSURE_TEXT:
        return cell
    if cell == EMPTY_LIST:
        return []
    items = _split(cell, ";")
    if isinstance(kind.item, Row):
        return [_row(kind.item, item) for item in items]
    return [_plain(item) or None for item in items]


def _row(kind: Row, text: str) -> object:
    values = [_plain(value) or None for value in _split(text, "|")]
    if len(values) != len(kind.fields):
        return text
    return {question.key: value for question, value in zip(kind.fields, values, strict=True)}


def _split(text: str, separator: str) -> list[str]:
    """Split at the separators that no backslash stands before; the backslashes stay."""
    if "\\" not in text:
        return text.split(separator)
    parts = [""]
    for piece in re.findall(r"\\.|.", text, re.DOTALL):
        if piece == separator:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def cell_form(question: Question) -> str:
    """Return, in words, how an answer is written in a cell."""
    if not isinstance(question.kind, ListOf):
        return "the value"
    if not isinstance(question.kind.item, Row):
        return "values separated by `;`"
    fields = "|".join(each.key for each in question.kind.item.fields)
    return f"`{fields}`, rows separated by `;`, `{EMPTY_LIST}` for an empty list"
