"""Answers in the address: filled in when opened, kept up to date, harmless whatever they hold."""

import pytest
from playwright.sync_api import Page, expect

from .. import cases, form

WHOLE = (
    "#v=2&partner=acsa&employees=9&documentation_months=12&assessor=own_staff&overall_score=85.5&element_scores=80,90"
)
HELD = "program=cor&certificate=standard&certified_on=2030-04-01"
TIES = "#v=2&audit_purpose=unsure&links=auditor,employed,2025-03-01&links=corporate_group,,ongoing&links=,,"


@pytest.mark.parametrize(("check", "link"), [("certification", WHOLE), ("independence", TIES)])
def test_a_link_fills_the_form_in_and_is_written_back_the_same(page: Page, check: str, link: str) -> None:
    """Opened, evaluated, and the copied link is the link."""
    element = form.open_check(page, check, link)
    form.expect_answered(element)
    page.get_by_role("button", name="Copy link").click()
    expect(element.locator("[data-live-region]")).to_contain_text("contains your answers")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.url.endswith(link)


@pytest.mark.parametrize("check", cases.LINKS)
def test_every_checks_link_comes_back_whole(page: Page, check: str) -> None:
    """Nothing of it is lost or renamed by being opened and edited."""
    element = form.open_check(page, check, f"#v=2&{cases.LINKS[check]}")
    form.expect_answered(element)
    page.get_by_role("button", name="Copy link").click()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"#v=2&{cases.LINKS[check]}")


def test_a_link_opens_at_its_answer_and_says_whose_it_is(page: Page) -> None:
    """On a phone the answer is in sight, with the day and that the answers are the sender's, until one is changed."""
    page.set_viewport_size({"width": 360, "height": 740})
    element = form.open_check(page, "certification", WHOLE)
    form.expect_answered(element)
    expect(element.locator("#cor-answer-title")).to_be_in_viewport()
    expect(element.locator("#cor-answer-title")).to_be_focused()
    expect(element.locator("[data-arrived]")).to_contain_text("made it")
    form.answer(page, {"employees": "12"})
    expect(element.locator("[data-arrived]")).to_be_hidden()


def test_a_link_takes_nobody_away_who_has_begun_to_answer(page: Page) -> None:
    """The field that has the focus when the first answer comes keeps it."""
    element = form.open_check(page, "certification", "#v=2&employees=9")
    page.locator("[name=employees]").focus()
    form.expect_answered(element)
    page.evaluate("new Promise(go => setTimeout(go, 300))")  # longer than the frames in which the page would move
    expect(page.locator("[name=employees]")).to_be_focused()


def test_a_way_back_finds_the_page_as_it_was_left(page: Page) -> None:
    """The visitor's own answers are there, the page stands where it stood, and they are nobody else's."""
    page.set_viewport_size({"width": 360, "height": 740})
    element = form.open_check(page, "certification")
    form.answer(page, {"employees": "9"})
    form.expect_address(page, "#v=2&employees=9")
    page.evaluate("scrollTo(0, 200)")
    page.goto("about/")
    page.go_back()
    form.expect_answered(element)
    expect(element.locator("[data-arrived]")).to_be_hidden()
    assert abs(page.evaluate("scrollY") - 200) < 20


def test_the_address_follows_the_answers(page: Page) -> None:
    """Keys in the check's order, only those given, percent-encoded; no answers leave no fragment."""
    form.open_check(page, "score")
    form.answer(page, {"elements": [{"name": "Größe, 50%", "awarded": "1", "possible": "2"}]})
    form.expect_address(page, "/check/score/#v=2&elements=Gr%C3%B6%C3%9Fe%2C%2050%25,1,2")
    form.answer(page, {"elements": [{"name": "", "awarded": "", "possible": ""}]})
    form.expect_address(page, "/check/score/")


def test_an_address_that_may_not_be_changed_stops_no_answer(page: Page) -> None:
    """Safari throws after a hundred changes in a time: the answer comes first, and is not lost."""
    page.add_init_script("history.replaceState = () => { throw new DOMException('too many', 'SecurityError') }")
    element = form.open_check(page, "certification")
    form.answer(page, {"employees": "11"})
    form.expect_verdicts(element, {"secor": "no"})
    page.wait_for_timeout(600)
    form.answer(page, {"employees": "12"})
    expect(element.locator("[data-subject=secor]")).to_contain_text("12")


def test_typing_changes_the_address_once_it_rests(page: Page) -> None:
    """Not at every key."""
    page.add_init_script(
        "window.changes = 0; const put = history.replaceState;"
        "history.replaceState = function (...given) { changes++; return put.apply(this, given) }"
    )
    form.open_check(page, "certification")
    page.locator("[name=employees]").press_sequentially("12345", delay=20)
    form.expect_address(page, "#v=2&employees=12345")
    assert page.evaluate("changes") <= 2


def test_an_empty_list_is_an_answer(page: Page) -> None:
    """No ties at all is `none`, and comes back so."""
    form.open_check(page, "independence")
    form.answer(page, {"links": []})
    form.expect_address(page, "#v=2&links=none")
    page.reload()
    expect(page.locator("[data-question=links] [value=none]")).to_be_checked()


@pytest.mark.parametrize(
    ("check", "old", "now"),
    [
        ("certification", "employees=9&overall_score=85.5", "employees=9&overall_score=85.5"),
        (
            "maintenance",
            f"{HELD}&audit_date=2031-05-01&assessor=other&overall_score=71",
            f"{HELD}&maintenance_audit_ended=2031-05-01&maintenance_assessor=other&maintenance_score=71",
        ),
        ("refund", "industry_rated_premium=45000&year=first", "industry_rated_premium=45000&refund_year=first"),
    ],
)
def test_a_link_of_version_1_opens(page: Page, check: str, old: str, now: str) -> None:
    """Under the names of now, and the link that is copied is one of now."""
    element = form.open_check(page, check, f"#v=1&{old}")
    form.expect_answered(element)
    page.get_by_role("button", name="Copy link").click()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"#v=2&{now}")


def test_a_link_of_another_version_is_refused_in_a_sentence(page: Page) -> None:
    """Nothing of it is filled in, and the form can be used."""
    element = form.open_check(page, "certification", "#v=3&employees=9")
    expect(element.locator("[data-summary]")).to_contain_text("version “3”")
    expect(page.locator("[name=employees]")).to_have_value("")
    form.answer(page, {"employees": "9"})
    form.expect_verdicts(element, {"secor": "unknown"})
    expect(element.locator("[data-summary]")).to_be_hidden()


def test_keys_that_the_form_does_not_ask_are_told(page: Page) -> None:
    """They are left out in a sentence, and the rest is answered."""
    element = form.open_check(page, "certification", "#v=2&employees=9&colour=green")
    form.expect_verdicts(element, {"secor": "unknown"})
    expect(element.locator("[data-summary]")).to_contain_text("“colour”")


def test_a_list_beyond_its_bounds_is_told(page: Page) -> None:
    """A thousand rows do not become a thousand rows of controls."""
    element = form.open_check(page, "independence", "#v=2" + "&links=auditor,employed,2025-03-01" * 1000)
    expect(element).to_have_attribute("data-state", "problem", timeout=form.STARTS_WITHIN)
    expect(element.locator("[data-summary]")).to_contain_text("more of")
    assert element.locator("[data-row]").count() < 60


def test_starting_again_can_be_taken_back(page: Page) -> None:
    """By a button, and by the browser's own: back to the answers, and forward to the empty form."""
    element = form.open_check(page, "certification", WHOLE)
    form.expect_verdicts(element, {"secor": "yes"})
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("[name=employees]")).to_have_value("")
    expect(element.locator(".cor-card")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    form.expect_verdicts(element, {"secor": "yes"})
    form.expect_address(page, WHOLE)
    page.get_by_role("button", name="Start again").click()
    page.go_back()
    form.expect_verdicts(element, {"secor": "yes"})
    expect(page.locator("[name=element_scores][inputmode=decimal]").nth(1)).to_have_value("90")
    page.go_forward()
    expect(element.locator(".cor-card")).to_have_count(0)
    expect(page.locator("[name=employees]")).to_have_value("")


def test_one_answer_is_changed(page: Page) -> None:
    """The rest stays, and the answer, the address and the bar follow."""
    page.set_viewport_size({"width": 360, "height": 740})
    element = form.open_check(page, "certification", WHOLE)
    form.expect_verdicts(element, {"secor": "yes"})
    form.answer(page, {"employees": "11"})
    form.expect_verdicts(element, {"secor": "no"})
    page.locator("[name=employees]").scroll_into_view_if_needed()
    expect(element.locator("[data-status-bar]")).to_contain_text("SECOR")
    form.expect_address(page, WHOLE.replace("employees=9", "employees=11"))
    form.answer(page, {"employees": ""})
    form.expect_verdicts(element, {"secor": "unknown"})


def test_a_heading_keeps_the_answers(page: Page) -> None:
    """An address within the page that holds no answers is none, and clears nothing."""
    element = form.open_check(page, "independence", "#v=2&audit_purpose=maintenance")
    form.expect_answered(element)
    page.evaluate("location.hash = '#the-conditions-in-one-table'")
    expect(page.locator("[name=audit_purpose][value=maintenance]")).to_be_checked()
    expect(element.locator(".cor-card")).to_have_count(1)


def test_another_link_in_the_same_tab_replaces_the_answers(page: Page) -> None:
    """As when someone pastes an address over the one that is there."""
    element = form.open_check(page, "certification", WHOLE)
    form.expect_verdicts(element, {"secor": "yes"})
    page.evaluate("location.hash = '#v=2&employees=11'")
    form.expect_verdicts(element, {"secor": "no"})
    expect(page.locator("[name=overall_score]")).to_have_value("")
