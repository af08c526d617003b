"""Writes the folder that the generator reads: every page as plain Markdown, beside the other files of `docs/`."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from cor_calc import law as rules
from cor_calc.law import LawError
from cor_site.docs import front_matter, headings, inserts, links, pages, pages_data
from cor_site.docs.errors import PageError, in_data
from cor_site.docs.generated.all_pages import all_files, all_pages
from cor_site.docs.inserts import facts, glossary, question_index
from cor_site.docs.pages import Page
from cor_site.settings import Settings
from cor_site.setup.run import BuildError

THEME = "_theme"
"""Within `docs/`: the theme's own templates and pictures. The generator copies its `assets` into the site itself."""

Given = TypeVar("Given")
Made = TypeVar("Made")


def write(docs: Path, out: Path, site: Settings) -> None:
    """Fill the folder `out`, which is emptied first, from the folder of the pages.

    Raises `BuildError` with the first mistake in the data files; else with every mistake in a page. Each says its file
    and line, and what is wrong there.
    """
    check_data()
    found = {page.path: page for page in all_of(pages.paths(docs), lambda path: pages.read(docs, path))}
    found |= all_pages()
    filled = fill_all(docs, found)
    made = all_files()
    files = links.others(docs) | links.others(docs / THEME) | set(made)
    refuse(links.faults(found, filled, files))
    front = all_of(found.values(), lambda page: front_matter.written(page, found, site))
    shutil.rmtree(out, ignore_errors=True)
    for path, meta in zip(found, front, strict=True):
        put(out / path, meta + filled[path])
    for path, text in made.items():
        put(out / path, text)
    copy_others(docs, out)


def check_data() -> None:
    """Read all data files; raise `BuildError` with the first mistake and its place."""
    try:
        rules.load()
        pages_data.load()
    except LawError as mistake:
        raise BuildError(in_data(mistake)) from mistake


def put(file: Path, text: str) -> None:
    """Write a text file, and the folders that it lies in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")


def fill_all(docs: Path, found: dict[str, Page]) -> dict[str, str]:
    """Return every page's Markdown by path: all of `{{ … }}` worked out, an id at every heading, the abbreviations."""
    known = facts.load()
    texts = all_of(found.values(), lambda page: headings.with_ids(inserts.fill(page, known, docs)))
    filled = dict(zip(found, texts, strict=True))
    abbreviations = (docs / glossary.FILE).read_text(encoding="utf-8")
    return {
        path: f"{question_index.with_index(text, found[path], found, filled)}\n{abbreviations}"
        for path, text in filled.items()
    }


def all_of(given: Iterable[Given], make: Callable[[Given], Made]) -> list[Made]:
    """Return what is made of each; `BuildError` with all mistakes where there are some."""
    made: list[Made] = []
    mistakes: list[PageError] = []
    for each in given:
        try:
            made.append(make(each))
        except PageError as mistake:
            mistakes.append(mistake)
    refuse(mistakes)
    return made


def refuse(mistakes: Iterable[PageError]) -> None:
    """Raise `BuildError` with a line for each mistake, if there is one."""
    lines = "\n".join(map(str, mistakes))
    if lines:
        raise BuildError(lines)


def copy_others(docs: Path, out: Path) -> None:
    """Copy what is no page: robots.txt, the licences' texts. What begins with an underscore stays behind."""
    for file in sorted(docs.rglob("*")):
        place = file.relative_to(docs)
        if file.is_file() and file.suffix != ".md" and not any(part.startswith("_") for part in place.parts):
            (out / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, out / place)
