"""A visitor with a browser: what the tests do in every browser, whoever drives it.

A driver brings the few things that differ (`Visitor`'s abstract methods); all else is made of them. Scripts are
JavaScript functions as text; what they take and return is JSON.
"""

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

FIRST = Path(__file__).with_name("first.js").read_text(encoding="utf-8")
"""What stands before the scripts of every page."""

WITHIN = 30.0
"""Seconds for Python to start on a busy machine."""

LOOK_AGAIN = 0.05
PAGES = {"overview": "check/"}


class PageGoneError(Exception):
    """The page went away under a script: another one is being loaded."""


class Visitor(ABC):
    """Someone with a fresh browser profile, in Alberta."""

    part_keys: tuple[str, ...] = ()
    """What leads from one part of a date to the next; most go on by themselves."""

    def __init__(self, base: str, before: str = "") -> None:
        """Take the address of the site's home page, and a script that stands before every page's own."""
        self.base = base
        self.first = FIRST + before

    # ─── What each driver does in its own way ───

    @abstractmethod
    def go(self, address: str) -> None:
        """Open a whole address."""

    @abstractmethod
    def run(self, script: str, *given: Any) -> Any:
        """Call a function in the page, wait for what it promises, and return that."""

    @abstractmethod
    def click(self, script: str, *given: Any) -> None:
        """Click on the element that a function returns, as a person would."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys one after another: characters, or names such as Tab and ArrowDown."""

    @abstractmethod
    def load_again(self) -> None:
        """Have the page loaded again; it need not have begun."""

    @abstractmethod
    def back(self) -> None:
        """Go back in the history."""

    @abstractmethod
    def forward(self) -> None:
        """Go forward in the history."""

    @abstractmethod
    def printed(self) -> bytes:
        """Return the page on paper, as PDF."""

    @abstractmethod
    def close(self) -> None:
        """Leave."""

    # ─── What follows from it ───

    def open(self, path: str = "") -> None:
        """Open a page of the site."""
        self.go(self.base + path)

    def check(self, name: str, link: str = "") -> None:
        """Open the page of a check with answers in its address; an open page of the same check is loaded again."""
        if self.address().startswith("http"):
            self.go("about:blank")
        self.open(f"{PAGES.get(name, f'check/{name}/')}{link}")
        self.until("() => customElements.get('cor-check') !== undefined")

    def reload(self) -> None:
        """Load the page again, and wait for the new one."""
        self.run("() => { window.gone = true }")
        self.load_again()
        self.until("() => !window.gone")

    def until(self, script: str, *given: Any, within: float = WITHIN) -> Any:
        """Wait until a function returns something true, and return it; what the page shows is told if it never does."""
        end = time.monotonic() + within
        while time.monotonic() < end:
            try:
                found = self.run(script, *given)
            except PageGoneError:
                found = None
            if found:
                return found
            time.sleep(LOOK_AGAIN)
        shown = self.run("() => [location.href, corTest.complaints, corTest.told, corTest.text()]")
        raise AssertionError(f"It never came: {script} {given}\n{json.dumps(shown, indent=1, ensure_ascii=False)}")

    def wait(self, holds: Callable[[], bool], within: float = WITHIN) -> None:
        """Wait until something outside the page holds."""
        end = time.monotonic() + within
        while time.monotonic() < end:
            with suppress(PageGoneError):
                if holds():
                    return
            time.sleep(LOOK_AGAIN)
        raise AssertionError("It never came")

    def answer(self, name: str, value: str) -> None:
        """Answer the control that is named so, as a person would."""
        way = self.until("(name, value) => corTest.way(corTest.named(name, value))", name, value)
        if way == "set":
            self.run("(name, value) => corTest.set(corTest.named(name, value), value)", name, value)
            return
        self.click("(name, value) => corTest.target(corTest.named(name, value))", name, value)
        if way == "type":
            self.run("(name, value) => corTest.named(name, value).select()", name, value)
            self.press(*(value or ["Backspace"]))

    def focus(self, name: str, value: str = "") -> None:
        """Go to the control that is named so by Tab alone, from where the focus is."""
        for _ in range(60):
            if self.run("(name, value) => corTest.focused() === corTest.named(name, value)", name, value):
                return
            self.press("Tab")
        raise AssertionError(f"The control {name} is out of the keyboard's reach")

    def type_date(self, day: str) -> None:
        """Type a date into the field that has the focus, in the order of its parts in English."""
        year, month, date = day.split("-")
        for part in (month, date, year):
            self.press(*part)
            if part != year:
                self.press(*self.part_keys)

    def value(self, name: str) -> str:
        """Return what stands in the control that is named so."""
        found: str = self.run("name => corTest.named(name, '').value", name)
        return found

    def told(self, event: str = "cor-outcome") -> list[Any]:
        """Return the details of all events of this name so far."""
        return [json.loads(text) for text in self.run("event => corTest.told[event]", event)]

    def expect_outcome(self, text: str, within: float = WITHIN) -> None:
        """Wait until the newest outcome is this one, to the letter; only escapes are not compared."""
        plain = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
        self.until("text => corTest.told['cor-outcome'].at(-1) === text", plain, within=within)

    def expect(self, **verdicts: str) -> None:
        """Wait until the newest outcome has these verdicts."""
        self.until(
            """wanted => {
                const { results = [] } = JSON.parse(corTest.told["cor-outcome"].at(-1) ?? "{}");
                const found = Object.fromEntries(results.map(({ subject, verdict }) => [subject, verdict]));
                return Object.entries(wanted).every(([subject, verdict]) => found[subject] === verdict);
            }""",
            verdicts,
        )

    def today(self) -> str:
        """Return the visitor's own day."""
        day: str = self.run(
            "() => { const now = new Date(); return new Date(now - now.getTimezoneOffset() * 6e4).toISOString() }"
        )
        return day[:10]

    def address(self) -> str:
        """Return where the visitor is."""
        found: str = self.run("() => location.href")
        return found

    def expect_address(self, ending: str) -> None:
        """Wait until the address ends so: it is written once typing rests."""
        self.until("ending => location.href.endsWith(ending)", ending, within=5)

    def text(self) -> str:
        """Return what the page shows as text."""
        found: str = self.run("() => corTest.text()")
        return found

    def complaints(self) -> list[str]:
        """Return what went wrong in the page."""
        found: list[str] = self.run("() => window.corTest?.complaints ?? []")
        return found

    def expect_kept(self) -> None:
        """Wait until the browser keeps the site: Python as well, and nothing more comes."""
        self.until(
            """async () => {
                await navigator.serviceWorker.ready;
                const kept = [];
                for (const name of await caches.keys())
                    kept.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
                const same = corTest.kept === kept.length;
                corTest.kept = kept.length;
                if (!same || !kept.some((url) => /\\.wasm(\\.gz\\.data)?$/.test(url))) corTest.since = Date.now();
                return kept.length > 0 && Date.now() - corTest.since > 1500;
            }""",
            within=60,
        )
