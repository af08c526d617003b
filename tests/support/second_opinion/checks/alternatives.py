"""alternatives: may something else replace the maintenance audit?"""

from datetime import date
from fractions import Fraction
from typing import Any

from ..dates import put
from ..over_partners import Condition, alone, in_order, view_of
from ..partners import OPTIONS
from ..reading import Problems

Answers = dict[str, Any]

# Month and day, in the maintenance year
DATES = {
    "amhsa_action_plan": {"deliver_by": (11, 30)},
    "amta_action_plan": {"apply_by": (5, 31), "deliver_by": (11, 30)},
    "ccsa_action_plan": {"apply_by": (3, 31)},
    "esc_action_plan": {"apply_by": (1, 31), "plan_by": (3, 31), "amend_by": (10, 31), "deliver_by": (11, 30)},
}


def problems(answers: Answers, as_of: date) -> Problems:  # noqa: ARG001
    """Return what does not fit together: nothing here."""
    return []


def cor(a: Answers) -> Condition:
    """Judge the program."""
    if a["program"] is None:
        return {"program"}
    return "yes" if a["program"] == "cor" else "no"


def score_above(a: Answers, line: int) -> Condition:
    """Judge the last score against a line that is not enough itself."""
    if a["last_overall_score"] is None:
        return {"last_overall_score"}
    return "yes" if a["last_overall_score"] > line else "no"


def score_at_least(a: Answers, line: int) -> Condition:
    """Judge the last score against a line."""
    if a["last_overall_score"] is None:
        return {"last_overall_score"}
    return "yes" if a["last_overall_score"] >= line else "no"


def at_least(a: Answers, key: str, least: int, below: str = "no") -> Condition:
    """Judge a count against the least that is asked for."""
    if a[key] is None:
        return {key}
    return "yes" if a[key] >= least else below


def is_word(a: Answers, key: str, word: str) -> Condition:
    """Judge a choice."""
    if a[key] is None:
        return {key}
    return "yes" if a[key] == word else "no"


def repeat(a: Answers) -> Condition:
    """Judge whether an alternative may be used again."""
    last, plan = a["last_maintenance"], a["last_plan_percent"]
    if last is not None and last != "alternative":
        return "yes"
    if plan is not None and plan >= 80:
        return "yes"
    if last == "alternative" and plan is not None:
        return "no"
    return {key for key in ("last_maintenance", "last_plan_percent") if a[key] is None}


def sass_employees(a: Answers) -> Condition:
    """Judge the employees for the survey."""
    if a["employees"] is None:
        return {"employees"}
    if a["employees"] >= 50:
        return "yes"
    return "not_covered" if a["employees"] >= 30 else "no"


def esc_program(a: Answers) -> Condition:
    """Judge ESC's program: COR, or SECOR with at least four employees."""
    program, employees = a["program"], a["employees"]
    if program == "cor":
        return "yes"
    if employees is not None and employees >= 4:
        return "yes"  # COR and SECOR alike
    if program == "secor":
        return {"employees"} if employees is None else "no"
    return {"program"} if employees is not None else {"program", "employees"}


def esc_score(a: Answers) -> Condition:
    """Judge ESC's score: at least 85, or the last maintenance was an alternative with its plan at 80 or more."""
    score, last, plan = a["last_overall_score"], a["last_maintenance"], a["last_plan_percent"]
    if score is not None and score >= 85:
        return "yes"
    if last == "alternative" and plan is not None and plan >= 80:
        return "yes"
    plan_cannot_do = (last is not None and last != "alternative") or (plan is not None and plan < 80)
    if plan_cannot_do:  # decided, so it asks nothing
        return {"last_overall_score"} if score is None else "no"
    return {key for key in ("last_overall_score", "last_maintenance", "last_plan_percent") if a[key] is None}


def conditions(a: Answers, subject: str) -> dict[str, Condition]:
    """Return an option's conditions."""
    match subject:
        case "aasp_car":
            return {
                "cor": cor(a),
                "score": score_above(a, 90),
                "years": at_least(a, "years_certified", 4),
                "audits": at_least(a, "certification_audits", 2),
                "repeat": repeat(a),
            }
        case "aasp_sass":
            return {
                "cor": cor(a),
                "score": score_above(a, 90),
                "years": at_least(a, "years_certified", 4),
                "audits": at_least(a, "certification_audits", 2),
                "employees": sass_employees(a),
            }
        case "acsa_action_plan":
            return {
                "cor": cor(a),
                "score": score_at_least(a, 80),
                "audits": at_least(a, "certification_audits", 2),
                "auditor": is_word(a, "auditor_on_staff", "yes"),
                "repeat": repeat(a),
            }
        case "afpa_forest_action_plan":
            return {
                "cor": cor(a),
                "employees": at_least(a, "employees", 100),
                "years": at_least(a, "years_certified", 4),
                "rest": "not_covered",
            }
        case "afpa_forest_car":
            return {"cor": cor(a), "score": score_at_least(a, 90), "years": at_least(a, "years_certified", 4)}
        case "amta_action_plan":
            return {
                "cor": cor(a),
                "employees": at_least(a, "employees", 11),
                "score": score_at_least(a, 80),
                "audits": at_least(a, "certification_audits", 2),
                "auditor": is_word(a, "auditor_on_staff", "yes"),
                "orders": is_word(a, "orders_in_cycle", "no"),
                "repeat": repeat(a),
            }
        case "ccsa_action_plan":
            return {
                "cor": cor(a),
                "score": score_at_least(a, 90),
                "audits": at_least(a, "certification_audits", 2),
                "employees": at_least(a, "employees", 150, below="not_covered"),
            }
        case "esc_action_plan":
            return {
                "program": esc_program(a),
                "audits": at_least(a, "certification_audits", 2),
                "score": esc_score(a),
            }
        case _:  # amhsa_action_plan and none
            return {"published": "not_covered"}


def subjects(a: Answers) -> list[str]:
    """Return the partner's options, or all nine."""
    if a["partner"] is not None:
        return list(OPTIONS[a["partner"]])
    return [option for options in OPTIONS.values() for option in options if option != "none"]


def judge(answers: Answers, as_of: date) -> dict[str, Any]:  # noqa: ARG001
    """Return a result for each option."""
    results = {}
    for subject in subjects(answers):
        view = view_of(conditions(answers, subject), set())
        result = alone("alternatives", view["verdict"])
        result["open_questions"] = in_order("alternatives", view["open"])
        year = answers["maintenance_year"]
        if year is not None:
            owner = [partner for partner, options in OPTIONS.items() if subject in options]
            for name, (month, day) in DATES.get(subject, {}).items():
                put(result, name, date(year, month, day), owner)
        results[subject] = result
    return results


def notices(answers: Answers, results: dict[str, Any], as_of: date) -> set[str]:
    """Return the codes of what is worth a word."""
    codes = set()
    score = answers["last_overall_score"]
    if score is not None and 0 < score <= Fraction(1):
        codes.add("looks_like_fraction")
    for result in results.values():
        apply_by = result["dates"].get("apply_by")
        if apply_by is not None and date.fromisoformat(apply_by) < as_of:
            codes.add("deadline_passed")
    told = {name for name, result in results.items() if result["dates"]}
    if told & {"amhsa_action_plan", "ccsa_action_plan", "esc_action_plan"}:
        codes.add("days_of_other_years")
    year = answers["maintenance_year"]
    if "esc_action_plan" in results and answers["program"] == "secor" and year is not None and year < 2025:
        codes.add("secor_later")
    return codes
