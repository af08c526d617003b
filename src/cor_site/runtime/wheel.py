"""The wheel of our rules for the browser: built by hatchling, locked and compiled by pyodide-build.

It holds the law as one file that loads fast, in the place of the data files that people edit.
"""

import json
import shutil
from pathlib import Path

from cor_site.runtime.node import repeatable, script
from cor_site.setup.paths import PYODIDE_TOOLS, PYTHON, ROOT, SRC
from cor_site.setup.run import run

LOCK = "pyodide-lock.json"
PROJECT = ("pyproject.toml", "LICENSE")
DATA = "src/cor_calc/data"


def wheel(folder: Path) -> Path:
    """Fill a folder with the compiled wheel and its lock file; return the wheel."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    project = folder.with_name(f"{folder.name}-project")
    lay_out(project)
    build = [PYTHON, "-m", "hatchling", "build", "-t", "wheel", "-d", folder.resolve()]
    run(build, problem="The package of the rules could not be built", cwd=project, env=repeatable())
    script("wheel.mjs", PYODIDE_TOOLS.resolve(), folder)
    [package] = json.loads((folder / LOCK).read_text(encoding="utf-8"))["packages"].values()
    return folder / str(package["file_name"])


def lay_out(project: Path) -> None:
    """Copy the package's source into a folder, with the packed law instead of the data files."""
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(SRC / "cor_calc", project / "src/cor_calc", ignore=shutil.ignore_patterns("__pycache__", "*.toml"))
    for name in PROJECT:
        shutil.copyfile(ROOT / name, project / name)
    pack = [PYTHON, "-m", "cor_calc.law.pack", (project / DATA / "law.json").resolve()]
    run(pack, problem="The law could not be packed", env=repeatable())
