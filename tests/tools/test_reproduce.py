"""The second build that is compared with the first: from a copy of all that git has, in another environment."""

from pathlib import Path

import pytest

from cor_site.setup.paths import CALCULATOR, ROOT
from tools import reproduce


@pytest.mark.parametrize(
    ("folder", "without"),
    [
        (ROOT, {".git", ".venv", ".cache", "site", ".ruff_cache"}),
        (CALCULATOR, {"node_modules"}),
        (ROOT / "tests", set()),
    ],
    ids=["the project", "the calculator, which has a folder of this name", "and so have the tests"],
)
def test_what_was_made_stays_behind(folder: Path, without: set[str]) -> None:
    """It is made again, and nothing else is missing."""
    assert reproduce.left_out(str(folder), ["site", *without, "README.md"]) == without


def test_files_that_differ_are_named(tmp_path: Path) -> None:
    """By their paths, those that one of the two lacks as well."""
    for name, files in {"one": {"same": "1", "other": "1", "gone": "1"}, "two": {"same": "1", "other": "2"}}.items():
        (tmp_path / name).mkdir()
        for file, content in files.items():
            (tmp_path / name / file).write_text(content, encoding="utf-8")
    assert reproduce.differences(tmp_path / "one", tmp_path / "two") == ["gone", "other"]
