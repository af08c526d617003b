"""The search puts a page that answers first, or among its first three results, for what people type most."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ..visits import visitor

SEARCHES = tomllib.loads(Path(__file__).with_name("searches.toml").read_text(encoding="utf-8"))["search"]

FOR_DEVELOPERS = {"reference/python/", "about/performance/", "about/hosting/", "about/embedding/", "about/maintaining/"}
SEEN_AT_ONCE = 3
LOADS_WITHIN = 30_000
"""Milliseconds in which the search has read its index, on a busy machine."""


@pytest.fixture(scope="module")
def searcher(browser: Browser, base_url: str) -> Iterator[Page]:
    """One visitor with the search open: reading the index once is enough for every row."""
    with visitor(browser, base_url, service_workers="block") as (context, complaints):
        page = context.new_page()
        page.goto("")
        box(page).click()
        yield page
        assert [complaint for complaint in complaints if "blocked by Playwright" not in complaint] == []


def box(page: Page) -> Locator:
    """Return the field to type into."""
    return page.get_by_role("textbox", name="Search")


def enter(page: Page, text: str) -> None:
    """Put a text into the field; the search listens to keys, so one is pressed."""
    box(page).fill(text)
    box(page).press("End")


def results(page: Page) -> Locator:
    """Return the pages found: each result's first link; the sections found in it come below."""
    return page.locator(".md-search-result__item > a:first-child")


def first_found(page: Page) -> list[str]:
    """Return the addresses within the site of the pages found first, once something is found."""
    expect(results(page).first).to_be_visible(timeout=LOADS_WITHIN)
    paths: list[str] = results(page).evaluate_all("links => links.map(({ pathname }) => pathname.slice(1))")
    return paths[:SEEN_AT_ONCE]


@pytest.mark.parametrize("row", SEARCHES, ids=lambda row: row["typed"])
def test_an_answering_page_is_among_the_first(searcher: Page, row: dict[str, Any]) -> None:
    """None of them is a page for developers.

    Each row is looked for once it is whole, so that nothing is left over from half of it or from the row before.
    """
    enter(searcher, "")
    expect(results(searcher)).to_have_count(0)
    enter(searcher, row["typed"])
    found = first_found(searcher)
    if "first" in row:
        assert found[0] in row["first"], f"found {found}"
    else:
        assert set(found) & set(row["answered_by"]), f"found {found}"
    assert not set(found) & FOR_DEVELOPERS, f"found {found}"


def test_twenty_searches() -> None:
    """No fewer than twenty are tried, each once."""
    assert len({row["typed"] for row in SEARCHES}) == len(SEARCHES) >= 20


def test_search_by_keyboard_alone(page: Page) -> None:
    """A key opens the search, letters are typed one by one, and the first result opens."""
    page.goto("")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.type("subcontractors", delay=20)
    expect(results(page).first).to_have_attribute("href", re.compile("/employers/which-one/"), timeout=LOADS_WITHIN)
    page.keyboard.press("Enter")
    page.wait_for_url("**/employers/which-one/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("which one is for you")
