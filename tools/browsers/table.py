"""The table on the hosting page: what each browser was seen to do."""

from cor_site.setup import paths
from tests.support.visiting import seen

PAGE = paths.DOCS / "about" / "hosting.md"
BEGIN, END = "<!-- table: python3 build.py browsers --write -->\n", "<!-- end of table -->"
ROOM = "tests/every_browser"
"""The tests that see it."""


def made(browsers_seen: dict[str, seen.Seen], day: str) -> str:
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
