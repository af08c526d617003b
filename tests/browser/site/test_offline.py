"""After one visit the site works without its host; a newer version is offered, and never mixed with the one in use."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from ...support.visiting.faulty_host import FaultyHost, serving
from .. import cases, form, visits

GONE = 'Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined })'
SLOW = "Object.defineProperty(navigator, 'connection', { value: { effectiveType: '3g' } })"
BLOCKED = """
const denied = () => { throw new DOMException("Access is denied for this document.", "SecurityError"); };
const refused = async () => { throw new DOMException("The user denied permission.", "NotSupportedError"); };
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get: denied, configurable: true });
if (isSecureContext) {
  for (const name of ["keys", "open", "has", "match", "delete"]) CacheStorage.prototype[name] = async () => denied();
  for (const name of ["register", "getRegistration"]) ServiceWorkerContainer.prototype[name] = refused;
}
"""
"""What Chromium does where its settings block all cookies; its builds without windows have no such setting."""

FETCH = """addresses => Promise.all(addresses.map(async address => {
  const response = await fetch(address);
  await response.text();
  return response.status;
}))"""


@pytest.fixture
def host() -> Iterator[FaultyHost]:
    """The built site in a sub-folder, sent as a plain host does."""
    with serving(FaultyHost(visits.SITE, under="/guide/")) as host:
        yield host


@pytest.mark.parametrize(("under", "compress"), [("/", False), ("/guide/", True)], ids=["root", "sub-folder, brotli"])
def test_everything_works_after_one_visit_to_one_page(browser: Browser, under: str, compress: bool) -> None:
    """The home page was seen; then the host is gone, and a check answers, each page opens, and the search finds.

    Every check without its host is tested in every browser.
    """
    with (
        serving(FaultyHost(visits.SITE, under, compress)) as host,
        visits.visitor(browser, host.address) as (context, said),
    ):
        page = visits.kept_site(context)
        host.gone = True
        check, _, answers, verdicts = cases.DECIDED[0]
        element = form.open_check(page, check)
        form.answer(page, answers)
        form.expect_verdicts(element, verdicts)
        pages = [html.parent.relative_to(visits.SITE).as_posix() + "/" for html in visits.SITE.rglob("index.html")]
        assert set(page.evaluate(FETCH, [f"{host.address}{each}" for each in pages])) == {200}
        page.goto("employers/")
        page.goto("")
        page.get_by_role("textbox", name="Search").fill("independence")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        assert said == []


def test_nothing_is_fetched_twice(browser: Browser, host: FaultyHost) -> None:
    """A check keeps what its Python started from; the next visit asks only whether there is a newer version."""
    with visits.visitor(browser, host.address) as (context, _):
        page = context.new_page()
        page.goto("check/certification/" + visits.ANSWERS)
        visits.expect_answer(page)
        visits.wait_until_kept(page)
        large = [path for path in host.sent if path.endswith(".gz.data")]
        assert len(large) == len(set(large)), "the browser's own cache serves the second time"
        host.asked.clear()
        page.goto("check/score/")
        expect(page.locator("cor-check")).to_have_attribute("data-state", "ready", timeout=form.STARTS_WITHIN)
        assert set(host.asked) <= {"/guide/sw.js"}


def test_addresses_that_a_host_would_mend_work_without_it(browser: Browser, host: FaultyHost) -> None:
    """A folder without its slash, an index page by its name, an address that does not exist."""
    with visits.visitor(browser, host.address) as (context, _):
        page = visits.kept_site(context)
        host.gone = True
        page.goto("check/certification?way=bundle" + visits.ANSWERS)
        assert page.url == f"{host.address}check/certification/?way=bundle{visits.ANSWERS}"
        page.goto("employers/index.html")
        expect(page).to_have_title(re.compile("Employers"))
        answer = page.goto("nowhere/")
        assert answer
        assert answer.status == 404
        expect(page.get_by_role("heading", level=1)).to_contain_text("This page is not here")


THEIRS = {"cor-guide / 0", "cor-guide /guide/old/ 0", "theirs"}
"""Caches of other sites, for hosts serve several from one origin: they are not ours to drop."""

NAMED_BY_WHAT_CHANGED = re.compile(r"/(calculator-\w+/|sw\.js$)")


def test_a_newer_version_is_offered_and_not_forced(browser: Browser, host: FaultyHost) -> None:
    """It waits while a form is filled in; loading it keeps the answers, and of all builds the older one alone goes.

    Megabytes that are the same in it are not fetched: they come from the older one.
    """
    with visits.visitor(browser, host.address) as (context, said):
        page = context.new_page()
        page.goto("")
        page.evaluate("names => Promise.all(names.map(name => caches.open(name)))", sorted(THEIRS))
        visits.wait_until_kept(page)
        (first,) = set(visits.kept(page)) - THEIRS
        host.site = visits.second_build()
        host.sent.clear()
        page.goto("check/certification/")
        form.answer(page, {"partner": "acsa", "employees": "9"})
        visits.expect_offer(page)
        same = [path for path in host.sent if not NAMED_BY_WHAT_CHANGED.search(path)]
        assert [path for path in same if path.endswith((".js", ".woff2", ".png"))] == []
        form.answer(page, {"documentation_months": "12", "assessor": "own_staff"} | cases.AUDITED)
        visits.expect_answer(page)
        expect(page.get_by_text(visits.MARK)).to_have_count(0)
        page.get_by_role("button", name="Load it").click()
        visits.expect_second_build(page)
        visits.expect_answer(page)
        expect(page.locator("[name=overall_score]")).to_have_value("85.5")
        expect(page.locator(".cor-update")).to_have_count(0)
        assert first not in visits.kept(page)
        assert set(visits.kept(page)) > THEIRS
        host.gone = True
        page.reload()
        visits.expect_answer(page)
        assert said == []


def test_later_means_at_the_next_visit(browser: Browser, host: FaultyHost) -> None:
    """Who puts it off reads on in the older version; once all pages are closed, the newer one is there."""
    with visits.visitor(browser, host.address) as (context, _):
        page = visits.kept_site(context)
        host.site = visits.second_build()
        page.goto("employers/")
        visits.expect_offer(page)
        page.get_by_role("button", name="Later").click()
        expect(page.locator(".cor-update")).to_have_count(0)
        page.goto("auditors/")
        expect(page.get_by_text(visits.MARK)).to_have_count(0)
        page.goto("about:blank")
        page.wait_for_timeout(500)
        page.goto(host.address)
        visits.expect_second_build(page)


def test_another_tab_is_left_as_it_is(browser: Browser, host: FaultyHost) -> None:
    """A page of the older build can still start its own Python after another tab took the newer one, and is told."""
    with visits.visitor(browser, host.address) as (context, said):
        page = visits.kept_site(context)
        other = context.new_page()
        other.add_init_script(visits.SAVES_DATA)  # so that it has not started Python yet
        other.goto("check/certification/")
        host.site = visits.second_build()
        page.goto("employers/")
        visits.expect_offer(page)
        page.get_by_role("button", name="Load it").click()
        visits.expect_second_build(page)
        form.answer(other, {"employees": "11"})
        form.expect_verdicts(other.locator("cor-check"), {"secor": "no"})
        expect(other.get_by_text(visits.MARK)).to_have_count(0)
        assert said == []


def test_a_build_that_arrives_mixed_is_not_taken(browser: Browser, host: FaultyHost) -> None:
    """While the host still sends a file of the older build, the newer one is not offered, and the older one stays."""
    with visits.visitor(browser, host.address) as (context, _):
        page = visits.kept_site(context)
        (first,) = visits.kept(page)
        host.site = visits.second_build()
        host.spoil("auditors/timeline/", (visits.SITE / "auditors/timeline/index.html").read_bytes())
        host.asked.clear()
        page.goto("employers/")
        visits.wait_until(page, lambda: "/guide/auditors/timeline/" in host.asked)
        page.wait_for_timeout(1500)
        expect(page.locator(".cor-update")).to_have_count(0)
        page.goto("auditors/")
        expect(page.get_by_text(visits.MARK)).to_have_count(0)
        assert first in visits.kept(page)
        host.spoilt.clear()
        page.goto("employers/")
        visits.expect_offer(page)


@pytest.mark.parametrize("script", [GONE, visits.SAVES_DATA], ids=["no service workers", "data is to be saved"])
def test_without_an_offline_copy_all_works_as_before(browser: Browser, host: FaultyHost, script: str) -> None:
    """Nothing is kept, nothing complains, and the check answers."""
    with visits.visitor(browser, host.address) as (context, said):
        context.add_init_script(script)
        page = context.new_page()
        page.goto("check/certification/" + visits.ANSWERS)
        visits.expect_answer(page)
        page.wait_for_timeout(500)
        assert visits.kept(page) == {}
        assert said == []


def test_on_a_slow_line_python_is_kept_by_the_first_check_alone(browser: Browser, host: FaultyHost) -> None:
    """Pages are kept from any page; the megabytes of Python only once a check has fetched them anyway."""
    with visits.visitor(browser, host.address) as (context, _):
        context.add_init_script(SLOW)
        page = context.new_page()
        page.goto("")
        page.wait_for_function("() => navigator.serviceWorker.ready")
        page.wait_for_timeout(1500)
        assert not [path for path in host.sent if path.endswith((".gz.data", ".wasm"))]
        page.goto("check/certification/" + visits.ANSWERS)
        visits.expect_answer(page)
        visits.wait_until_kept(page)


def test_a_full_disk_does_no_harm(browser: Browser, host: FaultyHost) -> None:
    """Where there is no room nothing is kept, not even a part, and the check answers."""
    with visits.visitor(browser, host.address) as (context, said):
        page = context.new_page()
        full = {"origin": host.address.removesuffix("/guide/"), "quotaSize": 50_000}
        context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", full)
        page.goto("check/certification/" + visits.ANSWERS)
        visits.expect_answer(page)
        page.wait_for_timeout(3000)
        assert not any(visits.kept(page).values())
        assert said == []


def test_blocked_storage_does_no_harm(browser: Browser, host: FaultyHost) -> None:
    """A browser told to let no site keep anything shows the answer all the same, without a complaint."""
    with visits.visitor(browser, host.address) as (context, said):
        context.add_init_script(BLOCKED)
        page = context.new_page()
        page.goto("check/certification/" + visits.ANSWERS)
        visits.expect_answer(page)
        page.wait_for_timeout(500)
        assert page.evaluate("caches.keys().then(() => 'allowed', () => 'denied')") == "denied"
        assert said == []
