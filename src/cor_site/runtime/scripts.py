"""Makes one file of each script that the page loads to have Python, with what this build made in the workers."""

import json
from pathlib import Path
from typing import Any

from cor_site.runtime.node import repeatable
from cor_site.setup.paths import CALCULATOR, NODE_MODULES, node
from cor_site.setup.run import run

SCRIPTS = CALCULATOR / "python"
WORKER, STOCK_WORKER = "worker.mjs", "stock.mjs"
PAGE = "python.mjs"
START = "start.js"

MINIFY = ("--minify", "--target=es2022", "--log-level=error")
BUNDLE = ("--bundle", "--format=esm", "--platform=browser", *MINIFY)
NOT_IN_BROWSERS = ("node:*", "ws")
"""Modules that Pyodide imports under Node alone."""


def bundle(out: Path, built: dict[str, Any], work: Path) -> None:
    """Write the page's module and both workers into `out`. Workers import `#built`, a module that is made here."""
    module = work / "built.mjs"
    module.write_text(f"export const BUILT = {json.dumps(built, sort_keys=True)};\n", encoding="utf-8")
    for name in (PAGE, WORKER, STOCK_WORKER):
        outside = [f"--external:{module}" for module in NOT_IN_BROWSERS]
        _esbuild(SCRIPTS / name, *BUNDLE, f"--alias:#built={module}", *outside, f"--outfile={out / name}")


def start() -> str:
    """Return the script that stands first in the head of a page with a form: see calculator/python/start.js."""
    return _esbuild(SCRIPTS / START, *MINIFY).strip()


def _esbuild(*arguments: object) -> str:
    program = [node() or "node", NODE_MODULES / "esbuild/bin/esbuild"]
    return run([*program, *arguments], problem="A script could not be bundled", cwd=CALCULATOR, env=repeatable())
