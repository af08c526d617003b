"""Odd files, as people have them: every row of each is found in the output, with what it held and with its answer or problem."""

from pathlib import Path

from ....support.asking import TODAY, table
from ....support.command import answered, run

ROWS = [
    ["Smith & Sons", "9", "esc", "80;90"],
    ["Zoë’s Café", "12", "amta", "50"],
    ['The "Best" Ltd', "", "unsure", "none"],
    ["Nord, Süd; Ost", "11", "", "49.99;80"],
    ["Two\nlines", "10", "ccsa", "80"],
]
HEADER = ["Employer", "Employees", "Partner", "Element scores"]
BAD = [2]
"""The row whose list of scores is empty: the only one with a problem."""


def written(delimiter: str = ",", end: str = "\n", quoted: str = "needed", header: list[str] = HEADER) -> str:
    """Return the rows as a spreadsheet writes them: quoted where needed, all texts, or everything."""

    def cell(text: str) -> str:
        needed = set(text) & {delimiter, '"', "\n", "\r"}
        a_text = text and not text.replace(".", "").isdigit()
        if needed or quoted == "everything" or (quoted == "texts" and a_text):
            doubled = text.replace('"', '""')
            return f'"{doubled}"'
        return text

    width = len(header)
    return "".join(delimiter.join(map(cell, [*row, *[""] * (width - len(row))])) + end for row in [header, *ROWS])


FILES = [
    (written().encode(), "LibreOffice, commas"),
    (written(quoted="texts").encode(), "LibreOffice, commas, all texts quoted"),
    (written(";").encode(), "LibreOffice, semicolons"),
    (written(";", quoted="texts").encode(), "LibreOffice, semicolons, all texts quoted"),
    (written("\t").encode(), "LibreOffice, tabs"),
    (written("\t", quoted="texts").encode(), "LibreOffice, tabs, all texts quoted"),
    (written("\t").encode("utf-16"), "LibreOffice, tabs, UTF-16"),
    (written(end="\r\n").encode("utf-8-sig"), "Excel, CSV UTF-8"),
    (written(";", end="\r\n").encode("utf-8-sig"), "Excel in Europe, CSV UTF-8"),
    (written("\t", end="\r\n").encode("utf-16"), "Excel, Unicode text"),
    (("sep=;\r\n" + written(";", end="\r\n")).encode(), "Excel, with its own line of the delimiter"),
    (written(quoted="everything", end="\r\n").encode(), "Google Sheets, with everything quoted"),
    (written(end="\r").encode(), "an old Mac"),
    (written().rstrip("\n").encode(), "without the last line's end"),
    (("\n\n" + written() + "\n\n\n").encode(), "empty lines at both ends"),
    (written(header=[" EMPLOYER ", " employees ", "PARTNER", "element-scores"]).encode(), "a header with blanks and capitals"),
    (written("|").replace("Employer|", "sep=|\nEmployer|", 1).encode(), "bars, that a line of their own names"),
    ((written() + ",,,\n" * 3).encode(), "rows of empty cells at the end"),
    (written(header=[*HEADER, "", ""]).encode(), "columns without a name"),
]  # fmt: skip


@table("content", FILES)
def test_every_row_is_found(content: bytes, tmp_path: Path) -> None:
    """Cell by cell, in order; the one that cannot be read has its problem, and the others are answered."""
    (tmp_path / "in.csv").write_bytes(content)
    done = run("batch", "certification", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out.csv"), "--on", TODAY)
    assert done.status == 1
    found = answered((tmp_path / "out.csv").read_bytes().decode(), "certification")
    assert len(found.rows) >= len(ROWS)
    for place, (row, cells) in enumerate(zip(ROWS, found.cells, strict=False)):
        kept = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells]
        assert kept[:4] == row
        assert not any(kept[4:])
        assert bool(found.rows[place]["problems"]) is (place in BAD)
        assert bool(found.rows[place]["cor_verdict"]) is not (place in BAD)
    assert all(not any(cells) for cells in found.cells[len(ROWS) :])
    assert [row["secor_verdict"] for row in found.rows][:5] == ["unknown", "no", "", "no", "unknown"]


BROKEN = [
    (b'Employer,Employees\n"Smith,9\nJones,11\n', ["Smith", "Jones"], "a cell that is never closed"),
    (b'Employer,Employees\nSmith",9\nJones,11\n', ["Smith", "Jones"], "a mark within a cell"),
    (b"Employer,Employees\nSm\xefth,9\nJones,11\n", [b"Sm\xefth".decode("utf-8", "surrogateescape"), "Jones"], "bytes of Windows"),
    (b"Employer,Employees\nSmith,9,10,11\nJones,11\n", ["Smith", "Jones"], "more cells than columns"),
    (b"Employer,Employees\nSmith\nJones,11\n", ["Smith", "Jones"], "fewer cells than columns"),
    (b"Employer;Employees\nSmith,9\nJones;11\n", ["Smith,9", "Jones"], "a row of another delimiter"),
    (b"Employer,Employees\n" + b"x" * 200_000 + b",9\nJones,11\n", ["xxxxx", "Jones"], "a very long cell"),
    (b"Employer,Employees\nSmith,\x00\nJones,11\n", ["Smith", "Jones"], "a null character"),
    ("Employer,Employees\nSmith,9\nJones,11\n".encode("utf-16")[:-1], ["Smith", "Jones"], "UTF-16 that is cut short"),
]  # fmt: skip


@table("content names", BROKEN)
def test_a_broken_row_costs_itself_alone(content: bytes, names: list[str], tmp_path: Path) -> None:
    """Its neighbour is answered, and it stays in the output."""
    (tmp_path / "in.csv").write_bytes(content)
    done = run("batch", "certification", str(tmp_path / "in.csv"), "--on", TODAY)
    found = answered(done.text, "certification")
    assert done.status in {0, 1}
    assert len(found.rows) == 2
    for name, cells in zip(names, found.cells, strict=True):
        assert name in cells[0]
    assert found.rows[1]["secor_verdict"] == "no" or found.rows[1]["problems"]
