"""The browsers that the tests visit the site with, each started when it is first asked for."""

from functools import cached_property

import pytest
from playwright.sync_api import Browser, Playwright

from tools.browsers import browser, old_chromium, webkit

from .played import Played
from .visitor import Visitor
from .webkit import Screen, WebKit

OLD = f"chromium-{old_chromium.OLDEST}"
NAMES = ("chromium", OLD, "firefox", "webkit")
"""All of them answer the same in the same situations."""


class Browsers:
    """The browsers of one run of the tests."""

    def __init__(self, playwright: Playwright) -> None:
        """Start none yet."""
        self.playwright = playwright
        self.started: dict[str, Browser] = {}
        self.versions: dict[str, str] = {}

    def visitor(self, name: str, base: str, before: str = "") -> Visitor:
        """Return a visitor with a browser of this name; where there is none, the test is skipped.

        `before` is a script that stands before every page's own.
        """
        if name == "webkit":
            visitor = WebKit(self.screen, base, before)
            self.versions[name] = visitor.driver.capabilities["browserVersion"]
            return visitor
        if name not in self.started:
            self.started[name] = self.launched(name)
            self.versions[name] = self.started[name].version
        return Played(self.started[name], base, before, inches=2.54 if name == "firefox" else 1)

    def launched(self, name: str) -> Browser:
        """Start a browser that Playwright drives."""
        if name == "firefox":
            program = browser.firefox() or pytest.skip(browser.NO_FIREFOX)
            return self.playwright.firefox.launch(channel="moz-firefox", executable_path=str(program))
        if name == "chromium":
            program = browser.chromium()
        else:
            program = old_chromium.chromium(int(name.rpartition("-")[2])) or pytest.skip(old_chromium.NO_OLD_CHROMIUM)
        return self.playwright.chromium.launch(
            executable_path=str(program), args=[*browser.FLAGS, browser.ONE_COMPILER]
        )

    @cached_property
    def screen(self) -> Screen:
        """The screen of all WebKits."""
        if not webkit.is_there():
            pytest.skip(webkit.NO_WEBKIT)
        return Screen()

    def close(self) -> None:
        """End all that was started."""
        for started in self.started.values():
            started.close()
        if "screen" in vars(self):
            self.screen.close()
