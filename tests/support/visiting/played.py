"""Visitors with Chromium, old Chromiums and Firefox: Playwright drives them."""

from typing import Any

from playwright.sync_api import Browser, ElementHandle, Error

from .visitor import PageGoneError, Visitor

HERE = {"locale": "en-CA", "timezone_id": "America/Edmonton", "viewport": {"width": 1024, "height": 768}}


class Played(Visitor):
    """A visitor whose browser Playwright drives."""

    def __init__(self, browser: Browser, base: str, before: str = "", inches: float = 1) -> None:
        """Open an empty page in a profile of its own; `inches` is how many Playwright must be told for one on paper."""
        super().__init__(base, before)
        self.inches = inches
        self.context = browser.new_context(**HERE)
        self.context.add_init_script(self.first)
        self.page = self.context.new_page()

    def go(self, address: str) -> None:
        """Open a whole address; not all that the page asks for need have come.

        A page that is just being loaded, by itself say, can get in the way of the driver once: then it is asked again.
        """
        try:
            self.page.goto(address, wait_until="domcontentloaded")
        except Error as error:
            if "interrupted by another navigation" not in error.message:
                raise
            self.page.wait_for_load_state("domcontentloaded")
            self.page.goto(address, wait_until="domcontentloaded")

    def run(self, script: str, *given: Any) -> Any:
        """Call a function in the page."""
        try:
            return self.page.evaluate(f"given => ({script})(...given)", list(given))
        except Error as error:
            if "context was destroyed" in error.message or "navigation" in error.message:
                raise PageGoneError from error
            raise

    def click(self, script: str, *given: Any) -> None:
        """Click in the middle of an element."""
        element = self.page.evaluate_handle(f"given => ({script})(...given)", list(given)).as_element()
        assert isinstance(element, ElementHandle), f"There is nothing to click on: {script} {given}"
        element.click()

    def press(self, *keys: str) -> None:
        """Press keys."""
        for key in keys:
            self.page.keyboard.press(key)

    def load_again(self) -> None:
        """Load the page again."""
        self.page.reload(wait_until="domcontentloaded")

    def back(self) -> None:
        """Go back; within a page there is nothing to load."""
        self.page.go_back(wait_until="commit")

    def forward(self) -> None:
        """Go forward."""
        self.page.go_forward(wait_until="commit")

    def printed(self) -> bytes:
        """Return the page as PDF."""
        return self.page.pdf(width=f"{8.5 * self.inches}in", height=f"{11 * self.inches}in")

    def close(self) -> None:
        """Forget the profile."""
        self.context.close()
