"""Makes `calculator/node_modules` from the pinned lock, with this machine's Node or one of our own."""

import shutil
from pathlib import Path

from cor_site.setup import paths, python_env, stamp
from cor_site.setup.run import BuildError, run, step


def node_packages(*, dev: bool) -> None:
    """Make `node_modules` hold what prepares the runtime and, with `dev`, what checks the JavaScript. Needs `.venv`.

    Raises `BuildError` where there is no Node, or the packages cannot be installed.
    """
    if paths.node() is None:
        python_env.node_wheel()
        paths.node.cache_clear()
        if paths.node() is None:
            raise BuildError("Node is missing: put Node 20.19 or newer on the PATH and start again.")
    site, more = made_from("site"), made_from("dev")
    if stamp.holds(paths.NODE_MODULES, more) or (stamp.holds(paths.NODE_MODULES, site) and not dev):
        return
    with step("Node packages"):
        omit = [] if dev else ["--omit=dev"]
        run(
            [*paths.npm(), "ci", *omit, "--no-progress"],
            problem="The Node packages could not be installed",
            cwd=paths.CALCULATOR,
        )
        stamp.put(paths.NODE_MODULES, more if dev else site)


def made_from(extent: str) -> str:
    """Return the fingerprint of `node_modules`: the lock, and how much of it."""
    return stamp.fingerprint(paths.CALCULATOR / "package.json", paths.CALCULATOR / "package-lock.json", extent)


def folder_of_packages(folder: Path, pins: Path, what: str) -> None:
    """Make a folder of Node packages apart from the calculator's, unless it is valid; `BuildError` if that fails."""
    wanted = stamp.fingerprint(pins)
    if stamp.holds(folder, wanted):
        return
    with step(what):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(pins, folder, ignore=shutil.ignore_patterns("node_modules"))
        run([*paths.npm(), "ci", "--no-progress"], problem=f"{pins.name} could not be installed", cwd=folder)
        stamp.put(folder, wanted)
