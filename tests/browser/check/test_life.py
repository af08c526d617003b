"""The element's life: it tells of its answers, lets go of the page when it is taken out, and is defined once."""

from playwright.sync_api import Page, Route, expect

from .. import form

HEAR = (
    "window.heard = []; for (const name of ['cor-outcome', 'cor-problems', 'cor-error'])"
    "addEventListener(name, event => heard.push([name, event.constructor.name, event.composed, event.detail]))"
)


def test_its_events_are_typed_and_carry_a_detail(page: Page) -> None:
    """They bubble and cross shadow roots: `cor-outcome` with the outcome, `cor-problems` with all problems."""
    page.add_init_script(HEAR)
    element = form.open_check(page, "certification", "#v=2&employees=9")
    form.expect_answered(element)
    name, kind, composed, outcome = page.evaluate("heard.at(-1)")
    assert (name, composed, outcome["answers"]) == ("cor-outcome", True, {"employees": 9})
    assert kind != "CustomEvent"
    page.evaluate("location.hash = '#v=2&employees=x&assessor=y'")
    expect(element).to_have_attribute("data-state", "problem")
    name, _, _, detail = page.evaluate("heard.at(-1)")
    assert (name, [problem["path"] for problem in detail["problems"]]) == ("cor-problems", ["employees", "assessor"])


def test_an_element_that_is_taken_out_lets_go_of_the_page(page: Page) -> None:
    """It hears nothing of the address any more; put in again, it goes on with what stands in its form."""
    page.add_init_script(HEAR)
    element = form.open_check(page, "certification", "#v=2&employees=9")
    form.expect_answered(element)
    page.evaluate(
        "window.taken = document.querySelector('cor-check'); window.home = taken.parentElement; taken.remove()"
    )
    known = page.evaluate("heard.length")
    page.evaluate("location.hash = '#v=2&employees=40'; document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_timeout(600)
    assert page.evaluate("heard.length") == known
    page.evaluate("home.prepend(taken)")
    expect(page.locator("[name=employees]")).to_have_value("9")
    form.answer(page, {"employees": "12"})
    form.expect_verdicts(element, {"secor": "no"})
    page.evaluate("location.hash = '#v=2&employees=10'")
    expect(page.locator("[name=employees]")).to_have_value("10")


def test_what_is_typed_before_the_script_is_there_is_answered(page: Page) -> None:
    """On a slow line the form can be filled in long before the script that answers it has come."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/check.js", hold)
    page.goto("check/certification/", wait_until="commit")
    page.locator("[name=employees]").fill("11")
    [script] = held
    script.continue_()
    form.expect_verdicts(page.locator("cor-check"), {"secor": "no"})


def test_a_script_that_comes_twice_does_no_harm(page: Page) -> None:
    """As on a page of someone else that loads it in two places."""
    element = form.open_check(page, "certification")
    page.evaluate(
        "import(document.querySelector('script[src*=\"check.js\"]').src + '?again').then(() => { window.twice = true })"
    )
    page.wait_for_timeout(300)
    assert page.evaluate("twice")
    form.answer(page, {"employees": "11"})
    form.expect_verdicts(element, {"secor": "no"})


def test_an_element_made_by_a_script_brings_its_form(page: Page) -> None:
    """A check in a page that has only its name, without a form in it."""
    form.open_check(page, "certification")
    page.evaluate(
        "const made = document.createElement('cor-check'); made.setAttribute('check', 'refund'); made.id = 'made';"
        "document.body.append(made)"
    )
    made = page.locator("#made")
    expect(made.locator("form")).to_be_visible(timeout=form.STARTS_WITHIN)
    made.locator("[name=industry_rated_premium]").fill("45000")
    made.locator("[name=refund_year][value=first]").check()
    form.expect_verdicts(made, {"refund": "none"})
