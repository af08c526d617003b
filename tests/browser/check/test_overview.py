"""Where we stand: one form of the shared answers, every check's verdict, the dates ahead, and doors into the checks."""

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from .. import cases, form

WHOLE = f"#v=2&{cases.LINKS['overview']}"


def test_every_check_is_answered_from_one_set_of_answers(page: Page) -> None:
    """The certificate's own state heads it; each check that was begun is a door with its verdict."""
    element = form.open_check(page, "overview", WHOLE)
    form.expect_verdicts(element, {"certificate": "yes", "cor": "unknown", "secor": "no"})
    expect(element.locator(".cor-card")).to_have_count(1)
    begun = [door.get_attribute("data-check") for door in element.locator(".cor-doors:not(.cor-doors-rest) > li").all()]
    assert begun[0] == "certification"
    assert "cycle" not in begun
    expect(element.locator("[data-fold=rest] summary")).to_contain_text("not begun")


def test_under_an_expired_certificate_the_way_to_a_new_one_leads(page: Page) -> None:
    """To what its holder can do; what maintains a certificate is one line."""
    link = "#v=2&employees=30&records_since=2019-01-01&certificate=standard&certified_on=2020-05-01"
    element = form.open_check(page, "overview", link)
    form.expect_verdicts(element, {"certificate": "no"})
    expect(element.locator(".cor-first-step a")).to_have_attribute("href", re.compile(r"employers/expired/$"))
    idle = element.locator(".cor-idle[data-check=alternatives]")
    expect(idle).to_contain_text("expired")
    expect(element.locator("[data-check=alternatives] [data-tone]")).to_have_count(0)


def test_without_a_certificate_what_can_be_had_comes_first(page: Page) -> None:
    """With the window that is open, which is among the dates ahead as well."""
    records = date.today() - timedelta(days=150)  # noqa: DTZ011 - the visitor's day is this machine's
    element = form.open_check(page, "overview", f"#v=2&partner=esc&employees=9&records_since={records}")
    form.expect_answered(element)
    expect(element.locator(".cor-card[data-subject=secor]")).to_be_visible()
    expect(element.locator(".cor-card[data-subject=certificate]")).to_have_count(0)
    expect(element.locator(".cor-card [data-date=one_year_audit_from]")).to_contain_text("Possible since")
    expect(element.locator(".cor-ahead [data-date=one_year_audit_from]")).to_contain_text("Possible since")


def test_a_door_opens_its_check_with_the_same_answer(page: Page) -> None:
    """Filled in, and with the overview's verdict."""
    element = form.open_check(page, "overview", WHOLE)
    form.expect_verdicts(element, {"cor": "unknown"})
    headline = element.locator("[data-check=certification] [data-subject=cor] .cor-line-words").inner_text()
    element.locator("[data-check=certification] .cor-door-title").click()
    check = page.locator("cor-check[check=certification]")
    form.expect_answered(check)
    expect(page.locator("[name=employees]")).to_have_value("12")
    expect(check.locator("[data-subject=cor] .cor-headline")).to_have_text(headline)
    expect(check.locator("[data-arrived]")).to_contain_text("Filled in with your answers")


def test_the_dates_ahead_are_drawn_and_listed_in_their_order(page: Page) -> None:
    """Each once, however many checks give it."""
    element = form.open_check(page, "overview", WHOLE)
    form.expect_answered(element)
    dates = element.locator(".cor-ahead .cor-date")
    days = [date.locator("time").get_attribute("datetime") or "" for date in dates.all()]
    names = [date.get_attribute("data-date") for date in dates.all()]
    assert days == sorted(days)
    assert len(names) == len(set(names)) > 2
    expect(element.locator(".cor-ahead [role=img]")).to_be_visible()


def test_what_to_answer_next_leads_into_the_form(page: Page) -> None:
    """Into the part where it stands, which opens."""
    element = form.open_check(page, "overview", "#v=2&partner=esc&certificate=standard")
    form.expect_answered(element)
    asked = element.locator(".cor-open a").first
    asked.click()
    focused = page.locator(":focus")
    expect(focused).to_be_visible()
    assert focused.evaluate("node => node.closest('[data-question]') !== null")


def test_answers_that_contradict_each_other_are_told_at_their_check(page: Page) -> None:
    """The other checks are answered all the same."""
    link = "#v=2&employees=12&certificate=standard&certified_on=2024-05-01&certification_audit_ended=2024-06-01"
    element = form.open_check(page, "overview", link)
    form.expect_answered(element)
    expect(element.locator(".cor-door-problem").first).to_be_visible()
    form.expect_verdicts(element, {"cor": "unknown"})
    element.locator(".cor-door-problem a").first.click()
    expect(page.locator("[name=certification_audit_ended]")).to_be_focused()


def test_parts_say_how_much_of_them_is_answered(page: Page) -> None:
    """What holds answers is open, the rest is folded."""
    element = form.open_check(page, "overview", WHOLE)
    form.expect_answered(element)
    parts = element.locator("[data-part]")
    expect(parts.first.locator("[data-count]")).to_have_text("2 answered")
    assert parts.last.get_attribute("open") is None


def test_a_change_of_one_answer_repaints_without_a_long_task(page: Page) -> None:
    """The page's own work holds nothing up."""
    element = form.open_check(page, "overview", WHOLE)
    form.expect_verdicts(element, {"cor": "unknown"})

    def change(people: int) -> None:
        page.locator("[name=employees]").fill(str(people))
        expect(element.locator("[data-check=certification] [data-subject=secor]")).to_contain_text(str(people))

    assert form.fewest_long_tasks(page, range(11, 19), change) < 3
