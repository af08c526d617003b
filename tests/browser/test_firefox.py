"""What is worked by keyboard, in Firefox as well; tests/every_browser has all else that every browser must do.

Playwright drives this machine's Firefox by WebDriver BiDi. Where there is none, `build.py test` says so at its end.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from tools.browsers import browser as programs

from . import test_access
from .check import test_problems, test_rows


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The Firefox of this machine."""
    program = programs.firefox()
    if not program:
        pytest.skip(programs.NO_FIREFOX)
    launched = playwright.firefox.launch(channel="moz-firefox", executable_path=str(program))
    yield launched
    launched.close()


@pytest.fixture
def browser_context_args(base_url: str) -> dict[str, object]:
    """A visitor in Alberta."""
    return {"base_url": base_url, "locale": "en-CA", "timezone_id": "America/Edmonton"}


test_a_check_is_done_by_keyboard_alone = test_access.test_a_check_is_done_by_keyboard_alone
test_rows_are_worked_by_keyboard = test_rows.test_rows_are_worked_by_keyboard
test_submitting_moves_to_the_summary = test_problems.test_submitting_moves_to_the_summary_and_from_there_to_the_field
