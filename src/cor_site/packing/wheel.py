"""The wheel of our rules: built by hatchling, locked and compiled by pyodide-build."""

import json
import shutil
from pathlib import Path
from typing import Any

from cor_site.packing.node import repeatable, script
from cor_site.setup.paths import PYODIDE_TOOLS, PYTHON, ROOT
from cor_site.setup.run import run


def wheel(folder: Path) -> Path:
    """Fill a folder with the compiled wheel and `pyodide-lock.json`; return the wheel."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    build = [PYTHON, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    run(build, problem="The package of the rules could not be built", cwd=ROOT, env=repeatable())
    script("wheel.mjs", PYODIDE_TOOLS.resolve(), folder)
    [package] = lock(folder)["packages"].values()
    return folder / str(package["file_name"])


def lock(folder: Path) -> dict[str, Any]:
    """Return the lock file that pyodide-build wrote."""
    read: dict[str, Any] = json.loads((folder / "pyodide-lock.json").read_text(encoding="utf-8"))
    return read
