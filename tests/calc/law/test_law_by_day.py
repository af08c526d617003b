"""The law by day: a later version decides from its day on, and not a day before."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cor_calc import check_json
from cor_calc.edges.table import table as table_of
from cor_calc.law import Fact, Law, load

from ...support.asking import PARTNERS, ask, changes, dates, problems, result, table, verdict
from ...support.rules import with_version
from ...support.situations import good

BEFORE, SINCE = "2027-06-30", "2027-07-01"


def later(parameter: str, value: Any, partner: str | None = None, since: str = SINCE, **changed: Any) -> Law:
    """Return the law with one more version of a parameter from a day on."""
    law = load()
    old = law.parameters[parameter].on(date(2026, 11, 26), partner)
    assert isinstance(old, Fact)
    new = replace(old, partner=partner, value=value, since=date.fromisoformat(since), until=None, **changed)
    return with_version(law, new)


def both(check: str, answers: dict[str, Any], law: Law, subject: str = "") -> tuple[str | None, str | None]:
    """Return the verdicts on both sides of the day."""
    return verdict(check, answers, subject, BEFORE, law), verdict(check, answers, subject, SINCE, law)


@table(
    "parameter value partner check subject changed said",
    [
        ("overall-pass-mark", 85, None, "certification", "cor", {"partner": "mhsa", "overall_score": "84.99"},
         ("yes", "no"), "a higher pass mark"),
        ("overall-pass-mark", 85, None, "certification", "cor", {"partner": "mhsa", "overall_score": "85"},
         ("yes", "yes"), "a score that reaches it"),
        ("overall-pass-mark", "84.5", None, "certification", "cor", {"partner": "mhsa", "overall_score": "84.49"},
         ("yes", "no"), "a mark with a part of a percent"),
        ("overall-pass-mark", "84.5", None, "certification", "cor", {"partner": "mhsa", "overall_score": "84.5"},
         ("yes", "yes"), "and a score that reaches that"),
        ("overall-pass-mark", 85, None, "certification", "cor", {"partner": "esc", "overall_score": "84.99"},
         ("yes", "yes"), "where a partner publishes its own mark, that stays"),
        ("overall-pass-mark", 70, "esc", "certification", "cor", {"partner": "esc", "overall_score": "70"},
         ("no", "yes"), "until the partner itself changes it"),
        ("element-pass-mark", 40, None, "score", "certification",
         {"partner": "mhsa", "elements": [{"awarded": 40, "possible": 100}, {"awarded": 500, "possible": 500}]},
         ("no", "yes"), "a lower mark of elements"),
        ("maintenance-due-latest", ("12-31",), "esc", "maintenance", "", {"maintenance_audit_ended": "2026-07-01"},
         ("no", "yes"), "a later last day at ESC"),
        ("maintenance-due-latest", ("anniversary",), "mhsa", "maintenance", "",
         {"partner": "mhsa", "maintenance_audit_ended": "2026-06-16"}, ("yes", "no"), "an earlier one at MHSA"),
        ("maintenance-due-latest", ("anniversary",), None, "cycle", "",
         {"partner": "mhsa", "certified_on": "2025-06-15", "certification_audit_ended": ..., "second_maintenance": "not_yet",
          "first_maintenance": "2026-05-01"}, ("yes", "no"), "the general one, for who publishes none"),
        ("internal-auditor-period", 200, "amta", "internal-auditor", "", {"partner": "amta"}, ("no", "yes"),
         "a longer period at AMTA"),
        ("secor-largest-employer", 20, None, "certification", "secor", {"partner": "mhsa", "employees": 20},
         ("no", "no"), "MHSA publishes SECOR's size itself"),
        ("secor-largest-employer", 20, "mhsa", "certification", "secor", {"partner": "mhsa", "employees": 20},
         ("no", "yes"), "and may raise it"),
        ("peer-auditor", False, "acsa", "certification", "cor", {"partner": "acsa", "assessor": "peer_auditor"},
         ("yes", "not_covered"), "a permission that ends"),
        ("auditor-upkeep-audits", 3, "mhsa", "auditor-upkeep", "", {}, ("yes", "no"), "more audits in a cycle that is over"),
    ],
)  # fmt: skip
def test_a_later_version_decides_from_its_day_on(
    parameter: str, value: Any, partner: str | None, check: str, subject: str, changed: Any, said: tuple[str, str]
) -> None:
    """The day before it, what was in force still decides."""
    law = later(parameter, value, partner)
    assert both(check, good(check, **changed), law, subject) == said


def test_a_longer_period_of_independence() -> None:
    """In AASP's own FAQ and for all who follow it: the tie counts longer, and the auditor is free later."""
    law = later("independence-period", 24)
    law = with_version(law, replace(law.on(date(2027, 7, 1)).facts["independence-period"], partner="aasp"))
    assert both("independence", good("independence"), law) == ("yes", "no")
    answers = good("independence")
    free = [dates("independence", answers, on=day, law=law)["independent_from"] for day in (BEFORE, SINCE)]
    assert free == ["2027-03-15", "2028-03-15"]


@table(
    "parameter value partner check answers name days",
    [
        ("report-days", 30, None, "plan", {"field_work_ended": "2027-06-01", "partner": "mhsa"}, "report_by",
         ("2027-06-22", "2027-07-01"), "days for the report"),
        ("standard-certificate-years", 4, None, "cycle",
         {"partner": "mhsa", "certificate": "standard", "certified_on": "2025-03-31"}, "expires_on",
         ("2028-03-31", "2029-03-31"), "the years of a certificate"),
        ("documentation-standard", 18, None, "plan", {"records_since": "2026-01-31", "partner": "mhsa"},
         "standard_audit_from", ("2027-01-31", "2027-07-31"), "months of records"),
        ("field-work-year-end", ("06-30",), "amta", "plan",
         {"program": "cor", "field_work_started": "2027-06-01", "partner": "amta"}, "field_work_by",
         ("2027-07-16", "2027-06-30"), "a partner's last day of the year"),
    ],
)  # fmt: skip
def test_a_later_version_moves_dates(
    parameter: str, value: Any, partner: str | None, check: str, answers: Any, name: str, days: tuple[str, str]
) -> None:
    """A date follows the version in force on the day of asking."""
    law = later(parameter, value, partner)
    assert (dates(check, answers, on=BEFORE, law=law)[name], dates(check, answers, on=SINCE, law=law)[name]) == days


def test_figures_follow_the_day() -> None:
    """The refund's percents do, too."""
    law = later("refund-first-year", 12)
    answers = {"industry_rated_premium": 100, "refund_year": "first"}
    said = [result("refund", answers, on=day, law=law)["figures"]["refund"] for day in (BEFORE, SINCE)]
    assert said == ["10.00", "12.00"]


def test_the_first_calendar_year_stays_the_first() -> None:
    """A version of later years takes none away."""
    law = later("overall-pass-mark", 85)
    days = dates("alternatives", {"partner": "amta", "maintenance_year": 2023}, on=SINCE, law=law)
    assert days["apply_by"] == "2023-05-31"


def test_partners_differ_from_that_day_on() -> None:
    """A general mark that rises leaves those behind who publish their own."""
    law = later("overall-pass-mark", 85)
    answers = good("certification", partner=..., overall_score=84)
    before, since = (result("certification", answers, "cor", day, law) for day in (BEFORE, SINCE))
    assert (before["verdict"], before["by_partner"]) == ("yes", None)
    own = {p for p in PARTNERS if any(fact.partner == p for fact in law.parameters["overall-pass-mark"].versions)}
    assert since["by_partner"] == {partner: "yes" if partner in own else "no" for partner in PARTNERS}
    assert since["open_questions"] == ["partner"]


def test_a_version_is_told_as_a_partners_own_once_it_differs() -> None:
    """ESC's 80 is the general one until that rises."""
    law = later("overall-pass-mark", 85)
    said = []
    for day in (BEFORE, SINCE):
        found = result("certification", good("certification"), "cor", day, law)["findings"]
        said += [each["partners"] for each in found if each["rule"] == "overall-pass-mark"]
    assert said == [[], ["esc"]]


def test_words_name_the_value_in_force() -> None:
    """The finding's need, the statement and the notice follow the day."""
    law = later("overall-pass-mark", 85)
    answers = good("certification", partner="mhsa", overall_score="84.60")
    before, since = (ask("certification", answers, day, law) for day in (BEFORE, SINCE))
    assert "near_line" not in [notice["code"] for notice in before["notices"]]
    assert "near_line" in [notice["code"] for notice in since["notices"]]
    assert "85%" not in str(before)
    assert "85%" in str(since["results"][0]["findings"])


def test_the_rule_set_is_the_newest_day_that_has_come() -> None:
    """It is derived from the versions: whoever asks a day earlier has the older one."""
    law = later("overall-pass-mark", 85)
    said = [ask("refund", {}, day, law)["ruleset"] for day in ("2023-01-01", BEFORE, SINCE, "2199-12-31")]
    assert said == ["2023-01-01", "2023-01-01", SINCE, SINCE]


@pytest.mark.parametrize("check", ["certification", "overview"])
def test_there_are_no_rules_before_the_first_day(check: str) -> None:
    """The first day with rules is 1 January 2023; the day before it that is the only problem."""
    assert problems(check, {}, "2023-01-01") == []
    assert problems(check, {"x": 1, "employees": 0}, "2022-12-31") == [("as_of", "no_rules")]
    assert problems("no-such-check", "nonsense", "1900-01-01") == [("as_of", "no_rules")]


def test_a_version_may_end() -> None:
    """A partner's own version that ends gives way to the general one."""
    law = load()
    old = law.parameters["internal-auditor-period"].on(date(2026, 11, 26), "amta")
    assert old is not None
    ended = replace(
        law,
        parameters={
            **law.parameters,
            old.id: replace(
                law.parameters[old.id],
                versions=tuple(
                    replace(fact, until=date(2027, 6, 30)) if fact is old else fact
                    for fact in law.parameters[old.id].versions
                ),
            ),
        },
        turns=(*law.turns, date(2027, 7, 1)),
        books={},
        groups={},
        made={},
    )
    answers = good("internal-auditor", partner="amta")
    assert both("internal-auditor", answers, ended) == ("no", "yes")
    assert ended.ruleset(date(2027, 7, 1)) == date(2023, 1, 1)


def test_what_is_proposed_is_judged_by_the_rules_of_its_own_day() -> None:
    """An audit on a day from which longer records are asked is no advice."""
    answers = good("certification", partner="mhsa", records_since="2026-10-30", audit_date="2026-12-01")
    assert changes("certification", answers, "cor") == [("audit_date", "2027-01-30", "2027-01-30")]
    law = later("documentation-minimum", 6, since="2027-01-01")
    assert result("certification", answers, "cor", law=law)["changes"] == []


def test_a_law_is_a_value() -> None:
    """One with a later version leaves the other as it is, in the same process."""
    answers = good("certification", partner="mhsa", overall_score=84)
    raised = later("overall-pass-mark", 85)
    for law, said in ((raised, "no"), (load(), "yes"), (raised, "no"), (None, "yes")):
        assert verdict("certification", answers, "cor", SINCE, law) == said


def test_a_table_counts_audits_as_its_check_does() -> None:
    """Where a partner publishes no number of audits, the most that any asks for counts: on either side of its day."""
    law = later("auditor-upkeep-audits", 4, "mhsa")
    days = [date(2024, month, 1).isoformat() for month in range(2, 6)]
    for on, number in ((BEFORE, 2), (SINCE, 4)):
        said = table_of("auditor-upkeep", law, date.fromisoformat(on))
        assert f"| {number} or more within the cycle | met | every partner but" in said
        for done in (number - 1, number):
            answers = good("auditor-upkeep", partner="asc", audits=days[:done], refresher_on=days[0])
            expected = "yes" if done == number else "not_covered"
            assert verdict("auditor-upkeep", answers, on=on, law=law) == expected, (on, done)


def test_a_law_with_one_more_partner() -> None:
    """It can be chosen, and the general rules hold for it."""
    law = load()
    eleventh = replace(law.partners["mhsa"], id="bakers", short="Bakers", name="The bakers' association")
    more = replace(law, partners={**law.partners, "bakers": eleventh}, books={}, groups={}, made={})
    answers = good("certification", partner="bakers")
    assert verdict("certification", answers, "cor", law=more) == "yes"
    assert problems("certification", answers) == [("partner", "bad_choice")]
    by_partner = result("certification", good("certification", partner=..., employees=10), "cor", law=more)[
        "by_partner"
    ]
    assert by_partner["bakers"] == "yes"


def test_the_first_year_that_can_be_asked_for_is_the_law_s() -> None:
    """The year in which the rules begin, and none before it."""
    first = load().begins[0].year
    for year, said in ((first, []), (first - 1, [("maintenance_year", "out_of_range")])):
        assert problems("alternatives", {"maintenance_year": year}) == said


@table(
    "parameter value check answers before since",
    [
        ("certificate-after-audit", 6, "cycle", {"certified_on": "2025-06-15", "certification_audit_ended": "2024-12-14"},
         [], ["contradiction"], "a day more than the shorter period before the certificate"),
        ("certificate-after-audit", 6, "cycle", {"certified_on": "2025-06-15", "certification_audit_ended": "2024-12-15"},
         [], [], "on its very day"),
        ("audit-of-the-year-before", 5, "plan", {"certificate": "standard", "certified_on": "2025-05-31"},
         [], ["audit_year"], "the last month of the longer stretch"),
        ("audit-of-the-year-before", 5, "plan", {"certificate": "standard", "certified_on": "2025-06-01"},
         [], [], "the month after it"),
    ],
)  # fmt: skip
def test_what_looks_like_a_slip_is_said_by_the_law(
    parameter: str, value: int, check: str, answers: dict[str, Any], before: list[str], since: list[str]
) -> None:
    """The limits of problems and notices are of the law too."""
    law = later(parameter, value)
    for on, expected in ((BEFORE, before), (SINCE, since)):
        out = json.loads(check_json(check, json.dumps(answers), on, law))
        codes = [each["code"] for each in (*out.get("problems", ()), *out.get("notices", ()))]
        assert codes == expected, on
