"""Doors from an answer into another check: nothing is typed twice, and no score goes to another element."""

import json
from typing import Any

from cor_calc import check_json
from cor_calc.edges.page.drawings import drawings_json
from cor_calc.law import load

from ....support.asking import TODAY, table


def told(check: str, answers: dict[str, Any], result: int = 0) -> list[dict[str, str]]:
    """Return the doors of a result."""
    drawn = json.loads(drawings_json(check_json(check, json.dumps(answers), TODAY)))["results"][result]
    found: list[dict[str, str]] = drawn["doors"]
    return found


def doors(check: str, answers: dict[str, Any], result: int = 0) -> list[str]:
    """Return where the doors of a result lead."""
    return [door["href"] for door in told(check, answers, result)]


def rows(names: list[str], first: str) -> list[dict[str, Any]]:
    """Return a row for each element by these names: the first one in the partner's order has 48 of 100 points."""
    return [{"name": name, "awarded": 48 if name == first else 90, "possible": 100} for name in names]


ROWS = [{"awarded": 80, "possible": 100}, {"possible": 0}, {"name": "80.00", "awarded": "40.5", "possible": 100}]


@table(
    "check answers result hrefs",
    [
        ("score", {"elements": ROWS}, 0,
         ["check/certification/#v=2&overall_score=60.25&element_scores=80,not_applicable,40.5"],
         "without a partner scores go by their numbers, and one that does not apply says so"),
        ("score", {"partner": "esc", "elements": ROWS}, 0, ["check/certification/#v=2&partner=esc&overall_score=60.25"],
         "scores of elements that are not the partner's by their names stay"),
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


def test_scores_go_to_their_own_elements() -> None:
    """Whatever the order of the rows, each stands where the certification check has the partner's name for it."""
    for partner in load().partners:
        names = list(load().names(partner))
        shuffled = [name.upper().replace(" AND ", " &  ") for name in reversed(names)]
        (href,) = doors("score", {"partner": partner, "elements": rows(shuffled, shuffled[-1])})
        assert href.endswith(f"&element_scores=48{',90' * (len(names) - 1)}"), partner


@table(
    "change",
    [
        (lambda names: names[1:], "one is missing"),
        (lambda names: [*names, "Housekeeping"], "there is one more"),
        (lambda names: [*names[1:], names[1]], "one stands there twice"),
        (lambda names: ["Leaders", *reversed(names[1:])], "one has a name of its own, and the others are out of order"),
        (lambda names: [f"Part {place}" for place, _ in enumerate(names)], "all have names of their own"),
    ],
)
def test_no_score_goes_to_an_element_that_may_be_another(change: Any) -> None:
    """The overall score goes alone, and the door says what is to be entered there."""
    names = change(list(load().names("aasp")))
    (door,) = told("score", {"partner": "aasp", "elements": rows(names, names[0])})
    assert "element_scores" not in door["href"]
    assert "by AASP’s names" in door["text"]


def test_an_expired_certificate_leads_to_a_new_one() -> None:
    """To what its holder can do, and to what a new certification needs, filled in."""
    answers = {"certificate": "standard", "certified_on": "2020-05-01", "employees": 30, "records_since": "2019-01-01"}
    said = json.loads(drawings_json(check_json("overview", json.dumps(answers), TODAY)))["results"]
    found = {each["check"]: [door["href"] for door in each["doors"]] for each in said if each["doors"]}
    assert found == {
        "cycle": ["employers/expired/", "check/certification/#v=2&employees=30&records_since=2019-01-01"],
    }


def test_a_few_names_of_ones_own_keep_their_place() -> None:
    """As many elements as the partner has, most by its names and in its order: the rest stand where they stood."""
    names = list(load().names("aasp"))
    (door,) = told("score", {"partner": "aasp", "elements": rows(["Leaders", *names[1:]], "Leaders")})
    assert door["href"].endswith(f"&element_scores=48{',90' * (len(names) - 1)}")
    assert "stands beside its element" in door["text"]
