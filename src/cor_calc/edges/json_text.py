"""JSON in and out: the one door into the rules. All problems at once, equal bytes for equal answers."""

from datetime import date
from typing import Any

from cor_calc.checks import CHECKS, KEYS, overview
from cor_calc.edges.strict_json import dumps, read_object
from cor_calc.engine.judging import Situation
from cor_calc.engine.kinds import Day
from cor_calc.engine.outcome import outcome
from cor_calc.engine.problems import Problem, Problems
from cor_calc.engine.questions import read_answers
from cor_calc.law import Law, load

NO_RULES = "no_rules"


def check_json(check: str, answers: str, as_of: str, law: Law | None = None) -> str:
    """Return the outcome of a check as JSON text, or {"problems": …} where the answers cannot be read.

    `check` is a name of KEYS, `answers` a JSON object, `as_of` today as YYYY-MM-DD.
    Never raises for what a person typed. `law` stands in for the one that comes with the package.
    """
    return dumps(evaluated(check, answers, as_of, law))


def evaluated(check: str, answers: str, as_of: str, law: Law | None = None) -> dict[str, Any]:
    """Return the same as a JSON value; answers that cannot be read have the one key "problems"."""
    law = law or load()
    problems = Problems()
    keys = keys_of(check, problems)
    day = read_day(as_of, law, problems)
    if any(problem.code == NO_RULES for problem in problems.found):
        return written_problems(problems.found)
    raw = read_object(answers, problems)
    known: dict[str, Any] = {}
    given: dict[str, Any] = {}
    if keys and raw is not None:
        read = Problems()
        known, given = read_answers(keys, raw, law, read)
        if day is not None and check in CHECKS:
            CHECKS[check].note_problems(Situation(known, law, day), read)
        problems.found += read.found
    if problems.found or day is None:
        return written_problems(problems.found)
    of = Situation(known, law, day)
    if check == overview.NAME:
        return overview.outcome(of, given, KEYS)
    return outcome(CHECKS[check], of, given, KEYS)


def keys_of(check: str, problems: Problems) -> tuple[str, ...]:
    """Return the questions of a check, or () with a problem noted where there is no such check."""
    if check not in KEYS:
        problems.note("check", "bad_choice", f"Choose one of the checks: {', '.join(KEYS)}.")
    return KEYS.get(check, ())


def read_day(as_of: str, law: Law, problems: Problems) -> date | None:
    """Return the day on which the answers are judged, or None with a problem noted."""
    day = Day().read(as_of, "as_of", "today’s date", problems)
    if not isinstance(day, date):
        return None
    if law.ruleset(day) is None:
        message = f"Choose a day from {law.begins[0]} on: earlier rules are not part of this guide."
        problems.found[:] = [Problem("as_of", NO_RULES, message)]
        return None
    return day


def written_problems(found: list[Problem]) -> dict[str, Any]:
    """Return problems as JSON."""
    return {"problems": [problem.written() for problem in found]}
