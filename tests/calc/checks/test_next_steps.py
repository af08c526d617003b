"""Next steps: where an outcome leads, for each situation the one that helps, and none that does not."""

from typing import Any

from ...support.asking import result, table
from ...support.situations import GOOD, good

BEFORE = {"overall_score": ..., "element_scores": ...}


def led_to(check: str, answers: dict[str, Any], subject: str = "", on: str = "2026-11-26") -> list[str]:
    """Return the addresses of the steps, without the answers that they carry."""
    return [step["href"].partition("#")[0] for step in result(check, answers, subject, on)["next_steps"]]


@table(
    "check answers subject to never",
    [
        ("certification", good("certification"), "cor", ["employers/steps/", "check/independence/", "employers/keeping/"],
         ["check/score/"], "a yes for COR: the steps, the auditor, and what keeps it"),
        ("certification", good("certification", employees=9, assessor="own_staff"), "secor",
         ["employers/steps/", "employers/keeping/"], ["check/independence/"], "a yes for SECOR: no auditor from outside"),
        ("certification", good("certification", **BEFORE), "cor", ["employers/steps/", "check/readiness/", "auditors/"],
         ["check/score/"], "an audit that can take place"),
        ("certification", good("certification", employees=9, **BEFORE), "secor", ["employers/steps/", "check/readiness/"],
         ["auditors/"], "for SECOR without an auditor"),
        ("certification", good("certification", employees=10), "cor", ["employers/which-one/"], ["check/score/", "auditors/"],
         "too small for COR: the program that fits"),
        ("certification", good("certification", partner=..., employees=9), "cor", ["partners/"], ["employers/which-one/", "check/score/"],
         "too small at some partners: who they are, and not yet another program"),
        ("certification", good("certification", employees=12), "secor", ["employers/which-one/"], ["employers/steps/"],
         "too large for SECOR"),
        ("certification", good("certification", overall_score=70), "cor", ["check/score/", "employers/audit/"],
         ["auditors/", "employers/documentation/"], "a score too low: points and what follows"),
        ("certification", good("certification", assessor="own_staff"), "cor", ["auditors/"], ["employers/documentation/"],
         "an assessor who may not"),
        ("certification", good("certification", records_since="2026-11-01", **BEFORE), "cor", ["employers/documentation/"],
         ["check/score/"], "records too short"),
        ("independence", GOOD["independence"], "", ["auditors/timeline/"], ["auditors/"], "an auditor who is free"),
        ("independence", good("independence", audit_date="2027-03-14"), "", ["auditors/"], ["auditors/timeline/"], "one who is not"),
        ("independence", {"audit_purpose": "maintenance"}, "", ["partners/", "check/maintenance/"], ["auditors/"],
         "a maintenance audit"),
        ("internal-auditor", GOOD["internal-auditor"], "", ["check/auditor-upkeep/", "check/maintenance/"], ["check/plan/"],
         "in time: what comes after"),
        ("internal-auditor", good("internal-auditor", audit_completed="not_yet"), "", ["partners/esc/"],
         ["check/auditor-upkeep/", "check/plan/"], "too late: whom to ask"),
        ("maintenance", GOOD["maintenance"], "", ["check/cycle/", "check/plan/"], ["check/alternatives/"], "an audit that counts"),
        ("maintenance", good("maintenance", maintenance_score=50), "", ["check/alternatives/", "check/cycle/"],
         ["check/certification/"], "one that does not"),
        ("maintenance", good("maintenance", certificate="one_year"), "", ["check/certification/"], [], "a one-year certificate"),
        ("maintenance", good("maintenance", program="secor"), "", ["partners/esc/"], ["check/alternatives/"], "a SECOR: whom to ask"),
        ("cycle", GOOD["cycle"], "", ["employers/recertification/", "check/independence/", "check/plan/"],
         ["check/alternatives/"], "recertification is next"),
        ("cycle", good("cycle", second_maintenance="not_yet", partner="mhsa"), "", ["check/maintenance/", "check/alternatives/"],
         ["employers/missed-year/"], "a maintenance audit is next"),
        ("cycle", good("cycle", second_maintenance="not_yet"), "", ["employers/missed-year/"], ["check/maintenance/"], "a year was missed"),
        ("cycle", good("cycle", certified_on="2023-06-15", certification_audit_ended=..., first_maintenance=...,
                       second_maintenance=...), "", ["employers/expired/", "check/certification/"], ["check/maintenance/"],
         "it has expired"),
        ("alternatives", GOOD["alternatives"], "", ["partners/amta/", "check/maintenance/", "check/cycle/"], [], "an option that may be used"),
        ("alternatives", good("alternatives", auditor_on_staff="no"), "", ["check/maintenance/"], ["partners/amta/"], "one that may not"),
        ("auditor-upkeep", GOOD["auditor-upkeep"], "", ["auditors/keeping/"], ["partners/mhsa/"], "a cycle that is complete"),
        ("auditor-upkeep", good("auditor-upkeep", audits=[]), "", ["partners/mhsa/"], [], "one that is not"),
        ("score", GOOD["score"], "maintenance", ["auditors/scoring/"], ["check/certification/", "check/maintenance/"],
         "points of maintenance: a door takes the score along, and no second link leaves it behind"),
        ("score", GOOD["score"], "certification", ["auditors/scoring/"], ["check/certification/", "check/maintenance/"],
         "points of certification, likewise"),
        ("score", {}, "maintenance", ["auditors/scoring/", "check/maintenance/"], ["check/certification/"],
         "without a score the other check is a step"),
        ("score", {}, "certification", ["auditors/scoring/", "check/certification/"], ["check/maintenance/"],
         "so it is for certification"),
        ("certification", {"partner": "esc", "employees": 20, "overall_score": 70}, "cor",
         ["check/score/", "employers/audit/", "employers/documentation/"], [], "a failed score before records that are open"),
        ("certification", {"partner": "esc", "employees": 20, "overall_score": 70, "documentation_months": 1}, "cor",
         ["employers/documentation/", "check/score/", "employers/audit/"], [], "records that are too short before it"),
        ("readiness", GOOD["readiness"], "", ["employers/audit/", "check/score/"], [], "before the audit"),
        ("plan", GOOD["plan"], "", ["check/cycle/", "employers/planning/"], [], "dates"),
        ("refund", GOOD["refund"], "", ["employers/refund/", "check/cycle/"], [], "a refund"),
    ],
)  # fmt: skip
def test_where_it_leads(check: str, answers: dict[str, Any], subject: str, to: list[str], never: list[str]) -> None:
    """Each step that helps is there, in this order, and what does not help is not."""
    found = led_to(check, answers, subject)
    assert [path for path in found if path in to] == to
    assert not set(found) & set(never)


@table(
    "check answers",
    [
        ("independence", {"audit_purpose": "maintenance"}, "a check that asks no partner"),
        (
            "internal-auditor",
            {"module_12_completed": "2020-01-01", "audit_completed": "not_yet"},
            "a step that was missed",
        ),
        ("maintenance", {"program": "secor"}, "what is not published"),
        ("auditor-upkeep", {"auditor_certified_on": "2020-01-01"}, "what partners ask of auditors"),
    ],
)
def test_whom_to_ask(check: str, answers: dict[str, Any]) -> None:
    """A partner that is known has its page; while it is not, the page of all of them leads to it."""
    assert "partners/" in led_to(check, answers)
    if check != "independence":
        assert "partners/asc/" in led_to(check, {**answers, "partner": "asc"})
