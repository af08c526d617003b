"""The browser's Python gives the very text that this Python gives, in every way, and never stops at a trap."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from cor_site.packing import ways
from cor_site.packing.node import script
from tests.support.host import Host, serving

from .questions import Question, case_tables, check_json, generated

COUNT = 20_000
"""How many generated questions, besides the case tables."""

SEED = 314
"""Not the seed that the runtime was prepared with, nor the one that proved it when it was built."""


UNREACHED = {
    ("cor_calc/facts.py", "*"): "it refuses broken facts, and the tests of the facts break them",
    ("cor_calc/checks/score.py", "_changes"): "advice is judged again before it is given, and has always passed",
    ("cor_calc/kinds.py", "Hundredths.shown"): "only the pages' worked examples show money and points",
    ("cor_calc/numbers.py", "hundredths"): "answers with three decimals are refused before",
}
"""Functions that ran, some of whose lines no question can reach, and why."""

ASK_ALL = """async () => {
  const [questions, expected] = await Promise.all(
    ["questions.json", "answers.json"].map(async (name) => (await fetch(name)).json()));
  const started = await python.start({ way: "b" });
  const wrong = [];
  for (let at = 0; at < questions.length; at += 200) {
    const texts = await Promise.all(questions.slice(at, at + 200).map((question) => started.check(...question)));
    texts.forEach((text, number) => text === expected[at + number] || wrong.push([questions[at + number], text]));
  }
  return { asked: questions.length, wrong: wrong.slice(0, 5), way: started.way() };
}"""


@pytest.fixture(scope="module")
def workload(served: Path) -> tuple[Path, Path]:
    """Files of questions and of this Python's answers, where a page can fetch them."""
    questions: list[Question] = [*case_tables(), *generated(COUNT, SEED)]
    files = served / "questions.json", served / "answers.json"
    for file, content in zip(files, (questions, [check_json(*each) for each in questions]), strict=True):
        file.write_text(json.dumps(content), encoding="ascii")
    return files


@pytest.mark.parametrize("way", ["a", "b"])
def test_every_way_gives_the_same_answers(way: str, folder: Any, workload: tuple[Path, Path]) -> None:
    """Byte for byte, texts that cannot be read included."""
    said = json.loads(script("prove.mjs", folder(way), *workload))
    assert said["asked"] > COUNT


def test_chromium_gives_the_same_answers(served: Path, workload: tuple[Path, Path], page: Page) -> None:
    """Byte for byte too, and without a single trap: the way that began is the way that ended."""
    with serving(Host(served, compress=False)) as host:
        page.goto(host.address)
        page.wait_for_function("window.python")
        said = page.evaluate(ASK_ALL)
    assert said["wrong"] == []
    assert said["way"] == "b"
    assert said["asked"] == len(json.loads(workload[0].read_text(encoding="ascii")))


def test_the_questions_that_prepare_it_run_every_line(served: Path, runtime: dict[str, Any], tmp_path: Path) -> None:
    """Of the functions that answer them: what never ran beforehand could be missing from the trimmed WebAssembly."""
    [wheel] = (served / "python" / runtime["ways"]["plain"]["packages"]).glob("*.whl")
    asked = ways.workload(tmp_path, seed=1)
    missed = json.loads(script(str(Path(__file__).with_name("lines.mjs")), wheel, asked.questions))
    left = [line for line in missed if not {(line[0], line[1]), (line[0], "*")} & set(UNREACHED)]
    assert left == []


def test_the_questions_reach_every_check_and_both_kinds_of_end() -> None:
    """Most generated questions are evaluated, a good part is refused."""
    sample = [(check, json.loads(check_json(check, text, day))) for check, text, day in generated(600, SEED)]
    evaluated = [check for check, out in sample if "problems" not in out]
    assert len(set(evaluated)) == 7
    assert 0.3 < len(evaluated) / len(sample) < 0.9


def test_all_ways_are_shipped(runtime: dict[str, Any]) -> None:
    """A way that cannot be proved is left out of a build; here that is a failure."""
    assert list(runtime["ways"]) == ["a", "b", "plain"]
    whole, trimmed = (runtime["ways"][way]["wasm"]["size"] for way in ("plain", "b"))
    assert trimmed < whole / 1.5


def test_the_memory_is_the_same_on_every_build(
    folder: Any, served: Path, runtime: dict[str, Any], tmp_path: Path
) -> None:
    """Made again from what way A ships, and the same questions, it has the same bytes."""
    asked = ways.workload(tmp_path, seed=1)
    again = ways.hot(tmp_path / "b", folder("a"), asked)
    parts = runtime["ways"]["b"]
    for name, shipped in ((ways.MEMORY, parts["memory"]["name"]), (ways.WASM, parts["wasm"]["name"])):
        assert (again / name).read_bytes() == (served / "python" / shipped).read_bytes(), name


def test_nothing_of_this_machine_is_shipped(served: Path) -> None:
    """No path of the machine that built it."""
    root = str(Path(__file__).resolve().parents[2]).encode()
    for file in (served / "python").rglob("*"):
        assert not file.is_file() or root not in file.read_bytes(), file.name
