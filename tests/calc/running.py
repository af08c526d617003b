"""How the tests run the command line: words and bytes in, exit status and bytes out."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cor_calc.__main__ import main

from .shapes import ROWS

SOURCE = Path(__file__).resolve().parents[2] / "src"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONWARNINGS": "error"}


def run(*words: str, given: bytes | str = b"") -> tuple[int, bytes]:
    """Run the command line in this process; return its exit status and standard output."""
    stdin = given.encode() if isinstance(given, str) else given
    output = io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        patch.setattr(sys, "stdout", io.TextIOWrapper(output))
        patch.setattr(sys, "stderr", io.StringIO())
        try:
            status = main(list(words))
        except SystemExit as stopped:
            status = stopped.code
        sys.stdout.flush()
        written = output.getvalue()
    assert isinstance(status, int)
    return status, written


def run_alone(*words: str, given: str = "") -> tuple[int, bytes]:
    """Run `python -m cor_calc`, uninstalled, in a process of its own."""
    command = [sys.executable, "-m", "cor_calc", *words]
    done = subprocess.run(command, input=given.encode(), capture_output=True, env=ENVIRONMENT, timeout=60, check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.returncode, done.stdout


def found(output: bytes) -> set[tuple[str, str]]:
    """Return path and code of each problem in an output."""
    return {(problem["path"], problem["code"]) for problem in json.loads(output)["problems"]}


def batch(check: str, *lines: str, on: str = "2026-11-22") -> tuple[int, list[dict[str, str]]]:
    """Run a batch over lines of CSV; return its exit status and the rows of the output."""
    status, output = run("batch", check, "--on", on, given="".join(f"{line}\n" for line in lines))
    return status, rows(output)


def rows(output: bytes) -> list[dict[str, str]]:
    """Return the rows of CSV bytes, each of them as long as the header."""
    table = list(csv.reader(io.StringIO(output.decode(), newline="")))
    assert len({len(row) for row in table}) <= 1, table
    return [dict(zip(table[0], row, strict=True)) for row in table[1:]]


def as_cells(answers: dict[str, Any]) -> dict[str, str]:
    """Return answers as the cells of a batch row."""
    return {key: _cell(value, ROWS.get(key, ())) for key, value in answers.items()}


def _cell(value: Any, fields: tuple[str, ...]) -> str:
    if value is None:
        return ""
    if value == []:
        return "none"
    if isinstance(value, list):
        return ";".join(_item(item, fields) for item in value)
    return str(value)


def _item(item: Any, fields: tuple[str, ...]) -> str:
    if isinstance(item, dict):
        return "|".join(_escaped(_cell(item.get(field), ())) for field in fields)
    return str(item)


def _escaped(text: str) -> str:
    for special in ("\\", ";", "|"):
        text = text.replace(special, "\\" + special)
    return text
