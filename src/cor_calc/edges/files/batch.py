"""Many employers at once: a CSV row in, the same row with its answers out. It streams, and loses nothing.

Text comes in pieces and goes out in pieces, so that a page and the command line give the same bytes.
"""

import codecs
import csv
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cor_calc.checks import Check
from cor_calc.edges.files.cells import ESCAPE, SEPARATOR, header_key, raw_answer
from cor_calc.edges.files.records import Record, Records, written
from cor_calc.edges.strict_json import LONGEST_TEXT, dumps
from cor_calc.engine.check import Result
from cor_calc.engine.judging import Situation
from cor_calc.engine.kinds import UNSURE, ListOf
from cor_calc.engine.problems import Problem, Problems
from cor_calc.engine.questions import Question, questions
from cor_calc.law import Law

DELIMITERS = ",;\t"
_SEPARATOR_LINE = re.compile(r'"?sep=([^"\r\n])"?(\r\n|\r|\n)?\Z', re.IGNORECASE)
_HEAD = re.compile(r"[\r\n]*[^\r\n]+(\n|\r.)", re.DOTALL)
"""Enough of a file to see its first line that is not blank."""
_BLANK_LINES = re.compile(r"(\r\n|\r|\n)+")
_NOT_TEXT = re.compile("[\udc80-\udcff\ufffd]")
_KEPT, _SHORT = 1 << 13, 1 << 8
Read = tuple[Any, tuple[Problem, ...]]


class HeaderError(ValueError):
    """The first row cannot be used as a header; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem for whoever reports it."""
        super().__init__(problem.message)
        self.problem = problem


def columns(check: Check, law: Law, day: date) -> list[str]:
    """Return the columns that a batch adds, the same for every file of a check."""
    found = []
    for subject in check.subjects(law, day):
        name = subject.name
        found.append(f"{name}_verdict")
        found += [f"{name}_certificate"] if subject.certificate else []
        found += [f"{name}_stage"] if subject.stage else []
        found += [f"{name}_{each}" for each in date_names(check, law, day, name)]
        found += [f"{name}_{each}" for each in subject.figure_names]
    return [*found, "problems"]


def date_names(check: Check, law: Law, day: date, subject: str) -> list[str]:
    """Return the names of the dates that a subject can give, both values where there can be two."""
    rules = next(each.dates for each in check.subjects(law, day) if each.name == subject)
    return [name for rule in rules for name in rule.labels]


@dataclass(slots=True)
class Counts:
    """How many rows were read, and how many of them have problems."""

    rows: int = 0
    bad: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """One row: what it held, the answers read from it, and its results, or its problems where it cannot be read."""

    record: Record
    answers: Mapping[str, Any]
    results: tuple[Result, ...]
    problems: list[Problem]


@dataclass
class Batch:
    """Answers the rows of one file. `feed` it text, last of all with `last=True`; what it yields is the output.

    `chosen` maps a header, as it stands in the file, to a key or to "" for none; the others are found by their names.
    HeaderError comes from the first `feed` that has the whole header.
    """

    check: Check
    law: Law
    day: date
    chosen: dict[str, str] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)
    on_row: Callable[[Answered], None] | None = None
    header: list[str] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    _records: Records = field(default_factory=Records)
    _begun: bool = False
    _waiting: str = ""
    _separator_line: str = ""

    def __post_init__(self) -> None:
        """Make what is the same for every row."""
        self._known: dict[tuple[str, str], Read] = {}
        self._items: dict[str, dict[str, Any]] = {}
        self._subjects = {subject.name: subject for subject in self.check.subjects(self.law, self.day)}
        self._dates = {name: date_names(self.check, self.law, self.day, name) for name in self._subjects}
        self._added = columns(self.check, self.law, self.day)
        self._empty = [""] * (len(self._added) - 1)

    def feed(self, text: str, *, last: bool = False) -> str:
        """Return the output for the rows that are complete with this text; with `last`, for all that remain.

        Raises `HeaderError` where the header cannot be used.
        """
        out = io.StringIO()
        if not self._begun:
            self._waiting += text
            text = ""
            if not last and not _HEAD.match(self._waiting):
                return ""
            text, self._waiting = self._begin(self._waiting), ""
        delimiter = self._records.delimiter
        for record in self._records.feed(text, last=last):
            if not self.header:
                self._read_header(record)
                out.write(self._separator_line + written([*self.header, *self._added], delimiter))
            else:
                out.write(written(self._answered(record), delimiter))
        if last and not self.header:
            raise HeaderError(Problem("", "no_columns", "Begin the file with a header row of column names."))
        return out.getvalue()

    # ─── The header ───

    def _begin(self, text: str) -> str:
        """Find the delimiter in the first line; keep a line such as `sep=;`. Return the text that follows."""
        self._begun = True
        text = text.removeprefix("\ufeff")
        blank = _BLANK_LINES.match(text)
        if blank:
            self._records.line = len(blank[0].splitlines())
            text = text[blank.end() :]
        first = re.match(r"[^\r\n]*(\r\n|\r|\n)?", text)
        line = first[0] if first else ""
        said = _SEPARATOR_LINE.match(line)
        if said:
            self._records.delimiter = said[1]
            self._records.line += 1
            self._separator_line = f"sep={said[1]}\n"
            return text[len(line) :]
        self._records.delimiter = max(DELIMITERS, key=lambda each: (self._fitting(line, each), line.count(each)))
        return text

    def _fitting(self, line: str, delimiter: str) -> int:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        return sum(self._key_of(cell) in self.check.keys for cell in cells)

    def _key_of(self, header: str) -> str:
        return self.chosen.get(header, header_key(header))

    def _read_header(self, record: Record) -> None:
        if record.fault:
            raise HeaderError(Problem("", "no_columns", f"Write the header again: {record.fault}."))
        self.header = record.cells
        self._records.width = len(record.cells)
        for place, cell in enumerate(record.cells):
            key = self._key_of(cell)
            if key not in self.check.keys:
                continue
            if key in self.keys:
                message = f"Keep one column for {key}: the header has it more than once."
                raise HeaderError(Problem(key, "contradiction", message))
            self.keys[key] = place
        if not self.keys:
            message = f"Name the columns after the questions: {', '.join(self.check.keys)}."
            raise HeaderError(Problem("", "no_columns", message))

    # ─── A row ───

    def _answered(self, record: Record) -> list[str]:
        """Return a row as it came, then what the check adds, then the cells beyond the header."""
        width = len(self.header)
        cells, beyond = record.cells[:width], record.cells[width:]
        of, problems = self._read(record, beyond)
        results = None if problems else self.check.results(of, whole=False)
        self.counts.rows += 1
        self.counts.bad += bool(problems)
        if self.on_row is not None:
            self.on_row(Answered(record, of.answers, results or (), problems))
        added = self._empty if results is None else self._written(results)
        said = dumps([{**problem.written(), "line": record.line} for problem in problems]) if problems else ""
        return [*cells, *[""] * (width - len(cells)), *added, said, *beyond]

    def _read(self, record: Record, beyond: list[str]) -> tuple[Situation, list[Problem]]:
        cells = record.cells
        given = {key: cells[place] for key, place in self.keys.items() if place < len(cells)}
        fault = self._fault(record, beyond, sum(map(len, given.values())))
        if fault is not None:
            return Situation({}, self.law, self.day), [fault]
        answers: dict[str, Any] = {}
        problems = Problems()
        for key, cell in given.items():
            value, found = self._answer(key, cell)
            problems.found += found
            if value is not None:
                answers[key] = value
        of = Situation(answers, self.law, self.day)
        self.check.note_problems(of, problems)
        return of, problems.found

    def _fault(self, record: Record, beyond: list[str], size: int) -> Problem | None:
        """Return why a row cannot be read as a whole, None where it can; `size` is that of its answers."""
        if record.fault:
            return Problem("", "bad_json", f"Write this row again: {record.fault}.")
        if any(cell.strip() for cell in beyond):
            width = len(self.header)
            message = f"Keep to the {width} cells of the header; this row has {len(record.cells)}."
            return Problem("", "too_many", message)
        if _NOT_TEXT.search("".join(record.cells)):
            return Problem("", "bad_json", "Save this row as UTF-8: it has bytes that are no text.")
        if size > LONGEST_TEXT:
            return Problem("", "too_many", f"Shorten the answers to at most {LONGEST_TEXT // 1024} KiB.")
        return None

    def _answer(self, key: str, cell: str) -> Read:
        """Return a cell's answer, None where it is not known, and its problems; the same cell is read once."""
        kept = self._known.get((key, cell))
        if kept is not None:
            return kept
        question = questions(self.law)[key]
        items = isinstance(question.kind, ListOf) and SEPARATOR in cell and ESCAPE not in cell
        return (items and self._list(question, cell)) or self._first(question, cell, items=items)

    def _list(self, question: Question, cell: str) -> Read | None:
        """Return a list all of whose items were read before: lists differ from row to row, their items seldom do."""
        kind = question.kind
        values = tuple(map(self._items.get(question.key, {}).get, cell.split(SEPARATOR)))
        fits = isinstance(kind, ListOf) and kind.low <= len(values) <= kind.high
        return (values, ()) if fits and None not in values else None

    def _first(self, question: Question, cell: str, *, items: bool) -> Read:
        """Read a cell that has not been read before, and keep it; `items` says whether to keep a list's items too."""
        key, problems = question.key, Problems()
        raw = raw_answer(question.kind, cell, decimal_comma=self._records.delimiter != ",")
        unknown = raw is None or raw == UNSURE
        value = None if unknown else question.kind.read(raw, key, question.noun, problems)
        found = (value, tuple(problems.found))
        if len(cell) <= _SHORT:
            if len(self._known) >= _KEPT:
                self._known.clear()
                self._items.clear()
            self._known[key, cell] = found
            if items and value:
                self._items.setdefault(key, {}).update(zip(cell.split(SEPARATOR), value, strict=True))
        return found

    def _written(self, results: tuple[Result, ...]) -> list[str]:
        by_name = {result.subject.name: result for result in results}
        cells: list[str] = []
        for name, subject in self._subjects.items():
            result = by_name.get(name)
            dates = {found.name: found.day.isoformat() for found in result.dates} if result else {}
            figures = result.figures if result else {}
            decision = result.decision if result else None
            cells.append((decision.verdict or "") if decision else "")
            if subject.certificate:
                cells.append((decision.certificate or "") if decision else "")
            if subject.stage:
                cells.append((decision.stage or "") if decision else "")
            cells += [dates.get(each, "") for each in self._dates[name]]
            cells += [str(figures.get(each, "")) for each in subject.figure_names]
        return cells


@dataclass(slots=True)
class Decoder:
    """Makes text of bytes that come in pieces: UTF-16 by its byte-order mark, else UTF-8; other bytes are kept."""

    _first: bytes = b""
    _decoder: codecs.IncrementalDecoder | None = None

    def feed(self, piece: bytes, *, last: bool = False) -> str:
        """Return the text that is whole with these bytes; with `last`, all that remains."""
        if self._decoder is None:
            self._first += piece
            if len(self._first) < len(codecs.BOM_UTF8) and not last:
                return ""
            wide = self._first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
            make = codecs.getincrementaldecoder("utf-16" if wide else "utf-8-sig")
            self._decoder = make(errors="replace" if wide else "surrogateescape")
            piece = self._first
        return self._decoder.decode(piece, final=last)
