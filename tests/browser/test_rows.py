"""Repeating rows: by keyboard, by paste, with the focus where the visitor expects it."""

from playwright.sync_api import Locator, Page, expect

from . import form


def paste(field: Locator, text: str) -> None:
    """Paste a text into a field."""
    field.evaluate(
        "(node, text) => { const data = new DataTransfer(); data.setData('text', text);"
        " node.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})) }",
        text,
    )


def values(page: Page, selector: str) -> list[str]:
    """Return the values of all fields that a selector finds."""
    return [field.input_value() for field in page.locator(selector).all()]


def test_a_pasted_row_of_scores_fills_the_fields(page: Page) -> None:
    """Commas, blanks or lines apart, from the field that they were pasted into; one empty field follows."""
    element = form.open_check(page, "certification")
    page.locator("[name=element_scores]").first.fill("70")
    paste(page.locator("[name=element_scores]").nth(1), "80, 90\n95.5")
    assert values(page, "[name=element_scores]") == ["70", "80", "90", "95.5", ""]
    form.expect_address(page, "element_scores=70,80,90,95.5")
    form.expect_verdicts(element, {"cor": "unknown"})


def test_scores_typed_into_one_field_count_one_by_one(page: Page) -> None:
    """Someone who types "80, 45" means two elements."""
    element = form.open_check(page, "certification")
    page.locator("[name=element_scores]").fill("80, 45")
    form.expect_verdicts(element, {"cor": "no"})


def test_a_pasted_spreadsheet_fills_the_rows(page: Page) -> None:
    """Tabs between cells; a heading above is left out."""
    element = form.open_check(page, "score")
    paste(
        page.locator("[data-field=name] input"),
        "Element\tAwarded\tPossible\r\nTraining\t40\t50\r\nInspections\t90\t100\r\n",
    )
    assert values(page, "[data-field=awarded] input") == ["40", "90"]
    form.expect_verdicts(element, {"certification": "yes"})


def test_rows_are_worked_by_keyboard(page: Page) -> None:
    """A new row takes the focus; a removed one hands it to the next row's button, then to the button that adds."""
    element = form.open_check(page, "independence", "#v=1&links=auditor,employed,2025-03-01")
    add, remove = element.locator("[data-add]"), element.locator("[data-row] [data-remove]")
    add.focus()
    page.keyboard.press("Enter")
    expect(element.locator("[id='answer-links.1.who']")).to_be_focused()
    remove.first.focus()
    page.keyboard.press("Enter")
    expect(remove).to_have_count(1)
    expect(remove).to_be_focused()
    expect(element.locator("[data-heard]")).to_contain_text("1 left")
    expect(element.locator("[data-row] select").first).to_have_attribute("name", "links.0.who")
    page.keyboard.press("Enter")
    expect(remove).to_have_count(1)
    expect(element.locator("[data-row] select").first).to_have_value("")


def test_a_day_and_its_word_exclude_each_other(page: Page) -> None:
    """The word counts while it is ticked; typing a day takes the tick away."""
    form.open_check(page, "independence", "#v=1&links=auditor,employed,2025-03-01")
    word, day = page.locator("[value=ongoing]"), page.locator("[data-field=ended] input[type=date]")
    word.check()
    form.expect_address(page, "links=auditor,employed,ongoing")
    expect(day).to_have_value("2025-03-01")
    day.fill("2025-04-02")
    expect(word).not_to_be_checked()
    form.expect_address(page, "links=auditor,employed,2025-04-02")


def test_a_gap_among_scores_is_not_skipped(page: Page) -> None:
    """Nine good scores and an empty one are no pass: the empty one is not known."""
    link = "#v=1&employees=9&documentation_months=12&assessor=own_staff&overall_score=85&element_scores=80,,90"
    element = form.open_check(page, "certification", link)
    form.expect_verdicts(element, {"secor": "unknown"})
    assert page.url.endswith(link)
