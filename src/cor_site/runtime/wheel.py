"""The wheel of our rules: built by hatchling, locked and compiled by pyodide-build."""

import json
import shutil
from pathlib import Path

from cor_site.runtime.node import repeatable, script
from cor_site.setup.paths import PYODIDE_TOOLS, PYTHON, ROOT
from cor_site.setup.run import run

LOCK = "pyodide-lock.json"


def wheel(folder: Path) -> Path:
    """Fill a folder with the compiled wheel and its lock file; return the wheel."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    build = [PYTHON, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    run(build, problem="The package of the rules could not be built", cwd=ROOT, env=repeatable())
    script("wheel.mjs", PYODIDE_TOOLS.resolve(), folder)
    [package] = json.loads((folder / LOCK).read_text(encoding="utf-8"))["packages"].values()
    return folder / str(package["file_name"])
