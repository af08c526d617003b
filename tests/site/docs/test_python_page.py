"""The examples on the page about Python and the command line: all of them run, and print what the page shows."""

import csv
import doctest
import io
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from cor_site.setup.paths import ROOT

PAGE = (ROOT / "docs" / "reference" / "python.md").read_text(encoding="utf-8")
BLOCK = re.compile(r'^```(?P<kind>\w+)(?: title="(?P<file>[\w.]+)")?\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)
BLOCKS = [match.groupdict() for match in BLOCK.finditer(PAGE)]
FILES = {block["file"]: block["text"] for block in BLOCKS if block["file"]}


def commands() -> list[tuple[str, str]]:
    """Return each command of the console blocks with the output that the page shows for it, if any."""
    sessions = (block["text"] for block in BLOCKS if block["kind"] == "console")
    steps = (step for session in sessions for step in re.split(r"^\$ ", session, flags=re.MULTILINE) if step)
    return [(command, output) for command, _, output in (step.partition("\n") for step in steps)]


def test_python_examples() -> None:
    """The Python sessions, run one after the other, print what the page shows."""
    sessions = "\n".join(block["text"] for block in BLOCKS if block["kind"] == "pycon")
    test = doctest.DocTestParser().get_doctest(sessions, {}, "python.md", "python.md", 0)
    said: list[str] = []
    results = doctest.DocTestRunner().run(test, out=said.append)
    assert results.attempted > 0
    assert results.failed == 0, "".join(said)


@pytest.mark.parametrize(("command", "shown"), commands())
def test_commands(command: str, shown: str, tmp_path: Path) -> None:
    """Each command ends well, and its output is the one that the page shows."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    words = [word for word in shlex.split(command) if word != "PYTHONPATH=src"]
    assert words[0] == "python3"
    done = subprocess.run(
        [sys.executable, *words[1:]],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert done.stdout.startswith(shown)
    assert done.stdout.strip()


def test_files() -> None:
    """The files that the page shows are what their names say."""
    assert json.loads(FILES["answers.json"])
    rows = list(csv.reader(io.StringIO(FILES["employers.csv"])))
    assert {len(row) for row in rows} == {len(rows[0])}


def test_every_command_is_shown() -> None:
    """The page shows each command of the command line."""
    usage = subprocess.run(
        [sys.executable, "-m", "cor_calc", "--help"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    offered = set(re.findall(r"^ {4}(\w+)", usage, flags=re.MULTILINE))
    assert offered == {shlex.split(command.partition("cor_calc ")[2])[0] for command, _ in commands()}
