"""Headings are read from the Markdown, and each gets an address that no generator makes up."""

import pytest

from cor_site.docs.headings import headings, slug, with_ids


def test_level_text_and_id() -> None:
    """An id of its own comes before one made from the text."""
    one, other = headings("# Who can *do* [the audit](x.md)?\n\nText.\n\n## Growing { #growing .wide }\n")
    assert (one.level, one.text, one.id, one.line) == (1, "Who can do the audit?", "who-can-do-the-audit", 0)
    assert (other.level, other.text, other.id, other.line) == (2, "Growing", "growing", 4)


def test_equal_headings_have_different_ids() -> None:
    """The second gets a number, and never one that another heading says for itself."""
    text = "## A SECOR\n\n## A SECOR\n\n## Other { #a-secor_1 }\n\n## A SECOR\n"
    assert [heading.id for heading in headings(text)] == ["a-secor", "a-secor_2", "a-secor_1", "a-secor_3"]


def test_code_has_no_headings() -> None:
    """A comment in a block of code begins with the same mark."""
    assert [heading.text for heading in headings("# One\n\n```console\n# no heading\n```\n\n## Two\n")] == [
        "One",
        "Two",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What if we have exactly 10 employees?", "what-if-we-have-exactly-10-employees"),
        ("Last year’s SECOR – answers", "last-years-secor-answers"),
        ("Éléments", "elements"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    """Small letters, digits and hyphens: addresses that were ever linked stay as they are."""
    assert slug(text) == expected


def test_ids_are_written_out() -> None:
    """What a heading had already stays; a second pass changes nothing."""
    text = with_ids("# A title\n\n## Growing { #growing }\n\n## Wide { .wide }\n")
    assert text == "# A title { #a-title }\n\n## Growing { #growing }\n\n## Wide { #wide .wide }\n"
    assert with_ids(text) == text
