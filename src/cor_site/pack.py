"""Prepares Python for the browser: a folder with all that `calculator/worker.mjs` loads.

`prepare` is all that the build calls. What it makes is kept by the content of its inputs, so that only a
change of the rules, of Pyodide or of the steps themselves makes it anew.
"""

import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from cor_site.packing import files, ways
from cor_site.packing.wheel import lock, wheel
from cor_site.setup import stamp
from cor_site.setup.paths import CACHE, CALCULATOR, ROOT, SRC
from cor_site.setup.run import step

KEPT = CACHE / "runtimes"
WORKER = CALCULATOR / "worker.mjs"
RESTORE = CALCULATOR / "runtime/restore.mjs"
PLACE = re.compile(r"^const RUNTIME = (.*);$", re.MULTILINE)

INPUTS = (
    SRC / "cor_calc",
    SRC / "cor_site/pack.py",
    SRC / "cor_site/packing",
    ROOT / "tests/calc/cases.py",
    ROOT / "tests/calc/bad_texts.py",
    ROOT / "tests/parity/questions.py",
    ROOT / "pyproject.toml",
    ROOT / "requirements-pyodide-build.txt",
    CALCULATOR / "package-lock.json",
    CALCULATOR / "runtime",
    WORKER,
)


def prepare(out: Path) -> None:
    """Fill `out`, which is emptied first, with the runtime. `BuildError` where not even the plain way can be made."""
    wanted = stamp.fingerprint(*INPUTS)
    kept = KEPT / wanted[:16]
    if not stamp.holds(kept, wanted):
        KEPT.mkdir(parents=True, exist_ok=True)
        with step("Python for the browser"), tempfile.TemporaryDirectory(dir=CACHE, prefix="runtime-") as scratch:
            made = Path(scratch) / "made"
            made.mkdir()
            make(made, Path(scratch))
            stamp.put(made, wanted)
            for old in KEPT.iterdir():
                shutil.rmtree(old)
            made.rename(kept)
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(kept, out, ignore=shutil.ignore_patterns(stamp.NAME))


def make(out: Path, work: Path) -> None:
    """Make every way that can be made, and the worker that knows them."""
    package = wheel(work / "wheel")
    known = {"plain": plain(out, package, work), **faster(out, package, work)}
    runtime = {"ways": known, "lock": lock(package.parent), "pyodide": ways.release()}
    written = f"const RUNTIME = {json.dumps(runtime, sort_keys=True)};"
    filled, places = PLACE.subn(lambda _: written, WORKER.read_text(encoding="utf-8"))
    if places != 1:
        raise ValueError(f"{WORKER.name} has no place for what was built")
    (out / WORKER.name).write_text(filled, encoding="utf-8")


def told(runtime: Path) -> dict[str, Any]:
    """Return what the worker of a prepared runtime was told: the ways, and the lock file of the rules' package."""
    found = PLACE.search((runtime / WORKER.name).read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"{WORKER.name} does not say what was built")
    read: dict[str, Any] = json.loads(found[1])
    return read


def faster(out: Path, package: Path, work: Path) -> dict[str, dict[str, Any]]:
    """Make ways A and B as far as they can be proved; return what the worker is told of them."""
    asked, proof = ways.workload(work, seed=1), ways.workload(work, seed=2)
    bundle = ways.proved("Lean way A", lambda: ways.lean(work / "a", package, asked), proof) or ways.proved(
        "Way A", lambda: ways.trimmed(work / "a", package, asked), proof
    )
    if bundle is None:
        return {}
    best = ways.proved("Trimmed WebAssembly", lambda: ways.hot(work / "b", bundle, asked), proof) or ways.proved(
        "Way B", lambda: ways.remembered(work / "b", bundle, asked), proof
    )
    return {"a": trimmed(out, bundle), **({"b": remembered(out, best)} if best else {})}


def plain(out: Path, package: Path, work: Path) -> dict[str, Any]:
    """Put the plain way into the runtime; return what the worker is told of it."""
    folder = ways.plain(work / "plain")
    packages = f"wheel-{stamp.fingerprint(package)[:12]}/"
    (out / packages).mkdir()
    shutil.copyfile(package, out / packages / package.name)
    library = files.large(out, ways.LIBRARY, (folder / ways.LIBRARY).read_bytes())
    return {**loaded(out, folder), "library": library, "packages": packages}


def trimmed(out: Path, folder: Path) -> dict[str, Any]:
    """Put way A into the runtime; return what the worker is told of it."""
    return {**loaded(out, folder), "library": files.large(out, "library.zip", (folder / ways.LIBRARY).read_bytes())}


def remembered(out: Path, folder: Path) -> dict[str, Any]:
    """Put way B into the runtime; return what the worker is told of it."""
    memory = files.large(out, ways.MEMORY, (folder / ways.MEMORY).read_bytes())
    return {**loaded(out, folder), "memory": memory, "restore": files.named(out, RESTORE.name, RESTORE.read_bytes())}


def loaded(out: Path, folder: Path) -> dict[str, Any]:
    """Put what every way has into the runtime: the glue and the WebAssembly."""
    glue, asm = (files.named(out, name, (folder / name).read_bytes()) for name in ways.GLUE)
    return {"glue": glue, "asm": asm, "wasm": files.large(out, ways.WASM, (folder / ways.WASM).read_bytes())}
