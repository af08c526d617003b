"""How an outcome shows a value."""

from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any


def cut(value: Fraction) -> str:
    """Return a number with two decimals, cut, not rounded."""
    return hundredths(floor(value * 100))


def lifted(value: Fraction) -> str:
    """Return a number with two decimals, rounded up."""
    return hundredths(ceil(value * 100))


def hundredths(count: int) -> str:
    """Return so many hundredths as a decimal text."""
    return f"{count // 100}.{count % 100:02d}"


def shown(value: Any) -> Any:
    """Return an answer as an outcome shows it; what is unknown inside a list is null."""
    if isinstance(value, list):
        return [shown(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return cut(value)
    return value
