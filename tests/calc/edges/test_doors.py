"""Doors from an answer into another check: nothing is typed twice, and no element loses its number."""

import json
from typing import Any

from cor_calc import check_json
from cor_calc.edges.drawings import drawings_json

from ...support.asking import TODAY, table


def doors(check: str, answers: dict[str, Any], result: int = 0) -> list[str]:
    """Return where the doors of a result lead."""
    told = json.loads(drawings_json(check_json(check, json.dumps(answers), TODAY)))["results"][result]
    return [door["href"] for door in told["doors"]]


ROWS = [{"awarded": 80, "possible": 100}, {"possible": 0}, {"name": "80.00", "awarded": "40.5", "possible": 100}]


@table(
    "check answers result hrefs",
    [
        ("score", {"partner": "esc", "elements": ROWS}, 0,
         ["check/certification/#v=2&partner=esc&overall_score=60.25&element_scores=80,not_applicable,40.5"],
         "scores go with every element in its place, and one that does not apply says so"),
        ("score", {"partner": "esc", "elements": ROWS}, 1, ["check/maintenance/#v=2&partner=esc&maintenance_score=60.25"],
         "for a maintenance audit the overall score alone counts"),
        ("score", {"elements": [{"awarded": 1, "possible": 1}]}, 1, ["check/maintenance/#v=2&maintenance_score=100"],
         "without a partner none is carried"),
        ("score", {"elements": [{"name": "Training"}]}, 0, [], "without an overall score there is nothing to carry"),
        ("readiness", {"partner": "esc", "evidence": [{"element": "Hazards, all", "documents": "missing"},
                                                      {"documents": "in_place"}]}, 0,
         ["check/score/#v=2&partner=esc&elements=Hazards%2C%20all,,&elements=,,"], "elements go by their names"),
        ("readiness", {"evidence": [{"element": "\ud800"}]}, 0, ["check/score/#v=2&elements=%EF%BF%BD,,"],
         "half of a character, which no address can hold, is marked"),
        ("readiness", {}, 0, [], "without elements there is nothing to score"),
        ("certification", {}, 0, [], "other checks have the rules' own steps alone"),
    ],
)  # fmt: skip
def test_doors(check: str, answers: dict[str, Any], result: int, hrefs: list[str]) -> None:
    """Each leads into the other check, filled in."""
    assert doors(check, answers, result) == hrefs
