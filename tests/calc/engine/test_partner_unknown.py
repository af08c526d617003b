"""Without a certifying partner an answer says only what holds at each, or names whose each thing is."""

from typing import Any

from ...support.asking import PARTNERS, ask, notices, result, slips, table, without
from ...support.situations import good

SMALL = {"employees": 5, "documentation_months": 12, "assessor": "external_auditor", "overall_score": 78}
MAINTENANCE = without(good("maintenance"), "partner")


@table(
    "check answers subject says never",
    [
        ("certification", SMALL, "cor", ["78%"], ["too few"], "a score that fails at each, not a size that fails at some"),
        ("certification", good("certification", partner=..., employees=10, assessor="own_staff"), "cor", ["own staff"], ["too few"],
         "nor where the assessor fails at each"),
        ("certification", {"documentation_months": 2}, "cor", ["at least 3 (at every partner but CCSA)", "at least 12 (at CCSA)"], [],
         "where nothing is missing at each, whose each thing is"),
        ("internal-auditor", {"module_12_completed": "2026-05-01", "audit_completed": "not_yet"}, "",
         ["30 July 2026 at the strictest", "1 November 2026 at the latest"], [], "both last days that were missed"),
        ("internal-auditor", {"module_12_completed": "2026-08-01"}, "", ["30 October 2026 at the strictest", "1 February 2027"], ["passed"],
         "a day has passed only when it has at each"),
        ("cycle", {"certificate": "standard", "certified_on": "2024-12-31", "first_maintenance": "not_yet"}, "",
         ["at any partner was 31 December 2025"], ["by 1 December"], "one last day of a year that each has missed"),
        ("cycle", {"certificate": "standard", "certified_on": "2025-12-20", "first_maintenance": "not_yet"}, "",
         ["by 1 December 2026", "that any partner allows is 31 December 2026"], [], "the earliest day and the latest"),
        ("plan", {"certificate": "standard", "certified_on": "2025-06-15"}, "", ["was due by 15 June 2026", "at any partner is 31 December 2026"],
         [], "what was due at some comes before the latest day of any"),
        ("maintenance", MAINTENANCE | {"certified_on": "2025-12-20", "certification_audit_ended": None, "maintenance_audit_ended": "2026-12-01"},
         "", ["sent in to AMHSA by 1 December 2026", "if that is your partner"], [], "a yes that holds at some only if it is sent in"),
    ],
)  # fmt: skip
def test_a_headline(check: str, answers: dict[str, Any], subject: str, says: list[str], never: list[str]) -> None:
    """It does not state what some partners ask as if all did."""
    assert slips(result(check, answers, subject)["headline"], says, never) == []


def test_a_finding_has_the_sources_of_its_partners() -> None:
    """One partner's own sentence stands under its name alone; what several share is said of them, with all their sources."""
    answers = good("certification", partner=..., employees=1)
    sizes = [
        each for each in result("certification", answers, "cor")["findings"] if each["rule"] == "cor-smallest-employer"
    ]
    by_partner = {partner: each for each in sizes for partner in each["partners"]}
    assert by_partner.keys() == set(PARTNERS)
    assert sum(len(each["partners"]) for each in sizes) == len(PARTNERS)
    assert by_partner["acsa"]["partners"] == ["acsa"]
    assert by_partner["ccsa"]["needs"] == "at least 10 employees"
    for partner in ("amhsa", "esc", "mhsa"):
        alone = result("certification", {**answers, "partner": partner}, "cor")["findings"]
        (own,) = [each for each in alone if each["rule"] == "cor-smallest-employer"]
        assert set(own["sources"]) <= set(by_partner[partner]["sources"])
        assert own["needs"] == by_partner[partner]["needs"]


def test_what_every_partner_meets_is_said_once() -> None:
    """However their versions differ."""
    found = result("certification", good("certification", partner=..., employees=100), "cor")["findings"]
    assert [each["partners"] for each in found if each["rule"] == "cor-smallest-employer"] == [[]]


def test_the_days_to_apply_have_names() -> None:
    """Each that has passed, with its partner; what is still open is not among them."""
    asked = ask("alternatives", {"maintenance_year": 2026}, "2026-04-15")
    (text,) = [notice["text"] for notice in asked["notices"] if notice["code"] == "deadline_passed"]
    assert slips(text, ["31 March 2026 at CCSA", "31 January 2026 at ESC"], ["AMTA"]) == []
    assert "deadline_passed" not in notices("alternatives", {"maintenance_year": 2026}, "2026-01-31")
