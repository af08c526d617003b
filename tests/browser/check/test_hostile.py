"""Everything that comes from outside is hostile: links, pasted tables, names. It is shown as text, and does nothing."""

from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from cor_calc.checks import KEYS

from .. import form, visits
from .test_rows import paste

DOES = "window.planted=1"
TEXTS = [
    f"<img src=x onerror={DOES}>",
    f"<script>{DOES}</script>",
    f"</script><script>{DOES}</script>",
    f"\"><svg onload='{DOES}'>",
    f"' onfocus='{DOES}' autofocus='",
    f"</textarea></template></option></select><iframe srcdoc='<script>parent.{DOES}</script>'>",
    f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={DOES}&gt;'>",
    f"javascript:{DOES}",
    f"data:text/html,<script>opener.{DOES}</script>",
    f"&lt;img src=x onerror={DOES}&gt;",
    f"%3Cimg src=x onerror={DOES}%3E",
    f"{{{{constructor.constructor('{DOES}')()}}}}${{{DOES}}}",
    "<a href=//other.invalid>Your licence is refused</a><base href=//other.invalid>",
    "<form action=//other.invalid><input name=employees><button>Show the answer</button></form>",
    "__proto__",
    "constructor",
    '=HYPERLINK("//other.invalid")',
    "\u202e\u2066\u200b\ufeff\u0000\u0007\u2028",
    "]]><!--",
    "x" * 5000,
]  # fmt: skip

LISTEN = """window.heard = 0;
for (const name of ['cor-outcome', 'cor-problems']) addEventListener(name, () => heard++)"""

STRANGE = """root => [...root.querySelectorAll('*')].filter(element =>
    ['IMG', 'SCRIPT', 'IFRAME', 'STYLE', 'BASE', 'MATH', 'OBJECT'].includes(element.tagName)
    || element.matches('form form, a[href*="other.invalid"]')
    || [...element.attributes].some(({name, value}) => name.startsWith('on')
        || /^(javascript|data):/i.test(value) && !name.startsWith('data-'))
).map(element => element.outerHTML)"""

VALUES = """root => [...root.querySelectorAll('input, select')].map(control => control.value).join('\\n')
    + root.innerText"""


@pytest.fixture
def hostile(page: Page) -> Page:
    """A page that counts its answers, where no dialog may open."""
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    page.add_init_script(LISTEN)
    return page


def expect_harmless(page: Page, element: Locator) -> None:
    """Look for anything that could have come of a text but text."""
    assert element.evaluate(STRANGE) == []
    assert page.evaluate("[typeof planted, ({}).x, Object.keys(Object.prototype).length]") == ["undefined", None, 0]
    assert page.evaluate("document.querySelectorAll('base, iframe, cor-check').length") == 1


def wait_for_answer(page: Page, known: int) -> None:
    """Wait until the page has answered once more."""
    visits.wait_until(page, lambda: page.evaluate("heard") > known)


ALL_KEYS = ("overview", "score", "readiness")
"""Checks that together ask every question there is."""


def test_every_question_is_asked_by_these_checks() -> None:
    """What the test of links leaves out are pages, and no question."""
    assert {key for check in ALL_KEYS for key in KEYS[check]} == {key for keys in KEYS.values() for key in keys}


@pytest.mark.parametrize("check", ALL_KEYS)
def test_a_link_with_the_same_text_under_every_key(hostile: Page, check: str, trouble: list[str]) -> None:
    """One text after another, as value and as key: it is in its field, and nowhere alive."""
    keys = list(KEYS[check])
    element = form.open_check(hostile, check, "#v=2&employees=1&unknown=1")
    form.expect_answered(element)
    for text in TEXTS:
        known: Any = hostile.evaluate("heard")
        given = quote(text, safe="")
        link = "&".join(["v=2", *(f"{key}={given}" for key in keys), f"{given}={given}"])
        hostile.evaluate("link => { location.hash = link }", link)
        wait_for_answer(hostile, known)
        expect_harmless(hostile, element)
        if text.isprintable():
            assert text in element.evaluate(VALUES)
    assert trouble == []


@pytest.mark.parametrize("check", ["certification", "overview"])
def test_a_link_that_is_no_link(hostile: Page, check: str, trouble: list[str]) -> None:
    """One text after another, as version and as the whole: nothing comes of it, on a check's page and on the overview."""
    element = form.open_check(hostile, check, "#v=2&employees=1")
    form.expect_answered(element)
    for text in TEXTS:
        given = quote(text, safe="")
        for whole in (f"v={given}&employees=1", given, text.replace("=", "%3D")):
            hostile.evaluate("link => { location.hash = link }", whole)
            expect_harmless(hostile, element)
    assert trouble == []


def test_names_in_a_result(hostile: Page) -> None:
    """An element of an audit may be called anything: in the answer, the printed sheet, the files and the link."""
    names = [text for text in TEXTS if len(text) < 1000]
    rows = "".join(f"&elements={quote(name, safe='')},1,200" for name in names)
    element = form.open_check(hostile, "score", f"#v=2{rows}")
    form.expect_verdicts(element, {"certification": "no"})
    expect_harmless(hostile, element)
    shown = element.locator("[data-details=certification]").inner_text()
    assert [name for name in names if name.isprintable() and name not in shown] == []
    hostile.emulate_media(media="print")
    expect_harmless(hostile, element)
    hostile.emulate_media(media="screen")
    said = form.downloaded(hostile, "Download as data")
    assert said.isascii()
    assert b"<script" in said


@pytest.mark.parametrize(("check", "field"), [
    ("certification", "[name=element_scores]"),
    ("score", "[data-field=name] input"),
    ("independence", "[data-field=ended] input[type=date]"),
])  # fmt: skip
def test_a_pasted_table(hostile: Page, check: str, field: str, trouble: list[str]) -> None:
    """Cells of a spreadsheet, with and without markup around them."""
    element = form.open_check(hostile, check)
    expect(element).to_have_attribute("data-state", "ready", timeout=form.STARTS_WITHIN)
    if check == "certification":
        form.reveal(element.locator("[data-question=element_scores]"))
    if check == "independence":
        element.locator("[data-gate] input[value=several]").check()
    for mark in ("\t", ";", ","):
        known: Any = hostile.evaluate("heard")
        lines = [mark.join([text, "1", "2"]) for text in TEXTS if "\u2028" not in text]
        paste(element.locator(field).first, "\n".join(lines))
        if check != "independence":
            wait_for_answer(hostile, known)
        expect_harmless(hostile, element)
        assert element.locator("[data-row]").count() <= 50
    trouble[:] = [said for said in trouble if "yyyy-MM-dd" not in said]  # a date's field takes nothing else
