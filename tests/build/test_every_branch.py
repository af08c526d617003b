"""The quick tests of the rules alone take every branch of the rules: what is measured is what mutants meet first."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SLOW = "tests/calc/test_wire.py"


def test_every_branch_of_the_rules_is_taken(tmp_path: Path) -> None:
    """In a process of its own, with few examples; what is missing stands in the message."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    quick = [*settings["tool"]["mutmut"]["pytest_add_cli_args"], f"--ignore={SLOW}", "tests/calc", "tests/proof"]
    measured = ["--cov=cor_calc", "--cov-branch", "--cov-report=term-missing", "--cov-fail-under=100"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *quick, *measured],
        cwd=ROOT,
        env=os.environ | {"COVERAGE_FILE": str(tmp_path / "coverage")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
