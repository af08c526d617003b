"""What the search of the built site looks through."""

import json
from pathlib import Path

import pytest

from cor_site import search


@pytest.mark.parametrize(
    "left_out", ['sup id="fnref:a"', 'sup id="fnref2:a"', 'div class="footnote"', 'div class="cor-example"']
)
def test_left_out(left_out: str) -> None:
    """Footnotes, their numbers and worked examples are marked."""
    tag, rest = left_out.split(" ", 1)
    assert search.narrowed(f"<p>Ten.</p><{left_out}>") == f"<p>Ten.</p><{tag} data-search-exclude {rest}>"


@pytest.mark.parametrize("kept", ["m<sup>2</sup>", '<div class="cor-checks">', '<a class="footnote-ref">'])
def test_looked_through(kept: str) -> None:
    """All else is looked through."""
    assert search.narrowed(kept) == kept


def test_no_note_is_found_on_a_page(site: Path) -> None:
    """Outside the reference no text to search ends in a list of sources."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    texts = [entry["text"] for entry in index["docs"] if not entry["location"].startswith("reference/")]
    assert texts
    assert not [text for text in texts if "More on this rule" in text]
