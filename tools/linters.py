"""Runs every linter, all of them, and says at the end which failed."""

import subprocess
from pathlib import Path
from typing import NamedTuple

from cor_site.setup.paths import CALCULATOR, NPM_BIN, PYTHON, ROOT, SITE, environment
from cor_site.setup.run import step

SCRIPTS = PYTHON.parent


class Linter(NamedTuple):
    """A program that examines one thing, and fails if it finds a fault. `speaks`: show what it prints in any case."""

    what: str
    command: tuple[object, ...]
    where: Path = ROOT
    speaks: bool = False


LINTERS = (
    Linter("Python format", (PYTHON, "-m", "ruff", "format", "--check", "--quiet", ".")),
    Linter("Python lint", (PYTHON, "-m", "ruff", "check", "--quiet", ".")),
    Linter("Python types", (PYTHON, "-m", "mypy", "--no-error-summary")),
    Linter("Imports between rooms", (SCRIPTS / "lint-imports",)),
    Linter("JavaScript and CSS", (NPM_BIN / "biome", "ci", "--colors=off", "."), CALCULATOR),
    Linter("JavaScript types", (NPM_BIN / "tsc", "--project", "."), CALCULATOR),
    Linter("HTML of the built pages", (NPM_BIN / "html-validate", "--config", CALCULATOR / "htmlvalidate.mjs", SITE)),
    Linter("Spelling", (SCRIPTS / "codespell",)),
    Linter("Workflows", (SCRIPTS / "zizmor", "--offline", "--pedantic", "--no-progress", "--quiet", ".github")),
)
REVIEW = Linter("Review dates of the facts", (PYTHON, "-m", "tools.review_dates"), speaks=True)

FIXERS = (
    Linter(
        "Python lint, as far as ruff fixes it", (PYTHON, "-m", "ruff", "check", "--fix", "--quiet", "--exit-zero", ".")
    ),
    Linter("Python format", (PYTHON, "-m", "ruff", "format", "--quiet", ".")),
    Linter("JavaScript and CSS", (NPM_BIN / "biome", "format", "--write", "--colors=off", "."), CALCULATOR),
)


def run_all(*, overdue: bool) -> int:
    """Run every linter and show what the failing ones said; return the exit status."""
    review = REVIEW._replace(command=(*REVIEW.command, "--overdue")) if overdue else REVIEW
    failed = [linter.what for linter in (*LINTERS, review) if not passes(linter)]
    print(f"{len(failed)} failed: {', '.join(failed)}." if failed else "All is well.")
    return 1 if failed else 0


def fix() -> None:
    """Format everything as the linters want it, and have them fix what they can."""
    for fixer in FIXERS:
        passes(fixer)


def passes(linter: Linter) -> bool:
    """Run one linter, and show what it said if it failed or always speaks; return whether it passed."""
    with step(linter.what):
        done = subprocess.run(
            [str(word) for word in linter.command],
            cwd=linter.where,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    if done.returncode or linter.speaks:
        print(done.stdout.rstrip())
    return done.returncode == 0
