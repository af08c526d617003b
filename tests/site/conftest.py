"""The pages, built once for all tests of this room."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cor_site import policy

from . import built

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A freshly built site, with its policy and without the Python runtime."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict", "--site-dir", folder],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    policy.apply(folder)
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, built.Page]:
    """Every built page by its address within the site."""
    return built.read(site)
