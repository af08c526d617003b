"""CSV records from text that comes in pieces. Nothing is lost: a record that cannot be read keeps its text.

A stray quotation mark costs its own line alone: the lines that it would swallow are read as lines of their own.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_QUOTED = re.compile(r'["\r\n]')
_UNFINISHED = "unexpected end of data"
STRAY = "its quotation marks do not fit each other"
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
    _lines: list[str] = field(default_factory=list)

    def feed(self, text: str, *, last: bool = False) -> Iterator[Record]:
        """Yield the records that are complete with this text; with `last`, those that remain as well."""
        for line in self.lines(text, last=last):
            yield from self._take(line)
        if last:
            yield from self._finish()

    def lines(self, text: str, *, last: bool) -> list[str]:
        """Return the whole lines of what came so far, with their ends; the last one as it is."""
        whole = self._rest + text
        held = "\r" if whole.endswith("\r") and not last else ""  # its "\n" may come with the next piece
        found = list(io.StringIO(whole.removesuffix(held), newline=""))
        self._rest = held
        if found and not last and not found[-1].endswith(("\r", "\n")):
            self._rest = found.pop() + held
        return found

    def _take(self, line: str) -> Iterator[Record]:
        if not self._lines and '"' not in line:
            self.line += 1
            bare = line.rstrip("\r\n")
            if bare:
                yield Record(bare.split(self.delimiter), self.line)
            return
        self._lines.append(line)
        if '"' in line or len(self._lines) >= MOST_LINES:
            yield from self._try(final=len(self._lines) >= MOST_LINES)

    def _try(self, *, final: bool) -> Iterator[Record]:
        """Yield the record that the lines kept so far make, if they make one."""
        try:
            cells = next(csv.reader(self._lines, delimiter=self.delimiter, strict=True))
        except csv.Error as error:
            if str(error) == _UNFINISHED and not final:
                return
            yield from self._give_up()
            return
        if len(self._lines) > 1 and self.width and len(cells) != self.width:
            yield from self._give_up()
            return
        first = self.line + 1
        self.line += len(self._lines)
        self._lines.clear()
        yield Record(cells, first)

    def _give_up(self) -> Iterator[Record]:
        """Yield the first line as one that cannot be read, and read the others anew."""
        line, *others = self._lines
        self._lines.clear()
        self.line += 1
        yield Record(line.rstrip("\r\n").split(self.delimiter), self.line, STRAY)
        for other in others:
            yield from self._take(other)

    def _finish(self) -> Iterator[Record]:
        while self._lines:
            yield from self._try(final=True)


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
