"""Answers to each check for a yes, a no and an open verdict, and one that cannot be read. No day is near today."""

from typing import Any

Case = tuple[str, str, dict[str, Any], dict[str, str]]

AUDITED: dict[str, Any] = {"overall_score": "85.5", "element_scores": ["80", "90", "86.25"]}
POINTS: list[dict[str, str]] = [
    {"name": "Training", "awarded": "41", "possible": "50"},
    {"name": "Inspections", "awarded": "90", "possible": "100"},
]

DECIDED: list[Case] = [
    (
        "certification",
        "a small employer meets every condition for SECOR, and COR wants an external auditor",
        {"employees": "9", "documentation_months": "12", "assessor": "own_staff"} | AUDITED,
        {"cor": "no", "secor": "yes"},
    ),
    ("certification", "what is missing stays open", {"employees": "9"}, {"cor": "unknown", "secor": "unknown"}),
    (
        "independence",
        "an auditor without ties is independent",
        {"audit_purpose": "certification", "audit_date": "2100-05-03", "links": []},
        {"auditor": "yes"},
    ),
    (
        "independence",
        "a tie that goes on is one too many",
        {
            "audit_purpose": "recertification",
            "audit_date": "2100-05-03",
            "links": [
                {"who": "auditor", "kind": "audited", "ended": "2090-01-01"},
                {"who": "corporate_group", "kind": "advised", "ended": "ongoing"},
            ],
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
        {"module_1_completed": "2024-01-10", "module_12_completed": "2024-03-01", "audit_completed": "2024-06-01"},
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
        "an audit that keeps the certificate",
        {
            "program": "cor",
            "certificate": "standard",
            "certified_on": "2030-04-01",
            "audit_date": "2031-05-01",
            "assessor": "internal_auditor",
            "overall_score": "71",
        },
        {"maintenance": "yes"},
    ),
    ("maintenance", "an audit that does not", {"program": "cor", "assessor": "other"}, {"maintenance": "no"}),
    ("maintenance", "a certificate alone", {"certificate": "standard"}, {"maintenance": "unknown"}),
    ("score", "points enough for both", {"elements": POINTS}, {"certification": "yes", "maintenance": "yes"}),
    (
        "score",
        "points too few for certification",
        {"elements": [*POINTS, {"name": "Hazards", "awarded": "40", "possible": "100"}]},
        {"certification": "no", "maintenance": "yes"},
    ),
    ("score", "a name without points", {"elements": [{"name": "Training"}]}, {"certification": "unknown"}),
    ("plan", "dates decide nothing", {"certificate": "standard", "certified_on": "2030-04-01"}, {"plan": "none"}),
    (
        "refund",
        "an estimate decides nothing",
        {"industry_rated_premium": "45000.50", "year": "first"},
        {"refund": "none"},
    ),
    ("refund", "a first year of SECOR", {"program": "secor", "year": "first"}, {"refund": "not_covered"}),
]

UNREADABLE: list[tuple[str, str, str]] = [
    ("certification", "employees", "9.5"),
    ("independence", "audit_date", "2026-02-30"),
    ("internal-auditor", "module_1_completed", "2199-01-01"),
    ("maintenance", "overall_score", "100.01"),
    ("score", "elements", "Training,60,50"),
    ("plan", "certificate", "for ever"),
    ("refund", "industry_rated_premium", "45 thousand"),
]
