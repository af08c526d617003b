"""A pytest plugin for runs that are repeated once for every mutant: fewer examples, quick tests first, names to type.

pytest -p tests.proof.for_mutants
"""

from typing import Any

import pytest
from hypothesis import is_hypothesis_test, settings

EXAMPLES = 40
LAST = ("tests/property/", "tests/calc/test_wire.py")
"""Where the tests are that try thousands of states: most mutants are noticed before."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every property test fewer examples, the same ones each time, since ours are derandomized; sort the tests."""
    for item in items:
        test = getattr(item, "obj", None)
        if test is not None and is_hypothesis_test(test):
            own = test._hypothesis_internal_use_settings
            test._hypothesis_internal_use_settings = settings(own, max_examples=min(EXAMPLES, own.max_examples))
    items.sort(key=lambda item: any(room in item.nodeid for room in LAST))


def pytest_make_parametrize_id(val: Any) -> str | None:
    """Name a text or bytes without backslashes: pytest finds no test by a name that has one."""
    return ascii(val).replace("\\", "/") if isinstance(val, str | bytes) and "\\" in ascii(val) else None
