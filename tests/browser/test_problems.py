"""What cannot be read is said in words, beside the field and in the summary, and nothing typed is lost."""

import pytest
from playwright.sync_api import Page, expect

from . import cases, form

SHOWN = """node => [node.innerText, ...[...node.querySelectorAll('input, select')].map(control => control.value)]
    .join('\\n')"""
"""All that a visitor sees of a question, the controls' values included."""


@pytest.mark.parametrize(("check", "key", "typed"), cases.UNREADABLE, ids=[check for check, *_ in cases.UNREADABLE])
def test_an_unreadable_answer_is_told_and_kept(page: Page, check: str, key: str, typed: str) -> None:
    """A link with it opens with the sentence beside the field and in the summary, and what was typed is still there."""
    element = form.open_check(page, check, f"#v=1&{key}={typed}")
    expect(element).to_have_attribute("data-state", "problem", timeout=form.STARTS_WITHIN)
    question = element.locator(f"[data-question={key}]")
    beside = question.locator("[data-problem]:visible")
    expect(beside).to_have_count(1)
    expect(element.locator("[data-summary] a")).to_have_text(beside.inner_text())
    assert typed.rsplit(",", maxsplit=1)[-1] in question.evaluate(SHOWN)


def test_a_problem_is_told_on_leaving_the_field_not_while_typing(page: Page) -> None:
    """While the field has the focus the page waits; then the sentence is beside it, and no summary pushes."""
    element = form.open_check(page, "certification")
    form.answer(page, {"employees": "9"})
    form.expect_verdicts(element, {"secor": "unknown"})
    page.locator("[name=overall_score]").press_sequentially("85.")
    expect(element).to_have_attribute("data-state", "typing")
    expect(element.locator("[data-problem]:visible")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(element.locator("#answer-overall_score-problem")).to_contain_text("the overall score")
    expect(element.locator("#answer-overall_score")).to_have_attribute("aria-invalid", "true")
    expect(element.locator("[data-summary]")).to_be_hidden()
    page.locator("[name=overall_score]").fill("85")
    expect(element.locator("#answer-overall_score-problem")).to_be_hidden()
    expect(element.locator("#answer-overall_score")).not_to_have_attribute("aria-invalid", "true")


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
    expect(element.locator("[data-question=overall_score] label")).to_be_in_viewport()
    assert "#v=1&employees=0&overall_score=101" in page.url


def test_submitting_readable_answers_moves_to_the_result(page: Page) -> None:
    """Enter in a field is enough."""
    element = form.open_check(page, "certification")
    form.answer(page, {"employees": "11"})
    page.locator("[name=employees]").press("Enter")
    expect(element.locator("#cor-result-title")).to_be_focused(timeout=form.STARTS_WITHIN)
    form.expect_verdicts(element, {"secor": "no"})
    expect(element.locator("[data-subject=secor]")).to_contain_text("you need not answer the rest")


def test_an_open_question_leads_to_its_field(page: Page) -> None:
    """What still matters is listed, and each entry leads to its question."""
    element = form.open_check(page, "certification", "#v=1&documentation_months=12&overall_score=85&element_scores=80")
    form.expect_verdicts(element, {"cor": "unknown", "secor": "unknown"})
    open_questions = element.locator("[data-subject=secor] .cor-open a")
    expect(open_questions).to_have_count(1)
    open_questions.click()
    expect(element.locator("#answer-employees")).to_be_focused()
