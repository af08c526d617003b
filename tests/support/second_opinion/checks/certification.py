"""certification: could we be certified?"""

from datetime import date
from fractions import Fraction
from typing import Any

from ..calendar import earliest_full, full_months, months_before
from ..dates import put_audit_from
from ..over_partners import Condition, View, listed, over_partners, view_of
from ..partners import PEER_AUDITOR_CERTIFIES, RECORDS_OF_3_TO_11_MONTHS, SECOR_OFFERED, SMALLEST_COR_EMPLOYER
from ..reading import LAST_DAY, Problems

Answers = dict[str, Any]

DIFFERING = {"size", "records", "assessor", "offered"}


def problems(answers: Answers, as_of: date) -> Problems:  # noqa: ARG001
    """Return what does not fit together."""
    records, audit = answers["records_since"], answers["audit_date"]
    if records is not None and audit is not None and audit < records:
        return [("audit_date", "contradiction")]
    return []


def months_of(answers: Answers) -> int | set[str]:
    """Return the full months of records, or the keys that they need."""
    if answers["records_since"] is not None:
        if answers["audit_date"] is None:
            return {"audit_date"}
        return full_months(answers["records_since"], answers["audit_date"])
    if answers["documentation_months"] is not None:
        return answers["documentation_months"]
    return {"records_since", "documentation_months"}


def records(answers: Answers, partner: str) -> Condition:
    """Judge the months of records."""
    months = months_of(answers)
    if isinstance(months, set):
        return months
    if months >= 12:
        return "yes"
    if months >= 3:
        return RECORDS_OF_3_TO_11_MONTHS[partner]
    return "no"


def cor_size(answers: Answers, partner: str) -> Condition:
    """Judge the size of a COR employer."""
    smallest = SMALLEST_COR_EMPLOYER[partner]
    if smallest is None:  # no rule is published: every answer would do, so none is needed
        return "yes"
    if answers["employees"] is None:
        return {"employees"}
    return "yes" if answers["employees"] >= smallest else "no"


def secor_size(answers: Answers) -> Condition:
    """Judge the size of a SECOR employer."""
    if answers["employees"] is None:
        return {"employees"}
    return "yes" if answers["employees"] <= 10 else "no"


def cor_assessor(answers: Answers, partner: str) -> Condition:
    """Judge who does the audit."""
    if answers["assessor"] is None:
        return {"assessor"}
    if answers["assessor"] == "external_auditor":
        return "yes"
    if answers["assessor"] == "peer_auditor":
        return PEER_AUDITOR_CERTIFIES[partner]
    return "no"


def overall(answers: Answers) -> Condition:
    """Judge the overall score."""
    if answers["overall_score"] is None:
        return {"overall_score"}
    return "yes" if answers["overall_score"] >= 80 else "no"


def elements(answers: Answers) -> Condition:
    """Judge the elements' scores."""
    scores = answers["element_scores"]
    if scores is None:
        return {"element_scores"}
    if any(isinstance(score, Fraction) and score < 50 for score in scores):
        return "no"
    if None in scores:
        return {"element_scores"}
    if all(score == "not_applicable" for score in scores):
        return "not_covered"
    return "yes"


def cor_conditions(answers: Answers, partner: str) -> dict[str, Condition]:
    """Return COR's conditions."""
    return {
        "size": cor_size(answers, partner),
        "records": records(answers, partner),
        "assessor": cor_assessor(answers, partner),
        "overall": overall(answers),
        "elements": elements(answers),
    }


def secor_conditions(answers: Answers, partner: str) -> dict[str, Condition]:
    """Return SECOR's conditions."""
    return {
        "size": secor_size(answers),
        "offered": SECOR_OFFERED[partner],
        "records": records(answers, partner),
        "overall": overall(answers),
        "elements": elements(answers),
    }


CONDITIONS = {"cor": cor_conditions, "secor": secor_conditions}


def view(subject: str, answers: Answers, as_of: date, partner: str) -> View:
    """Return what one partner's rules say of one subject."""
    conditions = CONDITIONS[subject](answers, partner)
    # SECOR's size is the same at every partner
    found = view_of(conditions, DIFFERING if subject == "cor" else DIFFERING - {"size"})
    months = months_of(answers)
    certificate = "standard" if not isinstance(months, set) and months >= 12 else "one_year"
    if found["verdict"] == "yes":
        found["stage"] = "passed"
        found["certificate"] = certificate
    elif the_audit_can_take_place(conditions, answers, as_of):
        found["stage"] = "audit"
        found["figures"] = {"certificate_if_passed": certificate}
    return found


def the_audit_can_take_place(conditions: dict[str, Condition], answers: Answers, as_of: date) -> bool:
    """Tell whether all but the scores is there.

    Reading: "overall and elements are both unknown" means the two conditions; a list of elements that is partly known
    leaves its condition unknown.
    """
    for name, condition in conditions.items():
        if name in {"overall", "elements"}:
            if not isinstance(condition, set):
                return False
        elif name == "assessor":
            if condition != "yes" and not isinstance(condition, set):
                return False
        elif condition != "yes":
            return False
    return answers["audit_date"] is None or answers["audit_date"] >= as_of


def verdict(subject: str, answers: Answers, as_of: date) -> dict[str, Any]:
    """Return one subject's result without its dates and changes."""
    return over_partners("certification", answers, lambda partner: view(subject, answers, as_of, partner))


def judge(answers: Answers, as_of: date) -> dict[str, Any]:
    """Return both results."""
    results = {}
    for subject in ("cor", "secor"):
        result = verdict(subject, answers, as_of)
        put_audit_from(result, answers)
        if result["verdict"] == "no":
            result["changes"] = changes(subject, answers, as_of)
        results[subject] = result
    return results


def changes(subject: str, answers: Answers, as_of: date) -> list[list[dict[str, Any]]]:
    """Return what would change a no."""
    partner = answers["partner"] or "general"
    conditions = CONDITIONS[subject](answers, partner)
    failing = {name for name, condition in conditions.items() if condition in ("no", "not_covered")}
    if "size" in failing or "offered" in failing:
        return []
    to: dict[str, Any] = {}
    when: dict[str, date] = {}
    if "records" in failing:
        to, when = longer_records(answers, as_of, 12 if partner == "ccsa" else 3)
    elif answers["audit_date"] is not None and answers["audit_date"] < as_of:
        to["audit_date"], when["audit_date"] = as_of, as_of
    if "assessor" in failing:
        to["assessor"] = "external_auditor"
    if "overall" in failing:
        to["overall_score"] = Fraction(80)
    if conditions["elements"] == "no":  # where no element applies there is no score to raise
        to["element_scores"] = [
            Fraction(50) if isinstance(score, Fraction) and score < 50 else score for score in answers["element_scores"]
        ]
    day = max(when.values(), default=as_of)
    if day > LAST_DAY:  # Reading: on such a day nothing can be judged, so it is not shown
        return []
    if verdict(subject, answers | to, day)["verdict"] not in ("yes", "unknown"):
        return []
    return [listed("certification", answers, to, when)]


def longer_records(answers: Answers, as_of: date, wanted: int) -> tuple[dict[str, Any], dict[str, date]]:
    """Return what becomes of the audit's date or of the count, and when, once the records are long enough."""
    audit, count = answers["audit_date"], answers["documentation_months"]
    if answers["records_since"] is not None:
        day = max(as_of, earliest_full(answers["records_since"], wanted))
        return {"audit_date": day}, {"audit_date": day}
    counted_back_from = audit if audit is not None and audit >= as_of else as_of
    day = max(as_of, earliest_full(months_before(counted_back_from, count), wanted))
    if audit is None:
        return {"documentation_months": wanted}, {"documentation_months": day}
    return {"documentation_months": wanted, "audit_date": day}, {"documentation_months": day, "audit_date": day}


def notices(answers: Answers, results: dict[str, Any], as_of: date) -> set[str]:  # noqa: ARG001
    """Return the codes of what is worth a word."""
    codes = set()
    score = answers["overall_score"]
    items = answers["element_scores"] or []
    known = [item for item in items if isinstance(item, Fraction)]
    if score is not None and Fraction("79.5") <= score < 80:
        codes.add("near_line")
    if any(Fraction("49.5") <= item < 50 for item in known):
        codes.add("near_line")
    if score is not None and known and None not in items and not min(known) <= score <= max(known):
        codes.add("scores_disagree")
    if any(0 < each <= 1 for each in (*known, *([] if score is None else [score]))):
        codes.add("looks_like_fraction")
    if answers["employees"] in (10, 11):
        codes.add("who_counts")
    if answers["records_since"] is not None and answers["documentation_months"] is not None:
        codes.add("count_not_used")
    at_mhsa = answers["partner"] == "mhsa" and results["secor"]["verdict"] != "no"
    if at_mhsa and answers["assessor"] != "external_auditor":
        codes.add("secor_assessor")
    return codes
