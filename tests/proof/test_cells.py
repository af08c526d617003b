"""Cells of a batch: what each spelling of an answer stands for."""

from typing import Any

import pytest

from cor_calc.cells import raw_answer
from cor_calc.checks import CHECKS
from cor_calc.kinds import Kind
from tests.calc.running import batch


def kind(check: str) -> Kind:
    """Return the kind of a check's last question."""
    return CHECKS[check].questions[-1].kind


def row(name: str | None, awarded: str | None = None, possible: str | None = None) -> dict[str, Any]:
    """Return an element as JSON."""
    return {"name": name, "awarded": awarded, "possible": possible}


SPELLINGS: list[tuple[str, str, Any, str]] = [
    ("refund", "", None, "an empty cell is no answer"),
    ("refund", "12;5", "12;5", "one value keeps its semicolons"),
    ("refund", "none", "none", "and is never an empty list"),
    ("certification", "", None, "an empty cell is no list"),
    ("certification", "none", [], "an empty list"),
    ("certification", "unsure", "unsure", "unsure of the list"),
    ("certification", "80", ["80"], "a list of one"),
    ("certification", "80;90", ["80", "90"], "a list of two"),
    ("certification", "80;;90", ["80", None, "90"], "an item left empty"),
    ("certification", ";", [None, None], "two items left empty"),
    ("certification", "80; 90", ["80", " 90"], "a blank stays, and is refused by the reader"),
    ("certification", "unsure;80", ["unsure", "80"], "unsure of an item"),
    ("score", "Tours|1|2", [row("Tours", "1", "2")], "a row"),
    ("score", "||", [row(None)], "a row left empty"),
    ("score", "Tours|1|2;|3|", [row("Tours", "1", "2"), row(None, "3")], "two rows"),
    ("score", r"A\;B|1|2", [row("A;B", "1", "2")], "a semicolon in a name"),
    ("score", r"A\|B|1|2", [row("A|B", "1", "2")], "a bar in a name"),
    ("score", r"A\\|1|2", [row("A\\", "1", "2")], "a backslash at the end of a name"),
    ("score", r"A\\\;B|1|2;C|3|4", [row("A\\;B", "1", "2"), row("C", "3", "4")], "a backslash and a semicolon"),
    ("score", r"\A|1|2", [row("A", "1", "2")], "a backslash before a letter is dropped"),
    ("score", "A\\\nB|1|2", [row("A\nB", "1", "2")], "and before a line's end"),
    ("score", "A\nB\\;|1|2", [row("A\nB;", "1", "2")], "a line's end in a name"),
    ("score", "A|1|2\\", [row("A", "1", "2\\")], "a backslash at the very end stays, and is refused by the reader"),
    ("score", "Tours|1", ["Tours|1"], "a value too few: no row at all"),
    ("score", "Tours|1|2|3", ["Tours|1|2|3"], "a value too many"),
    ("score", "Tours|1|2;", [row("Tours", "1", "2"), ""], "a row that was never begun"),
]


@pytest.mark.parametrize(
    ("check", "cell", "value"), [each[:3] for each in SPELLINGS], ids=[f"{each[0]}: {each[3]}" for each in SPELLINGS]
)
def test_what_a_cell_stands_for(check: str, cell: str, value: Any) -> None:
    """A cell is the JSON that it stands for."""
    assert raw_answer(kind(check), cell) == value


def test_a_row_that_is_none_is_refused() -> None:
    """Too few bars are no row: the problem names its place."""
    status, (written,) = batch("score", "elements", "Tours|1|2;Training|1")
    assert (status, '"path":"elements.1"' in written["problems"], "wrong_type" in written["problems"]) == (
        1,
        True,
        True,
    )
