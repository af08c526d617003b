"""The command line: cor-calc, or python -m cor_calc."""

import argparse
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import Any

from cor_calc.checks import CHECKS, KEYS, Check, overview
from cor_calc.edges import rulebook, schema, table
from cor_calc.edges.files.batch import Batch, Decoder, HeaderError
from cor_calc.edges.json_text import evaluated, keys_of, read_day, written_problems
from cor_calc.edges.strict_json import dumps
from cor_calc.engine.problems import Problem, Problems
from cor_calc.law import load

READ, SOME_ROWS, UNREADABLE = 0, 1, 2
_PIECE = 1 << 16
_DOES = {
    "checks": "list the checks, a line each",
    "partners": "list the certifying partners, a line each",
    "check": "read one JSON object of answers, print one outcome",
    "batch": "read CSV rows, print the same rows with their answers",
    "schema": "print the JSON Schema of the answers",
    "table": "print the decision table as Markdown",
    "rulebook": "print the facts in force as JSON",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status: 0 evaluated, 1 bad rows in a batch, 2 unreadable answers."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape", newline="")
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
        if name in {"check", "batch", "schema", "table"}:
            command.add_argument("check", metavar="CHECK", help=", ".join(KEYS))
        if name in {"check", "batch"}:
            command.add_argument("file", nargs="?", default="-", metavar="FILE", help="- is standard input")
        if name in {"check", "batch", "table", "rulebook"}:
            command.add_argument("--on", metavar="DATE", help="the day on which the answers are judged (today)")
        if name == "batch":
            command.add_argument("-o", "--output", metavar="OUT.csv", help="write here, not to standard output")
        if name == "rulebook":
            command.add_argument("--partner", metavar="ID", help="a certifying partner; without it, the general values")
    return parser


def _on(options: argparse.Namespace) -> str:
    if options.on is None:
        return date.today().isoformat()  # noqa: DTZ011 - the user's own calendar day
    return str(options.on)


def _told(problems: list[Problem]) -> int:
    """Print problems as JSON; return the exit status."""
    print(dumps(written_problems(problems)))
    return UNREADABLE


# ─── What is known ───


def _checks(_options: argparse.Namespace) -> int:
    for check in CHECKS.values():
        print(f"{check.name}  {check.summary}")
    print(f"{overview.NAME}  {overview.SUMMARY}")
    return READ


def _partners(_options: argparse.Namespace) -> int:
    for partner in load().partners.values():
        print(f"{partner.id}  {partner.name} ({partner.industry})")
    return READ


def _schema(options: argparse.Namespace) -> int:
    problems = Problems()
    if not keys_of(options.check, problems):
        return _told(problems.found)
    print(schema.text(options.check))
    return READ


def _table(options: argparse.Namespace) -> int:
    problems = Problems()
    keys = keys_of(options.check, problems)
    day = read_day(_on(options), load(), problems)
    if not keys or day is None:
        return _told(problems.found)
    names = [check.name for check in overview.CHECKS] if options.check == overview.NAME else [options.check]
    print("\n\n".join(table.table(name, load(), day) for name in names))
    return READ


def _rulebook(options: argparse.Namespace) -> int:
    problems = Problems()
    day = read_day(_on(options), load(), problems)
    if options.partner is not None and options.partner not in load().partners:
        message = f"Choose one of the partners: {', '.join(load().partners)}."
        problems.note("partner", "bad_choice", message)
    if problems.found or day is None:
        return _told(problems.found)
    print(rulebook.text(load(), day, options.partner))
    return READ


# ─── One set of answers ───


def _check(options: argparse.Namespace) -> int:
    try:
        text = _bytes(options.file).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return _unreadable(options, error)
    outcome = evaluated(options.check, text, _on(options))
    print(dumps(outcome))
    return UNREADABLE if "problems" in outcome else READ


def _bytes(file: str) -> bytes:
    return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()


def _unreadable(options: argparse.Namespace, error: Exception) -> int:
    """Print why a file cannot be used, with what is wrong of the check's name and the day; return the exit status."""
    problems = Problems()
    keys_of(options.check, problems)
    read_day(_on(options), load(), problems)
    at_fault = getattr(error, "filename", None) or options.file
    name = "standard input" if at_fault == "-" else at_fault
    why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
    problem = Problem("", "bad_json", f"Give a file that can be used; {name!a} cannot: {why}.")
    return _told([*problems.found, problem])


# ─── Many rows ───


def _batch(options: argparse.Namespace) -> int:
    problems = Problems()
    keys = keys_of(options.check, problems)
    if options.check == overview.NAME:
        problems.note("check", "bad_choice", f"Choose one of the checks for a batch: {', '.join(CHECKS)}.")
    day = read_day(_on(options), load(), problems)
    if _same_file(options.file, options.output):
        problems.note("", "contradiction", "Write to another file: the output would take the place of the input.")
    if problems.found or not keys or day is None:
        return _told(problems.found)
    return _run_batch(options, CHECKS[options.check], day)


def _same_file(file: str, output: str | None) -> bool:
    """Return whether the output is the file that is read, under whatever name, or as standard input."""
    if output is None or not Path(output).is_file():
        return False
    if file != "-":
        return Path(file).exists() and Path(file).samefile(output)
    try:
        return os.path.samestat(os.fstat(sys.stdin.fileno()), Path(output).stat())
    except (OSError, ValueError):
        return False


def _run_batch(options: argparse.Namespace, check: Check, day: date) -> int:
    batch = Batch(check, load(), day)
    try:
        with _source(options.file) as source:
            if options.output is None:
                _answer(batch, source, sys.stdout.write)
            else:
                _into_file(batch, source, Path(options.output).resolve())
    except BrokenPipeError:
        raise
    except HeaderError as error:
        return _told([error.problem])
    except OSError as error:
        return _unreadable(options, error)
    return SOME_ROWS if batch.counts.bad else READ


def _source(file: str) -> AbstractContextManager[Any]:
    return nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb")


def _answer(batch: Batch, source: io.BufferedIOBase, write: Callable[[str], Any]) -> None:
    decoder = Decoder()
    said = begun = time.monotonic()
    while piece := source.read1(_PIECE):  # a pipe's first rows are answered before its last ones come
        write(batch.feed(decoder.feed(piece)))
        now = time.monotonic()
        if now - said > 1:
            said = now
            print(f"\r{batch.counts.rows:,} rows in {now - begun:.0f} s", end="", file=sys.stderr, flush=True)
    write(batch.feed(decoder.feed(b"", last=True), last=True))
    if said > begun:
        print(f"\r{batch.counts.rows:,} rows, {batch.counts.bad:,} with problems", file=sys.stderr)


def _into_file(batch: Batch, source: io.BufferedIOBase, output: Path) -> None:
    """Write to a file that appears under its name only when it is whole; Ctrl-C leaves what is done beside it.

    A device or a pipe, such as /dev/null, is written to directly.
    """
    if output.exists() and not output.is_file():
        with output.open("w", encoding="utf-8", errors="surrogateescape", newline="") as rows:
            _answer(batch, source, rows.write)
        return
    try:
        handle, name = tempfile.mkstemp(prefix=f"{output.name}.", suffix=".part", dir=output.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(output)) from error
    part = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", errors="surrogateescape", newline="") as rows:  # noqa: PTH123
            _answer(batch, source, rows.write)
        part.chmod(0o666 & ~_mask())
        part.replace(output)
    except KeyboardInterrupt:
        print(f"\nStopped. What is done so far is in {part.name}.", file=sys.stderr)
        raise
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _mask() -> int:
    """Return the process's file mode mask, which can be read only by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


_COMMANDS = {
    "checks": _checks,
    "partners": _partners,
    "check": _check,
    "batch": _batch,
    "schema": _schema,
    "table": _table,
    "rulebook": _rulebook,
}

if __name__ == "__main__":
    sys.exit(main())
