"""What can go wrong in a browser, in every browser: the next answer is right, and nothing typed is lost.

Only what the checks promise is used: links, controls named after the answers, and the events of the element.
"""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from ..browser import visits
from ..support.described import CHECKS, QUESTIONS
from ..support.fillings import expected, filled, in_one_control, link
from ..support.visiting import version_1
from ..support.visiting.browsers import Browsers
from ..support.visiting.elsewhere import elsewhere, page_around
from ..support.visiting.faulty_host import FaultyHost, serving
from ..support.visiting.visitor import Visitor
from .conftest import SITE

CHECK = "maintenance"
ANSWERS = in_one_control(filled(CHECK)[0])
SCORE = next(key for key in reversed(CHECKS[CHECK]) if QUESTIONS[key]["kind"] == "percent")

REFUSED = """() => {
    for (const name of ["replaceState", "pushState"])
        history[name] = () => {
            throw new DOMException("Attempt to use history.replaceState() more than 100 times per 10 seconds", "SecurityError");
        };
}"""

BLOCKED = """
{
    const denied = () => { throw new DOMException("Access is denied for this document.", "SecurityError") };
    for (const name of ["localStorage", "sessionStorage", "indexedDB"])
        Object.defineProperty(window, name, { get: denied, configurable: true });
    if (window.CacheStorage)
        for (const name of ["keys", "open", "has", "match", "delete"])
            CacheStorage.prototype[name] = async () => denied();
    if (window.ServiceWorkerContainer)
        for (const name of ["register", "getRegistration", "getRegistrations"])
            ServiceWorkerContainer.prototype[name] = async () => denied();
}
"""
"""As where a browser lets no site keep anything."""

NO_SERVICE_WORKERS = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });"
"""As in some private windows."""

HOSTILE = """() => {
    const texts = [
        null, 1, "ready", [], {}, { id: 0 }, { id: 1, text: "{}" }, { id: 1, text: '{"problems":[]}' },
        { id: 1, outcome: {}, text: "<img src=x onerror='corTest.complaints.push(1)'>" },
        { way: "b", failed: "network" }, { way: "b", files: [] }, { failed: "start_failed" }, { type: "ready" },
        { check: "certification", answers: "{}", id: 1 }, { progress: { loaded: 1, total: 0 } },
        "take over", "keep Python", { toString: null }, { __proto__: { then: 1 } }, "x".repeat(1e6),
    ];
    for (let id = 0; id < 20; id++) texts.push({ id, text: "{}" }, { id, result: "{}" }, { id, error: "no" });
    for (const text of texts) {
        postMessage(text, "*");
        document.dispatchEvent(new MessageEvent("message", { data: text }));
    }
}"""

FOUR_FRAMES = """async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise(go => requestAnimationFrame(go));
}"""

END_WORKERS = """async () => {
    for (const worker of corTest.workers.splice(0)) worker.terminate();
    await new Promise((go) => setTimeout(go, 1100));  // what counts once a second has ended
    corTest.hasten(10);
}"""
"""Browsers end workers to save memory, and tell nobody. What then waits for an answer waits a tenth as long."""


def answered(visitor: Visitor, answers: dict[str, str] = ANSWERS) -> Visitor:
    """Open the check with answers, see it answered, and the page standing where the answer is."""
    visitor.check(CHECK, link(CHECK, answers))
    visitor.expect_outcome(expected(CHECK, answers, visitor.today()))
    visitor.run(FOUR_FRAMES)
    return visitor


def in_use(visitor: Visitor) -> Visitor:
    """Begin again with the same answers, in a page in which something has gone wrong before if there is one."""
    if f"check/{CHECK}/" not in visitor.address():
        return answered(visitor)
    for answers in ({SCORE: "1"}, ANSWERS):
        visitor.run("hash => { location.hash = hash }", link(CHECK, answers))
        visitor.expect_outcome(expected(CHECK, answers, visitor.today()))
    return visitor


def expect_next_answer(visitor: Visitor, score: str = "61.25", within: float = 30) -> None:
    """Change one answer: the outcome follows, and everything else stands as it was."""
    visitor.answer(SCORE, score)
    visitor.expect_outcome(expected(CHECK, {**ANSWERS, SCORE: score}, visitor.today()), within=within)


# ─── In a page that goes on after each ───


def test_an_address_that_may_not_be_written(visitor: Visitor) -> None:
    """Answers come all the same, and the next change is written once the browser lets it."""
    in_use(visitor).run(REFUSED)
    expect_next_answer(visitor)
    visitor.run("() => { delete history.replaceState; delete history.pushState }")


def test_more_changes_than_a_browser_allows(visitor: Visitor) -> None:
    """WebKit throws after 100 changes of the address in ten seconds: the answer is that to the last of more."""
    in_use(visitor)
    visitor.run(
        """async name => {
            for (let tenths = 0; tenths < 110; tenths++) {
                corTest.set(corTest.named(name, ""), String(tenths / 10));
                await new Promise(go => requestAnimationFrame(go));
            }
        }""",
        SCORE,
    )
    expect_next_answer(visitor)


def test_messages_from_strangers(visitor: Visitor) -> None:
    """Another page may send anything: it is not taken for an answer, and the next answer is right."""
    in_use(visitor).run(HOSTILE)
    expect_next_answer(visitor)
    assert {outcome["check"] for outcome in visitor.told()} == {CHECK}
    assert visitor.told("cor-error") == []


def test_a_clock_that_is_set_back(visitor: Visitor) -> None:
    """Answers are for the visitor's own day, whatever it was before; where no rules were published, it is said."""
    in_use(visitor).run("() => { corTest.clock = -300 * 864e5 }")
    expect_next_answer(visitor)
    visitor.run("() => { corTest.clock = 0; corTest.clock = new Date(2022, 11, 31) - new Date() }")
    visitor.answer(SCORE, "62.5")
    visitor.press("Tab")
    problems = visitor.until("() => corTest.told['cor-problems'].at(-1)")
    assert [problem["code"] for problem in json.loads(problems)["problems"]] == ["no_rules"]
    visitor.run("() => { corTest.clock = 0 }")
    expect_next_answer(visitor)


def test_an_element_that_is_moved_goes_on(visitor: Visitor) -> None:
    """To another place of the page, with what was typed."""
    in_use(visitor).run("() => document.querySelector('h1').before(document.querySelector('cor-check'))")
    expect_next_answer(visitor)


def test_a_worker_that_the_browser_ends(visitor: Visitor) -> None:
    """Another one answers what is asked next."""
    in_use(visitor).run(END_WORKERS)
    expect_next_answer(visitor)


# ─── Each in a page of its own ───


def test_a_browser_that_keeps_nothing(browsers: Browsers, name: str, site: str) -> None:
    """It answers, and does not complain. Without service workers it answers in the test of a deploy below."""
    with closing(browsers.visitor(name, site, BLOCKED)) as visitor:
        expect_next_answer(answered(visitor))
        assert visitor.complaints() == []


def test_a_page_in_a_frame_of_another_site(visitor: Visitor, tmp_path: Path) -> None:
    """There a browser keeps what a site stores apart, or lets it store nothing: the check answers."""
    with elsewhere(tmp_path) as address:
        framed = f"{visitor.base}check/{CHECK}/{link(CHECK, ANSWERS)}"
        (tmp_path / "index.html").write_text(page_around(framed.replace("&", "&amp;")), encoding="utf-8")
        visitor.go(address.replace("127.0.0.1", "localhost"))
        visitor.expect_outcome(expected(CHECK, ANSWERS, visitor.today()))


def test_a_link_as_long_as_the_rules_allow(visitor: Visitor) -> None:
    """Sixty kilobytes of a name: answered as the command line does, and written back whole."""
    answers = {"elements": [{"name": "x" * 60_000, "awarded": "45", "possible": "50"}]}
    visitor.check("score", link("score", answers))
    visitor.expect_outcome(expected("score", answers, visitor.today()))
    visitor.reload()
    visitor.expect_outcome(expected("score", answers, visitor.today()))


def test_a_link_that_is_longer(visitor: Visitor) -> None:
    """Beyond 64 kilobytes it is said, and the page goes on."""
    answers = {"elements": [{"name": "x" * 70_000, "awarded": "45", "possible": "50"}]}
    visitor.check("score", link("score", answers))
    problems = visitor.until("() => corTest.told['cor-problems'].at(-1)")
    assert [problem["code"] for problem in json.loads(problems)["problems"]] == ["too_many"]
    short = filled("score")[0]
    visitor.run("hash => { location.hash = hash }", link("score", short))
    visitor.expect_outcome(expected("score", short, visitor.today()))


def test_a_deploy_between_two_answers(visit: Callable[[str], Visitor]) -> None:
    """The open page goes on with its own rules; loaded again, it is the newer build, with the same answers."""
    with serving(FaultyHost(SITE, under="/guide/")) as host:
        visitor = answered(visit(host.address))
        host.site = visits.second_build()
        expect_next_answer(visitor)
        visitor.expect_address(f"{SCORE}=61.25")
        renew(visitor)
        visitor.expect_outcome(expected(CHECK, {**ANSWERS, SCORE: "61.25"}, visitor.today()))
        assert visitor.value(SCORE) == "61.25"


def renew(visitor: Visitor) -> None:
    """Load the page again, and take the second build where it is offered and not there at once."""
    visitor.reload()
    if visitor.until(f"() => ({SECOND}) || ({OFFER}) && 'offered'", within=60) == "offered":
        visitor.run("() => { window.gone = true; " + OFFER + ".click() }")
        visitor.until(f"() => !window.gone && ({SECOND})")
    visitor.until("() => customElements.get('cor-check') !== undefined")


SECOND = f"corTest.text().includes('{visits.MARK}')"
OFFER = "[...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Load it')"


def test_a_deploy_and_a_worker_that_is_ended(browsers: Browsers, name: str) -> None:
    """The browser keeps nothing, so the rules of the open page are nowhere to be had: it says so, and keeps what was typed."""
    with (
        serving(FaultyHost(SITE, under="/guide/")) as host,
        closing(browsers.visitor(name, host.address, NO_SERVICE_WORKERS)) as visitor,
    ):
        answered(visitor)
        host.site = visits.second_build()
        visitor.run(END_WORKERS)
        visitor.answer(SCORE, "61.25")
        visitor.until("() => corTest.told['cor-error'].length || corTest.told['cor-outcome'].length > 1")
        assert visitor.value(SCORE) == "61.25"


def test_a_service_worker_of_version_1_meets_these_files(visit: Callable[[str], Visitor], tmp_path: Path) -> None:
    """Who has kept version 1 goes on with it until they load the newer one; then every page is of this build, offline too."""
    old = tmp_path / "version-1"
    old.mkdir()
    version_1.write(old)
    with serving(FaultyHost(old, under="/guide/")) as host:
        visitor = visit(host.address)
        visitor.open()
        visitor.until("() => navigator.serviceWorker.ready.then(() => true)")
        visitor.until("() => caches.keys().then(names => names.length === 1)")
        host.site = SITE
        visitor.open("check/certification/")
        assert "Version 1" in visitor.text()
        visitor.until(f"() => {OFFER} !== undefined")
        visitor.run("() => new Promise(go => setTimeout(go, 5000))")  # version 1 does not wait for its worker to rest
        visitor.run(f"() => {OFFER}.click()")
        visitor.until("() => customElements.get('cor-check') !== undefined")
        answered(visitor)
        visitor.expect_kept()
        visitor.until("() => caches.keys().then(names => !names.some(name => name.endsWith('version-1')))")
        host.gone = True
        answered(visitor)


def test_an_element_that_is_taken_out_lets_go(visitor: Visitor) -> None:
    """It no longer hears of links, and tells nothing."""
    answered(visitor).run("() => { window.taken = document.querySelector('cor-check'); taken.remove() }")
    visitor.run("() => { window.after = 0; taken.addEventListener('cor-outcome', () => after++) }")
    visitor.run("hash => { location.hash = hash }", link(CHECK, {SCORE: "61.25"}))
    visitor.run("() => new Promise(go => setTimeout(go, 1500))")
    assert visitor.run("() => after") == 0
