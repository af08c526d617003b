"""Small parts of Markdown that several generated pages need."""

import posixpath
from collections.abc import Mapping

SITE_ROOT = "/"
"""How an address in HTML inside Markdown begins: generators differ in what they make of relative ones there.
`cor_site.finish.addresses` makes them relative to the page."""


UNSEARCHED = 'data-search-exclude="true"'
"""Keeps a part of a page out of Material's search: notes hold words of every topic, and numbers that are no values."""


def link(here: str, target: str) -> str:
    """Return the way from one page to another, both given as paths within `docs/`."""
    return posixpath.relpath(target, posixpath.dirname(here) or ".")


def cell(text: str) -> str:
    """Return text that cannot break out of a table's cell."""
    return text.replace("\n", " ").replace("|", r"\|")


def definition_list(details: Mapping[str, str]) -> str:
    """Return terms and their meanings as a definition list, without those that are empty."""
    entries = (f"{term}\n:   " + meaning.replace("\n", "\n    ") for term, meaning in details.items() if meaning)
    return "\n\n".join(entries)
