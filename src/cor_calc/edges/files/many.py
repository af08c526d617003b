"""A batch for a page: one file at a time, in pieces, text in and text out.

Bytes come and go as text in which each character stands for one byte, so that a page gives the same bytes as the
command line, whatever is in the file.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from cor_calc.checks import CHECKS
from cor_calc.edges.calendar_file import BEGIN, END, Events
from cor_calc.edges.files.batch import Answered, Batch, Decoder, HeaderError
from cor_calc.edges.json_text import read_day, written_problems
from cor_calc.edges.page.shown import figures_shown
from cor_calc.edges.strict_json import dumps
from cor_calc.engine.changes import changes
from cor_calc.engine.check import Result
from cor_calc.engine.conditions import NO
from cor_calc.engine.judging import DateFound, Situation
from cor_calc.engine.links import CHECK, fragment
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import written_answers
from cor_calc.engine.tenses import ahead, next_dates
from cor_calc.law import load

BYTES = "latin-1"
FORMULAS = ("=", "+", "-", "@", "\t")
"""A spreadsheet runs a cell that begins with one of these."""

MOST_DATED = 50_000
"""Of how many rows the dates are kept for the calendar: memory must not grow with the file."""
DATED_AT_ONCE = 500
"""The dates of how many rows are written into one piece of the calendar."""

LOST = dumps({"lost": True})
"""The reply of a Python that has no open file: the browser has ended the one in which the page began it."""


@dataclass
class File:
    """The file that is being answered: its batch, and what a page shows of the rows read since it last asked."""

    batch: Batch
    decoder: Decoder = field(default_factory=Decoder)
    rows: list[dict[str, Any]] = field(default_factory=list)
    dates: list[tuple[str, tuple[DateFound, ...]]] = field(default_factory=list)
    undated: int = 0
    formulas: int = 0
    _names: set[str] = field(default_factory=set)
    _dates: dict[DateFound, DateFound] = field(default_factory=dict)

    def note(self, row: Answered) -> None:
        """Keep what a page shows of a row, and its dates for the calendar."""
        name = self.name_of(row)
        self.formulas += sum(cell.startswith(FORMULAS) and not _is_number(cell) for cell in row.record.cells)
        kept = {(each.name, each.day) for result in row.results for each in ahead(result.dated, self.batch.day)}
        dates = [each for result in row.results for each in result.dates if (each.name, each.day) in kept]
        found = {(each.name, each.day, each.rule): each for each in dates}.values()
        self.rows.append(
            {
                "line": row.record.line,
                "name": name,
                "results": {result.subject.name: self.shown(row, result) for result in row.results},
                "next": next_date(row.results),
                "problems": [problem.written() for problem in row.problems],
                "href": self.href(row) if row.results else None,
            }
        )
        if found:
            self.keep(name, row.record.line, found)

    def name_of(self, row: Answered) -> str:
        """Return what tells a row apart for a person: its first cells that answer no question."""
        asked = self.batch.keys.values()
        others = (cell.strip() for place, cell in enumerate(row.record.cells) if place not in asked)
        return ", ".join([cell for cell in others if cell][:2]) or f"line {row.record.line}"

    def href(self, row: Answered) -> str:
        """Return the address of the check with a row's answers, from the site's root."""
        check, written = self.batch.check, written_answers(row.answers)
        return f"{CHECK}{check.name}/{fragment({key: written[key] for key in check.keys if key in written})}"

    def shown(self, row: Answered, result: Result) -> dict[str, Any]:
        """Return what a page shows of one result; a "no" that can still change is told from one that cannot."""
        decision, batch = result.decision, self.batch
        if result.verdict == NO:
            of = Situation(row.answers, batch.law, batch.day)
            result = replace(result, changes=changes(decision, batch.check.keys, of))
        more = {
            "certificate": decision.certificate,
            "stage": decision.stage,
            "figures": figures_shown(result.figures),
            "open": list(decision.open),
        }
        return {"tone": result.tone} | {name: value for name, value in more.items() if value}

    def keep(self, name: str, line: int, found: Iterable[DateFound]) -> None:
        """Keep the dates of a row; many rows have the same ones. Of a second row by a name, the line tells it apart."""
        if len(self.dates) >= MOST_DATED:
            self.undated += 1
            return
        about = f"{name} (line {line})" if name in self._names else name
        self._names.add(name)
        self.dates.append((about, tuple([self._dates.setdefault(each, each) for each in found])))


def next_date(results: Iterable[Result]) -> dict[str, str] | None:
    """Return the date of a row to act on next, in its tense; None where nothing is left but what is possible now."""
    following = next_dates(each for result in results for each in result.dated)
    for each in following:
        if each.tense != "open_since":
            return {"name": each.name, "date": each.day.isoformat(), "state": each.tense}
    return None


_open: list[File] = []


def many_begin(check: str, as_of: str, chosen: str) -> str:
    """Begin a file: `chosen` is a JSON object of headers that a person has given a key, or "" for none.

    Returns JSON: {"ruleset": since when the rules are in force}, or {"problems": …}.
    """
    _open.clear()
    law, problems = load(), Problems()
    day = read_day(as_of, law, problems)
    if check not in CHECKS:
        problems.note("check", "bad_choice", f"Choose one of the checks: {', '.join(CHECKS)}.")
    if day is None or problems.found:
        return dumps(written_problems(problems.found))
    file = File(Batch(CHECKS[check], law, day, json.loads(chosen or "{}")))
    file.batch.on_row = file.note
    _open.append(file)
    return dumps({"ruleset": str(law.ruleset(day))})


def many_feed(data: str, last: str) -> str:
    """Answer the rows that are whole with these bytes; `last` is "1" for the end of the file.

    Returns JSON: {"csv", "rows", "header", "keys", "counts"}, or {"problems": …} where the header cannot be used.
    """
    if not _open:
        return LOST
    (file,) = _open
    batch, end = file.batch, last == "1"
    try:
        out = batch.feed(file.decoder.feed(data.encode(BYTES), last=end), last=end)
    except HeaderError as error:
        _open.clear()
        return dumps({**written_problems([error.problem]), "header": batch.header})
    rows, file.rows = file.rows, []
    counts = {
        "rows": batch.counts.rows,
        "bad": batch.counts.bad,
        "formulas": file.formulas,
        "dated": len(file.dates),
        "undated": file.undated,
    }
    return dumps(
        {
            "csv": out.encode("utf-8", "surrogateescape").decode(BYTES),
            "rows": rows,
            "header": batch.header,
            "keys": {batch.header[place]: key for key, place in batch.keys.items()},
            "counts": counts,
        }
    )


def many_calendar(start: str) -> str:
    """Return the dates of the rows so far as a piece of an iCalendar text, each with the name of its row.

    Begin with "0"; returns JSON: {"text", "next"}, where `next` is the start of the next piece, None after the last.
    """
    if not _open:
        return LOST
    (file,) = _open
    batch, at = file.batch, int(start)
    after = at + DATED_AT_ONCE
    events = Events(batch.law.on(batch.day), batch.day)
    told = [events.text([each.written() for each in found], about) for about, found in file.dates[at:after]]
    is_last = after >= len(file.dates)
    text = "".join([BEGIN if at == 0 else "", *told, END if is_last else ""])
    return dumps({"text": text, "next": None if is_last else str(after)})


def _is_number(cell: str) -> bool:
    return cell[1:].replace(".", "", 1).replace(",", "").isdecimal()
