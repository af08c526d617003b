"""The links that `build.py bench` opens: answers that the checks ask for, so that no empty form is measured."""

from urllib.parse import parse_qs

import pytest

from cor_calc.checks import CHECKS
from tools.bench import feel


@pytest.mark.parametrize("check", feel.FILLED)
def test_the_answers_are_ones_that_the_check_asks(check: str) -> None:
    """A question that is renamed is noticed here."""
    asked = {question.key for question in CHECKS[check].questions}
    assert set(parse_qs(feel.FILLED[check])) <= asked
