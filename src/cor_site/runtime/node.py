"""Runs the Node scripts of calculator/runtime."""

from pathlib import Path

from cor_site.setup.paths import CALCULATOR, environment, node
from cor_site.setup.run import BuildError, run

SCRIPTS = CALCULATOR / "runtime"
PYODIDE = CALCULATOR / "node_modules" / "pyodide"

EPOCH = "315532800"
"""1 January 1980, the oldest day that an archive can hold: the same bytes on every build."""


def repeatable() -> dict[str, str]:
    """Return an environment in which the same inputs give the same bytes, whatever this machine's zone and language."""
    return environment(SOURCE_DATE_EPOCH=EPOCH, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


def script(name: str, *arguments: Path | str) -> str:
    """Run a script and return what it printed; raises `BuildError` with its last words if it fails."""
    program = node()
    if program is None:
        raise BuildError("Node is missing: put Node 20.19 or newer on the PATH and start again.")
    return run([program, SCRIPTS / name, *arguments], problem=f"{name} failed", env=repeatable())
