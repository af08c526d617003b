"""The headings of a page, read from its Markdown, each with an address that no generator has to make up."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

HEADING = re.compile(r"^(?P<marks>#{1,6}) +(?P<text>.+?)(?: +\{:? *(?P<attributes>[^}]*)\})?$")
FENCE = re.compile(r"^ *(```|~~~)")
ID = re.compile(r"(?:^| )#(?P<id>[\w-]+)")
LINK = re.compile(r"!?\[(?P<text>[^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level from 1, its text without marks, the id it is reached by, the number of its line from 0."""

    level: int
    text: str
    id: str
    line: int


def headings(markdown: str) -> list[Heading]:
    """Return the headings of a Markdown text in order, those in blocks of code apart."""
    found = list(_matches(markdown))
    used = {named for _, match in found if (named := _id(match))}
    result = []
    for line, match in found:
        text = plain(match["text"])
        anchor = _id(match) or _unused(slug(text), used)
        used.add(anchor)
        result.append(Heading(len(match["marks"]), text, anchor, line))
    return result


def with_ids(markdown: str) -> str:
    """Return a Markdown text in which every heading says its own id."""
    lines = markdown.split("\n")
    for heading, (line, match) in zip(headings(markdown), _matches(markdown), strict=True):
        if not _id(match):
            attributes = f"#{heading.id} {match['attributes'] or ''}".rstrip()
            lines[line] = f"{match['marks']} {match['text']} {{ {attributes} }}"
    return "\n".join(lines)


def plain(text: str) -> str:
    """Return the text of a heading without links and marks for bold, italics and code."""
    return re.sub(r"[*`]", "", LINK.sub(r"\g<text>", text)).strip()


def slug(text: str) -> str:
    """Return the address that is made from a heading's text: small letters, digits and hyphens."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())


def outside_code(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield the number and the text of each line that is not in a fenced block of code."""
    fenced = False
    for number, line in enumerate(markdown.split("\n")):
        if FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield number, line


def _matches(markdown: str) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in outside_code(markdown):
        if match := HEADING.match(line):
            yield number, match


def _id(match: re.Match[str]) -> str:
    found = ID.search(match["attributes"] or "")
    return found["id"] if found else ""


def _unused(wanted: str, used: set[str]) -> str:
    anchor, count = wanted, 1
    while anchor in used:
        anchor, count = f"{wanted}_{count}", count + 1
    return anchor
