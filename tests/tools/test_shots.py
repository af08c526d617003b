"""The states that `build.py shots` takes pictures of: every check in its main states, with answers that it asks."""

import tomllib
from urllib.parse import parse_qs

import pytest

from cor_calc.checks import KEYS
from tools import shots

TABLE = tomllib.loads(shots.TABLE.read_text(encoding="utf-8"))


def test_every_check_is_shown_in_its_main_states() -> None:
    """Empty, with problems, not started, and at least two answers."""
    assert set(TABLE["checks"]) == set(KEYS)
    for check in KEYS:
        names = [state.name for state in shots.states(TABLE, check) if state.subject == check]
        assert {"empty", "problems", "loading", "failed", "open"} < set(names)
        assert len(names) >= 6


@pytest.mark.parametrize("check", KEYS)
def test_the_answers_are_ones_that_the_check_asks(check: str) -> None:
    """A question that is renamed leaves no picture behind that shows less than it did."""
    asked = set(KEYS[check])
    for link in TABLE["checks"][check].values():
        assert set(parse_qs(link, keep_blank_values=True)) <= asked


def test_a_word_picks_the_states() -> None:
    """The name of a check, of a state, or both."""
    assert {state.name for state in shots.states(TABLE, "refund open")} == {"open"}
    assert {state.subject for state in shots.states(TABLE, "page")} == {"page"}
