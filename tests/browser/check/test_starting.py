"""Python's start: when it happens, what is seen of it, and what remains where it fails."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .. import form

RUNTIME = "**/python/*"


def test_python_starts_when_the_page_is_idle(page: Page) -> None:
    """Nobody has to ask for it."""
    element = form.open_check(page, "certification")
    expect(element).to_have_attribute("data-state", "ready", timeout=form.STARTS_WITHIN)


def test_with_save_data_it_starts_at_the_first_focus(page: Page) -> None:
    """Megabytes are fetched for those who use the form."""
    page.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    element = form.open_check(page, "certification")
    page.wait_for_load_state("networkidle")
    expect(element).to_have_attribute("data-state", "waiting")
    page.locator("[name=employees]").focus()
    expect(element).to_have_attribute("data-state", "ready", timeout=form.STARTS_WITHIN)


def test_what_is_typed_before_the_start_is_answered_after_it(page: Page) -> None:
    """The form can be used at once."""
    page.route(RUNTIME, lambda route: (page.wait_for_timeout(1500), route.continue_()))
    element = form.open_check(page, "certification")
    form.answer(page, {"employees": "11"})
    expect(element.locator("[data-state-words]")).to_contain_text("Getting the rules ready")
    form.expect_verdicts(element, {"secor": "no"})


def test_a_start_that_fails_is_told_and_can_be_tried_again(page: Page, trouble: list[str]) -> None:
    """The sentence, the decision table, `cor-error`, and a button that helps once the network is back."""
    page.add_init_script("addEventListener('cor-error', event => { window.failed = event.detail })")
    page.route(RUNTIME, lambda route: route.abort())
    element = form.open_check(page, "certification", "#v=2&employees=11")
    expect(element).to_have_attribute("data-state", "failed", timeout=2 * form.STARTS_WITHIN)
    expect(element.get_by_role("link", name="decision table")).to_be_visible()
    failed = page.evaluate("failed")
    assert failed["code"]
    assert failed["message"] in element.locator("[data-state-words]").inner_text()
    page.unroute(RUNTIME)
    page.get_by_role("button", name="Try again").click()
    form.expect_verdicts(element, {"secor": "no"})
    trouble.clear()  # the requests that this test refused


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("check", ["certification", "refund"])
def test_nothing_moves_while_the_page_gets_ready_and_answers(page: Page, check: str, width: int) -> None:
    """No layout shift from loading, starting slowly and showing the answers of a link."""
    page.route(RUNTIME, lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(
        "window.shifted = []; new PerformanceObserver(list => { for (const entry of list.getEntries())"
        " if (entry.sources.some(({node}) => node?.parentElement?.closest('.md-content'))) shifted.push(entry.value) })"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    link = (
        "#v=2&employees=9&overall_score=85"
        if check == "certification"
        else "#v=2&industry_rated_premium=45000&refund_year=first"
    )
    element = form.open_check(page, check, link)
    expect(element).to_have_attribute("data-state", "answered", timeout=form.STARTS_WITHIN)
    page.wait_for_timeout(300)
    assert page.evaluate("shifted") == []


def test_without_javascript_the_rules_can_still_be_read(
    browser: object, browser_context_args: dict[str, object]
) -> None:
    """A sentence says so and leads to the table; no form that does nothing."""
    context: BrowserContext = browser.new_context(**browser_context_args | {"java_script_enabled": False})  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto("check/certification/")
    assert "read the decision table" in page.locator("noscript").inner_text()
    expect(page.get_by_role("button", name="Show the answer")).to_be_hidden()
    page.get_by_role("link", name="read the decision table").click()
    expect(page.locator("table").first).to_contain_text("80%")
    context.close()
