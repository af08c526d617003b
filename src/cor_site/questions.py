"""The index of questions: every heading of the site that is a question, linked where it is answered."""

from collections.abc import Iterable, Iterator
from html import escape

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url

INDEX = "reference/questions.md"


def placeholder(folder: str) -> str:
    """Return the mark that `write_index` replaces by the questions of the pages in one folder."""
    return f'<div data-questions="{folder}"></div>'


def write_index(pages: Iterable[Page]) -> None:
    """Put the questions into the index page, once all pages have been read."""
    by_path = {page.file.src_uri: page for page in pages}
    index = by_path.get(INDEX)
    if index is None or index.content is None:
        return
    for folder in {uri.split("/")[0] for uri in by_path if "/" in uri}:
        inside = (page for uri, page in by_path.items() if uri.startswith(f"{folder}/") and page is not index)
        index.content = index.content.replace(placeholder(folder), "".join(listed(page, index) for page in inside))


def links(page: Page, index: Page) -> Iterator[str]:
    """Yield a link for each heading of a page that ends in a question mark."""
    for heading in headings(page.toc):
        if heading.title.rstrip().endswith("?"):
            url = get_relative_url(page.url, index.url) + (heading.url if heading.level > 1 else "")
            yield f'<a href="{escape(url)}">{heading.title}</a>'


def headings(toc: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    """Yield the headings of a table of contents, outer before inner."""
    for heading in toc:
        yield heading
        yield from headings(heading.children)


def listed(page: Page, index: Page) -> str:
    """Return the questions of a page as a list under its title; nothing where it has none."""
    items = "".join(f"<li>{item}</li>\n" for item in links(page, index))
    return f'<h3>{escape(str(page.title))}</h3>\n<ul class="cor-questions">\n{items}</ul>\n' if items else ""
