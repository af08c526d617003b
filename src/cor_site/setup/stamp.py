"""Says whether a generated folder still matches its inputs, by a hash of their content, never by dates.

The stamp is a file inside the folder, written last: a folder that was left half made has none.
"""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

NAME = ".made-from"
SKIPPED = {"__pycache__", "node_modules", ".DS_Store"}


def fingerprint(*inputs: Path | str) -> str:
    """Return one hash over texts, files and whole folders, names included. A missing file counts as one."""
    total = hashlib.sha256()
    for given in inputs:
        if isinstance(given, str):
            total.update(f"text {given}\0".encode())
            continue
        for file in files(given):
            content = hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "missing"
            total.update(f"{file.relative_to(given.parent).as_posix()} {content}\0".encode())
    return total.hexdigest()


def files(place: Path) -> Iterable[Path]:
    """Return a file itself, or all files of a folder in a fixed order, without what tools leave behind."""
    if not place.is_dir():
        return [place]
    found = []
    for folder, inside, names in os.walk(place):
        inside[:] = [name for name in inside if name not in SKIPPED]
        found += [Path(folder, name) for name in names if name not in SKIPPED]
    return sorted(found)


def holds(folder: Path, wanted: str) -> bool:
    """Return whether a folder was made, to the end, from the inputs with this fingerprint."""
    stamp = folder / NAME
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted


def put(folder: Path, made_from: str) -> None:
    """Write the stamp into a folder. Call it last, once everything else in the folder is complete."""
    (folder / NAME).write_text(made_from, encoding="utf-8")
