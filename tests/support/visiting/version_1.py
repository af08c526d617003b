"""A small guide of version 1: its real service worker, on a site of a few pages. Some visitors still have one like it."""

import base64
import hashlib
import json
import re
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[2] / "every_browser" / "version_1"
FOLDER = "calculator-000000000000"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Version 1</title>
<script type="module" src="{root}calculator-000000000000/offline.mjs"></script></head><body><h1>Version 1</h1></body></html>"""
PAGES = {"index.html": "", "404.html": "", "check/index.html": "../", "check/certification/index.html": "../../"}


def write(site: Path) -> None:
    """Write the site into a folder."""
    for name, root in PAGES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(PAGE.format(root=root), encoding="utf-8")
    (site / FOLDER).mkdir()
    (site / FOLDER / "offline.mjs").write_bytes((SCRIPTS / "offline.mjs").read_bytes())
    kept = {address(site, file): integrity(file) for file in site.rglob("*") if file.is_file()}
    build = {"id": "version-1", "first": kept, "later": {}, "python": {"direct": [], "packed": []}}
    source = (SCRIPTS / "sw.mjs").read_text(encoding="utf-8")
    filled, places = re.subn(r"(?m)^const BUILD = .*;$", lambda _: f"const BUILD = {json.dumps(build)};", source)
    assert places == 1
    (site / "sw.js").write_text(filled, encoding="utf-8")


def address(site: Path, file: Path) -> str:
    """Return how the service worker calls a file."""
    return file.relative_to(site).as_posix().removesuffix("index.html") or "./"


def integrity(file: Path) -> str:
    """Return a file's SHA-256 in Base64."""
    return base64.b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()
