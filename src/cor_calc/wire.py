"""JSON in and out: strict reading, all problems at once, equal bytes for equal answers."""

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from cor_calc.answers import read_fields, written_fields
from cor_calc.calendar import calendar_text
from cor_calc.checks import CHECKS, Check
from cor_calc.facts import bounds, load
from cor_calc.kinds import LONGEST_NUMBER, Day, NumberText
from cor_calc.problems import Problem, Problems

LONGEST_TEXT = 64 * 1024
DEEPEST = 8
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")


class _NotStrictError(ValueError):
    """The text is JSON only to a lenient reader."""


def check_json(check: str, answers: str, as_of: str) -> str:
    """Return the outcome of a check as JSON text, or {"problems": …} where it cannot be read.

    `check` is a name of CHECKS, `answers` a JSON object, `as_of` today as YYYY-MM-DD.
    Never raises for what a person typed.
    """
    problems = Problems()
    found = find_check(check, problems)
    day = read_day(as_of, problems)
    raw = read_object(answers, problems)
    given = None
    if found is not None and raw is not None:
        given = read_answers(found, raw, day, problems)
    if problems.found or found is None or day is None:
        return dumps(written_problems(problems.found))
    return dumps(written_outcome(found, given, day))


def find_check(name: str, problems: Problems) -> Check | None:
    """Return the check of this name, or None with a problem noted."""
    if name not in CHECKS:
        problems.note("check", "bad_choice", f"Choose one of the checks: {', '.join(CHECKS)}.")
    return CHECKS.get(name)


def read_day(as_of: str, problems: Problems) -> date | None:
    """Return the day on which the answers are judged, or None with a problem noted."""
    low, high = bounds("day")
    day = Day(low, high).read(as_of, "as_of", "today's date", problems)
    if day is None or isinstance(day, str):
        return None
    if load().ruleset(day) is None:
        first = load().rulesets[0].since
        problems.note("as_of", "no_rules", f"Choose a day from {first} on: earlier rules are not part of this check.")
        return None
    return day


def read_answers(check: Check, raw: dict[str, object], day: date | None, problems: Problems) -> Any:
    """Return the answers of a check from JSON values, every problem noted."""
    given = read_fields(check.answers, raw, "", problems)
    if check.review is not None:
        check.review(given, day, problems)
    return given


def read_object(text: str, problems: Problems) -> dict[str, object] | None:
    """Return the JSON object in a text, or None with a problem noted. Numbers stay as spelled."""
    if len(text.encode("utf-8", "surrogatepass")) > LONGEST_TEXT:
        problems.note("", "too_many", f"Shorten the answers to at most {LONGEST_TEXT // 1024} KiB of text.")
        return None
    try:
        value = _loads(text)
    except (_NotStrictError, json.JSONDecodeError) as error:
        problems.note("", "bad_json", f"Write the answers as one strict JSON object: {_reason(error)}.")
        return None
    if not isinstance(value, dict):
        problems.note("", "wrong_type", 'Write the answers as a JSON object, such as {"employees": 9}.')
        return None
    return value


def _loads(text: str) -> object:
    if _depth(text) > DEEPEST:
        raise _NotStrictError(f"it is nested more than {DEEPEST} levels deep")
    return json.loads(
        text,
        parse_int=_number,
        parse_float=_number,
        parse_constant=_constant,
        object_pairs_hook=_object,
    )


def _depth(text: str) -> int:
    deepest = depth = 0
    for bracket in _BRACKET.findall(_STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _number(text: str) -> NumberText:
    if len(text) > LONGEST_NUMBER:
        raise _NotStrictError(f"a number has more than {LONGEST_NUMBER} characters")
    return NumberText(text)


def _constant(text: str) -> object:
    raise _NotStrictError(f"{text} is not a JSON number")


def _object(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _NotStrictError(f"the key {key!a} stands twice")
        found[key] = value
    return found


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        text, at = error.doc, error.pos
        before = text[:at].rstrip(" \t\r\n")
        if before.endswith(",") and text[at : at + 1] in ("]", "}"):
            at = len(before) - 1  # Pythons differ on where a comma too many is: say the comma itself
        return f"line {text.count(chr(10), 0, at) + 1}, column {at - text.rfind(chr(10), 0, at)}, cannot be read"
    return str(error)


def written_problems(found: list[Problem]) -> dict[str, Any]:
    """Return problems as JSON."""
    return {"problems": [{"path": problem.path, "code": problem.code, "message": problem.message} for problem in found]}


def written_outcome(check: Check, given: Any, day: date) -> dict[str, Any]:
    """Return a check's outcome as JSON, its keys in the order that programs rely on."""
    rules = load().ruleset(day)
    explained = check.explain(given, day)
    dates = {name: each for result in explained.results for name, each in result.judgement.dates.items()}
    outcome = {
        "check": check.name,
        "as_of": day.isoformat(),
        "ruleset": rules.id if rules else None,
        "answers": written_fields(given),
        **explained.written(),
    }
    return outcome | {"calendar": calendar_text(dates, given, day)} if dates else outcome


def dumps(value: object) -> str:
    """Return compact ASCII JSON."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
