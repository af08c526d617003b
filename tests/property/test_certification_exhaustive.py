"""Certification in every partial state: sound verdicts, exact questions, and advice that is true and minimal."""

import itertools
from functools import cache
from typing import Any

import pytest

from tests.calc.asking import outcome

from .naive import Domain, answered, judged, partial_states

DOMAIN: Domain = {
    "employees": (10, 11),
    "documentation_months": (2, 3, 11, 12),
    "assessor": ("external_auditor", "own_staff"),
    "overall_score": ("79.99", "80.00"),
    "element_scores": (("49.99", "90.00"), ("50.00", "90.00"), ("79.00",), ("40.00", "45.00")),
}
STATES = partial_states(DOMAIN, blanks=(None, "unsure"))
CHANGEABLE = {"documentation_months", "assessor", "overall_score", "element_scores"}


def cor(full: dict[str, Any]) -> str:
    """Return the verdict for COR, from complete answers."""
    return "yes" if full["assessor"] == "external_auditor" and _passes(full) else "no"


def secor(full: dict[str, Any]) -> str:
    """Return the verdict for SECOR, from complete answers."""
    return "yes" if full["employees"] <= 10 and _passes(full) else "no"


def _passes(full: dict[str, Any]) -> bool:
    lowest = min(float(score) for score in full["element_scores"])
    return full["documentation_months"] >= 3 and float(full["overall_score"]) >= 80 and lowest >= 50


@cache
def asked(state: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    """Return the outcome of a state, asked once."""
    return outcome("certification", dict(state))


def of(state: dict[str, Any]) -> dict[str, Any]:
    """Return the outcome of a state; lists become tuples so that it can be remembered."""
    return asked(tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in state.items()))


@pytest.mark.parametrize("number", [0, 1], ids=["cor", "secor"])
def test_sound_and_exact(number: int) -> None:
    """The verdict is the one that all completions share; the open questions are those that can change it."""
    oracle = (cor, secor)[number]
    for state in STATES:
        known = answered(state)
        result = of(state)["results"][number]
        assert (result["verdict"], result["open_questions"]) == judged(known, DOMAIN, oracle), state
        months = known.get("documentation_months", 0)
        expected = None if result["verdict"] != "yes" else "standard" if months >= 12 else "one_year"
        assert result["certificate"] == expected, state


@pytest.mark.parametrize("number", [0, 1], ids=["cor", "secor"])
def test_more_answers_never_flip_a_verdict(number: int) -> None:
    """Answering one more question never turns a yes into anything else, nor a no."""
    for state in STATES:
        before = of(state)["results"][number]["verdict"]
        if before != "unknown":
            for key in state:
                if state[key] in (None, "unsure"):
                    for value in DOMAIN[key]:
                        assert of({**state, key: value})["results"][number]["verdict"] == before


def helps(state: dict[str, Any], change: tuple[dict[str, Any], ...], number: int) -> bool:
    """Tell whether a change leads out of a no, to scores that can stand together."""
    changed = of({**state, **{c["key"]: c["to"] for c in change}})
    moved = {c["key"] for c in change} & {"overall_score", "element_scores"}
    disagree = moved and "scores_disagree" in {notice["code"] for notice in changed["notices"]}
    complete = all(value not in (None, "unsure") for value in state.values())
    verdict = changed["results"][number]["verdict"]
    return not disagree and (verdict == "yes" if complete else verdict != "no")


@pytest.mark.parametrize("number", [0, 1], ids=["cor", "secor"])
def test_changes_are_true_and_minimal(number: int) -> None:
    """Each change leads out of the no, none of its parts does, and only what can change is named."""
    for state in STATES:
        result = of(state)["results"][number]
        if result["verdict"] != "no":
            continue
        for change in result["changes"]:
            keys = [c["key"] for c in change]
            assert keys, state
            assert len(set(keys)) == len(keys), state
            assert set(keys) <= CHANGEABLE, state
            assert all(_plain(c["from"]) == _plain(state[c["key"]]) != _plain(c["to"]) for c in change), state
            assert helps(state, tuple(change), number), (state, change)
            for size in range(1, len(change)):
                for part in itertools.combinations(change, size):
                    assert not helps(state, part, number), (state, part)
        sets = [frozenset(c["key"] for c in change) for change in result["changes"]]
        assert not any(one < other for one in sets for other in sets), state


@pytest.mark.parametrize("number", [0, 1], ids=["cor", "secor"])
def test_there_is_advice_unless_head_count_is_in_the_way(number: int) -> None:
    """Everything but the head count can change: only eleven people leave SECOR without advice."""
    for state in STATES:
        result = of(state)["results"][number]
        if result["verdict"] == "no":
            hopeless = number == 1 and state["employees"] == 11
            assert bool(result["changes"]) is not hopeless, state


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
