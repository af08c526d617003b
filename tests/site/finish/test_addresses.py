"""Addresses from the site's root become relative: the site works in a folder of a host as it does at its root."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from cor_site.finish import addresses


@pytest.mark.parametrize(
    ("place", "address", "relative"),
    [
        ("index.html", "/check/score/", "./check/score/"),
        ("check/index.html", "/calculator/a.mjs", "../calculator/a.mjs"),
        ("check/score/index.html", "/", "../../"),
        ("check/score/index.html", "//example.org/a", "//example.org/a"),
        ("check/score/index.html", "https://example.org/", "https://example.org/"),
        ("check/score/index.html", "../plan/#v=1", "../plan/#v=1"),
    ],
)
def test_an_address(place: str, address: str, relative: str) -> None:
    """Only what begins with one slash is from the site's root."""
    page = LexborHTMLParser(f'<a href="{address}">a</a>')
    addresses.make_relative(page, Path(place))
    assert page.css("a")[0].attributes["href"] == relative
