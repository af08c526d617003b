"""What each browser was seen to do: the tests write it down, and `tools/browsers` makes a table of it."""

import json
from dataclasses import dataclass

from cor_site.setup.paths import CACHE

FILE = CACHE / "browsers-seen.json"

COLUMNS = {
    "answer": "answers every check",
    "offline": "works without a connection",
    "embed": "in another site’s page",
    "print": "prints the answer",
}
"""What the tests' mark `shows` may name, and the head of its column in the table."""

TITLES = {
    "chromium": "Chromium (also Chrome and Edge)",
    "chromium-109": "Chromium, the last for Windows 7 and 8.1",
    "firefox": "Firefox",
    "webkit": "WebKit (Safari, and every browser on an iPhone)",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """One browser's version, and whether all tests of each column passed in it."""

    version: str
    columns: dict[str, bool]


def read() -> dict[str, Seen]:
    """Return what was seen in the last runs, by browser."""
    if not FILE.is_file():
        return {}
    known = json.loads(FILE.read_text(encoding="utf-8"))
    return {name: Seen(entry["version"], entry["columns"]) for name, entry in known.items()}


def write(new: dict[str, Seen]) -> None:
    """Write down what was seen in this run; what was not tried this time stays as it was."""
    known = read()
    for name, seen in new.items():
        before = known.get(name)
        known[name] = Seen(seen.version, (before.columns if before else {}) | seen.columns)
    FILE.parent.mkdir(exist_ok=True)
    written = {name: {"version": seen.version, "columns": seen.columns} for name, seen in known.items()}
    FILE.write_text(json.dumps(written, indent=1), encoding="utf-8")
