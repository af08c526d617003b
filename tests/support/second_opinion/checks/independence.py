"""independence: may this auditor certify us?"""

from datetime import date
from typing import Any

from ..calendar import months_before
from ..dates import independent_from, put
from ..over_partners import alone, listed
from ..reading import FIRST_DAY, LAST_DAY, Problems

Answers = dict[str, Any]

FREE, AUDITED, CONFLICT = 0, 1, 2
VERDICTS = {FREE: "yes", AUDITED: "not_covered", CONFLICT: "no"}


def problems(answers: Answers, as_of: date) -> Problems:  # noqa: ARG001
    """Return what does not fit together: nothing here."""
    return []


def kinds_of(link: dict[str, Any]) -> list[int]:
    """Return how bad a tie can be where it conflicts."""
    if link["kind"] is None:
        return [AUDITED, CONFLICT]
    return [AUDITED] if link["kind"] == "audited" else [CONFLICT]


def possible(link: dict[str, Any], audit: date | None) -> set[int]:
    """Return everything that one tie may come to, over its own unknown fields and an unknown audit date."""
    audits = [FIRST_DAY, LAST_DAY] if audit is None else [audit]
    ends = [FIRST_DAY, "ongoing"] if link["ended"] is None else [link["ended"]]
    found = set()
    for each_audit in audits:
        for end in ends:
            if end == "ongoing" or end >= months_before(each_audit, 12):
                found |= set(kinds_of(link))
            else:
                found.add(FREE)
    return found


def worst_of(links: list[dict[str, Any]], audit: date | None) -> set[int]:
    """Return every level that the worst of the ties may have.

    With the audit date unknown, ties share that one date; yet every level that a tie may have alone, and that is not
    below what another tie has at least, is reached on the first or on the last of all days, or between two ends.
    """
    each = [possible(link, audit) for link in links]
    least = max((min(levels) for levels in each), default=FREE)
    return {level for levels in each for level in levels if level >= least} | {least}


def possible_verdicts(answers: Answers) -> set[str]:
    """Return every verdict that the unknown answers leave possible."""
    if answers["audit_purpose"] == "maintenance":
        return {"not_covered"}
    links = answers["links"]
    levels = {FREE, AUDITED, CONFLICT} if links is None else worst_of(links, answers["audit_date"])
    found = {VERDICTS[level] for level in levels}
    return found if answers["audit_purpose"] is not None else found | {"not_covered"}


def needed(answers: Answers) -> set[str]:
    """Return the unknown keys on which the verdict depends, for some values of the others that are unknown.

    Called where the verdict is unknown only: the purpose is not `maintenance`.
    """
    keys = set()
    links = answers["links"]
    if answers["audit_purpose"] is None:  # `maintenance` is not_covered, and the others may be something else
        keys.add("audit_purpose")
    if links is None:
        return keys | {"links"} | ({"audit_date"} if answers["audit_date"] is None else set())
    if answers["audit_date"] is None:
        # The date matters where a tie with an end may be worse than all ties that conflict whatever the date.
        dated = [max(kinds_of(link)) for link in links if link["ended"] != "ongoing"]
        whatever = [min(kinds_of(link)) for link in links if link["ended"] == "ongoing"]
        if max(dated, default=FREE) > max(whatever, default=FREE):
            keys.add("audit_date")
    if any(link["kind"] is None or link["ended"] is None for link in links) and unknown_fields_matter(answers):
        keys.add("links")
    return keys


def unknown_fields_matter(answers: Answers) -> bool:
    """Tell whether unknown fields of ties can change the verdict on one and the same audit date."""
    dates = [answers["audit_date"]] if answers["audit_date"] is not None else [FIRST_DAY, LAST_DAY]
    if answers["audit_date"] is None:  # and the days on which a tie stops to be in the way
        ends = [link["ended"] for link in answers["links"] if isinstance(link["ended"], date)]
        dates += [independent_from(end) for end in ends]
    return any(len(worst_of(answers["links"], each)) > 1 for each in dates)


def verdict(answers: Answers) -> dict[str, Any]:
    """Return the result without its date and changes."""
    found = possible_verdicts(answers)
    if len(found) == 1:
        return alone("independence", found.pop())
    return alone("independence", "unknown", needed(answers))


def free_from(answers: Answers) -> date | None:
    """Return the first day that no tie is in the way of, where it is known."""
    links = answers["links"]
    if answers["audit_purpose"] == "maintenance" or not links:
        return None
    if not all(isinstance(link["ended"], date) for link in links):
        return None
    return independent_from(max(link["ended"] for link in links))


def judge(answers: Answers, as_of: date) -> dict[str, Any]:
    """Return the result."""
    result = verdict(answers)
    day = free_from(answers)
    if day is not None:
        put(result, "independent_from", day)
    if result["verdict"] == "no" and day is not None:
        moved = max(as_of, day)
        # Reading: on a day after the last of all days nothing can be judged, so it is not shown.
        if moved <= LAST_DAY and verdict(answers | {"audit_date": moved})["verdict"] in ("yes", "unknown"):
            result["changes"] = [listed("independence", answers, {"audit_date": moved}, {"audit_date": moved})]
    return {"auditor": result}


def notices(answers: Answers, results: dict[str, Any], as_of: date) -> set[str]:  # noqa: ARG001
    """Return the codes of what is worth a word."""
    for link in answers["links"] or []:
        if link["kind"] == "advised" and isinstance(link["ended"], date):
            return {"no_time_limit_elsewhere"}
    return set()
