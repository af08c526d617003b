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

MINIFY = ("--minify", "--target=es2022", "--log-level=error")
NOT_IN_BROWSERS = ("node:*", "ws")
"""Modules that Pyodide imports under Node alone."""


def write(out: Path, built: dict[str, Any], work: Path) -> None:
    """Write the page's module and both workers into `out`."""
    for name in (PAGE, WORKER, STOCK_WORKER):
        bundled(SCRIPTS / name, out / name, work, {"#built": {"BUILT": built}})


def bundled(source: Path, out: Path, work: Path, given: dict[str, dict[str, Any]], form: str = "esm") -> None:
    """Write a script and all that it imports as one file.

    `given` are modules that the build makes itself, by the name under which the script imports them: what each exports,
    as JSON, by its name. They are written into the folder `work`.
    """
    options = ["--bundle", "--platform=browser", f"--format={form}", f"--outfile={out}"]
    for name, exports in given.items():
        module = work / f"{name.removeprefix('#')}.mjs"
        lines = (f"export const {each} = {json.dumps(value, sort_keys=True)};\n" for each, value in exports.items())
        module.write_text("".join(lines), encoding="utf-8")
        options.append(f"--alias:{name}={module}")
    _esbuild(source, *options, *(f"--external:{module}" for module in NOT_IN_BROWSERS), *MINIFY)


def small(name: str) -> str:
    """Return a script that stands inside a page, such as python/start.js or site/later.js, from calculator/.

    What it imports is put into it.
    """
    return _esbuild(CALCULATOR / name, "--bundle", "--format=iife", *MINIFY).strip()


def _esbuild(*arguments: object) -> str:
    program = [node() or "node", NODE_MODULES / "esbuild/bin/esbuild"]
    return run([*program, *arguments], problem="A script could not be bundled", cwd=CALCULATOR, env=repeatable())
