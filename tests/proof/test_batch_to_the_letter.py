"""A batch, to the letter: its line ends, its problems, and the day on which it judges."""

import io
import json
import sys

import pytest

from cor_calc import batch
from cor_calc.__main__ import main
from tests.calc.running import run

TODAY = "2026-11-22"
LONG = "1" * (batch.LONGEST_TEXT + 1)


def said(output: str) -> list[tuple[str, str, str]]:
    """Return path, code and message of each problem in JSON."""
    found = json.loads(output)
    listed = found["problems"] if isinstance(found, dict) else found
    return [(problem["path"], problem["code"], problem["message"]) for problem in listed]


ROWS = [
    ("1,2,3", "too_many", "Keep to the 2 cells of the header; this row has 3.", "a cell too many"),
    (
        '"1',
        "bad_json",
        "Write this row as CSV that can be read: unexpected end of data.",
        "a quotation that never ends",
    ),
    (f"x,{LONG}", "too_many", "Shorten the answers to at most 64 KiB.", "an answer that is too long"),
]


@pytest.mark.parametrize(("row", "code", "message"), [row[:3] for row in ROWS], ids=[row[3] for row in ROWS])
def test_a_row_that_cannot_be_read(row: str, code: str, message: str) -> None:
    """It keeps its place, and says of the whole row what is wrong."""
    status, output = run("batch", "certification", "--on", TODAY, given=f"Note,employees\n{row}\n")
    (_, *lines) = batch.csv.reader(io.StringIO(output.decode()))
    assert status == 1
    assert [said(line[-1]) for line in lines] == [[("", code, message)]]


HEADERS = [
    ("", "", "bad_json", "Begin the file with a header row of column names.", "an empty file"),
    ('"x\n', "", "bad_json", "Write a header row that can be read: unexpected end of data.", "no end of a quotation"),
    ("employees,employees\n", "employees", "contradiction",
     "Keep one column employees: the header has it more than once.", "a column twice"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "path", "code", "message"), [row[:4] for row in HEADERS], ids=[row[4] for row in HEADERS]
)
def test_a_header_that_cannot_be_used(text: str, path: str, code: str, message: str) -> None:
    """Nothing is evaluated, and the output says what to mend."""
    status, output = run("batch", "certification", "--on", TODAY, given=text)
    assert (status, said(output.decode())) == (2, [(path, code, message)])


def test_rows_after_one_that_is_no_csv_are_read() -> None:
    """A quotation mark in the wrong place spoils its own row alone."""
    given = 'employees\n"9"x\n11\n'
    status, output = run("batch", "certification", "--on", TODAY, given=given)
    rows = list(batch.csv.DictReader(io.StringIO(output.decode())))
    assert status == 1
    assert [row["secor_verdict"] for row in rows] == ["", "no"]


def test_a_short_row_has_empty_cells_where_it_has_none() -> None:
    """Both the reader's and those added; the file's own columns stay as they are."""
    status, output = run("batch", "refund", "--on", TODAY, given="Note,year,program\na\n")
    assert status == 0
    assert output.decode() == "Note,year,program,refund_verdict,refund_percent,refund_refund,problems\na,,,,,,\n"


def test_a_day_without_rules_stops_the_whole() -> None:
    """Before any row is read."""
    status, output = run("batch", "plan", "--on", "2022-12-31", given="records_since\n2020-01-01\n")
    message = "Choose a day from 2023-01-01 on: earlier rules are not part of this check."
    assert (status, said(output.decode())) == (2, [("as_of", "no_rules", message)])


def test_no_row_knows_the_future() -> None:
    """A batch judges on the day that it is given."""
    given = "module_1_completed\n2026-11-22\n2026-11-23\n"
    status, output = run("batch", "internal-auditor", "--on", TODAY, given=given)
    (_, today, tomorrow) = batch.csv.reader(io.StringIO(output.decode()))
    assert (status, today[-1]) == (1, "")
    assert said(tomorrow[-1]) == [("module_1_completed", "out_of_range", "Enter a day up to 2026-11-22, or not_yet.")]


def test_standard_output_is_utf_8_with_plain_line_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine is set to."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Né\n1\n".encode())))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="latin-1", newline="\r\n"))
    assert main(["batch", "refund", "--on", TODAY]) == 0
    assert written.getvalue() == "Né,refund_verdict,refund_percent,refund_refund,problems\n1,,,,\n".encode()


HELP = {
    (): ["usage: cor-calc [-h] COMMAND ...", "Where do you stand with COR and SECOR?",
         "checks list the checks, a line each", "check read one JSON object of answers, print one outcome",
         "batch read CSV rows, print the same rows with their verdicts", "schema print the JSON Schema of the answers",
         "table print the decision table as Markdown"],
    ("checks",): ["usage: cor-calc checks [-h]", "list the checks, a line each"],
    ("check",): ["usage: cor-calc check [-h] [--on DATE] CHECK [FILE]",
                 "read one JSON object of answers, print one outcome",
                 "CHECK certification, independence, internal-auditor, maintenance, score, plan, refund",
                 "FILE - is standard input", "--on DATE the day on which the answers are judged (today)"],
    ("batch",): ["usage: cor-calc batch [-h] [--on DATE] [-o OUT.csv] CHECK [FILE]",
                 "OUT.csv write here, not to standard output"],
    ("schema",): ["usage: cor-calc schema [-h] CHECK"],
    ("table",): ["usage: cor-calc table [-h] CHECK"],
}  # fmt: skip


@pytest.mark.parametrize("command", list(HELP), ids=lambda command: " ".join(command) or "the whole")
def test_help_says_what_each_part_is_for(command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of the usage line."""
    monkeypatch.setenv("COLUMNS", "500")
    status, output = run(*command, "--help")
    words = f" {' '.join(output.decode().split())} "
    assert status == 0
    for said_there in HELP[command]:
        assert f" {said_there} " in words
