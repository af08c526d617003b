"""Measures how long the pages take from a filled-in link to the painted answer, and how fast they answer from then on.

    python -m tools.bench [--rounds N] [--line NAME] [--page CHECK] [--ways] [--write]

Every page is visited once a round in every way, in turn, so that whatever else the machine does weighs on all alike.
Each visitor has a browser profile of its own: first empty (cold), then as the first visit left it (warm), then without
a connection (offline). Bytes are counted where they are sent, since a page does not see what its workers fetch.
"""

import argparse
from collections import defaultdict
from collections.abc import Sequence

from cor_site.runtime import ways
from cor_site.setup.paths import DOCS, SITE
from tests.support.visiting.host import FAST_4G, NONE, SLOW_4G, Host, Line, serving
from tools.bench import changes, links, tables
from tools.bench.visits import TEXTBOOK, keep, visit, visitor

PAGE = DOCS / "about/performance.md"
BEGIN, END = "<!-- table: python3 build.py bench --write -->\n", "<!-- end of table -->"


def measure(
    rounds: int, lines: Sequence[Line], pages: Sequence[links.Link], compared: Sequence[str]
) -> tables.Measured:
    """Return the visits by (line, page, way, state)."""
    measured: tables.Measured = defaultdict(list)
    host = Host(SITE, best=True)
    for file in SITE.rglob("*"):
        if file.is_file():
            host.body(file, accepted=True)  # compressed beforehand, as hosts do
    with serving(host):
        for number in range(rounds):
            for line in lines:
                for link in pages:
                    for way in compared:
                        one_visitor(measured, host, line, link, way)
            print(f"Round {number + 1} of {rounds} done", flush=True)
    return measured


def one_visitor(measured: tables.Measured, host: Host, line: Line, link: links.Link, way: str) -> None:
    """Have a new visitor open a page cold, warm and, where the site can be kept, offline."""
    host.line = line
    with visitor(SITE, way) as context:

        def note(state: str) -> None:
            measured[line.name, link.check, way, state].append(visit(context, host, link, way))

        note("cold")
        if way == TEXTBOOK:
            note("warm")
            return
        host.line = NONE
        keep(context, host)
        host.line = line
        note("warm")
        if way == ways.SNAPSHOT:
            host.gone = True
            note("offline")
            host.gone = False


def main() -> None:
    """Measure, print the tables, and write them to their page if asked to."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__.splitlines()[0])
    known, all_lines = links.load(), (NONE, FAST_4G, SLOW_4G)
    parser.add_argument("--rounds", type=int, default=3, help="how often each page is visited (default: 3)")
    parser.add_argument("--line", choices=[line.name for line in all_lines], help="one line alone")
    parser.add_argument("--page", choices=[link.check for link in known], help="one page alone")
    parser.add_argument("--ways", action="store_true", help="measure the bundle and stock too")
    parser.add_argument("--write", action="store_true", help="put the tables on the performance page")
    given = parser.parse_args()
    lines = [line for line in all_lines if given.line in {None, line.name}]
    pages = [link for link in known if given.page in {None, link.check}]
    compared = [*(ways.FASTEST_FIRST if given.ways else [ways.SNAPSHOT]), TEXTBOOK]
    made = tables.made(given.rounds) + tables.pages(measure(given.rounds, lines, pages, compared))
    made += changes.measure(SITE, pages)
    print(made)
    if given.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        PAGE.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
