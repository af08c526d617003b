"""A page of `docs/` as it is written: what it says about itself, and its text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from cor_site.docs.errors import ContentError, PageError

LONGEST_DESCRIPTION = 160
"""Search engines cut a description that is longer."""

NO_FRONT_MATTER = "the front matter is missing: the page must begin with a line of three hyphens"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path within `docs/`, its front matter, its text, and the file's line on which the text begins."""

    path: str
    meta: Mapping[str, Any]
    body: str
    first_line: int

    @property
    def title(self) -> str:
        """The title that the navigation and lists of pages show."""
        return str(self.meta["title"])

    @property
    def url(self) -> str:
        """The address within the site: "employers/audit/" for employers/audit.md, "" for the home page."""
        place = re.sub(r"(^|/)index$", "", self.path.removesuffix(".md"))
        return f"{place}/" if place else ""

    def error(self, line: int, mistake: object) -> PageError:
        """Return what is wrong at a line of the text, the first being 0."""
        return PageError(self.path, self.first_line + line, mistake)


def paths(docs: Path) -> list[str]:
    """Return the paths of all pages within `docs/`, each folder's index first.

    Files and folders whose names begin with an underscore are no pages.
    """
    found = [path.relative_to(docs) for path in docs.rglob("*.md")]
    shown = [path for path in found if not any(part.startswith("_") for part in path.parts)]
    in_order = sorted(shown, key=lambda path: (path.parent.as_posix(), path.name != "index.md", path.name))
    return [path.as_posix() for path in in_order]


def read(docs: Path, path: str) -> Page:
    """Return one page. `PageError` where its front matter is missing or lacks something."""
    return parsed(path, (docs / path).read_text(encoding="utf-8"))


def parsed(path: str, text: str) -> Page:
    """Return the page in a text, front matter included. `PageError` where that is missing or lacks something."""
    front, mark, body = text.removeprefix("---\n").partition("\n---\n")
    if not mark:
        raise PageError(path, 1, NO_FRONT_MATTER)
    try:
        meta = yaml.safe_load(front)
        check(meta)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        raise PageError(path, line + 2, f"the front matter is not valid YAML: {error.problem}") from error
    except ContentError as mistake:
        raise PageError(path, 1, mistake) from mistake
    return Page(path, meta, body, front.count("\n") + 4)


def check(meta: Any) -> None:
    """Raise `ContentError` with the first thing that is missing from a page's front matter."""
    if not isinstance(meta, dict):
        raise ContentError("the front matter has no keys")
    for key in ("title", "description"):
        if not str(meta.get(key) or "").strip():
            raise ContentError(f"the front matter lacks `{key}`")
    if len(meta["description"]) >= LONGEST_DESCRIPTION:
        raise ContentError(f"`description` has {len(meta['description'])} characters, not below {LONGEST_DESCRIPTION}")
    if not isinstance(meta.get("last_reviewed"), date):
        raise ContentError("the front matter lacks `last_reviewed`, a date such as 2026-11-22")
