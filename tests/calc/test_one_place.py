"""Every line that decides stands in the facts file and nowhere else: other facts, other verdicts."""

import json
import os
import re
import shutil
import subprocess
import sys
from typing import Any

import pytest

from .cases import TODAY
from .running import SOURCE

OTHER = {
    "secor-largest-employer": 20,
    "documentation-minimum": 4,
    "documentation-standard": 14,
    "overall-pass-mark": 70,
    "element-pass-mark": 40,
    "near-line-margin": '"0.7"',
    "independence-period": 24,
    "internal-auditor-period": 9,
    "standard-certificate-years": 5,
    "one-year-certificate-years": 2,
    "maintenance-years": 3,
    "maintenance-pass-mark": 65,
    "maintenance-due-first": 11,
    "maintenance-due-second": 23,
    "field-work-days-cor": 50,
    "field-work-days-secor": 20,
    "report-days": 30,
    "refund-first-year": 12,
    "refund-maintained-year": 7,
    "refund-most": 25,
}
BOUNDS = {
    "employees": "low = 1, high = 500",
    "links": "low = 0, high = 2",
    "day": "low = 1950-01-01, high = 2099-12-31",
}

PASSING = {"documentation_months": 20, "overall_score": 90, "element_scores": [60, 95], "assessor": "external_auditor"}
TIE = {"who": "auditor", "kind": "employed", "ended": "2025-06-30"}
KEPT = {"program": "cor", "certificate": "standard", "certified_on": "2024-06-30", "assessor": "internal_auditor"}

CHANGED: list[tuple[str, dict[str, Any], str, Any, str]] = [
    ("certification", {**PASSING, "employees": 20}, "results.1.verdict", "yes", "twenty people fit SECOR"),
    ("certification", {**PASSING, "employees": 21}, "results.1.verdict", "no", "twenty-one do not"),
    ("certification", {**PASSING, "documentation_months": 3}, "results.0.verdict", "no", "three months are too few"),
    ("certification", {**PASSING, "documentation_months": 13}, "results.0.certificate", "one_year",
     "thirteen for one year"),
    ("certification", {**PASSING, "overall_score": 70}, "results.0.verdict", "yes", "70 passes"),
    ("certification", {**PASSING, "overall_score": "69.31"}, "notices.0.code", "near_line", "69.31 is near"),
    ("certification", {**PASSING, "element_scores": [40, 95]}, "results.0.verdict", "yes", "an element of 40 passes"),
    ("score", {"elements": [{"awarded": 64, "possible": 100}]}, "results.1.figures.points_to_pass", "1.00",
     "65 keeps it"),
    ("score", {"elements": [{"awarded": 39, "possible": 100}]}, "results.0.elements.0.points_to_pass", "1.00",
     "40 each"),
    ("independence", {"links": [TIE]}, "results.0.dates.independent_from", "2027-07-01", "24 months"),
    ("independence", {"links": [TIE] * 3}, "problems.0.code", "too_many", "two ties are read"),
    ("independence", {"audit_date": "2100-01-01"}, "problems.0.code", "out_of_range", "another calendar"),
    ("internal-auditor", {"module_12_completed": "2025-05-31"}, "results.0.dates.audit_deadline", "2026-02-28",
     "9 months"),
    ("maintenance", KEPT, "results.0.dates.expires_on", "2029-06-30", "five years"),
    ("maintenance", KEPT, "results.0.dates.first_maintenance_by", "2025-05-30", "11 months"),
    ("maintenance", KEPT, "results.0.dates.second_maintenance_by", "2026-05-30", "23 months"),
    ("maintenance", {**KEPT, "certificate": "one_year"}, "results.0.dates.expires_on", "2026-06-30", "two years"),
    ("maintenance", {**KEPT, "audit_date": "2027-12-31", "overall_score": 65}, "results.0.verdict", "yes",
     "a third year"),
    ("maintenance", {**KEPT, "audit_date": "2027-12-31", "overall_score": 64}, "results.0.verdict", "no", "64 fails"),
    ("plan", {"records_since": "2026-01-31"}, "results.0.dates.one_year_audit_from", "2026-05-31", "4 months"),
    ("plan", {"records_since": "2026-01-31"}, "results.0.dates.standard_audit_from", "2027-03-31", "14 months"),
    ("plan", {"last_link_ended": "2025-06-30"}, "results.0.dates.independent_from", "2027-07-01",
     "24 months in the plan"),
    ("plan", {"program": "cor", "field_work_started": "2026-01-01"}, "results.0.dates.field_work_by", "2026-02-20",
     "50 days"),
    ("plan", {"program": "secor", "field_work_started": "2026-01-01"}, "results.0.dates.field_work_by", "2026-01-21",
     "20"),
    ("plan", {"field_work_ended": "2026-01-01"}, "results.0.dates.report_by", "2026-01-31", "30 days"),
    ("refund", {"industry_rated_premium": 100, "year": "first"}, "results.0.figures.refund", "12.00", "12 percent"),
    ("refund", {"industry_rated_premium": 100, "year": "maintained"}, "results.0.figures.refund", "7.00", "7 percent"),
    ("refund", {"industry_rated_premium": 100, "year": "first", "improvement_percent": 90}, "results.0.figures.refund",
     "25.00", "25 at most"),
    ("certification", {"employees": 501}, "problems.0.code", "out_of_range", "another bound"),
]  # fmt: skip

ASK = """
import json, sys
from cor_calc import check_json
for check, answers in json.load(sys.stdin):
    print(check_json(check, json.dumps(answers), sys.argv[1]))
"""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Return the outcomes of a copy of the rules in which the facts, and nothing else, are different."""
    copy = tmp_path_factory.mktemp("rules")
    shutil.copytree(SOURCE / "cor_calc", copy / "cor_calc", ignore=shutil.ignore_patterns("__pycache__"))
    file = copy / "cor_calc" / "facts.toml"
    text = file.read_text(encoding="utf-8")
    for fact, value in OTHER.items():
        pattern = rf'(\n\[\[fact\]\]\nid = "{fact}"\n(?:[^\[\n].*\n)*?value = )\S+\n'
        text, found = re.subn(pattern, rf"\g<1>{value}\n", text)
        assert found == 1, fact
    for name, bound in BOUNDS.items():
        text, found = re.subn(rf"\n{name} = {{.*}}\n", f"\n{name} = {{ {bound} }}\n", text)
        assert found == 1, name
    file.write_text(text, encoding="utf-8")
    asked = json.dumps([(check, answers) for check, answers, *_ in CHANGED])
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    done = subprocess.run(
        [sys.executable, "-c", ASK, TODAY], input=asked, capture_output=True, text=True, env=environment, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def at(out: Any, path: str) -> Any:
    """Return what stands at a dotted path."""
    for step in path.split("."):
        out = out[int(step)] if step.isdigit() else out[step]
    return out


@pytest.mark.parametrize("number", range(len(CHANGED)), ids=[f"{row[0]}: {row[4]}" for row in CHANGED])
def test_the_facts_decide(elsewhere: list[dict[str, Any]], number: int) -> None:
    """A line moved in the facts file moves in the verdicts, the dates and the figures."""
    *_, path, value, _ = CHANGED[number]
    assert at(elsewhere[number], path) == value
