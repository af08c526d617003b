"""The case table under facts that are one unit off: `python -m tests.proof.shifts`.

Prints, as JSON, for every number that the rules read and for every bound, shifted down and up by its smallest unit,
the first situation of the case tables whose outcome is then another one, or null.
"""

import json
import pkgutil
import random
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.calc.cases import BAD_DAYS, BAD_TEXTS, CASES, TODAY

RULES = Path(__file__).resolve().parents[2] / "src" / "cor_calc"
TEXT = (RULES / "facts.toml").read_text(encoding="utf-8")

EDGES = (
    ("certification", '{"employees": 99999}', TODAY),
    ("certification", '{"documentation_months": 0}', TODAY),
    ("certification", '{"documentation_months": 1200}', TODAY),
    ("plan", '{"records_since": "1899-12-31"}', TODAY),
    ("plan", '{"records_since": "2200-01-01"}', TODAY),
    ("plan", "{}", "2023-01-01"),
)
SITUATIONS = [
    *((check, json.dumps(answers), as_of) for check, answers, as_of, _ in CASES),
    *((check, text, TODAY) for check, text, _ in BAD_TEXTS),
    *(("plan", "{}", as_of) for as_of, _ in BAD_DAYS),
    *EDGES,
]
random.Random(1).shuffle(SITUATIONS)  # noqa: S311 - every check comes early, so that a difference is soon found
PARTS = ("verdict", "certificate", "stage", "dates", "figures")


def load(text: str) -> ModuleType:
    """Return the rules, imported afresh with this text as their facts."""
    for name in [name for name in sys.modules if name.split(".")[0] == "cor_calc"]:
        del sys.modules[name]
    pkgutil.get_data = lambda _package, _resource: text.encode()
    return import_module("cor_calc")


def decided(rules: ModuleType, situation: tuple[str, str, str]) -> Any:
    """Return what an outcome decides, without its words: or the places and codes of its problems."""
    out = json.loads(rules.check_json(*situation))
    if "problems" in out:
        return [(problem["path"], problem["code"]) for problem in out["problems"]]
    results = [[result[part] for part in PARTS] for result in out["results"]]
    alarms = re.findall("TRIGGER:.*", out.get("calendar", ""))
    return [results, [notice["code"] for notice in out["notices"]], alarms]


def numbers() -> tuple[dict[str, str], list[Any]]:
    """Return the ids of the facts whose number the rules read, each with how, and what every situation decides.

    How is `number` or `hundredths`, the property that was read.
    """
    bare = ModuleType("cor_calc")
    bare.__path__ = [str(RULES)]
    sys.modules["cor_calc"] = bare  # the facts alone, before any rule has read one
    known = import_module("cor_calc.facts")
    read: dict[str, str] = {}

    def noting(name: str) -> property:
        own = getattr(known.Fact, name)

        def noted(fact: Any) -> Any:
            read[fact.id] = name
            return own.fget(fact)

        return property(noted)

    for name in ("number", "hundredths"):
        setattr(known.Fact, name, noting(name))
    del sys.modules["cor_calc"]
    rules = import_module("cor_calc")
    plain = [decided(rules, situation) for situation in SITUATIONS]
    return read, plain


def shifted_facts(read: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield every shift of a fact that the rules read: its name, and the facts' text with it."""
    for fact, how in read.items():
        unit = Decimal("0.01") if how == "hundredths" else Decimal(1)
        for sign in (-1, 1):
            pattern = rf'(\n\[\[fact\]\]\nid = "{fact}"\n(?:[^\[\n].*\n)*?value = )"?([0-9.]+)"?\n'
            found = re.search(pattern, TEXT)
            assert found, fact
            other = f"{Decimal(found[2]) + sign * unit}"
            value = f'"{other}"' if how == "hundredths" else other
            yield f"{fact} {other}", TEXT[: found.start()] + f"{found[1]}{value}\n" + TEXT[found.end() :]


def shifted_bounds() -> Iterator[tuple[str, str]]:
    """Yield every shift of a bound. None lies below nought: a number with a sign cannot be written at all."""
    bounds = re.finditer(r"^(\w+) = \{ low = (?P<low>\S+), high = (?P<high>\S+) \}$", TEXT, re.MULTILINE)
    ends = [(f"{bound[1]} {end}", bound.span(end)) for bound in bounds for end in ("low", "high")]
    ends += [("ruleset from", since.span(1)) for since in re.finditer(r"\[\[ruleset\]\]\nid = .*\nfrom = (\S+)", TEXT)]
    for name, (start, end) in ends:
        for other in (_moved(TEXT[start:end], -1), _moved(TEXT[start:end], 1)):
            if not other.startswith("-"):
                yield f"{name} {other}", TEXT[:start] + other + TEXT[end:]


def _moved(value: str, sign: int) -> str:
    if "-" in value:
        return (date.fromisoformat(value) + sign * timedelta(days=1)).isoformat()
    return str(int(value) + sign)


def main() -> None:
    """Write the first situation that each shift decides otherwise."""
    read, plain = numbers()
    found = {}
    for name, text in (*shifted_facts(read), *shifted_bounds()):
        rules = load(text)
        ways = zip(SITUATIONS, plain, strict=True)
        found[name] = next((situation for situation, was in ways if decided(rules, situation) != was), None)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
