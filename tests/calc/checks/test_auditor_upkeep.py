"""Auditor upkeep: the refresher and the audits within a cycle of three years."""

from typing import Any

import pytest

from ...support.asking import PARTNERS, assumed, dates, problems, result, table
from ...support.situations import good

TWO = ["2025-05-01", "2026-05-01"]


def upkeep(on: str = "2026-11-26", **changed: Any) -> dict[str, Any]:
    """Return the result of the cycle that began on 10 January 2024, with some answers changed."""
    return result("auditor-upkeep", good("auditor-upkeep", **changed), on=on)


@table(
    "day counts",
    [
        ("2024-01-10", False, "on the cycle's first day"),
        ("2024-01-11", True, "a day after it"),
        ("2027-01-10", True, "on its last day"),
        ("2027-01-11", False, "a day after that"),
        ("2023-12-01", False, "before it"),
    ],
)
def test_what_lies_within_the_cycle(day: str, counts: bool) -> None:
    """A refresher and an audit count after the first day, up to the last."""
    refreshed = upkeep("2027-06-01", refresher_on=day)
    audited = upkeep("2027-06-01", audits=[TWO[0], day])
    for found in (refreshed, audited):
        assert found["verdict"] == ("yes" if counts else "no")


@table(
    "partner audits running over",
    [
        ("mhsa", 2, "yes", "yes", "MHSA wants two"),
        ("mhsa", 1, "unknown", "no", "one is too few at MHSA"),
        ("amta", 2, "yes", "yes", "AMTA wants two"),
        ("amta", 1, "unknown", "no", "one is too few at AMTA"),
        ("esc", 1, "yes", "yes", "ESC wants one"),
        ("esc", 0, "unknown", "no", "none is too few at ESC"),
        *((partner, 2, "yes", "yes", f"two are as many as anyone asks: enough at {partner}") for partner in
          (*PARTNERS[:5], "asc", "ccsa")),
        *((partner, 1, "unknown", "not_covered", f"{partner} publishes no number") for partner in
          (*PARTNERS[:5], "asc", "ccsa")),
    ],
)  # fmt: skip
def test_how_many_audits(partner: str, audits: int, running: str, over: str) -> None:
    """While the cycle runs time decides; once it is over, what is published, or nobody knows."""
    for on, verdict in (("2026-11-26", running), ("2027-01-10", running), ("2027-01-11", over)):
        assert upkeep(on, partner=partner, audits=TWO[:audits])["verdict"] == verdict


@table(
    "on changed verdict open_questions stage",
    [
        ("2026-11-26", {}, "yes", [], "done", "all of it done"),
        ("2026-11-26", {"refresher_on": "not_yet"}, "unknown", [], "running", "the refresher can still be taken"),
        ("2027-01-11", {"refresher_on": "not_yet"}, "no", [], "missed", "not after the cycle"),
        ("2026-11-26", {"audits": []}, "unknown", [], "running", "audits can still be done"),
        ("2026-11-26", {"refresher_on": ...}, "unknown", ["refresher_on"], None, "the refresher is asked"),
        ("2026-11-26", {"audits": ...}, "unknown", ["audits"], None, "the audits are asked"),
        ("2026-11-26", {"audits": [TWO[0], None]}, "unknown", ["audits"], None, "an unknown audit could be the second"),
        ("2026-11-26", {"audits": [*TWO, "unsure"]}, "yes", [], "done", "beside two it changes nothing"),
        ("2026-11-26", {"audits": [None]}, "unknown", [], "running", "one of two, whatever its day: time decides"),
        ("2027-01-11", {"audits": [None]}, "no", [], "missed", "and then it is too late"),
        ("2027-01-11", {"audits": [None, "2023-01-01"]}, "no", [], "missed", "an old one does not help"),
        ("2026-11-26", {"refresher_on": "not_yet", "audits": ...}, "unknown", ["audits"], None,
         "what is open comes before time"),
        ("2027-01-11", {"refresher_on": "not_yet", "audits": ...}, "no", [], "missed", "what is missed asks nothing"),
        ("2026-11-26", {"auditor_certified_on": ...}, "unknown", ["auditor_certified_on"], None,
         "without its first day nothing counts"),
        ("2026-11-26", {"auditor_certified_on": ..., "partner": ..., "audits": ...}, "unknown", ["auditor_certified_on"],
         None, "and it is asked alone"),
    ],
)  # fmt: skip
def test_what_is_known(
    on: str, changed: dict[str, Any], verdict: str, open_questions: list[str], stage: str | None
) -> None:
    """Done, still running, missed, or still open."""
    found = upkeep(on, **changed)
    assert (found["verdict"], found["open_questions"], found["stage"]) == (verdict, open_questions, stage)


def test_tones() -> None:
    """What time decides is told apart from what is asked."""
    assert upkeep(refresher_on="not_yet")["tone"] == "running"
    assert upkeep(refresher_on=...)["tone"] == "open"
    assert upkeep("2027-01-11", partner="aasp", audits=[])["tone"] == "ask"


def test_without_a_partner() -> None:
    """With one audit in a cycle that is over, each says something else."""
    found = upkeep("2027-01-11", partner=..., audits=TWO[:1])
    said = {"esc": "yes", "mhsa": "no", "amta": "no"}
    assert found["by_partner"] == {partner: said.get(partner, "not_covered") for partner in PARTNERS}
    assert found["open_questions"] == ["partner"]
    assert upkeep(partner=...)["verdict"] == "yes"
    assert upkeep(partner=..., audits=...)["open_questions"] == ["partner", "audits"]


def test_no_published_number_is_told() -> None:
    """What stands in for it is an assumption."""
    assert "auditor-upkeep-audits" in assumed("auditor-upkeep", good("auditor-upkeep", partner="aasp"))
    assert "auditor-upkeep-audits" not in assumed("auditor-upkeep", good("auditor-upkeep"))


@table(
    "start ends",
    [
        ("2024-01-10", "2027-01-10", "three years"),
        ("2024-02-29", "2027-02-28", "from a leap day"),
        ("2021-02-28", "2024-02-28", "to a leap year"),
    ],
)
def test_the_cycle_ends(start: str, ends: str) -> None:
    """36 months after it began, whatever else is known."""
    assert dates("auditor-upkeep", {"auditor_certified_on": start}) == {"cycle_ends_on": ends}


@table(
    "answers path",
    [
        ({"auditor_certified_on": "2026-11-27"}, "auditor_certified_on", "the cycle's start"),
        ({"refresher_on": "2026-11-27"}, "refresher_on", "the refresher"),
        ({"audits": ["2026-11-26", "2026-11-27"]}, "audits.1", "an audit, at its place"),
    ],
)
def test_no_day_lies_after_today(answers: dict[str, Any], path: str) -> None:
    """What has not happened is out of range."""
    assert problems("auditor-upkeep", answers) == [(path, "out_of_range")]


@pytest.mark.parametrize("partner", PARTNERS)
def test_a_cycle_of_three_years_everywhere(partner: str) -> None:
    """No partner publishes another length."""
    assert dates("auditor-upkeep", {"partner": partner, "auditor_certified_on": "2024-01-10"}) == {
        "cycle_ends_on": "2027-01-10"
    }
