"""Whatever is typed ends in an outcome or in problems with known codes, and never in an exception."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cor_calc import check_json
from cor_calc.checks import KEYS
from cor_calc.edges.page.drawings import drawings_json
from cor_calc.engine.problems import CODES

from ..support.answers import RUBBISH, question_texts

FEW = settings(max_examples=60, deadline=None, derandomize=True)
TODAY = "2026-11-26"

pieces = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 110), st.floats(allow_nan=False), st.text(max_size=8), st.sampled_from(RUBBISH)
)  # fmt: skip
values = st.recursive(
    pieces,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["who", "kind", "ended", "name", "awarded", "possible", "x"]), inner, max_size=3
        ),
    ),
    max_leaves=8,
)


def read(check: str, text: str, on: str = TODAY) -> dict[str, Any]:
    """Return what comes of a text, known to be an outcome, which can be shown, or problems."""
    said = check_json(check, text, on)
    out: dict[str, Any] = json.loads(said)
    if "results" in out:
        json.loads(drawings_json(said))
    else:
        assert {problem["code"] for problem in out["problems"]} <= set(CODES)
    return out


@pytest.mark.parametrize("check", KEYS)
def test_answers_of_every_shape(check: str) -> None:
    """Under the keys that a check asks."""
    keys = st.sampled_from([*KEYS[check], "unknown"])

    @FEW
    @given(answers=st.dictionaries(keys, values, max_size=4))
    def tried(answers: dict[str, Any]) -> None:
        read(check, json.dumps(answers))

    tried()


@pytest.mark.parametrize("check", ["score", "readiness"])
def test_names_of_every_shape(check: str) -> None:
    """An element may be called anything, half of a character included; its name goes into the address of another check."""
    key, name, rest = {
        "score": ("elements", "name", {"awarded": 1, "possible": 2}),
        "readiness": ("evidence", "element", {"documents": "missing"}),
    }[check]

    @FEW
    @given(
        given=st.lists(st.text(st.characters(categories=["L", "Cs", "So", "Cc"]), max_size=3), min_size=1, max_size=3)
    )
    def tried(given: list[str]) -> None:
        assert "results" in read(check, json.dumps({key: [{name: each, **rest} for each in given]}))

    tried()


@FEW
@given(
    check=st.one_of(st.sampled_from(list(KEYS)), st.text(max_size=5)),
    text=st.text(max_size=40),
    on=st.text(max_size=11),
)
def test_texts_of_every_kind(check: str, text: str, on: str) -> None:
    """No JSON at all, no check and no day."""
    read(check, text, on)


def test_texts_with_a_slip() -> None:
    """Answers as a program writes them, with a character lost, doubled or exchanged."""
    for place, (check, text, on) in enumerate(question_texts(600, seed=13)):
        at = place * 7 % len(text)
        for slipped in (text[:at] + text[at + 1 :], text[:at] + text[at] + text[at:], text[:at] + "9" + text[at + 1 :]):
            read(check, slipped, on)
