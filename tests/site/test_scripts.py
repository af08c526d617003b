"""What the page's small modules compute, tested by Node without a browser."""

import subprocess

from cor_site import bundle
from cor_site.setup.paths import CALCULATOR, environment, node


def test_the_modules_of_the_page() -> None:
    """Each folder's own tests, on the description of this build."""
    bundle.describe()
    tests = sorted(each for room in ("check", "many", "shared") for each in CALCULATOR.glob(f"{room}/**/*.test.mjs"))
    assert tests
    done = subprocess.run(
        [node() or "node", "--test", *tests], env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:]
