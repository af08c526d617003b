"""Patches of the theme's and of Markdown's HTML, where it fails a check of accessibility, of HTML or of the policy.

A patch that finds no place in the whole site fails the build: the theme has changed, and the patch has to go or follow.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cor_site.setup.run import BuildError

VERBATIM = {"pre", "script", "style", "textarea"}
BOOLEANS = ("open", "checked", "hidden", "disabled")
ALIGNED = re.compile(r"text-align: (left|center|right);")


@dataclass(frozen=True, slots=True)
class Patch:
    """What is wrong, for a person, and a function that puts a page right and returns in how many places."""

    wrong: str
    apply: Callable[[LexborHTMLParser], int]


def name_search(page: LexborHTMLParser) -> int:
    """Name the dialog that the search opens as."""
    return _each(
        page.css('.md-search[role="dialog"]:not([aria-label])'), lambda found: _set(found, "aria-label", "Search")
    )


def name_navigation(page: LexborHTMLParser) -> int:
    """Name each part of the navigation by its title; its label holds an icon and no words.

    Raises `BuildError` for a part without a title.
    """

    def name(part: LexborNode) -> None:
        title = part.css_first("label.md-nav__title")
        if title is None:
            raise BuildError("The theme's navigation has a part without a title: see name_navigation in patches.py.")
        del part.attrs["aria-labelledby"]
        _set(part, "aria-label", title.text(strip=True))

    return _each(page.css('nav[aria-labelledby^="__nav_"]'), name)


def remove_tabindex(page: LexborHTMLParser) -> int:
    """Remove a tabindex without a number."""
    return _each(page.css('[tabindex=""]'), lambda found: _drop(found, "tabindex"))


def remove_prefetch(page: LexborHTMLParser) -> int:
    """Remove the link that has Firefox fetch the next page ahead, which the policy blocks."""
    return _each(page.css('link[rel="next"]'), LexborNode.decompose)


def align_by_class(page: LexborHTMLParser) -> int:
    """Turn the style of an aligned cell, which the policy blocks, into a class."""

    def align(cell: LexborNode) -> None:
        aligned = ALIGNED.fullmatch(cell.attributes["style"] or "")
        if aligned:
            _drop(cell, "style")
            _set(cell, "class", " ".join(filter(None, (cell.attributes.get("class"), f"align-{aligned[1]}"))))

    return _each(page.css("th[style], td[style]"), align)


def empty_heading_to_cell(page: LexborHTMLParser) -> int:
    """Turn the empty corner of a table, which heads nothing, into a cell."""

    def turn(corner: LexborNode) -> None:
        cell = page.create_node("td")
        for name, value in corner.attributes.items():
            _set(cell, name, value or "")
        corner.replace_with(cell)

    return _each([corner for corner in page.css("th") if not corner.inner_html], turn)


def scope_headings(page: LexborHTMLParser) -> int:
    """Say of each heading of a table that it is a column's."""
    return _each(page.css("th:not([scope])"), lambda heading: _set(heading, "scope", "col"))


def shorten_blanks(page: LexborHTMLParser) -> int:
    """Replace the empty lines that templates leave, a tenth of a page, by line ends."""
    blanks = [] if page.body is None else [*_blank_texts(page.body)]
    return _each(blanks, lambda blank: blank.replace_with("\n"))


def empty_booleans(page: LexborHTMLParser) -> int:
    """Empty the value of an attribute that is only there: Markdown writes a value into HTML that stands in a page."""
    found = [(node, name) for name in BOOLEANS for node in page.css(f'[{name}]:not([{name}=""])')]
    for node, name in found:
        _set(node, name, "")
    return len(found)


def places_of_scripts(page: LexborHTMLParser) -> int:
    """Change nothing: search-later.js and search-tab.js in `calculator/site/` patch the search field in the browser."""
    return len(page.css("input.md-search__input"))


PATCHES = (
    Patch("the search dialog has no name", name_search),
    Patch("parts of the navigation are named by an icon", name_navigation),
    Patch("a label has an empty tabindex", remove_tabindex),
    Patch("the next page is prefetched", remove_prefetch),
    Patch("aligned cells have a style", align_by_class),
    Patch("tables have an empty heading in their corner", empty_heading_to_cell),
    Patch("headings of tables have no scope", scope_headings),
    Patch("attributes that are only there have a value", empty_booleans),
    Patch("templates leave empty lines", shorten_blanks),
    Patch("the search takes the Tab key away and fetches its index with every page", places_of_scripts),
)
"""In the order in which they are applied: an empty corner gets no scope."""

SEARCH_INDEX = "search/search_index.json"

UNUSED_FILES = ("assets/javascripts/lunr", "assets/images/favicon.png", "assets/**/*.map")
"""Files of the theme that no page loads: searching in other languages, its icon, source maps."""


def remove_unused_files(site: Path) -> None:
    """Remove the theme's files that no page loads. `BuildError` where the theme has changed."""
    for pattern in UNUSED_FILES:
        places = list(site.glob(pattern))
        if not places:
            raise BuildError(f"The theme no longer has {pattern}: take it out of UNUSED_FILES in patches.py.")
        for place in places:
            if place.is_dir():
                shutil.rmtree(place)
            else:
                place.unlink()
    if not (site / SEARCH_INDEX).is_file():
        raise BuildError(f"The theme no longer has {SEARCH_INDEX}, which search-later.js in calculator/site waits for.")


def refuse_idle(idle: Sequence[Patch]) -> None:
    """Raise `BuildError` if there is a patch that found no place in any page."""
    if idle:
        named = "; ".join(patch.wrong for patch in idle)
        raise BuildError(f"The theme has changed, and these patches of patches.py found nothing to put right: {named}.")


def _each(found: Sequence[LexborNode], put_right: Callable[[LexborNode], object]) -> int:
    for node in found:
        put_right(node)
    return len(found)


def _set(node: LexborNode, name: str, value: str) -> None:
    node.attrs[name] = value


def _drop(node: LexborNode, name: str) -> None:
    del node.attrs[name]


def _blank_texts(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the texts under a node that are nothing but blanks with a line end, where blanks mean nothing."""
    for child in node.iter(include_text=True):
        if child.is_text_node:
            text = child.text_content or ""
            if "\n" in text and text != "\n" and not text.strip():
                yield child
        elif child.tag not in VERBATIM:
            yield from _blank_texts(child)
