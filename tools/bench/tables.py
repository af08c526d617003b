"""The tables of what was measured, as Markdown."""

import statistics
from collections.abc import Callable
from datetime import UTC, datetime

from cor_site.runtime import ways
from cor_site.setup.run import run
from tools.bench.visits import TEXTBOOK, Visit
from tools.browsers import browser

Measured = dict[tuple[str, str, str, str], list[Visit]]
"""Visits by line, page, way and state."""

TITLES = {
    ways.SNAPSHOT: "as it is",
    ways.BUNDLE: "bundle",
    ways.STOCK: "stock",
    TEXTBOOK: "Pyodide as its manual has it",
}
STATES = ("cold", "warm", "offline")


def made(rounds: int) -> str:
    """Return when, with what and how often it was measured."""
    said = run([browser.chromium(), "--version"], problem="Chromium does not tell its version")
    version = said.strip().splitlines()[-1].partition(" built ")[0]
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    return f"Measured on {day} in {version} with `python -m tools.bench`: medians of {rounds} rounds.\n\n"


def pages(measured: Measured) -> str:
    """Return a table for each line: the time to the painted answer, and what came before it."""
    lines = list(dict.fromkeys(line for line, *_ in measured))
    return "".join(f"**{line[0].upper()}{line[1:]}**\n\n{one_line(measured, line)}\n" for line in lines)


def one_line(measured: Measured, line: str) -> str:
    """Return the table of one line."""
    rows = [["Page", *STATES, "sent", "first paint", "Python asked for", "longest task"]]
    for page, way in dict.fromkeys((page, way) for at, page, way, _ in measured if at == line):

        def of(state: str, way: str = way, page: str = page) -> list[Visit]:
            return measured.get((line, page, way, state), [])

        times = [compared(of(state), of(state, TEXTBOOK), lambda v: v.answered, "{:.0f} ms") for state in STATES]
        sent = compared(of("cold"), of("cold", TEXTBOOK), lambda v: v.sent / 1e6, "{:.2f} MB")
        cold = [f"{median(of('cold'), each):.0f} ms" for each in (first, asked, longest)]
        rows.append([f"{page}, {TITLES[way]}", *times, sent, *cold])
    return markdown(rows)


def first(visit: Visit) -> float:
    """Return the first paint."""
    return visit.first


def asked(visit: Visit) -> float:
    """Return when Python was asked for."""
    return visit.asked


def longest(visit: Visit) -> float:
    """Return the longest task."""
    return visit.longest


def compared(visits: list[Visit], usual: list[Visit], of: Callable[[Visit], float], form: str) -> str:
    """Return a median and its share of the textbook's in the same state; empty where it was not measured."""
    if not visits:
        return ""
    value = median(visits, of)
    return form.format(value) + (f" (×{value / median(usual, of):.2f})" if usual else "")


def median(visits: list[Visit], of: Callable[[Visit], float]) -> float:
    """Return the median of a figure."""
    return statistics.median(of(visit) for visit in visits)


def markdown(rows: list[list[str]]) -> str:
    """Return a table; its first row is the heading."""
    lined = [rows[0], ["---", *["---:"] * (len(rows[0]) - 1)], *rows[1:]]
    return "\n".join(f"| {' | '.join(row)} |" for row in lined) + "\n"
