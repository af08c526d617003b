"""Makes the service worker: it holds the list of the files that a build consists of, each with its SHA-256.

The browser keeps every page with its scripts, styles and search index, and of the prepared Python what its own start
loads. All the rest of the site is kept when it is used.
"""

import base64
import json
import tempfile
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from cor_site.finish import checksums
from cor_site.runtime import prepare, scripts
from cor_site.setup.paths import CALCULATOR

SOURCE = CALCULATOR / "site/sw.mjs"
WORKER = "sw.js"
"""It governs the folder that it lies in, so it lies at the site's root; every host knows this ending."""

NEVER = (
    "assets/fonts/*.txt",
    "assets/social.png",
    "sitemap.xml*",
    "sbom.cdx.json",
    WORKER,
)
"""Files never stored: no page of this site loads them."""


def write(site: Path, calculator: str) -> None:
    """Write the service worker into a finished site; `calculator` is the folder of what the browser runs."""
    made = build(site, calculator)
    with tempfile.TemporaryDirectory() as work:
        scripts.bundled(SOURCE, site / WORKER, Path(work), {"#build": {"BUILD": made}}, form="iife")


def build(site: Path, calculator: str) -> dict[str, Any]:
    """Return what the service worker knows of a build: its files, and a name made of them and of its own source."""
    runtime = f"{calculator}/python/"
    kept = {path: digest for path, digest in checksums.of(site).items() if not any(fnmatch(path, one) for one in NEVER)}
    made: dict[str, Any] = {
        "pages": {address(path): integrity(digest) for path, digest in kept.items() if not path.startswith(runtime)},
        "others": {path: integrity(digest) for path, digest in kept.items() if path.startswith(runtime)},
        "python": {form: python(site, runtime, packed=form == "packed") for form in ("direct", "packed")},
    }
    source = SOURCE.read_text(encoding="utf-8")
    return {**made, "id": checksums.sha256((source + json.dumps(made)).encode())[:16]}


def address(path: str) -> str:
    """Return where a browser finds a file, from the site's root: an index page is its folder."""
    folder = path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path
    return folder or "./"


def integrity(digest: str) -> str:
    """Return a hexadecimal hash in Base64, as browsers compare it."""
    return base64.b64encode(bytes.fromhex(digest)).decode()


def python(site: Path, runtime: str, *, packed: bool) -> list[str]:
    """Return the files that the fastest start of Python loads, the large ones as they are or gzipped."""
    return [runtime + name for name in prepare.starting_files(site / runtime, packed=packed)]
