"""Many employers at once: a file goes in and comes out with the bytes of the command line, whatever is in it."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from playwright.sync_api import Locator, Page, Request, expect

from cor_calc.checks import CHECKS
from cor_calc.edges.files.batch import Batch
from cor_calc.law import load

from ..support import command
from . import form
from .check.test_hostile import STRANGE, TEXTS

SMALL = """\
Account,Employer,partner,certificate,certified_on,first_maintenance
1001,North Ltd.,esc,standard,2025-03-10,2026-02-27
1002,South Ltd.,acsa,standard,2024-06-03,not_yet
1003,West Ltd.,acsa,standard,3 June,not_yet
"""
OWN_NAMES = """\
Firma;Bei;Zertifikat vom;Art
Nord;esc;2025/03/10;standard
Süd;acsa;2024/06/03;One year
"""


def today() -> date:
    """The day that the visitor has."""
    return datetime.now(ZoneInfo("America/Edmonton")).date()


def command_line(content: bytes, check: str = "cycle") -> bytes:
    """Return what the command line makes of a file."""
    return command.run("batch", check, "-", "--on", today().isoformat(), given=content).output


def open_page(page: Page, check: str = "cycle") -> Locator:
    """Open the page, and choose a check."""
    page.goto("many/")
    page.locator("[data-check]").select_option(check)
    return page.locator("cor-many")


def give(page: Page, content: bytes, name: str = "list.csv") -> None:
    """Choose a file."""
    page.locator("[data-file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})


def expect_state(element: Locator, state: str) -> None:
    """Wait until the file is answered, or cannot be."""
    expect(element).to_have_attribute("data-state", state, timeout=form.STARTS_WITHIN * 2)


def answered(page: Page, content: bytes, check: str = "cycle") -> Locator:
    """Have a file answered."""
    element = open_page(page, check)
    give(page, content)
    expect_state(element, "done")
    return element


def names(page: Page) -> list[str]:
    """Return the names of the rows that are shown."""
    return page.locator(".cor-rows-table tbody th").all_inner_texts()


def large(rows: int) -> bytes:
    """Return a file with as many rows; every tenth cannot be read."""
    head = "Employer,partner,certificate,certified_on,first_maintenance\n"
    lines = (
        f"Firm {row},{'esc' if row % 2 else 'acsa'},{'standard' if row % 10 else 'forever'},2025-03-10,2026-02-27\n"
        for row in range(1, rows + 1)
    )
    return (head + "".join(lines)).encode()


# ─── What comes out ───


def test_the_template_of_each_check(page: Page) -> None:
    """Its two rows are answered, each with a way into its check."""
    element = open_page(page)
    for check in CHECKS:
        page.locator("[data-check]").select_option(check)
        with page.expect_download() as template:
            page.get_by_role("link", name="a template to fill in").click()
        give(page, Path(template.value.path()).read_bytes(), f"{check}.csv")
        expect(element.locator("[data-state-words]")).to_contain_text("2 rows answered for", timeout=form.STARTS_WITHIN)
        expect(element.locator("[data-title]")).to_have_text(f"{check}.csv")
        expect_state(element, "done")
        assert names(page) == ["North Ltd.", "South Ltd."]
        assert page.locator(".cor-rows-table a").count() == 2
        assert page.locator(".cor-mend").count() == 0


def test_counts_problems_and_the_way_into_a_check(page: Page) -> None:
    """What each row says, what is to be mended first, and what the check's own page says of a row."""
    element = answered(page, SMALL.encode())
    expect(element.locator("[data-state-words]")).to_contain_text("2 rows answered for")
    expect(element.locator("[data-state-words]")).to_contain_text("one not: it cannot be read")
    expect(element.locator("[data-counts]")).to_contain_text("Yes 1")
    expect(element.locator("[data-counts]")).to_contain_text("No 1")
    expect(element.locator(".cor-mend")).to_contain_text("1 row cannot be read")
    expect(element.locator(".cor-mend")).to_contain_text("Line 4.")
    assert names(page) == ["1003, West Ltd.", "1001, North Ltd.", "1002, South Ltd."]
    page.get_by_role("link", name="Open 1002, South Ltd. in its check").click()
    form.expect_verdicts(page.locator("cor-check"), {"certificate": "no"})
    form.expect_address(
        page, "#v=2&partner=acsa&certificate=standard&certified_on=2024-06-03&first_maintenance=not_yet"
    )


FILES: dict[str, bytes] = {
    "plain": SMALL.encode(),
    "a byte-order mark and semicolons": OWN_NAMES.replace("Bei", "Partner").encode("utf-8-sig"),
    "UTF-16": SMALL.encode("utf-16"),
    "bytes that are no text": SMALL.encode() + b"1004,\xff\xfe,esc,standard,2025-03-10,\n1005,x,esc,,,\n",
    "a stray quotation mark": SMALL.encode() + b'1004,"Stray,esc,standard,2025-03-10,\n1005,x,esc,,,\n',
    "cells of two lines, and beyond the header": SMALL.encode() + b'4,"two\r\nlines",esc,,,\r\n5,x,esc,,,,more\n',
    "no end to the last line": SMALL.strip().encode(),
    "formulas": b'Employer,partner\n"=HYPERLINK(""//other.invalid"")",esc\n+1-1,acsa\n',
    "a header alone": SMALL.encode().splitlines()[0],
    "more than one piece": large(3000),
}


def test_the_bytes_are_those_of_the_command_line(page: Page) -> None:
    """Whatever is in the file."""
    element = open_page(page)
    for name, content in FILES.items():
        give(page, content, f"{name}.csv")
        expect(element.locator("[data-title]")).to_have_text(f"{name}.csv")
        expect_state(element, "done")
        assert form.downloaded(page, "Download as CSV") == command_line(content), name


def test_a_pasted_table(page: Page) -> None:
    """Cells from a spreadsheet, and the same rows in another check."""
    element = open_page(page)
    page.locator("[data-paste-part] > summary").click()
    page.locator("[data-paste]").fill(SMALL.replace(",", "\t"))
    page.get_by_role("button", name="Answer these rows").click()
    expect_state(element, "done")
    assert form.downloaded(page, "Download as CSV") == command_line(SMALL.replace(",", "\t").encode())
    page.locator("[data-check]").select_option("maintenance")
    expect(element.locator("[data-counts]")).to_contain_text("This maintenance audit")
    expect_state(element, "done")
    assert form.downloaded(page, "Download as CSV") == command_line(SMALL.replace(",", "\t").encode(), "maintenance")


def test_a_dropped_file(page: Page) -> None:
    """Anywhere on the element."""
    element = open_page(page)
    page.evaluate(
        """text => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
            for (const name of ["dragover", "drop"])
                document.querySelector("[data-cor]").dispatchEvent(
                    new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        SMALL,
    )
    expect_state(element, "done")
    expect(element.locator("[data-title]")).to_have_text("dropped.csv")


def test_all_dates_in_one_calendar(page: Page) -> None:
    """Each date begins with the name of its row, and no two are one."""
    answered(page, SMALL.encode())
    with page.expect_download() as download:
        page.get_by_role("button", name="All dates for your calendar").click()
    calendar = icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes())
    events = calendar.walk("VEVENT")
    assert {str(event["SUMMARY"]).split(":")[0] for event in events} == {"1001, North Ltd.", "1002, South Ltd."}
    assert len({str(event["UID"]) for event in events}) == len(events) > 6


def test_the_summary_on_paper(page: Page) -> None:
    """Counts and problems, and of which file and day; no table, no buttons."""
    element = answered(page, SMALL.encode())
    page.emulate_media(media="print")
    expect(element.locator("[data-counts]")).to_be_visible()
    expect(element.locator(".cor-mend")).to_be_visible()
    expect(element.locator("[data-sheet]")).to_contain_text("list.csv. Check: Is your certificate safe?")
    for hidden in ("form", "[data-table]", "[data-keep]", ".cor-view"):
        expect(element.locator(hidden)).to_be_hidden()


# ─── Columns ───


def test_columns_with_names_of_their_own(page: Page) -> None:
    """Nothing is recognised: each column is given its question by a list, and the file is answered again."""
    element = open_page(page)
    give(page, OWN_NAMES.encode())
    expect_state(element, "problem")
    expect(element.locator("[data-problems]")).to_contain_text("Name the columns after the questions")
    chosen = {"Bei": "partner", "Zertifikat vom": "certified_on", "Art": "certificate"}
    for header, key in chosen.items():
        element.get_by_label(f"What the column “{header}” answers").select_option(key)
        expect_state(element, "done")
    expect(element.locator("[data-columns-words]")).to_contain_text("3 of 4 columns answer a question")
    batch = Batch(CHECKS["cycle"], load(), today(), chosen)
    assert form.downloaded(page, "Download as CSV") == batch.feed(OWN_NAMES, last=True).encode()
    element.get_by_label("What the column “Firma” answers").select_option("partner")
    expect_state(element, "done")
    expect(element.get_by_label("What the column “Bei” answers")).to_have_value("")


def test_columns_by_the_words_of_their_questions(page: Page) -> None:
    """They are taken for these questions, which the page says; what a person says instead stands for later files too."""
    rows = b"Company,Certifying partner,Certificate date,certificate\nNorth,esc,2025-03-10,standard\n"
    element = answered(page, rows)
    expect(element.locator("[data-columns-words]")).to_contain_text("we took “Certifying partner” for")
    chosen = {"Certifying partner": "partner", "Certificate date": "certified_on"}
    batch = Batch(CHECKS["cycle"], load(), today(), chosen)
    assert form.downloaded(page, "Download as CSV") == batch.feed(rows.decode(), last=True).encode()
    element.locator("[data-columns] summary").click()
    element.get_by_label("What the column “Certificate date” answers").select_option("")
    expect(element.locator(".cor-rows-table")).to_contain_text("Not answered: the date on the certificate")
    give(page, rows, "mended.csv")
    expect(element.locator("[data-title]")).to_have_text("mended.csv")
    expect_state(element, "done")
    expect(element.get_by_label("What the column “Certificate date” answers")).to_have_value("")


def test_a_check_that_reads_more_of_the_columns_is_offered(page: Page) -> None:
    """One press, and the file is answered by it."""
    element = answered(page, SMALL.encode(), "certification")
    expect(element.locator("[data-better]")).to_contain_text("Is your certificate safe?")
    element.get_by_role("button", name="Use that check").click()
    expect(page.locator("[data-check]")).to_have_value("cycle")
    expect(element.locator("[data-columns-words]")).to_contain_text("4 of 6 columns answer a question")
    expect_state(element, "done")
    expect(element.locator("[data-better]")).to_be_hidden()


def test_a_question_that_has_two_columns(page: Page) -> None:
    """It is said; two columns of one name can be told apart by nobody."""
    element = open_page(page)
    give(page, b"partner,Partner,partner,certified_on\nesc,acsa,asc,2025-03-10\n")
    expect_state(element, "problem")
    expect(element.locator("[data-problems]")).to_contain_text("Keep one column for partner")
    expect(element.get_by_label("What the column “partner” answers").first).to_be_disabled()
    expect(element.locator("[data-columns]")).to_contain_text("Rename one of them in your file")


NO_TABLES = (
    (b"", "problem", "Begin the file with a header row"),
    (b"\n\n\n", "problem", "Begin the file with a header row"),
    (b"PK\x03\x04\x00\x00", "failed", "Save the sheet as CSV"),
    (b"%PDF-1.7", "failed", "This file is a PDF"),
)


def test_files_that_are_no_table(page: Page) -> None:
    """Each is said in a sentence; another file can be chosen at once."""
    element = open_page(page)
    for content, state, words in NO_TABLES:
        give(page, content)
        expect_state(element, state)
        expect(element.locator("[data-run]")).to_contain_text(words)
        give(page, SMALL.encode())
        expect_state(element, "done")


# ─── Large files ───


def test_stop_and_go_on(page: Page) -> None:
    """What is done so far can be kept; the rest comes when it is wanted."""
    content = large(10_000)
    element = open_page(page)
    page.evaluate("addEventListener('cor-many', ({ detail }) => { (window.told ??= []).push(detail) })")
    give(page, content)
    element.locator(".cor-rows-table").wait_for(timeout=form.STARTS_WITHIN)
    page.get_by_role("button", name="Stop").click()
    expect_state(element, "stopped")
    part = form.downloaded(page, "Download as CSV")
    page.get_by_role("button", name="Go on").click()
    expect_state(element, "done")
    whole = form.downloaded(page, "Download as CSV")
    assert whole == command_line(content)
    assert whole.startswith(part)
    assert len(part) < len(whole)
    told: list[Any] = page.evaluate("told")
    assert [each["state"] for each in told] == ["stopped", "done"]
    assert told[-1]["counts"] | {"formulas": 0} == told[-1]["counts"]
    assert (told[-1]["counts"]["rows"], told[-1]["counts"]["bad"]) == (10_000, 1000)


def test_the_table_holds_few_elements(page: Page) -> None:
    """A page at a time; filter, order and search reach every row."""
    element = answered(page, large(2000))
    assert element.evaluate("element => element.querySelectorAll('*').length") < 900
    assert names(page)[:2] == ["Firm 10", "Firm 20"]
    page.get_by_role("button", name="Last", exact=True).click()
    assert names(page)[-1] == "Firm 1999"
    page.get_by_role("button", name="Yes").click()
    expect(element.locator(".cor-pager")).to_contain_text("1 to 25 of 1,800")
    page.get_by_label("Find").fill("firm 199")
    expect(element.locator(".cor-rows-table tbody tr")).to_have_count(10)
    page.get_by_label("Order").select_option("file")
    assert names(page)[0] == "Firm 199"
    page.get_by_label("Find").fill("nobody")
    expect(element.locator("[data-table]")).to_have_text("No row is like that.")


# ─── What comes from outside is hostile ───


def test_cells_are_text(page: Page) -> None:
    """In names, headers and problems: shown as they are, and nothing of them comes alive."""
    sound = [text for text in TEXTS if len(text) < 1000 and not {"\u0000", '"', ","} & set(text)]
    header = ",".join([*sound, "partner"])
    rows = "".join(f"{text},{'.,' * (len(sound) - 1)}{text}\n" for text in sound)
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    element = answered(page, f"{header}\n{rows}".encode())
    element.locator("[data-columns] > summary").click()
    shown = element.inner_text()
    assert [text for text in sound if text.isprintable() and " ".join(text.split()) not in shown] == []
    assert element.evaluate(STRANGE) == []
    assert page.evaluate("typeof planted") == "undefined"


def test_formulas_are_named(page: Page) -> None:
    """They pass through, and the page says what a spreadsheet would do."""
    element = answered(page, b"Employer,partner\n=1+1,esc\n@x,acsa\n-2.5,asc\n")
    expect(element.locator("[data-formulas]")).to_contain_text("2 cells that a spreadsheet would run as formulas")


def test_nothing_leaves_the_device(page: Page) -> None:
    """No request carries anything, and none is made for a row."""
    asked: list[Request] = []
    element = open_page(page)
    give(page, SMALL.encode())
    expect_state(element, "done")
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright marks what it is given
    give(page, large(500))
    expect_state(element, "done")
    assert [request.url for request in asked if not request.url.startswith("blob:")] == []
    assert json.loads(page.evaluate("JSON.stringify([localStorage.length, sessionStorage.length])"))[1] == 0


@pytest.mark.parametrize(("width", "height"), [(360, 800), (1280, 1400)])
def test_axe_finds_nothing(page: Page, width: int, height: int) -> None:
    """In any state that a file can be in; on a desk high enough for the navigation not to be cut off."""
    page.set_viewport_size({"width": width, "height": height})
    element = open_page(page)
    assert form.axe(page) == []
    give(page, OWN_NAMES.encode())
    expect_state(element, "problem")
    assert form.axe(page) == []
    give(page, SMALL.encode() * 30)
    expect_state(element, "done")
    assert form.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
