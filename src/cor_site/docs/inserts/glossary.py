"""The abbreviations of the field, from `docs/_glossary.md`, for the glossary page and every page's tooltips."""

import re
from pathlib import Path

from cor_site.docs.markup import definition_list

FILE = "_glossary.md"
ENTRY = re.compile(r"^\*\[(?P<term>[^\]]+)\]: (?P<meaning>.+)$", re.MULTILINE)


def entries(docs: Path) -> dict[str, str]:
    """Return what each abbreviation stands for, by abbreviation."""
    return {entry["term"]: entry["meaning"] for entry in ENTRY.finditer((docs / FILE).read_text(encoding="utf-8"))}


def definitions(docs: Path) -> str:
    """Return the abbreviations in alphabetical order as a Markdown definition list."""
    return definition_list(dict(sorted(entries(docs).items(), key=lambda entry: entry[0].casefold())))
