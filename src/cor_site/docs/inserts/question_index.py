"""The index of questions: every heading that is a question, linked where it is answered."""

import re
from collections.abc import Iterator, Mapping
from html import escape

from cor_site.docs.headings import Heading, headings
from cor_site.docs.markup import SITE_ROOT
from cor_site.docs.pages import Page

TITLE_LEVEL = 1
DEEPEST = 3
"""Level of the headings that are listed, unless `toc_depth` in a page's front matter says a smaller one."""


def placeholder(folder: str) -> str:
    """Return the mark that `with_index` replaces by the questions of the pages in one folder of `docs/`."""
    return f"<!-- questions: {folder} -->"


def with_index(markdown: str, here: Page, pages: Mapping[str, Page], filled: Mapping[str, str]) -> str:
    """Return the Markdown of a page with the questions of other pages in the places for them.

    `filled` is every page's Markdown by path, with all else filled in.
    """
    for folder in {path.split("/")[0] for path in pages if "/" in path}:
        inside = (page for path, page in pages.items() if path.startswith(f"{folder}/") and page != here)
        listed = (listed_questions(page, filled[page.path]) for page in inside)
        markdown = markdown.replace(placeholder(folder), "".join(listed))
    return markdown


def listed_questions(page: Page, markdown: str) -> str:
    """Return the questions of a page as a list under its title; empty where it has none.

    It is HTML, in which Markdown looks for neither headings nor abbreviations: tables of contents and the search do
    not list a page's title a second time.
    """
    shown = [heading for heading in headings(markdown) if heading.level <= page.meta.get("toc_depth", DEEPEST)]
    items = "".join(f"<li>{item}</li>\n" for item in links(SITE_ROOT + page.url, shown))
    return f'<h3>{escape(page.title)}</h3>\n<ul class="cor-questions">\n{items}</ul>\n' if items else ""


def links(address: str, found: list[Heading]) -> Iterator[str]:
    """Yield a link for each heading that ends in a question mark; that of the page's title leads to the page."""
    for heading in found:
        if heading.text.endswith("?"):
            anchor = f"#{heading.id}" if heading.level > TITLE_LEVEL else ""
            text = re.sub(r"(?<=\w)'", "’", escape(heading.text, quote=False))
            yield f'<a href="{escape(address + anchor)}">{text}</a>'
