"""The CPythons of this machine that are new enough for the rules, and what each of them answers.

They are looked for on the PATH, in the folders of pyenv, and first in PYTHONS: paths, separated as in PATH.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MINORS = range(11, 20)
ASK = "import sys; print(sys.implementation.name, *sys.version_info[:2])"


def found() -> dict[str, Path]:
    """Return one interpreter for each version, such as "3.12", this one for its own."""
    named = [Path(path) for path in os.environ.get("PYTHONS", "").split(os.pathsep) if path]
    places = [Path(place) for place in os.environ.get("PATH", "").split(os.pathsep)]
    on_path = [place / f"python3.{minor}" for minor in MINORS for place in places]
    kept = sorted(Path.home().glob(".pyenv/versions/3.*/bin/python3"))
    interpreters: dict[str, Path] = {}
    for path in (Path(sys.executable), *named, *on_path, *kept):
        version = _version(path)
        if version:
            interpreters.setdefault(version, path)
    return dict(sorted(interpreters.items()))


def _version(path: Path) -> str:
    """Return the version of a CPython that runs and is new enough, else an empty text."""
    try:
        done = subprocess.run([path, "-c", ASK], capture_output=True, text=True, timeout=30, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    name, major, minor = done.stdout.split()
    return f"{major}.{minor}" if name == "cpython" and int(major) == 3 and int(minor) in MINORS else ""


def answers(python: Path, *, generated: int, seed: int, hash_seed: int, folder: Path) -> bytes:
    """Return what an interpreter answers to the case tables and to generated questions, as one text."""
    files = folder / f"questions-{hash_seed}.json", folder / f"answers-{hash_seed}.json"
    command = [python, "-m", "tests.parity.questions", files[0], "--answers", files[1]]
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        "PYTHONHASHSEED": str(hash_seed),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    more = ["--generated", str(generated), "--seed", str(seed)]
    subprocess.run([*command, *more], env=environment, cwd=folder, check=True, timeout=1200)
    return files[1].read_bytes()
