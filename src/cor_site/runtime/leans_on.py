"""What each way of starting Python leans on beyond what Pyodide documents, and what notices when that changes.

`python -m cor_site.runtime.leans_on` prints the list of leans_on.toml as a Markdown table.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

PROOF = "the build, which compares thousands of answers with CPython's"


@dataclass(frozen=True, slots=True)
class Lean:
    """One thing that a way leans on; the file's head says what the fields mean."""

    way: str
    what: str
    place: str
    text: str
    documented: bool = False
    noticed_by: str = PROOF


def load() -> list[Lean]:
    """Return the list."""
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return [Lean(**each) for each in tomllib.loads(text)["lean"]]


def table() -> str:
    """Return the list as a Markdown table."""
    rows = [["way", "leans on", "documented", "where", "noticed by"], ["---"] * 5]
    rows += [
        [each.way, each.what, "yes" if each.documented else "no", f"`{each.place}`", each.noticed_by] for each in load()
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    print(table())
