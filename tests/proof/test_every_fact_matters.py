"""Every number of the facts file decides something: one unit more or less, and a known situation ends otherwise."""

import json
import subprocess
import sys

from cor_calc.facts import load
from tests.calc.running import ENVIRONMENT, SOURCE

ONE_UNIT_OFF = [sys.executable, "-m", "tests.proof.shifts"]

# The numbers that a person reads in the conditions for a certificate: here by hand, so that none is lost in silence.
SURELY_READ = {
    "secor-largest-employer", "documentation-minimum", "documentation-standard", "overall-pass-mark",
    "element-pass-mark", "maintenance-pass-mark", "maintenance-years", "independence-period",
    "internal-auditor-period", "standard-certificate-years", "one-year-certificate-years", "report-days",
    "refund-first-year", "refund-maintained-year", "refund-most",
}  # fmt: skip


def test_every_number_and_every_bound_decides() -> None:
    """A number that the rules read, or a bound, moved by its smallest unit changes more than words."""
    done = subprocess.run(
        ONE_UNIT_OFF, capture_output=True, text=True, env=ENVIRONMENT, cwd=SOURCE.parent, check=False, timeout=600
    )
    assert not done.returncode, done.stderr
    found = json.loads(done.stdout)
    assert [shift for shift, situation in found.items() if situation is None] == []
    moved = {shift.split()[0] for shift in found}
    assert moved >= SURELY_READ
    assert moved >= set(load().bounds)
