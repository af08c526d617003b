"""What cannot be read is said in words, beside the field and in the summary, and nothing typed is lost."""

import pytest
from playwright.sync_api import Page, expect

from .. import cases, form

SHOWN = """node => [node.innerText, ...[...node.querySelectorAll('input, select')].map(control => control.value)]
    .join('\\n')"""
"""All that a visitor sees of a question, the controls' values included."""


@pytest.mark.parametrize(("check", "key", "typed"), cases.UNREADABLE, ids=[check for check, *_ in cases.UNREADABLE])
def test_an_unreadable_answer_is_told_and_kept(page: Page, check: str, key: str, typed: str) -> None:
    """A link with it opens with the sentence beside the field and in the summary, and what was typed is still there."""
    element = form.open_check(page, check, f"#v=2&{key}={typed}")
    expect(element).to_have_attribute("data-state", "problem", timeout=form.STARTS_WITHIN)
    question = element.locator(f"[data-question={key}]")
    beside = question.locator("[data-problem]:visible")
    expect(beside).to_have_count(1)
    expect(element.locator("[data-summary] a")).to_have_text(beside.inner_text())
    assert typed.split(",")[1 if "," in typed else 0] in question.evaluate(SHOWN)
    entry = element.locator("[data-summary] a")
    entry.press("Enter")
    field = page.locator("*:focus")
    expect(field).to_have_attribute("aria-invalid", "true")
    described = field.or_(element.locator(f"[data-question={key}]:is(fieldset):has(*:focus)"))
    said = [each.get_attribute("aria-describedby") or "" for each in described.all()]
    notes = [element.locator(f"[id='{note}']").inner_text() for ids in said for note in ids.split()]
    assert beside.inner_text() in notes


def test_a_problem_is_told_on_leaving_the_field_not_while_typing(page: Page) -> None:
    """While the field has the focus the page waits; then the sentence is beside it, and no summary pushes."""
    element = form.open_check(page, "certification")
    form.answer(page, {"employees": "9"})
    form.expect_verdicts(element, {"secor": "unknown"})
    page.locator("[name=employees]").press_sequentially(".")
    expect(element).to_have_attribute("data-state", "typing")
    expect(element.locator("[data-problem]:visible")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(element.locator("#answer-employees-problem")).to_be_visible()
    expect(element.locator("#answer-employees")).to_have_attribute("aria-invalid", "true")
    expect(element.locator("[data-summary]")).to_be_hidden()
    page.locator("[name=employees]").fill("9")
    expect(element.locator("#answer-employees-problem")).to_be_hidden()
    expect(element.locator("#answer-employees")).not_to_have_attribute("aria-invalid", "true")


def test_submitting_moves_to_the_summary_and_from_there_to_the_field(page: Page) -> None:
    """Only submitting moves the focus; each entry leads to its field."""
    element = form.open_check(page, "certification")
    form.answer(page, {"employees": "0", "overall_score": "101"})
    page.get_by_role("button", name="Show the answer").click()
    summary = element.locator("[data-summary]")
    expect(summary).to_be_focused(timeout=form.STARTS_WITHIN)
    expect(summary.locator("a")).to_have_count(2)
    summary.locator("a").nth(1).press("Enter")
    expect(element.locator("#answer-overall_score")).to_be_focused()
    expect(element.locator("[data-question=overall_score] label").first).to_be_in_viewport()
    form.expect_address(page, "#v=2&employees=0&overall_score=101")


def test_submitting_readable_answers_moves_to_the_result(page: Page) -> None:
    """Enter in a field is enough."""
    element = form.open_check(page, "certification")
    form.answer(page, {"employees": "11"})
    page.locator("[name=employees]").press("Enter")
    expect(element.locator("#cor-answer-title")).to_be_focused(timeout=form.STARTS_WITHIN)
    form.expect_verdicts(element, {"secor": "no"})


def test_the_bar_leads_to_the_answer_that_cannot_be_read(page: Page) -> None:
    """On a phone: one press, and the focus is in its field."""
    page.set_viewport_size({"width": 360, "height": 740})
    element = form.open_check(page, "certification")
    form.answer(page, {"employees": "9.5"})
    page.locator("[name=employees]").blur()
    expect(element).to_have_attribute("data-state", "problem", timeout=form.STARTS_WITHIN)
    page.evaluate("scrollTo(0, 0)")
    element.locator("[data-status-bar-words]").click()
    expect(element.locator("#answer-employees")).to_be_focused()


def test_beside_the_answer_a_press_leads_to_what_cannot_be_read(page: Page) -> None:
    """On a desk, where there is no bar."""
    page.set_viewport_size({"width": 1280, "height": 740})
    element = form.open_check(page, "certification")
    form.answer(page, {"employees": "9.5"})
    page.locator("[name=employees]").blur()
    expect(element).to_have_attribute("data-state", "problem", timeout=form.STARTS_WITHIN)
    element.locator("[data-state-words]").get_by_role("button", name="go to it").click()
    expect(element.locator("#answer-employees")).to_be_focused()


def test_an_open_question_leads_to_its_field(page: Page) -> None:
    """What still matters is listed, and each entry leads to its question."""
    link = "#v=2&partner=acsa&documentation_months=12&overall_score=85&element_scores=80"
    element = form.open_check(page, "certification", link)
    form.expect_verdicts(element, {"cor": "unknown", "secor": "unknown"})
    open_questions = element.locator("[data-subject=secor] .cor-open a, [data-subject=cor] .cor-open a")
    open_questions.first.click()
    expect(element.locator("#answer-employees")).to_be_focused()


def test_scores_are_asked_only_after_the_audit_is_said_to_be_done(page: Page) -> None:
    """What still matters then names that question; a no leaves the scores out, and what was typed there is kept."""
    element = form.open_check(page, "certification", "#v=2&partner=esc&employees=9&records_since=2024-01-01")
    form.expect_verdicts(element, {"secor": "unknown"})
    expect(page.locator("[name=overall_score]")).to_be_hidden()
    element.locator("[data-subject=secor] .cor-open a").last.click()
    expect(element.locator("[data-asks-for] input").first).to_be_focused()
    form.answer(page, {"overall_score": "70"})
    form.expect_verdicts(element, {"secor": "no"})
    element.locator("[data-asks-for] input[value=no]").check()
    form.expect_verdicts(element, {"secor": "unknown"})
    form.expect_address(page, "&records_since=2024-01-01")
    element.locator("[data-asks-for] input[value=yes]").check()
    expect(page.locator("[name=overall_score]")).to_have_value("70")


def test_a_date_that_is_not_finished_is_told(page: Page) -> None:
    """A day and a month without a year are no date, and the sentence says so in the page's words, not in a format."""
    element = form.open_check(page, "certification")
    page.locator("[name=records_since]").focus()
    page.keyboard.press("0")
    page.keyboard.press("3")
    page.keyboard.press("0")
    page.keyboard.press("1")
    page.locator("[name=employees]").focus()
    problem = element.locator("#answer-records_since-problem")
    expect(problem).to_contain_text("not finished", timeout=form.STARTS_WITHIN)
