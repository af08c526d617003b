"""Tries the newest Pyodide and says what broke: `python -m tools.newest_pyodide`.

It changes the pins in calculator/ as an upgrade would, and leaves them so: run it in a copy, as the scheduled workflow
does. The exit status is 0 where there is nothing newer or every way of starting Python works with it.
"""

import sys
import tempfile
from pathlib import Path

from cor_site.runtime import prepare, ways
from cor_site.setup import node_env, paths, python_env
from cor_site.setup.run import BuildError, in_a_sentence, run, step
from tools import leans_on


def newest() -> str:
    """Return the newest release that the package registry has."""
    said = run([*paths.npm(), "view", "pyodide", "version"], problem="The newest release could not be asked for")
    return said.strip().splitlines()[-1]


def install(release: str) -> None:
    """Pin a release and install it."""
    change = [*paths.npm(), "install", "--package-lock-only", "--save-exact", f"pyodide@{release}"]
    run(change, problem="The newest release could not be pinned", cwd=paths.CALCULATOR)
    node_env.node_packages(dev=False)
    python_env.pyodide_tools()


def broken() -> list[str]:
    """Make and prove every way with what is installed; return those that cannot be made."""
    with tempfile.TemporaryDirectory(dir=paths.CACHE, prefix="newest-") as scratch:
        made = Path(scratch) / "made"
        made.mkdir()
        try:
            prepare.make(made, Path(scratch), allow_slower=True)
        except BuildError as problem:
            print(f"\nLeft out: {ways.STOCK}, and so all others. {problem}")
            return list(ways.FASTEST_FIRST)
        return [way for way in ways.FASTEST_FIRST if way not in prepare.built(made)]


def report(release: str, lost: list[str]) -> str:
    """Return what was found, and where to look."""
    if not lost:
        return f"Pyodide {release} works in every way. Run every test with it, then keep the pin that was changed here."
    lines = [f"With Pyodide {release} these ways of starting Python cannot be had: {', '.join(lost)}."]
    lines += ["What they lean on:"]
    lines += [f"  {each.way}: {each.what} ({each.place})" for each in leans_on.load() if each.way in lost]
    return "\n".join(lines)


def main() -> int:
    """Try it; return the exit status."""
    try:
        release = newest()
        if release == ways.release():
            print(f"Pyodide {release} is the newest.")
            return 0
        install(release)
        with step(f"Pyodide {release}"):
            lost = broken()
    except (BuildError, OSError) as problem:
        print(in_a_sentence(problem), file=sys.stderr)
        return 1
    print(report(release, lost))
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
