"""The pages as readers get them: front matter, headings with their anchors, prose with the facts filled in."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment

from cor_site.docs.headings import headings
from cor_site.docs.inserts import facts
from cor_site.setup.paths import DOCS

CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
LINK = re.compile(r"\[(?P<text>[^\]]*)\]\([^)]*\)(?:\{[^}]*\})?")
MARK = re.compile(r"^(?:#+ |[-*] |\d+\. )")
NOT_PROSE = ("|", "<", "!!!", "???", "```", "===", "*[")


@dataclass(frozen=True)
class Doc:
    """One Markdown page: its path within `docs/`, its front matter, its text as written and as filled in."""

    path: str
    meta: dict[str, Any]
    written: str
    filled: str

    @property
    def anchors(self) -> set[str]:
        """The addresses of its headings."""
        return {heading.id for heading in headings(self.filled)}

    @property
    def prose(self) -> str:
        """Its sentences alone, without headings, tables, forms and addresses."""
        lines = (line.strip() for line in CODE.sub("", self.filled).splitlines())
        sentences = [MARK.sub("", line) for line in lines if line and not line.startswith((*NOT_PROSE, "#"))]
        return " ".join(ended(plain(LINK.sub(r"\g<text>", sentence))) for sentence in sentences)


@cache
def docs() -> dict[str, Doc]:
    """Return every page by its path; files whose name begins with an underscore are no pages."""
    files = sorted(path for path in DOCS.rglob("*.md") if not path.name.startswith("_"))
    return {doc.path: doc for doc in map(read, files)}


def read(file: Path) -> Doc:
    """Return one page."""
    _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    return Doc(file.relative_to(DOCS).as_posix(), yaml.safe_load(front), body, fill(body))


def fill(body: str) -> str:
    """Return a page's text with the facts in their places, and without tables, forms and footnotes."""
    known = facts.load()
    calls = dict.fromkeys(re.findall(r"\{\{ ?(\w+)\(", body), lambda *_, **__: "")
    calls |= {
        "value": known.value,
        "claim": lambda name: known.entry(name).sentence,
        "partner": lambda name: known.partner(name).short,
    }
    environment = Environment(comment_start_string="{##", comment_end_string="##}", autoescape=False)  # noqa: S701
    return environment.from_string(body).render(calls)


def plain(text: str) -> str:
    """Return text without the marks for bold, italics and code."""
    return re.sub(r"[*`]", "", LINK.sub(r"\g<text>", text))


def ended(sentence: str) -> str:
    """Return a line of a list or a paragraph as a sentence."""
    return sentence if sentence[-1:] in ".?!" else sentence.rstrip(":,;") + "."
