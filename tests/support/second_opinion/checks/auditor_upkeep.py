"""auditor-upkeep: does the auditor's certification hold?"""

from datetime import date
from typing import Any

from ..calendar import months_after
from ..dates import put
from ..over_partners import Condition, View, alone, over_partners, view_of
from ..partners import AUDITS_IN_A_CYCLE
from ..reading import Problems

Answers = dict[str, Any]


def problems(answers: Answers, as_of: date) -> Problems:
    """Return dates after today."""
    found: Problems = [
        (key, "out_of_range")
        for key in ("auditor_certified_on", "refresher_on")
        if isinstance(answers[key], date) and answers[key] > as_of
    ]
    for index, day in enumerate(answers["audits"] or []):
        if day is not None and day > as_of:
            found.append((f"audits.{index}", "out_of_range"))
    return found


def counts(answers: Answers, day: date) -> bool:
    """Tell whether a day lies in the cycle."""
    return answers["auditor_certified_on"] < day <= cycle_end(answers)


def cycle_end(answers: Answers) -> date:
    """Return the last day of the cycle."""
    return months_after(answers["auditor_certified_on"], 36)


def refresher(answers: Answers, as_of: date) -> Condition:
    """Judge the refresher."""
    day = answers["refresher_on"]
    if day is None:
        return {"refresher_on"}
    if isinstance(day, date) and counts(answers, day):
        return "yes"
    return set() if as_of <= cycle_end(answers) else "no"


def audits(answers: Answers, as_of: date, partner: str) -> Condition:
    """Judge the number of audits."""
    published = AUDITS_IN_A_CYCLE[partner]
    number = 2 if published is None else published
    if answers["audits"] is None:
        return {"audits"}
    known = len([day for day in answers["audits"] if day is not None and counts(answers, day)])
    unknown = len([day for day in answers["audits"] if day is None])
    if known >= number:
        return "yes"
    if known + unknown >= number:
        return {"audits"}
    if as_of <= cycle_end(answers):
        return set()
    return "not_covered" if published is None else "no"


def view(answers: Answers, as_of: date, partner: str) -> View:
    """Return what one partner's rules say."""
    conditions = {"refresher": refresher(answers, as_of), "audits": audits(answers, as_of, partner)}
    found = view_of(conditions, {"audits"})
    found["stage"] = {"no": "missed", "yes": "done"}.get(found["verdict"])
    if found["verdict"] == "unknown" and not found["open"]:
        found["stage"] = "running"
    return found


def judge(answers: Answers, as_of: date) -> dict[str, Any]:
    """Return the result."""
    if answers["auditor_certified_on"] is None:
        return {"auditor_certification": alone("auditor-upkeep", "unknown", {"auditor_certified_on"})}
    result = over_partners("auditor-upkeep", answers, lambda partner: view(answers, as_of, partner))
    put(result, "cycle_ends_on", cycle_end(answers))
    return {"auditor_certification": result}


def notices(answers: Answers, results: dict[str, Any], as_of: date) -> set[str]:  # noqa: ARG001
    """Return the codes of what is worth a word: nothing here."""
    return set()
