"""The browser's Python gives the very text that this Python gives, in every way, and never stops at a trap."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from cor_site.runtime import ways
from cor_site.runtime.node import script
from cor_site.runtime.workload import calls as workload_calls
from cor_site.runtime.workload import described
from tests.support.visiting.host import Host, serving

COUNT = 2_000
"""How many random calls, besides those at the bounds; every build proves each way on as many others."""

SEED = 314
"""Not the seed that the runtime was prepared with, nor the one that proved it when it was built."""

ASK_ALL = """async () => {
  const [calls, expected] = await Promise.all(
    ["calls.json", "answers.json"].map(async (name) => (await fetch(name)).json()));
  const wrong = [];
  for (let at = 0; at < calls.length; at += 200) {
    const texts = await Promise.all(calls.slice(at, at + 200).map((call) => python.call(...call)));
    texts.forEach((text, number) => text === expected[at + number] || wrong.push([calls[at + number], text]));
  }
  return { asked: calls.length, wrong: wrong.slice(0, 5), way: python.way() };
}"""


CASES = Path(__file__).parents[1] / "calc" / "contract_cases.jsonl"


@pytest.fixture(scope="module")
def asked() -> list[Any]:
    """Return calls of every function that a page calls, and the contract's worked cases."""
    cases = map(json.loads, CASES.read_text(encoding="utf-8").splitlines())
    worked = [("check_json", case["check"], json.dumps(case["answers"]), case["on"]) for case in cases]
    return [*workload_calls.make(COUNT, SEED), *worked]


@pytest.fixture(scope="module")
def workload(served: Path, asked: list[Any]) -> tuple[Path, Path]:
    """Files of the calls of forms and of this Python's answers, where a page can fetch them.

    Calls about whole files are left out: the page that answers files never starts with the snapshot.
    """
    return _written(served, [call for call in asked if not call[0].startswith("many_")])


def _written(folder: Path, calls: list[Any]) -> tuple[Path, Path]:
    files = folder / "calls.json", folder / "answers.json"
    for file, content in zip(files, (calls, workload_calls.answered(calls)), strict=True):
        file.write_text(json.dumps(content), encoding="ascii")
    return files


def test_the_bundle_gives_the_same_answers(folder: Any, asked: list[Any], tmp_path: Path) -> None:
    """Byte for byte, texts that cannot be read included, and files too."""
    said = json.loads(script("prove.mjs", folder(ways.BUNDLE), *_written(tmp_path, asked)))
    assert said["asked"] > COUNT


def test_the_snapshot_gives_the_same_answers(served: Path, workload: tuple[Path, Path], page: Page) -> None:
    """In Chromium, byte for byte too, and without a single trap: the way that began is the way that ended.

    The build has asked it under Node.
    """
    with serving(Host(served, compress=False)) as host:
        page.goto(host.address)
        page.wait_for_function("() => window.python")
        said = page.evaluate(ASK_ALL)
    assert said["wrong"] == []
    assert said["way"] == ways.SNAPSHOT
    assert said["asked"] == len(json.loads(workload[0].read_text(encoding="ascii")))


def test_the_calls_reach_every_check_and_both_kinds_of_end() -> None:
    """Most random calls are evaluated, a good part is refused."""
    calls = list(workload_calls.random_calls(900, SEED))
    sample = [(call[0], json.loads(answer)) for call, answer in zip(calls, answers(calls), strict=True)]
    evaluated = [check for check, out in sample if "problems" not in out]
    assert set(evaluated) == {check.name for check in described.checks()}
    assert 0.3 < len(evaluated) / len(sample) < 0.9


def answers(calls: list[workload_calls.Call]) -> list[str]:
    """Return this Python's answers to questions for the rules."""
    return workload_calls.answered([("check_json", *call) for call in calls])


def test_every_way_is_shipped(runtime: dict[str, Any]) -> None:
    """A build that was told that slower is fine may leave one out; this one may not."""
    assert set(ways.FASTEST_FIRST) <= set(runtime)
    assert runtime[ways.SNAPSHOT]["wasm"]["size"] < runtime[ways.BUNDLE]["wasm"]["size"] / 1.5


def test_nothing_of_this_machine_is_shipped(served: Path) -> None:
    """No path of the machine that built it."""
    root = str(Path(__file__).resolve().parents[2]).encode()
    for file in (served / "python").rglob("*"):
        assert not file.is_file() or root not in file.read_bytes(), file.name
