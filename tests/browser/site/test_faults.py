"""What can go wrong with a host, a line or a browser: visitors read what it is, and lose nothing that they typed."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ...support.visiting.faulty_host import FaultyHost, serving
from .. import form, visits

NOT_LOADED = "The calculator could not be loaded; check the connection and try again."
NOT_STARTED_HERE = "The calculator could not be started in this browser."
NO_WEBASSEMBLY = "This browser cannot run WebAssembly, which the calculator needs."
NO_WORKER = "This browser cannot run programs in the background, which the calculator needs."
NOT_STARTED = "This form has not started. Reload the page"


REFUSED = """WebAssembly.compileStreaming = WebAssembly.instantiateStreaming = WebAssembly.instantiate = () =>
    Promise.reject(new RangeError("WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory"));
"""
"""A machine that refuses the memory which WebAssembly asks for, as code that stands before the worker's own."""

IMPATIENT = "const wait = setTimeout; self.setTimeout = (what, ms) => wait(what, ms / 10);\n"
"""What a worker waits for passes ten times faster."""

EITHER_HOST = pytest.mark.parametrize("host", [False, True], indirect=True, ids=["plain host", "brotli"])
"""A host that compresses well is asked for other files than one that does not."""


@pytest.fixture
def host(request: pytest.FixtureRequest) -> Iterator[FaultyHost]:
    """The built site in a sub-folder, sent as it is unless the test says that it is compressed."""
    with serving(FaultyHost(visits.SITE, under="/guide/", compress=getattr(request, "param", False))) as host:
        yield host


@pytest.fixture
def page(browser: Browser, host: FaultyHost) -> Iterator[Page]:
    """A page of a visitor who has never been here, whose browser keeps nothing for use offline."""
    with visits.visitor(browser, host.address, service_workers="block") as (context, _):
        yield context.new_page()


def type_and_read(page: Page, sentence: str) -> Locator:
    """Answer a question, and wait for the sentence in the answer's place; return the check."""
    check = form.open_check(page, "certification") if page.url == "about:blank" else page.locator("cor-check")
    form.answer(page, {"employees": "11"})
    expect(check).to_have_attribute("data-state", "failed", timeout=2 * form.STARTS_WITHIN)
    expect(check.locator("[data-state-words]")).to_have_text(sentence)
    expect(page.locator("[name=employees]")).to_have_value("11")
    expect(check.get_by_role("link", name="decision table")).to_be_visible()
    return check


def try_again(page: Page) -> None:
    """Press the button that is offered, and wait for the answer to what was typed."""
    page.get_by_role("button", name="Try again").click()
    form.expect_verdicts(page.locator("cor-check"), {"secor": "no"})
    expect(page.locator("[name=employees]")).to_have_value("11")


@EITHER_HOST
@pytest.mark.parametrize("part", ["/python/", ".wasm"])
def test_missing_files(page: Page, host: FaultyHost, part: str) -> None:
    """It is said, and once the host has them again the button is enough."""
    host.missing = part
    type_and_read(page, NOT_LOADED)
    host.missing = None
    try_again(page)


@EITHER_HOST
def test_files_that_break_off(page: Page, host: FaultyHost) -> None:
    """Half a file is no file."""
    host.cut = ".wasm"
    type_and_read(page, NOT_LOADED)
    host.cut = None
    try_again(page)


@EITHER_HOST
def test_files_that_were_changed(page: Page, host: FaultyHost) -> None:
    """One wrong byte in each, and nothing answers: it could be a wrong rule."""
    host.spoil(".wasm")
    type_and_read(page, NOT_LOADED)
    host.spoilt.clear()
    try_again(page)


@pytest.mark.parametrize(
    ("host", "fault", "part", "instead"),
    [
        (False, "missing", "/memory-", "/library-"),
        (False, "spoilt", "/memory-", "/library-"),
        (True, "spoilt", "/memory-", "/library-"),
        (False, "missing", "/(memory|library)-", "/python_stdlib."),
        (False, "missing", "/python/worker.mjs", "/python_stdlib."),
    ],
    indirect=["host"],
)
def test_a_slower_way_takes_over(page: Page, host: FaultyHost, fault: str, part: str, instead: str) -> None:
    """Where only some files are bad, a start that does without them serves, with the same answer and no alarm."""
    if fault == "spoilt":
        host.spoil(part)
    else:
        setattr(host, fault, part)
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type == "info" else None)
    page.goto(f"check/certification/{visits.ANSWERS}")
    expect(page.locator("cor-check")).to_have_attribute("data-state", "answered", timeout=3 * form.STARTS_WITHIN)
    visits.expect_answer(page)
    assert any(instead in path for path in host.sent)
    tried = {"/memory-": ["snapshot"], "/(memory|library)-": ["snapshot", "bundle"], "/python/worker.mjs": []}[part]
    assert [said[: said.index(":")] for said in told] == [f"Python did not start ({way})" for way in tried]


def test_a_slow_line(page: Page, host: FaultyHost) -> None:
    """Half a minute without Python: how far it is shows, the form can be filled in meanwhile, and the answer comes."""
    host.slow = (".asm.", 20_000)
    page.clock.install()
    check = form.open_check(page, "certification")
    form.answer(page, {"employees": "11"})
    expect(check.locator("[data-state-words]")).to_have_text(re.compile(r"^Getting the rules ready: \d+%$"))
    page.clock.fast_forward(30_000)
    form.answer(page, {"documentation_months": "12"})
    expect(check).to_have_attribute("data-state", "starting")
    host.slow = None
    form.expect_verdicts(check, {"secor": "no"})
    expect(page.locator("[name=documentation_months]")).to_have_value("12")


def test_a_worker_that_dies_for_good(page: Page, host: FaultyHost) -> None:
    """Where no other can be started either, it is said; the answers stay, and the button helps."""
    page.clock.install()
    check = form.open_check(page, "certification")
    expect(check).to_have_attribute("data-state", "ready", timeout=form.STARTS_WITHIN)
    (python,) = [worker for worker in page.workers if worker.url.endswith("/python/worker.mjs")]
    python.evaluate("self.close()")
    host.gone = True
    form.answer(page, {"employees": "11"})
    expect(check).to_have_attribute("data-state", "working")
    page.clock.run_for(20_000)
    type_and_read(page, NOT_LOADED)
    host.gone = False
    try_again(page)


def test_memory_that_is_refused(page: Page, host: FaultyHost) -> None:
    """Each way is tried, then it is said, and nothing typed is lost."""
    for name in ("worker.mjs", "stock.mjs"):
        (script,) = visits.SITE.glob(f"calculator-*/python/{name}")
        host.spoil(f"/{name}", (REFUSED + IMPATIENT + script.read_text(encoding="utf-8")).encode())
    type_and_read(page, NOT_STARTED_HERE)
    host.spoilt.clear()
    try_again(page)


@pytest.mark.parametrize(("missing", "sentence"), [("WebAssembly", NO_WEBASSEMBLY), ("Worker", NO_WORKER)])
def test_a_browser_that_cannot(page: Page, missing: str, sentence: str) -> None:
    """It says what is missing, and where the same rules can be read."""
    page.add_init_script(f"delete self.{missing}")
    type_and_read(page, sentence)


def test_the_line_goes_while_the_form_is_filled_in(page: Page, host: FaultyHost) -> None:
    """On a first visit nothing is kept yet: it is said, and the button helps once the line is back."""
    page.add_init_script(visits.SAVES_DATA)
    form.open_check(page, "certification")
    host.gone = True
    type_and_read(page, NOT_LOADED)
    host.gone = False
    try_again(page)


def test_a_newer_version_replaces_the_files_of_an_open_page(page: Page, host: FaultyHost) -> None:
    """The rules of the open page are gone: it runs no others, but offers the newer version, and the answers stay."""
    page.add_init_script(visits.SAVES_DATA)
    form.open_check(page, "certification")
    host.site = visits.second_build()
    type_and_read(page, NOT_LOADED)
    visits.expect_offer(page)
    page.get_by_role("button", name="Load it").click()
    visits.expect_second_build(page)
    form.expect_verdicts(page.locator("cor-check"), {"secor": "no"})
    expect(page.locator("[name=employees]")).to_have_value("11")


def test_scripts_that_are_sent_as_something_else(page: Page, host: FaultyHost) -> None:
    """The browser refuses them: the style alone says so, after a while, and nothing pretends to work."""
    host.types[".js"] = "application/octet-stream"
    page.goto("check/certification/")
    note = page.get_by_text(NOT_STARTED)
    expect(note).to_be_hidden()
    expect(note).to_be_visible(timeout=10_000)


def test_a_form_that_starts_does_not_say_otherwise(page: Page) -> None:
    """The sentence is for those whose form has not started."""
    check = form.open_check(page, "certification")
    expect(check).to_have_attribute("data-state", "ready", timeout=form.STARTS_WITHIN)
    page.wait_for_timeout(7000)
    expect(page.get_by_text(NOT_STARTED)).to_be_hidden()


def test_every_other_type_may_be_wrong(page: Page, host: FaultyHost) -> None:
    """WebAssembly, data and fonts work whatever the host calls them."""
    host.types |= dict.fromkeys(
        (".wasm", ".data", ".zip", ".bin", ".json", ".woff2", ".webmanifest", ".whl"), "text/plain"
    )
    page.goto(f"check/certification/{visits.ANSWERS}")
    visits.expect_answer(page)


def test_every_page_finds_its_files_in_a_sub_folder(page: Page, host: FaultyHost) -> None:
    """No address leads out of the folder, or nowhere."""
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    for folder in ("", "check/", "check/plan/", "employers/which-one/", "reference/rules/", "about/licences/"):
        page.goto(folder, wait_until="load")
    assert failed == []
    assert all(path.startswith("/guide/") for path in host.asked)
