"""The project's commands: installs what is missing, from Python 3.11 and the package registries alone, and hands over.

A command is a function with a docstring that takes the rest of the command line and returns the exit status; list it
in COMMANDS. Standard library only: this runs before anything is installed.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - older ones get this far, and deserve a sentence
    sys.exit("This needs Python 3.11 or newer; it was started with " + sys.version.split()[0] + ".")
if os.name == "nt":
    sys.exit("On Windows, start this inside the Windows Subsystem for Linux.")

from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))
sys.dont_write_bytecode = True

from cor_site import serve as server
from cor_site.setup import paths, python_env
from cor_site.setup.command import Command, main, module, options, set_up, site
from cor_site.setup.run import BuildError
from tools import browsers as every_browser
from tools import linters, locks

ABOUT = """\
Builds, serves, tests and checks the site. The first run makes .venv, calculator/node_modules and .cache
from the pinned lists; later runs keep what is still valid.
What has to be installed on the machine itself (a browser; Python's venv, where Debian left it out) a command installs
if it runs as root on Debian or Ubuntu, and says so first. With --no-system it says what to install and stops.
build.py COMMAND -h tells more about a command."""

PROCESSES = min(4, os.cpu_count() or 1)
"""With one more than processors a run is a tenth shorter, but then a test of a service worker fails now and then."""

SIDE_BY_SIDE = (f"--numprocesses={PROCESSES}", "--dist=loadfile", "--no-loadscope-reorder")
"""Each file of tests in one process, which makes once what its tests share, in the order of tests/conftest.py."""


def serve(arguments: list[str]) -> int:
    """Build the site if need be and serve it on this machine."""
    parser = options(serve)
    parser.add_argument("--port", type=int, default=8000, help="port to serve on; 0 takes a free one (default: 8000)")
    port = parser.parse_args(arguments).port
    if not server.is_free(port):
        raise BuildError(f"Port {port} is taken or may not be used: choose another with --port, or --port 0 for any.")
    set_up()
    site()
    with server.server(paths.SITE, port) as web:
        print(f"The site is at {server.address(web)} (Ctrl-C ends it)", flush=True)
        try:
            web.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


def build(arguments: list[str]) -> int:
    """Build the site into site/, a folder to copy to any static host.

    SITE_URL, if set, is the address that it will have: it goes into the site map and the pages' canonical links.
    """
    options(build).parse_args(arguments)
    set_up()
    site()
    print(f"The site is in {paths.SITE.relative_to(paths.ROOT)}/")
    return 0


def test(arguments: list[str]) -> int:
    """Run all tests: unit, property, parity, site and browser.

    What follows is handed to pytest: paths, -k EXPRESSION, -x, --cov, -n 0 for one test after another.
    Chromium is required. Firefox, WebKit and two old Chromiums are tested where they can be installed; with CI set they
    are required too. The environment variables CHROMIUM and FIREFOX can name a browser of your own.
    """
    _, for_pytest = options(test).parse_known_args(arguments)
    set_up(dev=True)
    python_env.other_generators()
    site()
    named, missing = every_browser.under_test()
    status = module("pytest", *SIDE_BY_SIDE, *for_pytest, **named)
    for sentence in missing:
        print(sentence)
    return status


def check(arguments: list[str]) -> int:
    """Check format, lint, types, imports, spelling, JavaScript, HTML and the facts' review dates."""
    parser = options(check)
    parser.add_argument("--fix", action="store_true", help="first format everything and mend what the linters can mend")
    parser.add_argument("--overdue", action="store_true", help="fail also when a fact is due for review")
    given = parser.parse_args(arguments)
    set_up(dev=True)
    if given.fix:
        linters.fix()
    site()
    return linters.run_all(overdue=given.overdue)


def lock(arguments: list[str]) -> int:
    """Make the pinned lists again, with the newest versions that pyproject.toml and package.json allow."""
    options(lock).parse_args(arguments)
    set_up(dev=True)
    locks.renew()
    return 0


def reproduce(arguments: list[str]) -> int:
    """Build the site a second time, in another folder and environment, and compare byte by byte."""
    return tool(reproduce, arguments)


def shots(arguments: list[str]) -> int:
    """Take pictures of every check in its states, in three widths, light and dark; takes some minutes.

    dist/shots/index.html shows them all, on paper too. --only "refund no" takes those of one check or state.
    """
    return tool(shots, arguments)


def bench(arguments: list[str]) -> int:
    """Measure how long Python takes to start and to answer, against Pyodide as its manual has it; takes minutes.

    --rounds N visits each way N times, --only "Fast 4G" measures one line, --write puts the table on its page.
    """
    return tool(bench, arguments)


def browsers(arguments: list[str]) -> int:
    """Visit the site with every browser that the tests know, and tell in a table what each was seen to do.

    --write puts the table on the hosting page.
    """
    return tool(browsers, arguments)


def tool(command: Command, arguments: list[str]) -> int:
    """Set up and build, then run the developers' tool of a command's name, which reads the rest of the command line."""
    _, for_the_tool = options(command).parse_known_args(arguments)
    set_up(dev=True)
    site()
    return module(f"tools.{command.__name__}", *for_the_tool)


COMMANDS = (serve, build, test, check, lock, reproduce, shots, bench, browsers)

if __name__ == "__main__":
    sys.exit(main(COMMANDS, sys.argv[1:], ABOUT))
