"""What an overview puts first, what cannot apply, and which dates are ahead."""

import json
from typing import Any

from cor_calc import check_json
from cor_calc.edges.page.drawings import drawings_json

from ....support.asking import TODAY, table

NEW = {"partner": "esc", "employees": 9, "records_since": "2026-06-26"}
HOLDER = {"partner": "esc", "certificate": "standard", "certified_on": "2025-05-01", "records_since": "2019-01-01"}
EXPIRED = {**HOLDER, "certified_on": "2020-05-01"}


def told(answers: dict[str, Any]) -> dict[str, Any]:
    """Return what is shown of an overview."""
    found: dict[str, Any] = json.loads(drawings_json(check_json("overview", json.dumps(answers), TODAY)))
    return found


def ahead(answers: dict[str, Any], check: str) -> set[str]:
    """Return the names of a check's dates ahead."""
    return {name for each in told(answers)["results"] if each["check"] == check for name in each["ahead"]}


@table(
    "answers head idle",
    [
        (HOLDER, "cycle", set(), "a certificate heads it, and all checks can apply"),
        (EXPIRED, "cycle", {"maintenance", "alternatives"}, "nothing maintains one that has expired"),
        (NEW, "certification", {"cycle", "maintenance", "alternatives"}, "without one, what can be had"),
        ({"partner": "esc"}, None, {"cycle", "maintenance", "alternatives"}, "the partner alone begins nothing"),
        ({"employees": 60, "last_overall_score": 91}, None, set(), "a last score is of a certificate"),
        ({"certificate": "unsure", "employees": 9}, "certification", {"cycle", "maintenance", "alternatives"},
         "what is not known names none"),
    ],
)  # fmt: skip
def test_head(answers: dict[str, Any], head: str | None, idle: set[str]) -> None:
    """The certificate's own state, or what can be had; what cannot apply says why."""
    said = told(answers)
    assert said["head"] == head
    assert {each["check"] for each in said["results"] if each["idle"]} == idle


def test_what_stands_beside_the_head() -> None:
    """A planned audit that would not count, beside a certificate that is safe today; nothing where it counts."""
    planned = {"partner": "amhsa", "program": "cor", "certificate": "standard", "certified_on": "2024-03-20"}
    assert told({**planned, "maintenance_audit_ended": "2026-12-10"})["beside"] == "maintenance"
    assert told({**planned, "maintenance_audit_ended": "2026-11-10"})["beside"] is None
    assert told({**EXPIRED, "maintenance_audit_ended": "2026-12-10"})["beside"] is None


def test_what_is_possible_already_is_ahead() -> None:
    """Where no certificate is in force: the newest window that is open, and what opens later."""
    assert ahead(NEW, "certification") == {"one_year_audit_from", "standard_audit_from"}
    assert ahead(EXPIRED, "certification") == {"standard_audit_from"}
    assert ahead(HOLDER, "certification") == set()


def test_what_is_idle_has_no_dates_ahead() -> None:
    """An alternative's last day presses nobody whose certificate has expired."""
    assert ahead({**HOLDER, "maintenance_year": 2026}, "alternatives") == {"deliver_by"}
    assert ahead({**EXPIRED, "maintenance_year": 2026}, "alternatives") == set()
