"""What the page's small modules compute, tested by Node without a browser."""

import subprocess

from cor_site import assets
from cor_site.setup.paths import CALCULATOR, NODE_MODULES, environment, node


def test_the_modules_of_the_page() -> None:
    """Every `*.test.mjs`, beside the module that it tests, on the description of this build."""
    assets.describe()
    tests = sorted(each for each in CALCULATOR.rglob("*.test.mjs") if NODE_MODULES not in each.parents)
    assert tests
    done = subprocess.run(
        [node() or "node", "--test", *tests], env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:]
