"""Gets old Chromiums for the tests, each from inside a Node package that is pinned beside this module."""

import functools
import os
from pathlib import Path

from cor_site.setup.run import BuildError
from tools.browsers import browser

OLDEST = 109
"""The oldest that everything is tested in."""

TOO_OLD = 92
"""Too old for the checks: here the page must say that it cannot work."""

NO_OLD_CHROMIUM = (
    f"Chromium {OLDEST} and Chromium {TOO_OLD} were not tested: their Node packages could not be installed, or do not "
    "run on this machine. They are made for Linux on x86-64, and need the libraries libnss3 and libexpat1."
)


@functools.cache
def chromium(major: int) -> Path | None:
    """Return this old Chromium; None if it cannot be installed or does not run; `BuildError` then in CI."""
    program = browser.pinned(f"chromium-{major}")
    if program and browser.runs(program, *browser.FLAGS):
        return program
    if os.environ.get("CI"):
        raise BuildError(NO_OLD_CHROMIUM)
    return None
