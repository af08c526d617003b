"""Certification: size, records, assessor and scores, for COR and for SECOR, at every partner."""

from typing import Any

import pytest

from ...support.asking import (
    PARTNERS,
    ask,
    assumed,
    dates,
    finding,
    notices,
    only,
    problems,
    result,
    slips,
    table,
    verdict,
)
from ...support.situations import good

SMALL = {"employees": 9, "assessor": "own_staff"}


def cor(**changed: Any) -> dict[str, Any]:
    """Return the result for COR of a COR holder's answers with some changed."""
    return result("certification", good("certification", **changed), "cor")


def secor(**changed: Any) -> dict[str, Any]:
    """Return the result for SECOR of a small employer's answers with some changed."""
    return result("certification", good("certification", **SMALL | changed), "secor")


# Size


@table(
    "partner employees said",
    [
        ("acsa", 1, "no", "ACSA takes nobody who works alone"),
        ("acsa", 2, "yes", "ACSA takes two people"),
        ("ccsa", 9, "no", "CCSA wants ten"),
        ("ccsa", 10, "yes", "CCSA takes ten"),
        *((partner, 10, "no", f"{partner} wants more than SECOR's ten") for partner in PARTNERS[4:7] + PARTNERS[8:]),
        *((partner, 11, "yes", f"{partner} takes eleven") for partner in PARTNERS[4:7] + PARTNERS[8:]),
        *((partner, 1, "yes", f"{partner} publishes no smallest employer") for partner in ("aasp", *PARTNERS[2:4])),
        ("esc", 99999, "yes", "no employer is too large for COR"),
    ],
)
def test_smallest_employer_for_cor(partner: str, employees: int, said: str) -> None:
    """Each partner's own smallest employer decides; where none is published, none does."""
    assert cor(partner=partner, employees=employees)["verdict"] == said


@table("employees said", [(1, "yes", "one"), (10, "yes", "ten"), (11, "no", "eleven"), (99999, "no", "very many")])
@pytest.mark.parametrize("partner", [partner for partner in PARTNERS if partner != "ccsa"])
def test_largest_employer_for_secor(partner: str, employees: int, said: str) -> None:
    """SECOR ends at ten employees, at every partner that offers it."""
    assert secor(partner=partner, employees=employees)["verdict"] == said


@table(
    "changed said",
    [
        ({}, "not_covered", "its pages name COR alone"),
        ({"employees": 11}, "no", "too large for any SECOR"),
        ({"overall_score": 79}, "no", "too low for any SECOR"),
        ({"overall_score": ...}, "unknown", "what is open could still decide"),
    ],
)
def test_secor_where_it_is_not_offered(changed: dict[str, Any], said: str) -> None:
    """CCSA's pages name no SECOR: ask, where nothing else says no."""
    assert secor(partner="ccsa", **changed)["verdict"] == said


def test_size_without_a_partner() -> None:
    """With ten employees the answer is who would say what, and the partner is the question."""
    found = cor(partner=..., employees=10)
    assert found["by_partner"] == {
        partner: "yes" if partner in {"aasp", "acsa", "afpa_food", "afpa_forest", "ccsa"} else "no"
        for partner in PARTNERS
    }
    assert (found["verdict"], found["tone"], found["open_questions"]) == ("unknown", "open", ["partner"])
    assert cor(partner=..., employees=11)["by_partner"] is None
    assert cor(partner=..., employees=11)["verdict"] == "yes"


# Records


@table(
    "since audit said certificate",
    [
        ("2025-11-30", "2026-02-28", "no", None, "counted back from 28 February, three months end on 28 November"),
        ("2025-11-30", "2026-03-01", "yes", "one_year", "on 1 March they are three months"),
        ("2025-11-30", "2026-11-29", "yes", "one_year", "a day short of twelve months"),
        ("2025-11-30", "2026-11-30", "yes", "standard", "twelve months to the day"),
        ("2024-02-29", "2025-02-28", "yes", "one_year", "28 February is short of a year that began on a leap day"),
        ("2024-02-29", "2025-03-01", "yes", "standard", "1 March is not"),
        ("2023-02-28", "2024-02-28", "yes", "standard", "a year that ends before the leap day"),
        ("2025-08-31", "2025-11-30", "no", None, "30 November is three months after 30 August at the latest"),
        ("2025-08-31", "2025-12-01", "yes", "one_year", "1 December is three months after 31 August"),
        ("2025-08-30", "2025-11-30", "yes", "one_year", "30 November is three months after 30 August"),
        ("2026-12-01", "2026-12-01", "no", None, "no records but those of the day itself"),
        ("1900-01-01", "2199-12-31", "yes", "standard", "three centuries"),
    ],
)
def test_full_months_of_records(since: str, audit: str, said: str, certificate: str | None) -> None:
    """Full months are counted back from the audit; three give a one-year certificate, twelve the standard one."""
    for found in (
        cor(records_since=since, audit_date=audit),
        secor(records_since=since, audit_date=audit),
    ):
        assert (found["verdict"], found["certificate"]) == (said, certificate)


@table(
    "partner months said certificate",
    [
        ("esc", 2, "no", None, "two months are too few everywhere"),
        ("esc", 3, "yes", "one_year", "three give a one-year certificate"),
        ("esc", 11, "yes", "one_year", "and eleven as well"),
        ("esc", 12, "yes", "standard", "twelve give the standard one"),
        ("esc", 1200, "yes", "standard", "a century is read"),
        ("ccsa", 2, "no", None, "two months are too few at CCSA too"),
        ("ccsa", 3, "not_covered", None, "CCSA's pages ask for twelve"),
        ("ccsa", 11, "not_covered", None, "eleven are less than that"),
        ("ccsa", 12, "yes", "standard", "twelve are enough at CCSA"),
    ],
)
def test_records_as_a_count(partner: str, months: int, said: str, certificate: str | None) -> None:
    """A count stands in for the two days; CCSA's pages know no one-year certificate."""
    found = cor(partner=partner, records_since=..., documentation_months=months)
    assert (found["verdict"], found["certificate"]) == (said, certificate)


def test_short_records_without_a_partner() -> None:
    """Six months pass everywhere but at CCSA, whose pages do not cover them."""
    found = cor(partner=..., records_since=..., documentation_months=6)
    assert found["by_partner"] == {partner: "not_covered" if partner == "ccsa" else "yes" for partner in PARTNERS}
    assert found["certificate"] is None


def test_days_come_before_a_count() -> None:
    """A count beside the records' first day is not used, and that is said."""
    answers = good("certification", documentation_months=1)
    assert verdict("certification", answers, "cor") == "yes"
    assert notices("certification", answers) == ["count_not_used"]
    assert notices("certification", {"documentation_months": 1}) == []
    assert notices("certification", {"records_since": "2025-11-30"}) == []
    assert cor(documentation_months=24, records_since="2026-11-01")["verdict"] == "no"


@table(
    "changed open_questions",
    [
        ({"records_since": ...}, ["records_since", "documentation_months"], "neither day nor count: either will do"),
        ({"records_since": ..., "audit_date": ...}, ["records_since", "documentation_months"], "nothing of it known"),
        ({"audit_date": ...}, ["audit_date"], "the first day asks for the audit's"),
        ({"audit_date": ..., "documentation_months": 20}, ["audit_date"], "and no count answers for it"),
        ({"records_since": ..., "audit_date": ..., "documentation_months": 20}, [], "a count is enough"),
    ],
)
def test_what_the_records_still_need(changed: dict[str, Any], open_questions: list[str]) -> None:
    """The records are one quantity with two ways to answer it."""
    assert cor(**changed)["open_questions"] == open_questions


def test_an_audit_before_the_records() -> None:
    """The two days contradict each other; on the same day they do not."""
    before = only(good("certification", audit_date="2025-11-29"), "records_since", "audit_date")
    assert problems("certification", before) == [("audit_date", "contradiction")]
    assert problems("certification", before | {"audit_date": "2025-11-30"}) == []


# Assessor


@table(
    "assessor partner said",
    [
        *(("external_auditor", partner, "yes", f"{partner} takes an external auditor") for partner in PARTNERS),
        *(("own_staff", partner, "no", f"{partner} takes nobody of the employer's own") for partner in PARTNERS),
        *(
            ("peer_auditor", partner, "yes", f"{partner} takes a peer auditor")
            if partner in {"acsa", "amhsa", "mhsa"}
            else ("peer_auditor", partner, "not_covered", f"{partner} publishes nothing on a peer auditor")
            for partner in PARTNERS
        ),
    ],
)
def test_who_may_certify_for_cor(assessor: str, partner: str, said: str) -> None:
    """An auditor from outside; a peer auditor where the partner says so."""
    assert cor(assessor=assessor, partner=partner)["verdict"] == said


@pytest.mark.parametrize("assessor", ["external_auditor", "peer_auditor", "own_staff", "unsure"])
def test_any_assessor_for_secor(assessor: str) -> None:
    """A small employer may assess itself: who does it is never asked for SECOR."""
    found = secor(assessor=assessor)
    assert (found["verdict"], found["open_questions"]) == ("yes", [])


# Scores


@table(
    "overall elements said",
    [
        ("80", ["50"], "yes", "both exactly at their line"),
        ("79.99", ["80"], "no", "a hundredth below 80 overall"),
        ("100", ["100", "49.99"], "no", "a hundredth below 50 in one element"),
        (0, [0], "no", "nothing at all"),
        (100, [100] * 50, "yes", "the most elements that are read"),
        ("80", ["not_applicable", "50"], "yes", "an element that does not apply decides nothing"),
        ("80", ["not_applicable"], "not_covered", "no element applies: no source says how such an audit is scored"),
        ("79", ["not_applicable"], "no", "no element applies, and the overall score is too low"),
        ("80", [49, "unsure"], "no", "one element below decides its list, whatever the other has"),
        ("80", [50, None], "unknown", "an element that is not known could fail"),
        ("80", ["not_applicable", None], "unknown", "the one that may apply is not known"),
        (None, [50], "unknown", "the overall score is not known"),
    ],
)
def test_scores(overall: Any, elements: list[Any], said: str) -> None:
    """80 overall and 50 in every element that applies; percents are compared exactly, and never rounded."""
    for found in (
        cor(overall_score=overall, element_scores=elements),
        secor(overall_score=overall, element_scores=elements),
    ):
        assert found["verdict"] == said


def test_a_failed_element_needs_no_overall_score() -> None:
    """What has failed is decided: nothing is open."""
    found = cor(overall_score=..., element_scores=[49])
    assert (found["verdict"], found["open_questions"]) == ("no", [])


def test_an_element_that_is_too_low_is_named() -> None:
    """By its partner's name, where the partner is known and one or two are too low."""
    assert "element 2 (Hazard Assessment) has 48%" in cor(element_scores=[90, 48, 60])["headline"]
    assert "element 2 has 48%" in cor(partner=..., element_scores=[90, 48, 60])["headline"]
    two = cor(element_scores=[90, 48, 49])["headline"]
    assert "element 2 (Hazard Assessment) has 48%" in two
    assert "element 3 (" in two
    assert "element 1 has 48%" in cor(element_scores=[48, 48, 48])["headline"]


# What is open, and the order of verdicts


def test_nothing_answered() -> None:
    """Everything is open that could decide: for SECOR the assessor is not asked."""
    cor_found, secor_found = ask("certification", {})["results"]
    scores = ["overall_score", "element_scores"]
    assert cor_found["open_questions"] == [
        *("partner", "employees", "records_since", "documentation_months", "assessor"),
        *scores,
    ]
    assert secor_found["open_questions"] == [
        *("partner", "employees", "records_since", "documentation_months"),
        *scores,
    ]
    assert (cor_found["verdict"], cor_found["tone"], cor_found["by_partner"]) == ("unknown", "open", None)


@table(
    "changed said",
    [
        ({"employees": 10, "overall_score": ...}, "no", "a no stands whatever is open"),
        (
            {"assessor": "peer_auditor", "overall_score": ...},
            "unknown",
            "what is open comes before what is not covered",
        ),
        ({"assessor": "peer_auditor", "overall_score": 79}, "no", "a no comes before what is not covered"),
        ({"assessor": "peer_auditor"}, "not_covered", "what is not covered comes before a yes"),
    ],
)
def test_the_first_of_the_verdicts_counts(changed: dict[str, Any], said: str) -> None:
    """No before unknown, unknown before not covered, not covered before yes."""
    assert cor(**changed)["verdict"] == said


def test_the_partner_is_open_where_it_could_decide() -> None:
    """Partners differ in the size that is not known; in the scores that are missing they do not."""
    assert cor(partner=..., employees=...)["open_questions"] == ["partner", "employees"]
    assert cor(partner=..., employees=12, overall_score=...)["open_questions"] == ["overall_score"]
    assert cor(partner=..., assessor=...)["open_questions"] == ["partner", "assessor"]
    assert secor(partner=..., employees=...)["open_questions"] == ["employees"]
    assert secor(partner=...)["open_questions"] == ["partner"]


# Stage, certificate and dates

BEFORE = {"overall_score": ..., "element_scores": ...}


@table(
    "changed stage if_passed",
    [
        (BEFORE, "audit", "standard", "all is there but the scores: the audit can take place"),
        (BEFORE | {"records_since": "2026-02-01"}, "audit", "one_year", "with nine months it leads to one year"),
        (BEFORE | {"audit_date": "2026-11-26"}, "audit", "one_year", "an audit that begins today"),
        (BEFORE | {"audit_date": "2026-11-25"}, None, None, "an audit of yesterday has taken place"),
        (BEFORE | {"assessor": ...}, "audit", "standard", "whoever does it"),
        (BEFORE | {"assessor": "own_staff"}, None, None, "not by the employer's own"),
        (BEFORE | {"assessor": "peer_auditor"}, None, None, "not by someone of whom nothing is published"),
        (BEFORE | {"records_since": "2026-11-01"}, None, None, "the records are too short"),
        (BEFORE | {"employees": 10}, None, None, "the employer is too small"),
        (BEFORE | {"employees": ...}, None, None, "the size is not known"),
        ({"overall_score": ...}, None, None, "the elements are scored: it has taken place"),
        ({"element_scores": ...}, None, None, "the overall score is known: it has taken place"),
        (BEFORE | {"records_since": ..., "audit_date": ..., "documentation_months": 12}, "audit", "standard",
         "no day, and months enough"),
        ({}, "passed", None, "a yes is passed"),
    ],
)  # fmt: skip
def test_stage(changed: dict[str, Any], stage: str | None, if_passed: str | None) -> None:
    """An audit that can take place says which certificate it leads to."""
    found = cor(**changed)
    assert (found["stage"], found["figures"]) == (
        stage,
        {"certificate_if_passed": if_passed} if if_passed else {},
    )


def test_stage_without_a_partner() -> None:
    """It is what all share: with ten employees some would not take the audit."""
    assert cor(partner=..., **BEFORE)["stage"] == "audit"
    assert cor(partner=..., employees=10, **BEFORE)["stage"] is None
    assert secor(partner=..., **BEFORE)["stage"] is None
    assert secor(partner="esc", **BEFORE)["stage"] == "audit"


@table(
    "partner since given",
    [
        ("esc", "2025-11-30", {"one_year_audit_from": "2026-03-01", "standard_audit_from": "2026-11-30"},
         "30 November and three months is 1 March"),
        ("esc", "2023-11-30", {"one_year_audit_from": "2024-03-01", "standard_audit_from": "2024-11-30"},
         "in a leap year too: 29 February is three months after 29 November"),
        ("esc", "2023-11-29", {"one_year_audit_from": "2024-02-29", "standard_audit_from": "2024-11-29"},
         "three months to the leap day"),
        ("esc", "2024-02-29", {"one_year_audit_from": "2024-05-29", "standard_audit_from": "2025-03-01"},
         "a year from the leap day ends on 1 March"),
        ("ccsa", "2025-11-30", {"standard_audit_from": "2026-11-30"}, "CCSA knows no one-year certificate"),
        ("unsure", "2025-11-30", {"one_year_audit_from": "2026-03-01", "standard_audit_from": "2026-11-30"},
         "without a partner"),
        ("esc", "unsure", {}, "without the records' first day there are none"),
    ],
)  # fmt: skip
def test_dates(partner: str, since: str, given: dict[str, str]) -> None:
    """The first days of an audit follow from the records' first day, whatever else is known."""
    for subject in ("cor", "secor"):
        assert dates("certification", {"partner": partner, "records_since": since}, subject) == given


# Notices and assumptions


@table(
    "overall elements codes",
    [
        ("79.50", [90, 50], ["near_line"], "half a point below 80 is near"),
        ("79.49", [90, 50], [], "more than half a point is not"),
        ("79.99", [90, 50], ["near_line"], "a hundredth below is"),
        ("80.00", [90, 50], [], "at the line there is nothing to say"),
        (85, [90, "49.5"], ["near_line"], "half a point below 50 in an element"),
        (85, [90, "49.49"], [], "more than that"),
        (85, ["unsure", "49.5"], ["near_line"], "beside an element that is not known"),
        (79, [80, 90], ["scores_disagree"], "the overall score lies below all elements"),
        (95, [80, 90], ["scores_disagree"], "the overall score lies above all elements"),
        (80, [80, 90], [], "as low as the lowest"),
        (90, [80, "not_applicable", 90], [], "as high as the highest that applies"),
        (95, [80, None], [], "an element that is not known may be the highest"),
        ("0.85", [], ["looks_like_fraction"], "85 % is meant"),
        (1, [], ["looks_like_fraction"], "1 may stand for all of it"),
        ("1.01", [], [], "more than one is a percent"),
        (0, [], [], "nought is nought"),
        (None, ["0.5", 80], ["looks_like_fraction"], "of an element"),
    ],
)
def test_notices_on_scores(overall: Any, elements: list[Any], codes: list[str]) -> None:
    """Scores just below their line, at odds with each other, or like fractions are remarked on."""
    assert notices("certification", {"overall_score": overall, "element_scores": elements or None}) == codes


def test_a_notice_names_its_element() -> None:
    """By its place in the list."""
    told = ask("certification", {"element_scores": [90, "49.9", 80, "0.5"]})["notices"]
    assert ["element 2" in told[0]["text"], "element 4" in told[1]["text"]] == [True, True]


@table(
    "employees told",
    [(9, False, "nine"), (10, True, "ten: SECOR's last"), (11, True, "eleven: one too many"), (12, False, "twelve")],
)
def test_where_one_person_decides(employees: int, told: bool) -> None:
    """Beside SECOR's limit it matters who counts."""
    assert ("who_counts" in notices("certification", {"employees": employees})) is told


@table(
    "changed rules",
    [
        ({}, {"headcount-look-back", "documentation-counted-back", "scores-not-rounded", "audit-accepted"},
         "what a yes rests on"),
        ({"records_since": "2026-06-30"}, {"one-year-certificate-may"}, "that one year may be renewed"),
        ({"partner": "aasp"}, {"peer-auditor", "cor-smallest-employer"}, "what AASP does not publish"),
        ({"partner": ..., "employees": 12}, {"cor-smallest-employer", "one-year-certificate-offered", "peer-auditor"},
         "what partners differ in"),
    ],
)  # fmt: skip
def test_assumptions(changed: dict[str, Any], rules: set[str]) -> None:
    """Readings that were used, general values for unpublished ones, and differences between partners are told."""
    assert rules <= set(assumed("certification", good("certification", **changed)))


def test_assumptions_need_their_answers() -> None:
    """What asks no answer is assumed alone; a reading on one-year certificates is not told beside a standard one."""
    assert list(assumed("certification", {"partner": "esc"})) == ["secor-offered"]
    assert "one-year-certificate-may" not in assumed("certification", good("certification"))


@table(
    "changed told",
    [
        ({"partner": "mhsa", "assessor": "own_staff"}, True, "MHSA's page does not say whose the Assessor is"),
        ({"partner": "mhsa", "assessor": None}, True, "nor while it is not known who assesses"),
        ({"partner": "mhsa", "assessor": "external_auditor"}, False, "a consultant may"),
        ({"partner": "mhsa", "assessor": "own_staff", "employees": 11}, False, "SECOR is out of the question"),
        ({"partner": "esc", "assessor": "own_staff"}, False, "other partners take one's own person"),
        ({"assessor": "own_staff"}, False, "no partner is known"),
    ],
)
def test_who_assesses_a_secor_at_mhsa(changed: dict[str, Any], told: bool) -> None:
    """A yes there comes with the question whether one's own person may."""
    assert ("secor_assessor" in notices("certification", {"employees": 9, **changed})) is told


# From the records alone


@table(
    "changed subject says never",
    [
        ({"records_since": "2026-08-27"}, "secor", ["from 27 November 2026", "one-year", "from 27 August 2027", "three-year"], ["since"],
         "both days lie ahead"),
        ({"records_since": "2026-08-26"}, "secor", ["since 26 November 2026 for a one-year", "from 26 August 2027"], [],
         "the first of them is today"),
        ({"records_since": "2025-11-26"}, "secor", ["since 26 November 2026 for a three-year"], ["one-year"],
         "from the second on the first does not matter"),
        ({"records_since": "2026-08-26", "employees": ...}, "secor", ["By your records", "the number of employees"], [],
         "without a size it is the records alone"),
        ({"records_since": "2026-08-26", "partner": "ccsa", "employees": 20}, "cor", ["can be audited for COR", "from 26 August 2027",
         "three-year"], ["one-year"], "at CCSA for a three-year one alone"),
        ({"records_since": "2026-08-26", "partner": "ccsa"}, "secor", ["Still open"], ["can be audited"],
         "but not for a program that its pages do not name"),
        ({"records_since": "2026-08-26", "overall_score": 85}, "secor", ["Still open"], ["can be audited"],
         "nor where the audit has been done"),
        ({"documentation_months": 5}, "secor", ["can be audited for SECOR now", "one-year"], ["from", "since"],
         "a count of months says it for today"),
    ],
)  # fmt: skip
def test_what_the_records_alone_allow(changed: dict[str, Any], subject: str, says: list[str], never: list[str]) -> None:
    """From which day an audit is possible comes first, and then what decides it."""
    answers = {key: value for key, value in {"partner": "esc", "employees": 9, **changed}.items() if value is not ...}
    assert slips(result("certification", answers, subject)["headline"], says, never) == []


def test_ccsa_answers_with_its_own_pages() -> None:
    """Its twelve months of records rest on what it publishes, and a SECOR there is asked for before anything else."""
    records = finding("certification", good("certification", partner="ccsa", records_since=..., audit_date=..., documentation_months=6),
                      "one-year-certificate-offered", "cor")  # fmt: skip
    assert (records["met"], records["partners"]) == ("not_covered", ["ccsa"])
    assert "ccsa-maintain" in records["sources"]
    small = good("certification", partner="ccsa", employees=9, overall_score=...)
    assert slips(result("certification", small, "secor")["headline"], ["Still open", "Ask CCSA first"], []) == []


@table(
    "partner named",
    [("acsa", True, "ACSA publishes its elements"), ("asc", False, "ASC does not, so their order is not known")],
)
def test_a_failed_element_has_its_name_where_the_partner_publishes_names(partner: str, named: bool) -> None:
    """The general names could be other elements."""
    headline = result("certification", good("certification", partner=partner, element_scores=["80", "45"]), "cor")[
        "headline"
    ]
    assert "element 2" in headline
    assert ("element 2 (" in headline) is named
