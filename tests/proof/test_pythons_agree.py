"""Every CPython gives the same bytes to the same questions."""

import json
import sys
from pathlib import Path

import pytest

from . import pythons
from .conftest import COMPARED

SEED = 2718
GENERATED = 300


@pytest.fixture(scope="module")
def interpreters(request: pytest.FixtureRequest) -> dict[str, Path]:
    """Return the interpreters found, and name them for whoever reads the report."""
    found = pythons.found()
    alone = " (no other was found: it was compared with itself)" if len(found) == 1 else ""
    request.config.stash[COMPARED] = f"CPython {', '.join(found)} compared{alone}"
    return found


def test_this_python_is_among_them(interpreters: dict[str, Path]) -> None:
    """The interpreter that runs the tests is always one of those compared."""
    assert interpreters[f"3.{sys.version_info.minor}"] == Path(sys.executable)


def test_every_python_gives_the_same_bytes(interpreters: dict[str, Path], tmp_path: Path) -> None:
    """The case tables and generated questions, each interpreter with a hash seed of its own; one alone runs twice."""
    compared = list(interpreters.items())
    if len(compared) == 1:
        compared *= 2
    said = {}
    for hash_seed, (version, python) in enumerate(compared, start=1):
        written = pythons.answers(python, generated=GENERATED, seed=SEED, hash_seed=hash_seed, folder=tmp_path)
        said[f"{version}, hash seed {hash_seed}"] = written
    first, *others = said
    questions = json.loads((tmp_path / "questions-1.json").read_bytes())
    for other in others:
        if said[other] != said[first]:
            answers = zip(questions, json.loads(said[first]), json.loads(said[other]), strict=True)
            assert [each for each in answers if each[1] != each[2]] == [], f"{first} against {other}"
        assert said[other] == said[first]
