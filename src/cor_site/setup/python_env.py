"""Makes `.venv` and the other folders of Python packages from the pinned, hashed lists."""

import importlib.util
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from cor_site.setup import stamp
from cor_site.setup.paths import GENERATORS, NODE_WHEEL, PYODIDE_TOOLS, PYTHON, ROOT, VENV, environment
from cor_site.setup.run import BuildError, run, step

SITE_LIST = ROOT / "requirements.txt"
DEV_LIST = ROOT / "requirements-dev.txt"
NODE_LIST = ROOT / "requirements-node.txt"
PYODIDE_LIST = ROOT / "requirements-pyodide-build.txt"
GENERATORS_LIST = ROOT / "requirements-generators.txt"

# Wheels only: building one would fetch packages that no list pins.
INSTALL = ("install", "--require-hashes", "--only-binary=:all:", "--no-deps", "--no-compile", "--quiet")

NO_SYSTEM = "NO_SYSTEM"
"""The environment variable that, unless it is empty, forbids to install anything on the machine itself."""

NO_VENV = (
    "Python's own module venv is incomplete on this machine: "
    "install it (on Debian and Ubuntu: apt-get install python3-venv) and start again."
)


def python_packages(*, dev: bool) -> None:
    """Make `.venv` hold what builds the site and, with `dev`, what tests and checks it; whatever is valid is kept."""
    site, more = made_from(SITE_LIST), made_from(SITE_LIST, DEV_LIST)
    if not PYTHON.exists() or not (stamp.holds(VENV, site) or stamp.holds(VENV, more)):
        with step("Python environment"):
            make_venv()
        with step("Python packages that build the site"):
            install(SITE_LIST)
            stamp.put(VENV, site)
    if dev and not stamp.holds(VENV, more):
        with step("Python packages that test and check it"):
            install(DEV_LIST)
            stamp.put(VENV, more)


def made_from(*lists: Path) -> str:
    """Return the fingerprint of an environment: its lists, the Python that runs it, and its place (scripts hold it)."""
    return stamp.fingerprint(*lists, f"{sys.version_info.major}.{sys.version_info.minor}", str(VENV))


def make_venv() -> None:
    """Make an empty `.venv` with or without a pip of its own; the old one goes first."""
    shutil.rmtree(VENV, ignore_errors=True)
    problem = "The Python environment could not be made"
    if not can_make_pip() and not can_lend_pip():
        install_venv_module()
    without = [] if can_make_pip() else ["--without-pip"]
    run([base_python(), "-m", "venv", *without, VENV], problem=problem, env=dict(os.environ))


def install(packages: Path, target: Path | None = None) -> None:
    """Install a pinned list into `.venv`, or into a folder of its own."""
    into = ["--target", target, "--ignore-requires-python"] if target else []
    # A person's own pip settings stay in force, for their registry and proxy, but not the one that installs elsewhere.
    env = environment(PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0", PIP_DISABLE_PIP_VERSION_CHECK="1")
    problem = f"The packages of {packages.name} could not be installed"
    run([*pip(), *INSTALL, *into, "-r", packages], problem=problem, env=env)


def pip() -> list[str | Path]:
    """Return the command that runs pip for `.venv`: its own, else this machine's."""
    if can_make_pip():
        return [PYTHON, "-m", "pip"]
    return [base_python(), "-m", "pip", "--python", PYTHON]


def can_make_pip() -> bool:
    """Return whether this Python makes environments with pip; Debian's does not without python3-venv."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def can_lend_pip() -> bool:
    """Return whether this Python can at least make an environment for its own pip to fill."""
    return all(importlib.util.find_spec(name) for name in ("venv", "pip"))


def base_python() -> str:
    """Return the Python under any environment that this program may itself run in: ours may be about to go."""
    return getattr(sys, "_base_executable", None) or sys.executable


def install_venv_module() -> None:
    """Install with apt-get what Debian leaves out of Python. `BuildError` where we may not, or it does not help."""
    if not may_install_system_packages() or not base_python().startswith("/usr/bin/"):
        raise BuildError(NO_VENV)
    install_system_packages(["python3-venv"], NO_VENV.rstrip("."))
    importlib.invalidate_caches()
    if not can_make_pip():
        raise BuildError(NO_VENV)


def may_install_system_packages() -> bool:
    """Return whether this is a Debian or Ubuntu on which we are root, and nobody has forbidden it."""
    return bool(shutil.which("apt-get")) and os.geteuid() == 0 and not os.environ.get(NO_SYSTEM)


def install_system_packages(names: Sequence[str], problem: str) -> None:
    """Install some of Debian's packages on this machine: says so first, asks nothing."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with step(f"Installing {', '.join(names)} on this machine with apt-get (--no-system forbids it)"):
        run(["apt-get", "-q", "update"], problem=problem, env=env)
        run(["apt-get", "-q", "install", "-y", "--no-install-recommends", *names], problem=problem, env=env)


def folder_of_packages(folder: Path, packages: Path, what: str) -> None:
    """Make a folder of packages apart from `.venv`, afresh, unless it is valid."""
    wanted = stamp.fingerprint(packages)
    if stamp.holds(folder, wanted):
        return
    with step(what):
        shutil.rmtree(folder, ignore_errors=True)
        install(packages, folder)
        stamp.put(folder, wanted)


def pyodide_tools() -> None:
    """Make the folder of pyodide-build, which Pyodide's own Python will run; no requirement of the host's applies."""
    folder_of_packages(PYODIDE_TOOLS, PYODIDE_LIST, "pyodide-build")


def other_generators() -> None:
    """Make the folder of the generators that the tests build the pages with besides MkDocs: ProperDocs and Zensical."""
    folder_of_packages(GENERATORS, GENERATORS_LIST, "Other generators, for the tests")


def node_wheel() -> None:
    """Make the folder of the Node that comes as a Python package."""
    folder_of_packages(NODE_WHEEL, NODE_LIST, "Node, since this machine has none or an older one")
