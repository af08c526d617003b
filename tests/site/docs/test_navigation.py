"""The navigation lists every page once, and nothing else."""

from pathlib import Path
from typing import Any

import yaml

from cor_site.docs import generated
from cor_site.setup.paths import ROOT

from .prose import docs


class Loader(yaml.SafeLoader):
    """Reads `mkdocs.yml` without minding its `!ENV` and `!relative`."""


Loader.add_multi_constructor("!", lambda loader, _tag, node: None)  # noqa: ARG005


def listed(nav: Any) -> list[str]:
    """Return the pages of a navigation in order."""
    if isinstance(nav, str):
        return [nav]
    parts = nav.values() if isinstance(nav, dict) else nav
    return [page for part in parts for page in listed(part)]


def test_navigation_lists_every_page() -> None:
    """What the navigation names exists, and no page is left out of it."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)  # noqa: S506  it is our own file
    pages = listed(config["nav"])
    assert len(pages) == len(set(pages))
    assert set(pages) == docs().keys() | generated.all_pages().keys()


def test_no_page_asks_for_another_host(site: Path) -> None:
    """The theme is set up so that it fetches no fonts and no repository figures."""
    assert "fonts.g" not in (site / "index.html").read_text(encoding="utf-8")
