"""Both opinions in one shape: the calculators' and the second one."""

import json
from collections.abc import Callable
from typing import Any

from .second_opinion import judge

Opinion = Callable[[str, dict[str, Any], str], dict[str, Any]]


def calculators(check: str, answers: dict[str, Any], as_of: str) -> dict[str, Any]:
    """Return what the calculators say, in the second opinion's shape."""
    from cor_calc import check_json  # noqa: PLC0415 - the second opinion can be tried without it

    return shaped(json.loads(check_json(check, json.dumps(answers), as_of)))


def shaped(outcome: dict[str, Any]) -> dict[str, Any]:
    """Return an outcome's decisions by subject, without its words."""
    if "problems" in outcome:
        return {"problems": _problems(outcome["problems"])}
    found: dict[str, Any] = {
        "results": {each["subject"]: _result(each) for each in outcome["results"] if "problems" not in each},
        "notices": sorted(each["code"] for each in outcome["notices"]),
    }
    if outcome["check"] == "overview":
        found["stopped"] = {
            each["check"]: _problems(each["problems"]) for each in outcome["results"] if "problems" in each
        }
    return found


def _problems(problems: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(each["path"], each["code"]) for each in problems]


def _result(result: dict[str, Any]) -> dict[str, Any]:
    dates = result["dates"]
    return {
        **{key: value for key, value in result.items() if key not in {"subject", "dates"}},
        "dates": {each["name"]: each["date"] for each in dates},
        "date_partners": {each["name"]: each["partners"] for each in dates},
    }


OPINIONS: dict[str, Opinion] = {"calculators": calculators, "second opinion": judge}
