"""The facts file: every number of the rules is there, and a file at fault is refused."""

import tomllib
from importlib.resources import files

import pytest

from cor_calc import facts
from cor_calc.facts import FactsError

TEXT = (files("cor_calc") / "facts.toml").read_text(encoding="utf-8")

NUMBERS = [
    (10, "people", "the largest employer that SECOR takes"),
    (3, "months", "records before any audit"),
    (12, "months", "records for a standard certificate, and the window of independence"),
    (80, "percent", "the overall line of certification"),
    (50, "percent", "the line of each element"),
    (60, "percent", "the overall line of maintenance"),
    (6, "months", "from Module 12 to the audit"),
    (3, "years", "a standard certificate"),
    (1, "years", "a one-year certificate"),
    (45, "days", "field work for COR"),
    (15, "days", "field work for SECOR"),
    (21, "days", "the report"),
    (10, "percent", "the refund's first year"),
    (5, "percent", "the refund of a maintained year"),
    (20, "percent", "the refund's most"),
]


@pytest.mark.parametrize(("value", "unit"), [row[:2] for row in NUMBERS], ids=[row[2] for row in NUMBERS])
def test_every_number_is_a_fact(value: int, unit: str) -> None:
    """Each number that decides is a fact with its unit."""
    units = {unit, unit.removesuffix("s"), "employees" if unit == "people" else unit}
    assert [f.id for f in facts.load().facts.values() if f.value == value and f.unit in units]


def test_half_a_point_is_a_fact() -> None:
    """How near a score must be to be remarked on is a fact too, written without a float."""
    assert [f.id for f in facts.load().facts.values() if f.value == "0.5"]


def test_no_float_in_the_file() -> None:
    """No value of the file is a binary float."""

    def floats(value: object) -> list[object]:
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            return [found for item in value for found in floats(item)]
        return [value] if isinstance(value, float) else []

    assert floats(tomllib.loads(TEXT)) == []


def test_every_fact_has_its_basis() -> None:
    """Stated and elsewhere name a source, stated the AASP's page; derived and reading give a reason."""
    known = facts.load()
    for fact in known.facts.values():
        sources = {citation.id for citation in fact.sources}
        assert sources <= set(known.sources), fact.id
        if fact.basis in ("stated", "elsewhere"):
            assert sources, fact.id
            assert ("aasp-faq" in sources) or fact.basis == "elsewhere", fact.id
        else:
            assert fact.reason, fact.id


MINIMAL = """
review_after_months = 6
[[ruleset]]
id = "2023-01-01"
from = 2023-01-01
[[source]]
id = "page"
title = "A page"
publisher = "A publisher"
url = "https://example.com/"
dated = "undated"
read = 2026-11-22
[[partner]]
id = "aasp"
short = "AASP"
name = "Alberta Association for Safety Partnerships"
sector = "any"
url = "https://example.com/"
[bounds]
[[fact]]
id = "limit"
topic = "size"
title = "A limit"
value = 10
unit = "people"
applies_to = ["secor"]
basis = "elsewhere"
statement = "At most {value}."
sources = [ { id = "page", at = "Top", quote = "ten" } ]
checked = 2026-11-22
"""

SECOND = MINIMAL[MINIMAL.index("[[fact]]") :]
RULES = '[[ruleset]]\nid = "2023-01-01"\nfrom = 2023-01-01\n'


def rulesets(*periods: tuple[str, str]) -> str:
    """Return the smallest file with these periods of rules instead of its own."""
    entries = [
        f'[[ruleset]]\nid = "{since}"\nfrom = {since}\n' + (f"until = {until}\n" if until else "")
        for since, until in periods
    ]
    return MINIMAL.replace(RULES, "".join(entries))


def test_the_smallest_file_is_read() -> None:
    """The file that the faults below are made from is itself in order."""
    assert facts.read(MINIMAL).facts["limit"].shown() == "10 people"
    assert len(facts.read(rulesets(("2023-01-01", "2026-12-31"), ("2027-01-01", ""))).rulesets) == 2


FAULTS = [
    (MINIMAL.replace('{ id = "page"', '{ id = "elsewhere"'), "a source that is not listed"),
    (MINIMAL.replace("checked = 2026-11-22\n", ""), "no day on which it was checked"),
    (MINIMAL.replace("read = 2026-11-22\n", ""), "a source without the day on which it was read"),
    (MINIMAL.replace("checked = 2026-11-22", 'checked = "yesterday"'), "a day in words"),
    (MINIMAL.replace("value = 10", "value = 0.5"), "a float"),
    (MINIMAL.replace("value = 10", "value = true"), "a truth value"),
    (MINIMAL.replace("value = 10\n", ""), "no value"),
    (MINIMAL.replace('basis = "elsewhere"', 'basis = "rumour"'), "an unknown basis"),
    (MINIMAL.replace('basis = "elsewhere"', 'basis = "reading"'), "a reading without its reason"),
    (MINIMAL.replace('basis = "elsewhere"', 'basis = "derived"'), "a derived fact without its reason"),
    (MINIMAL.replace('[ { id = "page", at = "Top", quote = "ten" } ]', "[]"), "a fact of another source without one"),
    (MINIMAL.replace('title = "A limit"', 'titel = "A limit"'), "a misspelt key"),
    (MINIMAL + SECOND, "the same fact twice"),
    (MINIMAL + SECOND.replace("checked", "from = 2023-01-01\nuntil = 2024-12-31\nchecked")
     + SECOND.replace("checked", "from = 2024-12-31\nchecked"), "a fact with overlapping periods"),
    (MINIMAL[: MINIMAL.index("[[fact]]")] + SECOND.replace("checked", "from = 2023-01-01\nuntil = 2024-12-30\nchecked")
     + SECOND.replace("checked", "from = 2025-01-01\nchecked"), "a fact with a gap between its periods"),
    (rulesets(("2023-01-01", "2026-12-31"), ("2026-12-31", "")), "rules that overlap by a day"),
    (rulesets(("2023-01-01", "2026-12-30"), ("2027-01-01", "")), "rules with a gap of a day"),
    (rulesets(("2023-01-01", ""), ("2027-01-01", "")), "rules that never end before others"),
    (rulesets(("2023-01-01", "2022-01-01")), "rules that end before they begin"),
    ("not toml at all", "no TOML"),
    ("", "an empty file"),
]  # fmt: skip


@pytest.mark.parametrize("text", [row[0] for row in FAULTS], ids=[row[1] for row in FAULTS])
def test_a_file_at_fault_is_refused(text: str) -> None:
    """A file that contradicts itself, or leaves something out, is not loaded."""
    with pytest.raises(FactsError):
        facts.read(text)
