"""Mutation testing of the rules: every small change of a rule must make a test fail.

mutmut makes the mutants and cor_site.forks tries them, in a copy, .cache/mutation, so that work goes on meanwhile; what
was found stays there, and the next run tries only what is new. tests/proof/survivors.md says of those that survive why
they change no answer.
"""

import argparse
import fnmatch
import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from cor_site.setup.paths import CACHE, ROOT, environment

COPY = CACHE / "mutation"
FOUND = COPY / "mutants" / "src" / "cor_calc"
PARTS = ("src/cor_calc", "tests/calc", "tests/property", "tests/parity", "tests/proof")
FILES = ("tests/__init__.py", "pyproject.toml")
NAMES = COPY / "wanted.txt"

SMALLEST = "cor_calc.problems.*"
"""mutmut tries these itself: on its way there it makes all mutants and sees which tests reach them."""

SURVIVED = {0, 5, 33}
"""No test failed, or none reaches the mutant."""


def main(arguments: list[str] | None = None) -> int:
    """Try the mutants, list those that survive; return 1 if a program failed on the way."""
    parser = argparse.ArgumentParser(prog="build.py mutate", description=__doc__)
    parser.add_argument("patterns", nargs="*", metavar="MUTANT", help="such as 'cor_calc.ties.*' (those not tried yet)")
    parser.add_argument("--jobs", type=int, default=1, help="how many to try at once (default: 1)")
    parser.add_argument("--again", action="store_true", help="try again those that survived")
    options = parser.parse_args(arguments)
    refresh()
    status = run(COPY, "mutmut", "run", "--max-children", "1", SMALLEST)
    patterns = options.patterns or ["*"]
    tried_before = SURVIVED if options.again else set(range(256)) if options.patterns else set()
    wanted = [
        name
        for name, became in results().items()
        if matches(name, patterns) and (became is None or became in tried_before)
    ]
    NAMES.write_text("\n".join(wanted), encoding="utf-8")
    status = status or run(COPY / "mutants", "cor_site.forks", str(options.jobs), str(NAMES))
    print(report(patterns))
    return status


def run(folder: Path, *module: str) -> int:
    """Run a Python module in a folder, and leave the machine to whatever else is at work; return its exit status."""
    return subprocess.call(["nice", "-n", "10", sys.executable, "-m", *module], cwd=folder, env=environment())


def refresh() -> None:
    """Make the copy what the project is now; an unchanged file keeps its date, and so its mutants."""
    shutil.rmtree(COPY / "mutants" / "tests", ignore_errors=True)
    for part in PARTS:
        shutil.rmtree(COPY / part, ignore_errors=True)
        shutil.copytree(ROOT / part, COPY / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in FILES:
        shutil.copy2(ROOT / file, COPY / file)


def results() -> dict[str, int | None]:
    """Return what became of every mutant so far: pytest's exit status, None where it was not tried."""
    found: dict[str, int | None] = {}
    for kept in sorted(FOUND.rglob("*.meta")):
        found |= json.loads(kept.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def survivors() -> list[str]:
    """Return the mutants that no test noticed."""
    return [name for name, became in results().items() if became in SURVIVED]


def matches(name: str, patterns: list[str]) -> bool:
    """Return whether a mutant is one of those asked for."""
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns)


def report(patterns: list[str]) -> str:
    """Return how many mutants of each module were tried and noticed, and the names of those that were not noticed."""
    found = {name: status for name, status in results().items() if matches(name, patterns) and status is not None}
    every = Counter(map(module, found))
    missed = [name for name in survivors() if name in found]
    left = Counter(map(module, missed))
    lines = [f"{name:40} {every[name] - left[name]:5} of {every[name]:5}" for name in sorted(every)]
    total = f"{'noticed':40} {len(found) - len(missed):5} of {len(found):5}"
    share = f"{(len(found) - len(missed)) / max(1, len(found)):.1%}"
    return "\n".join([*lines, f"{total}, {share}", *(f"  {name}" for name in missed)])


def module(name: str) -> str:
    """Return the module of a mutant: cor_calc.ties.x_level__mutmut_1 is one of cor_calc.ties."""
    return name.rpartition(".")[0]


if __name__ == "__main__":
    sys.exit(main())
