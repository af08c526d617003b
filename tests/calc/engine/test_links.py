"""Addresses: what a step, or a line of the overview, carries from one check to another."""

from typing import Any
from urllib.parse import unquote

import pytest

from cor_calc.checks import CHECKS, KEYS
from cor_calc.engine.kinds import ListOf, Row
from cor_calc.engine.links import fragment
from cor_calc.engine.questions import QUESTIONS

from ...support.answers import answer_sets
from ...support.asking import ask, problems, result, table
from ...support.situations import GOOD, good


def opened(address: str) -> dict[str, Any]:
    """Return the answers in an address, as a form that it opens has them."""
    answers: dict[str, Any] = {}
    pairs = [pair.partition("=")[::2] for pair in address.partition("#")[2].split("&")]
    assert not pairs or pairs[0] in {("", ""), ("v", "2")}
    for key, text in pairs[1:]:
        kind = QUESTIONS[key].kind
        values = [unquote(value) or None for value in text.split(",")]
        if not isinstance(kind, ListOf):
            (answers[key],) = values
        elif text == "none":
            answers[key] = []
        elif isinstance(kind.item, Row):
            fields = [field.key for field in kind.item.fields]
            answers.setdefault(key, []).append(dict(zip(fields, values, strict=True)))
        else:
            answers[key] = values
    return answers


@table(
    "answers address",
    [
        ({}, "", "nothing"),
        ({"partner": "esc", "employees": 9}, "#v=2&partner=esc&employees=9", "a choice and a number"),
        ({"overall_score": "85.50", "element_scores": ["80.00", "not_applicable", None, "90.25"]},
         "#v=2&overall_score=85.5&element_scores=80,not_applicable,,90.25", "percents as people write them, one not known"),
        ({"links": []}, "#v=2&links=none", "an empty list"),
        ({"links": [{"who": "auditor", "kind": "advised", "ended": "2026-01-31"}, {"ended": "ongoing"}, {}]},
         "#v=2&links=auditor,advised,2026-01-31&links=,,ongoing&links=,,", "a pair for each row"),
        ({"industry_rated_premium": "1000.00"}, "#v=2&industry_rated_premium=1000", "money"),
        ({"elements": [{"name": "1.10 Dogs, cats & co", "awarded": "1.10", "possible": "2.00"}]},
         "#v=2&elements=1.10%20Dogs%2C%20cats%20%26%20co,1.1,2", "a name as it is, what would end it encoded"),
        ({"elements": [{"name": "1.10"}]}, "#v=2&elements=1.10,,", "a name that looks like a number"),
        ({"audits": ["2026-01-31", None]}, "#v=2&audits=2026-01-31,", "dates"),
    ],
)  # fmt: skip
def test_addresses(answers: dict[str, Any], address: str) -> None:
    """Version, then each answer in order."""
    assert fragment(answers) == address


@pytest.mark.parametrize("check", [check for check in CHECKS if check not in {"score", "readiness"}])
def test_an_address_of_the_overview_opens_the_same_answers(check: str) -> None:
    """Whatever is answered, the check that it opens says the same."""
    for answers, as_of in answer_sets("overview", 60, 5):
        if problems("overview", answers, as_of):
            continue
        for line in ask("overview", answers, as_of)["results"]:
            if line["check"] != check or "problems" in line:
                continue
            again = result(check, opened(line["href"]), line["subject"], as_of)
            for key in ("verdict", "certificate", "stage", "dates", "figures", "open_questions"):
                assert again[key] == line[key], (line["href"], key)


@pytest.mark.parametrize("check", GOOD)
def test_a_step_carries_what_both_checks_ask(check: str) -> None:
    """The known answers of both, and nothing else; a step to a page carries none."""
    answers = good(check, partner=...) if check in {"certification", "maintenance"} else good(check)
    for each in ask(check, answers)["results"]:
        for step in each["next_steps"]:
            path, _, carried = step["href"].partition("#")
            name = path.removeprefix("check/").strip("/")
            if name not in KEYS:
                assert not carried, step
                continue
            assert list(opened(step["href"])) == [key for key in KEYS[check] if key in answers and key in KEYS[name]]


def test_what_is_not_known_is_not_carried() -> None:
    """An unsure answer and none give the same addresses."""
    steps = [
        [step["href"] for step in result("maintenance", {"program": "cor", **more})["next_steps"]]
        for more in ({}, {"partner": "unsure"}, {"partner": None})
    ]
    assert steps[0] == steps[1] == steps[2]
    assert any("program=cor" in href for href in steps[0])


def test_every_step_leads_somewhere() -> None:
    """To a check, or to a page's address within the site."""
    for check in GOOD:
        for answers in (good(check), {}):
            for each in ask(check, answers)["results"]:
                assert each["next_steps"]
                for step in each["next_steps"]:
                    path = step["href"].partition("#")[0]
                    assert path.endswith("/")
                    assert not path.startswith(("/", "http"))
                    assert step["text"]
