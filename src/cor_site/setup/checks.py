"""Runs every check that is no test, all of them, and says at the end which failed."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from cor_site.setup.paths import CALCULATOR, NPM_BIN, PYTHON, ROOT, SITE, environment
from cor_site.setup.run import step

SCRIPTS = PYTHON.parent


def every(*, overdue: bool) -> dict[str, Sequence[str | Path]]:
    """Return the command of each check, by what it looks after."""
    return {
        "Python format": [PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."],
        "Python lint": [PYTHON, "-m", "ruff", "check", "--quiet", "."],
        "Python types": [PYTHON, "-m", "mypy", "--no-error-summary"],
        "Imports between rooms": [SCRIPTS / "lint-imports"],
        "JavaScript format and lint": [NPM_BIN / "biome", "ci", "--config-path", CALCULATOR, CALCULATOR],
        "JavaScript types": [NPM_BIN / "tsc", "--project", CALCULATOR],
        "HTML of the built pages": [NPM_BIN / "html-validate", "--config", CALCULATOR / ".htmlvalidate.json", SITE],
        "Spelling": [SCRIPTS / "codespell"],
        "Review dates of the facts": [PYTHON, "-m", "cor_site.review", *(["--overdue"] if overdue else [])],
    }


def run_all(*, overdue: bool) -> int:
    """Run every check and show what the failing ones said; return the exit status."""
    failed = [what for what, command in every(overdue=overdue).items() if not passes(what, command)]
    if failed:
        print(f"{len(failed)} failed: {', '.join(failed)}.")
        return 1
    print("Every check passed.")
    return 0


def passes(what: str, command: Sequence[str | Path]) -> bool:
    """Run one check; return whether it passed."""
    with step(what):
        done = subprocess.run(
            command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
    if done.returncode:
        print(done.stdout)
    return done.returncode == 0
