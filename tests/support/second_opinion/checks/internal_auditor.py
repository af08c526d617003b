"""internal-auditor: the way to one's first audit."""

from datetime import date
from typing import Any

from ..dates import put_qualifying
from ..over_partners import Condition, View, over_partners, view_of
from ..partners import qualifying_audit_last_day
from ..reading import Problems

Answers = dict[str, Any]

STEPS = ("module_1_completed", "module_12_completed", "audit_completed")


def problems(answers: Answers, as_of: date) -> Problems:
    """Return dates after today, and each pair of steps that does not fit.

    Reading: a date after today is read and compared all the same, so that it may have both problems.
    """
    found: Problems = [
        (key, "out_of_range") for key in STEPS if isinstance(answers[key], date) and answers[key] > as_of
    ]
    for earlier, later in ((0, 1), (0, 2), (1, 2)):
        before, after = answers[STEPS[earlier]], answers[STEPS[later]]
        if isinstance(after, date) and (before == "not_yet" or (isinstance(before, date) and after < before)):
            found.append((STEPS[later], "contradiction"))
    return found


def path(answers: Answers, as_of: date, partner: str) -> Condition:
    """Judge the three steps."""
    module_1, module_12, audit = (answers[key] for key in STEPS)
    if isinstance(module_12, date):
        last_day = qualifying_audit_last_day(partner, module_12)
        if isinstance(audit, date):
            return "yes" if audit <= last_day else "no"
        if audit == "not_yet":
            return "no" if as_of > last_day else set()
        return {"audit_completed"}
    if module_12 is None and isinstance(module_1, date) and isinstance(audit, date):
        if audit <= qualifying_audit_last_day(partner, module_1):
            return "yes"
        return {"module_12_completed"}
    open_keys = set()
    if module_1 is None and not isinstance(audit, date):
        open_keys.add("module_1_completed")
    if module_1 != "not_yet" and module_12 is None:
        open_keys.add("module_12_completed")
        if audit is None:
            open_keys.add("audit_completed")
    # Reading: where the first module alone is open (the second is not_yet), it is open although time decides.
    return open_keys


def stage(answers: Answers) -> str | None:
    """Return the first step that is not yet done, unless an earlier one is unknown."""
    module_1, module_12, audit = (answers[key] for key in STEPS)
    if module_1 == "not_yet":
        return "module_1"
    if module_12 == "not_yet":
        return "module_12" if module_1 is not None else None
    if audit == "not_yet":
        return "audit" if isinstance(module_12, date) else None
    return None


def view(answers: Answers, as_of: date, partner: str) -> View:
    """Return what one partner's rules say."""
    found = view_of({"path": path(answers, as_of, partner)}, {"path"})
    found["stage"] = {"yes": "quality_assurance", "no": "missed"}.get(found["verdict"], stage(answers))
    return found


def judge(answers: Answers, as_of: date) -> dict[str, Any]:
    """Return the result."""
    result = over_partners("internal-auditor", answers, lambda partner: view(answers, as_of, partner))
    put_qualifying(result, answers)
    return {"internal_auditor": result}


def notices(answers: Answers, results: dict[str, Any], as_of: date) -> set[str]:  # noqa: ARG001
    """Return the codes of what is worth a word."""
    result = results["internal_auditor"]
    told = answers["partner"] == "amta" and "qualifying_audit_by" in result["dates"] and result["verdict"] != "no"
    return {"counted_two_ways"} if told else set()
