"""Writes the service worker of a build: the script that keeps the site for use offline, with the list of its files.

On the first visit it stores every page with its scripts, styles and search index, and those files of Python that the
fastest start needs. It stores the other files when a page asks for them. Each is checked against its SHA-256.
"""

import base64
import json
import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from cor_site.finish import checksums
from cor_site.runtime import prepare
from cor_site.setup.paths import CALCULATOR

TEMPLATE = CALCULATOR / "site/sw.mjs"
WORKER = "sw.js"
"""At the root, since a service worker controls only its own folder; `.js`, since old hosts do not know `.mjs`."""

PLACE = re.compile(r"^const BUILD = .*;$", re.MULTILINE)

NEVER = (
    "assets/fonts/*.txt",
    "assets/social.png",
    "sitemap.xml*",
    "sbom.cdx.json",
    "embed.mjs",
    "calculator-*/embed/*",
)
"""Files never stored: no page of this site loads them."""


def write(site: Path, calculator: str) -> None:
    """Write the service worker into a finished site; `calculator` is the folder of what the browser runs."""
    source = TEMPLATE.read_text(encoding="utf-8")
    built = build(site, calculator)
    built["id"] = checksums.sha256((source + json.dumps(built)).encode())[:16]
    filled, places = PLACE.subn(lambda _: f"const BUILD = {json.dumps(built, separators=(',', ':'))};", source)
    if places != 1:
        raise ValueError(f"{TEMPLATE.name} has no line that begins with const BUILD")
    (site / WORKER).write_text(filled, encoding="utf-8", newline="\n")


def build(site: Path, calculator: str) -> dict[str, Any]:
    """Return the files of a build: those stored at once, those stored when used, and what a start of Python needs."""
    runtime = f"{calculator}/python/"
    kept = {path: digest for path, digest in checksums.of(site).items() if not any(fnmatch(path, one) for one in NEVER)}
    return {
        "first": {address(path): integrity(digest) for path, digest in kept.items() if not path.startswith(runtime)},
        "later": {path: integrity(digest) for path, digest in kept.items() if path.startswith(runtime)},
        "python": {form: python(site, runtime, packed=form == "packed") for form in ("direct", "packed")},
    }


def address(path: str) -> str:
    """Return where a browser finds a file, from the site's root: an index page is its folder."""
    folder = re.sub(r"(^|/)index\.html$", r"\1", path)
    return folder or "./"


def integrity(digest: str) -> str:
    """Return a hexadecimal sum in Base64, as browsers compare it."""
    return base64.b64encode(bytes.fromhex(digest)).decode()


def python(site: Path, runtime: str, *, packed: bool) -> list[str]:
    """Return the files that the fastest start of Python loads, the large ones as they are or gzipped."""
    return [runtime + name for name in prepare.starting_files(site / runtime, packed=packed)]
