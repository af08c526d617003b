"""How the tests run the command line in this process: words and bytes in, exit status and bytes out."""

import csv
import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from cor_calc.__main__ import main
from cor_calc.checks import CHECKS
from cor_calc.edges.files.batch import Batch
from cor_calc.engine.kinds import ListOf, Row
from cor_calc.engine.questions import QUESTIONS
from cor_calc.law import load

from .asking import TODAY


@dataclass
class Run:
    """What a command came to: its exit status, what it printed, and what it said beside that."""

    status: int
    output: bytes
    said: str = ""

    @property
    def text(self) -> str:
        """The output as text."""
        return self.output.decode("utf-8", "surrogateescape")

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Path and code of each problem of the whole."""
        return [(each["path"], each["code"]) for each in json.loads(self.output)["problems"]]


def run(*words: str, given: bytes | str = b"") -> Run:
    """Run the command line."""
    stdin = given.encode() if isinstance(given, str) else given
    output, said = io.BytesIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        patch.setattr(sys, "stdout", io.TextIOWrapper(output))
        patch.setattr(sys, "stderr", said)
        try:
            status = main(list(words))
        except SystemExit as stopped:
            status = stopped.code
        sys.stdout.flush()
        written = output.getvalue()
    assert isinstance(status, int)
    return Run(status, written, said.getvalue())


@dataclass
class Answered:
    """A table that a batch has answered: its header, its rows as they came, and what was added to each."""

    delimiter: str
    header: list[str]
    added: list[str]
    rows: list[dict[str, str]] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    """Each row as it came: its cells under the header, then those beyond it."""

    def problems(self, place: int) -> list[dict[str, Any]]:
        """Return the problems of one row."""
        said = self.rows[place]["problems"]
        return list(json.loads(said)) if said else []


def answered(text: str, check: str) -> Answered:
    """Return what a batch has written, taken apart: what was added stands between the header's cells and those beyond."""
    delimiter = ","
    if text.startswith("sep="):
        delimiter, text = text[4], text[6:]
    else:
        delimiter = max(",;\t", key=text.partition("\n")[0].count)
    table = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    added = columns(check)
    width = len(table[0]) - len(added)
    assert table[0][width:] == added
    found = Answered(delimiter, table[0][:width], added)
    for row in table[1:]:
        assert len(row) >= len(table[0])
        found.cells.append([*row[:width], *row[len(table[0]) :]])
        found.rows.append(
            dict(zip(table[0][:width], row[:width], strict=True)) | dict(zip(added, row[width:], strict=False))
        )
    return found


def columns(check: str) -> list[str]:
    """Return the columns that a batch adds, as its first line of output has them after the header's own."""
    key = CHECKS[check].keys[0]
    return run("batch", check, "--on", TODAY, given=f"{key}\n").text.splitlines()[0].split(",")[1:]


def batch(check: str, text: str, on: str = TODAY, pieces: Callable[[str], list[str]] | None = None) -> str:
    """Return the output of a batch over a text, fed in pieces."""
    made = Batch(CHECKS[check], load(), date.fromisoformat(on))
    out = [made.feed(piece) for piece in (pieces(text) if pieces else [text])]
    return "".join([*out, made.feed("", last=True)])


def table(check: str, *lines: str, on: str = TODAY) -> Answered:
    """Return what a batch makes of some lines."""
    return answered(batch(check, "".join(f"{line}\n" for line in lines), on), check)


def as_cells(answers: dict[str, Any]) -> dict[str, str]:
    """Return answers as the cells of a batch row."""
    return {key: _cell(value, key) for key, value in answers.items()}


def _cell(value: Any, key: str) -> str:
    if not isinstance(value, list):
        return "" if value is None else str(value)
    kind = QUESTIONS[key].kind
    fields = (
        [field.key for field in kind.item.fields] if isinstance(kind, ListOf) and isinstance(kind.item, Row) else []
    )
    return ";".join(_item(item, fields) for item in value) if value else "none"


def _item(item: Any, fields: list[str]) -> str:
    if not fields:
        return "" if item is None else str(item)
    row = item if isinstance(item, dict) else {}
    return "|".join(_escaped("" if row.get(name) is None else str(row[name])) for name in fields)


def _escaped(text: str) -> str:
    for special in ("\\", ";", "|"):
        text = text.replace(special, "\\" + special)
    return text
