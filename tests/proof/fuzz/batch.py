"""CSV: every row keeps its place and its cells, and gets what the single check gives."""

import csv
import io
import json
from datetime import date
from random import Random
from typing import Any

from cor_calc import batch, check_json
from cor_calc.checks import CHECKS
from tests.calc import shapes
from tests.calc.running import as_cells

TODAY = "2026-11-22"
SPECIAL = ("|", ";", "\\", "\\;", "\\|", '"', ",", "\n", "\r\n", "none", "unsure", "\x00", " ", "é", "🦺", "x", "1", "")

LISTS = {"element_scores", *shapes.ROWS}

Example = tuple[str, list[list[str]], list[Any]]
"""A check, a table with its header, and for each row its answers, where the cells are nothing but answers."""


def example(chance: Random) -> Example:
    """Return a table: rows of answers, rows of answers in odd spelling, and rows too short or too long."""
    check = chance.choice(list(CHECKS))
    keys = [key for key in shapes.KEYS[check] if chance.random() < 0.9]
    header = ["Employer", *keys]
    table, given = [header], []
    for _ in range(chance.randrange(6)):
        answers: Any = {key: shapes.value(chance, key, chance.choice((0, 0, 0.1))) for key in keys}
        cells = [odd(chance), *as_cells(answers).values()]
        if chance.random() < 0.4:
            cells[chance.randrange(len(cells))] = odd(chance)
            answers = None
        if chance.random() < 0.1:
            cells = [*cells, odd(chance)] if chance.random() < 0.5 or len(cells) == 1 else cells[:-1]
            answers = None
        table.append(cells)
        given.append(answers)
    return check, table, given


def odd(chance: Random) -> str:
    """Return a cell of special characters."""
    return "".join(chance.choices(SPECIAL, k=chance.randrange(5)))


def verify(made: Example) -> None:
    """Raise AssertionError where a row is lost, changed, or answered otherwise than alone."""
    check, table, given = made
    source, target, ticks = io.StringIO(newline=""), io.StringIO(newline=""), []
    csv.writer(source).writerows(table)
    source.seek(0)
    rules = CHECKS[check]
    batch.run(rules, source, target, date.fromisoformat(TODAY), lambda: ticks.append(1))
    target.seek(0)
    header, *rows = csv.reader(target)
    assert header == [*table[0], *batch.added_columns(rules)], "another header"
    assert len(rows) == len(given) == len(ticks), "rows lost or won"
    for cells, answers, row in zip(table[1:], given, rows, strict=True):
        width = len(table[0])
        assert row[:width] == (cells + [""] * width)[:width], "cells changed on their way"
        added = dict(zip(header[width:], row[width:], strict=True))
        assert not added["problems"] or json.loads(added["problems"]), "empty problems"
        if answers is not None and plain(answers):
            compare(check, answers, added)


def plain(answers: dict[str, Any]) -> bool:
    """Return whether the cells say the same as the answers: words and numbers, in lists or rows of such."""
    return all(said(key in LISTS, value) for key, value in answers.items())


def said(listed: bool, value: Any) -> bool:
    """Return whether a cell can say this value."""
    if listed and value not in (None, "unsure"):
        if not isinstance(value, list):
            return False
        return bool(value) and all(item_said(each) for each in value) and value not in (["none"], ["unsure"])
    return value is None or (item_said(value) and value != "none")


def item_said(item: Any) -> bool:
    """Return whether an item of a list within a cell can say this value."""
    if isinstance(item, dict):
        known = set(item) <= {key for keys in shapes.ROWS.values() for key in keys}
        named = isinstance(item.get("name", ""), str)  # a number in a cell is a name, and in JSON it is none
        return bool(item) and known and named and all(item_said(each) for key, each in item.items() if key != "name")
    return isinstance(item, int | float | str) and not isinstance(item, bool) and item != ""


def compare(check: str, answers: dict[str, Any], added: dict[str, str]) -> None:
    """Raise AssertionError where a row's cells differ from the single check's answer."""
    out = json.loads(check_json(check, json.dumps(answers), TODAY))
    assert bool(added["problems"]) is ("problems" in out), "readable alone and not in a row, or the other way round"
    for result in out.get("results", []):
        for part in ("verdict", "certificate", "stage"):
            name = f"{result['subject']}_{part}"
            assert added.get(name, result[part] or "") == (result[part] or ""), name
        for name, value in (result["dates"] | result["figures"]).items():
            assert added[f"{result['subject']}_{name}"] == value, name
