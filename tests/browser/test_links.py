"""Answers in the address: filled in when opened, kept up to date, harmless whatever they hold."""

import pytest
from playwright.sync_api import Page, expect

from . import form

WHOLE = "#v=1&employees=9&documentation_months=12&assessor=own_staff&overall_score=85.5&element_scores=80,90"
TIES = "#v=1&audit_purpose=unsure&links=auditor,employed,2025-03-01&links=corporate_group,,ongoing&links=,,"


@pytest.mark.parametrize(("check", "link"), [("certification", WHOLE), ("independence", TIES)])
def test_a_link_fills_the_form_in_and_is_written_back_the_same(page: Page, check: str, link: str) -> None:
    """Opened, evaluated, and the copied link is the link."""
    element = form.open_check(page, check, link)
    expect(element).to_have_attribute("data-state", "answered", timeout=form.STARTS_WITHIN)
    page.get_by_role("button", name="Copy link").click()
    expect(element.locator("[data-heard]")).to_contain_text("contains your answers")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.url.endswith(link)


def test_the_address_follows_the_answers(page: Page) -> None:
    """Keys in the form's order, only those given, percent-encoded; no answers leave no fragment."""
    form.open_check(page, "score")
    form.answer(page, {"elements": [{"name": "Größe, 50%", "awarded": "1", "possible": "2"}]})
    form.expect_address(page, "/check/score/#v=1&elements=Gr%C3%B6%C3%9Fe%2C%2050%25,1,2")
    form.answer(page, {"elements": [{"name": "", "awarded": "", "possible": ""}]})
    form.expect_address(page, "/check/score/")


def test_an_empty_list_is_an_answer(page: Page) -> None:
    """No ties at all is `none`, and comes back so."""
    form.open_check(page, "independence")
    form.answer(page, {"links": []})
    form.expect_address(page, "#v=1&links=none")
    page.reload()
    expect(page.locator("[data-question=links] [value=none]")).to_be_checked()


def test_a_word_in_a_field_is_no_answer_to_the_question(page: Page) -> None:
    """Typed as a score, `unsure` stays in its field, and the link says so."""
    form.open_check(page, "certification")
    form.answer(page, {"element_scores": ["unsure"]})
    form.expect_address(page, "#v=1&element_scores=%75nsure")
    page.reload()
    expect(page.locator("[name=element_scores]").first).to_have_value("unsure")


def test_a_link_of_another_version_is_refused_in_a_sentence(page: Page) -> None:
    """Nothing of it is filled in, and the form can be used."""
    element = form.open_check(page, "certification", "#v=2&employees=9")
    expect(element.locator("[data-summary]")).to_contain_text("version “2”")
    expect(page.locator("[name=employees]")).to_have_value("")
    form.answer(page, {"employees": "9"})
    form.expect_verdicts(element, {"secor": "unknown"})
    expect(element.locator("[data-summary]")).to_be_hidden()


HOSTILE = "<img src=x onerror=alert(1)>"
ENCODED = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"


@pytest.mark.parametrize(
    ("check", "link"),
    [
        (
            "certification",
            f"#v=1&employees={ENCODED}&assessor={ENCODED}&overall_score=%E0%A4%A&{ENCODED}=1&__proto__=1",
        ),
        ("independence", f"#v=1&audit_date={ENCODED}&links={ENCODED},{ENCODED},{ENCODED},{ENCODED}"),
        ("score", f"#v=1&elements={ENCODED},1,2,{ENCODED}"),
    ],
)
def test_a_hostile_link_is_text(page: Page, check: str, link: str) -> None:
    """Markup in a link is shown as what was typed; nothing of it becomes an element."""
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    element = form.open_check(page, check, link)
    expect(element).to_have_attribute("data-state", "problem", timeout=form.STARTS_WITHIN)
    assert element.locator("img, script, [onerror]").count() == 0
    assert HOSTILE in element.evaluate(
        "node => [node.innerText, ...[...node.querySelectorAll('input')].map(input => input.value)].join('\\n')"
    )


def test_a_hostile_name_is_text_in_the_result(page: Page) -> None:
    """An element of the audit may be called anything."""
    element = form.open_check(page, "score", f"#v=1&elements={ENCODED},1,200&elements=B,1,2")
    form.expect_verdicts(element, {"certification": "no"})
    assert element.locator("img").count() == 0
    expect(element.locator("[data-subject=certification] table")).to_contain_text(HOSTILE)


def test_keys_that_the_form_does_not_ask_are_told(page: Page) -> None:
    """They are left out in a sentence, and the rest is answered."""
    element = form.open_check(page, "certification", "#v=1&employees=9&colour=green")
    form.expect_verdicts(element, {"secor": "unknown"})
    expect(element.locator("[data-summary]")).to_contain_text("“colour”")


def test_a_list_beyond_its_bounds_is_told(page: Page) -> None:
    """A thousand rows do not become a thousand rows of controls."""
    element = form.open_check(page, "independence", "#v=1" + "&links=auditor,employed,2025-03-01" * 1000)
    expect(element).to_have_attribute("data-state", "problem", timeout=form.STARTS_WITHIN)
    expect(element.locator("[data-summary]")).to_contain_text("at most")
    assert element.locator("[data-row]").count() < 60


def test_starting_again_can_be_taken_back(page: Page) -> None:
    """The form is empty and the focus at its first field; Back brings the answers back, and Forward the empty form."""
    element = form.open_check(page, "certification", WHOLE)
    form.expect_verdicts(element, {"secor": "yes"})
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("[name=employees]")).to_have_value("")
    expect(page.locator("[name=employees]")).to_be_focused()
    expect(element.locator(".cor-card")).to_have_count(0)
    page.go_back()
    form.expect_verdicts(element, {"secor": "yes"})
    expect(page.locator("[name=element_scores]").nth(1)).to_have_value("90")
    page.go_forward()
    expect(element.locator(".cor-card")).to_have_count(0)
    expect(page.locator("[name=employees]")).to_have_value("")


def test_one_answer_is_changed(page: Page) -> None:
    """The rest stays, and the answer, the address and the strip follow."""
    element = form.open_check(page, "certification", WHOLE)
    form.expect_verdicts(element, {"secor": "yes"})
    form.answer(page, {"employees": "11"})
    form.expect_verdicts(element, {"secor": "no"})
    expect(element.locator("[data-strip]")).to_contain_text("SECOR No")
    form.expect_address(page, WHOLE.replace("employees=9", "employees=11"))
    form.answer(page, {"employees": ""})
    form.expect_verdicts(element, {"secor": "unknown"})


def test_a_footnote_keeps_the_answers(page: Page) -> None:
    """An address within the page that holds no answers is none, and clears nothing."""
    element = form.open_check(page, "independence", "#v=1&audit_purpose=maintenance")
    expect(element).to_have_attribute("data-state", "answered", timeout=form.STARTS_WITHIN)
    page.locator(".footnote-ref").first.click()
    expect(page.locator("[name=audit_purpose][value=maintenance]")).to_be_checked()
    expect(element.locator(".cor-card")).to_have_count(1)


def test_another_link_in_the_same_tab_replaces_the_answers(page: Page) -> None:
    """As when someone pastes an address over the one that is there."""
    element = form.open_check(page, "certification", WHOLE)
    form.expect_verdicts(element, {"secor": "yes"})
    page.evaluate("location.hash = '#v=1&employees=11'")
    form.expect_verdicts(element, {"secor": "no"})
    expect(page.locator("[name=overall_score]")).to_have_value("")
