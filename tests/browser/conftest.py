"""A real browser on the built site.

A request to anywhere else, a script's error or a complaint on the console fails the test.
"""

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Request, expect

from cor_site import serve
from tools.browsers import browser

BUILT = os.environ.get("BUILT_SITE", "")
"""What is tested instead of the site of this project: a copy of it, or the address of one that is served."""

expect.set_options(timeout=15_000)  # a busy machine is slow; how fast the page must be has tests of its own

BESIDE_THE_POINT = ("blocked by Playwright", "preloaded using link preload but not used within a few seconds")
"""What the console says of the tests themselves: the service worker is switched off, and a busy machine paints late."""

SITE = Path(BUILT or Path(__file__).resolve().parents[2] / "site")


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """The address of the built site on this machine, its runtime included."""
    if BUILT.startswith("http://127.0.0.1:"):
        yield BUILT
        return
    assert (SITE / "index.html").is_file(), "Build the site first: python3 build.py build"
    with serve.server(SITE) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield serve.address(web)
        web.shutdown()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """The Chromium of this machine, with no traffic of its own."""
    given = {"executable_path": str(browser.chromium()), "args": [*browser.FLAGS, browser.ONE_COMPILER]}
    return browser_type_launch_args | given


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object], base_url: str) -> dict[str, object]:
    """A visitor in Alberta whose every request can be watched."""
    watched = {"base_url": base_url, "service_workers": "block", "locale": "en-CA", "timezone_id": "America/Edmonton"}
    return browser_context_args | watched | {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture
def trouble() -> list[str]:
    """What went wrong on the page; a test that provokes trouble takes it out again."""
    return []


@pytest.fixture
def own_hosts(base_url: str) -> set[str]:
    """The hosts that pages may ask; a test that serves another site adds its own."""
    return {urlsplit(base_url).netloc}


@pytest.fixture(autouse=True)
def no_trouble(context: BrowserContext, own_hosts: set[str], trouble: list[str]) -> Iterator[None]:
    """Fail a test whose pages ask another host for anything, raise an error or complain."""

    def note(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https"} and address.netloc not in own_hosts:
            trouble.append(f"asked {request.url}")

    def complain(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not any(words in message.text for words in BESIDE_THE_POINT):
            trouble.append(f"said {message.text}")

    context.on("request", note)  # to intercept requests would switch the browser's own cache off
    context.on("weberror", lambda error: trouble.append(f"raised {error.error}"))
    context.on("console", complain)
    yield
    assert trouble == []
