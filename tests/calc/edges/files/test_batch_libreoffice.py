"""One sheet, saved by LibreOffice 7.4 in each of its CSV dialects: no row of any is lost, and the same answers come out.

`libreoffice/` holds the files as they were saved: with each delimiter and encoding, all texts quoted, cells as they are
and not as they are shown, apostrophes or nothing for quotation marks, and columns of a fixed width.
"""

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest

from cor_calc.checks import CHECKS
from cor_calc.edges.files.batch import Batch, Decoder, HeaderError
from cor_calc.law import load

FOLDER = Path(__file__).with_name("libreoffice")
ON = date(2026, 11, 26)
VERDICTS = {"1001": ("yes", "no"), "1002": ("no", "no"), "1003": ("no", "no"), "1004": ("unknown", "no")}
"""By account: what COR and SECOR say."""

DIALECTS = {
    "comma-utf8": ",",
    "semicolon-utf8": ";",
    "tab-utf8": "\t",
    "tab-utf16": "\t",
    "quoted-text": ",",
    "raw": ",",
    "formulas": ",",
}
"""Files from which everything can be read, with their delimiter."""


def batch_of(name: str) -> tuple[Batch, str, str]:
    """Return the batch of a file, the text that it read, and what came out."""
    batch, decoder = Batch(CHECKS["certification"], load(), ON), Decoder()
    text = decoder.feed((FOLDER / f"{name}.csv").read_bytes(), last=True)
    return batch, text, batch.feed(text, last=True)


def rows(text: str, delimiter: str) -> list[list[str]]:
    """Return the rows of a text."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.mark.parametrize("name", DIALECTS)
def test_every_row_is_answered(name: str) -> None:
    """With all its cells, the delimiter as it was, and the same verdicts in every dialect."""
    batch, text, out = batch_of(name)
    came, went = rows(text, DIALECTS[name]), rows(out, DIALECTS[name])
    assert [row[: len(came[0])] for row in went] == came
    assert (batch.counts.rows, batch.counts.bad) == (4, 0)
    place = [went[0].index(f"{subject}_verdict") for subject in ("cor", "secor")]
    assert {row[0]: tuple(row[at] for at in place) for row in went[1:]} == VERDICTS


def test_an_encoding_that_is_not_read() -> None:
    """Of a file in Windows-1252 the row with its letters is told, and kept byte for byte; all others are answered."""
    batch, text, out = batch_of("comma-windows-1252")
    came, went = rows(text, ","), rows(out, ",")
    assert [row[: len(came[0])] for row in went] == came
    assert [row[0] for row in went[1:] if "Save this row as UTF-8" in row[-1]] == ["1002"]
    assert (batch.counts.rows, batch.counts.bad) == (4, 1)
    assert b"S\xfcd & S\xf6hne" in out.encode("utf-8", "surrogateescape")


@pytest.mark.parametrize("name", ["apostrophes", "no-quotes"])
def test_cells_that_no_mark_holds_together(name: str) -> None:
    """Their delimiters cut them: the row is told, nothing of it is lost, and the sound rows are answered."""
    _, text, out = batch_of(name)
    assert [piece for piece in re.split(r'[,"\n]', text) if piece not in out] == []
    told = {row[0]: row for row in rows(out, ",")}
    assert "problems" in told["Account"]
    assert "this row has 11" in " ".join(told["1001"])
    assert told["1003"][10] == VERDICTS["1003"][0]


def test_columns_of_a_fixed_width() -> None:
    """Nothing separates its cells, so its header names no question: it is said at once."""
    with pytest.raises(HeaderError) as told:
        batch_of("fixed")
    assert told.value.problem.code == "no_columns"
