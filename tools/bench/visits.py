"""Visits: a browser with a profile of its own opens a link, and it is noted when the answer was painted."""

import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, sync_playwright

from cor_site.runtime import prepare, ways
from cor_site.runtime.workload.described import FUNCTIONS
from tests.support.visiting.host import Host
from tools.bench.links import Link
from tools.browsers import browser

TEXTBOOK = "textbook"
"""Not one of our ways: Pyodide as its manual has it, on the same page."""

HERE = Path(__file__).parent
SETTLING = 3.0
"""Seconds that a new browser is left alone: a visitor's has long been open."""
PATIENCE = 240_000
"""Milliseconds."""

COMPLETE = """async () => {
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) if (url.endsWith("/complete")) return true;
  return false;
}"""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit: milliseconds until Python was asked for, the first paint and the painted answer; bytes sent."""

    asked: float
    first: float
    answered: float
    sent: int
    longest: float
    """The longest task of the page's own thread, in milliseconds; 0 where none took 50."""


@contextmanager
def visitor(site: Path, way: str) -> Iterator[BrowserContext]:
    """Give a browser with an empty profile, whose pages start Python in this way."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=str(browser.chromium()),
            args=browser.FLAGS,
            service_workers="block" if way == TEXTBOOK else "allow",
        )
        context.add_init_script(path=HERE / "watch.js")
        if way == TEXTBOOK:
            context.add_init_script(textbook(site))
        time.sleep(SETTLING)
        yield context
        context.close()


def textbook(site: Path) -> str:
    """Return the script that has a page start Pyodide as its manual says."""
    [runtime] = site.glob("calculator-*/python")
    folder = f"/{runtime.relative_to(site)}/{prepare.built(runtime)[ways.STOCK]['folder']}"
    told = json.dumps({"folder": folder, "functions": FUNCTIONS})
    return (HERE / "textbook.js").read_text(encoding="utf-8").replace("= TEXTBOOK;", f"= {told};")


def visit(context: BrowserContext, host: Host, link: Link, way: str) -> Visit:
    """Open a link and wait for its answer. Raises `ValueError` if the page reads other answers than the link has."""
    page = open_link(context, host, link, way)
    sent = host.sent
    noted: dict[str, Any] = page.evaluate("bench")
    first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    if list(noted["outcome"]["answers"]) != link.keys:
        raise ValueError(f"{link.check}: the page answered {list(noted['outcome']['answers'])}, not {link.keys}")
    page.close()
    return Visit(asked_for_python(host), first, noted["painted"], sent, noted["longest"])


def open_link(context: BrowserContext, host: Host, link: Link, way: str) -> Page:
    """Open a link in a new tab and wait until its answer is painted."""
    page = context.new_page()
    host.forget()
    path, _, fragment = link.address.partition("#")
    query = f"?way={way}" if way in {ways.BUNDLE, ways.STOCK} else ""
    page.goto(f"{host.address}{path}{query}#{fragment}", timeout=PATIENCE, wait_until="commit")
    page.locator('cor-check[data-state="answered"]').wait_for(timeout=PATIENCE)
    while not page.evaluate("bench.painted"):
        page.wait_for_timeout(10)
    return page


def asked_for_python(host: Host) -> float:
    """Return the milliseconds from the request for the page to that for Python's first file; 0 where none came."""
    times = [at for at, target in host.requests if "/python/" in target and not target.endswith("python.mjs")]
    return (times[0] - host.requests[0][0]) * 1000 if times else 0


def keep(context: BrowserContext, host: Host) -> None:
    """Leave the last page open until the browser keeps the site for use without a connection."""
    page = context.new_page()
    page.goto(host.address, timeout=PATIENCE)
    begun = time.monotonic()
    while not page.evaluate(COMPLETE):
        if time.monotonic() - begun > PATIENCE / 1000:
            raise TimeoutError("the offline copy was never complete")
        page.wait_for_timeout(100)
    page.close()
