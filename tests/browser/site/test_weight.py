"""What a page weighs before Python: theme, fonts, form and scripts, as a host with Brotli sends them."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from cor_calc.checks import CHECKS
from tests.support.visiting.host import brotlied

from .. import visits
from ..conftest import SITE

MOST = 150_000
"""Bytes: about a second on a slow phone line."""

LIGHT_ALREADY = {".woff2", ".png"}


def weight(path: str) -> int:
    """Return the bytes in which a file travels."""
    file = SITE / path
    content = (file / "index.html" if file.is_dir() else file).read_bytes()
    return len(content if Path(path).suffix in LIGHT_ALREADY else brotlied(content))


@pytest.mark.parametrize("path", ["", *(f"check/{check}/" for check in CHECKS)])
def test_a_page_is_light(path: str, page: Page) -> None:
    """All that it fetches by itself, while Python waits for the first touch of the form."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.removeprefix("/")))
    page.add_init_script(visits.SAVES_DATA)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    weights = {each: weight(each) for each in dict.fromkeys(asked)}
    assert sum(weights.values()) <= MOST, weights


@pytest.mark.parametrize("address", ["", "?q=refund"], ids=["searched for by hand", "searched for in the address"])
def test_the_index_comes_with_the_first_search(address: str, page: Page) -> None:
    """Not before someone wants to search; then what was typed meanwhile is found."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    fetched = [url for url in asked if "search_index" in url]
    assert len(fetched) == (1 if address else 0)
    if not address:
        page.keyboard.press("f")
        page.keyboard.type("refund")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=30_000)
