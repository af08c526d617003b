"""A check in another site's page: it works under that page's policy and styles, and leaves the rest of it alone."""

import base64
import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from cor_site import serve

from . import form

ANSWERS: dict[str, Any] = {
    "audit_purpose": "certification",
    "audit_date": "2100-05-03",
    "links": [{"who": "auditor", "kind": "employed", "ended": "ongoing"}],
}
HEARING = "addEventListener('cor-outcome', event => heard.push([event.target.id, event.detail])); var heard = [];"
HASH = base64.b64encode(hashlib.sha256(HEARING.encode()).digest()).decode()

POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
    f"script-src 'sha256-{HASH}' {{guide}} 'wasm-unsafe-eval'; connect-src {{guide}}; worker-src blob:"
)
"""The host page's own script and style, and what docs/about/embedding.md asks for; nothing else."""

STYLE = """
html { font-size: 62.5% }
body { margin: 8px; background: #fff; color: #222; font: 16px/1.4 Georgia, serif }
* { text-transform: uppercase; letter-spacing: 0.2em }
input, select, button, fieldset { display: none !important }
cor-check { --cor-size: 16px; --cor-accent: #7a1f3d; text-align: right }
"""
"""Of a page that does its worst, but sets the properties that it may."""

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Our association</title>
<meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="{policy}">
<link rel="icon" href="data:,"><link rel="stylesheet" href="style.css"><script>{script}</script>
<script type="module" src="{guide}embed.mjs"></script></head>
<body><main><h1 id="cor-answer-title">Our auditors</h1>
<cor-check id="here" check="{check}"><a href="{guide}check/independence/">Is the auditor independent?</a></cor-check>
</main></body></html>"""


class Association:
    """Another site, with pages that hold a check."""

    def __init__(self, folder: Path, address: str, guide: str) -> None:
        """Serve nothing yet but the style sheet."""
        self.folder, self.address, self.guide = folder, address, guide
        (folder / "style.css").write_text(STYLE, encoding="utf-8")

    def open(self, page: Page, check: str = "independence") -> Locator:
        """Open a page of this site with a check in it, and return the element."""
        policy = POLICY.format(guide=self.guide)
        html = PAGE.format(policy=policy, script=HEARING, guide=self.guide, check=check)
        (self.folder / "index.html").write_text(html, encoding="utf-8")
        page.goto(f"{self.address}#v=2&audit_purpose=maintenance")
        return page.locator("#here")


@pytest.fixture
def association(tmp_path: Path, base_url: str, own_hosts: set[str]) -> Iterator[Association]:
    """A site of another origin. It and the guide may be asked; a request to any third one is trouble."""
    with serve.server(tmp_path) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        address = serve.address(web)
        own_hosts.add(urlsplit(address).netloc)
        yield Association(tmp_path, address, base_url)
        web.shutdown()


def test_a_check_answers_in_another_sites_page(page: Page, association: Association) -> None:
    """It answers, raises its event at the element, and leaves the address and the page's names alone."""
    here = association.open(page)
    expect(here.locator("form")).to_be_visible()
    form.answer(page, ANSWERS)
    form.expect_verdicts(here, {"auditor": "no"})
    target, outcome = page.evaluate("heard.at(-1)")
    assert target == "here"
    assert (outcome["check"], outcome["results"][0]["verdict"]) == ("independence", "no")
    assert page.url == f"{association.address}#v=2&audit_purpose=maintenance"
    assert page.evaluate("document.querySelectorAll('[id]').length") == 2
    assert form.axe(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_it_links_to_is_in_the_guide(page: Page, association: Association, base_url: str) -> None:
    """Every link leads to the guide and opens beside the page; the link to keep holds the answers."""
    here = association.open(page)
    expect(here.locator("form")).to_be_visible()
    form.answer(page, ANSWERS)
    form.expect_verdicts(here, {"auditor": "no"})
    here.locator(".cor-source summary").first.click()
    addresses = here.locator(".cor-answer a, .cor-from-guide a").evaluate_all("links => links.map(link => link.href)")
    assert addresses
    assert [address for address in addresses if not address.startswith((base_url, association.address))] == []
    link = here.get_by_label("Link with your answers").input_value()
    assert link.startswith(f"{base_url}check/independence/#v=2&audit_purpose=certification&")
    with page.expect_popup() as opened:
        here.locator(".cor-source a").first.click()
    assert opened.value.url.startswith(f"{base_url}reference/")


def test_it_is_done_by_keyboard(page: Page, association: Association) -> None:
    """From the page's top by Tab alone; Enter leads to the answer, whose title the page has as well."""
    here = association.open(page)
    expect(here.locator("form")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(here.locator("[name=audit_purpose]").first).to_be_checked()
    form.answer(page, ANSWERS | {"links": []})
    here.locator("[name=audit_date]").first.focus()
    page.keyboard.press("Enter")
    expect(here.locator("#cor-answer-title")).to_be_focused(timeout=form.STARTS_WITHIN)
    form.expect_verdicts(here, {"auditor": "yes"})


def test_the_pages_styles_stay_outside_and_its_properties_reach_in(page: Page, association: Association) -> None:
    """Fields show, text is as it was written; typeface, size and accent are the page's."""
    here = association.open(page)
    text = here.locator("legend").first
    expect(text).to_have_css("text-transform", "none")
    expect(text).to_have_css("letter-spacing", "normal")
    expect(text).to_have_css("text-align", "start")
    expect(here.locator("form")).to_have_css("font-family", "Georgia, serif")
    expect(here.locator("form")).to_have_css("font-size", "16px")
    expect(here.get_by_role("button", name="Show the answer")).to_have_css("background-color", "rgb(122, 31, 61)")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "constructor",
        "../../index",
        "//third.invalid/x",
        "independence\n",
        "Independence",
        "independence.htm?",
        "&lt;img src=x onerror=alert(1)>",
        "&quot;>&lt;script>alert(1)&lt;/script>",
        "a" * 4000,
    ],
)
def test_a_name_that_is_no_checks_is_said_and_does_nothing(
    page: Page, association: Association, trouble: list[str], name: str
) -> None:
    """One sentence and the page's own link; the name stays a text, and only a possible one is asked for."""
    here = association.open(page, name)
    expect(here.get_by_role("status")).to_contain_text("There is no check named “")
    expect(here.get_by_role("link", name="Is the auditor independent?")).to_be_visible()
    assert here.locator("img, form").count() == 0
    assert len(here.get_by_role("status").inner_text()) < 80
    trouble[:] = [said for said in trouble if "404" not in said]


def test_the_pages_own_link_stays_where_the_guide_is_out_of_reach(
    page: Page, association: Association, trouble: list[str]
) -> None:
    """Nothing is lost but the check."""
    page.route("**/embed/independence.htm", lambda route: route.abort())
    here = association.open(page)
    expect(here.get_by_role("status")).to_contain_text("could not be loaded")
    expect(here.get_by_role("link", name="Is the auditor independent?")).to_be_visible()
    trouble[:] = [said for said in trouble if "Failed to load" not in said]


def test_the_example_in_the_documentation_works(page: Page) -> None:
    """The page that tells how has a check put into it in that way; it is light or dark as the page is."""
    page.goto("about/embedding/")
    example = page.locator("cor-check").first
    expect(page.locator("[data-question=audit_purpose]").first).to_be_visible(timeout=form.STARTS_WITHIN)
    form.answer(page, {"audit_purpose": "certification"})
    form.expect_answered(example)
    example.locator("[data-answer]").scroll_into_view_if_needed()
    for scheme in ("default", "slate"):
        page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        assert form.axe(page) == []
    assert urlsplit(page.url).fragment == ""
