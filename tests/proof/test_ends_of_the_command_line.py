"""The command line where something outside it ends first: a reader, a disk, a person's patience."""

import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from cor_calc import __main__, batch
from cor_calc.__main__ import main
from tests.calc.running import found, rows, run

TODAY = "2026-11-22"


def with_nobody_reading(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """Run the command line with an output whose reader has gone; return the exit status."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        status = main(list(words))
        assert os.fstat(writing).st_rdev == Path(os.devnull).stat().st_rdev
    return status


def test_a_reader_that_has_gone_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stops reading has what they wanted: exit status 0, and what is left to write goes nowhere."""
    assert with_nobody_reading(monkeypatch, "checks") == 0


def test_a_batch_whose_reader_has_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A batch stops with its reader."""
    (tmp_path / "in.csv").write_text("employees\n" + "11\n" * 5000)
    assert with_nobody_reading(monkeypatch, "batch", "certification", str(tmp_path / "in.csv"), "--on", TODAY) == 0


class Interrupted(io.BytesIO):
    """An input at which the person presses Ctrl-C."""

    def read(self, *_: Any) -> bytes:
        """Raise what Ctrl-C raises."""
        raise KeyboardInterrupt


def test_an_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the program with status 1, not with a traceback."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted()))
    assert main(["check", "plan"]) == 1


def test_an_output_that_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a program has put a text buffer in place of standard output, the lines go there."""
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)
    assert main(["checks"]) == 0
    assert output.getvalue().startswith("certification  ")


FAILS = [
    ("", "an empty file"),
    ('"employees\n', "a header that never ends"),
    ("employees,employees\n", "a column that stands twice"),
]


@pytest.mark.parametrize("text", [row[0] for row in FAILS], ids=[row[1] for row in FAILS])
def test_an_output_file_appears_only_when_it_is_whole(text: str, tmp_path: Path) -> None:
    """A batch that fails leaves the folder as it was."""
    (tmp_path / "in.csv").write_text(text)
    (tmp_path / "out.csv").write_text("from yesterday")
    status, _ = run("batch", "certification", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out.csv"))
    assert status == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv"]
    assert (tmp_path / "out.csv").read_text() == "from yesterday"


def test_a_header_that_is_no_csv() -> None:
    """An unfinished quotation in the header is a problem of the whole."""
    status, output = run("batch", "certification", given='"employees\n')
    assert (status, found(output)) == (2, {("", "bad_json")})


LENGTHS = [
    (f"{'x' * batch.LONGEST_TEXT},", "unknown_key", False, "a cell that is no answer may have any length"),
    (f",{'1' * batch.LONGEST_TEXT}", "out_of_range", True, "64 KiB of answers are read"),
    (f",{'1' * (batch.LONGEST_TEXT + 1)}", "too_many", True, "a character more is not"),
]


@pytest.mark.parametrize(("row", "code", "refused"), [row[:3] for row in LENGTHS], ids=[row[3] for row in LENGTHS])
def test_the_longest_row(row: str, code: str, refused: bool) -> None:
    """The answers of one row are bounded as the answers of one check are."""
    _, output = run("batch", "certification", "--on", TODAY, given=f"Note,employees\n{row}\n")
    (written,) = rows(output)
    assert (f'"{code}"' in written["problems"]) is refused


class Terminal(io.StringIO):
    """Standard error as a person sees it: what was flushed."""

    seen = ""

    def isatty(self) -> bool:
        """Return yes."""
        return True

    def flush(self) -> None:
        """Show what was written."""
        self.seen = self.getvalue()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(2, "\r1,000 rows\r2,000 rows"), (1, "\r2,000 rows"), (0.5, "")],
    ids=["two seconds for a thousand rows", "a second, and not more", "a second for all"],
)
def test_a_terminal_is_told_how_far_it_is(seconds: float, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At every thousand rows, if more than a second has gone by, the number of rows so far is said on one line."""
    terminal, done = Terminal(), [0]
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(__main__.time, "monotonic", lambda: 5000 + done[0] * seconds / 1000)
    tick = __main__._progress()
    for row in range(1, 2500):
        assert len(terminal.seen) <= len("\r1,000 rows") * ((row - 1) // 1000)
        done[0] = row
        tick()
    assert terminal.seen == said


def test_no_terminal_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log holds no progress."""
    log = io.StringIO()
    monkeypatch.setattr(sys, "stderr", log)
    tick = __main__._progress()
    for _ in range(2500):
        tick()
    assert log.getvalue() == ""
