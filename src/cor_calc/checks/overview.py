"""Overview: where we stand, from one set of answers. Each check's own answer for its part of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from cor_calc.checks import (
    alternatives,
    auditor_upkeep,
    certification,
    cycle,
    independence,
    internal_auditor,
    maintenance,
    plan,
    refund,
)
from cor_calc.engine.check import Check
from cor_calc.engine.judging import Situation
from cor_calc.engine.links import fragment
from cor_calc.engine.outcome import Keys, assumptions, heading, written
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import written_answers

NAME = "overview"
TITLE = "Where do you stand?"
SUMMARY = "See every check's answer and the next dates, from one set of answers."
CHECKS: tuple[Check, ...] = tuple(
    module.CHECK
    for module in (
        certification,
        independence,
        internal_auditor,
        maintenance,
        cycle,
        alternatives,
        auditor_upkeep,
        plan,
        refund,
    )
)
HEAD = cycle.CHECK
"""The check that tells the certificate's own state: the overview begins with it."""

KEYS: tuple[str, ...] = tuple(dict.fromkeys(key for check in CHECKS for key in check.keys))
_SHOWN = ("subject", "verdict", "tone", "headline", "certificate", "stage", "dates", "figures", "open_questions")


def outcome(of: Situation, given: Mapping[str, Any], keys: Keys) -> dict[str, Any]:
    """Return the overview's outcome; a check whose answers do not fit each other has its problems instead."""
    results: list[dict[str, Any]] = []
    notices: dict[str, str] = {}
    assumed: dict[str, dict[str, str]] = {}
    for check in CHECKS:
        part = {key: of.answers[key] for key in check.keys if key in of.answers}
        carried = written_answers(part)
        own, problems = Situation(part, of.law, of.day), Problems()
        check.note_problems(own, problems)
        if problems.found:
            results.append({"check": check.name, "problems": [problem.written() for problem in problems.found]})
            continue
        found = check.results(own)
        results += entries(check, [written(check, result, carried, keys) for result in found], carried)
        for notice in check.notices(part, found) if check.notices else ():
            notices.setdefault(notice.code, notice.text)
        for assumption in assumptions(check, found):
            assumed.setdefault(assumption["rule"], assumption)
    return {
        **heading(NAME, of, given),
        "results": results,
        "assumptions": list(assumed.values()),
        "notices": [{"code": code, "text": text} for code, text in notices.items()],
    }


def entries(check: Check, results: Iterable[Mapping[str, Any]], carried: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """Yield a line of the overview for each result of a check."""
    for result in results:
        yield {
            "check": check.name,
            **{name: result[name] for name in _SHOWN},
            "href": f"check/{check.name}/{fragment(carried)}",
        }
