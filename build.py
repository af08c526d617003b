"""The project's front door: makes what is missing, from Python 3.11 and the package registries alone, and hands over.

A command is a function with a docstring that takes the rest of the command line and returns the exit status; list it
in COMMANDS. Standard library only: this runs before anything is installed.
"""

import os
import sys
import time

if sys.version_info < (3, 11):  # noqa: UP036 - older ones get this far, and deserve a sentence
    sys.exit("This needs Python 3.11 or newer; it was started with " + sys.version.split()[0] + ".")
if os.name == "nt":
    sys.exit("On Windows, start this inside the Windows Subsystem for Linux.")

from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))
sys.dont_write_bytecode = True

from cor_site import serve as server
from cor_site.setup import browsers, checks, lists, paths
from cor_site.setup.command import main, module, options, set_up, site
from cor_site.setup.run import Problem

ABOUT = """\
Builds, serves, tests and checks the site. The first run makes .venv, calculator/node_modules and .cache
from the pinned lists; later runs keep what is still valid.
build.py COMMAND -h tells more about a command."""


def serve(arguments: list[str]) -> int:
    """Build the site if need be and serve it on this machine."""
    parser = options(serve)
    parser.add_argument("--port", type=int, default=8000, help="port to serve on; 0 takes a free one (default: 8000)")
    port = parser.parse_args(arguments).port
    if not server.is_free(port):
        raise Problem(f"Port {port} is taken or may not be used: choose another with --port, or --port 0 for any.")
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


def reproduce(arguments: list[str]) -> int:
    """Build the site a second time, in another folder and environment, and compare byte by byte."""
    options(reproduce).parse_args(arguments)
    set_up()
    site()
    return module("cor_site.reproduce")


def test(arguments: list[str]) -> int:
    """Run all tests: unit, property, parity, site and browser.

    What follows is handed to pytest: paths, -k EXPRESSION, -x, --cov.
    The environment variables CHROMIUM and FIREFOX can name the browsers.
    """
    if arguments in (["-h"], ["--help"]):
        options(test).parse_args(arguments)
    set_up(dev=True)
    site()
    named, missing = browsers.under_test()
    status = module("pytest", *arguments, **named)
    for sentence in missing:
        print(sentence)
    return status


def check(arguments: list[str]) -> int:
    """Check format, lint, types, imports, spelling, JavaScript, HTML and the facts' review dates."""
    parser = options(check)
    parser.add_argument("--overdue", action="store_true", help="fail also when a fact is due for review")
    overdue = parser.parse_args(arguments).overdue
    set_up(dev=True)
    site()
    return checks.run_all(overdue=overdue)


def tidy(arguments: list[str]) -> int:
    """Format all Python, JavaScript and CSS as `check` wants it."""
    options(tidy).parse_args(arguments)
    set_up(dev=True)
    return checks.tidy()


def mutate(arguments: list[str]) -> int:
    """Change the rules in thousands of small ways and see whether the tests notice: takes half an hour.

    It goes on where it was stopped. Names of mutants may follow, such as 'cor_calc.ties.*';
    --again tries those that survived, --jobs 2 tries two at once.
    """
    if arguments in (["-h"], ["--help"]):
        options(mutate).parse_args(arguments)
    set_up(dev=True)
    return module("cor_site.mutate", *arguments)


def fuzz(arguments: list[str]) -> int:
    """Try made-up texts, links, tables and dates, and 20,000 questions on every Python found.

    What fails is shown with the seed that brings it back. PYTHONS may name further interpreters.
    """
    parser = options(fuzz)
    parser.add_argument("--minutes", type=float, default=5, help="how long to make up inputs (default: 5)")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="the seed of an earlier run (default: any)")
    given = parser.parse_args(arguments)
    set_up(dev=True)
    return module("tests.proof.fuzz", str(given.minutes), str(given.seed))


def shots(arguments: list[str]) -> int:
    """Take pictures of every check in its states, in three widths, light and dark; takes some minutes.

    dist/shots/index.html shows them all, on paper too. --only "refund no" takes those of one check or state.
    """
    if arguments in (["-h"], ["--help"]):
        options(shots).parse_args(arguments)
    set_up(dev=True)
    site()
    return module("cor_site.shots", *arguments)


def bench(arguments: list[str]) -> int:
    """Measure how long Python takes to start and to answer, against Pyodide as its manual has it; takes minutes.

    --rounds N visits each way N times, --only "Fast 4G" measures one line, --write puts the table on its page.
    """
    if arguments in (["-h"], ["--help"]):
        options(bench).parse_args(arguments)
    set_up(dev=True)
    site()
    return module("cor_site.bench", *arguments)


def lighthouse(arguments: list[str]) -> int:
    """Have Lighthouse judge the home page and two checks: a report in dist/lighthouse/, and no gate.

    The first run installs it from the pins in tests/lighthouse. It serves the site compressed, as hosts do,
    visits each page three times, and says the middle scores.
    """
    options(lighthouse).parse_args(arguments)
    set_up(dev=True)
    site()
    return module("cor_site.lighthouse")


def lock(arguments: list[str]) -> int:
    """Make the pinned lists again, with the newest versions that pyproject.toml and package.json allow."""
    options(lock).parse_args(arguments)
    set_up(dev=True)
    lists.renew()
    return 0


COMMANDS = (serve, build, reproduce, test, check, tidy, mutate, fuzz, shots, lighthouse, bench, lock)

if __name__ == "__main__":
    sys.exit(main(COMMANDS, sys.argv[1:], ABOUT))
