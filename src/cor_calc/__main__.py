"""The command line: cor-calc, or python -m cor_calc."""

import argparse
import io
import os
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from cor_calc import batch, schema
from cor_calc.checks import CHECKS, Check
from cor_calc.problems import Problem, Problems
from cor_calc.wire import check_json, dumps, find_check, read_day, written_problems

READ, SOME_ROWS, UNREADABLE = 0, 1, 2
_DOES = {
    "checks": "list the checks, a line each",
    "check": "read one JSON object of answers, print one outcome",
    "batch": "read CSV rows, print the same rows with their verdicts",
    "schema": "print the JSON Schema of the answers",
    "table": "print the decision table as Markdown",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status: 0 evaluated, 1 bad rows in a batch, 2 unreadable answers."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has stopped; the interpreter must not try to flush it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READ
    except KeyboardInterrupt:
        return SOME_ROWS
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cor-calc", description="Where do you stand with COR and SECOR?")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run in _COMMANDS.items():
        command = commands.add_parser(name, help=_DOES[name], description=_DOES[name])
        command.set_defaults(run=run)
        if name == "checks":
            continue
        command.add_argument("check", metavar="CHECK", help=", ".join(CHECKS))
        if name in {"check", "batch"}:
            command.add_argument("file", nargs="?", default="-", metavar="FILE", help="- is standard input")
            command.add_argument("--on", metavar="DATE", help="the day on which the answers are judged (today)")
        if name == "batch":
            command.add_argument("-o", "--output", metavar="OUT.csv", help="write here, not to standard output")
    return parser


def _checks(_options: argparse.Namespace) -> int:
    for check in CHECKS.values():
        print(f"{check.name}  {check.summary}")
    return READ


def _on(options: argparse.Namespace) -> str:
    if options.on is None:
        return date.today().isoformat()  # noqa: DTZ011 - the user's own calendar day
    return str(options.on)


def _check(options: argparse.Namespace) -> int:
    try:
        text = _bytes(options.file).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return _problems(_unreadable(options.file, error), options)
    outcome = check_json(options.check, text, _on(options))
    print(outcome)
    return UNREADABLE if outcome.startswith('{"problems":') else READ


def _bytes(file: str) -> bytes:
    return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()


def _unreadable(file: str, error: Exception) -> Problem:
    at_fault = getattr(error, "filename", None) or file
    name = "standard input" if at_fault == "-" else at_fault
    why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
    return Problem("", "bad_json", f"Give a file that can be used; {name!a} cannot: {why}.")


def _problems(problem: Problem, options: argparse.Namespace) -> int:
    """Print this problem with those of the check's name and the day; return the exit status."""
    problems = Problems()
    find_check(options.check, problems)
    read_day(_on(options), problems)
    print(dumps(written_problems([*problems.found, problem])))
    return UNREADABLE


def _batch(options: argparse.Namespace) -> int:
    problems = Problems()
    check = find_check(options.check, problems)
    day = read_day(_on(options), problems)
    if check is None or day is None:
        print(dumps(written_problems(problems.found)))
        return UNREADABLE
    try:
        with _source(options.file) as source, _target(options.output) as target:
            good = batch.run(check, source, target, day, _progress())
    except BrokenPipeError:
        raise
    except batch.HeaderError as error:
        return _problems(error.problem, options)
    except (OSError, UnicodeDecodeError) as error:
        return _problems(_unreadable(options.file, error), options)
    return READ if good else SOME_ROWS


@contextmanager
def _source(file: str) -> Any:
    """Open the rows, a byte-order mark left out; a file that is not UTF-8 fails before any row is written."""
    if file == "-":
        yield io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
        return
    with Path(file).open(encoding="utf-8-sig", newline="") as rows:
        while rows.read(1 << 20):
            pass
        rows.seek(0)
        yield rows


@contextmanager
def _target(file: str | None) -> Any:
    """Open the output; a file appears under its name only when it is whole."""
    if file is None:
        yield sys.stdout
        return
    part = Path(f"{file}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as rows:
            yield rows
        part.replace(file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _progress() -> Callable[[], None]:
    """Return what counts rows, and on a terminal says so every second."""
    out = sys.stderr
    if not out.isatty():
        return lambda: None
    count, said = 0, time.monotonic()

    def tick() -> None:
        nonlocal count, said
        count += 1
        if count % 1000 == 0 and time.monotonic() - said > 1:
            said = time.monotonic()
            print(f"\r{count:,} rows", end="", file=out, flush=True)

    return tick


def _schema(options: argparse.Namespace) -> int:
    return _print_of(options, lambda check: schema.text(check.name))


def _table(options: argparse.Namespace) -> int:
    return _print_of(options, lambda check: check.table())


def _print_of(options: argparse.Namespace, made: Callable[[Check], str]) -> int:
    problems = Problems()
    check = find_check(options.check, problems)
    print(made(check) if check else dumps(written_problems(problems.found)))
    return READ if check else UNREADABLE


_COMMANDS = {"checks": _checks, "check": _check, "batch": _batch, "schema": _schema, "table": _table}

if __name__ == "__main__":
    sys.exit(main())
