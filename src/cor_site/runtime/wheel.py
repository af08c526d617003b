"""The wheel of our rules: built by hatchling, locked and compiled by pyodide-build."""

import json
import shutil
import tempfile
from pathlib import Path

from cor_site.runtime.node import repeatable, script
from cor_site.setup.paths import PYODIDE_TOOLS, PYTHON, ROOT, SRC
from cor_site.setup.run import run

LOCK = "pyodide-lock.json"
PACKED = "law.json"


def wheel(folder: Path) -> Path:
    """Fill a folder with the compiled wheel and its lock file; return the wheel."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    build = [PYTHON, "-m", "hatchling", "build", "-t", "wheel", "-d", folder.resolve()]
    with tempfile.TemporaryDirectory() as scratch:
        lay_out(Path(scratch))
        run(build, problem="The package of the rules could not be built", cwd=Path(scratch), env=repeatable())
    script("wheel.mjs", PYODIDE_TOOLS.resolve(), folder)
    [package] = json.loads((folder / LOCK).read_text(encoding="utf-8"))["packages"].values()
    return folder / str(package["file_name"])


def lay_out(project: Path) -> None:
    """Copy the package into a folder to build it from, with its data as the one file that loads fast."""
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copyfile(ROOT / name, project / name)
    package = project / "src/cor_calc"
    shutil.copytree(SRC / "cor_calc", package, ignore=shutil.ignore_patterns("*.toml", "__pycache__"))
    pack = [PYTHON, "-m", "cor_calc.law.pack", package / "data" / PACKED]
    run(pack, problem="The data of the rules could not be packed", env=repeatable())
