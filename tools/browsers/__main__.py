"""Visits the site with every browser that the tests know, and tells in a table what each of them was seen to do.

python -m tools.browsers [--write]
"""

import argparse
import subprocess
import sys
from datetime import UTC, datetime

from cor_site.setup import paths
from tests.support.visiting import seen
from tools.browsers import table, under_test


def main() -> int:
    """Run the tests, print the table, and write it to its page if asked to."""
    parser = argparse.ArgumentParser(description="See what each browser can do.")
    parser.add_argument("--write", action="store_true", help="put the table on the hosting page")
    given = parser.parse_args()
    named, missing = under_test()
    seen.FILE.unlink(missing_ok=True)
    status = subprocess.call(
        [sys.executable, "-m", "pytest", table.ROOM, "-m", "shows"], cwd=paths.ROOT, env=paths.environment(**named)
    )
    if status or missing:
        print(*missing, "No table was written: every browser must be installed, and every test must pass.", sep="\n")
        return status or 1
    made = table.made(seen.read(), f"{datetime.now(UTC):%Y-%m-%d}")
    print(made)
    if given.write:
        table.PAGE.write_text(table.put(table.PAGE.read_text(encoding="utf-8"), made), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
