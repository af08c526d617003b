"""The project's own texts name files that are there."""

import re

import pytest

from cor_site.setup.paths import ROOT

TEXTS = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "THIRD_PARTY_NOTICES.md")
NAMED = re.compile(r"`((?:src|docs|tests|tools|calculator|\.github)/[\w./-]*\w/?)`")
MADE = ("calculator/node_modules",)


@pytest.mark.parametrize("text", TEXTS)
def test_every_file_that_is_named_is_there(text: str) -> None:
    """A file that moved is followed, so that a newcomer finds it."""
    named = NAMED.findall((ROOT / text).read_text(encoding="utf-8"))
    assert named
    assert [path for path in named if not (ROOT / path).exists() and not path.startswith(MADE)] == []
