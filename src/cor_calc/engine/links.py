"""Answers in an address: `#v=2&partner=esc&employees=9`, as the contract's section 7 has it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from cor_calc.engine.kinds import ListOf, Row
from cor_calc.engine.questions import questions

VERSION = "2"
CHECK = "check/"


def fragment(given: Mapping[str, Any]) -> str:
    """Return answers, as JSON values, as the fragment of an address; "" where there are none."""
    pairs = [f"{key}={value}" for key, answer in given.items() for value in _values(key, answer)]
    return "#" + "&".join([f"v={VERSION}", *pairs]) if pairs else ""


def _values(key: str, answer: Any) -> list[str]:
    kind = questions()[key].kind
    if not isinstance(kind, ListOf) or not isinstance(answer, list):
        return [_encoded(answer)]
    if not answer:
        return ["none"]
    if isinstance(kind.item, Row):
        fields = [field.key for field in kind.item.fields]
        return [",".join(_encoded((row or {}).get(name)) for name in fields) for row in answer]
    return [",".join(_encoded(item) for item in answer)]


def _encoded(value: Any) -> str:
    """Return one value, percent-encoded; "80.00" as people write it, 80."""
    if value is None:
        return ""
    text = str(value)
    if text.count(".") == 1 and text.replace(".", "").isdigit():
        text = text.rstrip("0").rstrip(".")
    return quote(text, safe="-_.")


def carrying(href: str, given: Mapping[str, Any], keys: Mapping[str, tuple[str, ...]]) -> str:
    """Return a step's address; one to a check carries the answers that both ask. `keys` are those of every check."""
    name = href.removeprefix(CHECK).strip("/")
    if not href.startswith(CHECK) or name not in keys:
        return href
    return href + fragment({key: value for key, value in given.items() if key in keys[name]})
