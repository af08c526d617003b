"""How the tests ask the rules: answers in, one outcome out, through the public text interface alone."""

import json
from typing import Any

from cor_calc import check_json

from .cases import PASSING, TODAY


def outcome(check: str, answers: dict[str, Any], as_of: str = TODAY) -> dict[str, Any]:
    """Return the outcome of answers that can be read."""
    out: dict[str, Any] = json.loads(check_json(check, json.dumps(answers), as_of))
    assert "problems" not in out, out
    return out


def result(check: str, answers: dict[str, Any], subject: str = "", as_of: str = TODAY) -> dict[str, Any]:
    """Return one subject's result; without a subject, the only one."""
    results = outcome(check, answers, as_of)["results"]
    (found,) = [r for r in results if not subject or r["subject"] == subject]
    return dict(found)


def verdicts(check: str, answers: dict[str, Any], as_of: str = TODAY) -> list[str | None]:
    """Return the verdicts, in the order of the subjects."""
    return [r["verdict"] for r in outcome(check, answers, as_of)["results"]]


def notices(check: str, answers: dict[str, Any], as_of: str = TODAY) -> set[str]:
    """Return the codes of the notices."""
    return {notice["code"] for notice in outcome(check, answers, as_of)["notices"]}


def problems(check: str, text: str, as_of: str = TODAY) -> set[tuple[str, str]]:
    """Return path and code of each problem of a text; none where it could be evaluated."""
    out = json.loads(check_json(check, text, as_of))
    found = {(p["path"], p["code"]) for p in out.get("problems", [])}
    assert len(found) == len(out.get("problems", [])), out
    return found


def passing(check: str, **changed: Any) -> dict[str, Any]:
    """Return answers that pass, with some changed; `...` leaves an answer out."""
    answers = {**PASSING[check], **changed}
    return {key: value for key, value in answers.items() if value is not ...}
