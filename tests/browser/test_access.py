"""Anyone can use the checks: by keyboard, on a narrow screen, enlarged, in light and dark and in forced colours."""

import pytest
from playwright.sync_api import Locator, Page, expect

from cor_site.forms import described as description

from . import cases, form, visits

SMALL_TARGETS = """nodes => nodes
    .filter(node => node.offsetParent)
    .map(node => [node, (node.closest('label') ?? node).getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([node]) => node.outerHTML)"""
KINDS = (
    "",
    "404.html",
    "check/",
    "employers/which-one/",
    "auditors/timeline/",
    "reference/questions/",
    "about/embedding/",
)
HIDDEN_BY_BAR = """() => {
  const bar = document.querySelector('.cor-status-bar');
  return bar.checkVisibility({visibilityProperty: true})
    && document.activeElement.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
}"""


def answered(page: Page, check: str) -> None:
    """Open a check with answers and wait for the result."""
    element = form.open_check(page, check, f"#v=2&{cases.LINKS[check]}")
    form.expect_answered(element)


def unfold(page: Page) -> None:
    """Open all that is folded in the answer, and what is folded in that."""
    closed = page.locator("[data-outcome] details:not([open])")
    while closed.count():
        closed.first.evaluate("fold => { fold.open = true }")
    page.evaluate("scrollTo(0, 0)")


def colour(page: Page, scheme: str) -> None:
    """Change between light and dark, as the button at the top does."""
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)


@pytest.mark.parametrize("check", cases.LINKS)
def test_anyone_can_use_an_answered_check(page: Page, check: str) -> None:
    """There is nothing for axe to find in light and dark; 320 pixels suffice; targets are large, controls are named."""
    answered(page, check)
    unfold(page)
    colour(page, "default")  # what fades in at first is there
    assert form.axe(page, within="main") == []
    colour(page, "slate")
    assert form.axe(page, "color-contrast", within="main .md-content") == []
    page.set_viewport_size({"width": 320, "height": 640})  # also 1280 pixels enlarged four times
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.locator("cor-check :is(button, input, select, summary)").evaluate_all(SMALL_TARGETS)
    assert small == []
    expect_names(page.locator("cor-check"))


def test_problems_are_told_to_anyone(page: Page) -> None:
    """There is nothing for axe to find in the summary and the sentences beside the fields."""
    form.open_check(page, "certification", "#v=2&employees=none&overall_score=101&assessor=nobody")
    expect(page.locator("[data-summary]")).to_be_visible(timeout=form.STARTS_WITHIN)
    assert form.axe(page) == []
    colour(page, "slate")
    assert form.axe(page, "color-contrast") == []


def test_a_check_is_done_by_keyboard_alone(page: Page) -> None:
    """Tab, arrows, digits and Enter, on a small window; the bar never hides the field that has the focus."""
    page.set_viewport_size({"width": 400, "height": 640})
    form.open_check(page, "certification")
    page.locator("[name=partner]").focus()
    press(page, "a", "c", "Tab", "9", "Tab")
    hidden = []
    for _ in range(40):
        press(page, "Tab")
        hidden.append(page.evaluate(HIDDEN_BY_BAR))
        if page.evaluate("document.activeElement.name === 'assessor'"):
            break
    press(page, "ArrowDown", "ArrowDown")
    expect(page.locator("[value=own_staff]")).to_be_checked()
    press(page, "Tab", "Space")
    expect(page.locator("[data-asks-for] [value=yes]")).to_be_checked()
    press(page, "Tab", "8", "5", "Tab", "8", "0")
    hidden.append(page.evaluate(HIDDEN_BY_BAR))
    press(page, "Enter")
    expect(page.locator("#cor-answer-title")).to_be_focused(timeout=form.STARTS_WITHIN)
    form.expect_verdicts(page.locator("cor-check"), {"cor": "no", "secor": "unknown"})
    assert True not in hidden


def press(page: Page, *keys: str) -> None:
    """Press keys one after another."""
    for key in keys:
        page.keyboard.press(key)


def test_forced_colours_keep_every_mark(page: Page) -> None:
    """A verdict is told by its shape and its word where colours are the system's."""
    page.emulate_media(forced_colors="active")
    answered(page, "certification")
    verdict = page.locator("[data-subject=cor] h3 .cor-word")
    expect(verdict).not_to_be_empty()
    expect(verdict.locator("svg use")).to_have_attribute("href", "#cor-mark-not_yet")


def test_every_page_fits_a_narrow_screen(page: Page) -> None:
    """At 320 pixels, as many as 1280 enlarged four times leave, no page scrolls sideways."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.add_init_script(visits.SAVES_DATA)
    wide = []
    for html in sorted(visits.SITE.rglob("*.html")):
        page.goto(html.relative_to(visits.SITE).as_posix(), wait_until="domcontentloaded")  # its styles have come
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(page.url)
    assert wide == []


SCROLLS_BY_KEYBOARD = """() => [...document.querySelectorAll("pre > code")].every(
  (code) => code.scrollWidth <= code.clientWidth || code.tabIndex === 0)"""
"""The theme lets the keyboard into wide code a moment after the page has loaded."""


@pytest.mark.parametrize("address", KINDS)
def test_anyone_can_use_every_kind_of_page(page: Page, address: str) -> None:
    """There is nothing for axe to find on a phone or a desk; it also measures the targets and the room around them."""
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        page.wait_for_function(SCROLLS_BY_KEYBOARD)
        assert form.axe(page) == []
    colour(page, "slate")
    assert form.axe(page, "color-contrast") == []


def test_the_focus_is_never_lost(page: Page) -> None:
    """Whatever goes away under it: the row, the answer, the problem that led there, the cleared form."""
    element = form.open_check(page, "certification", "#v=2&employees=9.5&element_scores=80,x")
    expect(element.locator("[data-summary]")).to_be_visible(timeout=form.STARTS_WITHIN)
    element.locator("[data-summary] a").first.press("Enter")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    expect(element.locator("[data-summary] a")).to_have_count(1)
    expect(page.locator("[name=employees]")).to_be_focused()
    for _ in range(3):
        element.locator("[data-remove]").last.press("Enter")
        assert page.evaluate("document.activeElement.matches('[data-remove], [data-add]')")
    form.expect_verdicts(element, {"cor": "unknown"})
    page.get_by_role("button", name="Show the answer").press("Enter")
    expect(element.locator("#cor-answer-title")).to_be_focused()
    page.get_by_role("button", name="Start again").press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement !== document.body")


def test_who_wants_no_motion_gets_none(page: Page) -> None:
    """The page jumps to the answer instead of gliding there, and nothing else moves."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 400, "height": 640})
    page.add_init_script(
        "window.ways = []; const move = Element.prototype.scrollIntoView;"
        "Element.prototype.scrollIntoView = function (how) { ways.push(how.behavior); move.call(this, how) }"
    )
    element = form.open_check(page, "maintenance")
    form.answer(page, {"program": "cor"})
    form.expect_answered(element)
    page.get_by_role("button", name="Show the answer").click()
    expect(page.locator("#cor-answer-title")).to_be_focused()
    assert set(page.evaluate("ways")) == {"instant"}
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    moving = "document.getAnimations().filter(({playState}) => playState === 'running').length"
    assert page.evaluate(moving) == 0


def test_the_answer_is_heard_once_typing_pauses(page: Page) -> None:
    """In a polite region, by its sentences."""
    element = form.open_check(page, "certification")
    form.answer(page, {"employees": "11"})
    headline = element.locator("[data-subject=secor] .cor-headline")
    expect(headline).to_be_visible(timeout=form.STARTS_WITHIN)
    expect(element.locator("[data-live-region]")).to_contain_text(headline.inner_text())


def expect_names(element: Locator) -> None:
    """Every control has the name of its question, and each question is a group or a field of that name."""
    nameless = element.locator("form :is(input, select):not([type=file])").evaluate_all(
        "controls => controls.filter(control => ![...control.labels].some(label => label.textContent.trim()))"
        ".map(control => control.outerHTML)"
    )
    assert nameless == []
    for fold in element.locator("form details").all():
        fold.evaluate("fold => { fold.open = true }")
    known = description()["questions"]
    for question in element.locator("[data-question]:visible").all():
        label = known[question.get_attribute("data-question")]["label"]
        group = element.get_by_role("group", name=label, exact=True)
        assert group.or_(element.get_by_label(label, exact=True)).count() >= 1
