"""Maintenance: does this audit keep the certificate, and when are the audits due."""

from typing import Any

import pytest

from .asking import notices, passing, result

SCORES = [
    (60, "yes", "the line itself passes"),
    ("60.00", "yes", "as text"),
    ("59.99", "no", "a hundredth below"),
    ("59.5", "no", "nothing is rounded up"),
    (0, "no", "nothing"),
    (100, "yes", "everything"),
    ("unsure", "unknown", "unsure"),
    (..., "unknown", "not answered"),
]


@pytest.mark.parametrize(("score", "verdict"), [row[:2] for row in SCORES], ids=[row[2] for row in SCORES])
def test_overall_score(score: Any, verdict: str) -> None:
    """A COR maintenance audit passes from 60 overall, compared exactly."""
    assert result("maintenance", passing("maintenance", overall_score=score))["verdict"] == verdict


ASSESSORS = [
    ("external_auditor", "yes"),
    ("internal_auditor", "yes"),
    ("candidate_auditor", "yes"),
    ("other", "no"),
    ("unsure", "unknown"),
    (..., "unknown"),
]


@pytest.mark.parametrize(("assessor", "verdict"), ASSESSORS)
def test_assessor(assessor: Any, verdict: str) -> None:
    """External, internal and candidate auditors may do it; nobody else."""
    assert result("maintenance", passing("maintenance", assessor=assessor))["verdict"] == verdict


YEARS = [
    ("2025-06-30", "2025-12-31", "no", "still in the year of certification"),
    ("2025-06-30", "2026-01-01", "yes", "the first day of the first year after"),
    ("2025-06-30", "2027-12-31", "yes", "the last day of the second year after"),
    ("2025-06-30", "2028-01-01", "no", "a day too late"),
    ("2025-06-30", "2025-06-29", "no", "before the certificate"),
    ("2024-12-31", "2025-01-01", "yes", "the very next day"),
    ("2024-01-01", "2024-12-31", "no", "a year later by days, but the same calendar year"),
    ("2024-01-01", "2026-12-31", "yes", "three years later by days but one"),
    ("2025-06-30", "unsure", "unknown", "unsure of the audit's date"),
    ("unsure", "2026-01-01", "unknown", "unsure of the certificate's date"),
    (..., ..., "unknown", "no dates"),
]


@pytest.mark.parametrize(("certified", "audit", "verdict"), [r[:3] for r in YEARS], ids=[r[3] for r in YEARS])
def test_calendar_years(certified: Any, audit: Any, verdict: str) -> None:
    """The audit counts in the two calendar years after the year of certification."""
    assert result("maintenance", passing("maintenance", certified_on=certified, audit_date=audit))["verdict"] == verdict


SECOR_ANSWERS = [
    {},
    {"certificate": "one_year"},
    {"overall_score": 10},
    {"assessor": "other"},
    {"audit_date": "2030-01-01"},
    dict.fromkeys(("certificate", "certified_on", "audit_date", "assessor", "overall_score"), ...),
]


@pytest.mark.parametrize("changed", SECOR_ANSWERS)
def test_secor_is_not_covered(changed: dict[str, Any]) -> None:
    """SECOR's pass mark is not published: not covered, whatever else is answered."""
    found = result("maintenance", passing("maintenance", program="secor", **changed))
    assert (found["verdict"], found["open_questions"], found["changes"]) == ("not_covered", [], [])
    assert "not_covered" in {f["met"] for f in found["findings"] if f["decisive"]}


@pytest.mark.parametrize("key", ["certified_on", "audit_date", "assessor", "overall_score"])
def test_a_one_year_cor_is_renewed_not_maintained(key: str) -> None:
    """A one-year COR is not maintained: no, with the next step, and nothing to change."""
    for value in (passing("maintenance")[key], ...):
        found = result("maintenance", passing("maintenance", certificate="one_year", **{key: value}))
        assert (found["verdict"], found["open_questions"], found["changes"]) == ("no", [], [])
        assert found["next_steps"]


OPEN = [
    ({}, ["program", "certificate", "certified_on", "audit_date", "assessor", "overall_score"], "nothing answered"),
    ({"program": "cor"}, ["certificate", "certified_on", "audit_date", "assessor", "overall_score"], "COR"),
    ({"program": "secor"}, [], "SECOR is never decided"),
    ({"overall_score": 59}, ["program"], "a score that fails leaves only the program open"),
    ({"certificate": "one_year"}, ["program"], "so does a one-year certificate"),
    ({"program": "cor", "assessor": "other"}, [], "the wrong assessor decides alone"),
    (passing("maintenance", program=..., certificate="unsure"), ["program", "certificate"], "two are open"),
    (passing("maintenance", certified_on=...), ["certified_on"], "the certificate's date"),
]


@pytest.mark.parametrize(("answers", "keys"), [row[:2] for row in OPEN], ids=[row[2] for row in OPEN])
def test_open_questions(answers: dict[str, Any], keys: list[str]) -> None:
    """Only questions that can still change the verdict are open."""
    assert result("maintenance", answers)["open_questions"] == keys


STANDARD = [
    ("2025-06-30", "2026-06-30", "2027-06-30", "2026-12-31", "2027-12-31", "2028-06-30", "an ordinary day"),
    ("2024-02-29", "2025-02-28", "2026-02-28", "2025-12-31", "2026-12-31", "2027-02-28", "29 February clamps"),
    ("2021-02-28", "2022-02-28", "2023-02-28", "2022-12-31", "2023-12-31", "2024-02-28", "28 February stays 28"),
    ("2025-12-31", "2026-12-31", "2027-12-31", "2026-12-31", "2027-12-31", "2028-12-31", "the year's last day"),
    ("2025-01-01", "2026-01-01", "2027-01-01", "2026-12-31", "2027-12-31", "2028-01-01", "the year's first day"),
]


@pytest.mark.parametrize(
    ("certified", "first", "second", "first_latest", "second_latest", "expires"),
    [r[:6] for r in STANDARD], ids=[r[6] for r in STANDARD],
)  # fmt: skip
@pytest.mark.parametrize("program", ["cor", "secor", ...])
def test_standard_dates(
    program: Any, certified: str, first: str, second: str, first_latest: str, second_latest: str, expires: str
) -> None:
    """A standard certificate runs three years, with an audit due by each of two anniversaries or year ends."""
    answers = {"program": program, "certificate": "standard", "certified_on": certified}
    dates = result("maintenance", {k: v for k, v in answers.items() if v is not ...})["dates"]
    assert dates == {
        "expires_on": expires,
        "first_maintenance_by": first,
        "second_maintenance_by": second,
        "first_maintenance_latest": first_latest,
        "second_maintenance_latest": second_latest,
    }


@pytest.mark.parametrize(("certified", "expires"), [("2025-06-30", "2026-06-30"), ("2024-02-29", "2025-02-28")])
@pytest.mark.parametrize("program", ["cor", "secor"])
def test_one_year_dates(program: str, certified: str, expires: str) -> None:
    """A one-year certificate has an end and no maintenance dates."""
    answers = passing("maintenance", program=program, certificate="one_year", certified_on=certified)
    assert result("maintenance", answers)["dates"] == {"expires_on": expires}


@pytest.mark.parametrize("missing", ["certificate", "certified_on"])
def test_dates_need_their_own_answers(missing: str) -> None:
    """Without the kind of certificate or its day there are no dates."""
    assert result("maintenance", passing("maintenance", **{missing: "unsure"}))["dates"] == {}


@pytest.mark.parametrize(
    ("score", "near"), [("59.50", False), ("59.51", True), ("59.99", True), (60, False), (79.9, False)]
)
def test_near_line(score: Any, near: bool) -> None:
    """A score less than 0.5 below the line is worth asking the partner about."""
    assert ("near_line" in notices("maintenance", passing("maintenance", overall_score=score))) is near


def test_basis_is_elsewhere() -> None:
    """That 60 passes is said by other sources than the AASP's page, and shown as such."""
    found = result("maintenance", passing("maintenance"))
    assert "elsewhere" in {f["basis"] for f in found["findings"]}
    assert all(f["sources"] for f in found["findings"] if f["basis"] in {"stated", "elsewhere"})


@pytest.mark.parametrize(
    ("changed", "key", "to"),
    [({"overall_score": 59}, "overall_score", "60.00"), ({"audit_date": "2028-01-01"}, "audit_date", None)],
)
def test_changes(changed: dict[str, Any], key: str, to: str | None) -> None:
    """The score or the audit's date can change, one at a time where one is enough."""
    changes = result("maintenance", passing("maintenance", **changed))["changes"]
    assert [[c["key"] for c in change] for change in changes] == [[key]]
    assert to in (None, changes[0][0]["to"])
