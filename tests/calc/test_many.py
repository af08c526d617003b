"""A file in the page: the same bytes as the command line, in pieces, with what the page's table shows of each row."""

import json
from typing import Any

import pytest

from cor_calc.edges import many
from cor_calc.edges.many import many_begin, many_calendar, many_feed

from ..support.asking import TODAY, result, table
from ..support.command import run
from ..support.situations import good


def begun(check: str = "certification", on: str = TODAY, **chosen: str) -> dict[str, Any]:
    """Begin a file; return what is said."""
    found: dict[str, Any] = json.loads(many_begin(check, on, json.dumps(chosen)))
    return found


def fed(data: bytes, *, last: bool = True) -> dict[str, Any]:
    """Hand over some bytes as a page does, each as one character; return what is said."""
    found: dict[str, Any] = json.loads(many_feed(data.decode("latin-1"), "1" if last else ""))
    return found


FILE = (
    "Name;Employees;Partner;Records since;Audit date\n"
    "Zoë & Co;9;esc;2025-11-30;2026-12-01\n"
    'Smith "Best" Ltd;many;esc;;\n'
    ";12;amta;2026-10-01;2026-12-01\n"
).encode() + b"caf\xe9;9;esc;;\n"


@pytest.mark.parametrize("size", [1, 7, 4096])
def test_the_bytes_are_those_of_the_command_line(size: int) -> None:
    """Whatever the file holds, and in whatever pieces it comes."""
    begun()
    pieces = [FILE[at : at + size] for at in range(0, len(FILE), size)]
    written = "".join(fed(piece, last=piece is pieces[-1])["csv"] for piece in pieces)
    assert written.encode("latin-1") == run("batch", "certification", "--on", TODAY, given=FILE).output


def test_what_a_table_shows_of_each_row() -> None:
    """Its line and its name, its results or its problems, its next date, and the check that it opens."""
    begun()
    found = fed(FILE)
    assert (found["header"][:2], found["keys"]["Records since"]) == (["Name", "Employees"], "records_since")
    assert found["counts"] == {"rows": 4, "bad": 2, "formulas": 0, "dated": 2, "undated": 0}
    first, second, third, last = found["rows"]
    assert (first["line"], first["name"]) == (2, "Zoë & Co")
    assert first["results"]["secor"] == {
        "tone": "open",
        "stage": "audit",
        "figures": {"certificate_if_passed": "standard"},
    }
    assert (
        first["href"]
        == "check/certification/#v=2&partner=esc&employees=9&records_since=2025-11-30&audit_date=2026-12-01"
    )
    assert first["next"] == {"name": "standard_audit_from", "date": "2026-11-30"}
    assert (second["results"], second["href"], second["problems"][0]["path"]) == ({}, None, "employees")
    assert third["name"] == "line 4"
    assert last["problems"][0]["code"] == "bad_json"


def test_a_no_that_can_change_is_told_apart() -> None:
    """As on the check's own page."""
    answers = good("certification", overall_score=70)
    begun()
    row = fed(
        b"partner,employees,records_since,audit_date,assessor,overall_score,element_scores\n"
        b"esc,12,2025-11-30,2026-12-01,external_auditor,70,80;90\n"
    )["rows"][0]
    for subject in ("cor", "secor"):
        assert row["results"][subject]["tone"] == result("certification", answers, subject)["tone"]
    assert row["results"]["cor"]["tone"] == "not_yet"


def test_rows_come_once() -> None:
    """Each answer has the rows read since the last one."""
    begun()
    assert fed(b"employees\n9\n1", last=False)["counts"]["rows"] == 1
    found = fed(b"0\n11\n")
    assert ([row["line"] for row in found["rows"]], found["counts"]["rows"]) == ([3, 4], 3)


def test_columns_are_mapped_by_hand() -> None:
    """To a question, or to none."""
    begun(Workers="employees", employees="")
    found = fed(b"Workers,employees,partner\n9,x,esc\n")
    assert (found["keys"], found["counts"]["bad"]) == ({"Workers": "employees", "partner": "partner"}, 0)


@table(
    "check on codes",
    [
        ("no-such-check", TODAY, ["bad_choice"], "an unknown check"),
        ("overview", TODAY, ["bad_choice"], "the overview, which answers no files"),
        ("certification", "2022-12-31", ["no_rules"], "a day without rules"),
        ("no-such-check", "x", ["bad_date", "bad_choice"], "both at once"),
    ],
)
def test_what_cannot_be_begun(check: str, on: str, codes: list[str]) -> None:
    """Its problems; and then no file is begun."""
    begun()
    assert [each["code"] for each in begun(check, on)["problems"]] == codes
    assert fed(b"employees\n") == {"lost": True}


def test_a_header_that_cannot_be_used() -> None:
    """It is told, with what stood in it, so that a person can map its columns."""
    begun()
    found = fed(b"Workers,Colour\n9,red\n")
    assert ([each["code"] for each in found["problems"]], found["header"]) == (["no_columns"], ["Workers", "Colour"])
    assert fed(b"9\n") == {"lost": True}


def test_a_file_that_another_python_began() -> None:
    """A browser may have ended that one: nothing is made up."""
    many._open.clear()
    assert fed(b"employees\n") == {"lost": True}
    assert json.loads(many_calendar("0")) == {"lost": True}


def test_cells_that_a_spreadsheet_would_run() -> None:
    """They are counted, so that a page can warn; a negative number is none."""
    begun()
    assert fed(b"Name,employees\n=1+1,9\n-5,9\n+1 555,9\n@x,9\nplain,9\n")["counts"]["formulas"] == 3


def test_all_dates_of_all_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """In pieces that make one calendar; two rows of one name keep theirs apart."""
    monkeypatch.setattr(many, "DATED_AT_ONCE", 2)
    begun("plan")
    fed(b"Name,records_since\n" + b"".join(b"%s,2025-11-30\n" % name for name in (b"A", b"A", b"B", b"", b"C")))
    pieces, start = [], "0"
    while start is not None:
        piece = json.loads(many_calendar(start))
        pieces.append(piece["text"])
        start = piece["next"]
    text = "".join(pieces)
    assert len(pieces) == 3
    assert text.count("BEGIN:VEVENT") == 10
    assert (text.count("BEGIN:VCALENDAR"), text.count("END:VCALENDAR")) == (1, 1)
    names = {line.partition(":")[2].partition(":")[0] for line in text.splitlines() if line.startswith("SUMMARY")}
    assert names == {"A", "A (line 3)", "B", "line 5", "C"}
    assert len({line for line in text.replace("\r\n ", "").splitlines() if line.startswith("UID")}) == 10


def test_dates_beyond_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory does not grow with the file: the rows whose dates are not kept are counted."""
    monkeypatch.setattr(many, "MOST_DATED", 2)
    begun("plan")
    found = fed(b"Name,records_since\n" + b"x,2025-11-30\n" * 5)
    assert (found["counts"]["dated"], found["counts"]["undated"]) == (2, 3)
