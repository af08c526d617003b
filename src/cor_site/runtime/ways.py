"""Makes each way of starting Python as a folder of its files, under Pyodide's own names, and proves it.

A way is proved when it returns, for thousands of calls, the same texts as CPython.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from cor_site.runtime.node import PYODIDE, repeatable, script
from cor_site.runtime.wheel import LOCK
from cor_site.setup.paths import PYTHON
from cor_site.setup.run import run

SNAPSHOT, BUNDLE, STOCK = "snapshot", "bundle", "stock"
FASTEST_FIRST = (SNAPSHOT, BUNDLE, STOCK)
"""All ways, in the order in which calculator/python/python.mjs tries them."""

LOADER = "pyodide.mjs"
ASM = "pyodide.asm.mjs"
WASM = "pyodide.asm.wasm"
LIBRARY = "python_stdlib.zip"
MEMORY = "memory.bin"

GENERATED = 1000
"""How many generated calls, besides those at the bounds, prepare the ways; as many others prove them."""


@dataclass(frozen=True, slots=True)
class Workload:
    """Files of calls, and of what CPython returns for each."""

    calls: Path
    answers: Path


def workload(folder: Path, seed: int, generated: int = GENERATED) -> Workload:
    """Write calls and CPython's answers into a folder; another seed generates others."""
    made = Workload(folder / f"calls-{seed}.json", folder / f"answers-{seed}.json")
    command = [PYTHON, "-m", "cor_site.runtime.workload", made.calls, "--answers", made.answers]
    run(
        [*command, "--generated", str(generated), "--seed", str(seed)],
        problem="The calls that prove the runtime could not be written",
        env=repeatable(),
    )
    return made


def prove(folder: Path, proof: Workload) -> None:
    """Compare a way's answers with CPython's. Raises `BuildError` with the first calls that differ."""
    script("prove.mjs", folder, proof.calls, proof.answers)


def stock(folder: Path, package: Path) -> Path:
    """Make stock: Pyodide as its npm package has it, with the rules' wheel and a lock file that names it alone."""
    _copy(folder, LOADER, ASM, WASM, LIBRARY)
    for file in (package, package.with_name(LOCK)):
        shutil.copyfile(file, folder / file.name)
    return folder


def bundle(folder: Path, package: Path, asked: Workload) -> Path:
    """Make the bundle: the library trimmed and compiled with the rules in it, and no exports that nothing uses."""
    _copy(folder, LOADER, ASM, WASM)
    script("bundle.mjs", package, asked.calls, folder / LIBRARY)
    script("trim/exports.mjs", folder)
    return folder


def snapshot(folder: Path, made_bundle: Path, asked: Workload) -> Path:
    """Make the snapshot: the bundle's memory after its work, and of the rest only what ran and what that needs."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(made_bundle, folder)
    script("snapshot.mjs", folder, asked.calls)
    script("trim/functions.mjs", folder, asked.calls)
    script("trim/data.mjs", folder)
    script("trim/script.mjs", folder)
    return folder


def release() -> str:
    """Return the release of Pyodide that is installed."""
    read: dict[str, str] = json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))
    return read["version"]


def empty_lock() -> dict[str, object]:
    """Return a lock file without packages for the build of Pyodide that is installed."""
    info = json.loads((PYODIDE / LOCK).read_text(encoding="utf-8"))["info"]
    return {"info": info, "packages": {}}


def _copy(folder: Path, *names: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in names:
        shutil.copyfile(PYODIDE / name, folder / name)
