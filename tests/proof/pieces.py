"""Small answers that several tables are made of."""

from typing import Any

TODAY = "2026-11-22"


def tie(ended: str = "", kind: str = "employed") -> dict[str, str]:
    """Return a tie of the auditor, what is empty left out."""
    return {key: value for key, value in (("who", "auditor"), ("kind", kind), ("ended", ended)) if value}


def element(awarded: Any = None, possible: Any = None) -> dict[str, Any]:
    """Return an element, what is None left out."""
    return {key: value for key, value in (("awarded", awarded), ("possible", possible)) if value is not None}
