"""Measures how long the rules take to start: ours against Pyodide as its manual has it, in the same run.

    python -m cor_site.bench [--rounds N] [--write]

Every way is visited once a round, in turn, so that whatever else the machine does weighs on all of them alike.
Each has a browser profile of its own, first empty, then as the first visit left it.
"""

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cor_site.bench_pages import QUESTION, lay_out
from playwright.sync_api import BrowserContext, sync_playwright
from tests.support.host import FAST_4G, NONE, SLOW_4G, Host, Line, serving

from cor_site import bench_feel
from cor_site.setup import browser
from cor_site.setup.paths import DOCS, SITE
from cor_site.setup.run import run

PAGE = DOCS / "about/performance.md"
BEGIN, END = "<!-- table: python3 build.py bench --write -->\n", "<!-- end of table -->"
BASELINE = "textbook"
TITLES = {
    "b": "B: memory and trimmed WebAssembly",
    "a": "A: trimmed library",
    "plain": "Pyodide as it comes, in a worker",
    BASELINE: "Pyodide as its manual has it",
    "javascript": "JavaScript alone: the limit",
}
SETTLING = 3.0
"""Seconds that a new browser is left alone: a visitor's has long been open."""

ROWS = 500
BESIDES = "\nWhat a first visit costs besides, and how many rows of a file are then answered one by one:\n\n"
AFTER_A_CHANGE = "\nOnce Python is there, on the pages themselves, from the input to the page that answers it:\n\n"
PATIENCE = 240_000


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit: milliseconds to the first answer, bytes sent, the longest task of the page's own thread."""

    milliseconds: float
    sent: int
    longest: float
    rows: float = 0.0


Measured = dict[tuple[str, str, str], list[Visit]]


def measure(rounds: int, lines: tuple[Line, ...]) -> Measured:
    """Return the visits by (line, way, cold or warm)."""
    measured: Measured = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        ways = lay_out(Path(folder))
        host = Host(Path(folder))
        for file in Path(folder).rglob("*"):
            if file.is_file():
                host.body(file, accepted=True)  # compressed beforehand, as hosts do
        with serving(host):
            for number in range(rounds):
                for line in lines:
                    host.line = line
                    for way in ways:
                        with fresh_browser() as context:
                            for state in ("cold", "warm"):
                                measured[line.name, way, state].append(visit(context, host, way, batch=line is NONE))
                print(f"Round {number + 1} of {rounds} done", flush=True)
    return measured


@contextmanager
def fresh_browser() -> Iterator[BrowserContext]:
    """A browser with an empty profile."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, sync_playwright() as playwright:
        program = str(browser.chromium())
        context = playwright.chromium.launch_persistent_context(profile, executable_path=program, args=browser.FLAGS)
        time.sleep(SETTLING)
        yield context
        context.close()


def visit(context: BrowserContext, host: Host, way: str, *, batch: bool) -> Visit:
    """Open a way's page and wait for its first answer."""
    page = context.new_page()
    before = host.sent
    page.goto(f"{host.address}{way}.html", timeout=PATIENCE)
    page.locator("#out:not(:empty)").wait_for(timeout=PATIENCE)
    took, longest = page.evaluate("[took, longest]")
    sent = host.sent - before
    rows = page.evaluate(
        "async ([question, rows]) => { const begun = performance.now();"
        " for (let row = 0; row < rows; row++) await check(...question);"
        " return rows / (performance.now() - begun) * 1000; }",
        [QUESTION, ROWS if batch else 1],
    )
    page.close()
    return Visit(took, sent, longest, rows if batch else 0.0)


def table(measured: Measured, rounds: int) -> str:
    """Return the tables as Markdown, with the day and how they were made."""
    lines = list(dict.fromkeys(line for line, _, _ in measured))
    ways = list(dict.fromkeys(way for _, way, _ in measured))
    visits = [(line, state) for line in lines for state in ("cold", "warm")]
    times = [["Way", *(f"{line}, {state}" for line, state in visits)]]
    times += [[TITLES[way], *(cell(measured, line, way, state) for line, state in visits)] for way in ways]
    rest = [["Way", "Sent", "Longest task", "Rows a second"]]
    rest += [[TITLES[way], *other(measured[lines[0], way, "cold"], measured[lines[0], way, "warm"])] for way in ways]
    said = run([browser.chromium(), "--version"], problem="Chromium does not tell its version")
    version = said.strip().splitlines()[-1].partition(" built ")[0]
    made = (
        f"Measured on {datetime.now(UTC):%Y-%m-%d} in {version} with `python3 build.py bench`: "
        f"medians of {rounds} rounds.\n\n"
    )
    return made + markdown(times) + BESIDES + markdown(rest)


def markdown(rows: list[list[str]]) -> str:
    """Return a table; its first row is the heading."""
    lined = [rows[0], ["---", *["---:"] * (len(rows[0]) - 1)], *rows[1:]]
    return "\n".join(f"| {' | '.join(row)} |" for row in lined) + "\n"


def other(cold: list[Visit], warm: list[Visit]) -> tuple[str, str, str]:
    """Return what was sent and the longest task of a first visit, and how many rows a second are answered after it."""
    return (
        f"{statistics.median(each.sent for each in cold) / 1e6:.2f} MB",
        f"{statistics.median(each.longest for each in cold):.0f} ms",
        f"{statistics.median(each.rows for each in warm):,.0f}",
    )


def cell(measured: Measured, line: str, way: str, state: str) -> str:
    """Return the median time, and how it compares with the baseline of the same rounds."""
    took, usual = (statistics.median(v.milliseconds for v in measured[line, each, state]) for each in (way, BASELINE))
    return f"{took / 1000:.2f} s (×{took / usual:.2f})"


def main() -> None:
    """Measure, print the table, and write it to its page if asked to."""
    parser = argparse.ArgumentParser(description="Measure how long the rules take to start.")
    parser.add_argument("--rounds", type=int, default=3, help="how often each way is visited on each line (default: 3)")
    parser.add_argument("--only", choices=[line.name for line in (NONE, FAST_4G, SLOW_4G)], help="one line alone")
    parser.add_argument("--write", action="store_true", help="put the table on the performance page")
    given = parser.parse_args()
    lines = tuple(line for line in (NONE, FAST_4G, SLOW_4G) if given.only in {None, line.name})
    made = table(measure(given.rounds, lines), given.rounds) + AFTER_A_CHANGE + bench_feel.measure(SITE)
    print(made)
    if given.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        PAGE.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
