"""Repeating rows: by keyboard and by paste, with the focus where it is expected; what a sheet leaves open is asked."""

from playwright.sync_api import Locator, Page, expect

from .. import form


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


def scores(page: Page) -> Locator:
    """Return the fields for the scores of the elements, which come after the audit is said to be done."""
    form.reveal(page.locator("[data-question=element_scores]"))
    return page.locator("[name=element_scores][inputmode=decimal]")


def test_a_pasted_row_of_scores_fills_the_fields(page: Page) -> None:
    """Commas, blanks or lines apart, from the field that they were pasted into; one empty field follows."""
    element = form.open_check(page, "certification")
    scores(page).first.fill("70")
    paste(scores(page).nth(1), "80, 90\n95.5")
    assert values(page, "[name=element_scores][inputmode=decimal]") == ["70", "80", "90", "95.5", ""]
    form.expect_address(page, "element_scores=70,80,90,95.5")
    form.expect_verdicts(element, {"cor": "unknown"})


def test_scores_typed_into_one_field_count_one_by_one(page: Page) -> None:
    """Someone who types "80, 45" means two elements."""
    element = form.open_check(page, "certification")
    scores(page).fill("80, 45")
    form.expect_verdicts(element, {"cor": "no"})


def test_a_pasted_sheet_fills_the_rows_without_its_heading_and_its_total(page: Page) -> None:
    """The row of totals is named, and can be put in after all."""
    element = form.open_check(page, "score")
    sheet = "Element\tMax\tAwarded\r\nTraining\t50\t40\r\nInspections\t100\t90\r\nTotal\t150\t130\r\n"
    paste(page.locator("[data-field=name] input").first, sheet)
    form.expect_verdicts(element, {"certification": "yes"})
    assert values(page, "[data-field=awarded] input") == ["40", "90"]
    told = element.locator("[data-pasted]")
    expect(told).to_contain_text("“Total”")
    told.get_by_role("button", name="put it in").click()
    assert "Total" in values(page, "[data-field=name] input")


def test_a_cell_that_says_nothing_plain_is_asked_about(page: Page) -> None:
    """N/A, a blank and 0 are told apart by asking; each answer fills its row."""
    element = form.open_check(page, "score")
    sheet = "Training\t41\t50\nCommittees\tN/A\t30\nRecords\t\t20\nParties\t0\t40"
    paste(page.locator("[data-field=name] input").first, sheet)
    asked = element.locator("[data-row] .cor-doubt")
    expect(asked).to_have_count(3)
    element.locator("[data-pasted]").get_by_role("button", name="Go to the first").click()
    expect(asked.nth(0).get_by_role("button").first).to_be_focused()
    asked.nth(0).get_by_role("button", name="Does not apply").click()
    asked.nth(1).get_by_role("button", name="0 points").click()
    asked.nth(2).get_by_role("button", name="Not known yet").click()
    assert values(page, "[data-field=awarded] input")[:4] == ["41", "0", "0", ""]
    assert values(page, "[data-field=possible] input")[:4] == ["50", "0", "20", "40"]


def test_what_a_cell_was_taken_for_can_be_changed(page: Page) -> None:
    """The points possible come back with it, and what is not known is not told as “does not apply”."""
    element = form.open_check(page, "score")
    paste(page.locator("[data-field=name] input").first, "Training\t41\t50\nCommittees\tN/A\t30")
    asked = element.locator("[data-row] .cor-doubt")
    asked.get_by_role("button", name="Does not apply").click()
    form.expect_verdicts(element, {"certification": "yes"})
    scores_of = element.locator("[data-details=certification] .cor-scores")
    expect(scores_of).to_contain_text("does not apply")
    asked.get_by_role("button", name="Not known yet").click()
    form.expect_verdicts(element, {"certification": "unknown"})
    expect(scores_of).to_contain_text("not known")
    expect(scores_of).not_to_contain_text("does not apply")
    assert values(page, "[data-field=possible] input")[:2] == ["50", "30"]


def test_columns_the_other_way_round_are_offered_to_be_swapped(page: Page) -> None:
    """What the sheet has as possible and awarded points is put right in one press."""
    element = form.open_check(page, "score")
    paste(page.locator("[data-field=name] input").first, "Training\t50\t41\nInspections\t100\t90")
    element.locator("[data-pasted]").get_by_role("button", name="swap").click()
    assert values(page, "[data-field=awarded] input")[:2] == ["41", "90"]
    form.expect_address(page, "elements=Training,41,50&elements=Inspections,90,100")


def test_a_comma_for_a_decimal_point_is_read_and_said(page: Page) -> None:
    """At the field itself; among scores it may also part two of them, which is one press away."""
    element = form.open_check(page, "certification")
    form.answer(page, {"overall_score": "85,5"})
    page.locator("[name=overall_score]").blur()
    expect(page.locator("[name=overall_score]")).to_have_value("85.5")
    expect(element.locator("[data-question=overall_score] [data-kept-note]")).to_contain_text("85.5")
    scores(page).first.fill("80,90")
    scores(page).first.blur()
    expect(scores(page).first).to_have_value("80.90")
    element.get_by_role("button", name="No: they are 80 and 90").click()
    assert values(page, "[name=element_scores][inputmode=decimal]") == ["80", "90", ""]


def test_rows_begin_with_the_names_of_the_partners_elements(page: Page) -> None:
    """They follow the partner while nothing is typed, and are no answer before."""
    form.open_check(page, "score", "#v=2&partner=acsa")
    names = "[data-field=name] input"
    expect(page.locator(names).first).to_have_value("Management Commitment")
    assert "elements" not in page.url
    page.locator("[name=partner]").select_option("mhsa")
    expect(page.locator(names)).to_have_count(13)
    page.locator("[data-field=awarded] input").first.fill("10")
    page.locator("[name=partner]").select_option("acsa")
    expect(page.locator(names)).to_have_count(13)


def test_a_list_of_scores_shows_the_names_beside_its_numbers(page: Page) -> None:
    """So that element 4 is element 4 of the partner's own sheet."""
    element = form.open_check(page, "certification", "#v=2&partner=acsa&element_scores=80,not_applicable")
    expect(element.locator("[data-question=element_scores] [data-row]").nth(3)).to_contain_text("4 Training")
    expect(element.locator("[data-row] [value=not_applicable]").nth(1)).to_be_checked()


def test_a_list_with_names_ends_with_the_last_of_them(page: Page) -> None:
    """No row without a name comes after it; another partner's names are told to the one who typed scores."""
    element = form.open_check(page, "certification", f"#v=2&partner=aasp&element_scores={','.join(['80'] * 10)}")
    rows = element.locator("[data-question=element_scores] [data-row]")
    expect(rows).to_have_count(10)
    scores(page).nth(9).fill("81")
    expect(rows).to_have_count(10)
    page.locator("[name=partner]").select_option("mhsa")
    expect(rows).to_have_count(13)
    note = element.locator("[data-question=element_scores] > [data-kept-note]")
    expect(note).to_contain_text("see that each score stands at its own element")


def test_rows_are_worked_by_keyboard(page: Page) -> None:
    """A new row takes the focus; a removed one hands it to the next row's button, then to the button that adds."""
    element = form.open_check(page, "independence", "#v=2&links=auditor,employed,2025-03-01")
    expect(element).to_have_attribute("data-state", "answered", timeout=form.STARTS_WITHIN)
    add, remove = element.locator("[data-add]"), element.locator("[data-row] [data-remove]")
    add.focus()
    page.keyboard.press("Enter")
    expect(element.locator("[id='answer-links.1.who']")).to_be_focused()
    remove.first.focus()
    page.keyboard.press("Enter")
    expect(remove).to_have_count(1)
    expect(remove).to_be_focused()
    expect(element.locator("[data-row] select").first).to_have_attribute("name", "links.0.who")
    page.keyboard.press("Enter")
    expect(remove).to_have_count(1)
    expect(element.locator("[data-row] select").first).to_have_value("")


def test_a_day_and_its_word_exclude_each_other(page: Page) -> None:
    """The word counts while it is ticked; typing a day takes the tick away."""
    form.open_check(page, "independence", "#v=2&links=auditor,employed,2025-03-01")
    word, day = page.locator("[data-row] [value=ongoing]"), page.locator("[data-field=ended] input[type=date]")
    word.check()
    form.expect_address(page, "links=auditor,employed,ongoing")
    day.fill("2025-04-02")
    expect(word).not_to_be_checked()
    form.expect_address(page, "links=auditor,employed,2025-04-02")


def test_a_gap_among_scores_is_not_skipped(page: Page) -> None:
    """Nine good scores and an empty one are no pass: the empty one is not known."""
    link = "#v=2&employees=9&documentation_months=12&assessor=own_staff&overall_score=85&element_scores=80,,90"
    element = form.open_check(page, "certification", link)
    form.expect_verdicts(element, {"secor": "unknown"})
    assert page.url.endswith(link)
