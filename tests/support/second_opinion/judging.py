"""From a check's answers to what the contract says of them."""

import json
from datetime import date
from typing import Any

from .checks import (
    alternatives,
    auditor_upkeep,
    certification,
    cycle,
    independence,
    internal_auditor,
    maintenance,
    plan,
    readiness,
    refund,
    score,
)
from .over_partners import tone
from .reading import FIRST_DAY, FIRST_DAY_WITH_RULES, KEYS, LAST_DAY, OF_THE_OVERVIEW, as_date, parse, read_answers

CHECKS = {
    "certification": certification,
    "independence": independence,
    "internal-auditor": internal_auditor,
    "maintenance": maintenance,
    "cycle": cycle,
    "alternatives": alternatives,
    "auditor-upkeep": auditor_upkeep,
    "score": score,
    "readiness": readiness,
    "plan": plan,
    "refund": refund,
}


def judge(check: str, answers: dict[str, Any], as_of: str) -> dict[str, Any]:
    """Return `{"problems": [(path, code), …]}`, or `{"results": {subject: …}, "notices": [code, …]}`.

    The overview has `"stopped": {check: [(path, code), …]}` as well, for checks whose answers do not fit together.
    """
    return judge_text(check, json.dumps(answers), as_of)


def judge_text(check: str, text: str, as_of: str) -> dict[str, Any]:
    """Return the same from the JSON text of the answers."""
    if check not in KEYS:
        return {"problems": [("check", "bad_choice")]}
    day = as_date(as_of)
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        return {"problems": [("as_of", "bad_date")]}
    if day < FIRST_DAY_WITH_RULES:
        return {"problems": [("as_of", "no_rules")]}
    given, problems = parse(text)
    if problems:
        return {"problems": problems}
    answers, problems = read_answers(check, given)
    if check == "overview":
        return {"problems": problems} if problems else overview(answers, day)
    # What could be read is compared all the same, so that all problems are told at once.
    problems += CHECKS[check].problems(answers, day)
    if problems:
        return {"problems": problems}
    results, codes = outcome(check, answers, day)
    return {"results": results, "notices": sorted(codes)}


def outcome(check: str, answers: dict[str, Any], day: date) -> tuple[dict[str, Any], set[str]]:
    """Return a check's results and the codes of its notices."""
    results = CHECKS[check].judge(answers, day)
    for result in results.values():
        result["tone"] = tone(result)
    return results, CHECKS[check].notices(answers, results, day)


def overview(answers: dict[str, Any], day: date) -> dict[str, Any]:
    """Return the results of the nine checks, each from its part of the answers."""
    results: dict[str, Any] = {}
    codes: set[str] = set()
    stopped = {}
    for check in OF_THE_OVERVIEW:
        part = {key: answers[key] for key in KEYS[check]}
        problems = CHECKS[check].problems(part, day)
        if problems:
            stopped[check] = problems
            continue
        found, more = outcome(check, part, day)
        results |= {subject: result | {"check": check} for subject, result in found.items()}
        codes |= more
    return {"results": results, "notices": sorted(codes), "stopped": stopped}
