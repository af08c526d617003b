"""The built site, which `python3 build.py test` makes before it runs the tests."""

from pathlib import Path

import pytest

from cor_site.setup.paths import SITE

from . import built


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the site."""
    assert (SITE / "index.html").is_file(), "Build the site first: python3 build.py build"
    return SITE


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, built.Page]:
    """Every built page by its address within the site."""
    return built.read(site)
