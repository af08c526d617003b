"""The browser's Python gives the very text that this Python gives, in every way, and never stops at a trap."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from cor_site.packing import ways
from cor_site.packing.node import script

from .questions import Question, case_tables, check_json, generated

COUNT = int(os.environ.get("PARITY_QUESTIONS", "3000"))
"""How many generated questions, besides the case tables: PARITY_QUESTIONS=20000 takes a minute or two."""

SEED = 314
"""Not the seed that the runtime was prepared with, nor the one that proved it when it was built."""


@pytest.fixture(scope="module")
def workload(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Files of questions and of this Python's answers."""
    questions: list[Question] = [*case_tables(), *generated(COUNT, SEED)]
    place = tmp_path_factory.mktemp("workload")
    files = place / "questions.json", place / "answers.json"
    for file, content in zip(files, (questions, [check_json(*each) for each in questions]), strict=True):
        file.write_text(json.dumps(content), encoding="ascii")
    return files


@pytest.mark.parametrize("way", ["a", "b"])
def test_every_way_gives_the_same_answers(way: str, folder: Any, workload: tuple[Path, Path]) -> None:
    """Byte for byte, texts that cannot be read included."""
    said = json.loads(script("prove.mjs", folder(way), *workload))
    assert said["asked"] > COUNT


def test_the_questions_reach_every_check_and_both_kinds_of_end() -> None:
    """Most generated questions are evaluated, a good part is refused."""
    sample = [(check, json.loads(check_json(check, text, day))) for check, text, day in generated(600, SEED)]
    evaluated = [check for check, out in sample if "problems" not in out]
    assert len(set(evaluated)) == 7
    assert 0.3 < len(evaluated) / len(sample) < 0.9


def test_all_ways_are_shipped(runtime: dict[str, Any]) -> None:
    """A way that cannot be proved is left out of a build; here that is a failure."""
    assert list(runtime["ways"]) == ["a", "b", "plain"]


def test_the_memory_is_the_same_on_every_build(
    folder: Any, served: Path, runtime: dict[str, Any], tmp_path: Path
) -> None:
    """Made again from what way A ships, and the same questions, it has the same bytes."""
    asked = ways.workload(tmp_path, seed=1)
    again = ways.remembered(tmp_path / "b", folder("a"), asked)
    parts = runtime["ways"]["b"]
    for name, shipped in ((ways.MEMORY, parts["memory"]["name"]), (ways.WASM, parts["wasm"]["name"])):
        assert (again / name).read_bytes() == (served / "python" / shipped).read_bytes(), name


def test_nothing_of_this_machine_is_shipped(served: Path) -> None:
    """No path of the machine that built it."""
    root = str(Path(__file__).resolve().parents[2]).encode()
    for file in (served / "python").rglob("*"):
        assert not file.is_file() or root not in file.read_bytes(), file.name
