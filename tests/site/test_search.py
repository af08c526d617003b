"""What the search of the built site looks through."""

import json
from pathlib import Path

from cor_site import search


def test_notes_are_left_out() -> None:
    """Footnotes and their numbers are marked, other raised text is not."""
    html = '<p>Ten.<sup id="fnref:a">1</sup> m<sup>2</sup></p><div class="footnote"><ol></ol></div>'
    assert search.without_notes(html) == (
        '<p>Ten.<sup data-search-exclude id="fnref:a">1</sup> m<sup>2</sup></p>'
        '<div data-search-exclude class="footnote"><ol></ol></div>'
    )


def test_no_note_is_found_on_a_page(site: Path) -> None:
    """Outside the reference no text to search ends in a list of sources."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    texts = [entry["text"] for entry in index["docs"] if not entry["location"].startswith("reference/")]
    assert texts
    assert not [text for text in texts if "More on this rule" in text]
