"""A batch for a page: one file at a time, in pieces, text in and text out.

Bytes come and go as text in which each character stands for one byte, so that a page gives the same bytes as the
command line, whatever is in the file.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from cor_calc.checks import CHECKS
from cor_calc.dates import in_words
from cor_calc.edges.batch import Answered, Batch, Decoder, HeaderError
from cor_calc.edges.calendar_file import calendars
from cor_calc.edges.json_text import read_day, written_problems
from cor_calc.edges.strict_json import dumps
from cor_calc.engine.links import CHECK, fragment
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import written_answers
from cor_calc.law import load

BYTES = "latin-1"
FORMULAS = ("=", "+", "-", "@", "\t")
"""A spreadsheet runs a cell that begins with one of these."""


@dataclass
class File:
    """The file that is being answered: its batch, and what a page shows of the rows read since it last asked."""

    batch: Batch
    decoder: Decoder = field(default_factory=Decoder)
    rows: list[dict[str, Any]] = field(default_factory=list)
    dates: list[tuple[str, list[dict[str, Any]]]] = field(default_factory=list)
    formulas: int = 0

    def note(self, row: Answered) -> None:
        """Keep what a page shows of a row, and its dates for the calendar."""
        name, batch = self.name_of(row), self.batch
        self.formulas += sum(cell.startswith(FORMULAS) and not _is_number(cell) for cell in row.record.cells)
        self.rows.append(
            {
                "line": row.record.line,
                "name": name,
                "tones": [result.tone for result in row.results],
                "next": self.next_date(row),
                "problems": [problem.written() for problem in row.problems],
                "href": f"{CHECK}{batch.check.name}/{fragment(written_answers(row.answers))}" if row.results else None,
            }
        )
        found = {(each.name, each.day): each for result in row.results for each in result.dates}
        if found:
            self.dates.append((name, [each.written() for each in found.values()]))

    def name_of(self, row: Answered) -> str:
        """Return what tells a row apart for a person: its first cells that answer no question."""
        others = [cell for place, cell in enumerate(row.record.cells) if place not in self.batch.keys.values()]
        said = " ".join(filter(None, (cell.strip() for cell in others[:2])))
        return said or f"line {row.record.line}"

    def next_date(self, row: Answered) -> str:
        """Return the next date of a row in words, "" where there is none ahead."""
        ahead = [each.day for result in row.results for each in result.dates if each.day >= self.batch.day]
        return in_words(min(ahead)) if ahead else ""


_open: list[File] = []


def many_begin(check: str, as_of: str, chosen: str) -> str:
    """Begin a file: `chosen` is a JSON object of headers that a person has given a key, or "" for none.

    Returns JSON: {"subjects": names in words}, or {"problems": …}.
    """
    law, problems = load(), Problems()
    day = read_day(as_of, law, problems)
    if check not in CHECKS:
        problems.note("check", "bad_choice", f"Choose one of the checks: {', '.join(CHECKS)}.")
    if day is None or problems.found:
        return dumps(written_problems(problems.found))
    file = File(Batch(CHECKS[check], law, day, json.loads(chosen or "{}")))
    file.batch.on_row = file.note
    _open[:] = [file]
    return dumps({"subjects": [subject.words for subject in CHECKS[check].subjects(law, day)]})


def many_feed(data: str, last: str) -> str:
    """Answer the rows that are whole with these bytes; `last` is "1" for the end of the file.

    Returns JSON: {"csv", "rows", "header", "keys", "counts"}, or {"problems": …} where the header cannot be used.
    """
    (file,) = _open
    batch, end = file.batch, last == "1"
    try:
        out = batch.feed(file.decoder.feed(data.encode(BYTES), last=end), last=end)
    except HeaderError as error:
        return dumps({**written_problems([error.problem]), "header": batch.header})
    rows, file.rows = file.rows, []
    return dumps(
        {
            "csv": out.encode("utf-8", "surrogateescape").decode(BYTES),
            "rows": rows,
            "header": batch.header,
            "keys": {batch.header[place]: key for key, place in batch.keys.items()},
            "counts": {"rows": batch.counts.rows, "bad": batch.counts.bad, "formulas": file.formulas},
        }
    )


def many_calendar() -> str:
    """Return the dates of all rows so far as one iCalendar text, each with the name of its row."""
    (file,) = _open
    return calendars(file.dates, file.batch.law.on(file.batch.day), file.batch.day)


def _is_number(cell: str) -> bool:
    return cell[1:].replace(".", "", 1).replace(",", "").isdecimal()
