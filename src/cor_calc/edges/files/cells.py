"""Answers as cells of a table, as spreadsheets write them: 80%, $1,234.50, 2025/03/01, "Not yet".

Items of a list are separated by `;`, the values of a row by `|`, with a backslash before a `;`, `|` or
backslash of the text.
"""

import re
from functools import lru_cache
from typing import Any

from cor_calc.engine.kinds import UNSURE, Choice, Day, Hundredths, Kind, ListOf, OrWord, Row, Text, Whole
from cor_calc.engine.questions import NOT_APPLICABLE

EMPTY_LIST = "none"
SEPARATOR, ESCAPE = ";", "\\"
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PIECES = re.compile(r"\\.|.", re.DOTALL)
_THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?\Z")
_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}\Z")
_SLASHED = re.compile(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})\Z")


@lru_cache(1 << 12)
def header_key(text: str) -> str:
    """Return a header as a key: whatever its case, blanks around it, or blanks and hyphens for underscores."""
    return re.sub(r"[\s-]+", "_", text.strip().casefold())


def raw_answer(kind: Kind, cell: str, *, decimal_comma: bool = False) -> Any:
    """Return a cell as the JSON value that it stands for; None for an empty cell.

    `decimal_comma`: whether 80,5 is 80.5, as in files whose cells no comma separates.
    """
    text = cell.strip()
    if not isinstance(kind, ListOf):
        return _answer(kind, text, decimal_comma)
    if not text or (not text[0].isdigit() and header_key(text) in {UNSURE, EMPTY_LIST}):
        return {"": None, UNSURE: UNSURE}.get(header_key(text), [])
    items = _split(text, SEPARATOR)
    if isinstance(kind.item, Row):
        return [_row(kind.item, item, decimal_comma) for item in items]
    return [_answer(kind.item, _plain(item).strip(), decimal_comma) for item in items]


def _answer(kind: Kind, text: str, decimal_comma: bool) -> Any:  # noqa: FBT001 - handed down
    """Return one value, None for an empty text. Digits alone need no second look: most cells hold those."""
    if text.isdecimal() or not text:
        return text or None
    if not isinstance(kind, Text) and header_key(text) == UNSURE:
        return UNSURE
    return _value(kind, text, decimal_comma)


def _value(kind: Kind, text: str, decimal_comma: bool) -> Any:  # noqa: FBT001 - handed down
    match kind:
        case Whole() | Hundredths():
            return _number(kind, text, decimal_comma)
        case OrWord(inner, words):
            return _number(inner, text, decimal_comma) if text[0].isdigit() else _word(words, text) or text
        case Choice(options):
            return _word(options, text) or text
        case Day(words):
            return _word(words, text) or _day(text)
        case _:
            return _plain(text)


def _number(kind: Whole | Hundredths, text: str, decimal_comma: bool) -> str:  # noqa: FBT001 - handed down
    """Return a number as JSON writes it: without its unit, its thousands' commas, and with a decimal point."""
    bare = text
    if kind.unit == "money":
        bare = text.removeprefix("$").strip()
    elif kind.unit == "percent":
        bare = text.removesuffix("%").strip()
    if "," in bare and _THOUSANDS.match(bare):
        return bare.replace(",", "")
    return bare.replace(",", ".") if decimal_comma and _COMMA.match(bare) else bare


def _word(options: tuple[tuple[str, str], ...], text: str) -> str | None:
    """Return the value that a text names, by itself or by the words beside its control; "N/A" is not applicable.

    Of a label such as "AMTA: Alberta Motor Transport Association" the short and the full name do as well.
    """
    said = header_key(text)
    if said in {"n/a", "na"}:
        said = NOT_APPLICABLE
    return next(
        (value for value, label in options if said in {value, *map(header_key, (label, *label.split(": ", 1)))}), None
    )


def _day(text: str) -> str:
    found = _SLASHED.match(text)
    return f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}" if found else text


def _row(kind: Row, text: str, decimal_comma: bool) -> Any:  # noqa: FBT001 - handed down
    """Return a row's fields; None for an empty text, and the text itself where it has another number of fields."""
    if not text.strip():
        return None
    values = [_plain(value).strip() for value in _split(text, "|")]
    if len(values) != len(kind.fields):
        return text
    given = zip(kind.fields, values, strict=True)
    return {field.key: _answer(field.kind, value, decimal_comma) for field, value in given if value}


def _split(text: str, separator: str) -> list[str]:
    """Split at the separators that no backslash stands before; the backslashes stay."""
    if ESCAPE not in text:
        return text.split(separator)
    parts: list[list[str]] = [[]]
    for piece in _PIECES.findall(text):
        if piece == separator:
            parts.append([])
        else:
            parts[-1].append(piece)
    return ["".join(part) for part in parts]


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text) if ESCAPE in text else text
