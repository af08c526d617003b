"""The glossary page, from the one file that also gives the site its abbreviations."""

import re
from pathlib import Path

from cor_site.markup import definition_list

ENTRY = re.compile(r"^\*\[(?P<term>[^\]]+)\]: (?P<meaning>.+)$", re.MULTILINE)


def entries(glossary: Path) -> dict[str, str]:
    """Return what each abbreviation stands for, by abbreviation."""
    return {entry["term"]: entry["meaning"] for entry in ENTRY.finditer(glossary.read_text(encoding="utf-8"))}


def definitions(glossary: Path) -> str:
    """Return the abbreviations in alphabetical order as a Markdown definition list."""
    return definition_list(dict(sorted(entries(glossary).items(), key=lambda entry: entry[0].casefold())))
