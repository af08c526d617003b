"""What the site's search leaves out: notes on sources hold words of every topic, and their numbers pass for figures."""

import re

NOTE = re.compile(r'<(?=(?:sup id="fnref|div class="footnote"))(sup|div)')
"""Where the number of a footnote begins, or the list of all footnotes, which would count as part of the last topic."""


def without_notes(html: str) -> str:
    """Return a page's content with its footnotes and their numbers marked as nothing to search."""
    return NOTE.sub(r"<\1 data-search-exclude", html)
