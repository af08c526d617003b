"""maintenance: does this audit count?"""

from datetime import date
from fractions import Fraction
from typing import Any

from ..calendar import DAY
from ..dates import (
    asks_for_an_audit,
    audit_year_of,
    certification_audit_does_not_fit,
    expires_on,
    maintenance_year,
    put_certificate,
)
from ..over_partners import Condition, View, alone, in_order, listed, over_partners, view_of
from ..partners import PARTNERS
from ..reading import LAST_DAY, Problems

Answers = dict[str, Any]

STAGES = {None: None, 1: "first_maintenance", 2: "second_maintenance"}


def problems(answers: Answers, as_of: date) -> Problems:  # noqa: ARG001
    """Return what does not fit together."""
    if certification_audit_does_not_fit(answers):
        return [("certification_audit_ended", "contradiction")]
    return []


def year_that_it_is_in(answers: Answers, audit: date) -> int | None:
    """Return the maintenance year that an audit is in; `certified_on` must be known.

    Reading: a year that asks for no audit is a year all the same: an audit in it is in it (and too late).
    """
    if audit <= answers["certified_on"]:
        return None
    k = audit.year - audit_year_of(answers)
    return k if k in (1, 2) else None


def timing(answers: Answers, partner: str) -> Condition:
    """Judge the day of the audit."""
    audit, certified = answers["maintenance_audit_ended"], answers["certified_on"]
    if audit is None or certified is None:
        return {key for key in ("maintenance_audit_ended", "certified_on") if answers[key] is None}
    k = year_that_it_is_in(answers, audit)
    if k is None:
        return "no"
    return "yes" if audit <= maintenance_year(answers, partner, k)[2] else "no"


def conditions(answers: Answers, partner: str) -> dict[str, Condition]:
    """Return COR's conditions."""
    found: dict[str, Condition] = {}
    if answers["certificate"] is None:
        found["certificate"] = {"certificate"}
    else:
        found["certificate"] = "yes" if answers["certificate"] == "standard" else "no"
    found["timing"] = timing(answers, partner)
    if answers["maintenance_assessor"] is None:
        found["assessor"] = {"maintenance_assessor"}
    else:
        found["assessor"] = "no" if answers["maintenance_assessor"] == "other" else "yes"
    if answers["maintenance_score"] is None:
        found["score"] = {"maintenance_score"}
    else:
        found["score"] = "yes" if answers["maintenance_score"] >= 60 else "no"
    return found


def view(answers: Answers, partner: str) -> View:
    """Return what one partner's rules say of a COR."""
    return view_of(conditions(answers, partner), {"timing"})


def verdict(answers: Answers) -> dict[str, Any]:
    """Return the result without its dates and changes."""
    if answers["program"] == "secor":
        result = alone("maintenance", "not_covered")
    else:
        result = over_partners("maintenance", answers, lambda partner: view(answers, partner))
        if answers["program"] is None:
            open_keys = in_order("maintenance", {*result["open_questions"], "program"})
            result |= {"verdict": "unknown", "open_questions": open_keys, "by_partner": None}
    audit = answers["maintenance_audit_ended"]
    if audit is not None and answers["certified_on"] is not None:
        result["stage"] = STAGES[year_that_it_is_in(answers, audit)]
    return result


def judge(answers: Answers, as_of: date) -> dict[str, Any]:
    """Return the result."""
    result = verdict(answers)
    put_certificate(result, answers)
    if result["verdict"] == "no":
        result["changes"] = changes(answers, as_of)
    return {"maintenance": result}


def changes(answers: Answers, as_of: date) -> list[list[dict[str, Any]]]:
    """Return what would change a no."""
    partner = answers["partner"] or "general"
    if answers["certificate"] == "one_year":
        return []
    failing = {name for name, condition in conditions(answers, partner).items() if condition == "no"}
    to: dict[str, Any] = {}
    when: dict[str, date] = {}
    if answers["maintenance_audit_ended"] is not None:
        day = another_day(answers, as_of, partner)
        if day is not None and not may_be_shown(answers, as_of, partner, day):
            return []
        if day is not None:
            to["maintenance_audit_ended"], when["maintenance_audit_ended"] = day, day
    if "assessor" in failing:
        to["maintenance_assessor"] = "internal_auditor"
    if "score" in failing:
        to["maintenance_score"] = Fraction(60)
    if not to or verdict(answers | to)["verdict"] not in ("yes", "unknown"):
        return []
    return [listed("maintenance", answers, to, when)]


def another_day(answers: Answers, as_of: date, partner: str) -> date | None:
    """Return the day to which the audit is moved, or nothing where it stays."""
    audit, certified = answers["maintenance_audit_ended"], answers["certified_on"]
    if certified is None:
        return as_of if audit < as_of else None
    first_year = audit_year_of(answers) + 1
    if audit <= certified or audit.year < first_year:  # too early
        return max(as_of, date(first_year, 1, 1), certified + DAY)
    k = year_that_it_is_in(answers, audit)
    if k is None:  # after year 2: the last year whose `latest` is not before today
        for each in (2, 1):
            latest = maintenance_year(answers, partner, each)[2]
            if latest >= as_of:
                return latest
        return maintenance_year(answers, partner, 2)[2]
    latest = maintenance_year(answers, partner, k)[2]
    if audit > latest:  # too late within its year
        return latest
    return as_of if audit < as_of else None


def may_be_shown(answers: Answers, as_of: date, partner: str, day: date) -> bool:
    """Tell whether a day is neither past nor after the last day of the year that it is in."""
    if day < as_of or day > LAST_DAY:  # Reading: on a day after the last of all days nothing can be judged
        return False
    if answers["certified_on"] is None:
        return True
    k = year_that_it_is_in(answers, day)
    return k is None or day <= maintenance_year(answers, partner, k)[2]


def notices(answers: Answers, results: dict[str, Any], as_of: date) -> set[str]:
    """Return the codes of what is worth a word."""
    codes = certificate_notices(answers, as_of)
    score = answers["maintenance_score"]
    # Reading: no line is published for SECOR, so that no score can be near it.
    if score is not None and Fraction("59.5") <= score < 60 and answers["program"] != "secor":
        codes.add("near_line")
    if score is not None and 0 < score <= 1:
        codes.add("looks_like_fraction")
    result = results["maintenance"]
    if result["verdict"] == "yes":
        # Reading: not where no partner that could be theirs asks for an audit in the other year.
        other = 2 if result["stage"] == "first_maintenance" else 1
        whose = [answers["partner"]] if answers["partner"] else PARTNERS
        if any(asks_for_an_audit(answers, one, other) for one in whose):
            codes.add("other_year")
        by = result["dates"].get(f"{result['stage']}_by")
        if by is not None and answers["maintenance_audit_ended"] > date.fromisoformat(by):
            codes.add("may_be_late")
    audit = answers["maintenance_audit_ended"]
    if wants_it_sent_in(answers) and audit is not None:
        k = year_that_it_is_in(answers, audit)
        if k is not None and asks_for_an_audit(answers, answers["partner"], k):
            codes.add("sent_in")
    return codes


def certificate_notices(answers: Answers, as_of: date) -> set[str]:
    """Return the codes that maintenance, cycle and plan share."""
    codes = set()
    certified = answers["certified_on"]
    if answers["certificate"] is None or certified is None:
        return codes
    if expires_on(answers) < as_of:
        codes.add("expired")
    if answers["certificate"] == "standard" and certified.month <= 4 and answers["certification_audit_ended"] is None:
        codes.add("audit_year")
    return codes


def wants_it_sent_in(answers: Answers) -> bool:
    """Tell whether the days of maintenance are known, and those of a partner that wants the audit sent in by then."""
    known = answers["certificate"] == "standard" and answers["certified_on"] is not None
    return known and answers["partner"] in ("amhsa", "asc")


def sent_in_notice(answers: Answers, as_of: date, done: set[int]) -> set[str]:
    """Return the code of cycle and plan on that, while a year that is not among those done is still to come."""
    if not wants_it_sent_in(answers):
        return set()
    years = [k for k in (1, 2) if asks_for_an_audit(answers, answers["partner"], k) and k not in done]
    ahead = any(maintenance_year(answers, answers["partner"], k)[2] >= as_of for k in years)
    return {"sent_in"} if ahead else set()


def month_notice(answers: Answers, result: dict[str, Any], as_of: date) -> set[str]:
    """Return the code of cycle and plan on ESC's month, while a quarter's end that lies after it is ahead."""
    ends = (day for name, day in result["dates"].items() if name.endswith("maintenance_latest"))
    ahead = any(date.fromisoformat(day) >= as_of for day in ends)
    return {"month_is_safer"} if answers["partner"] == "esc" and ahead else set()
