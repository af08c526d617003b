"""readiness: which elements have evidence of each kind?"""

from datetime import date
from typing import Any

from ..over_partners import alone
from ..reading import Problems

Answers = dict[str, Any]

KINDS = ("documents", "interviews", "observation")
STATES = ("gap", "open", "partly", "ready", "not_applicable")


def problems(answers: Answers, as_of: date) -> Problems:  # noqa: ARG001
    """Return what does not fit together: nothing here."""
    return []


def state(row: dict[str, Any]) -> str:
    """Return the state of one element."""
    kinds = [row[kind] for kind in KINDS]
    if "missing" in kinds:
        return "gap"
    if None in kinds:
        return "open"
    if "partly" in kinds:
        return "partly"
    if kinds == ["not_applicable"] * 3:
        return "not_applicable"
    return "ready"


def judge(answers: Answers, as_of: date) -> dict[str, Any]:  # noqa: ARG001
    """Return the result."""
    result = alone("readiness", None)
    if answers["evidence"] is not None:
        states = [state(row) for row in answers["evidence"]]
        result["figures"] = {each: states.count(each) for each in STATES}
        result["elements"] = [
            {"name": row["element"], "state": state(row), "missing": [kind for kind in KINDS if row[kind] == "missing"]}
            for row in answers["evidence"]
        ]
    return {"readiness": result}


def notices(answers: Answers, results: dict[str, Any], as_of: date) -> set[str]:  # noqa: ARG001
    """Return the codes of what is worth a word: nothing here."""
    return set()
