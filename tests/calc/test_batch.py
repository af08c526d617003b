"""Batch: a row in, the same row plus verdict columns out."""

import contextlib
import csv
import io
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import pytest

from cor_calc import check_json

from .cases import CASES, PASSING, TODAY
from .running import ENVIRONMENT, as_cells, batch, found, rows, run

COLUMNS = {
    "certification": ["cor_verdict", "cor_certificate", "secor_verdict", "secor_certificate"],
    "independence": ["auditor_verdict", "auditor_independent_from"],
    "internal-auditor": ["internal_auditor_verdict", "internal_auditor_stage", "internal_auditor_audit_deadline"],
    "maintenance": ["maintenance_verdict", "maintenance_expires_on", "maintenance_first_maintenance_by",
                    "maintenance_second_maintenance_by", "maintenance_first_maintenance_latest",
                    "maintenance_second_maintenance_latest"],
    "score": ["certification_verdict", "certification_overall", "certification_points_to_pass",
              "maintenance_verdict", "maintenance_overall", "maintenance_points_to_pass"],
    "plan": ["plan_verdict", "plan_one_year_audit_from", "plan_standard_audit_from", "plan_independent_from",
             "plan_audit_deadline", "plan_expires_on", "plan_first_maintenance_by", "plan_second_maintenance_by",
             "plan_first_maintenance_latest", "plan_second_maintenance_latest", "plan_field_work_by", "plan_report_by"],
    "refund": ["refund_verdict", "refund_percent", "refund_refund"],
}  # fmt: skip


@pytest.mark.parametrize("check", list(COLUMNS))
def test_columns(check: str) -> None:
    """The added columns are the same for every file of a check, in a fixed order after its own."""
    for header in ("Employer", ",".join(["Employer", *PASSING[check]])):
        output = run("batch", check, given=f"{header}\n")[1].decode()
        assert output.splitlines()[0].split(",") == [*header.split(","), *COLUMNS[check], "problems"]


@pytest.mark.parametrize("check", list(COLUMNS))
def test_rows_agree_with_the_single_check(check: str) -> None:
    """Each row gets what the single check answers, null and absent values as empty cells."""
    given = [answers for name, answers, _, _ in CASES if name == check][:60]
    keys = list(PASSING[check])
    source = io.StringIO(newline="")
    writer = csv.DictWriter(source, keys, restval="")
    writer.writeheader()
    writer.writerows(as_cells(answers) for answers in given)
    status, output = run("batch", check, "--on", TODAY, given=source.getvalue())
    table = rows(output)
    assert (status, len(table)) == (0, len(given))
    for answers, row in zip(given, table, strict=True):
        out = json.loads(check_json(check, json.dumps(answers), TODAY))
        for result in out["results"]:
            values = {"verdict": result["verdict"], "certificate": result["certificate"], "stage": result["stage"]}
            values |= result["dates"] | result["figures"]
            for column in (c for c in COLUMNS[check] if c.startswith(result["subject"] + "_")):
                assert row[column] == (values.get(column.removeprefix(result["subject"] + "_")) or ""), (answers, row)


def test_other_columns_pass_through() -> None:
    """Columns that are no answers come out as they went in, whatever they hold."""
    odd = 'Nord & Süd "Ltd"; 5|3, ; \u2028 =1+1'
    quoted = odd.replace('"', '""')
    status, table = batch("certification", "Employer,employees,Note", f'"{quoted}",9,"two\nlines"', " x ,11,")
    assert status == 0
    assert [(row["Employer"], row["employees"], row["Note"]) for row in table] == [
        (odd, "9", "two\nlines"),
        (" x ", "11", ""),
    ]
    assert [row["secor_verdict"] for row in table] == ["unknown", "no"]


def test_columns_of_the_added_names_are_overwritten() -> None:
    """An output can be fed in again: its verdicts are replaced and no column stands twice."""
    first = run("batch", "certification", "--on", TODAY, given="employees,secor_verdict,problems\n11,yes,old\n")[1]
    header, row = list(csv.reader(io.StringIO(first.decode(), newline="")))
    assert sorted(header) == sorted(["employees", *COLUMNS["certification"], "problems"])
    assert dict(zip(header, row, strict=True))["secor_verdict"] == "no"
    assert "old" not in row
    assert run("batch", "certification", "--on", TODAY, given=first) == (0, first)


def test_byte_order_mark_and_line_ends() -> None:
    """Files as spreadsheets write them: a byte order mark, and line ends of both kinds."""
    for text in ("\ufeffemployees\r\n11\r\n", "\ufeffemployees\n11", 'employees\r\n"11"\r\n'):
        status, output = run("batch", "certification", given=text)
        assert (status, rows(output)[0]["employees"], rows(output)[0]["secor_verdict"]) == (0, "11", "no")


CELLS = [
    ("certification", "element_scores", "80;90;49.99", "cor_verdict", "no", "percents between semicolons"),
    ("certification", "element_scores", "49.99", "cor_verdict", "no", "one percent"),
    ("certification", "element_scores", "", "cor_verdict", "unknown", "an empty cell is not answered"),
    ("certification", "element_scores", "unsure", "cor_verdict", "unknown", "unsure"),
    ("independence", "links", "none", "auditor_independent_from", "", "none is an empty list"),
    ("independence", "links", "auditor|employed|2024-02-29", "auditor_independent_from", "2025-03-01", "one row"),
    ("independence", "links", "auditor|employed|2024-02-29;corporate_group|audited|2026-05-31",
     "auditor_independent_from", "2027-06-01", "two rows"),
    ("independence", "links", "||2024-02-29", "auditor_independent_from", "2025-03-01", "fields left empty"),
    ("score", "elements", "Training|40|50;Inspections|45.5|50", "certification_overall", "85.50", "elements"),
    ("score", "elements", r"A\;B|40|50;C\|D\\|45.5|50", "certification_overall", "85.50",
     "a backslash before ; and | and itself"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("check", "key", "cell", "column", "value"), [row[:5] for row in CELLS], ids=[row[5] for row in CELLS]
)
def test_cells(check: str, key: str, cell: str, column: str, value: str) -> None:
    """List items stand between semicolons, a row's values between bars."""
    status, table = batch(check, key, f'"{cell}"' if cell else '""')
    assert (status, table[0][column]) == (0, value)
    assert table[0][key] == cell


def test_a_bad_row_keeps_its_place() -> None:
    """A row that cannot be read carries its problems; the others are evaluated; exit status 1."""
    status, table = batch("certification", "id,employees,element_scores", "a,11,90", "b,0,80;x", "c,9,90")
    assert (status, [row["id"] for row in table]) == (1, ["a", "b", "c"])
    assert [row["secor_verdict"] for row in table] == ["no", "", "unknown"]
    problems = json.loads(table[1]["problems"])
    assert {(p["path"], p["code"]) for p in problems} == {
        ("employees", "out_of_range"),
        ("element_scores.1", "wrong_type"),
    }
    assert [row["problems"] in ("", "[]") for row in table] == [True, False, True]


def test_an_unreadable_row_has_no_verdicts() -> None:
    """Nothing is evaluated in a row with problems: its added cells are empty."""
    _, table = batch("score", "elements", "a|1|1;b|x|1", "a|1|1")
    assert {table[0][column] for column in COLUMNS["score"]} == {""}


@pytest.mark.parametrize("given", [b"employees\n\xff\n", "employees\n9\n".encode("utf-16"), b"employees\n9\n\xff"])
def test_a_batch_that_is_not_utf_8(given: bytes) -> None:
    """Bytes that are not UTF-8 never end in a traceback, nor in success."""
    assert run("batch", "certification", given=given)[0] in (1, 2)


def test_a_file_that_is_not_there() -> None:
    """A file that cannot be read is a problem of the whole."""
    status, output = run("batch", "certification", "no-such-file.csv")
    assert (status, found(output)) == (2, {("", "bad_json")})


ODD = [
    ("", "nothing at all"),
    ("\ufeff", "a byte order mark alone"),
    ("\n", "an empty header"),
    ("employees\n\n\n", "empty lines"),
    ("employees\n9,10,11\n", "a row too long"),
    ("a,employees\n1\n", "a row too short"),
    ('employees\n"9\n', "a quotation that never ends"),
    ("employees,employees\n9,11\n", "a column that stands twice"),
    ('employees\n"' + "9" * 200_000 + '"\n', "an enormous cell"),
    ("employees\n\x00\n", "a null character"),
]


@pytest.mark.parametrize("text", [row[0] for row in ODD], ids=[row[1] for row in ODD])
def test_odd_files(text: str) -> None:
    """Empty, ragged, unfinished or oversized files never end in a traceback."""
    assert run("batch", "certification", given=text)[0] in (0, 1, 2)


def test_files_in_and_out(tmp_path: Path) -> None:
    """A file in and a file out give what the streams give."""
    text = "employees\n9\n11\n"
    (tmp_path / "in.csv").write_text(text)
    words = ["batch", "certification", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out.csv"), "--on", TODAY]
    assert run(*words) == (0, b"")
    assert (tmp_path / "out.csv").read_bytes() == run("batch", "certification", "-", "--on", TODAY, given=text)[1]


def send(pipe: IO[bytes], content: bytes) -> None:
    """Write into a pipe whose reader may stop before the end."""
    with contextlib.suppress(BrokenPipeError):
        pipe.write(content)


def test_it_streams() -> None:
    """Rows come out while others are still coming in."""
    command = [sys.executable, "-m", "cor_calc", "batch", "certification", "--on", TODAY]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        watch = threading.Timer(30, process.kill)
        watch.start()
        sender = threading.Thread(target=send, args=(process.stdin, b"employees\n" + b"11\n" * 50_000))
        sender.start()
        header = process.stdout.readline()
        first = process.stdout.readline()
        process.kill()
        watch.cancel()
        sender.join()
    assert header.startswith(b"employees,cor_verdict")
    assert first.startswith(b"11,unknown,")
