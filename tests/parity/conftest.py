"""The runtime as it is shipped, for Node and for a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cor_site.runtime import prepare, ways
from cor_site.runtime.node import PYODIDE
from tests.support.visiting.host import Host, serving
from tools.browsers import browser

PAGE = """<!doctype html><meta charset="utf-8"><title>Python</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval';
connect-src 'self'; worker-src 'self'"><script type="module" src="page.mjs"></script>"""
SCRIPT = 'import * as python from "./python/python.mjs"; Object.assign(window, { python });'


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page and the prepared runtime, as the site has them."""
    root = tmp_path_factory.mktemp("served")
    (root / "index.html").write_text(PAGE, encoding="utf-8")
    (root / "page.mjs").write_text(SCRIPT, encoding="utf-8")
    prepare.prepare(root / "python")
    return root


@pytest.fixture(scope="session")
def runtime(served: Path) -> dict[str, Any]:
    """What was built: the ways and their files."""
    return prepare.built(served / "python")


@pytest.fixture(scope="session")
def folder(served: Path, runtime: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a function that lays out a shipped way for Node, under Pyodide's own names."""

    def laid_out(way: str) -> Path:
        parts, place = runtime[way], tmp_path_factory.mktemp(way)
        if way == ways.STOCK:
            return Path(shutil.copytree(served / "python" / parts["folder"], place, dirs_exist_ok=True))
        shutil.copyfile(PYODIDE / ways.LOADER, place / ways.LOADER)
        names = {ways.ASM: parts["asm"], ways.WASM: parts["wasm"]["name"]}
        names |= {ways.LIBRARY: parts["library"]["name"]} if "library" in parts else {}
        names |= {ways.MEMORY: parts["memory"]["name"]} if "memory" in parts else {}
        for name, shipped in names.items():
            shutil.copyfile(served / "python" / shipped, place / name)
        if "library" not in parts:
            (place / ways.LIBRARY).write_bytes(b"PK\5\6" + bytes(18))
        return place

    return laid_out


@pytest.fixture(scope="session", params=[True, False], ids=["brotli", "no compression"])
def host(request: pytest.FixtureRequest, served: Path) -> Iterator[Host]:
    """A host that compresses well, and one that does not compress at all."""
    with serving(Host(served, compress=request.param)) as host:
        yield host


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """The Chromium of this machine, with no traffic of its own."""
    return browser_type_launch_args | {"executable_path": str(browser.chromium()), "args": browser.FLAGS}


@pytest.fixture(scope="session")
def base_url() -> str:
    """No address is common to these tests: each has a host of its own."""
    return ""
