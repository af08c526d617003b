"""Gets old Chromiums for the tests, each from inside a Node package that is pinned beside this module."""

import functools
import os
import platform
import subprocess
import sys
from pathlib import Path

from cor_site.setup import node_env, paths
from cor_site.setup.run import BuildError, run

OLDEST = 109
"""The oldest that everything is tested in."""

TOO_OLD = 92
"""Too old for the checks: here the page must say that it cannot work."""

FLAGS = ("--no-sandbox", "--headless", "--disable-gpu")
NO_OLD_CHROMIUM = (
    f"Chromium {OLDEST} and Chromium {TOO_OLD} were not tested: their Node packages could not be installed, or do not "
    "run on this machine. They are made for Linux on x86-64, and need the libraries libnss3 and libexpat1."
)
UNPACK = """const { brotliDecompressSync } = require("zlib");
const { readFileSync, writeFileSync } = require("fs");
const packed = readFileSync("node_modules/@sparticuz/chromium/bin/chromium.br");
writeFileSync("chromium", brotliDecompressSync(packed), { mode: 0o755 });
"""


@functools.cache
def chromium(major: int) -> Path | None:
    """Return this old Chromium; None if it cannot be installed; `BuildError` then in CI."""
    try:
        program = unpacked(major) if (sys.platform, platform.machine()) == ("linux", "x86_64") else None
    except BuildError:
        program = None
    if program and runs(program):
        return program
    if os.environ.get("CI"):
        raise BuildError(NO_OLD_CHROMIUM)
    return None


def unpacked(major: int) -> Path:
    """Return the browser, installed and unpacked when first asked for."""
    name = f"chromium-{major}"
    folder = paths.CACHE / name
    pins = Path(__file__).with_name(name)
    node_env.folder_of_packages(folder, pins, f"Chromium {major}, to test in an old browser too")
    program = folder / "chromium"
    if not program.is_file():
        run([paths.node(), "--eval", UNPACK], problem=f"Chromium {major} could not be unpacked", cwd=folder)
    return program


def runs(program: Path) -> bool:
    """Return whether it starts: it lacks libraries on some machines."""
    command = [str(program), *FLAGS, "--version"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    return done.returncode == 0
