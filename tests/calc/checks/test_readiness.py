"""Readiness: the state of each element's evidence. Nothing here is a score."""

import itertools
from typing import Any

import pytest

from ...support.asking import problems, result, table

KINDS = ("documents", "interviews", "observation")
STATES = ("gap", "open", "partly", "ready", "not_applicable")


def row(*said: str | None, name: str = "Training") -> dict[str, Any]:
    """Return an element's evidence of each kind."""
    return {"element": name, **dict(zip(KINDS, said, strict=True))}


@table(
    "said state missing",
    [
        (("in_place", "in_place", "in_place"), "ready", [], "all in place"),
        (("in_place", "not_applicable", "in_place"), "ready", [], "what does not apply is not missed"),
        (
            ("not_applicable", "not_applicable", "not_applicable"),
            "not_applicable",
            [],
            "an element that does not apply",
        ),
        (("in_place", "partly", "not_applicable"), "partly", [], "partly"),
        (("in_place", None, "partly"), "open", [], "what is not known comes before what is partly there"),
        (("unsure", "in_place", "in_place"), "open", [], "unsure"),
        (("missing", None, "partly"), "gap", ["documents"], "what is missing comes before all"),
        (("missing", "in_place", "missing"), "gap", ["documents", "observation"], "two kinds missing, in their order"),
    ],
)
def test_states(said: tuple[str | None, ...], state: str, missing: list[str]) -> None:
    """A gap, else open, else partly, else ready."""
    found = result("readiness", {"evidence": [row(*said)]})
    assert found["elements"] == [{"name": "Training", "state": state, "missing": missing}]
    assert found["figures"] == {each: int(each == state) for each in STATES}


def test_every_combination() -> None:
    """By the rules in words, for all 125 ways to answer."""
    for said in itertools.product(["in_place", "partly", "missing", "not_applicable", None], repeat=3):
        expected = (
            "gap" if "missing" in said
            else "open" if None in said
            else "not_applicable" if set(said) == {"not_applicable"}
            else "partly" if "partly" in said
            else "ready"
        )  # fmt: skip
        assert result("readiness", {"evidence": [row(*said)]})["elements"][0]["state"] == expected, said


def test_figures_count_the_elements() -> None:
    """How many are in each state."""
    rows = [row("missing", None, None), row("missing", "partly", None), row("in_place", "in_place", "in_place"), None]
    found = result("readiness", {"evidence": rows})
    assert found["figures"] == {"gap": 2, "open": 1, "partly": 0, "ready": 1, "not_applicable": 0}
    assert found["elements"][3] == {"name": None, "state": "open", "missing": []}


@pytest.mark.parametrize("answers", [{}, {"partner": "esc"}, {"evidence": "unsure"}])
def test_nothing_known(answers: dict[str, Any]) -> None:
    """There is no verdict, nothing is open, and without evidence there are no figures."""
    found = result("readiness", answers)
    assert (found["verdict"], found["tone"], found["open_questions"]) == (None, "info", [])
    assert (found["figures"], found["elements"], found["findings"]) == ({}, [], [])


@table(
    "evidence path code",
    [
        ([], "evidence", "out_of_range", "no element at all"),
        ([{}] * 21, "evidence", "too_many", "more than twenty"),
        ([row("yes", None, None)], "evidence.0.documents", "bad_choice", "a word that is no choice"),
        ([{"photos": "missing"}], "evidence.0.photos", "unknown_key", "a kind that is not asked"),
    ],
)
def test_evidence_that_cannot_be_read(evidence: list[Any], path: str, code: str) -> None:
    """One to twenty elements, with the four words."""
    assert problems("readiness", {"evidence": evidence}) == [(path, code)]
