"""Internal auditor: the steps in order, and the qualifying audit within the partner's period."""

from typing import Any

import pytest

from ...support.asking import PARTNERS, assumed, dates, finding, notices, problems, result, slips, table

KEYS = ("module_1_completed", "module_12_completed", "audit_completed")


def steps(*days: Any, partner: str = "esc") -> dict[str, Any]:
    """Return the answers with the days of Module 1, Module 12 and the audit."""
    return {"partner": partner, **dict(zip(KEYS, days, strict=False))}


def asked(*days: Any, partner: str = "esc", on: str = "2026-11-26") -> dict[str, Any]:
    """Return the result for these days."""
    return result("internal-auditor", steps(*days, partner=partner), on=on)


@table(
    "partner course last after",
    [
        ("esc", "2026-03-31", "2026-09-30", "2026-10-01", "six months to the month's end"),
        ("esc", "2025-08-31", "2026-02-28", "2026-03-01", "31 August and six months is the end of February"),
        ("esc", "2023-08-31", "2024-02-29", "2024-03-01", "or the leap day"),
        ("esc", "2024-02-29", "2024-08-29", "2024-08-30", "from a leap day"),
        ("amta", "2026-03-31", "2026-06-29", "2026-06-30", "ninety days at AMTA"),
        ("amta", "2023-12-01", "2024-02-29", "2024-03-01", "ninety days over the leap day"),
        ("amta", "2024-12-01", "2025-03-01", "2025-03-02", "ninety days without one"),
    ],
)
def test_the_period_after_module_12(partner: str, course: str, last: str, after: str) -> None:
    """An audit on the period's last day is in time, a day later it is not."""
    in_time, late = asked("2023-01-01", course, last, partner=partner), asked(None, course, after, partner=partner)
    assert (in_time["verdict"], in_time["stage"]) == ("yes", "quality_assurance")
    assert (late["verdict"], late["stage"], late["tone"]) == ("no", "missed", "no")
    assert dates("internal-auditor", steps(None, course, partner=partner)) == {"qualifying_audit_by": last}


@table(
    "on said stage",
    [
        ("2026-09-30", "unknown", "audit", "on the last day there is still time"),
        ("2026-10-01", "no", "missed", "a day later it is over"),
        ("2026-04-01", "unknown", "audit", "a day after the course"),
    ],
)
def test_waiting_for_the_audit(on: str, said: str, stage: str) -> None:
    """While the audit is not done, time decides."""
    found = asked("2026-01-15", "2026-03-31", "not_yet", on=on)
    assert (found["verdict"], found["stage"], found["open_questions"]) == (said, stage, [])
    assert found["tone"] == ("running" if said == "unknown" else "no")


@table(
    "days said open_questions stage",
    [
        ((), "unknown", list(KEYS), None, "nothing is known"),
        (("not_yet",), "unknown", [], "module_1", "Module 1 is next, and time decides"),
        (("not_yet", "not_yet", "not_yet"), "unknown", [], "module_1", "nothing is done"),
        (("2026-01-15",), "unknown", ["module_12_completed", "audit_completed"], None, "Module 1 alone"),
        (("2026-01-15", "not_yet"), "unknown", [], "module_12", "Module 12 is next"),
        (("2026-01-15", "not_yet", "not_yet"), "unknown", [], "module_12", "as is said of the audit, too"),
        ((None, "not_yet"), "unknown", ["module_1_completed"], None, "whether Module 1 is done is not known"),
        (("2026-01-15", "2026-06-30"), "unknown", ["audit_completed"], None, "whether the audit is done is not known"),
        ((None, "2026-06-30"), "unknown", ["audit_completed"], None, "a date of Module 12 answers for Module 1"),
        ((None, "2026-06-30", "not_yet"), "unknown", [], "audit", "so that the audit is next"),
        (("2026-01-15", None, "not_yet"), "unknown", ["module_12_completed"], None, "an audit to come waits for the course"),
        ((None, None, "not_yet"), "unknown", ["module_1_completed", "module_12_completed"], None, "and for Module 1"),
        ((None, None, "2026-10-01"), "unknown", ["module_12_completed"], None, "an audit answers for Module 1"),
        (("2026-07-01", None, "2026-10-01"), "yes", [], "quality_assurance",
         "every possible day of Module 12 leaves time enough"),
        (("2026-04-01", None, "2026-10-01"), "yes", [], "quality_assurance", "to the last day"),
        (("2026-03-31", None, "2026-10-01"), "unknown", ["module_12_completed"], None, "a day earlier it depends on it"),
    ],
)  # fmt: skip
def test_what_is_known_of_the_steps(
    days: tuple[Any, ...], said: str, open_questions: list[str], stage: str | None
) -> None:
    """What later steps answer is not asked, and what is to come is left to time."""
    found = asked(*days)
    assert (found["verdict"], found["open_questions"], found["stage"]) == (said, open_questions, stage)


@table(
    "days at",
    [
        (("2026-03-02", "2026-03-01"), ["module_12_completed"], "Module 12 before Module 1"),
        (("not_yet", "2026-03-01"), ["module_12_completed"], "Module 12 done without Module 1"),
        (("2026-03-02", None, "2026-03-01"), ["audit_completed"], "the audit before Module 1"),
        (("not_yet", None, "2026-03-01"), ["audit_completed"], "the audit done without Module 1"),
        ((None, "2026-03-02", "2026-03-01"), ["audit_completed"], "the audit before Module 12"),
        ((None, "not_yet", "2026-03-01"), ["audit_completed"], "the audit done without Module 12"),
        (("not_yet", "not_yet", "2026-03-01"), ["audit_completed"] * 2, "the audit done without either, told twice"),
        (("2026-03-03", "2026-03-02", "2026-03-01"), ["module_12_completed", *["audit_completed"] * 2],
         "all of it the wrong way round"),
        (("2026-03-01", "2026-03-01", "2026-03-01"), [], "all on one day"),
        (("2026-03-01", "not_yet", "not_yet"), [], "steps still to come"),
    ],
)  # fmt: skip
def test_steps_that_do_not_fit_each_other(days: tuple[Any, ...], at: list[str]) -> None:
    """Each pair that cannot be is told, at its later step."""
    assert problems("internal-auditor", steps(*days)) == [(key, "contradiction") for key in at]


@pytest.mark.parametrize("key", KEYS)
def test_no_step_is_done_in_the_future(key: str) -> None:
    """A day after today is out of range; today is not."""
    assert problems("internal-auditor", {key: "2026-11-27"}) == [(key, "out_of_range")]
    assert problems("internal-auditor", {key: "2026-11-26"}) == []


# Without a partner


def test_without_a_partner() -> None:
    """AMTA gives ninety days, all others six months: between the two it depends on the partner."""
    between = asked("2026-01-15", "2026-05-01", "2026-10-15", partner="unsure")
    assert (between["verdict"], between["open_questions"]) == ("unknown", ["partner"])
    assert between["by_partner"] == {partner: "no" if partner == "amta" else "yes" for partner in PARTNERS}
    assert between["stage"] is None
    assert asked(None, "2026-05-01", "2026-07-30", partner="unsure")["verdict"] == "yes"
    assert asked(None, "2026-05-01", "2026-11-02", partner="unsure")["verdict"] == "no"


def test_the_two_last_days_without_a_partner() -> None:
    """The earliest over all partners, AMTA's own, and the latest."""
    found = asked(None, "2026-05-01", partner="unsure")["dates"]
    assert [(each["name"], each["date"], each["partners"]) for each in found] == [
        ("qualifying_audit_by", "2026-07-30", ["amta"]),
        ("qualifying_audit_latest", "2026-11-01", []),
    ]
    assert asked(None, "2026-05-01")["open_questions"] == ["audit_completed"]
    assert asked(None, "2026-05-01", partner="unsure")["open_questions"] == ["partner", "audit_completed"]


def test_whose_rule_it_is() -> None:
    """AMTA's own period is told as its own; a general one says that the partner publishes none, unless its page is a source."""
    answers = steps(None, "2026-05-01", "2026-07-01", partner="acsa")
    assert finding("internal-auditor", answers | {"partner": "amta"}, "internal-auditor-period")["partners"] == ["amta"]
    assert finding("internal-auditor", answers, "internal-auditor-period")["partners"] == []
    assert "internal-auditor-period" in assumed("internal-auditor", answers)
    for own in ("amta", "esc"):
        assert "internal-auditor-period" not in assumed("internal-auditor", answers | {"partner": own})
    assert "internal-auditor-period" in assumed("internal-auditor", answers | {"partner": None})


@table(
    "answers told",
    [
        ({"partner": "amta", "module_12_completed": "2026-10-01", "audit_completed": "not_yet"}, True, "the time runs"),
        (
            {"partner": "amta", "module_12_completed": "2026-08-01", "audit_completed": "2026-10-29"},
            True,
            "done in time",
        ),
        ({"partner": "amta", "module_12_completed": "2026-01-01", "audit_completed": "not_yet"}, False, "it is over"),
        ({"partner": "amta"}, False, "no day is known"),
        ({"partner": "esc", "module_12_completed": "2026-10-01"}, False, "not at another partner"),
        ({"module_12_completed": "2026-10-01"}, False, "nor without one"),
    ],
)
def test_amta_counts_in_two_ways(answers: dict[str, Any], told: bool) -> None:
    """Its pages name the last and the first day of the course: that is told where the time is not over."""
    assert ("counted_two_ways" in notices("internal-auditor", answers)) is told


@table(
    "partner audit says never",
    [
        ("amta", "not_yet", ["send it in by 28 January 2027"], ["Still open"], "at AMTA it is sent in by then"),
        ("esc", "not_yet", ["Do the qualifying audit by 30 April 2027"], ["Still open", "sen"], "elsewhere it is done"),
        ("amta", ..., ["Still open", "has to be sent in by 28 January 2027", "Enter"], [], "also while it is open"),
        ("esc", ..., ["Still open", "due by 30 April 2027", "Enter"], ["sent"], "and elsewhere"),
    ],
)  # fmt: skip
def test_whether_the_audit_is_sent_in(partner: str, audit: Any, says: list[str], never: list[str]) -> None:
    """The last day is the one that the partner's pages speak of."""
    answers = {"partner": partner, "module_1_completed": "2026-01-05", "module_12_completed": "2026-10-30"}
    if audit is not ...:
        answers["audit_completed"] = audit
    assert slips(result("internal-auditor", answers)["headline"], says, never) == []


@table(
    "partner module_12 says",
    [
        ("amta", "2026-08-27", "The qualifying audit had to be sent in by 25 November 2026. That day has passed.", "sent in"),
        ("amta", "2026-08-28", "The qualifying audit has to be sent in by 26 November 2026. Enter", "its last day is today"),
        ("esc", "2026-05-25", "The qualifying audit was due by 25 November 2026. That day has passed.", "done"),
    ],
)  # fmt: skip
def test_a_day_that_has_passed_is_said_to_have(partner: str, module_12: str, says: str) -> None:
    """Nobody reads of a day behind them as if it were ahead, whatever is still to be answered."""
    answers = {"partner": partner, "module_1_completed": "2026-01-05", "module_12_completed": module_12}
    assert says in result("internal-auditor", answers)["headline"]


@pytest.mark.parametrize("partner", PARTNERS)
def test_a_missed_day_of_the_general_rule_says_so(partner: str) -> None:
    """Where the partner publishes no period: AASP's FAQ is AASP's own page, and ESC's page is a source of the general one."""
    given = steps("2026-01-10", "2026-05-01", "not_yet", partner=partner)
    stands_in = "internal-auditor-period" in assumed("internal-auditor", given)
    assert (
        ("general rule" in result("internal-auditor", given)["headline"])
        == stands_in
        == (partner not in {"aasp", "amta", "esc"})
    )
