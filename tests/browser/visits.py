"""Visitors with browsers of their own, and further builds of the site to visit."""

import atexit
import functools
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from cor_site.finish import publish, versions

from . import form
from .conftest import SITE

ANSWERS = (
    "#v=2&partner=acsa&employees=9&documentation_months=12&assessor=own_staff&overall_score=85.5&element_scores=80,90"
)
"""Answers to the certification check, in its address: SECOR yes, COR no."""

SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
"""Python starts when the form is first used, and not before: what is wrong by then can be arranged."""

KEPT = """async () => {
  const kept = {};
  for (const name of await caches.keys()) {
    const paths = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    kept[name] = paths;
  }
  return kept;
}"""


@contextmanager
def visitor(browser: Browser, address: str, **more: Any) -> Iterator[tuple[BrowserContext, list[str]]]:
    """Give a fresh browser profile and the list of what its console complains of."""
    here = {"locale": "en-CA", "timezone_id": "America/Edmonton"}
    context = browser.new_context(base_url=address, **here | more)
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "blocked by Playwright" not in message.text:
            complaints.append(f"{message.text} {message.location['url']}")

    context.on("console", note)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    try:
        yield context, complaints
    finally:
        context.close()


def kept(page: Page) -> dict[str, list[str]]:
    """Return the paths in each of the browser's caches."""
    found: dict[str, list[str]] = page.evaluate(KEPT)
    return found


def wait_until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something holds; what it looks at is shown if it never does."""
    for _ in range(600):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"It never came; kept are {kept(page)}")


def wait_until_kept(page: Page) -> None:
    """Wait until the browser keeps the site, and all that Python starts from."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    wait_until(page, lambda: python_is_kept([path for paths in kept(page).values() for path in paths]))


def kept_site(context: BrowserContext) -> Page:
    """Return the page of a visitor who saw the home page alone, once their browser keeps the site."""
    page = context.new_page()
    page.goto("")
    wait_until_kept(page)
    return page


def python_is_kept(paths: list[str]) -> bool:
    """Return whether one of the two forms in which Python can be sent is there whole."""
    service_worker = (SITE / "sw.js").read_text(encoding="utf-8")
    forms = [json.loads(names) for names in re.findall(r"\b(?:direct|packed):(\[[^\]]*\])", service_worker)]
    assert len(forms) == 2
    return any(all(any(path.endswith(name) for path in paths) for name in names) for names in forms)


def expect_answer(page: Page) -> None:
    """Wait until the answers of `ANSWERS` are answered."""
    form.expect_verdicts(page.locator("cor-check"), {"cor": "no", "secor": "yes"})


def expect_offer(page: Page) -> None:
    """Wait until a newer version is offered."""
    expect(page.locator(".cor-update")).to_have_text(
        "A new version of this guide is ready. Load itLater", timeout=form.STARTS_WITHIN
    )


def expect_second_build(page: Page) -> None:
    """Wait until the page is one of the second build."""
    expect(page.get_by_text(MARK)).to_be_visible(timeout=form.STARTS_WITHIN)


MARK = "The second build"


@functools.cache
def second_build() -> Path:
    """Return another build of the site, made once: other rules, and a heading that says so on each page."""
    folder = tempfile.mkdtemp(prefix="second-build-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = Path(folder) / "site"
    shutil.copytree(SITE, made)
    before = next(made.glob("calculator-*"))
    worker = before / "python/worker.mjs"
    worker.write_text(f"{worker.read_text(encoding='utf-8')}// {MARK}\n", encoding="utf-8")
    after = before.rename(made / versions.versioned_name(before))
    for page in (*made.rglob("*.html"), made / versions.EMBED):
        html = page.read_text(encoding="utf-8").replace(before.name, after.name)
        page.write_text(html.replace("<h1", f"<p>{MARK}</p><h1", 1), encoding="utf-8")
    (made / "SHA256SUMS").unlink()
    (made / "sw.js").unlink()
    publish.record(made, after.name)
    return made
