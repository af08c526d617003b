"""What helps to answer and to use an answer: worksheet, starter list, pictures, files, paper."""

from datetime import date

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from cor_calc import dates, facts

from . import form

DATES = "#v=1&program=cor&certificate=standard&certified_on=2030-05-05&field_work_started=2020-11-01"


def test_the_worksheet_adds_up_and_names_what_is_undecided(page: Page) -> None:
    """It is no answer until it is used."""
    element = form.open_check(page, "certification")
    element.get_by_text("Count them group by group").click()
    page.get_by_label("Other full-time people").fill("6")
    page.get_by_label("Owners without WCB coverage").fill("2")
    page.get_by_label("Other contractors").fill("3")
    expect(element.locator("[data-total]")).to_have_text("8")
    expect(element.locator("[data-open-list] li")).to_have_count(2)
    assert "#" not in page.url
    page.get_by_role("button", name="Use this number").click()
    expect(page.locator("[name=employees]")).to_have_value("8")
    form.expect_verdicts(element, {"secor": "unknown"})


def test_ten_names_to_start_with_keep_what_is_there(page: Page) -> None:
    """They are added below, and are one partner's."""
    element = form.open_check(page, "score", "#v=1&elements=Ours,1,2")
    page.get_by_role("button", name="Start with ten names").click()
    expect(element.locator("[data-row]")).to_have_count(11)
    expect(element.locator("[data-field=name] input").first).to_have_value("Ours")
    expect(element.locator(".cor-aid")).to_contain_text("ACSA")


def test_scores_are_shown_against_their_lines_and_carried_on(page: Page) -> None:
    """A bar for each element, the missing points, and a link that takes the percentages along."""
    element = form.open_check(
        page, "score", "#v=1&elements=Training,40,100&elements=Inspections,55.5,60&elements=Other,0,0"
    )
    form.expect_verdicts(element, {"certification": "no"})
    table = element.locator("[data-subject=certification] table")
    expect(table.locator("tbody tr")).to_have_count(4)
    expect(table.get_by_role("row", name="Training")).to_contain_text("10")
    expect(table.locator("svg")).to_have_count(3)
    page.get_by_role("link", name="Carry the percentages").click()
    form.expect_address(page, "check/certification/#v=1&overall_score=59.68&element_scores=40.00,92.50")
    form.expect_verdicts(page.locator("cor-check"), {"cor": "no"})


def test_dates_are_a_picture_a_table_and_a_calendar_file(page: Page) -> None:
    """In their order; those gone by are marked; the file holds the same days."""
    element = form.open_check(page, "plan", DATES)
    form.expect_verdicts(element, {"plan": "none"})
    days = [cell.get_attribute("datetime") for cell in element.locator("tbody time").all()]
    assert days == sorted(days)  # type: ignore[type-var]
    expect(element.locator("tbody tr").first).to_contain_text("gone by")
    expect(element.get_by_role("img", name="Timeline")).to_be_visible()
    calendar = Calendar.from_ical(form.downloaded(page, "Download for your calendar").decode())
    assert sorted(event.decoded("dtstart").isoformat() for event in calendar.walk("VEVENT")) == days


@pytest.mark.parametrize("audit", ["2027-03-01", "2028-02-29", "2027-12-31"])
def test_ties_are_drawn_against_the_months_before_the_audit(page: Page, audit: str) -> None:
    """The picture has the rule's own first day, tells each tie's end in words, and is left out where nothing ended."""
    link = f"#v=1&audit_purpose=certification&audit_date={audit}"
    ties = "&links=auditor,employed,ongoing&links=auditor,advised,2026-09-01"
    element = form.open_check(page, "independence", link + ties)
    form.expect_verdicts(element, {"auditor": "no"})
    day, months = date.fromisoformat(audit), int(facts.load().facts["independence-period"].value)
    first = dates.in_words(dates.add_months(day, -months))
    told = f"from {first} to {dates.in_words(day)}. Tie 1 goes on. Tie 2 ended on 1 September 2026."
    expect(element.get_by_role("img", name=told)).to_be_visible()
    page.goto(f"check/independence/{link}&links=none")
    form.expect_verdicts(element, {"auditor": "yes"})
    expect(element.locator(".cor-picture")).to_have_count(0)


@pytest.mark.parametrize(
    ("audit", "third", "fourth"),
    [("2024-04-01", "The audit 1 April 2024", "Quality assurance next"), ("2025-04-01", "The audit missed", "later")],
)
def test_the_path_to_internal_auditor_is_drawn(page: Page, audit: str, third: str, fourth: str) -> None:
    """What is done with its day, what is next, what comes later; a missed step says so."""
    courses = "#v=1&module_1_completed=2024-01-10&module_12_completed=2024-03-01"
    element = form.open_check(page, "internal-auditor", f"{courses}&audit_completed={audit}")
    steps = element.get_by_role("list", name="Steps to internal auditor").get_by_role("listitem")
    expect(steps).to_contain_text(["Module 1 10 January 2024", "Module 12 1 March 2024", third, fourth])
    expect(element.locator("[aria-current=step]")).to_have_count(1 if "next" in fourth else 0)


def test_paper_holds_the_answer_and_what_it_rests_on(page: Page) -> None:
    """Answers, verdict, reasons, sources, rule set, day and link; no form, no table of conditions."""
    element = form.open_check(page, "certification", "#v=1&employees=9&assessor=own_staff")
    form.expect_verdicts(element, {"cor": "no"})
    page.emulate_media(media="print")
    expect(element.locator("form")).to_be_hidden()
    expect(page.get_by_role("heading", name="Worked examples")).to_be_hidden()
    sheet = element.locator(".cor-sheet")
    expect(sheet).to_contain_text("Someone on the employer's own staff")
    expect(sheet).to_contain_text("rule set 2023-01-01")
    expect(sheet).to_contain_text("#v=1&employees=9&assessor=own_staff")
    expect(element.locator("[data-subject=cor] .cor-basis").first).to_be_visible()


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_the_longest_of_usual_answers_prints_on_one_sheet(page: Page, paper: str) -> None:
    """Both certificates refused on every count, and whose sheet it is."""
    answers = "#v=1&employees=11&documentation_months=2&assessor=own_staff&overall_score=79.8&element_scores=40,90"
    element = form.open_check(page, "certification", answers)
    form.expect_verdicts(element, {"cor": "no", "secor": "no"})
    assert page.pdf(format=paper).count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    expect(page.locator(".md-copyright")).to_contain_text("An independent guide")
    expect(page.locator(".md-copyright")).to_be_visible()


def test_what_would_change_the_answer_is_told_with_its_days(page: Page) -> None:
    """A day is written out, and where waiting is enough its last day stands there."""
    element = form.open_check(page, "certification", "#v=1&employees=9&documentation_months=2")
    form.expect_verdicts(element, {"secor": "no"})
    expect(element.locator("[data-subject=secor] .cor-changes")).to_contain_text("by waiting until")
    page.goto(
        "check/independence/#v=1&audit_purpose=certification&audit_date=2027-12-01&links=auditor,employed,2027-03-01"
    )
    form.expect_verdicts(element, {"auditor": "no"})
    expect(element.locator(".cor-changes")).to_contain_text("from 1 December 2027 to 2 March 2028")
