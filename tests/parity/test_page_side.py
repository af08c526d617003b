"""The page's side of Python, tested under Node with workers that do as they are told."""

from cor_site.setup.paths import CALCULATOR, node
from cor_site.setup.run import run


def test_the_modules_own_tests_pass() -> None:
    """Each `*.test.mjs` beside the module that it tests."""
    found = sorted((CALCULATOR / "python").glob("*.test.mjs"))
    assert "# fail 0" in run([node(), "--test", "--test-reporter=tap", *found], problem="A test failed")
