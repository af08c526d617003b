"""The links that `build.py bench` opens: answers that the checks ask for, so that no empty form is measured."""

from tools.bench import links


def test_the_answers_are_ones_that_the_checks_ask() -> None:
    """Reading the links refuses a check that does not exist and a key that it does not ask."""
    assert links.load()
