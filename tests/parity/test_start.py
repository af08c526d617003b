"""Python's start in a real browser: every way, what happens when one fails, and what the page is told."""

import gzip
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from cor_calc import check_json
from cor_site.runtime import ways
from cor_site.runtime.node import PYODIDE, script
from cor_site.setup.paths import CALCULATOR
from tests.support.visiting.host import Host, Line, serving

ANSWERS = json.dumps({"employees": 9, "overall_score": "79.99"})
DAY = "2026-11-22"
STARTS_WITHIN = 90_000

ASK = """async (calls) => {
  window.told = [];
  python.events.addEventListener("starting", ({ share }) => told.push(share));
  try {
    const texts = await Promise.all(calls.map((call) => python.call(...call)));
    return { texts, way: python.way(), told };
  } catch ({ code, message }) {
    return { code, message, told };
  }
}"""

Question = tuple[str, str, str]
ONE: Question = ("certification", ANSWERS, DAY)


def call(question: Question) -> list[str]:
    """Return the call that puts a question to the rules."""
    return ["check_json", *question]


@pytest.fixture
def visit(page: Page) -> Callable[..., dict[str, Any]]:
    """Return a function that opens the page at a host, starts Python and asks it."""

    def visit(host: Host, *questions: Question, address: str = "") -> dict[str, Any]:
        page.set_default_timeout(STARTS_WITHIN)
        host.forget()
        page.goto(host.address + address)
        page.locator("html").evaluate("() => new Promise((done) => window.python ? done() : setTimeout(done, 500))")
        said: dict[str, Any] = page.evaluate(ASK, [call(question) for question in questions or (ONE,)])
        return said

    return visit


@pytest.fixture
def plain_host(served: Path) -> Any:
    """A host that compresses nothing."""
    with serving(Host(served, compress=False)) as host:
        yield host


@pytest.mark.parametrize("way", ways.FASTEST_FIRST)
def test_every_way_answers_as_this_python_does(way: str, host: Host, visit: Any, runtime: dict[str, Any]) -> None:
    """On either kind of host, with no file from anywhere else."""
    said = visit(host, ONE, ("refund", "{", DAY), address=f"?way={way}")
    assert said["texts"] == [check_json(*ONE), check_json("refund", "{", DAY)]
    assert said["way"] == way
    fetched = [target.partition("?")[0] for _, target in host.requests if target.startswith("/python/")]
    asked = {target.removeprefix("/python/") for target in fetched} - {"python.mjs"}
    if way == ways.STOCK:
        assert asked == {"stock.mjs", *(runtime[way]["folder"] + name for name in runtime[way]["files"])}
        return
    assert len(fetched) == len(set(fetched))  # each once
    large = [part for part in runtime[way].values() if isinstance(part, dict)]
    assert asked in [
        {"worker.mjs", runtime[way]["asm"], *names}
        for names in ({part["name"] for part in large}, {part["packed"]["name"] for part in large})
    ]
    assert host.sent < sum(part["packed"]["size"] for part in large) + (300_000 if host.compress else 1_500_000)


def test_questions_are_answered_in_their_order_by_one_python(plain_host: Host, visit: Any, page: Page) -> None:
    """However many ask at once, and however often it is started."""
    questions = [("certification", json.dumps({"employees": number}), DAY) for number in range(1, 40)]
    said = visit(plain_host, *questions)
    assert said["texts"] == [check_json(*question) for question in questions]
    page.evaluate("Promise.all([python.start(), python.start()])")
    assert sum(target.startswith("/python/worker") for _, target in plain_host.requests) == 1
    assert len(page.workers) == 1


def test_a_function_that_was_left_out_costs_a_second_start_and_no_answer(
    plain_host: Host, visit: Any, page: Page, folder: Any, runtime: dict[str, Any], tmp_path: Path
) -> None:
    """With nothing but what a start needs, the first question traps; the bundle answers it and those after it."""
    place, trapping = folder(ways.SNAPSHOT), tmp_path / "trapping.wasm"
    shutil.copyfile(PYODIDE / "pyodide.asm.wasm", place / "pyodide.asm.wasm")
    script(str(Path(__file__).with_name("trap.mjs")), place, trapping)
    name = runtime[ways.SNAPSHOT]["wasm"]["packed"]["name"]
    page.route(f"**/{name}", lambda route: route.fulfill(body=gzip.compress(trapping.read_bytes(), 1)))
    questions = [ONE, ("refund", "{}", DAY)]
    said = visit(plain_host, *questions)
    assert said["way"] == ways.BUNDLE
    assert said["texts"] == [check_json(*question) for question in questions]


LEFT_OUT = ("json load {}", "builtins compile 1 text eval")
"""A function of Python's own, and its compiler."""

READERS_OF_CLEARED_DATA = ("_imp get_frozen_object abc", "importlib import_module _codecs_jp", "codecs lookup big5")
"""They read the modules that are compiled into Python, or would bring the codecs that read their tables."""


def called(folder: Path, *calls: str) -> list[str]:
    """Return what came of calls in the snapshot's Python."""
    said: list[str] = json.loads(script(str(Path(__file__).with_name("left-out.mjs")), folder, *calls).splitlines()[-1])
    return said


def test_a_function_of_pythons_that_was_left_out_ends_python(folder: Any) -> None:
    """It is no exception, which Python could catch and go on to a wrong answer."""
    there, *gone = called(folder(ways.SNAPSHOT), "json dumps {}", *LEFT_OUT)
    assert there == json.dumps("{}")
    assert gone == ["RuntimeError: unreachable"] * len(LEFT_OUT)


def test_what_reads_data_that_was_cleared_ends_python(folder: Any) -> None:
    """Nothing can read it, and so nothing can take it for true."""
    said = called(folder(ways.SNAPSHOT), *READERS_OF_CLEARED_DATA)
    assert said == ["RuntimeError: unreachable"] * len(READERS_OF_CLEARED_DATA)


@pytest.mark.parametrize(
    "body", [b"", b"rubbish", gzip.compress(b"rubbish" * 1000)], ids=["empty", "rubbish", "packed rubbish"]
)
@pytest.mark.parametrize("part", ["memory", "wasm"])
def test_a_start_that_fails_is_made_up_for_by_the_next_way(
    part: str, body: bytes, plain_host: Host, visit: Any, page: Page, runtime: dict[str, Any]
) -> None:
    """A damaged file, whichever it is."""
    name = runtime[ways.SNAPSHOT][part]["packed"]["name"]
    page.route(f"**/{name}", lambda route: route.fulfill(body=body))
    said = visit(plain_host)
    assert said["way"] == ways.BUNDLE
    assert said["texts"] == [check_json(*ONE)]


@pytest.mark.parametrize("name", ["*.whl", "pyodide.asm.wasm", "python_stdlib.zip"])
def test_stock_runs_no_file_but_those_that_were_built(name: str, plain_host: Host, visit: Any, page: Page) -> None:
    """A file that was changed, on the way or on the host, is refused before Pyodide sees it."""
    page.route(f"**/{name}", lambda route: route.fulfill(body=b"another"))
    assert visit(plain_host, address="?way=stock")["code"] == "network"


def test_stock_leaves_the_browser_as_it_is() -> None:
    """It replaces nothing of the browser's or of Pyodide's, and knows no option that is not documented."""
    source = (CALCULATOR / "python/stock.mjs").read_text(encoding="utf-8")
    assert not re.search(r"self\.|globalThis|prototype|WebAssembly|createPyodideModule|\b_\w", source)
    assert re.findall(r"loadPyodide\((.*)\)", source) == ['{ indexURL: base, packages: ["cor-calc"] }']


def test_without_the_network_one_sentence_is_said_and_a_later_start_helps(
    plain_host: Host, visit: Any, page: Page
) -> None:
    """Whatever is missing: the worker, or what it loads."""

    def gone(route: Route) -> None:
        route.abort()

    for missing in (re.compile("/python/(worker|stock).mjs"), "**/*.wasm*"):
        page.route(missing, gone)
        said = visit(plain_host)
        assert said["code"] == "network"
        assert said["message"].endswith(".")
        page.unroute(missing)
        assert page.evaluate(ASK, [call(ONE)])["way"] == ways.SNAPSHOT


@pytest.mark.parametrize(("lacking", "code"), [("Worker", "no_worker"), ("WebAssembly", "no_webassembly")])
def test_old_browsers_are_told_what_they_lack(
    lacking: str, code: str, plain_host: Host, visit: Any, page: Page
) -> None:
    """A code and a sentence."""
    page.add_init_script(f"delete globalThis.{lacking}")
    said = visit(plain_host)
    assert said["code"] == code
    assert said["message"].startswith("This browser cannot")


def test_a_slow_load_is_told_of(served: Path, visit: Any) -> None:
    """First that it has begun, then, from half a second on, how much is there, growing to no more than the whole."""
    with serving(Host(served, line=Line("slow", bits=20e6, round_trip=0.05), compress=False)) as host:
        first, *told = visit(host)["told"]
    assert first is None
    assert len(told) > 3
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] <= 1


def test_starting_and_asking_never_hold_up_the_page(plain_host: Host, visit: Any, page: Page) -> None:
    """No task of 50 ms or more on the page's own thread."""
    page.add_init_script(
        "window.long = []; new PerformanceObserver((list) => long.push(...list.getEntries().map((one) => one.duration)"
        ")).observe({ type: 'longtask', buffered: true })"
    )
    visit(plain_host, *[ONE] * 50)
    assert page.evaluate("long") == []
