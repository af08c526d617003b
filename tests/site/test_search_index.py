"""What the search reads: the words of the pages, and nothing of their forms."""

import json
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def entries(site: Path) -> list[dict[str, str]]:
    """Return the parts of pages that the search knows."""
    entries: list[dict[str, str]] = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    return entries


def test_the_words_of_forms_are_left_out(entries: list[dict[str, str]]) -> None:
    """A list of choices would stand in the excerpt, and match what it does not answer."""
    assert [entry["location"] for entry in entries if "Not chosen" in entry["text"]] == []


def test_headings_inside_forms_are_left_out(entries: list[dict[str, str]]) -> None:
    """They would count as parts of the page, under its title once more."""
    parts = {entry["location"].partition("#")[2] for entry in entries}
    assert not parts & {"cor-summary-title", "cor-answer-title", "cor-run-title"}
