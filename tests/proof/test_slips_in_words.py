"""What cannot be read is told in a sentence that says what would do, to the letter."""

import json
from typing import Any

import pytest

from cor_calc import check_json

from .pieces import TODAY

Told = list[tuple[str, str, str]]
EMPLOYEES = "Enter the number of employees as a whole number from 1 to 99,999."
SCORE = "Enter the overall score as a number from 0 to 100, with at most two decimals."
SCORES = "Enter each of the element scores as a number from 0 to 100, with at most two decimals."
PREMIUM = "Enter the industry-rated premium as a number from 0 to 1,000,000,000, with at most two decimals."
ASSESSOR = "Choose the assessor: external_auditor, own_staff or unsure."
RECORDS = "Enter the first day of your records as a real date, year-month-day such as 2026-03-31."
RECORDS_WITHIN = "Enter the first day of your records as a date from 1900-01-01 to 2199-12-31."
MODULE = "Enter the day on which you completed Module 1 as a real date, year-month-day such as 2026-03-31, or not_yet."
MODULE_WITHIN = "Enter the day on which you completed Module 1 as a date from 1900-01-01 to 2199-12-31, or not_yet."
ENDED = "Enter the last day of the tie as a real date, year-month-day such as 2026-03-31, or ongoing."
QUESTIONS = "Remove 'colour': the questions here are program, industry_rated_premium, year, improvement_percent."

SLIPS: list[tuple[str, dict[str, Any], Told]] = [
    ("certification", {"employees": 0}, [("employees", "out_of_range", EMPLOYEES)]),
    ("certification", {"employees": "9.5"}, [("employees", "wrong_type", EMPLOYEES)]),
    ("certification", {"employees": True}, [("employees", "wrong_type", EMPLOYEES)]),
    ("certification", {"overall_score": "100.01"}, [("overall_score", "out_of_range", SCORE)]),
    ("certification", {"overall_score": "x"}, [("overall_score", "wrong_type", SCORE)]),
    ("refund", {"industry_rated_premium": "1000000000.01"}, [("industry_rated_premium", "out_of_range", PREMIUM)]),
    ("certification", {"assessor": "x"}, [("assessor", "bad_choice", ASSESSOR)]),
    ("certification", {"assessor": 5}, [("assessor", "wrong_type", ASSESSOR)]),
    ("plan", {"records_since": "2025-02-29"}, [("records_since", "bad_date", RECORDS)]),
    ("plan", {"records_since": 5}, [("records_since", "wrong_type", RECORDS)]),
    ("plan", {"records_since": "1899-12-31"}, [("records_since", "out_of_range", RECORDS_WITHIN)]),
    ("internal-auditor", {"module_1_completed": "2026-1-1"}, [("module_1_completed", "bad_date", MODULE)]),
    ("internal-auditor", {"module_1_completed": "2200-01-01"}, [("module_1_completed", "out_of_range", MODULE_WITHIN)]),
    ("independence", {"links": "x"}, [("links", "wrong_type", "Enter the ties to the employer as a list.")]),
    ("independence", {"links": [{}] * 51}, [("links", "too_many", "Enter the ties to the employer: at most 50.")]),
    ("independence", {"links": ["x", {}]},
     [("links.0", "wrong_type", "Enter each row of the ties to the employer with who, kind, ended.")]),
    ("independence", {"links": [{}, {"who": "me", "ended": "never"}]},
     [("links.1.who", "bad_choice", "Choose who has the tie: auditor, corporate_group or unsure."),
      ("links.1.ended", "bad_date", ENDED)]),
    ("independence", {"links": [{"colour": 1}]},
     [("links.0.colour", "unknown_key", "Remove 'colour': the questions here are who, kind, ended.")]),
    ("refund", {"colour": 1}, [("colour", "unknown_key", QUESTIONS)]),
    ("score", {"elements": []}, [("elements", "out_of_range", "Enter the elements: at least 1.")]),
    ("score", {"elements": [{"name": 5, "awarded": -1, "possible": "1e3"}]},
     [("elements.0.name", "wrong_type", "Enter the name of the element as a text."),
      ("elements.0.awarded", "wrong_type",
       "Enter the points awarded as a number from 0 up, with at most two decimals."),
      ("elements.0.possible", "wrong_type",
       "Enter the points possible as a number from 0 up, with at most two decimals.")]),
    ("certification", {"element_scores": [80, "x", "unsure", None, 101]},
     [("element_scores.1", "wrong_type", SCORES), ("element_scores.4", "out_of_range", SCORES)]),
]  # fmt: skip


@pytest.mark.parametrize(("check", "answers", "told"), SLIPS, ids=[str(number) for number in range(len(SLIPS))])
def test_a_slip(check: str, answers: dict[str, Any], told: Told) -> None:
    """All problems at once, each at its place."""
    found = json.loads(check_json(check, json.dumps(answers), TODAY))["problems"]
    assert [(problem["path"], problem["code"], problem["message"]) for problem in found] == told


def test_an_unknown_check_and_a_day_that_is_none() -> None:
    """Both are told beside what is wrong with the answers."""
    found = json.loads(check_json("plans", "{", "tomorrow"))["problems"]
    names = "certification, independence, internal-auditor, maintenance, score, plan, refund"
    assert [(problem["path"], problem["code"], problem["message"]) for problem in found] == [
        ("check", "bad_choice", f"Choose one of the checks: {names}."),
        ("as_of", "bad_date", "Enter today's date as a real date, year-month-day such as 2026-03-31."),
        ("", "bad_json", "Write the answers as one strict JSON object: line 1, column 2, cannot be read."),
    ]
