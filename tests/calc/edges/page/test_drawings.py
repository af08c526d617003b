"""Drawings: what a page draws of an outcome, and the tense of each date, so that the page computes nothing."""

import json
from typing import Any

import pytest

from cor_calc import check_json
from cor_calc.checks import CHECKS, KEYS
from cor_calc.edges.description import description
from cor_calc.edges.page.drawings import drawings_json
from cor_calc.law import load

from ....support.answers import answer_sets
from ....support.asking import TODAY, table
from ....support.rules import DAY
from ....support.situations import GOOD, good

DESCRIBED = description(load(), DAY)


def drawn(check: str, answers: dict[str, Any], on: str = TODAY) -> list[dict[str, Any]]:
    """Return what is drawn of each result."""
    found: list[dict[str, Any]] = json.loads(drawings_json(check_json(check, json.dumps(answers), on)))["results"]
    return found


def drawing(check: str, answers: dict[str, Any], on: str = TODAY) -> Any:
    """Return the drawing of the first result."""
    return drawn(check, answers, on)[0]["drawing"]


def states(check: str, answers: dict[str, Any], on: str = TODAY) -> dict[str, str]:
    """Return the tense of each date of the first result."""
    return {each["name"]: each["state"] for each in drawn(check, answers, on)[0]["dates"]}


# The tense of dates


@table(
    "check answers on name state",
    [
        ("plan", {"records_since": "2025-11-26"}, "2026-11-25", "standard_audit_from", "opens", "a day before it opens"),
        ("plan", {"records_since": "2025-11-26"}, "2026-11-26", "standard_audit_from", "open_since", "from its day on"),
        ("plan", {"field_work_ended": "2026-11-05", "partner": "esc"}, "2026-11-26", "report_by", "due", "due on its day"),
        ("plan", {"field_work_ended": "2026-11-05", "partner": "esc"}, "2026-11-27", "report_by", "passed", "gone a day later"),
        ("cycle", GOOD["cycle"], "2027-06-15", "expires_on", "ends", "a certificate ends"),
        ("cycle", GOOD["cycle"], "2027-06-16", "expires_on", "passed", "and has ended"),
        ("auditor-upkeep", GOOD["auditor-upkeep"], "2027-01-10", "cycle_ends_on", "ends", "as does a cycle"),
        ("auditor-upkeep", GOOD["auditor-upkeep"], "2027-01-11", "cycle_ends_on", "passed", "and has ended too"),
        ("internal-auditor", GOOD["internal-auditor"], TODAY, "qualifying_audit_by", "done", "an audit in time"),
        ("internal-auditor", good("internal-auditor", audit_completed="2026-10-01"), TODAY, "qualifying_audit_by", "missed",
         "an audit too late"),
        ("internal-auditor", good("internal-auditor", audit_completed="not_yet"), "2026-09-30", "qualifying_audit_by", "due",
         "an audit to come"),
        ("cycle", GOOD["cycle"], TODAY, "first_maintenance_by", "done", "a year's audit that was accepted"),
        ("cycle", good("cycle", second_maintenance="not_yet"), "2026-06-15", "second_maintenance_by", "due", "on the day"),
        ("cycle", good("cycle", second_maintenance="not_yet"), "2026-06-16", "second_maintenance_by", "overdue",
         "after it, while there is time"),
        ("cycle", good("cycle", second_maintenance="not_yet"), "2026-06-30", "second_maintenance_latest", "due", "the last day"),
        ("cycle", good("cycle", second_maintenance="not_yet"), "2026-07-01", "second_maintenance_latest", "missed",
         "after the last day"),
        ("cycle", good("cycle", second_maintenance="not_yet"), "2026-07-01", "second_maintenance_by", "missed", "both are missed"),
        ("cycle", good("cycle", second_maintenance=...), "2026-07-01", "second_maintenance_by", "passed",
         "an audit of which nothing is known"),
        ("maintenance", GOOD["maintenance"], TODAY, "first_maintenance_by", "done", "an audit that counts"),
        ("maintenance", GOOD["maintenance"], "2026-05-31", "first_maintenance_by", "due", "that is still to come"),
        ("maintenance", good("maintenance", maintenance_score=50), TODAY, "first_maintenance_by", "passed",
         "an audit that does not count is not done"),
    ],
)  # fmt: skip
def test_tenses(check: str, answers: dict[str, Any], on: str, name: str, state: str) -> None:
    """Each date in the tense that people live in."""
    assert states(check, answers, on)[name] == state


# Pictures


def test_bars() -> None:
    """The whole and each element against its line; no line of elements for maintenance, no bar for what is not known."""
    rows = [
        {"name": "Training", "awarded": 40, "possible": 50},
        {"name": "Joint committee", "awarded": 0, "possible": 0},
    ]
    certification, maintenance = drawn("score", {"elements": rows})
    assert certification["drawing"] == {
        "kind": "bars",
        "rows": [
            {"name": "Overall", "percent": "80.00", "known": True, "line": "80.00", "below": False},
            {"name": "Training", "percent": "80.00", "known": True, "line": "50.00", "below": False},
            {"name": "Joint committee", "percent": None, "known": True, "line": "50.00", "below": False},
        ],
    }
    assert [row["line"] for row in maintenance["drawing"]["rows"]] == ["60.00", None, None]
    for open_row in ({"name": "Training"}, {"name": "Training", "possible": 60}):
        (row,) = drawing("score", {"elements": [open_row]})["rows"]
        assert (row["name"], row["percent"], row["known"]) == ("Training", None, False), (
            "not known is not “does not apply”"
        )
    assert drawing("score", {}) is None


@pytest.mark.parametrize(
    ("awarded", "below", "why"),
    [
        (4999, [True, True], "a hundredth of a percent below the element's line"),
        (5000, [True, False], "on the element's line, below the whole's"),
        (7999, [True, False], "a hundredth below the whole's line"),
        (8000, [False, False], "on the whole's line"),
    ],
)
def test_a_bar_below_its_line(awarded: int, below: list[bool], why: str) -> None:
    """Python says which bar does not reach its line."""
    rows = [{"name": "Training", "awarded": awarded, "possible": 10000}]
    certification, _ = drawn("score", {"elements": rows})
    assert [row["below"] for row in certification["drawing"]["rows"]] == below, why


def test_ties() -> None:
    """Each tie against the twelve months before the audit."""
    links = [
        {"who": "auditor", "kind": "advised", "ended": "2026-03-14"},
        {"who": "corporate_group", "kind": "employed", "ended": "2026-03-15"},
        {"kind": "audited", "ended": "ongoing"},
        {"kind": "contracted"},
        None,
    ]
    found = drawing("independence", {"audit_purpose": "certification", "audit_date": "2027-03-15", "links": links})
    assert (found["kind"], found["from"], found["audit"]) == ("ties", "2026-03-15", "2027-03-15")
    assert [(row["ended"], row["ongoing"], row["conflicts"]) for row in found["rows"]] == [
        ("2026-03-14", False, False),
        ("2026-03-15", False, True),
        (None, True, True),
        (None, False, None),
        (None, False, None),
    ]
    assert all(row["label"] for row in found["rows"])


@table(
    "answers",
    [
        ({"links": [{"kind": "employed", "ended": "2026-01-01"}]}, "without the audit's day"),
        ({"audit_date": "2027-03-15"}, "without ties"),
        ({"audit_date": "2027-03-15", "links": []}, "with none"),
        ({"audit_date": "2027-03-15", "links": [{}], "audit_purpose": "maintenance"}, "of a maintenance audit"),
    ],
)
def test_no_ties_to_draw(answers: dict[str, Any]) -> None:
    """Nothing is drawn of what is not known, or does not count."""
    assert drawing("independence", answers) is None


@table(
    "days on said",
    [
        (("not_yet",), TODAY, ["next", "ahead", "ahead"], "at the start"),
        (("2026-01-15", "not_yet", "not_yet"), TODAY, ["done", "next", "ahead"], "after Module 1"),
        (("2026-01-15", "2026-09-30", "not_yet"), TODAY, ["done", "done", "next"], "after Module 12"),
        (("2026-01-15", "2026-03-31", "2026-09-30"), TODAY, ["done", "done", "done"], "all done"),
        (("2026-01-15", "2026-03-31", "2026-10-01"), TODAY, ["done", "done", "missed"], "done too late"),
        (("2026-01-15", "2026-03-31", "not_yet"), TODAY, ["done", "done", "missed"], "not done in time"),
        ((None, "2026-09-30"), TODAY, ["unknown", "done", "unknown"], "what is not known"),
    ],
)
def test_path(days: tuple[Any, ...], on: str, said: list[str]) -> None:
    """Each step: done, next, ahead, missed, or not known."""
    keys = ("module_1_completed", "module_12_completed", "audit_completed")
    answers = {"partner": "esc", **dict(zip(keys, days, strict=False))}
    found = drawing("internal-auditor", answers, on)
    assert [step["state"] for step in found["steps"]] == said
    assert [step["key"] for step in found["steps"]] == list(keys)
    course = answers.get("module_12_completed")
    assert bool(found["by"]) is (course not in (None, "not_yet"))


def test_path_without_a_partner() -> None:
    """The earliest and the latest day."""
    found = drawing("internal-auditor", {"module_12_completed": "2026-08-31"})
    assert (found["by"], found["latest"]) == ("2026-11-29", "2027-02-28")


@table(
    "on first second said",
    [
        ("2024-07-01", "not_yet", "not_yet", ["ahead", "ahead"], "in the year of certification"),
        ("2025-03-01", "not_yet", "not_yet", ["due", "ahead"], "in the first year"),
        ("2025-06-15", "not_yet", "not_yet", ["due", "ahead"], "on the day by which it is due"),
        ("2025-06-16", "not_yet", "not_yet", ["overdue", "ahead"], "between that and its last day"),
        ("2025-07-01", "not_yet", "not_yet", ["missed", "ahead"], "after its last day"),
        ("2025-07-01", None, None, ["unknown", "ahead"], "of which nothing is known"),
        ("2026-07-01", "2025-06-01", "2026-06-01", ["done", "done"], "both done"),
        ("2026-07-01", "2025-07-01", "2026-06-01", ["missed", "done"], "the first too late"),
    ],
)
def test_cycle(on: str, first: str | None, second: str | None, said: list[str]) -> None:
    """The certificate's years, each done, due, overdue, missed, ahead or not known."""
    answers = {**good("cycle"), "first_maintenance": first, "second_maintenance": second}
    found = drawing("cycle", answers, on)
    assert (found["from"], found["to"], found["today"], found["recertify_by"]) == (
        *("2024-06-15", "2027-06-15", on),
        "2027-05-25",
    )
    assert [year["state"] for year in found["years"]] == said
    assert [year["from"] for year in found["years"]] == ["2025-01-01", "2026-01-01"]
    assert [(year["by"], year["latest"]) for year in found["years"]] == [
        ("2025-06-15", "2025-06-30"),
        ("2026-06-15", "2026-06-30"),
    ]
    for year, given in zip(found["years"], (first, second), strict=True):
        assert year["done"] == (given if year["state"] == "done" else None)
        assert year["from"] <= year["by"] <= year["latest"]


def test_the_cycle_of_one_maintenance_audit() -> None:
    """An audit that counts is drawn in its year, and agrees with the dates beside the picture."""
    years = drawing("maintenance", GOOD["maintenance"])["years"]
    assert [(year["state"], year["done"]) for year in years] == [("done", "2026-06-01"), ("ahead", None)]
    years = drawing("maintenance", good("maintenance", maintenance_score=50))["years"]
    assert [(year["state"], year["done"]) for year in years] == [("passed", None), ("ahead", None)]


def test_what_is_not_asked_is_not_called_unknown() -> None:
    """The check of one audit does not ask for the other years; the one of the certificate does."""
    answers = good("maintenance", certified_on="2024-06-15", certification_audit_ended=...)
    kept = {key: answers[key] for key in ("partner", "certificate", "certified_on")}
    assert [drawing(check, kept)["years"][0]["state"] for check in ("maintenance", "cycle")] == ["passed", "unknown"]


def test_nothing_is_due_before_a_certificate_that_has_expired() -> None:
    """On its last day the field work's day is still drawn."""
    for on, drawn in (("2027-06-15", "2027-05-25"), ("2027-06-16", None)):
        assert drawing("cycle", GOOD["cycle"], on)["recertify_by"] == drawn


def test_a_one_year_certificate_has_no_years_of_maintenance() -> None:
    """Its beginning and its end alone."""
    found = drawing("cycle", good("cycle", certificate="one_year", certified_on="2026-06-15", certification_audit_ended=...,
                                  first_maintenance=..., second_maintenance=...))  # fmt: skip
    assert (found["years"], found["to"]) == ([], "2027-06-15")
    assert drawing("cycle", {}) is None


def test_timeline() -> None:
    """All dates by their days, each with its name in words and its tense."""
    found = drawing("plan", GOOD["plan"])
    days = [event["date"] for event in found["events"]]
    assert (found["kind"], found["today"]) == ("timeline", TODAY)
    assert days == sorted(days)
    assert len(days) == 12
    assert all(event["label"] and "_" not in event["label"] for event in found["events"])
    assert drawing("plan", {}) is None


# Every outcome


@pytest.mark.parametrize("check", KEYS)
def test_every_outcome_can_be_drawn(check: str) -> None:
    """A result, a drawing of its check's kind or none, and each date's tense, by names that the description has."""
    kinds = {each["name"]: each["drawing"] for each in DESCRIBED["checks"]}
    for answers, on in answer_sets(check, 120, 41):
        text = check_json(check, json.dumps(answers), on)
        out = json.loads(text)
        if "problems" in out:
            continue
        told = json.loads(drawings_json(text))["results"]
        assert [each["subject"] for each in told] == [each.get("subject") for each in out["results"]]
        for each, result in zip(told, out["results"], strict=True):
            words = "subject check dates next ahead idle figures changes doors drawing"
            assert list(each) == words.split()
            assert {*each["next"], *each["ahead"]} <= {date["name"] for date in each["dates"]}
            assert each["figures"].keys() == result.get("figures", {}).keys()
            assert each["check"] == result.get("check", check)
            dates = sorted(result.get("dates", ()), key=lambda date: str(date["date"]))
            assert [date["name"] for date in each["dates"]] == [date["name"] for date in dates]
            assert {date["state"] for date in each["dates"]} <= DESCRIBED["date_states"].keys()
            if check == "overview":
                assert each["drawing"] is None
            elif each["drawing"] is not None:
                assert each["drawing"]["kind"] == kinds[check]
        assert drawings_json(text) == drawings_json(text)


def test_every_kind_of_drawing_is_drawn() -> None:
    """Of good answers each check that has a picture shows it."""
    drawn_kinds = {check: drawing(check, GOOD[check]) for check in CHECKS}
    assert {check: found["kind"] if found else None for check, found in drawn_kinds.items()} == {
        check: CHECKS[check].drawing if check not in {"readiness", "refund"} else None for check in CHECKS
    }
    assert {found["kind"] for found in drawn_kinds.values() if found} == {"bars", "ties", "path", "cycle", "timeline"}
