"""Alternatives to a maintenance audit: each partner's options, both sides of their limits, and their dates."""

from typing import Any

import pytest

from ...support.asking import ask, dates, finding, notices, result, table

ALL: dict[str, Any] = {
    "program": "cor",
    "employees": 150,
    "last_overall_score": "90.01",
    "years_certified": 4,
    "certification_audits": 2,
    "auditor_on_staff": "yes",
    "orders_in_cycle": "no",
    "last_maintenance": "audit",
}
OPTIONS = {
    "aasp": ["aasp_car", "aasp_sass"],
    "acsa": ["acsa_action_plan"],
    "afpa_food": ["none"],
    "afpa_forest": ["afpa_forest_action_plan", "afpa_forest_car"],
    "amhsa": ["amhsa_action_plan"],
    "amta": ["amta_action_plan"],
    "asc": ["none"],
    "ccsa": ["ccsa_action_plan"],
    "esc": ["esc_action_plan"],
    "mhsa": ["none"],
}
OWNER = {subject: partner for partner, subjects in OPTIONS.items() for subject in subjects}


def option(subject: str, **changed: Any) -> dict[str, Any]:
    """Return the result for one option at its partner, with everything met but what is changed."""
    return result("alternatives", {"partner": OWNER[subject], **ALL, **changed}, subject)


@pytest.mark.parametrize("partner", OPTIONS)
def test_options_of_each_partner(partner: str) -> None:
    """A partner's own options, or that it publishes none."""
    found = ask("alternatives", {"partner": partner})["results"]
    assert [each["subject"] for each in found] == OPTIONS[partner]


def test_all_nine_without_a_partner() -> None:
    """While the partner is unknown all options are judged, each by its own partner's terms; the partner is not asked."""
    found = ask("alternatives", ALL)["results"]
    assert sorted(each["subject"] for each in found) == sorted(s for s in OWNER if s != "none")
    assert all(each["by_partner"] is None and "partner" not in each["open_questions"] for each in found)
    assert {each["subject"]: each["verdict"] for each in found} == {
        subject: "not_covered" if subject in {"afpa_forest_action_plan", "amhsa_action_plan"} else "yes"
        for subject in OWNER
        if subject != "none"
    }


@pytest.mark.parametrize("partner", ["afpa_food", "asc", "mhsa"])
def test_partners_that_publish_none(partner: str) -> None:
    """Nothing is published, so nothing is asked: ask the partner."""
    found = result("alternatives", {"partner": partner})
    assert (found["verdict"], found["open_questions"], found["tone"]) == ("not_covered", [], "ask")


@table(
    "subject changed verdict",
    [
        ("aasp_car", {"last_overall_score": "90.00"}, "no", "AASP's CAR wants more than 90"),
        ("aasp_car", {"last_overall_score": "90.01"}, "yes", "a hundredth more is enough"),
        ("aasp_car", {"years_certified": 3}, "no", "four years in a row"),
        ("aasp_car", {"certification_audits": 1}, "no", "two certification audits"),
        ("aasp_car", {"program": "secor"}, "no", "for COR holders"),
        ("aasp_car", {"employees": 1}, "yes", "of any size"),
        ("aasp_sass", {"last_overall_score": "90.00"}, "no", "SASS wants more than 90, too"),
        ("aasp_sass", {"employees": 50}, "yes", "from fifty employees on"),
        ("aasp_sass", {"employees": 49}, "not_covered", "fewer are considered"),
        ("aasp_sass", {"employees": 30}, "not_covered", "down to thirty"),
        ("aasp_sass", {"employees": 29}, "no", "and not below"),
        ("aasp_sass", {"last_maintenance": "alternative", "last_plan_percent": 0}, "yes", "whatever was done last"),
        ("acsa_action_plan", {"last_overall_score": "80"}, "yes", "ACSA wants 80"),
        ("acsa_action_plan", {"last_overall_score": "79.99"}, "no", "ACSA takes no less"),
        ("acsa_action_plan", {"certification_audits": 1}, "no", "ACSA wants two certification audits"),
        ("acsa_action_plan", {"auditor_on_staff": "no"}, "no", "and an auditor on staff at ACSA"),
        ("acsa_action_plan", {"years_certified": 0, "employees": 1, "orders_in_cycle": "yes"}, "yes", "nothing else"),
        ("afpa_forest_action_plan", {}, "not_covered", "not all of its page could be read"),
        ("afpa_forest_action_plan", {"employees": 99}, "no", "what could be read can say no: a hundred employees"),
        ("afpa_forest_action_plan", {"employees": 100, "years_certified": 3}, "no", "or four years"),
        ("afpa_forest_car", {"last_overall_score": "90"}, "yes", "AFPA (forest)'s CAR wants 90 and no more"),
        ("afpa_forest_car", {"last_overall_score": "89.99"}, "no", "89.99 is less"),
        ("afpa_forest_car", {"years_certified": 3}, "no", "and four years"),
        ("amhsa_action_plan", {}, "not_covered", "who may use AMHSA's is not published"),
        ("amta_action_plan", {"employees": 11}, "yes", "AMTA takes eleven employees"),
        ("amta_action_plan", {"employees": 10}, "no", "and not ten"),
        ("amta_action_plan", {"orders_in_cycle": "yes"}, "no", "without orders in the cycle"),
        ("amta_action_plan", {"last_overall_score": "79.99"}, "no", "with 80"),
        ("amta_action_plan", {"auditor_on_staff": "no"}, "no", "and an auditor on staff"),
        ("ccsa_action_plan", {"employees": 149}, "not_covered", "CCSA names 150 employees, and says nothing of fewer"),
        ("ccsa_action_plan", {"last_overall_score": "89.99"}, "no", "with 90"),
        ("ccsa_action_plan", {"last_overall_score": "90"}, "yes", "exactly"),
        ("esc_action_plan", {"last_overall_score": "85"}, "yes", "ESC wants 85"),
        ("esc_action_plan", {"last_overall_score": "84.99"}, "no", "84.99 is less"),
        ("esc_action_plan", {"certification_audits": 1}, "no", "and two certification audits"),
        ("esc_action_plan", {"employees": 1}, "yes", "of a COR holder of any size"),
        ("esc_action_plan", {"program": "secor", "employees": 4}, "yes", "a SECOR holder with four employees"),
        ("esc_action_plan", {"program": "secor", "employees": 3}, "no", "not with three"),
    ],
)  # fmt: skip
def test_limits(subject: str, changed: dict[str, Any], verdict: str) -> None:
    """Both sides of each limit, with all else met."""
    assert option(subject, **changed)["verdict"] == verdict


@pytest.mark.parametrize("subject", ["aasp_car", "acsa_action_plan", "amta_action_plan"])
@table(
    "last plan verdict open_questions",
    [
        ("audit", None, "yes", [], "after an audit, whatever the plan"),
        ("none", None, "yes", [], "after nothing"),
        ("alternative", 80, "yes", [], "after an alternative whose plan stands at 80"),
        ("alternative", "79.99", "no", [], "not with less"),
        ("alternative", None, "unknown", ["last_plan_percent"], "the plan decides"),
        (None, 80, "yes", [], "with 80 of a plan, whatever it was"),
        (None, 79, "unknown", ["last_maintenance"], "with less it matters what it was"),
        (None, None, "unknown", ["last_maintenance", "last_plan_percent"], "nothing is known"),
    ],
)
def test_one_alternative_after_another(
    subject: str, last: str | None, plan: Any, verdict: str, open_questions: list[str]
) -> None:
    """A second one in a row needs the first one's plan at 80; either answer may decide alone."""
    found = option(subject, last_maintenance=last, last_plan_percent=plan)
    assert (found["verdict"], found["open_questions"]) == (verdict, open_questions)


@table(
    "changed verdict open_questions",
    [
        ({"last_overall_score": 70, "last_maintenance": "alternative", "last_plan_percent": 80}, "yes", [],
         "a plan at 80 makes up for the score"),
        ({"last_overall_score": 70, "last_maintenance": "alternative", "last_plan_percent": "79.99"}, "no", [], "not with less"),
        ({"last_overall_score": 70, "last_maintenance": "audit", "last_plan_percent": 80}, "no", [], "not of an audit"),
        ({"last_overall_score": 70, "last_maintenance": "alternative"}, "unknown", ["last_plan_percent"], "the plan decides"),
        ({"last_overall_score": 70, "last_maintenance": None, "last_plan_percent": 80}, "unknown", ["last_maintenance"],
         "what the last one was decides"),
        ({"last_overall_score": None, "last_maintenance": "audit"}, "unknown", ["last_overall_score"],
         "after an audit the score alone decides: no plan is asked"),
        ({"last_overall_score": None, "last_maintenance": "alternative", "last_plan_percent": 70}, "unknown",
         ["last_overall_score"], "so it does after a plan below 80"),
        ({"last_overall_score": None, "last_maintenance": None}, "unknown",
         ["last_overall_score", "last_maintenance", "last_plan_percent"], "nothing is known"),
        ({"program": None, "employees": 4}, "yes", [], "with four employees either program will do"),
        ({"program": None, "employees": 3}, "unknown", ["program"], "with three the program decides"),
        ({"program": "secor", "employees": None}, "unknown", ["employees"], "of a SECOR holder the size is asked"),
        ({"program": None, "employees": None}, "unknown", ["program", "employees"], "of either program"),
    ],
)  # fmt: skip
def test_esc_has_two_ways(changed: dict[str, Any], verdict: str, open_questions: list[str]) -> None:
    """A condition on two answers is decided as soon as either decides it."""
    found = option("esc_action_plan", **changed)
    assert (found["verdict"], found["open_questions"]) == (verdict, open_questions)


def test_what_has_failed_asks_nothing_more() -> None:
    """One failed condition decides; what is not covered waits for what is open."""
    assert result("alternatives", {"partner": "acsa", "program": "secor"})["open_questions"] == []
    found = option("ccsa_action_plan", employees=149, last_overall_score=None)
    assert (found["verdict"], found["open_questions"]) == ("unknown", ["last_overall_score"])


# Dates


@table(
    "subject given",
    [
        ("aasp_car", {}, "none at AASP"),
        ("amhsa_action_plan", {"deliver_by": "2027-11-30"}, "AMHSA's delivery"),
        ("amta_action_plan", {"apply_by": "2027-05-31", "deliver_by": "2027-11-30"}, "AMTA's two"),
        ("ccsa_action_plan", {"apply_by": "2027-03-31"}, "CCSA's application"),
        ("esc_action_plan", {"apply_by": "2027-01-31", "plan_by": "2027-03-31", "amend_by": "2027-10-31",
                             "deliver_by": "2027-11-30"}, "ESC's four"),
    ],
)  # fmt: skip
def test_dates(subject: str, given: dict[str, str]) -> None:
    """They fall in the year of the maintenance, whatever the verdict, and are their partner's own."""
    for answers in ({"maintenance_year": 2027}, {"maintenance_year": "2027", "program": "secor"}):
        assert dates("alternatives", answers, subject) == given
        for each in result("alternatives", answers, subject)["dates"]:
            assert each["partners"] == [OWNER[subject]]
    assert dates("alternatives", {}, subject) == {}


def test_a_finding_is_its_partners_own() -> None:
    """An option's conditions are told as its partner's."""
    answers = {"partner": "esc", **ALL}
    found = result("alternatives", answers)["findings"]
    assert {tuple(each["partners"]) for each in found} == {("esc",)}
    assert all(each["sources"] and each["basis"] != "reading" for each in found)


@table(
    "on codes",
    [("2027-05-31", [], "on the last day to apply"), ("2027-06-01", ["deadline_passed"], "a day later")],
)
def test_the_day_to_apply_has_passed(on: str, codes: list[str]) -> None:
    """That is told."""
    answers = {"partner": "amta", "maintenance_year": 2027}
    assert notices("alternatives", answers, on) == codes


@table(
    "partner told words",
    [
        ("amhsa", True, "2020 and 2023", "AMHSA's days were others in 2021 and 2022"),
        ("ccsa", True, "a notice of 2019", "CCSA's are old"),
        ("esc", True, "its page for 2025", "ESC's are of one year"),
        ("amta", False, "", "AMTA's page names no year"),
        ("aasp", False, "", "AASP gives no day"),
    ],
)
def test_days_of_other_years(partner: str, told: bool, words: str) -> None:
    """Whose days they are is told wherever another year may have others."""
    for answers, expected in (({"partner": partner, "maintenance_year": 2027}, told), ({"partner": partner}, False)):
        found = [each for each in ask("alternatives", answers)["notices"] if each["code"] == "days_of_other_years"]
        assert bool(found) is expected
        assert all(words in each["text"] for each in found)


@table(
    "changed told",
    [
        ({"maintenance_year": 2024, "program": "secor"}, True, "a SECOR, in the year before"),
        ({"maintenance_year": 2025, "program": "secor"}, False, "in the first year"),
        ({"maintenance_year": 2024, "program": "cor"}, False, "a COR"),
        ({"program": "secor"}, False, "no year is named"),
    ],
)
def test_a_secor_may_use_escs_plan_only_since_2025(changed: dict[str, Any], told: bool) -> None:
    """For an earlier year that is told."""
    assert ("secor_later" in notices("alternatives", {"partner": "esc", **changed})) is told


def test_a_score_that_looks_like_a_fraction() -> None:
    """0.9 is read as 0.9 %, and remarked on."""
    assert notices("alternatives", {"partner": "esc", "last_overall_score": "0.9"}) == ["looks_like_fraction"]


def test_nothing_is_proposed() -> None:
    """What a partner takes instead is no matter of changes."""
    assert option("acsa_action_plan", auditor_on_staff="no")["changes"] == []
    assert option("acsa_action_plan", auditor_on_staff="no")["tone"] == "no"


def test_the_employer_is_told_what_is_missing() -> None:
    """The finding that failed is decisive; those that are met are not."""
    answers = {"partner": "acsa", **ALL, "auditor_on_staff": "no"}
    found = result("alternatives", answers)["findings"]
    assert [each["met"] for each in found if each["decisive"]] == ["no"]
    assert len(found) == 5
    assert finding("alternatives", {"partner": "mhsa"}, "alternatives-none")["met"] == "not_covered"
