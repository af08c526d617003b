"""The main paths in Firefox as well: filled in, answered, shared, by keyboard alone, and with its host gone.

Playwright drives this machine's Firefox by WebDriver BiDi. Where there is none, `build.py test` says so at its end.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from cor_site.setup.browsers import browser as programs

from . import cases, form, test_access, test_problems, test_rows, visits
from .hosting import Host, serving

FIRST_OF_EACH = list({case[0]: case for case in cases.DECIDED}.values())
HAND_OVER = """const make = URL.createObjectURL;
URL.createObjectURL = blob => { window.handedOver = blob; return make.call(URL, blob); };"""
"""Playwright hears of no download that Firefox makes: the file is taken where the page hands it over."""


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


@pytest.mark.parametrize(
    ("check", "what", "answers", "verdicts"), FIRST_OF_EACH, ids=[check for check, *_ in FIRST_OF_EACH]
)
def test_firefox_answers_as_the_command_line_does(
    page: Page, check: str, what: str, answers: dict[str, Any], verdicts: dict[str, str]
) -> None:
    """The same answers give the same bytes."""
    assert what
    page.add_init_script(HAND_OVER)
    element = form.open_check(page, check)
    form.answer(page, answers)
    form.expect_verdicts(element, verdicts)
    expect(element).to_have_attribute("data-state", "answered")
    page.get_by_role("button", name="Download as data", exact=True).click()
    said = page.evaluate("handedOver.text()")
    on = page.evaluate("new Date().toLocaleDateString('en-CA')")
    assert said == form.command_line(check, answers, on).decode()


def test_a_link_restores_the_answers(page: Page) -> None:
    """Copied, opened again, and brought back by the Back button after starting again."""
    element = form.open_check(page, "certification")
    form.answer(page, cases.DECIDED[0][2])
    form.expect_verdicts(element, {"cor": "no", "secor": "yes"})
    page.get_by_role("button", name="Copy link").click()
    expect(element.locator("[data-live-region]")).to_contain_text("contains your answers")
    link = page.url
    page.goto("about/privacy/")
    page.goto(link)
    form.expect_verdicts(element, {"cor": "no", "secor": "yes"})
    expect(page.locator("[name=employees]")).to_have_value("9")
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("[name=employees]")).to_have_value("")
    page.go_back()
    form.expect_verdicts(element, {"secor": "yes"})
    expect(page).to_have_url(re.compile(re.escape(link)))


test_a_check_is_done_by_keyboard_alone = test_access.test_a_check_is_done_by_keyboard_alone
test_rows_are_worked_by_keyboard = test_rows.test_rows_are_worked_by_keyboard
test_submitting_moves_to_the_summary = test_problems.test_submitting_moves_to_the_summary_and_from_there_to_the_field


def test_a_check_answers_with_its_host_gone(browser: Browser) -> None:
    """After one visit to another page."""
    with serving(Host(visits.SITE)) as host, visits.visitor(browser, host.address) as (context, said):
        page = context.new_page()
        page.goto("")
        visits.wait_until_kept(page)
        host.gone = True
        page.goto(f"check/certification/{visits.ANSWERS}")
        visits.expect_answer(page)
        assert said == []
