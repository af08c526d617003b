"""What a page shows in words besides an outcome's own: answers, figures and changes, each put one way everywhere."""

import json
from typing import Any

from cor_calc import check_json
from cor_calc.edges.page.drawings import drawings_json

from ....support.asking import TODAY, result, table
from ....support.situations import good


def told(check: str, answers: dict[str, Any]) -> dict[str, Any]:
    """Return what a page shows of an outcome."""
    found: dict[str, Any] = json.loads(drawings_json(check_json(check, json.dumps(answers), TODAY)))
    return found


@table(
    "check answers words",
    [
        ("certification", {"employees": 12345}, {"employees": "12,345"}, "a number has its thousands"),
        ("certification", {"documentation_months": 1}, {"documentation_months": "1 month"}, "and its unit"),
        ("certification", {"overall_score": "79.50"}, {"overall_score": "79.5%"}, "a percent is as people write it"),
        ("certification", {"audit_date": "2026-03-01"}, {"audit_date": "1 March 2026"}, "a day is written out"),
        ("certification", {"partner": "unsure"}, {"partner": "not sure"}, "what is not known is said"),
        ("certification", {"element_scores": [80, None, "unsure", "not_applicable"]},
         {"element_scores": "Element 1: 80%\nElement 2: not known\nElement 3: not sure\nElement 4: Does not apply"},
         "in a list as well, each on its line"),
        ("certification", {"partner": "acsa", "element_scores": [80]},
         {"partner": "ACSA: Alberta Construction Safety Association", "element_scores": "Management Commitment: 80%"},
         "a score by the name of its element, where the partner is known"),
        ("score", {"elements": [{"name": "Training", "awarded": 40, "possible": 50.5}, {"possible": 30}, None]},
         {"elements": "Training: 40 of 50.5 points\nWithout a name: not known of 30 points\n"
                      "Without a name: not known"}, "points as so many of so many"),
        ("alternatives", {"maintenance_year": 2026}, {"maintenance_year": "2026"}, "a year is no number of thousands"),
        ("cycle", {"first_maintenance": "not_yet"}, {"first_maintenance": "Not yet"}, "a word that stands for a day"),
        ("independence", {"links": []}, {"links": "none"}, "an empty list is none"),
        ("independence", {"links": [{"who": "auditor"}]}, {"links": "The auditor"}, "a row says what is known of it"),
        ("refund", {"industry_rated_premium": "45000.50"}, {"industry_rated_premium": "$45,000.50"}, "money has its cents"),
        ("certification", {}, {}, "what was not answered is not shown"),
    ],
)  # fmt: skip
def test_answers(check: str, answers: dict[str, Any], words: dict[str, str]) -> None:
    """In the words of their questions."""
    assert told(check, answers)["answers"] == words


def test_an_answer_is_put_into_words_once() -> None:
    """A tie stands in the finding as on the sheet, and an amount in the headline as among the figures."""
    links = {"audit_purpose": "certification", "audit_date": "2027-03-15", "links": [{"who": "auditor"}]}
    (finding,) = result("independence", links)["findings"]
    assert told("independence", links)["answers"]["links"] in finding["answer"]
    refund = {"industry_rated_premium": "22500", "refund_year": "first"}
    figures = told("refund", refund)["results"][0]["figures"]
    assert figures == {"percent": "10%", "refund": "$2,250.00", "refund_most": "$4,500.00"}
    assert figures["refund"] in result("refund", refund)["headline"]


@table(
    "check answers changes",
    [
        ("certification", good("certification", overall_score=70),
         [{"what": "the overall score", "from": "70%", "to": "80%", "when": None}], "an answer by what it asks for"),
        ("certification", good("certification", element_scores=[90, 49, None, 40]),
         [{"what": "number 2, Hazard Assessment", "from": "49%", "to": "50%", "when": None},
          {"what": "number 4, Inspections", "from": "40%", "to": "50%", "when": None}], "of a list the items that move, by their names"),
        ("independence", good("independence", audit_date="2027-03-14"),
         [{"what": "the first day of the audit", "from": "14 March 2027", "to": "15 March 2027", "when": None}],
         "a day that moves is its own day"),
        ("certification", good("certification", partner="esc", records_since=..., audit_date=..., documentation_months=1),
         [{"what": "the months of records", "from": "1 month", "to": "3 months", "when": "2027-01-26"}],
         "a count says until when to wait"),
        ("certification", good("certification", employees=10), [], "what no one can change is not told"),
        ("maintenance", {"partner": "amhsa", "program": "cor", "certificate": "standard", "certified_on": "2024-03-20", "maintenance_audit_ended": "2026-12-10"},
         [{"what": "the last day of the maintenance audit", "from": "10 December 2026", "to": "a day before 1 December 2026", "when": None}],
         "an audit that is sent in by a day ends before it"),
    ],
)  # fmt: skip
def test_changes(check: str, answers: dict[str, Any], changes: list[dict[str, Any]]) -> None:
    """In the words of the answers."""
    assert [each for some in told(check, answers)["results"][0]["changes"] for each in some] == changes


def test_what_has_expired_says_so() -> None:
    """On its last day a certificate still holds."""
    for certified, expired in (("2025-11-26", False), ("2025-11-25", True)):
        assert told("plan", {"certificate": "one_year", "certified_on": certified})["expired"] is expired
