"""The ways of starting Python, each a folder of what it consists of, under Pyodide's own names.

A way that cannot be made, or does not answer as this Python does, is left out: the next plainer one serves.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cor_site.packing.node import PYODIDE, repeatable, script
from cor_site.setup.paths import PYTHON, ROOT
from cor_site.setup.run import BuildError, run

GLUE = ("pyodide.mjs", "pyodide.asm.mjs")
WASM = "pyodide.asm.wasm"
LIBRARY = "python_stdlib.zip"
MEMORY = "memory.bin"

GENERATED = 1000
"""Generated questions, besides the case tables, that the ways are prepared with, and as many others that prove them."""


@dataclass(frozen=True, slots=True)
class Workload:
    """Questions, and what this Python answers to them."""

    questions: Path
    answers: Path


def workload(folder: Path, seed: int) -> Workload:
    """Write questions and this Python's answers into a folder; another seed gives others."""
    made = Workload(folder / f"questions-{seed}.json", folder / f"answers-{seed}.json")
    ask = [PYTHON, "-m", "tests.parity.questions", made.questions, "--answers", made.answers]
    run(
        [*ask, "--generated", str(GENERATED), "--seed", str(seed)],
        problem="The questions that prove the runtime could not be written",
        cwd=ROOT,
        env=repeatable(),
    )
    return made


def proved(name: str, make: Callable[[], Path], proof: Workload) -> Path | None:
    """Make a way and prove it; return its folder, or None, having said why, if it is not to be had."""
    try:
        folder = make()
        script("prove.mjs", folder, proof.questions, proof.answers)
    except BuildError as problem:
        print(f"\n{name} is left out, and a slower way serves: {problem}")
        return None
    return folder


def plain(folder: Path) -> Path:
    """Make the plain way: Pyodide as npm brings it. The wheel comes beside it."""
    _copy(folder, *GLUE, WASM, LIBRARY)
    return folder


def trimmed(folder: Path, wheel: Path, asked: Workload) -> Path:
    """Make way A: the standard library trimmed, compiled, with the rules inside."""
    _copy(folder, *GLUE, WASM)
    script("bundle.mjs", wheel, asked.questions, folder / LIBRARY)
    return folder


def lean(folder: Path, wheel: Path, asked: Workload) -> Path:
    """Make way A without what only extension modules use of the glue and the WebAssembly."""
    trimmed(folder, wheel, asked)
    script("lean.mjs", folder)
    return folder


def remembered(folder: Path, bundle: Path, asked: Workload) -> Path:
    """Make way B with the whole WebAssembly: way A, started from a memory of itself."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(bundle, folder)
    script("snapshot.mjs", folder, asked.questions)
    return folder


def hot(folder: Path, bundle: Path, asked: Workload) -> Path:
    """Make way B: a memory, and of the WebAssembly only what runs."""
    remembered(folder, bundle, asked)
    script("hot.mjs", folder, asked.questions)
    return folder


def _copy(folder: Path, *names: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in names:
        shutil.copyfile(PYODIDE / name, folder / name)


def release() -> str:
    """Return the release of Pyodide that is installed."""
    read: dict[str, str] = json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))
    return read["version"]
