"""Links between pages: each must lead to a page or file that there is, and to a heading in it."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from cor_site.docs.errors import ContentError, PageError
from cor_site.docs.headings import headings, outside_code
from cor_site.docs.pages import Page

LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
INLINE_CODE = re.compile(r"`[^`]*`")
ELSEWHERE = re.compile(r"^[a-z]+:|^//")
ID = re.compile(r'\bid="([^"]+)"')


def faults(pages: Mapping[str, Page], filled: Mapping[str, str], files: Collection[str]) -> Iterator[PageError]:
    """Yield each link in the pages as they are written that leads nowhere.

    `filled` is every page's Markdown by path, as the generator gets it; `files` are the paths of all other files.
    """
    anchors = {path: anchors_of(markdown) for path, markdown in filled.items()}
    for page in pages.values():
        for number, line in outside_code(page.body):
            for link in LINK.finditer(INLINE_CODE.sub("", line)):
                if mistake := fault(page.path, link["target"], anchors, files):
                    yield page.error(number, mistake)


def fault(
    here: str, target: str, anchors: Mapping[str, Collection[str]], files: Collection[str]
) -> ContentError | None:
    """Return what is wrong with a link on a page; None where nothing is."""
    if ELSEWHERE.match(target):
        return None
    address, _, fragment = target.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(here), address)) if address else here
    if path not in anchors:
        return None if path in files else ContentError(f"there is no page or file {path}")
    if fragment and fragment not in anchors[path] and not fragment.startswith("v="):
        return ContentError(f"{path} has no heading with the address #{fragment}")
    return None


def anchors_of(markdown: str) -> set[str]:
    """Return the ids on a page that a link can lead to."""
    return {heading.id for heading in headings(markdown)} | set(ID.findall(markdown))


def others(folder: Path) -> set[str]:
    """Return the paths of all files in a folder, from there."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
