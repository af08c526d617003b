"""A file that comes in pieces, as a page hands it over: the bytes of the batch, and what a table shows of each row."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from cor_calc.checks import CHECKS
from cor_calc.edges.files import many
from cor_calc.edges.files.batch import Batch, Decoder
from cor_calc.law import load

ON = "2026-11-26"
FILE = """\
Account,Employer,certificate,partner,certified_on,first_maintenance,second_maintenance
1001,Nord “Süd”,standard,esc,2025-03-10,2026-02-27,not_yet
1002,South,standard,acsa,2024-06-03,not_yet,not_yet
1003,West,standard,acsa,3 June,not_yet,not_yet
,,,,,,
"""
CERTIFICATION = """\
Employer,employees,overall_score,partner,assessor,documentation_months,element_scores
Small,9,85,acsa,own_staff,12,80;90
Large,14,70,acsa,external_auditor,12,80;90
"""


@pytest.fixture(autouse=True)
def nothing_open() -> Iterator[None]:
    """No test sees the file of another one."""
    many._open.clear()
    yield
    many._open.clear()


def begin(check: str = "cycle", chosen: dict[str, str] | None = None) -> dict[str, Any]:
    """Begin a file."""
    said: dict[str, Any] = json.loads(many.many_begin(check, ON, json.dumps(chosen or {})))
    return said


def feed(content: bytes, size: int = 1 << 16) -> tuple[bytes, list[dict[str, Any]], dict[str, Any]]:
    """Feed a whole file in pieces; return what comes out, the rows, and what was said last."""
    text, out, rows = content.decode("latin-1"), "", []
    said: dict[str, Any] = {}
    for at in range(0, max(1, len(text)), size):
        said = json.loads(many.many_feed(text[at : at + size], "1" if at + size >= len(text) else ""))
        out += said.get("csv", "")
        rows += said.get("rows", [])
    return out.encode("latin-1"), rows, said


def calendar() -> str:
    """Return the whole calendar."""
    text, start = "", "0"
    while start is not None:
        piece = json.loads(many.many_calendar(start))
        text, start = text + piece["text"], piece["next"]
    return text


@pytest.mark.parametrize("size", [1, 7, 1000, 1 << 16])
@pytest.mark.parametrize("content", [
    FILE.encode(),
    FILE.encode("utf-16"),
    FILE.replace(",", ";").encode("utf-8-sig"),
    FILE.encode() + b'1004,"Stray,standard,esc,2025-03-10,\n1005,\xff\xfe,standard,esc,,,,beyond\n',
    FILE.replace("\n", "\r\n").strip().encode(),
])  # fmt: skip
def test_the_bytes_of_the_batch(content: bytes, size: int) -> None:
    """Whatever the pieces are."""
    begin()
    out, _, said = feed(content, size)
    batch = Batch(CHECKS["cycle"], load(), date.fromisoformat(ON))
    decoder = Decoder()
    whole = batch.feed(decoder.feed(content, last=True), last=True)
    assert out == whole.encode("utf-8", "surrogateescape")
    assert (said["counts"]["rows"], said["counts"]["bad"]) == (batch.counts.rows, batch.counts.bad)


def test_what_a_table_shows_of_a_row() -> None:
    """Its name, its results, the next date, and the address of its check with the keys in the check's order."""
    assert begin() == {"ruleset": load().ruleset(date.fromisoformat(ON)).isoformat()}  # type: ignore[union-attr]
    _, (first, second, third, fourth), said = feed(FILE.encode())
    assert first == {
        "line": 2,
        "name": "1001, Nord “Süd”",
        "results": {"certificate": {"tone": "yes", "stage": "second_maintenance"}},
        "next": {"name": "second_maintenance_by", "date": "2027-03-10", "state": "due"},
        "problems": [],
        "href": "check/cycle/#v=2&partner=esc&certificate=standard&certified_on=2025-03-10"
        "&first_maintenance=2026-02-27&second_maintenance=not_yet",
    }
    assert second["results"] == {"certificate": {"tone": "no", "stage": "missed"}}
    assert (third["href"], [problem["path"] for problem in third["problems"]]) == (None, ["certified_on"])
    assert (fourth["name"], fourth["next"]) == ("line 5", None)
    assert said["keys"]["partner"] == "partner"
    assert "Employer" not in said["keys"]


def test_a_no_that_can_change_is_told_from_one_that_cannot() -> None:
    """As the check's own page tells them."""
    begin("certification")
    _, (small, large), _ = feed(CERTIFICATION.encode())
    assert [each["tone"] for each in small["results"].values()] == ["not_yet", "yes"]
    assert [each["tone"] for each in large["results"].values()] == ["not_yet", "no"]
    assert small["results"]["secor"]["certificate"] == "standard"


def test_figures_are_shown() -> None:
    """Of checks whose answer is a number."""
    begin("refund")
    _, (row,), _ = feed(b"industry_rated_premium,refund_year,program\n45000,first,cor\n")
    assert row["results"]["refund"]["figures"]["percent"] == "10%"


def test_columns_that_a_person_has_chosen() -> None:
    """Given a question, or none."""
    begin(chosen={"Bei": "partner", "Partner": ""})
    _, (row,), said = feed(b"Bei,Partner\nesc,acsa\n")
    assert said["keys"] == {"Bei": "partner"}
    assert row["href"] == "check/cycle/#v=2&partner=esc"


@pytest.mark.parametrize(("content", "code", "header"), [
    (b"", "no_columns", []),
    (b"Name,City\nx,y\n", "no_columns", ["Name", "City"]),
    (b"partner,Partner\nesc,esc\n", "contradiction", ["partner", "Partner"]),
])  # fmt: skip
def test_a_header_that_cannot_be_used(content: bytes, code: str, header: list[str]) -> None:
    """It comes back, so that a person can say what its columns are."""
    begin()
    _, _, said = feed(content)
    assert ([problem["code"] for problem in said["problems"]], said["header"]) == ([code], header)


@pytest.mark.parametrize(("check", "day", "code"), [
    ("overview", ON, "bad_choice"),
    ("cycle", "2022-12-31", "no_rules"),
    ("cycle", "today", "bad_date"),
])  # fmt: skip
def test_what_cannot_be_begun(check: str, day: str, code: str) -> None:
    """Said as problems, and no file is open."""
    said = json.loads(many.many_begin(check, day, ""))
    assert [problem["code"] for problem in said["problems"]] == [code]
    assert json.loads(many.many_feed("a", "")) == {"lost": True}


def test_a_python_that_holds_no_file_says_so() -> None:
    """A browser that needs memory ends a worker, and another one takes its place."""
    assert json.loads(many.many_feed("a", "1")) == {"lost": True}
    assert json.loads(many.many_calendar("0")) == {"lost": True}


@pytest.mark.parametrize(("cell", "runs"), [
    ("=1+1", True), ("+1-1", True), ("@x", True), ("-x", True), ("-2.5", False), ("+1,000", False), ("1=1", False),
])  # fmt: skip
def test_formulas_are_counted(cell: str, runs: bool) -> None:
    """What a spreadsheet would run, but no plain number."""
    begin()
    _, _, said = feed(f'partner,note\nesc,"{cell}"\n'.encode())
    assert said["counts"]["formulas"] == runs


def test_the_calendar_names_each_row() -> None:
    """Two rows of one name are told apart by their lines, and names that look alike have dates of their own."""
    begin()
    feed(
        "Employer,certificate,certified_on\nÄ,one_year,2026-03-10\nÄ,one_year,2026-03-10\nÖ,one_year,2026-03-10\n".encode()
    )
    text = calendar()
    lines = text.replace("\r\n ", "").split("\r\n")
    identities = [line for line in lines if line.startswith("UID:")]
    assert len(set(identities)) == len(identities)
    whose = {line.removeprefix("SUMMARY:").split(":")[0] for line in lines if line.startswith("SUMMARY:")}
    assert whose == {"Ä", "Ä (line 3)", "Ö"}
    assert text.count("BEGIN:VCALENDAR") == text.count("END:VCALENDAR") == 1


def test_the_calendar_comes_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the same, however small they are."""
    begin()
    feed(FILE.encode() * 5)
    whole = calendar()
    monkeypatch.setattr(many, "DATED_AT_ONCE", 3)
    assert calendar() == whole


def test_memory_does_not_grow_with_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a number of rows their dates are counted and not kept."""
    monkeypatch.setattr(many, "MOST_DATED", 1)
    begin()
    _, _, said = feed(FILE.encode())
    assert (said["counts"]["dated"], said["counts"]["undated"]) == (1, 1)
    assert "1002" not in calendar()


def test_a_row_says_what_it_lacks() -> None:
    """The questions that decide it and have no answer, in the check's order; nothing of the kind where none is open."""
    begin()
    _, (open_row, answered), _ = feed(b"certificate,certified_on\n,2025-03-10\nstandard,2026-03-10\n")
    assert open_row["results"]["certificate"] == {"tone": "open", "open": ["certificate"]}
    assert "open" not in answered["results"]["certificate"]
