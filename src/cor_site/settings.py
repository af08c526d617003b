"""The site's own name, description and address, which `mkdocs.yml` and the environment variable SITE_URL say."""

import os
from dataclasses import dataclass
from pathlib import Path

import yaml

from cor_site.setup.paths import ROOT

FILE = ROOT / "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Settings:
    """`url` is the address that the site will have, ending in a slash; empty while it is not known."""

    name: str
    description: str
    url: str = ""


class Loader(yaml.SafeLoader):
    """Reads `mkdocs.yml` and leaves out what only MkDocs understands (`!ENV` and its other tags)."""


Loader.add_multi_constructor("!", lambda _loader, _tag, _node: None)


def load(file: Path = FILE) -> Settings:
    """Return the settings in force."""
    read = yaml.load(file.read_text(encoding="utf-8"), Loader)  # noqa: S506 - a safe loader
    url = os.environ.get("SITE_URL", "")
    return Settings(read["site_name"], read["site_description"], url if not url or url.endswith("/") else f"{url}/")
