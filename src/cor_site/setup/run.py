"""Runs other programs: what is being done is said, and what stops it is said in one sentence."""

import errno
import re
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from cor_site.setup.paths import CACHE, ROOT, environment

FAILED = CACHE / "failed.log"

# What pip, npm and apt print, and what it means to the person at the keyboard. The first that fits is told.
CAUSES = {
    r"No space left on device|ENOSPC|Disk quota": "the disk is full",
    r"THESE PACKAGES DO NOT MATCH THE HASHES|EINTEGRITY": "a package is not the one that was pinned",
    r"NewConnectionError|NameResolutionError|Failed to resolve|Temporary failure|ConnectTimeout|ReadTimeout"
    r"|ProxyError|SSLError|Connection refused|Network is unreachable|EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT"
    r"|ECONNRESET|ENETUNREACH": "the package registry cannot be reached; check the network or the proxy",
    r"Permission denied|EACCES": "a file or folder may not be written",
    r"No matching distribution found": "a pinned package does not exist for this machine, or not in this registry",
}


class BuildError(Exception):
    """What stopped the work: one sentence for the person at the keyboard, or a line for each mistake in the pages."""


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what is being done, a dot for every second that it takes, and at the end the time."""
    begun = time.monotonic()
    over = threading.Event()

    def tick() -> None:
        while not over.wait(1):
            print(".", end="", flush=True)

    print(f"{what} ", end="", flush=True)
    ticker = threading.Thread(target=tick, daemon=True)
    ticker.start()
    outcome = "stopped"
    try:
        yield
        outcome = f"{time.monotonic() - begun:.1f} s"
    finally:
        over.set()
        ticker.join()
        print(f" {outcome}", flush=True)


def run(
    command: Sequence[object],
    *,
    problem: str,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
    show: bool = False,
) -> str:
    """Run a program quietly and return all that it printed.

    Raises `BuildError`, which begins with `problem` and names the likely cause, if the program is missing or fails;
    `show` then prints what it said, for programs whose complaints are about our own work.
    """
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=cwd,
            env=env or environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        raise BuildError(f"{problem}: {Path(str(command[0])).name} is not on this machine.") from None
    if done.returncode:
        if show:
            print(f"\n{done.stdout.rstrip()}")
        raise BuildError(f"{problem}: {cause(done.stdout)} (all that was said: {keep(command, done.stdout)}).")
    return done.stdout


def cause(output: str) -> str:
    """Return the likely cause of a failure in a few words, from what the program printed."""
    for pattern, meaning in CAUSES.items():
        if re.search(pattern, output):
            return meaning
    lines = output.strip().splitlines()
    return lines[-1].strip().rstrip(".") if lines else "it stopped without a word"


def in_a_sentence(error: Exception) -> str:
    """Return what to tell about an error: that the disk is full, or which file could not be used and why."""
    if isinstance(error, OSError):
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            return "The disk is full."
        return ": ".join(str(part) for part in (error.filename, error.strerror or error) if part) + "."
    return str(error)


def keep(command: Sequence[object], output: str) -> Path:
    """Keep what a failed program printed; return the file, from the project's folder."""
    FAILED.parent.mkdir(exist_ok=True)
    FAILED.write_text(f"{' '.join(map(str, command))}\n{output}", encoding="utf-8")
    return FAILED.relative_to(ROOT)
