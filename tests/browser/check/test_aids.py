"""What helps to answer and to use an answer: worksheet, doors, drawings, calendar, paper."""

import re
from datetime import date
from urllib.parse import quote, unquote

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from cor_calc.law import load

from .. import cases, form


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


def test_scores_are_shown_against_their_lines_and_carried_on(page: Page) -> None:
    """A bar for each element, and a door that takes the percentages along: none is left out and none renumbered."""
    element = form.open_check(
        page, "score", "#v=2&elements=Training,40,100&elements=Other,0,0&elements=Inspections,55.5,60"
    )
    form.expect_verdicts(element, {"certification": "no"})
    table = element.locator("[data-details=certification] .cor-scores")
    expect(table.locator("tbody tr")).to_have_count(4)
    expect(table.locator("svg")).to_have_count(3)
    element.locator("[data-details=certification] a[href*='overall_score=']").click()
    form.expect_address(page, "#v=2&overall_score=59.68&element_scores=40,not_applicable,92.5")
    carried = page.locator("cor-check")
    form.expect_answered(carried)
    expect(carried.locator("[data-arrived]")).to_contain_text("Filled in")
    expect(page.locator("[name=element_scores][inputmode=decimal]").nth(2)).to_have_value("92.5")


def test_a_score_is_carried_to_its_own_element(page: Page) -> None:
    """However the sheet was sorted: the name beside each number is that of its own element."""
    names = load().names("aasp")
    rows = "".join(f"&elements={quote(name)},{48 if name == names[6] else 90},100" for name in reversed(names))
    element = form.open_check(page, "score", f"#v=2&partner=aasp{rows}")
    form.expect_verdicts(element, {"certification": "no"})
    element.locator("[data-details=certification] a[href*='element_scores=']").click()
    carried = page.locator("cor-check")
    form.expect_answered(carried)
    row = carried.locator("[data-question=element_scores] [data-row]").nth(6)
    expect(row).to_contain_text(names[6])
    expect(row.locator("[inputmode=decimal]")).to_have_value("48")
    expect(carried.locator("[data-subject=cor] .cor-headline")).to_contain_text(f"element 7 ({names[6]}) has 48%")


def test_evidence_opens_as_elements_to_score(page: Page) -> None:
    """Each with the name and in the place that it had."""
    element = form.open_check(page, "readiness", f"#v=2&{cases.LINKS['readiness']}")
    form.expect_answered(element)
    expect(element.locator(".cor-elements tbody tr").first).to_have_attribute("data-state", "gap")
    element.locator("a[href*='check/score/'][href*='elements=']").click()
    names = page.locator("[data-question=elements] [data-field=name] input")
    expect(names.nth(1)).to_have_value("Hazards")


def test_a_step_carries_what_both_checks_ask(page: Page) -> None:
    """The check that it opens is filled in, and says from where."""
    element = form.open_check(page, "cycle", f"#v=2&{cases.LINKS['cycle']}")
    form.expect_answered(element)
    element.locator("a[href*='check/plan/']").first.click()
    form.expect_answered(page.locator("cor-check"))
    assert "certified_on=2024-12-12" in unquote(page.url)
    expect(page.locator("[data-arrived]")).to_contain_text("Filled in with your answers")


def test_dates_are_a_picture_a_list_and_a_calendar_file(page: Page) -> None:
    """In their order, each in its tense; the file holds the days of those that lie ahead."""
    link = "#v=2&program=cor&certificate=standard&certified_on=2030-05-05&field_work_started=2020-11-01"
    element = form.open_check(page, "plan", link)
    form.expect_verdicts(element, {"plan": "none"})
    listed = element.locator("[data-details=plan] .cor-date")
    days = [time.get_attribute("datetime") or "" for time in listed.locator("time").all()]
    assert days == sorted(days)
    assert len(days) > 4
    states = {each.get_attribute("data-state") for each in listed.all()}
    assert {"passed", "due"} <= states
    expect(element.locator(".cor-picture [role=img]")).to_be_visible()
    calendar = Calendar.from_ical(form.downloaded(page, "Dates for your calendar").decode())
    ahead = {day for day in days if day >= date.today().isoformat()}  # noqa: DTZ011 - the visitor's day is this machine's
    assert 0 < len(ahead) < len(set(days))
    assert {event.decoded("dtstart").isoformat() for event in calendar.walk("VEVENT")} == ahead


def test_dates_that_all_lie_behind_make_no_file(page: Page) -> None:
    """It is said in a sentence instead: an empty calendar would look like a fault."""
    element = form.open_check(page, "auditor-upkeep", "#v=2&partner=mhsa&auditor_certified_on=2015-02-01")
    form.expect_answered(element)
    said = element.locator(".cor-keep").get_by_text("None of these dates lies ahead")
    expect(said).to_be_hidden()
    page.get_by_role("button", name="Dates for your calendar").click()
    expect(said).to_be_visible()


def test_ties_are_drawn_against_the_time_before_the_audit(page: Page) -> None:
    """The picture has the rule's own first day and tells each tie's end in words; without ties there is none."""
    link = "#v=2&audit_purpose=certification&audit_date=2028-02-29"
    ties = "&links=auditor,employed,ongoing&links=auditor,advised,2026-09-01"
    element = form.open_check(page, "independence", link + ties)
    form.expect_verdicts(element, {"auditor": "no"})
    picture = element.locator(".cor-picture [role=img]")
    told = picture.get_attribute("aria-label") or ""
    assert "from 28 February 2027 to 29 February 2028" in told
    assert "goes on and conflicts" in told
    assert "ended on 1 September 2026." in told
    page.goto(f"check/independence/{link}&links=none")
    form.expect_verdicts(element, {"auditor": "yes"})
    expect(picture).to_have_count(0)


@pytest.mark.parametrize(("audit", "states"), [("2024-04-01", ["done", "done", "done"]), ("2025-04-01", ["missed"])])
def test_the_path_to_internal_auditor_is_drawn(page: Page, audit: str, states: list[str]) -> None:
    """What is done with its day, what was missed."""
    courses = "#v=2&module_1_completed=2024-01-10&module_12_completed=2024-03-01"
    element = form.open_check(page, "internal-auditor", f"{courses}&audit_completed={audit}")
    form.expect_answered(element)
    steps = element.locator(".cor-path .cor-step")
    found = [step.get_attribute("data-state") for step in steps.all()]
    assert found[-len(states) :] == states


def test_a_certificates_years_are_drawn(page: Page) -> None:
    """Each year with what is done or due, and recertification after them."""
    element = form.open_check(page, "cycle", f"#v=2&{cases.LINKS['cycle']}")
    form.expect_answered(element)
    expect(element.locator(".cor-cycle li")).to_have_count(3)
    expect(element.locator(".cor-cycle li").first).to_have_attribute("data-state", "done")
    expect(element.locator(".cor-picture [role=img]")).to_be_visible()


def test_who_would_say_what_is_told_while_the_partner_is_not_known(page: Page) -> None:
    """All ten, by what they say; one press chooses a partner."""
    element = form.open_check(page, "certification", "#v=2&employees=9")
    form.expect_answered(element)
    partners = element.locator("[data-details=cor] .cor-partners")
    expect(partners.get_by_role("button")).to_have_count(10)
    partners.get_by_role("button", name="ESC").click()
    expect(page.locator("[name=partner]")).to_have_value("esc")
    form.expect_verdicts(element, {"cor": "no"})
    expect(partners).to_have_count(0)


def test_secor_comes_first_where_the_size_allows_it(page: Page) -> None:
    """And COR where it does not."""
    element = form.open_check(page, "certification", "#v=2&employees=9")
    form.expect_answered(element)
    expect(element.locator(".cor-card").first).to_have_attribute("data-subject", "secor")
    form.answer(page, {"employees": "12"})
    form.expect_verdicts(element, {"secor": "no"})
    expect(element.locator(".cor-card").first).to_have_attribute("data-subject", "cor")


def test_what_is_met_is_one_line_that_opens(page: Page) -> None:
    """It stays open while other answers change; sources are a tap away."""
    link = "#v=2&partner=acsa&employees=9&documentation_months=12&assessor=own_staff"
    element = form.open_check(page, "certification", link)
    form.expect_answered(element)
    folds = element.locator("[data-details=secor] .cor-fold", has_text="are met")
    expect(folds.locator(".cor-finding")).to_have_count(0)
    folds.locator("> summary").click()
    expect(folds.locator(".cor-finding").first).to_be_visible()
    expect(folds).not_to_contain_text("not known yet")  # a partner's own rule is met without an answer
    form.answer(page, {"employees": "8"})
    expect(folds.locator(".cor-answered strong").get_by_text(re.compile(r"^8\b"))).to_be_visible()
    source = folds.locator(".cor-source").first
    source.locator("summary").click()
    expect(source.locator("a[href*='reference/rules/#']")).to_be_visible()


def test_the_bar_holds_the_answer_while_it_is_out_of_sight(page: Page) -> None:
    """On a phone: the sentence and the next date; gone once the answer is in sight, and on a desk."""
    page.set_viewport_size({"width": 360, "height": 740})
    element = form.open_check(page, "cycle", f"#v=2&{cases.LINKS['cycle']}")
    form.expect_answered(element)
    bar = element.locator("[data-status-bar]")
    expect(bar).to_be_hidden()
    page.evaluate("scrollTo(0, 0)")
    expect(bar).to_be_visible()
    headline = element.locator(".cor-headline").inner_text()
    assert headline in bar.inner_text()
    assert bar.bounding_box()["height"] < 110  # type: ignore[index]
    page.set_viewport_size({"width": 1280, "height": 740})
    expect(bar).to_be_hidden()


def test_paper_holds_the_answer_and_what_it_rests_on(page: Page) -> None:
    """Answers, verdict, reasons, rule set, day and link; no form, no table of conditions."""
    element = form.open_check(page, "certification", "#v=2&partner=esc&employees=12&assessor=own_staff")
    form.expect_verdicts(element, {"cor": "no"})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(element.locator("form")).to_be_hidden()
    sheet = element.locator(".cor-sheet")
    expect(sheet).to_contain_text("rule set 2023-01-01")
    expect(sheet).to_contain_text("#v=2&partner=esc&employees=12&assessor=own_staff")
    expect(element.locator("[data-details=cor] .cor-finding[data-met=yes]").first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(element.locator("[data-details=cor] .cor-finding[data-met=yes]").first).to_be_hidden()


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("check", ["certification", "cycle", "overview"])
def test_the_longest_of_usual_answers_prints_on_one_sheet(page: Page, check: str, paper: str) -> None:
    """And it says whose sheet it is."""
    answers = "employees=11&documentation_months=2&assessor=own_staff&overall_score=79.8&element_scores=40,90"
    link = answers if check == "certification" else cases.LINKS[check]
    element = form.open_check(page, check, f"#v=2&{link}")
    form.expect_answered(element)
    assert page.pdf(format=paper).count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    expect(page.locator(".md-copyright")).to_be_visible()


def test_what_would_change_the_answer_is_told_with_its_days(page: Page) -> None:
    """Days are written out."""
    link = "#v=2&audit_purpose=certification&audit_date=2097-12-01&links=auditor,employed,2097-03-01"
    element = form.open_check(page, "independence", link)
    form.expect_verdicts(element, {"auditor": "no"})
    expect(element.locator(".cor-changes")).to_contain_text("from 1 December 2097 to 2 March 2098")


def test_under_an_expired_certificate_nothing_is_green(page: Page) -> None:
    """A verdict on one audit stands without the colour of a yes."""
    certified = date(date.today().year - 3, 1, 2).isoformat()  # noqa: DTZ011 - the visitor's day is this machine's
    link = f"#v=2&partner=esc&program=cor&certificate=standard&certified_on={certified}&first_maintenance=not_yet"
    element = form.open_check(page, "overview", link)
    form.expect_answered(element)
    expect(element.locator("[data-outcome]")).to_have_attribute("data-expired", "")
    expect(element.locator(".cor-card").first).to_have_attribute("data-verdict", "no")
    green = "rgb(19, 101, 58)"
    colours = element.locator("[data-outcome] .cor-mark").evaluate_all(
        "marks => marks.map(mark => getComputedStyle(mark).color)"
    )
    assert green not in colours
