"""Overview: where we stand, from one set of answers, by nine checks."""

from typing import Any

from cor_calc.checks import CHECKS, KEYS

from ...support.asking import ask, notices, problems, table
from ...support.situations import GOOD

NINE = [name for name in CHECKS if name not in {"score", "readiness"}]
EVERYTHING = {key: value for name in NINE for key, value in GOOD[name].items()}


def lines(**changed: Any) -> dict[str, list[dict[str, Any]]]:
    """Return the lines of the overview by check, from everything answered with some answers changed."""
    found: dict[str, list[dict[str, Any]]] = {}
    for line in ask("overview", {**EVERYTHING, **changed})["results"]:
        found.setdefault(line["check"], []).append(line)
    return found


def test_its_questions_are_those_of_nine_checks() -> None:
    """Each once, in the checks' order; points and evidence are left to their own checks."""
    keys = list(dict.fromkeys(key for name in NINE for key in CHECKS[name].keys))
    assert list(KEYS["overview"]) == keys
    assert {"elements", "evidence"}.isdisjoint(keys)


def test_from_everything_answered() -> None:
    """A line for each subject, in the checks' order."""
    found = lines()
    assert list(found) == NINE
    assert [line["subject"] for line in found["certification"]] == ["cor", "secor"]
    assert [line["subject"] for line in found["alternatives"]] == ["esc_action_plan"]
    assert found["maintenance"][0]["stage"] == "second_maintenance"
    assert found["refund"][0]["figures"]["refund"] == "1523.45"


def test_from_nothing_answered() -> None:
    """Everything is open, and all nine options of all partners are lines."""
    found = ask("overview", {})["results"]
    numbers = {name: sum(line["check"] == name for line in found) for name in NINE}
    assert numbers == {name: {"certification": 2, "alternatives": 9}.get(name, 1) for name in NINE}
    assert {line["verdict"] for line in found} <= {"unknown", "not_covered", None}


@table(
    "changed stopped",
    [
        ({"certified_on": "2026-11-27", "certification_audit_ended": None}, {"cycle": [("certified_on", "out_of_range")]},
         "a certificate to come is no certificate to keep, and may be planned"),
        ({"audit_completed": "2026-01-01"}, {"internal-auditor": [("audit_completed", "contradiction")] * 2},
         "steps that do not fit each other"),
        ({"certification_audit_ended": "2026-11-01"},
         {name: [("certification_audit_ended", "contradiction")] for name in ("maintenance", "cycle", "plan")},
         "an audit that ended after its certificate, wherever it is asked"),
        ({"records_since": "2027-12-01"}, {"certification": [("audit_date", "contradiction")]}, "an audit before its records"),
        ({"audits": ["2027-01-01"]}, {"auditor-upkeep": [("audits.0", "out_of_range")]}, "an auditor's audit to come"),
    ],
)  # fmt: skip
def test_answers_that_stop_one_check(changed: dict[str, Any], stopped: dict[str, list[tuple[str, str]]]) -> None:
    """A check has its problems instead of its results, alone; the others go on."""
    found = lines(**changed)
    assert list(found) == NINE
    for name in NINE:
        if name in stopped:
            (line,) = found[name]
            assert list(line) == ["check", "problems"]
            assert [(each["path"], each["code"]) for each in line["problems"]] == stopped[name]
        else:
            assert all("verdict" in line for line in found[name])


def test_answers_that_cannot_be_read_stop_all() -> None:
    """All problems at once, and no results."""
    assert problems("overview", {"employees": 0, "elements": [], "refund_year": "x"}) == [
        ("elements", "unknown_key"),
        ("employees", "out_of_range"),
        ("refund_year", "bad_choice"),
    ]


def test_notices_come_once() -> None:
    """Three checks could tell of the audit's year, and two of an expired certificate."""
    january = {**EVERYTHING, "certified_on": "2022-01-20", "certification_audit_ended": None, "first_maintenance": None,
               "second_maintenance": None, "maintenance_audit_ended": "2023-06-01"}  # fmt: skip
    told = notices("overview", january)
    assert told.count("audit_year") == told.count("expired") == 1


def test_it_opens_each_check_with_its_answers() -> None:
    """The address has what that check asks, and nothing that it does not."""
    found = lines()
    assert found["refund"][0]["href"].startswith("check/refund/#v=2&program=cor&industry_rated_premium=12345.67&")
    assert "partner" not in found["refund"][0]["href"]
    assert found["cycle"][0]["href"].startswith("check/cycle/#v=2&partner=esc&certificate=standard&certified_on=")
    assert ask("overview", {})["results"][0]["href"] == "check/certification/"
