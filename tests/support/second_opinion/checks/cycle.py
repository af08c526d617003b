"""cycle: is our certificate safe, and what is next?"""

from datetime import date, timedelta
from typing import Any

from ..calendar import earliest_full
from ..dates import (
    asks_for_an_audit,
    certification_audit_does_not_fit,
    expires_on,
    maintenance_year,
    put,
    put_certificate,
)
from ..over_partners import Condition, View, alone, over_partners, view_of
from ..partners import PARTNERS
from ..reading import Problems
from .maintenance import certificate_notices, month_notice, sent_in_notice, wants_it_sent_in, year_that_it_is_in

Answers = dict[str, Any]

YEARS = ((1, "first_maintenance"), (2, "second_maintenance"))


def problems(answers: Answers, as_of: date) -> Problems:
    """Return dates after today, and what does not fit together."""
    keys = ("certified_on", "first_maintenance", "second_maintenance")
    found: Problems = [(key, "out_of_range") for key in keys if isinstance(answers[key], date) and answers[key] > as_of]
    if certification_audit_does_not_fit(answers):
        found.append(("certification_audit_ended", "contradiction"))
    return found


def done(answers: Answers, partner: str, k: int, key: str) -> bool:
    """Tell whether a maintenance year has its audit."""
    day = answers[key]
    if not isinstance(day, date) or year_that_it_is_in(answers, day) != k:
        return False
    return day <= maintenance_year(answers, partner, k)[2]


def view(answers: Answers, as_of: date, partner: str) -> View:
    """Return what one partner's rules say."""
    conditions: dict[str, Condition] = {"expired": "no" if as_of > expires_on(answers) else "yes"}
    next_stage: str | None = "recertification"
    if answers["certificate"] == "standard":
        years = [(k, key) for k, key in YEARS if asks_for_an_audit(answers, partner, k)]
        for k, key in years:
            if done(answers, partner, k, key) or as_of <= maintenance_year(answers, partner, k)[2]:
                conditions[key] = "yes"
            else:
                conditions[key] = {key} if answers[key] is None else "no"
        for k, key in reversed(years):
            if not done(answers, partner, k, key):
                next_stage = None if answers[key] is None else key
    found = view_of(conditions, {"first_maintenance", "second_maintenance"})
    if found["verdict"] == "yes":
        found["stage"] = next_stage
    elif found["verdict"] == "no":
        found["stage"] = "expired" if conditions["expired"] == "no" else "missed"
    return found


def judge(answers: Answers, as_of: date) -> dict[str, Any]:
    """Return the result."""
    first = {key for key in ("certificate", "certified_on") if answers[key] is None}
    if first:
        waiting = alone("cycle", "unknown", first)
        put_renewal(waiting, answers)
        return {"certificate": waiting}
    result = over_partners("cycle", answers, lambda partner: view(answers, as_of, partner))
    put_certificate(result, answers)
    put(result, "recertification_field_work_by", expires_on(answers) - timedelta(days=21))
    put_renewal(result, answers)
    return {"certificate": result}


def put_renewal(result: dict[str, Any], answers: Answers) -> None:
    """Put in from when the renewal of a one-year certificate can be for a standard one: its own answers are enough."""
    if answers["certificate"] == "one_year" and answers["records_since"] is not None:
        put(result, "standard_audit_from", earliest_full(answers["records_since"], 12))


def notices(answers: Answers, results: dict[str, Any], as_of: date) -> set[str]:
    """Return the codes of what is worth a word."""
    codes = certificate_notices(answers, as_of)
    if answers["certificate"] is not None and answers["certified_on"] is not None:
        last_day = expires_on(answers)
        if last_day - timedelta(days=21) < as_of <= last_day:
            codes.add("recertify_now")
    if results["certificate"]["verdict"] == "yes" and any(_in_another_year(answers, k, key) for k, key in YEARS):
        codes.add("not_in_its_year")  # Reading: what was entered for a year, and does not count for it, is said.
    finished = {k for k, key in YEARS if wants_it_sent_in(answers) and done(answers, answers["partner"], k, key)}
    return codes | month_notice(answers, results["certificate"], as_of) | sent_in_notice(answers, as_of, finished)


def _in_another_year(answers: Answers, k: int, key: str) -> bool:
    if answers["certificate"] != "standard" or not isinstance(answers[key], date):
        return False
    whose = [answers["partner"]] if answers["partner"] else PARTNERS
    return year_that_it_is_in(answers, answers[key]) != k and any(asks_for_an_audit(answers, one, k) for one in whose)
