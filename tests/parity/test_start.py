"""Python's start in a real browser: every way, what happens when one fails, and what the page is told."""

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from cor_calc import check_json
from cor_site.packing.node import PYODIDE, script
from tests.support.host import Host, Line, serving

ANSWERS = json.dumps({"employees": 9, "overall_score": "79.99"})
DAY = "2026-11-22"
STARTS_WITHIN = 90_000

ASK = """async ({ options, questions }) => {
  window.told = [];
  try {
    const started = await python.start({ ...options, onProgress: (progress) => told.push(progress) });
    const texts = await Promise.all(questions.map((question) => started.check(...question)));
    return { texts, way: started.way(), files: started.files(), told };
  } catch ({ code, message }) {
    return { code, message, told };
  }
}"""


@pytest.fixture
def visit(page: Page) -> Callable[..., dict[str, Any]]:
    """Return a function that opens the page at a host, starts Python and asks it."""

    def visit(host: Host, *questions: tuple[str, str, str], address: str = "", **options: str) -> dict[str, Any]:
        page.set_default_timeout(STARTS_WITHIN)
        host.requests.clear()
        host.sent = 0
        page.goto(host.address + address)
        page.locator("html").evaluate("() => new Promise((done) => window.python ? done() : setTimeout(done, 500))")
        asked = questions or (("certification", ANSWERS, DAY),)
        said: dict[str, Any] = page.evaluate(ASK, {"options": options, "questions": asked})
        return said

    return visit


@pytest.fixture
def plain_host(served: Path) -> Any:
    """A host that compresses nothing."""
    with serving(Host(served, compress=False)) as host:
        yield host


@pytest.mark.parametrize("way", ["b", "a", "plain"])
def test_every_way_answers_as_this_python_does(way: str, host: Host, visit: Any, runtime: dict[str, Any]) -> None:
    """On either kind of host, each file fetched once, the large ones compressed."""
    said = visit(host, ("certification", ANSWERS, DAY), ("refund", "{", DAY), address=f"?way={way}")
    assert said["texts"] == [check_json("certification", ANSWERS, DAY), check_json("refund", "{", DAY)]
    assert said["way"] == way
    fetched = [target.partition("?")[0] for target in host.requests if target.startswith("/python/")]
    assert len(fetched) == len(set(fetched))
    assert {f"{host.address}{target.removeprefix('/')}" for target in fetched} == {
        *said["files"],
        f"{host.address}python/worker.mjs",
    }
    parts = runtime["ways"][way]
    packed = sum(part["packed"]["size"] for part in parts.values() if isinstance(part, dict))
    assert host.sent < packed + (300_000 if host.compress else 1_500_000)


def test_questions_are_answered_in_their_order_by_one_python(plain_host: Host, visit: Any, page: Page) -> None:
    """However many ask at once, and however often it is started."""
    questions = [("certification", json.dumps({"employees": number}), DAY) for number in range(1, 40)]
    said = visit(plain_host, *questions)
    assert said["texts"] == [check_json(*question) for question in questions]
    assert page.evaluate("async () => await python.start() === await python.start()")
    assert sum(target.startswith("/python/worker") for target in plain_host.requests) == 1
    assert len(page.workers) == 1


def test_a_function_that_was_left_out_costs_a_second_start_and_no_answer(
    plain_host: Host, visit: Any, page: Page, folder: Any, runtime: dict[str, Any], tmp_path: Path
) -> None:
    """With nothing but what a start needs, the first question traps; way A answers it and those after it."""
    place, trapping = folder("b"), tmp_path / "trapping.wasm"
    shutil.copyfile(PYODIDE / "pyodide.asm.wasm", place / "pyodide.asm.wasm")
    script(str(Path(__file__).with_name("trap.mjs")), place, trapping)
    name = runtime["ways"]["b"]["wasm"]["packed"]["name"]
    page.route(f"**/{name}", lambda route: route.fulfill(body=gzip.compress(trapping.read_bytes(), 1)))
    questions = [("certification", ANSWERS, DAY), ("refund", "{}", DAY)]
    said = visit(plain_host, *questions)
    assert said["way"] == "a"
    assert said["texts"] == [check_json(*question) for question in questions]


def test_a_function_of_pythons_that_was_left_out_ends_python(folder: Any) -> None:
    """It is no exception, which Python could catch and go on to a wrong answer."""
    said = json.loads(script(str(Path(__file__).with_name("left-out.mjs")), folder("b")).splitlines()[-1])
    assert said == {"there": json.dumps("{}"), "leftOut": "RuntimeError: unreachable"}


@pytest.mark.parametrize(
    "body", [b"", b"rubbish", gzip.compress(b"rubbish" * 1000)], ids=["empty", "rubbish", "packed rubbish"]
)
@pytest.mark.parametrize("part", ["memory", "wasm"])
def test_a_start_that_fails_is_made_up_for_by_the_next_way(
    part: str, body: bytes, plain_host: Host, visit: Any, page: Page, runtime: dict[str, Any]
) -> None:
    """A damaged file, whichever it is."""
    name = runtime["ways"]["b"][part]["packed"]["name"]
    page.route(f"**/{name}", lambda route: route.fulfill(body=body))
    said = visit(plain_host)
    assert said["way"] == "a"
    assert said["texts"] == [check_json("certification", ANSWERS, DAY)]


def test_the_wheel_is_checked_against_the_lock(plain_host: Host, visit: Any, page: Page) -> None:
    """The plain way runs no package but the one that was built."""
    page.route("**/*.whl", lambda route: route.fulfill(body=b"another"))
    assert visit(plain_host, address="?way=plain")["code"] == "start_failed"


def test_without_the_network_one_sentence_is_said_and_a_later_start_helps(
    plain_host: Host, visit: Any, page: Page
) -> None:
    """Whatever is missing: the worker, or what it loads."""

    def gone(route: Route) -> None:
        route.abort()

    for missing in ("**/python/worker.mjs", "**/*.wasm*"):
        page.route(missing, gone)
        said = visit(plain_host)
        assert said["code"] in {"network", "start_failed"}
        assert said["message"].endswith(".")
        page.unroute(missing)
        assert page.evaluate(ASK, {"options": {}, "questions": [["refund", "{}", DAY]]})["way"] == "b"


@pytest.mark.parametrize(("lacking", "code"), [("Worker", "no_worker"), ("WebAssembly", "no_webassembly")])
def test_old_browsers_are_told_what_they_lack(
    lacking: str, code: str, plain_host: Host, visit: Any, page: Page
) -> None:
    """A code and a sentence."""
    page.add_init_script(f"delete globalThis.{lacking}")
    said = visit(plain_host)
    assert said["code"] == code
    assert said["message"].startswith("This browser cannot")


def test_a_slow_load_is_told_of_in_bytes(served: Path, visit: Any) -> None:
    """From half a second on, growing, never beyond the whole."""
    with serving(Host(served, line=Line("slow", bits=20e6, round_trip=0.05), compress=False)) as host:
        told = visit(host)["told"]
    assert len(told) > 3
    assert [progress["loaded"] for progress in told] == sorted(progress["loaded"] for progress in told)
    assert all(progress["loaded"] <= progress["total"] * 1.01 for progress in told)


def test_what_is_closed_says_so_and_can_be_started_again(plain_host: Host, visit: Any, page: Page) -> None:
    """Open questions are not left hanging."""
    visit(plain_host)
    closed = """async (question) => {
      const started = await python.start();
      const open = started.check(...question).catch(({ code }) => code);
      started.close();
      const later = await started.check(...question).catch(({ code }) => code);
      return [await open, later, (await python.start()).way()];
    }"""
    assert page.evaluate(closed, ["certification", "{}", DAY]) == ["closed", "closed", "b"]


def test_starting_and_asking_never_hold_up_the_page(plain_host: Host, visit: Any, page: Page) -> None:
    """No task of 50 ms or more on the page's own thread."""
    page.add_init_script(
        "window.long = []; new PerformanceObserver((list) => long.push(...list.getEntries().map((one) => one.duration)"
        ")).observe({ type: 'longtask', buffered: true })"
    )
    visit(plain_host, *[("certification", ANSWERS, DAY)] * 50)
    assert page.evaluate("long") == []
