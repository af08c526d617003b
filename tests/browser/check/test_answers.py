"""Every check, worked in the browser, answers as the command line does, byte for byte."""

import pytest
from playwright.sync_api import Page, expect

from .. import cases, form

TOLD = "window.told = []; addEventListener('cor-outcome', event => told.push(event.detail))"
ANSWERED = "expected => JSON.stringify(told.at(-1)) === JSON.stringify(JSON.parse(expected))"
"""The last of the answers that were typed is answered."""


@pytest.mark.parametrize("check", dict.fromkeys(check for check, *_ in cases.DECIDED))
def test_the_page_answers_as_the_command_line_does(page: Page, check: str) -> None:
    """The same answers give the same bytes, in words that name the verdict; one situation after another in one form."""
    page.add_init_script(TOLD)
    element = form.open_check(page, check)
    for answers, verdicts in [case[2:] for case in cases.DECIDED if case[0] == check]:
        expected = form.command_line(check, answers, page.evaluate("new Date().toLocaleDateString('en-CA')")).decode()
        form.answer(page, answers)
        page.wait_for_function(ANSWERED, arg=expected, timeout=form.STARTS_WITHIN)
        form.expect_verdicts(element, verdicts)
        assert form.downloaded(page, "Download as data").decode() == expected
        page.get_by_role("button", name="Start again").click()


def test_an_outcome_is_told_to_programs(page: Page) -> None:
    """The element dispatches `cor-outcome`, which bubbles, with the outcome."""
    page.add_init_script(TOLD)
    element = form.open_check(page, "certification", "#v=2&employees=9")
    form.expect_verdicts(element, {"cor": "unknown"})
    assert page.evaluate("told.map(({check, answers}) => ({check, answers}))") == [
        {"check": "certification", "answers": {"employees": 9}}
    ]


def test_typing_is_answered_at_once(page: Page) -> None:
    """The page's own work between a key and the new answer holds nothing up."""
    link = "#v=2&employees=9&documentation_months=8&assessor=own_staff&overall_score=79.8&element_scores=40,90"
    element = form.open_check(page, "certification", link)
    form.expect_verdicts(element, {"cor": "no"})

    def change(score: int) -> None:
        page.locator("[name=overall_score]").fill(str(score))
        expect(element.locator("[data-subject=cor] .cor-headline")).to_contain_text(f"{score}%")

    assert form.fewest_long_tasks(page, range(70, 80), change) < 3


@pytest.mark.parametrize(("key", "typed"), [("employees", "8"), ("partner", "acsa"), ("assessor", "own_staff")])
def test_leaving_a_control_paints_nothing_anew(page: Page, key: str, typed: str) -> None:
    """Its answer is there already: what the reader has opened in it, or focused, stays as it is."""
    page.add_init_script(TOLD)
    element = form.open_check(page, "certification", "#v=2&documentation_months=12")
    form.expect_answered(element)
    form.answer(page, {key: typed})
    page.wait_for_function("([key, typed]) => String(told.at(-1).answers[key]) === typed", arg=[key, typed])
    element.locator("[data-subject=cor]").evaluate("card => { card.id = 'seen' }")
    page.keyboard.press("Tab")
    page.wait_for_timeout(300)
    expect(page.locator("#seen")).to_have_count(1)
