"""Answers in an address: `#v=2&partner=esc&employees=9`, as the contract's section 7 has it."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from cor_calc.engine.kinds import Kind, ListOf, Row, Text
from cor_calc.engine.questions import QUESTIONS

VERSION = "2"
CHECK = "check/"
_HALF = re.compile("[\ud800-\udfff]")


def fragment(given: Mapping[str, Any]) -> str:
    """Return answers, as JSON values, as the fragment of an address; "" where there are none."""
    pairs = [f"{key}={value}" for key, answer in given.items() for value in _values(key, answer)]
    return "#" + "&".join([f"v={VERSION}", *pairs]) if pairs else ""


def _values(key: str, answer: Any) -> list[str]:
    kind = QUESTIONS[key].kind
    if not isinstance(kind, ListOf) or not isinstance(answer, list):
        return [_encoded(answer, kind)]
    if not answer:
        return ["none"]
    item = kind.item
    if isinstance(item, Row):
        rows = [row or {} for row in answer]
        return [",".join(_encoded(row.get(field.key), field.kind) for field in item.fields) for row in rows]
    return [",".join(_encoded(each, item) for each in answer)]


def _encoded(value: Any, kind: Kind) -> str:
    """Return one value, percent-encoded; the number "80.00" as people write it, 80. What is not known is empty.

    A lone surrogate, which no address can hold, becomes U+FFFD.
    """
    if value is None:
        return ""
    text = str(value)
    if not isinstance(kind, Text) and text.count(".") == 1 and text.replace(".", "").isdigit():
        text = text.rstrip("0").rstrip(".")
    return quote(_HALF.sub("\ufffd", text), safe="-_.")


def carrying(href: str, given: Mapping[str, Any], keys: Mapping[str, tuple[str, ...]]) -> str:
    """Return a step's address; one to a check carries the answers that both ask. `keys` are those of every check."""
    name = href.removeprefix(CHECK).strip("/")
    if not href.startswith(CHECK) or name not in keys:
        return href
    return href + fragment({key: value for key, value in given.items() if key in keys[name]})
