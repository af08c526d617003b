"""Every reading of ours that was used is shown with the outcome, under its rule."""

from typing import Any

import pytest

from cor_calc import facts

from .asking import outcome

LINK = {"who": "auditor", "kind": "employed", "ended": "2025-03-01"}
USED: list[tuple[str, dict[str, Any], str, str]] = [
    ("certification", {"overall_score": "79.99"}, "round", "no source rounds an overall score"),
    ("certification", {"element_scores": ["49.99"]}, "round", "nor an element's"),
    ("certification", {"employees": 10}, "count", "how people are counted"),
    ("certification", {"documentation_months": 3}, "full months", "how months are counted"),
    ("independence", {"audit_date": "2026-03-01", "links": [LINK]}, "twelve", "the anniversary counts"),
    ("independence", {"links": [{**LINK, "kind": "audited"}]}, "audit", "an earlier audit"),
    ("internal-auditor", {"module_12_completed": "2026-08-31"}, "calendar months", "how the six months are counted"),
    ("maintenance", {"program": "cor", "overall_score": "59.99"}, "round", "nor is a maintenance score rounded"),
    ("maintenance", {"certificate": "standard", "certified_on": "2025-06-30"}, "expiry", "the last day is valid"),
    ("maintenance", {"certificate": "standard", "certified_on": "2025-06-30"}, "anniversary", "the earliest due date"),
    ("score", {"elements": [{"awarded": 0, "possible": 0}]}, "apply", "an element without possible points"),
    ("score", {"elements": [{"awarded": 8, "possible": 10}]}, "round", "nor is a score from points rounded"),
    ("plan", {"records_since": "2025-11-30"}, "full months", "how the plan counts months"),
    ("plan", {"last_link_ended": "2025-11-30"}, "twelve", "the anniversary counts in the plan too"),
    ("plan", {"certificate": "one_year", "certified_on": "2025-06-30"}, "expiry", "the last day of a year"),
]


@pytest.mark.parametrize(("check", "answers", "word"), [row[:3] for row in USED], ids=[f"{r[0]}: {r[3]}" for r in USED])
def test_readings_are_shown(check: str, answers: dict[str, Any], word: str) -> None:
    """Where the sources are silent, what we assume is said in the outcome, and marked as a reading."""
    known = facts.load().facts
    readings = [a["text"] for a in outcome(check, answers)["assumptions"] if known[a["rule"]].basis == "reading"]
    assert [text for text in readings if word in text.lower()]


@pytest.mark.parametrize("answers", [{}, {"links": []}, {"audit_purpose": "maintenance"}, {"links": [LINK]}])
def test_independence_assumes_an_external_auditor(answers: dict[str, Any]) -> None:
    """A SECOR self-assessment by own staff needs no independent auditor: that is always said."""
    assert any("SECOR" in a["text"] for a in outcome("independence", answers)["assumptions"])


@pytest.mark.parametrize("check", ["certification", "maintenance", "internal-auditor"])
def test_quality_assurance_comes_after(check: str) -> None:
    """An audit counts once quality assurance accepts it: that is always said."""
    assert any("quality assurance" in a["text"] for a in outcome(check, {})["assumptions"])
