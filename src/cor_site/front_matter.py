"""What every page says about itself: title, description, the day it was last reviewed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

LONGEST_DESCRIPTION = 160
"""Search engines cut a description that is longer."""


def check(meta: Mapping[str, Any]) -> None:
    """Raise `ValueError` naming the first thing that is missing from a page's front matter."""
    if not meta:
        raise ValueError("the front matter is missing, or is not valid YAML: quote a text that holds a colon")
    for key in ("title", "description"):
        if not str(meta.get(key) or "").strip():
            raise ValueError(f"the front matter lacks `{key}`")
    if len(meta["description"]) >= LONGEST_DESCRIPTION:
        raise ValueError(f"`description` has {len(meta['description'])} characters, not below {LONGEST_DESCRIPTION}")
    if not isinstance(meta.get("last_reviewed"), date):
        raise ValueError("the front matter lacks `last_reviewed`, a date such as 2026-11-22")  # noqa: TRY004  it is data
