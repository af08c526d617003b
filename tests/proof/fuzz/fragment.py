"""Links: read, written and read again they say the same, and nothing typed into the address bar raises."""

import json
import subprocess
import tempfile
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote

from cor_calc.answers import Question
from cor_calc.checks import CHECKS
from cor_calc.lists import ListOf, Row
from cor_site.setup.paths import CALCULATOR, node
from tests.calc import shapes

PIECES = (
    "&", "=", ",", ";", "%", "%2", "%20", "%C3", "%00", "%75nsure", "%6eone", "unsure", "none", "v=1",
    "#", "+", "é", "🦺", "",
)  # fmt: skip
HERE = Path(__file__).resolve().parent
Example = tuple[list[dict[str, Any]], str]


def form(question: Question) -> dict[str, Any]:
    """Return a question as the form in the page has it."""
    kind = question.kind
    rows = isinstance(kind, ListOf) and isinstance(kind.item, Row)
    return {
        "key": question.key,
        "noun": question.noun,
        "kind": "rows" if rows else "list" if isinstance(kind, ListOf) else "one",
        "fields": [each.key for each in kind.item.fields]
        if isinstance(kind, ListOf) and isinstance(kind.item, Row)
        else [],
        "mayBeEmpty": isinstance(kind, ListOf) and kind.low == 0,
        "most": kind.high if isinstance(kind, ListOf) else 1,
    }


def example(chance: Random) -> Example:
    """Return a check's questions and a link: with sound values, with pieces of links, or both."""
    check = chance.choice(list(CHECKS))
    pairs = ["v=1"] if chance.random() < 0.95 else [odd(chance)]
    for key in shapes.KEYS[check]:
        if chance.random() < 0.8:
            pairs += [f"{key}={value(chance, key)}" for _ in range(chance.choice((1, 1, 1, 2)))]
    if chance.random() < 0.1:
        pairs.append(odd(chance))
    return [form(question) for question in CHECKS[check].questions], "#" * chance.randrange(2) + "&".join(pairs)


def value(chance: Random, key: str) -> str:
    """Return the value of a pair."""
    if chance.random() < 0.3:
        return odd(chance)
    drawn = shapes.value(chance, key, 0)
    if isinstance(drawn, list):
        return ",".join(
            quote(str(part)) for item in drawn for part in (item.values() if isinstance(item, dict) else [item])
        )
    return quote(str(drawn))


def odd(chance: Random) -> str:
    """Return a few pieces of links."""
    return "".join(chance.choices(PIECES, k=chance.randrange(6)))


def faults(examples: list[Example]) -> list[str | None]:
    """Return what goes wrong with each link, None where nothing does."""
    with tempfile.NamedTemporaryFile("w", encoding="ascii", suffix=".json") as file:
        json.dump(examples, file)
        file.flush()
        command = [str(node()), str(HERE / "fragment.mjs"), str(CALCULATOR / "fragment.mjs"), file.name]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found: list[str | None] = json.loads(done.stdout)
    return found
