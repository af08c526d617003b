"""What every command of build.py is made of: set up, then hand over to `.venv`."""

import argparse
import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cor_site.setup import node_env, paths, python_env
from cor_site.setup.run import BuildError, in_a_sentence

Command = Callable[[list[str]], int]
"""Takes the rest of the command line, returns the exit status; its docstring is its help."""


def set_up(*, dev: bool = False) -> None:
    """Make everything that builds the site and, with `dev`, what tests and checks it; keep what is valid."""
    paths.CACHE.mkdir(exist_ok=True)
    with alone():
        python_env.python_packages(dev=dev)
        node_env.node_packages(dev=dev)
        python_env.pyodide_tools()


def site() -> None:
    """Build the site if it is not up to date. It says itself what failed: this only stops."""
    status = module("cor_site.make")
    if status:
        raise SystemExit(status)


def module(name: str, *arguments: str, **more: str) -> int:
    """Run a module by `.venv`'s Python with further environment variables; return its exit status."""
    return subprocess.call([paths.PYTHON, "-m", name, *arguments], cwd=paths.ROOT, env=paths.environment(**more))


@contextmanager
def alone() -> Iterator[None]:
    """Keep a second build.py of the same folder waiting until this part is over."""
    with Path(paths.CACHE, "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Waiting for another build.py to finish.", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def options(command: Command) -> argparse.ArgumentParser:
    """Return a parser for a command's own options and those that all have, with its docstring as the help."""
    parser = argparse.ArgumentParser(
        prog=f"build.py {command.__name__}",
        description=command.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,  # what is not ours goes on to pytest or a tool as it was typed
    )
    told = "install nothing on the machine itself: say what is missing and stop"
    parser.add_argument("--no-system", action=SetVariable, nargs=0, const=python_env.NO_SYSTEM, help=told)
    told = "build the site even if one of the faster ways of starting Python cannot be made"
    parser.add_argument("--allow-slower", action=SetVariable, nargs=0, const=paths.ALLOW_SLOWER, help=told)
    return parser


class SetVariable(argparse.Action):
    """Sets an environment variable, so that this program and those that it starts know of an option."""

    def __call__(self, *_: object) -> None:
        """Set the variable that the option names."""
        os.environ[str(self.const)] = "1"


def main(commands: Sequence[Command], arguments: list[str], about: str) -> int:
    """Run the command that the arguments name; return the exit status.

    What stops it is said in one sentence on standard error, never by a traceback.
    """
    known = {command.__name__: command for command in commands}
    name, *rest = arguments or ["-h"]
    if name in {"-h", "--help", "help"}:
        print(overview(commands, about))
        return 0
    if name not in known:
        print(f"build.py has no command {name}: it knows {', '.join(known)}.", file=sys.stderr)
        return 2
    try:
        return known[name](rest)
    except KeyboardInterrupt:
        return 130
    except (BuildError, OSError) as problem:
        print(in_a_sentence(problem), file=sys.stderr)
        return 1


def overview(commands: Sequence[Command], about: str) -> str:
    """Return the help: what this is, and each command with the first line of its docstring."""
    width = max(len(command.__name__) for command in commands)
    lines = [f"  {command.__name__:{width}}  {(command.__doc__ or '').splitlines()[0]}" for command in commands]
    return f"usage: python3 build.py COMMAND [OPTIONS]\n\n{about}\n\n" + "\n".join(lines)
