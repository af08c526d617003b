"""Makes addresses that begin at the site's root relative, so that the site can lie in any folder of a host."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser


def make_relative(page: LexborHTMLParser, place: Path) -> None:
    """Rewrite every address in a page that begins with one slash; `place` is the page's path within the site."""
    root = "../" * (len(place.parts) - 1) or "./"
    for attribute in ("src", "href"):
        for node in page.css(f'[{attribute}^="/"]:not([{attribute}^="//"])'):
            node.attrs[attribute] = root + (node.attributes[attribute] or "").removeprefix("/")
