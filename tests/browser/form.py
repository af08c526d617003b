"""Works the form of a check as a visitor does, and asks the command line the same."""

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from ..support import command

STARTS_WITHIN = 30_000
"""Milliseconds for Python to start on a busy machine."""


def open_check(page: Page, check: str, link: str = "") -> Locator:
    """Open the page of a check, with answers in its address if there are any, and return its element."""
    page.goto(f"check/{link}" if check == "overview" else f"check/{check}/{link}")
    return page.locator("cor-check")


def answer(page: Page, answers: dict[str, Any]) -> None:
    """Type and choose answers, in the form's order, and open what they are folded away in."""
    for key, value in answers.items():
        question = page.locator(f"[data-question={key}]")
        reveal(question)
        if isinstance(value, list):
            fill_list(question, value)
        else:
            fill(question, str(value))


def reveal(question: Locator) -> None:
    """Open the folds around a question, and say yes to what is asked before it."""
    for fold in question.locator("xpath=ancestor::details").all():
        if fold.get_attribute("open") is None:
            fold.locator("> summary").click()
    hidden = question.locator("xpath=ancestor::*[@data-asked-after][@hidden]")
    if hidden.count():
        group = hidden.get_attribute("data-asked-after")
        question.page.locator(f"[data-asks-for={group}] input[value=yes]").check()


def fill(field: Locator, value: str) -> None:
    """Choose the option of this value, or type it."""
    options = field.locator(f"input[value='{value}']")
    if field.locator("select").count():
        field.locator("select").select_option(value)
    elif options.count():
        options.check()
    else:
        field.locator("input:not([type=radio], [type=checkbox], [data-group])").first.fill(value)


def fill_list(question: Locator, items: list[Any]) -> None:
    """Fill a list in, row by row; where none is an answer, say first whether there are any."""
    gate = question.locator("[data-gate] input")
    if gate.count():
        question.locator(f"[data-gate] input[value={'several' if items else 'none'}]").check()
    for at, item in enumerate(items):
        rows = question.locator("[data-row]")
        if rows.count() <= at:
            question.locator("[data-add]").click()
        if isinstance(item, dict):
            for name, value in item.items():
                fill(rows.nth(at).locator(f"[data-field={name}]"), str(value))
        else:
            fill(rows.nth(at), str(item))
    spare = question.locator("[data-row]")
    while items and isinstance(items[0], dict) and spare.count() > len(items):
        spare.last.locator("[data-remove]").click()


def expect_verdicts(element: Locator, verdicts: dict[str, str]) -> None:
    """Wait for the verdict of each subject."""
    for subject, verdict in verdicts.items():
        card = element.locator(f"[data-subject={subject}]")
        expect(card).to_have_attribute("data-verdict", verdict, timeout=STARTS_WITHIN)


def expect_answered(element: Locator) -> None:
    """Wait until the answers are answered."""
    expect(element).to_have_attribute("data-state", "answered", timeout=STARTS_WITHIN)


def expect_address(page: Page, ending: str) -> None:
    """Wait until the page's address ends so."""
    expect(page).to_have_url(re.compile(re.escape(ending) + "$"))


def downloaded(page: Page, button: str) -> bytes:
    """Return the file that a button hands over."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(download.value.path()).read_bytes()


def command_line(check: str, answers: dict[str, Any], on: str) -> bytes:
    """Return what the command line says of the same answers."""
    return command.run("check", check, "-", "--on", on, given=json.dumps(answers)).output.strip()


WATCH = "window.slow = 0; new PerformanceObserver(() => slow++).observe({entryTypes: ['longtask']})"


def fewest_long_tasks(page: Page, changes: Iterable[Any], change: Callable[[Any], None]) -> int:
    """Return how many tasks hold the page up while it is changed step by step, the fewest of three times.

    What else a busy machine does can make them more, but never fewer.
    """
    page.evaluate(WATCH)
    found = []
    for _ in range(3):
        page.evaluate("slow = 0")
        for each in changes:
            change(each)
        found.append(page.evaluate("slow"))
    return min(found)


AT_REST = """Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished))"""
"""What fades or slides has ended: while a colour changes, its contrast is anybody's guess."""


def axe(page: Page, rule: str = "", within: str | None = None) -> list[str]:
    """Return what axe finds wrong with the page, each with the first place.

    By one rule alone, if it is named; in one part of the page alone, if `within` is its selector.
    """
    page.evaluate("document.querySelectorAll('.md-sidebar__scrollwrap').forEach(list => { list.scrollTop = 0 })")
    page.evaluate(AT_REST)
    asked = {"runOnly": [rule]} if rule else {"rules": {"target-size": {"enabled": True}}}
    only_faults = {"resultTypes": ["violations"]}  # all that is in order comes to megabytes
    found = Axe().run(page, within, asked | only_faults).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found]
