"""plan: the dates ahead."""

from datetime import date, timedelta
from typing import Any

from ..dates import (
    certification_audit_does_not_fit,
    independent_from,
    put,
    put_audit_from,
    put_certificate,
    put_field_work,
    put_qualifying,
    put_report,
)
from ..over_partners import alone
from ..reading import Problems
from .maintenance import certificate_notices, month_notice, sent_in_notice

Answers = dict[str, Any]


def problems(answers: Answers, as_of: date) -> Problems:  # noqa: ARG001
    """Return what does not fit together."""
    if certification_audit_does_not_fit(answers):
        return [("certification_audit_ended", "contradiction")]
    return []


def judge(answers: Answers, as_of: date) -> dict[str, Any]:  # noqa: ARG001
    """Return the result: dates alone, gone by or not."""
    result = alone("plan", None)
    put_audit_from(result, answers)
    if answers["last_link_ended"] is not None:
        put(result, "independent_from", independent_from(answers["last_link_ended"]))
    put_qualifying(result, answers)
    put_certificate(result, answers)
    put_field_work(result, answers)
    put_report(result, answers)
    if answers["corrections_asked_on"] is not None:
        put(result, "corrections_by", answers["corrections_asked_on"] + timedelta(days=15))
    return {"plan": result}


def notices(answers: Answers, results: dict[str, Any], as_of: date) -> set[str]:
    """Return the codes of what is worth a word."""
    codes = certificate_notices(answers, as_of) | month_notice(answers, results["plan"], as_of)
    codes |= sent_in_notice(answers, as_of, set())
    if answers["partner"] == "amta" and "qualifying_audit_by" in results["plan"]["dates"]:
        codes.add("counted_two_ways")
    return codes
