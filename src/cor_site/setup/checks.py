"""Runs every check that is no test, all of them, and says at the end which failed."""

import subprocess
from pathlib import Path
from typing import NamedTuple

from cor_site.setup.paths import CALCULATOR, NPM_BIN, PYTHON, ROOT, SITE, environment
from cor_site.setup.run import step

SCRIPTS = PYTHON.parent


class Check(NamedTuple):
    """A program that looks after one thing; it fails if the program does. Some have a word to say when they pass."""

    what: str
    command: tuple[object, ...]
    where: Path = ROOT
    speaks: bool = False


CHECKS = (
    Check("Python format", (PYTHON, "-m", "ruff", "format", "--check", "--quiet", ".")),
    Check("Python lint", (PYTHON, "-m", "ruff", "check", "--quiet", ".")),
    Check("Python types", (PYTHON, "-m", "mypy", "--no-error-summary")),
    Check("Imports between rooms", (SCRIPTS / "lint-imports",)),
    Check("JavaScript and CSS", (NPM_BIN / "biome", "ci", "--colors=off", "."), CALCULATOR),
    Check("JavaScript types", (NPM_BIN / "tsc", "--project", "."), CALCULATOR),
    Check("HTML of the built pages", (NPM_BIN / "html-validate", "--config", CALCULATOR / "htmlvalidate.mjs", SITE)),
    Check("Spelling", (SCRIPTS / "codespell",)),
    Check("Workflows", (SCRIPTS / "zizmor", "--offline", "--pedantic", "--no-progress", "--quiet", ".github")),
)
REVIEW = Check("Review dates of the facts", (PYTHON, "-m", "cor_site.review"), speaks=True)

TIDYING = (
    Check("Python lint, what mends itself", (PYTHON, "-m", "ruff", "check", "--fix", "--quiet", "--exit-zero", ".")),
    Check("Python format", (PYTHON, "-m", "ruff", "format", "--quiet", ".")),
    Check("JavaScript and CSS", (NPM_BIN / "biome", "format", "--write", "--colors=off", "."), CALCULATOR),
)


def run_all(*, overdue: bool) -> int:
    """Run every check and show what the failing ones said; return the exit status."""
    review = REVIEW._replace(command=(*REVIEW.command, "--overdue")) if overdue else REVIEW
    return outcome([check.what for check in (*CHECKS, review) if not passes(check)])


def tidy() -> int:
    """Format everything as the checks want it; return the exit status."""
    return outcome([check.what for check in TIDYING if not passes(check)])


def outcome(failed: list[str]) -> int:
    """Say which checks failed; return the exit status."""
    print(f"{len(failed)} failed: {', '.join(failed)}." if failed else "All is well.")
    return 1 if failed else 0


def passes(check: Check) -> bool:
    """Run one check, show what it says if that matters; return whether it passed."""
    with step(check.what):
        done = subprocess.run(
            [str(word) for word in check.command],
            cwd=check.where,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    if done.returncode or check.speaks:
        print(done.stdout.rstrip())
    return done.returncode == 0
