"""Tries mutants: the tests are collected once, and a fork of that process meets each mutant, its quickest tests first.

`python -m cor_site.forks JOBS NAMES`, in the folder of the mutants that mutmut has made; NAMES is a file with one
mutant a line. What became of each goes to where mutmut keeps its own results: 0 where no test noticed, 1 where one did.
"""

import json
import os
import resource
import sys
import time
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.utils.format_utils import mangled_name_from_mutant_name

NOTICED, UNNOTICED, UNTESTED, TOO_LONG = 1, 0, 33, 36
PATIENCE, LEAST_SECONDS = 10, 3
"""A test may take so many times as long as without a mutant, but always a few seconds."""
TELL_SECONDS = 10


class Trial(NamedTuple):
    """One mutant, the tests that reach it, and how long each takes without it, in seconds."""

    mutant: str
    tests: list[pytest.Item]
    seconds: list[float]


class Results:
    """What became of each mutant, in mutmut's own files."""

    def __init__(self) -> None:
        self.files = {path: json.loads(path.read_text(encoding="utf-8")) for path in Path("src").rglob("*.meta")}
        self.place = {name: path for path, known in self.files.items() for name in known["exit_code_by_key"]}

    def note(self, mutant: str, became: int) -> None:
        """Keep a result, on the disk too."""
        path = self.place[mutant]
        self.files[path]["exit_code_by_key"][mutant] = became
        path.write_text(json.dumps(self.files[path], indent=4), encoding="utf-8")


class Forks:
    """The plugin that tries mutants in place of pytest's own loop over the tests."""

    def __init__(self, mutants: list[str], jobs: int) -> None:
        self.mutants, self.jobs = mutants, jobs
        self.running: dict[int, str] = {}
        self.results = Results()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every mutant, those whose tests are quick first."""
        trials = sorted(self.trials(session.items), key=lambda trial: sum(trial.seconds))
        told = time.monotonic()
        for count, trial in enumerate(trials):
            if not trial.tests:
                self.results.note(trial.mutant, UNTESTED)
                continue
            if len(self.running) == self.jobs:
                self.wait()
            self.start(trial)
            if time.monotonic() - told > TELL_SECONDS:
                told = time.monotonic()
                print(f"{count:,} of {len(trials):,} tried", flush=True)
        while self.running:
            self.wait()
        return True

    def trials(self, items: list[pytest.Item]) -> list[Trial]:
        """Return each mutant with its tests, by what mutmut has seen of a run without mutants."""
        seen = json.loads(Path("mutmut-stats.json").read_text(encoding="utf-8"))
        reach, lasts = seen["tests_by_mangled_function_name"], seen["duration_by_test"]
        known = {item.nodeid: item for item in items}
        found = []
        for mutant in self.mutants:
            names = {name for name in reach.get(mangled_name_from_mutant_name(mutant), ()) if name in known}
            quickest = sorted((lasts.get(name, 0.0), name) for name in names)
            found.append(Trial(mutant, [known[name] for _, name in quickest], [seconds for seconds, _ in quickest]))
        return found

    def start(self, trial: Trial) -> None:
        """Fork; the child meets the mutant."""
        child = os.fork()
        if child == 0:
            os._exit(meet(trial))
        self.running[child] = trial.mutant

    def wait(self) -> None:
        """Wait for a child, and keep what it found."""
        child, status = os.wait()
        code = os.waitstatus_to_exitcode(status)
        self.results.note(self.running.pop(child), code if code in {NOTICED, UNNOTICED} else TOO_LONG)


def meet(trial: Trial) -> int:
    """Run the tests against one mutant until one fails; return whether one did."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    set_mutant_under_test(trial.mutant)
    try:
        for test, after, seconds in zip(trial.tests, [*trial.tests[1:], None], trial.seconds, strict=True):
            until = int(time.process_time() + PATIENCE * seconds) + LEAST_SECONDS
            resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
            if any(report.failed for report in runtestprotocol(test, log=False, nextitem=after)):
                return NOTICED
    except BaseException:  # noqa: BLE001 - a mutant may raise anything, in the tests' own machinery too
        return NOTICED
    return UNNOTICED


def main(jobs: int, names: str) -> int:
    """Try the mutants that a file names; return pytest's exit status."""
    settings: dict[str, Any] = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    mutants = Path(names).read_text(encoding="utf-8").split()
    set_mutant_under_test("")
    options = ["--rootdir=.", "-q", "-s", "--tb=native", *settings["pytest_add_cli_args"]]
    return int(pytest.main([*options, *settings["pytest_add_cli_args_test_selection"]], plugins=[Forks(mutants, jobs)]))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2]))
