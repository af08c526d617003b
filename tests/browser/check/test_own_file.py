"""All answers as a file of one's own: saved, opened by button or drop on any check; a wrong one changes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .. import form

ANSWERS: dict[str, Any] = {"partner": "esc", "employees": "9", "element_scores": ["80", "not_applicable"]}
DROP = """(root, [name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, {type: 'application/json'}));
  for (const type of ['dragover', 'drop'])
    root.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


def file(answers: object, **more: object) -> str:
    """Return a file of answers as the page would have saved it."""
    about = {"format": "alberta-cor-guide-answers", "version": 2, "check": "certification"} | more
    return json.dumps(about | {"answers": answers})


def opened(page: Page, tmp_path: Path, text: str) -> None:
    """Open a file by the button."""
    path = tmp_path / "answers.json"
    path.write_text(text, encoding="utf-8")
    page.locator("[data-open-file]").set_input_files(path)


def test_what_is_saved_can_be_opened_on_another_check(page: Page, tmp_path: Path) -> None:
    """What that check does not ask is kept, and saved again with its own answers."""
    form.open_check(page, "certification")
    form.answer(page, ANSWERS)
    saved = form.downloaded(page, "Save your answers as a file").decode()
    element = form.open_check(page, "cycle")
    opened(page, tmp_path, saved)
    expect(page.locator("[name=partner]")).to_have_value("esc")
    expect(element.locator("[data-own-note]")).to_contain_text("answers.json")
    form.answer(page, {"certificate": "standard"})
    again = json.loads(form.downloaded(page, "Save your answers as a file"))
    assert again["answers"] == ANSWERS | {"certificate": "standard"}


def test_a_file_is_dropped_and_taken_back(page: Page) -> None:
    """It replaces the answers, in the address too; one press brings those of before back."""
    element = form.open_check(page, "certification", "#v=2&employees=40")
    form.expect_verdicts(element, {"secor": "no"})
    element.locator("[data-cor]").evaluate(DROP, ["mine.json", file(ANSWERS)])
    expect(page.locator("[name=employees]")).to_have_value("9")
    form.expect_address(page, "#v=2&partner=esc&employees=9&element_scores=80,not_applicable")
    form.expect_verdicts(element, {"secor": "unknown"})
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[name=employees]")).to_have_value("40")
    form.expect_verdicts(element, {"secor": "no"})


def test_an_older_file_is_read(page: Page, tmp_path: Path) -> None:
    """Keys of version 1 are what they are called now."""
    form.open_check(page, "maintenance")
    opened(page, tmp_path, file({"overall_score": "71", "program": "cor"}, version=1, check="maintenance"))
    expect(page.locator("[name=maintenance_score]")).to_have_value("71")


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("no JSON", "\x89PNG"),
        ("another file", '{"check":"score","results":[]}'),
        ("another version", file(ANSWERS, version=9)),
        ("answers to other checks alone", file({"audits": []})),
        ("too much", " " * 300_000),
        ("hostile", file({"<img src=x onerror=alert(1)>": "1"})),
    ],
)
def test_a_wrong_file_gets_a_sentence_and_changes_nothing(page: Page, tmp_path: Path, what: str, text: str) -> None:
    """The answers stay, and so does the address."""
    assert what
    element = form.open_check(page, "certification", "#v=2&employees=9")
    form.expect_answered(element)
    opened(page, tmp_path, text)
    expect(element.locator("[data-own-note]")).to_contain_text("Nothing was changed")
    expect(page.locator("[name=employees]")).to_have_value("9")
    form.expect_address(page, "#v=2&employees=9")
    assert element.locator("img").count() == 0


def test_values_of_a_file_are_text(page: Page, tmp_path: Path) -> None:
    """Whatever they hold: shown as typed, refused by the rules, never markup."""
    element = form.open_check(page, "certification")
    opened(page, tmp_path, file({"employees": "<img src=x onerror=alert(1)>", "partner": {"a": 1}}))
    expect(element).to_have_attribute("data-state", "problem", timeout=form.STARTS_WITHIN)
    assert element.locator("img").count() == 0
    expect(element.locator("[data-own-note]")).to_contain_text("partner")
