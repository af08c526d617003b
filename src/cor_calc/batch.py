"""Many employers at once: a CSV row in, the same row with its verdicts out. It streams."""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TextIO

from cor_calc.cells import raw_answer
from cor_calc.check import Check
from cor_calc.outcome import Judgement
from cor_calc.problems import Problem, Problems
from cor_calc.wire import LONGEST_TEXT, dumps, read_answers, written_problems

Row = list[str]


class HeaderError(ValueError):
    """The first row cannot be used as a header; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem for whoever reports it."""
        super().__init__(problem.message)
        self.problem = problem


def added_columns(check: Check) -> list[str]:
    """Return the columns that a batch adds, the same for every file of a check."""
    columns = []
    for subject in check.subjects:
        columns.append(f"{subject}_verdict")
        if check.certificate:
            columns.append(f"{subject}_certificate")
        if check.stage:
            columns.append(f"{subject}_stage")
        columns += [f"{subject}_{name}" for name in (*check.dates, *check.figures)]
    return [*columns, "problems"]


def run(check: Check, source: TextIO, target: TextIO, on: date, tick: Callable[[], None]) -> bool:
    """Write every row of `source` with its verdicts to `target`; return whether all rows could be read.

    `tick` is called after each row. HeaderError where the first row is no header.
    """
    rows = csv.reader(source, strict=True)
    header = _header(check, rows)
    added = added_columns(check)
    writer = csv.writer(target, lineterminator="\n")
    columns = [*header, *(column for column in added if column not in header)]
    writer.writerow(columns)
    places = [[place for place, name in enumerate(columns) if name == column] for column in added]
    read = _reader(check, header, on)
    good = True
    for row in _rows(rows):
        values, problems = read(row)
        if not problems:
            cells = [cell for judgement in check.judge(values, on) for cell in _cells(check, judgement)]
            cells.append("")
        else:
            good = False
            cells = [""] * (len(added) - 1)
            cells.append(dumps(written_problems(problems)["problems"]))
        out = _fitted(row, len(columns))
        for same, cell in zip(places, cells, strict=True):
            for place in same:
                out[place] = cell
        writer.writerow(out)
        tick()
    return good


def _header(check: Check, rows: Iterator[Row]) -> Row:
    try:
        header = next(rows, [])
    except csv.Error as error:
        raise HeaderError(Problem("", "bad_json", f"Write a header row that can be read: {error}.")) from error
    if not header:
        raise HeaderError(Problem("", "bad_json", "Begin the file with a header row of column names."))
    for question in check.questions:
        if header.count(question.key) > 1:
            message = f"Keep one column {question.key}: the header has it more than once."
            raise HeaderError(Problem(question.key, "contradiction", message))
    return header


def _rows(rows: Iterator[Row]) -> Iterator[Row | csv.Error]:
    """Yield the rows, blank lines left out; a row that is no CSV comes as its error."""
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield error
            continue
        if row is None:
            return
        if row:
            yield row


def _reader(check: Check, header: Row, on: date) -> Callable[[Row | csv.Error], tuple[Any, list[Problem]]]:
    """Return the function that reads one row's answers."""
    asked = [
        (header.index(question.key), question.key, question.kind)
        for question in check.questions
        if question.key in header
    ]
    width = len(header)

    def read(row: Row | csv.Error) -> tuple[Any, list[Problem]]:
        if isinstance(row, csv.Error):
            return None, [Problem("", "bad_json", f"Write this row as CSV that can be read: {row}.")]
        if len(row) > width:
            return None, [Problem("", "too_many", f"Keep to the {width} cells of the header; this row has {len(row)}.")]
        cells = _fitted(row, width)
        if sum(len(cells[place]) for place, _, _ in asked) > LONGEST_TEXT:
            return None, [Problem("", "too_many", f"Shorten the answers to at most {LONGEST_TEXT // 1024} KiB.")]
        problems = Problems()
        raw = {key: raw_answer(kind, cells[place]) for place, key, kind in asked}
        return read_answers(check, raw, on, problems), problems.found

    return read


def _fitted(row: Row | csv.Error, width: int) -> Row:
    cells = [] if isinstance(row, csv.Error) else row[:width]
    return cells + [""] * (width - len(cells))


def _cells(check: Check, judgement: Judgement) -> Iterator[str]:
    yield judgement.verdict.value if judgement.verdict else ""
    if check.certificate:
        yield judgement.certificate or ""
    if check.stage:
        yield judgement.stage or ""
    for name in check.dates:
        yield judgement.dates[name].isoformat() if name in judgement.dates else ""
    for name in check.figures:
        yield judgement.figures.get(name, "")
