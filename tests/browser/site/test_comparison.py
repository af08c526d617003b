"""The comparison of the certifying partners: all points, or one at a time."""

from playwright.sync_api import Page, expect


def test_one_point_at_a_time(page: Page) -> None:
    """The chosen point stands alone; a link to another one, from anywhere on the page, brings all back."""
    page.goto("/partners/")
    choice = page.get_by_label("Show")
    due, fees = page.locator("h2#maintenance"), page.locator("h2#fees")
    expect(choice).to_have_value("")
    expect(fees).to_be_visible()
    choice.select_option(label="When maintenance is due")
    expect(due).to_be_visible()
    expect(page.locator("h2#which")).to_be_visible()
    expect(fees).to_be_hidden()
    assert page.locator("h2:visible").count() == 3
    page.evaluate("location.hash = 'fees'")
    expect(fees).to_be_in_viewport()
    expect(due).to_be_visible()
    expect(choice).to_have_value("")


def test_every_point_can_be_chosen(page: Page) -> None:
    """Each shows its own heading and something under it, and no other point's."""
    page.goto("/partners/")
    choice = page.get_by_label("Show")
    names = choice.locator("option").all_inner_texts()[1:]
    assert len(names) > 10
    for name in names:
        choice.select_option(label=name)
        shown = page.locator("h2:visible").all_inner_texts()
        assert len(shown) == 3
        assert page.locator("h2:visible ~ :is(h3, ul, p):visible").count() > 1
