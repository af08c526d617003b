"""What the rules are made of are values: the same ones answer every question of a visit, so nothing may change them."""

from dataclasses import is_dataclass
from importlib import import_module
from pkgutil import iter_modules

import pytest

import cor_calc
from cor_calc.engine.problems import Problems

ROOMS = ("law", "engine", "checks")
COLLECTS = {Problems}
"""What is filled while answers are read."""
VALUES = [
    pytest.param(each, id=f"{room} {each.__name__}")
    for room in ROOMS
    for module in iter_modules([f"{path}/{room}" for path in cor_calc.__path__])
    for each in vars(import_module(f"cor_calc.{room}.{module.name}")).values()
    if isinstance(each, type) and is_dataclass(each) and each.__module__ == f"cor_calc.{room}.{module.name}"
    if each not in COLLECTS
]


@pytest.mark.parametrize("value", VALUES)
def test_a_value_cannot_be_changed(value: type) -> None:
    """Neither one of its parts, nor by a part that it has not."""
    assert value.__dataclass_params__.frozen
    assert "__slots__" in vars(value)


def test_the_values_are_found() -> None:
    """In each room but that of the checks, which are made of the engine's."""
    assert {param.id.split()[0] for param in VALUES} == {"law", "engine"}
