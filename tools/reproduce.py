"""Builds the site a second time, in another folder and another environment: `python -m tools.reproduce`.

What a build takes from its folder, its day, its time zone, its language or the order of its files shows as a file that
differs. The packages are shared with the first build: they are pinned by their hashes.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from cor_site.finish import checksums
from cor_site.setup.paths import CACHE, NODE_MODULES, NODE_WHEEL, PYODIDE_TOOLS, PYTHON, ROOT, SITE, VENV, environment

PACKAGES = (VENV, NODE_MODULES, NODE_WHEEL, PYODIDE_TOOLS)
MADE = (CACHE, SITE, *PACKAGES)
ELSEWHERE = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"}
"""What another machine may have; the first build runs as this one is set up."""


def left_out(folder: str, names: list[str]) -> set[str]:
    """Return which of a folder's entries the copy goes without: what was made, and what git and the linters keep."""
    made = {each.name for each in MADE if each.parent == Path(folder)} | {".git", "dist"}
    return {name for name in names if name in made or name.endswith("_cache")}


def again(folder: Path) -> Path:
    """Build the site once more, from a copy of the project in a folder; return where it lies.

    Raises `CalledProcessError` if it cannot be built.
    """
    copy = folder / "a copy"
    shutil.copytree(ROOT, copy, ignore=left_out)
    for packages in PACKAGES:
        if packages.exists():
            there = copy / packages.relative_to(ROOT)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.symlink_to(packages)
    env = environment(**ELSEWHERE, PYTHONPATH=str(copy / "src"))
    subprocess.run([PYTHON, "-B", "-m", "cor_site.make"], cwd=copy, env=env, check=True)
    return copy / SITE.relative_to(ROOT)


def differences(first: Path, second: Path) -> list[str]:
    """Return the paths of the files that two sites do not have in common, or not alike."""
    one, other = checksums.of(first), checksums.of(second)
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


def main() -> int:
    """Compare the site with a second build of it; return the exit status, 1 if they differ."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            differing = differences(SITE, again(Path(folder)))
        except subprocess.CalledProcessError:
            return 1
    if differing:
        print(f"{len(differing)} files differ in a second build:", *differing, sep="\n  ", file=sys.stderr)
        return 1
    print(f"A second build gives the same {len(checksums.of(SITE))} files, byte for byte.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
