"""Visits the site with every browser that the tests know, and tells in a table what each of them was seen to do.

python -m tools.browsers [--write]
"""

import argparse
import subprocess
import sys
from datetime import UTC, datetime

from cor_site.setup import browsers, paths
from tests.support.visiting import seen

PAGE = paths.DOCS / "about" / "hosting.md"
BEGIN, END = "<!-- table: python3 build.py browsers --write -->\n", "<!-- end of table -->"
ROOM = "tests/browsers"


def main() -> int:
    """Run the tests, print the table, and write it to its page if asked to."""
    parser = argparse.ArgumentParser(description="See what each browser can do.")
    parser.add_argument("--write", action="store_true", help="put the table on the hosting page")
    given = parser.parse_args()
    named, missing = browsers.under_test()
    seen.FILE.unlink(missing_ok=True)
    status = subprocess.call(
        [sys.executable, "-m", "pytest", ROOM, "-m", "shows"], cwd=paths.ROOT, env=paths.environment(**named)
    )
    if status or missing:
        print(*missing, "There is no table without every browser, and every test passed.", sep="\n")
        return status or 1
    made = table(seen.read(), f"{datetime.now(UTC):%Y-%m-%d}")
    print(made)
    if given.write:
        PAGE.write_text(put(PAGE.read_text(encoding="utf-8"), made), encoding="utf-8")
    return 0


def table(browsers_seen: dict[str, seen.Seen], day: str) -> str:
    """Return the table as Markdown, with the day and how it came about."""
    rows = [["browser", "version", *seen.COLUMNS.values()], ["---"] * (2 + len(seen.COLUMNS))]
    for name, title in seen.TITLES.items():
        found = browsers_seen[name]
        rows.append([title, found.version, *("yes" if found.columns[column] else "no" for column in seen.COLUMNS)])
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"Seen on {day} by the tests in `{ROOM}`:\n\n{lines}\n"


def put(page: str, made: str) -> str:
    """Return a page's text with another table in place of the one that it has."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"The page has no place for the table: {BEGIN.strip()} and {END}")
    return f"{before}{BEGIN}\n{made}\n{END}{after}"


if __name__ == "__main__":
    sys.exit(main())
