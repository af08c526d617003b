"""Prepares the folder that the page loads Python from.

What is made is kept by the content of its inputs, so only a change of the rules, of Pyodide or of the steps themselves
makes it again.
"""

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cor_site.runtime import files, scripts, ways
from cor_site.runtime.wheel import wheel
from cor_site.setup import stamp
from cor_site.setup.paths import CACHE, CALCULATOR, ROOT, SRC
from cor_site.setup.run import BuildError, step

KEPT = CACHE / "runtimes"
BUILT = "built.json"
"""What was built, beside the files: which ways, and which files each consists of."""

INPUTS = (
    SRC / "cor_calc",
    SRC / "cor_site/runtime",
    ROOT / "pyproject.toml",
    ROOT / "requirements-pyodide-build.txt",
    CALCULATOR / "package-lock.json",
    CALCULATOR / "python",
    CALCULATOR / "runtime",
)

SLOWER = (
    "The way of starting Python called {name} could not be made, and pages would start more slowly. {problem} "
    "To build without it, use --allow-slower."
)


def prepare(out: Path, *, allow_slower: bool = False) -> None:
    """Fill `out` with the runtime; it is emptied first.

    Raises `BuildError` where stock cannot be made, and where a faster way cannot, unless slower is allowed.
    """
    wanted = stamp.fingerprint(*INPUTS)
    kept = KEPT / wanted[:16]
    if not stamp.holds(kept, wanted) or not (allow_slower or is_complete(kept)):
        KEPT.mkdir(parents=True, exist_ok=True)
        with step("Python for the browser"), tempfile.TemporaryDirectory(dir=CACHE, prefix="runtime-") as scratch:
            made = Path(scratch) / "made"
            made.mkdir()
            make(made, Path(scratch), allow_slower=allow_slower)
            stamp.put(made, wanted)
            for old in KEPT.iterdir():
                shutil.rmtree(old)
            made.rename(kept)
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(kept, out, ignore=shutil.ignore_patterns(stamp.NAME))


def built(runtime: Path) -> dict[str, Any]:
    """Return what was built into a prepared runtime: the files of each way, by its name."""
    read: dict[str, Any] = json.loads((runtime / BUILT).read_text(encoding="utf-8"))
    return read


def is_complete(runtime: Path) -> bool:
    """Return whether a prepared runtime has every way."""
    return set(ways.FASTEST_FIRST) <= set(built(runtime))


def make(out: Path, work: Path, *, allow_slower: bool) -> None:
    """Make and prove every way, stock first; write their files, and the workers that know them.

    Raises `BuildError` where a way cannot be made or proved; with `allow_slower` only where stock cannot.
    """
    package = wheel(work / "wheel")
    asked, proof = ways.workload(work, seed=1), ways.workload(work, seed=2)
    ways.prove(ways.stock(work / "stock", package), proof)
    made: dict[str, Any] = {"lock": ways.empty_lock(), ways.STOCK: stock(out, work / "stock")}

    def attempt(name: str, make_way: Callable[[], Path], put: Callable[[Path, Path], dict[str, Any]]) -> None:
        try:
            folder = make_way()
            ways.prove(folder, proof)
        except BuildError as problem:
            if not allow_slower:
                raise BuildError(SLOWER.format(name=name, problem=problem)) from problem
            print(f"\nLeft out: {name}. {problem}")
        else:
            made[name] = put(out, folder)

    attempt(ways.BUNDLE, lambda: ways.bundle(work / "bundle", package, asked), bundle)
    if ways.BUNDLE in made:
        attempt(ways.SNAPSHOT, lambda: ways.snapshot(work / "snapshot", work / "bundle", asked), snapshot)
    (out / BUILT).write_text(json.dumps(made, sort_keys=True), encoding="utf-8")
    scripts.write(out, made, work)


def stock(out: Path, folder: Path) -> dict[str, Any]:
    """Put stock's files into the runtime, in a folder named by their content; return what its worker needs to know."""
    place = f"stock-{stamp.fingerprint(folder)[:12]}/"
    shutil.copytree(folder, out / place)
    return {
        "folder": place,
        "files": {file.name: files.checked(file.read_bytes()) for file in sorted(folder.iterdir())},
    }


def bundle(out: Path, folder: Path) -> dict[str, Any]:
    """Put the bundle's files into the runtime; return what its worker needs to know."""
    return {**compiled(out, folder), "library": files.large(out, "library.zip", (folder / ways.LIBRARY).read_bytes())}


def snapshot(out: Path, folder: Path) -> dict[str, Any]:
    """Put the snapshot's files into the runtime; return what its worker needs to know."""
    return {**compiled(out, folder), "memory": files.large(out, ways.MEMORY, (folder / ways.MEMORY).read_bytes())}


def compiled(out: Path, folder: Path) -> dict[str, Any]:
    """Put a way's JavaScript and WebAssembly into the runtime."""
    asm = files.named(out, ways.ASM, (folder / ways.ASM).read_bytes())
    return {"asm": asm, "wasm": files.large(out, ways.WASM, (folder / ways.WASM).read_bytes())}


def starting_files(runtime: Path, *, packed: bool) -> list[str]:
    """Return the files that the fastest start loads, from the runtime's folder; the large ones gzipped if `packed`."""
    made = built(runtime)
    name = next(way for way in ways.FASTEST_FIRST if way in made)
    way = made[name]
    if name == ways.STOCK:
        return [scripts.PAGE, scripts.STOCK_WORKER, *(way["folder"] + file for file in way["files"])]
    large = [part["packed"] if packed else part for part in way.values() if isinstance(part, dict)]
    return [scripts.PAGE, scripts.WORKER, way["asm"], *(part["name"] for part in large)]
