"""What each way of starting Python leans on beyond what Pyodide documents, and what notices when that changes."""

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
