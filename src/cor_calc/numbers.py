"""Exact numbers: percents, points and money are whole hundredths, never binary floats."""

from functools import lru_cache

HUNDRED = 100
WHOLE = HUNDRED * HUNDRED
"""100% in hundredths of a percent."""


@lru_cache(1 << 10)
def hundredths(text: str) -> int:
    """Return a decimal text such as "79.9" in hundredths (7990). ValueError for more than two decimals."""
    whole, _, part = text.partition(".")
    if len(part) > len("00"):
        raise ValueError(text)
    return int(whole) * HUNDRED + int((part + "00")[:2])


def two_decimals(value: int) -> str:
    """Return hundredths as text with two decimals: 7990 is "79.90"."""
    return f"{value // HUNDRED}.{value % HUNDRED:02d}"


def plain(value: int) -> str:
    """Return hundredths as people write them: 8000 is "80", 7990 is "79.9", 123450 is "1,234.5"."""
    whole, part = divmod(value, HUNDRED)
    return f"{whole:,}.{part:02d}".rstrip("0").rstrip(".")


def money(value: int) -> str:
    """Return cents as people write dollars: 125050 is "$1,250.50"."""
    return f"${value // HUNDRED:,}.{value % HUNDRED:02d}"


def counted(value: int, unit: str) -> str:
    """Return hundredths with their unit, singular for exactly one: "1 point", "12.5 points"."""
    return f"{plain(value)} {unit.removesuffix('s') if value == HUNDRED else unit}"


def percent_of(part: int, whole: int) -> int:
    """Return part / whole in hundredths of a percent, cut and never rounded. `whole` is above zero."""
    return part * WHOLE // whole


def part_needed(line: int, whole: int) -> int:
    """Return the least part that is at least `line` hundredths of a percent of `whole`."""
    return -(-line * whole // WHOLE)


def listed(words: list[str], last: str = "and") -> str:
    """Return words as people list them: "a", "a and b", "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""
