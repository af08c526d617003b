"""The order of all tests."""

import pytest

LONGEST = ("parity", "every_browser", "browser")
"""Folders whose files take minutes; begun last, one of them would keep a single process busy at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest; all else stays in its order."""
    items.sort(key=lambda item: LONGEST.index(folder) if (folder := folder_of(item)) in LONGEST else len(LONGEST))


def folder_of(item: pytest.Item) -> str:
    """Return the folder under `tests` that a test is in."""
    return item.nodeid.split("/")[1]
