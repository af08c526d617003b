"""What would turn a no into a certificate: one set of changes, never in the past, and nothing that cannot be had."""

from typing import Any

from ...support.asking import changes, table
from ...support.situations import good

COUNTED = {"records_since": ..., "audit_date": ...}


def cor(**changed: Any) -> list[tuple[str, Any, str | None]]:
    """Return the changes for COR."""
    return changes("certification", good("certification", **changed), "cor")


@table(
    "changed proposed",
    [
        ({"overall_score": "79.99"}, [("overall_score", "80.00", None)], "the overall score to its line, no further"),
        ({"overall_score": 60, "element_scores": [60, 65]}, [("overall_score", "80.00", None)],
         "elements above their line are left alone, though no audit has 80 overall with them"),
        ({"element_scores": [49, "50", 90, "unsure"]}, [("element_scores", ["50.00", "50.00", "90.00", None], None)],
         "each element below its line to it; one that is not known stays"),
        ({"element_scores": [40, "not_applicable"]}, [("element_scores", ["50.00", "not_applicable"], None)],
         "an element that does not apply stays"),
        ({"assessor": "own_staff"}, [("assessor", "external_auditor", None)], "an auditor from outside"),
        ({"assessor": "peer_auditor", "overall_score": 79},
         [("assessor", "external_auditor", None), ("overall_score", "80.00", None)],
         "what is not covered is mended along with a no"),
        ({"employees": 10}, [], "a size cannot be changed"),
        ({"employees": 10, "overall_score": 79}, [], "so nothing else helps"),
        ({"element_scores": ["not_applicable"], "overall_score": 79}, [], "an audit without elements cannot be mended"),
        ({}, [], "a yes needs none"),
        ({"overall_score": ...}, [], "what is open has none"),
        ({"assessor": "peer_auditor"}, [], "nor has what is not covered alone"),
    ],
)  # fmt: skip
def test_scores_and_assessor(changed: dict[str, Any], proposed: list[Any]) -> None:
    """Only what failed is changed, in the order of the questions."""
    assert cor(**changed) == proposed


@table(
    "partner changed proposed",
    [
        ("esc", {"records_since": "2026-09-30", "audit_date": "2026-12-01"}, [("audit_date", "2026-12-30", "2026-12-30")],
         "an audit on the first day with three months"),
        ("esc", {"records_since": "2026-11-30", "audit_date": "2026-12-01"}, [("audit_date", "2027-03-01", "2027-03-01")],
         "which is 1 March after 30 November"),
        ("ccsa", {"records_since": "2026-11-30", "audit_date": "2026-12-01", "assessor": "own_staff"},
         [("audit_date", "2027-11-30", "2027-11-30"), ("assessor", "external_auditor", None)],
         "at CCSA with twelve months"),
        ("unsure", {"records_since": "2026-10-30", "audit_date": "2026-12-01"},
         [("audit_date", "2027-01-30", "2027-01-30")], "without a partner by the general three"),
        ("esc", {"records_since": "2026-07-01", "audit_date": "2026-08-01"}, [("audit_date", "2026-11-26", "2026-11-26")],
         "today, where the records have become long enough since"),
        ("esc", {"audit_date": "2026-11-25", "overall_score": 70},
         [("audit_date", "2026-11-26", "2026-11-26"), ("overall_score", "80.00", None)],
         "an audit of the past is replaced, not improved"),
        ("esc", {"records_since": "2026-09-01", "overall_score": 70}, [("overall_score", "80.00", None)],
         "an audit with exactly three months stays where it is"),
        ("esc", {"audit_date": "2026-11-26", "overall_score": 70}, [("overall_score", "80.00", None)],
         "an audit of today still can be improved"),
    ],
)  # fmt: skip
def test_records_by_days(partner: str, changed: dict[str, Any], proposed: list[Any]) -> None:
    """The audit moves to the first day on which the records are long enough, and never into the past."""
    assert cor(partner=partner, **changed) == proposed


@table(
    "partner changed proposed",
    [
        ("esc", {"documentation_months": 2}, [("documentation_months", 3, "2026-12-26")], "a month more"),
        ("esc", {"documentation_months": 0}, [("documentation_months", 3, "2027-02-26")], "from today on"),
        ("ccsa", {"documentation_months": 2, "overall_score": 70},
         [("documentation_months", 12, "2027-09-26"), ("overall_score", "80.00", None)], "to twelve at CCSA"),
        ("ccsa", {"documentation_months": 6, "overall_score": 70},
         [("documentation_months", 12, "2027-05-26"), ("overall_score", "80.00", None)],
         "six months at CCSA, which are not covered, too"),
        ("esc", {"documentation_months": 2, "audit_date": "2027-03-31"},
         [("audit_date", "2027-05-01", "2027-05-01"), ("documentation_months", 3, "2027-05-01")],
         "two months before 31 March began on 31 January: three are full on 1 May, and the audit moves along"),
        ("esc", {"documentation_months": 2, "audit_date": "2026-11-25"},
         [("audit_date", "2026-12-26", "2026-12-26"), ("documentation_months", 3, "2026-12-26")],
         "an audit of the past is counted from today"),
        ("esc", {"documentation_months": 12, "audit_date": "2026-11-25", "overall_score": 70},
         [("audit_date", "2026-11-26", "2026-11-26"), ("overall_score", "80.00", None)],
         "months enough before an audit of the past"),
    ],
)  # fmt: skip
def test_records_by_a_count(partner: str, changed: dict[str, Any], proposed: list[Any]) -> None:
    """The count grows until it is enough, with the day on which it can be, and a known audit moves along."""
    assert cor(partner=partner, **COUNTED | changed) == proposed


def test_nothing_is_proposed_where_it_can_never_be_had() -> None:
    """For a SECOR at CCSA, whose pages name none, raising a score would be in vain."""
    answers = good("certification", partner="ccsa", employees=9, overall_score=79)
    assert changes("certification", answers, "secor") == []


def test_nothing_is_proposed_after_the_last_day_that_can_be_named() -> None:
    """A day that no answer may name is no advice."""
    late = {"records_since": "2199-11-30", "audit_date": "2199-12-01"}
    assert cor(**late) == []
    assert changes("certification", good("certification", **COUNTED, documentation_months=0), "cor", "2199-12-31") == []
