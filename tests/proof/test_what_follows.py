"""What an answer rests on, and where it leads: assumptions and next steps."""

from typing import Any

import pytest

from tests.calc.asking import outcome, passing, result

from .pieces import TODAY, element, tie

SIZE, RECORDS, CUT = "headcount-look-back", "documentation-counted-back", "scores-not-rounded"
CONTRACT, EARLIER, ANNIVERSARY = "independence-any-contract", "independence-earlier-audit", "independence-anniversary"
ASSUMED = [
    ("certification", {"employees": 9}, {SIZE, "cor-size"}, {RECORDS, CUT}, "about the size"),
    ("certification", {"documentation_months": 9}, {RECORDS}, {SIZE, CUT, "cor-size"}, "about the records"),
    ("certification", {"overall_score": 85}, {CUT}, {RECORDS, SIZE}, "about the overall score"),
    ("certification", {"element_scores": [85]}, {CUT}, {RECORDS, SIZE}, "about the element scores"),
    ("certification", passing("certification", documentation_months=11), {"one-year-certificate-may"}, set(),
     "one year"),
    ("certification", passing("certification", assessor="own_staff", documentation_months=11),
     {"one-year-certificate-may"}, set(), "one year for SECOR alone"),
    ("certification", passing("certification"), {"audit-accepted"}, {"one-year-certificate-may"}, "the standard one"),
    ("independence", {}, {"cor-assessor"}, {ANNIVERSARY, CONTRACT, EARLIER}, "no ties given"),
    ("independence", {"links": []}, {"cor-assessor"}, {ANNIVERSARY, CONTRACT, EARLIER}, "no ties"),
    ("independence", {"links": [tie()]}, {ANNIVERSARY}, {CONTRACT, EARLIER}, "a tie"),
    ("independence", {"links": [tie(), tie("", "contracted")]}, {ANNIVERSARY, CONTRACT}, {EARLIER}, "a contract"),
    ("independence", {"links": [tie("", "audited"), tie()]}, {ANNIVERSARY, EARLIER}, {CONTRACT}, "an earlier audit"),
    ("independence", {"links": [tie("", "audited")], "audit_purpose": "maintenance"}, {"cor-assessor"},
     {ANNIVERSARY, EARLIER}, "a maintenance audit"),
    ("internal-auditor", {}, {"internal-auditor-period-counted", "audit-accepted"}, set(), "always"),
    ("maintenance", {}, {"audit-accepted", "maintenance-action-plan"}, {CUT, "certificate-last-day"}, "nothing given"),
    ("maintenance", {"overall_score": 60}, {CUT}, {"certificate-last-day"}, "a score"),
    ("maintenance", {"overall_score": 60, "program": "secor"}, {"secor-maintenance-pass-mark"}, {CUT}, "SECOR"),
    ("maintenance", passing("maintenance"),
     {"certificate-last-day", "maintenance-due", "maintenance-due-first", "maintenance-due-second"}, set(), "dates"),
    ("maintenance", passing("maintenance", certificate="one_year"), {"certificate-last-day"}, {"maintenance-due"},
     "one"),
    ("score", {}, {"score-from-points", CUT}, {"score-not-applicable"}, "nothing given"),
    ("score", {"elements": [element(1, 1), element(0, 0)]}, {"score-not-applicable"}, set(), "not applicable"),
    ("plan", {}, set(), {RECORDS, ANNIVERSARY, "certificate-last-day"}, "nothing given"),
    ("plan", {"records_since": TODAY}, {RECORDS}, {ANNIVERSARY}, "records"),
    ("plan", {"last_link_ended": TODAY}, {ANNIVERSARY}, {RECORDS}, "a tie that ended"),
    ("plan", {"module_12_completed": TODAY}, {"internal-auditor-period-counted"}, {RECORDS}, "Module 12"),
    ("plan", {"certificate": "standard", "certified_on": TODAY},
     {"certificate-last-day", "maintenance-due", "maintenance-due-first", "maintenance-due-second"}, set(), "3"),
    ("plan", {"certificate": "one_year", "certified_on": TODAY}, {"certificate-last-day"}, {"maintenance-due"}, "1"),
    ("refund", passing("refund"), {"refund-wcb-decides"}, {"refund-improvement", "refund-secor-first-year"}, "COR"),
    ("refund", passing("refund", improvement_percent=...), {"refund-improvement"}, {"refund-secor-first-year"},
     "steady"),
    ("refund", passing("refund", program=...), {"refund-secor-first-year"}, {"refund-improvement"}, "which program"),
    ("refund", passing("refund", program="secor", year="maintained"), set(), {"refund-secor-first-year"}, "kept"),
    ("refund", {"program": "secor"}, {"refund-secor-first-year"}, {"refund-improvement"}, "which year"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("check", "answers", "among", "never"), [row[:4] for row in ASSUMED], ids=[f"{row[0]}: {row[4]}" for row in ASSUMED]
)
def test_what_is_assumed(check: str, answers: dict[str, Any], among: set[str], never: set[str]) -> None:
    """A reading is told where the answers rest on it, and not where they do not; each once."""
    told = [assumption["rule"] for assumption in outcome(check, answers)["assumptions"]]
    assert (set(told) >= among, set(told) & never, len(told)) == (True, set(), len(set(told)))


STEPS = [
    ("certification", passing("certification"), "cor",
     ["employers/steps/", "check/independence/", "employers/keeping/"]),
    ("certification", passing("certification"), "secor", ["employers/steps/", "employers/keeping/"]),
    ("certification", passing("certification", employees=11), "secor", ["employers/which-one/"]),
    ("certification", passing("certification", documentation_months=2), "cor", ["employers/documentation/"]),
    ("certification", passing("certification", overall_score=79), "cor", ["check/score/", "employers/audit/"]),
    ("certification", passing("certification", assessor="own_staff"), "cor", ["auditors/"]),
    ("certification", passing("certification", assessor=..., documentation_months=...), "cor",
     ["employers/documentation/", "auditors/"]),
    ("certification", passing("certification", employees=...), "secor", []),
    ("independence", passing("independence"), "", ["auditors/timeline/", "auditors/independence/"]),
    ("independence", passing("independence", links=[tie("ongoing")]), "", ["auditors/", "auditors/independence/"]),
    ("independence", passing("independence", links=[tie("ongoing", "audited")]), "",
     ["employers/partners/", "auditors/independence/"]),
    ("independence", passing("independence", audit_purpose="maintenance"), "",
     ["employers/partners/", "check/maintenance/", "auditors/independence/"]),
    ("independence", {}, "", ["auditors/independence/"]),
    ("internal-auditor", passing("internal-auditor"), "", ["auditors/keeping/", "auditors/internal-auditor/"]),
    ("internal-auditor", passing("internal-auditor", audit_completed="2026-10-01"), "",
     ["employers/partners/", "auditors/internal-auditor/"]),
    ("internal-auditor",
     {"module_1_completed": "2026-01-01", "module_12_completed": TODAY, "audit_completed": "not_yet"},
     "", ["auditors/timeline/", "auditors/internal-auditor/"]),
    ("internal-auditor", {}, "", ["auditors/internal-auditor/"]),
    ("maintenance", passing("maintenance"), "", ["check/plan/"]),
    ("maintenance", passing("maintenance", overall_score=59), "", ["employers/keeping/", "check/plan/"]),
    ("maintenance", passing("maintenance", certificate="one_year"), "",
     ["check/certification/", "employers/keeping/", "check/plan/"]),
    ("maintenance", passing("maintenance", program="secor"), "", ["employers/partners/", "check/plan/"]),
    ("score", {}, "certification", ["check/certification/"]),
    ("score", {}, "maintenance", ["check/maintenance/"]),
    ("plan", {}, "", []),
    ("plan", {"records_since": TODAY}, "", ["employers/documentation/"]),
    ("plan", {"certificate": "one_year", "certified_on": TODAY}, "", ["employers/keeping/"]),
    ("plan", {"field_work_ended": TODAY}, "", ["auditors/timeline/"]),
    ("plan", {"program": "cor", "field_work_started": TODAY}, "", ["auditors/timeline/"]),
    ("refund", passing("refund"), "", ["employers/refund/"]),
    ("refund", passing("refund", program="secor"), "", ["employers/refund/", "employers/partners/"]),
]  # fmt: skip


@pytest.mark.parametrize(("check", "answers", "subject", "places"), STEPS)
def test_where_to_go_next(check: str, answers: dict[str, Any], subject: str, places: list[str]) -> None:
    """The next steps lead to the pages that help with this answer."""
    assert [step["href"] for step in result(check, answers, subject)["next_steps"]] == places


WORDS = {
    "certification": {
        ("employers/steps/", "Follow the steps to your COR"),
        ("employers/steps/", "Follow the steps to your SECOR"),
        ("check/independence/", "Check that your auditor is independent"),
        ("employers/keeping/", "See what keeps the certificate"),
        ("employers/which-one/", "See who counts as an employee, and what COR asks instead"),
        ("employers/documentation/", "See which records count"),
        ("check/score/", "Work out the scores from points, and where points are missing"),
        ("employers/audit/", "Read how the audit works and what follows if it fails"),
        ("auditors/", "Find out which auditor may do it"),
    },
    "independence": {
        ("auditors/timeline/", "See the auditor's timeline"),
        ("auditors/independence/", "Read the conflict rule with worked cases"),
        ("auditors/", "Choose another auditor, or see who may audit you"),
        ("employers/partners/", "Ask your certifying partner"),
        ("check/maintenance/", "See what a maintenance audit needs"),
    },
    "internal-auditor": {
        ("auditors/keeping/", "See what keeps the certification"),
        ("auditors/internal-auditor/", "Read about the path to internal auditor"),
        ("employers/partners/", "Ask your certifying partner whether the time can be extended"),
        ("auditors/timeline/", "See the auditor's timeline"),
    },
    "maintenance": {
        ("check/plan/", "Put the dates ahead in your calendar"),
        ("employers/keeping/", "See the alternatives to a maintenance audit"),
        ("check/certification/", "Check what the renewal audit needs"),
        ("employers/partners/", "Ask your certifying partner for the mark"),
    },
    "score": {
        ("check/certification/", "Carry the percentages into the certification check"),
        ("check/maintenance/", "Check the date and the assessor as well"),
    },
    "plan": {
        ("employers/documentation/", "See which records count"),
        ("employers/keeping/", "See what keeps the certificate"),
        ("auditors/timeline/", "See the auditor's timeline"),
    },
    "refund": {
        ("employers/refund/", "Read how the refund works"),
        ("employers/partners/", "Ask your certifying partner"),
    },
}


@pytest.mark.parametrize("check", list(WORDS))
def test_the_words_of_each_step(check: str) -> None:
    """To the letter, over all situations above."""
    told = [result(name, answers, subject)["next_steps"] for name, answers, subject, _ in STEPS if name == check]
    assert {(step["href"], step["text"]) for steps in told for step in steps} == WORDS[check]
