"""CSV records from text that comes in pieces. Nothing is lost: a record that cannot be read keeps its text.

A stray quotation mark costs its own line alone: the lines that it would swallow are read as lines of their own.
"""

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

_QUOTED = re.compile(r'["\r\n]')
_UNFINISHED = "unexpected end of data"
STRAY = "its quotation marks do not fit each other"
OFTEN = 16
"""Up to how many lines a record is tried at each line that has a quotation mark."""
MOST_LINES = 1000
"""How many lines one record may have, before its first quotation mark is taken for a stray one."""

csv.field_size_limit((1 << 31) - 1)  # the most that a C long holds on every machine


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its cells, the number of its first line, and why it cannot be read, where it cannot."""

    cells: list[str]
    line: int
    fault: str = ""


@dataclass(slots=True)
class Records:
    """Cuts text into records as it comes; `width` is the number of cells of the header, 0 while it is not known."""

    delimiter: str = ","
    width: int = 0
    line: int = 0
    _rest: str = ""
    _coming: deque[str] = field(default_factory=deque)
    """Whole lines that are not read yet."""
    _lines: list[str] = field(default_factory=list)
    """The lines of a record that has a quotation mark, and may go on."""

    def feed(self, text: str, *, last: bool = False) -> Iterator[Record]:
        """Yield the records that are complete with this text; with `last`, those that remain as well."""
        self._coming.extend(self.lines(text, last=last))
        while self._coming or (last and self._lines):
            record = self._take(self._coming.popleft()) if self._coming else self._try(final=True)
            if record is not None:
                yield record

    def lines(self, text: str, *, last: bool) -> list[str]:
        """Return the whole lines of what came so far, with their ends; the last one as it is."""
        whole = self._rest + text
        held = "\r" if whole.endswith("\r") and not last else ""  # its "\n" may come with the next piece
        found = list(io.StringIO(whole.removesuffix(held), newline=""))
        self._rest = held
        if found and not last and not found[-1].endswith(("\r", "\n")):
            self._rest = found.pop() + held
        return found

    def _take(self, line: str) -> Record | None:
        """Return the record that ends with a line, None where it goes on, or the line is blank."""
        if not self._lines and '"' not in line:
            self.line += 1
            bare = line.rstrip("\r\n")
            return Record(bare.split(self.delimiter), self.line) if bare else None
        self._lines.append(line)
        number = len(self._lines)
        often = number <= OFTEN and '"' in line
        seldom = (
            number & (number - 1) == 0
        )  # at each power of two: a stray mark costs little however long it seems to go on
        return self._try(final=number >= MOST_LINES) if often or seldom or number >= MOST_LINES else None

    def _try(self, *, final: bool) -> Record | None:
        """Return the record that the lines kept so far begin with, None where it goes on."""
        reader = csv.reader(self._lines, delimiter=self.delimiter, strict=True)
        try:
            cells = next(reader)
        except csv.Error as error:
            return None if str(error) == _UNFINISHED and not final else self._give_up()
        if reader.line_num > 1 and self.width and len(cells) != self.width:
            return self._give_up()
        record = Record(cells, self.line + 1)
        self._leave(reader.line_num)
        return record

    def _give_up(self) -> Record:
        """Return the first line as one that cannot be read; the others are read again."""
        record = Record(self._lines[0].rstrip("\r\n").split(self.delimiter), self.line + 1, STRAY)
        self._leave(1)
        return record

    def _leave(self, number: int) -> None:
        """Leave the first lines behind, and read the others again."""
        self.line += number
        self._coming.extendleft(reversed(self._lines[number:]))
        self._lines.clear()


def written(cells: list[str], delimiter: str) -> str:
    """Return cells as a line of CSV. Pythons differ on which cells they quote, so that it is done here."""
    line = delimiter.join(cells)
    if line.count(delimiter) < len(cells) and not _QUOTED.search(line):
        return f"{line}\n"
    return f"{delimiter.join(_quoted(cell, delimiter) for cell in cells)}\n"


def _quoted(cell: str, delimiter: str) -> str:
    if delimiter not in cell and not _QUOTED.search(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'
