"""Nothing is lost, whatever the file: every character of every row is in the output, and pieces of any size make no difference."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cor_calc.checks import CHECKS
from cor_calc.edges.files.batch import Batch, Decoder
from cor_calc.law import load

from ..support.command import answered, batch

CHECK = "certification"
ON = date(2026, 11, 26)
FEW = settings(max_examples=150, deadline=None, derandomize=True)

PIECES = ('"', '""', ",", ";", "\t", "\n", "\r\n", "\r", " ", "9", "80", "esc", "Zoë", "x", "\x00", "|", "\\", "unsure",
          "none", "$1,234.50", "2025/03/01", '"two\nlines"', '","', "\udce9", "\ufeff")  # fmt: skip
bodies = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
cells = st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x85"), max_size=12
) | st.sampled_from([*PIECES, "12", "99999", "external_auditor"])
tables = st.lists(st.lists(cells, min_size=3, max_size=3), max_size=6)
delimiters = st.sampled_from([",", ";", "\t"])


def bare(text: str, delimiter: str) -> str:
    """Return a text without what separates and quotes its cells."""
    return "".join(each for each in text if each not in f'"\r\n{delimiter}')


@FEW
@given(body=bodies, delimiter=delimiters)
@example(body='"' * 7, delimiter=",")
@example(body='a,"b\n"c,d\ne","f', delimiter=",")
def test_every_character_is_in_the_output_in_its_order(body: str, delimiter: str) -> None:
    """Of files that are no files of cells at all as well; only marks around cells and lines may differ."""
    header = delimiter.join(["Name", "employees", "partner"])
    found = answered(batch(CHECK, f"{header}\n{body}"), CHECK)
    assert found.delimiter == delimiter
    kept = "".join(cell for row in found.cells for cell in row)
    assert bare(kept, delimiter) == bare(body, delimiter)


@FEW
@given(rows=tables, delimiter=delimiters, all_quoted=st.booleans(), end=st.sampled_from(["\n", "\r\n"]))
def test_every_cell_of_every_row_is_in_the_output(
    rows: list[list[str]], delimiter: str, all_quoted: bool, end: str
) -> None:
    """Of files that a spreadsheet has written, cell by cell; each row is answered, or has its problems."""

    def quoted(cell: str) -> str:
        doubled = cell.replace('"', '""')
        return f'"{doubled}"' if all_quoted or set(cell) & {delimiter, '"', "\r", "\n"} else cell

    lines = [delimiter.join(map(quoted, row)) for row in [["Name", "employees", "Note"], *rows]]
    found = answered(batch(CHECK, "".join(f"{line}{end}" for line in lines)), CHECK)
    assert found.cells == rows
    for place, row in enumerate(found.rows):
        assert bool(row["cor_verdict"]) is not bool(found.problems(place))


@FEW
@given(body=bodies, sizes=st.lists(st.integers(min_value=1, max_value=40), min_size=1, max_size=8),
       head=st.sampled_from(["employees,partner", "sep=;\nemployees;partner", "\n\nName\temployees", '"employees";"a ""b"""']),
       end=st.sampled_from(["\n", "\r\n", "\r"]))  # fmt: skip
def test_pieces_of_any_size_give_the_same_bytes(body: str, sizes: list[int], head: str, end: str) -> None:
    """A page that reads in pieces, and the command line that reads in others."""
    text = head.replace("\n", end) + end + body

    def cut(whole: str) -> list[str]:
        pieces = []
        while whole:
            size = sizes[len(pieces) % len(sizes)]
            pieces.append(whole[:size])
            whole = whole[size:]
        return pieces

    assert batch(CHECK, text, pieces=cut) == batch(CHECK, text)


@FEW
@given(
    body=bodies, size=st.integers(min_value=1, max_value=9), encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])
)
def test_bytes_in_pieces_are_the_same_text(body: str, size: int, encoding: str) -> None:
    """Whatever their encoding, and wherever a character is cut."""
    data = body.encode(encoding, "surrogateescape" if encoding != "utf-16" else "replace")
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    decoder = Decoder()
    text = "".join(map(decoder.feed, pieces)) + decoder.feed(b"", last=True)
    assert text == Decoder().feed(data, last=True)
    if encoding == "utf-8-sig":
        assert text == body


@settings(FEW, max_examples=40)
@given(
    rows=st.lists(
        st.sampled_from(["9,esc", "x,y", '"', '"9","esc"', "9,esc,more", "\udcff,esc", "9", '"9"x,esc']), max_size=12
    )
)
def test_a_bad_row_leaves_its_neighbours_alone(rows: list[str]) -> None:
    """Each row that stands on its own line is answered as it is alone, where no mark opens a cell over several lines."""
    made = Batch(CHECKS[CHECK], load(), ON)
    together = answered(made.feed("employees,partner\n" + "".join(f"{row}\n" for row in rows), last=True), CHECK)
    assert made.counts.rows == len(together.rows) == len(rows)
    alone = [answered(batch(CHECK, f"employees,partner\n{row}\n"), CHECK).rows[0] for row in rows]
    assert [row["cor_verdict"] for row in together.rows] == [row["cor_verdict"] for row in alone]
    assert made.counts.bad == sum(bool(row["problems"]) for row in alone)


ITEMS = ("80", "79.99", "80,5", "150", "x", "n/a", "unsure", "none", "", " 90 ", "\\;", "a\\", "80\\")
LISTS = st.lists(st.lists(st.sampled_from(ITEMS), min_size=1, max_size=5).map(";".join), min_size=1, max_size=6)


@FEW
@given(lists=LISTS, delimiter=st.sampled_from([",", "\t"]))
@example(lists=["80;80", "80", "80;80\\;80"], delimiter="\t")
@example(lists=["80;none", "none"], delimiter="\t")
def test_a_list_is_read_alike_whatever_rows_came_before(lists: list[str], delimiter: str) -> None:
    """A list whose items were all read in other rows is read like one that stands alone, its problems as well."""
    head = f"element_scores{delimiter}partner\n"
    rows = [f'"{cell}"{delimiter}esc\n' for cell in lists]
    together = answered(batch(CHECK, head + "".join(rows)), CHECK)
    for place, row in enumerate(rows):
        [alone] = answered(batch(CHECK, head + row), CHECK).rows
        found = together.rows[place]
        assert {**found, "problems": found["problems"].replace(f'"line":{place + 2}', '"line":2')} == alone
