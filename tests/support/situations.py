"""For each check one complete set of answers with the best result that it has, to be changed by whoever asks."""

from typing import Any

GOOD: dict[str, dict[str, Any]] = {
    "certification": {
        "partner": "esc",
        "employees": 12,
        "records_since": "2025-11-30",
        "audit_date": "2026-12-01",
        "assessor": "external_auditor",
        "overall_score": "85.5",
        "element_scores": ["80", "90"],
    },
    "independence": {
        "audit_purpose": "certification",
        "audit_date": "2027-03-15",
        "links": [{"who": "auditor", "kind": "advised", "ended": "2026-03-14"}],
    },
    "internal-auditor": {
        "partner": "esc",
        "module_1_completed": "2026-01-15",
        "module_12_completed": "2026-03-31",
        "audit_completed": "2026-09-30",
    },
    "maintenance": {
        "partner": "esc",
        "program": "cor",
        "certificate": "standard",
        "certified_on": "2025-06-15",
        "certification_audit_ended": "2025-05-20",
        "maintenance_audit_ended": "2026-06-01",
        "maintenance_assessor": "internal_auditor",
        "maintenance_score": "60",
    },
    "cycle": {
        "partner": "esc",
        "certificate": "standard",
        "certified_on": "2024-06-15",
        "certification_audit_ended": "2024-05-20",
        "first_maintenance": "2025-06-01",
        "second_maintenance": "2026-06-01",
        "records_since": "2020-01-01",
    },
    "alternatives": {
        "partner": "amta",
        "program": "cor",
        "employees": 11,
        "last_overall_score": "80",
        "years_certified": 6,
        "certification_audits": 2,
        "auditor_on_staff": "yes",
        "orders_in_cycle": "no",
        "last_maintenance": "alternative",
        "last_plan_percent": "80",
        "maintenance_year": 2027,
    },
    "auditor-upkeep": {
        "partner": "mhsa",
        "auditor_certified_on": "2024-01-10",
        "refresher_on": "2026-01-10",
        "audits": ["2025-05-01", "2026-05-01"],
    },
    "score": {
        "partner": "esc",
        "elements": [
            {"name": "Training", "awarded": "40", "possible": "50"},
            {"name": "Inspections", "awarded": "45.5", "possible": "50"},
        ],
    },
    "readiness": {
        "partner": "esc",
        "evidence": [
            {"element": "Training", "documents": "in_place", "interviews": "in_place", "observation": "not_applicable"}
        ],
    },
    "plan": {
        "partner": "esc",
        "program": "cor",
        "certificate": "standard",
        "records_since": "2023-11-30",
        "certified_on": "2024-06-15",
        "certification_audit_ended": "2024-05-20",
        "module_12_completed": "2026-08-31",
        "last_link_ended": "2024-02-29",
        "field_work_started": "2026-11-17",
        "field_work_ended": "2026-12-01",
        "corrections_asked_on": "2026-12-20",
    },
    "refund": {
        "program": "cor",
        "industry_rated_premium": "12345.67",
        "industries": [{"earnings": "1000000", "rate": "1.23"}],
        "refund_year": "first",
        "improvement_percent": "12.34",
        "leader_percent": "5",
    },
}


def good(check: str, **changed: Any) -> dict[str, Any]:
    """Return a check's good answers with some changed; `...` leaves one out."""
    answers = {**GOOD[check], **changed}
    return {key: value for key, value in answers.items() if value is not ...}
