"""The work of others that the built site hands on: what, which version, under which licence."""

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from cor_site.setup.paths import DOCS, NODE_MODULES

LISTED = Path(__file__).with_name("third_party.toml")
TEXTS = "about/licences"
"""The licences' own words, within the pages' folder and, under the same name, in the site."""


@dataclass(frozen=True, slots=True)
class Component:
    """Something made by others. `inside` names the component that it came in; `files` are its places in the site."""

    name: str
    licence: str
    source: str
    does: str
    copyright: str = ""
    version: str = ""
    purl: str = ""
    inside: str = ""
    seen_in: str = ""
    files: tuple[str, ...] = ()


def load() -> tuple[Component, ...]:
    """Return every component in the order of the list; packages have the version that is installed."""
    entries = tomllib.loads(LISTED.read_text(encoding="utf-8"))["component"]
    return tuple(
        Component(**{**entry, "version": version(entry), "files": tuple(entry.get("files", ()))}) for entry in entries
    )


def version(entry: dict[str, str]) -> str:
    """Return the version of a component; empty where it is not known."""
    kind, _, name = entry.get("purl", "").removeprefix("pkg:").partition("/")
    match kind:
        case "npm":
            installed: dict[str, str] = json.loads((NODE_MODULES / name / "package.json").read_text(encoding="utf-8"))
            return installed["version"]
        case "pypi":
            return metadata.version(name)
        case _:
            return entry.get("version", "")


def table(components: Iterable[Component]) -> str:
    """Return a Markdown table: each component with its licence and those who made it."""
    head = "| what | what it does here | licence | copyright |\n|---|---|---|---|\n"
    return head + "".join(map(row, components))


def row(component: Component) -> str:
    """Return one component as a row of the table."""
    named = f"[{component.name}]({component.source}) {component.version}".rstrip()
    return f"| {named} | {component.does} | {licence(component.licence)} | {component.copyright} |\n"


def licence(spdx: str) -> str:
    """Return the name of a licence, linked to its words where they come with the site or stand on SPDX's list."""
    if (DOCS / TEXTS / f"{spdx}.txt").is_file():
        return f"[{spdx}]({Path(TEXTS).name}/{spdx}.txt)"
    return f"[{spdx}](https://spdx.org/licenses/{spdx}.html)" if is_spdx(spdx) else spdx


def is_spdx(licence_id: str) -> bool:
    """Return whether a licence is named as SPDX names them, without blanks, and not described in words."""
    return bool(re.fullmatch(r"[\w.+-]+", licence_id))
