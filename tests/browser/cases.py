"""Answers to each check for a yes, a no and an open verdict, and one that cannot be read. No day is near today."""

from typing import Any

Case = tuple[str, str, dict[str, Any], dict[str, str]]

AUDITED: dict[str, Any] = {"overall_score": "85.5", "element_scores": ["80", "90", "86.25"]}
POINTS: list[dict[str, str]] = [
    {"name": "Training", "awarded": "41", "possible": "50"},
    {"name": "Inspections", "awarded": "90", "possible": "100"},
]
RECENT = {"who": "corporate_group", "kind": "advised", "ended": "2099-10-01"}
HELD = {"certificate": "standard", "certified_on": "2030-04-01"}

DECIDED: list[Case] = [
    (
        "certification",
        "a small employer meets every condition for SECOR, and COR wants an external auditor",
        {"partner": "acsa", "employees": "9", "documentation_months": "12", "assessor": "own_staff"} | AUDITED,
        {"cor": "no", "secor": "yes"},
    ),
    ("certification", "what is missing stays open", {"employees": "9"}, {"cor": "unknown", "secor": "unknown"}),
    (
        "certification",
        "an element that does not apply decides nothing",
        {"partner": "esc", "employees": "40", "documentation_months": "12", "assessor": "external_auditor"}
        | {"overall_score": "85.5", "element_scores": ["80", "not_applicable", "86.25"]},
        {"cor": "yes", "secor": "no"},
    ),
    (
        "independence",
        "an auditor without ties is independent",
        {"audit_purpose": "certification", "audit_date": "2100-05-03", "links": []},
        {"auditor": "yes"},
    ),
    (
        "independence",
        "a tie that ended too late",
        {
            "audit_purpose": "recertification",
            "audit_date": "2100-05-03",
            "links": [{"who": "auditor", "kind": "audited", "ended": "2090-01-01"}, RECENT],
        },
        {"auditor": "no"},
    ),
    (
        "independence",
        "a tie without its end leaves the answer open",
        {
            "audit_purpose": "certification",
            "audit_date": "2100-05-03",
            "links": [{"who": "auditor", "kind": "employed"}],
        },
        {"auditor": "unknown"},
    ),
    (
        "internal-auditor",
        "an audit within the time",
        {"module_1_completed": "2024-01-10", "module_12_completed": "2024-03-01", "audit_completed": "2024-04-01"},
        {"internal_auditor": "yes"},
    ),
    (
        "internal-auditor",
        "an audit after the time",
        {"module_1_completed": "2024-01-10", "module_12_completed": "2024-03-01", "audit_completed": "2025-06-01"},
        {"internal_auditor": "no"},
    ),
    ("internal-auditor", "a path not begun", {"module_1_completed": "not_yet"}, {"internal_auditor": "unknown"}),
    (
        "maintenance",
        "an audit that counts",
        {"partner": "esc", "program": "cor"}
        | HELD
        | {
            "maintenance_audit_ended": "2031-03-01",
            "maintenance_assessor": "internal_auditor",
            "maintenance_score": "71",
        },
        {"maintenance": "yes"},
    ),
    (
        "maintenance",
        "an audit that does not",
        {"program": "cor", "maintenance_assessor": "other"},
        {"maintenance": "no"},
    ),
    ("maintenance", "a certificate alone", {"certificate": "standard"}, {"maintenance": "unknown"}),
    (
        "cycle",
        "a certificate that has expired",
        {"certificate": "standard", "certified_on": "2020-04-01"},
        {"certificate": "no"},
    ),
    ("cycle", "the kind of certificate is missing", {"certified_on": "2020-04-01"}, {"certificate": "unknown"}),
    (
        "alternatives",
        "a last score above the line, and enough audits",
        {
            "partner": "esc",
            "program": "cor",
            "last_overall_score": "90",
            "certification_audits": "2",
            "last_maintenance": "audit",
        },
        {"esc_action_plan": "yes"},
    ),
    (
        "auditor-upkeep",
        "a cycle that ended without what it needs",
        {"partner": "mhsa", "auditor_certified_on": "2015-02-01", "refresher_on": "not_yet", "audits": []},
        {"auditor_certification": "no"},
    ),
    ("score", "points enough for both", {"elements": POINTS}, {"certification": "yes", "maintenance": "yes"}),
    (
        "score",
        "points too few for certification",
        {"elements": [*POINTS, {"name": "Hazards", "awarded": "40", "possible": "100"}]},
        {"certification": "no", "maintenance": "yes"},
    ),
    ("score", "a name without points", {"elements": [{"name": "Training"}]}, {"certification": "unknown"}),
    (
        "readiness",
        "a gap decides nothing",
        {"evidence": [{"element": "Hazards", "documents": "missing", "interviews": "in_place"}]},
        {"readiness": "none"},
    ),
    ("plan", "dates decide nothing", HELD, {"plan": "none"}),
    (
        "refund",
        "an estimate decides nothing",
        {"industry_rated_premium": "45000.50", "refund_year": "first"},
        {"refund": "none"},
    ),
    (
        "refund",
        "several industries",
        {"industries": [{"earnings": "1000000", "rate": "1.84"}, {"earnings": "250000", "rate": "2.5"}]}
        | {"refund_year": "maintained"},
        {"refund": "none"},
    ),
    ("refund", "a first year of SECOR", {"program": "secor", "refund_year": "first"}, {"refund": "not_covered"}),
]

UNREADABLE: list[tuple[str, str, str]] = [
    ("certification", "employees", "9.5"),
    ("independence", "audit_date", "2026-02-30"),
    ("internal-auditor", "module_1_completed", "2199-01-01"),
    ("maintenance", "maintenance_score", "100.01"),
    ("cycle", "certified_on", "2199-01-01"),
    ("alternatives", "maintenance_year", "1999"),
    ("auditor-upkeep", "audits", "2199-01-01"),
    ("score", "elements", "Training,60,50"),
    ("readiness", "evidence", "Hazards,none,,"),
    ("plan", "certificate", "for ever"),
    ("refund", "industry_rated_premium", "45 thousand"),
]

LINKS: dict[str, str] = {
    "certification": "partner=esc&employees=11&documentation_months=8&assessor=own_staff&overall_score=79.8"
    "&element_scores=40,90",
    "independence": "audit_purpose=certification&audit_date=2100-01-01&links=auditor,audited,ongoing"
    "&links=corporate_group,advised,2099-10-01",
    "internal-auditor": "module_1_completed=2024-01-10&module_12_completed=2024-03-01&audit_completed=not_yet",
    "maintenance": "program=cor&certificate=standard&certified_on=2030-04-01&maintenance_audit_ended=2031-05-01",
    "cycle": "partner=amhsa&certificate=standard&certified_on=2024-12-12&first_maintenance=2025-11-02"
    "&second_maintenance=not_yet",
    "alternatives": "program=cor&employees=40&last_overall_score=92&years_certified=5&certification_audits=2",
    "auditor-upkeep": "partner=mhsa&auditor_certified_on=2024-02-01&refresher_on=not_yet&audits=2025-03-01",
    "score": "elements=Training,40,100&elements=Inspections,55.5,60&elements=Other,0,0",
    "readiness": "partner=aasp&evidence=Leadership,in_place,missing,partly&evidence=Hazards,in_place,in_place,in_place",
    "plan": "program=cor&certificate=standard&records_since=2020-01-01&certified_on=2030-04-01",
    "refund": "industry_rated_premium=45000&refund_year=first",
    "overview": "partner=amhsa&employees=12&records_since=2026-01-01&certificate=standard&certified_on=2024-12-12"
    "&first_maintenance=2025-11-02&second_maintenance=not_yet",
}
"""Answers of every check, as they stand in a link: each is answered with much to see."""
