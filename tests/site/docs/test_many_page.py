"""The programs on the page about many employers: they run, and give the bytes of the command line."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cor_site.setup.paths import ROOT

PAGE = (ROOT / "docs/many/index.md").read_text(encoding="utf-8")
BLOCK = re.compile(
    r'^(?P<indent> *)```\w+ title="(?P<file>[\w.]+)"\n(?P<text>.*?)^(?P=indent)```$', re.MULTILINE | re.DOTALL
)
FILES = {
    each["file"]: re.sub(f"^{each['indent']}", "", each["text"], flags=re.MULTILINE) for each in BLOCK.finditer(PAGE)
}
MORE = "Account,Employer,partner,certified_on\n" + '7,"Two\nlines",esc,2025-03-10\n' * 50


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files that the page shows."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    return tmp_path


def run(folder: Path, *words: str) -> None:
    """Run Python in a folder; it has to end well and say nothing."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-W", "error", *words]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def by_command_line(folder: Path, file: str) -> bytes:
    """Return what the command of the page makes of a file."""
    [command] = re.findall(r"\$ python3 (-m cor_calc batch .*)$", PAGE, flags=re.MULTILINE)
    run(folder, *command.replace("employers.csv", file).split())
    return (folder / "answered.csv").read_bytes()


def test_the_file_that_is_shown(folder: Path) -> None:
    """The first employer is on course, the second has missed a year: as the page says."""
    _, north, south = by_command_line(folder, "employers.csv").decode().splitlines()
    assert ",yes,second_maintenance," in north
    assert ",no,missed," in south


def test_python_gives_what_the_command_line_gives(folder: Path) -> None:
    """Byte for byte."""
    expected = by_command_line(folder, "employers.csv")
    (folder / "answered.csv").unlink()
    run(folder, "answer.py")
    assert (folder / "answered.csv").read_bytes() == expected


def test_an_engine_gives_what_the_command_line_gives(folder: Path) -> None:
    """Each file is a partition, on a core of its own."""
    (folder / "employers-1.csv").write_text(FILES["employers.csv"], encoding="utf-8")
    (folder / "employers-2.csv").write_text(MORE, encoding="utf-8")
    run(folder, "many_files.py")
    for number in (1, 2):
        expected = by_command_line(folder, f"employers-{number}.csv")
        assert (folder / f"answered-{number - 1}.csv").read_bytes() == expected
