"""Batch: a row in, the same row plus its answers out; headers, delimiters and bytes as spreadsheets write them."""

import json
from typing import Any

import pytest

from cor_calc import check_json
from cor_calc.checks import CHECKS, KEYS
from cor_calc.edges.files import batch as module
from cor_calc.edges.files.batch import Batch, HeaderError
from cor_calc.engine.kinds import ListOf
from cor_calc.engine.questions import QUESTIONS
from cor_calc.law import load

from ....support.answers import answer_sets
from ....support.asking import TODAY, table
from ....support.command import answered, as_cells, batch, columns, run
from ....support.command import table as asked
from ....support.rules import DAY
from ....support.situations import GOOD

ADDED = {
    "independence": ["auditor_verdict", "auditor_independent_from"],
    "internal-auditor": [
        *("internal_auditor_verdict", "internal_auditor_stage", "internal_auditor_qualifying_audit_by"),
        "internal_auditor_qualifying_audit_latest",
    ],
    "auditor-upkeep": [
        *("auditor_certification_verdict", "auditor_certification_stage", "auditor_certification_cycle_ends_on"),
    ],
    "score": [
        *("certification_verdict", "certification_overall", "certification_points_to_pass"),
        *("maintenance_verdict", "maintenance_overall", "maintenance_points_to_pass"),
    ],
    "readiness": [
        *("readiness_verdict", "readiness_gap", "readiness_open", "readiness_partly", "readiness_ready"),
        "readiness_not_applicable",
    ],
    "refund": ["refund_verdict", "refund_percent", "refund_refund", "refund_refund_most"],
}


# What is added


@pytest.mark.parametrize("check", ADDED)
def test_columns(check: str) -> None:
    """A verdict, then certificate, stage, dates and figures where there are any, then the problems."""
    assert columns(check) == [*ADDED[check], "problems"]


@pytest.mark.parametrize("check", CHECKS)
def test_the_columns_are_the_same_for_every_file(check: str) -> None:
    """Whatever the header holds, in a fixed order after its own; all that an outcome can give has its column."""
    for header in ([KEYS[check][0]], ["Employer", *KEYS[check], "Note"]):
        assert batch(check, ",".join(header) + "\n") == ",".join([*header, *columns(check)]) + "\n"
    given = json.loads(check_json(check, json.dumps(GOOD[check]), TODAY))
    for result in given["results"]:
        names = [each["name"] for each in result["dates"]] + list(result["figures"])
        assert {f"{result['subject']}_{name}" for name in ("verdict", *names)} <= set(columns(check))


@pytest.mark.parametrize("check", CHECKS)
def test_rows_agree_with_the_single_check(check: str) -> None:
    """Each row gets what one set of answers gets, null and absent values as empty cells; or the same problems."""
    keys = KEYS[check]
    sets = [answers for answers, _ in answer_sets(check, 160, 23) if answers.keys() <= set(keys)]
    sets = [answers for answers in sets if all(cell_can_hold(key, each) for key, each in answers.items())]
    sets = [*sets[:60], GOOD[check], {}]
    lines = []
    for answers in sets:
        cells = as_cells(answers)
        lines.append(",".join('"' + cells.get(key, "").replace('"', '""') + '"' for key in keys))
    found = asked(check, ",".join(keys), *lines)
    assert len(found.rows) == len(sets)
    for place, (answers, row) in enumerate(zip(sets, found.rows, strict=True)):
        out = json.loads(check_json(check, json.dumps(answers), TODAY))
        if "problems" in out:
            codes = [(each["path"], each["code"]) for each in out["problems"]]
            if not {"wrong_type", "bad_json"} & {
                code for _, code in codes
            }:  # a cell has no types but that of its column
                assert [(each["path"], each["code"]) for each in found.problems(place)] == codes, answers
            assert not any(row[name] for name in found.added[:-1])
            continue
        assert row["problems"] == "", (answers, row["problems"])
        expected = dict.fromkeys(found.added, "")
        for result in out["results"]:
            values = {name: result[name] for name in ("verdict", "certificate", "stage")} | result["figures"]
            values |= {each["name"]: each["date"] for each in result["dates"]}
            for name, value in values.items():
                if f"{result['subject']}_{name}" in expected:
                    expected[f"{result['subject']}_{name}"] = "" if value is None else str(value)
        assert {name: row[name] for name in found.added} == expected, answers


def cell_can_hold(key: str, value: Any) -> bool:
    """Tell whether a cell can hold this very answer: some that JSON tells apart look the same in a table."""
    if value is None or value == "unsure":
        return True
    if not isinstance(QUESTIONS[key].kind, ListOf):
        return a_cell_of_its_own(value)
    return isinstance(value, list) and value != [] and all(map(can_be_an_item, value))


def can_be_an_item(item: Any) -> bool:
    """Tell whether an item of a list, or all fields of a row, look like nothing else."""
    if isinstance(item, dict):
        return all(each is None or a_cell_of_its_own(each) for each in item.values())
    return item is None or a_cell_of_its_own(item)


def a_cell_of_its_own(value: Any) -> bool:
    """Tell whether a text or number is read as it stands."""
    if isinstance(value, str):
        return value.strip() == value != "" and not set(value) & set("%$,;|\\")
    return isinstance(value, int | float) and not isinstance(value, bool) and "e" not in str(value)


def test_a_row_of_two_subjects() -> None:
    """Each subject has its columns, and its own answer."""
    row = asked("certification", "partner,employees,documentation_months,assessor,overall_score,element_scores",
                "esc,9,12,own_staff,80,50").rows[0]  # fmt: skip
    assert (row["cor_verdict"], row["cor_certificate"]) == ("no", "")
    assert (row["secor_verdict"], row["secor_certificate"], row["secor_stage"]) == ("yes", "standard", "passed")


# Headers and delimiters


@table(
    "header keys",
    [
        ("employees", {"employees"}, "a key"),
        ("Employees", {"employees"}, "a capital"),
        ("EMPLOYEES", {"employees"}, "capitals"),
        (" employees ", {"employees"}, "blanks around it"),
        ("Overall score", {"overall_score"}, "a blank for the underscore"),
        ("overall-score", {"overall_score"}, "a hyphen"),
        ("OVERALL  SCORE", {"overall_score"}, "several blanks"),
        ("\ufeffemployees", {"employees"}, "a byte-order mark"),
        ('"employees"', {"employees"}, "quotation marks"),
        ("Employer,employees,Colour", {"employees"}, "between others"),
        ("Records_Since;Audit date", {"records_since", "audit_date"}, "with semicolons"),
        ("employees\tassessor", {"employees", "assessor"}, "with tabs"),
        ("Employer;Note, with a comma;employees", {"employees"}, "a comma within a semicolon's header"),
        ('"Name, first";employees', {"employees"}, "a comma within quotation marks"),
    ],
)
def test_headers(header: str, keys: set[str]) -> None:
    """A header fits a key whatever its case, the blanks around it, or blanks and hyphens for underscores."""
    made = Batch(CHECKS["certification"], load(), DAY)
    made.feed(f"{header}\n", last=True)
    assert set(made.keys) == keys


@table(
    "header code",
    [
        ("Employer,Workers", "no_columns", "names of one's own"),
        ("", "no_columns", "nothing at all"),
        ("\n\n\n", "no_columns", "empty lines"),
        ("\ufeff", "no_columns", "a byte-order mark alone"),
        ("program", "no_columns", "a key of another check"),
        ('"employees', "no_columns", "a quotation mark that is never closed"),
        ("employees,Employees", "contradiction", "the same key twice"),
        ('sep="', "no_columns", "a delimiter that cannot be one"),
        ("sep=;", "no_columns", "a delimiter, and nothing else"),
    ],
)
def test_headers_that_cannot_be_used(header: str, code: str) -> None:
    """The whole file is refused, with exit status 2."""
    done = run("batch", "certification", given=f"{header}\n")
    assert (done.status, [each for _, each in done.problems]) == (2, [code])
    with pytest.raises(HeaderError):
        batch("certification", f"{header}\n9\n")


def test_a_header_is_mapped_by_hand() -> None:
    """A page may say which column answers which question, and which none."""
    chosen = {"Workers": "employees", "employees": ""}
    made = Batch(CHECKS["certification"], load(), DAY, chosen=chosen)
    out = answered(made.feed("Workers,employees,partner\n9,99,esc\n", last=True), "certification")
    assert made.keys == {"employees": 0, "partner": 2}
    assert (out.rows[0]["secor_verdict"], out.rows[0]["cor_verdict"]) == ("unknown", "no")


@table(
    "delimiter",
    [(",", "commas"), (";", "semicolons"), ("\t", "tabs")],
)
def test_the_delimiter_is_kept(delimiter: str) -> None:
    """It is found from the header, and separates what is added as well."""
    text = "Name,employees,element_scores\nx,9,80\n".replace(",", delimiter)
    out = batch("certification", text)
    first, second = out.splitlines()
    assert first == delimiter.join(["Name", "employees", "element_scores", *columns("certification")])
    assert second.split(delimiter)[:4] == ["x", "9", "80", "unknown"]


@pytest.mark.parametrize("line", ["sep=;\n", "sep=;\r\n", "SEP=;\n", '"sep=;"\r\n', "sep=|\n", "sep=,\n", "sep=\t\r"])
def test_a_line_that_names_the_delimiter(line: str) -> None:
    """It is obeyed, kept, and counts as a line."""
    delimiter = line.strip('"\r\n')[4]
    body = "Name,employees\nx,9\ny,many\n".replace(",", delimiter)
    out = batch("certification", line + body)
    assert out.startswith(f"sep={delimiter}\n")
    found = answered(out, "certification")
    assert found.cells == [["x", "9"], ["y", "many"]]
    assert found.problems(1)[0]["line"] == 4


def test_empty_lines_before_the_header() -> None:
    """They are passed over, and counted."""
    found = answered(batch("certification", "\n\r\nName;employees\nx;many\n"), "certification")
    assert found.problems(0)[0]["line"] == 4


# Bytes


@table(
    "given",
    [
        ("employees;Name\n11;Zoë\n".encode(), "UTF-8"),
        ("employees;Name\n11;Zoë\n".encode("utf-8-sig"), "UTF-8 with its mark"),
        ("employees;Name\n11;Zoë\n".encode("utf-16"), "UTF-16 with its mark"),
        ("\ufeffemployees;Name\n11;Zoë\n".encode("utf-16-be"), "UTF-16, the larger end first"),
        ("employees;Name\r\n11;Zoë\r\n".encode(), "lines of Windows"),
        ("employees;Name\r11;Zoë\r".encode(), "lines of old Macs"),
        ("employees;Name\n11;Zoë".encode(), "no end of the last line"),
    ],
)
def test_encodings(given: bytes) -> None:
    """All give the same, in UTF-8."""
    done = run("batch", "certification", "--on", TODAY, given=given)
    assert done.status == 0
    found = answered(done.text, "certification")
    assert (found.cells, found.rows[0]["secor_verdict"]) == ([["11", "Zoë"]], "no")


def test_bytes_that_are_no_text_are_a_problem_of_their_row() -> None:
    """Late in the file as well: the rows before and after it are answered, and its bytes are kept."""
    rows = [b"Name,employees", *(b"%d %s,9" % (n, b"x" * 100) for n in range(2000)), b"caf\xe9,11", b"last,11"]
    done = run("batch", "certification", "--on", TODAY, given=b"\n".join(rows) + b"\n")
    assert done.status == 1
    lines = done.output.splitlines()
    assert len(lines) == len(rows)
    assert lines[-2].startswith(b"caf\xe9,11,,,")
    assert lines[-1].startswith(b"last,11,unknown,")
    found = answered(done.text, "certification")
    assert [(each["path"], each["code"], each["line"]) for each in found.problems(-2)] == [("", "bad_json", 2002)]
    assert sum(bool(row["problems"]) for row in found.rows) == 1


# Rows that cannot be read


def test_problems_name_their_line() -> None:
    """All of a row's at once; the rows after it are answered; exit status 1."""
    text = "id,employees,element_scores\na,11,90\nb,0,80;x\n\nc,9,90\n"
    done = run("batch", "certification", "--on", TODAY, given=text)
    found = answered(done.text, "certification")
    assert done.status == 1
    assert [row["id"] for row in found.rows] == ["a", "b", "c"]
    assert [row["secor_verdict"] for row in found.rows] == ["no", "", "unknown"]
    assert [(each["path"], each["code"], each["line"]) for each in found.problems(1)] == [
        ("employees", "out_of_range", 3),
        ("element_scores.1", "wrong_type", 3),
    ]
    assert list(found.problems(1)[0]) == ["path", "code", "message", "line"]


@table(
    "text cells said",
    [
        ('a,b,employees\n1,"x,9\n3,y,11\n', [["1", '"x', "9"], ["3", "y", "11"]], ["bad_json", None], "a cell that is never closed"),
        ('a,b,employees\n1,"x"y,9\n3,y,11\n', [["1", '"x"y', "9"], ["3", "y", "11"]], ["bad_json", None], "text after a cell's end"),
        ('a,b,employees\n1,x"y,9\n', [["1", 'x"y', "9"]], [None], "inches within a cell"),
        ('a,b,employees\n1,"two\nlines",9\n', [["1", "two\nlines", "9"]], [None], "a cell of two lines"),
        ('a,b,employees\n1,"a\rb",9\n', [["1", "a\rb", "9"]], [None], "a carriage return within a cell"),
        ("a,b,employees\n1,x,9,more\n", [["1", "x", "9", "more"]], ["too_many"], "a cell beyond the header"),
        ("a,b,employees\n1,x,9,,,\n", [["1", "x", "9", "", "", ""]], [None], "empty cells beyond it"),
        ("a,b,employees\n1\n", [["1", "", ""]], [None], "a row too short"),
        ("a,b,employees\n,,\n", [["", "", ""]], [None], "a row of empty cells"),
        ("a,b,employees\n1,\x00,9\n", [["1", "\x00", "9"]], [None], "a null character"),
        ('a,b,employees\n1,"",9\n', [["1", "", "9"]], [None], "a cell that is quoted, and empty"),
        ('a,b,employees\n1,"say ""hi""",9\n', [["1", 'say "hi"', "9"]], [None], "quotation marks within a cell"),
        ('a,b,employees\n"1","x"\n"2","y","11"\n', [["1", "x", ""], ["2", "y", "11"]], [None, None], "a short row in quotation marks"),
    ],
)  # fmt: skip
def test_odd_rows_keep_what_they_held(text: str, cells: list[list[str]], said: list[str | None]) -> None:
    """Each row is in the output with all its cells; one that cannot be read has its problem."""
    found = answered(batch("certification", text), "certification")
    assert found.cells == cells
    for place, code in enumerate(said):
        assert [each["code"] for each in found.problems(place)] == ([code] if code else [])


def test_one_stray_quotation_mark_in_five_hundred_rows() -> None:
    """It costs its own row alone."""
    rows = [f"Employer {n},{n % 20 + 1}" for n in range(500)]
    rows[250] = '"Employer 250,5'
    found = asked("certification", "Name,employees", *rows)
    assert len(found.rows) == 500
    bad = [place for place, row in enumerate(found.rows) if row["problems"]]
    assert bad == [250]
    assert found.cells[250] == ['"Employer 250', "5"]
    assert all(row["secor_verdict"] for place, row in enumerate(found.rows) if place != 250)


def test_a_stray_quotation_mark_before_quoted_rows() -> None:
    """Quotation marks of later rows do not make one row of all between them."""
    rows = ['"Employer 0,5', *(f'"Employer, {n}",9' for n in range(1, 300))]
    found = asked("certification", "Name,employees", *rows)
    assert len(found.rows) == 300
    assert [place for place, row in enumerate(found.rows) if row["problems"]] == [0]


@pytest.mark.parametrize("end", [[], ['"zz']], ids=["without an end", "with an end that does not fit"])
def test_a_cell_that_is_never_closed_in_every_row(end: list[str]) -> None:
    """Each costs itself alone, in a time that does not grow out of hand, and without a fault of the program."""
    rows = ['x","ab'] * 1500 + end
    found = asked("certification", "Name,employees", *rows)
    assert len(found.rows) == len(rows)
    assert all(row["problems"] for row in found.rows)
    assert found.cells[0] == ['x"', '"ab']


@pytest.mark.parametrize("lines", [2, 17, 40, 300, 999])
def test_a_cell_of_many_lines(lines: int) -> None:
    """It is one cell, and the rows around it are their own."""
    note = "\n".join(f"line {number}" for number in range(lines))
    found = asked("certification", "Name,employees,Note", "a,9,x", f'b,10,"{note}"', 'c,11,"y"', "d,12,z")
    assert [cells[0] for cells in found.cells] == ["a", "b", "c", "d"]
    assert found.cells[1][2] == note
    assert not any(row["problems"] for row in found.rows)
    assert found.rows[3]["secor_verdict"] == "no"


def test_a_cell_of_too_many_lines() -> None:
    """It is taken for a stray mark: each of its lines is a row of its own, and nothing is lost."""
    lines = [f"line {number}" for number in range(1200)]
    found = asked("certification", "Name,employees,Note", 'b,10,"' + "\n".join(lines) + '"', "d,12,z")
    assert len(found.rows) == 1201
    assert found.cells[0] == ["b", "10", '"line 0']
    assert (found.cells[-1], found.rows[-1]["secor_verdict"]) == (["d", "12", "z"], "no")


def test_a_very_long_cell() -> None:
    """A cell of any length passes through; the answers of one row are bounded as those of one check are."""
    long = "x" * 200_000
    found = asked("certification", "Note,employees", f"{long},9", f'"{long}",10', f"y,{'9' * 70_000}", "z,11")
    assert [cells[0] for cells in found.cells] == [long, long, "y", "z"]
    assert [[each["code"] for each in found.problems(place)] for place in range(4)] == [[], [], ["too_many"], []]


def test_what_is_already_there_stays() -> None:
    """An output can be fed in again: its columns are others' columns, and lose nothing."""
    once = batch("certification", "Name,employees\nx,9\ny,none\n")
    twice = answered(batch("certification", once), "certification")
    assert [cells[:2] for cells in twice.cells] == [["x", "9"], ["y", "none"]]
    assert len(twice.header) == 2 + len(columns("certification"))


def test_a_batch_of_the_overview_is_refused() -> None:
    """It judges by nine checks, each of which has its own columns."""
    done = run("batch", "overview", given="employees\n9\n")
    assert (done.status, done.problems) == (2, [("check", "bad_choice")])


def test_cells_seen_before_are_forgotten_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept to read the same cell once is bounded, and changes no answer."""
    text = "employees,partner\n" + "".join(f"{n % 7 + 8},esc\n" for n in range(30))
    whole = batch("certification", text)
    monkeypatch.setattr(module, "_KEPT", 3)
    assert batch("certification", text) == whole
