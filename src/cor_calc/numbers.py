"""Exact numbers: percents, points and money are whole hundredths, never binary floats."""

HUNDRED = 100
WHOLE = HUNDRED * HUNDRED  # 100% in hundredths of a percent


def hundredths(text: str) -> int:
    """Return a decimal text such as "79.9" in hundredths (7990). At most two decimals; ValueError otherwise."""
    whole, _, part = text.partition(".")
    if len(part) > len("00"):
        raise ValueError(text)
    return int(whole) * HUNDRED + int((part + "00")[:2])


def two_decimals(value: int) -> str:
    """Return hundredths as text with two decimals: 7990 is "79.90"."""
    return f"{value // HUNDRED}.{value % HUNDRED:02d}"


def plain(value: int) -> str:
    """Return hundredths as people write them: 8000 is "80", 7990 is "79.9"."""
    return two_decimals(value).rstrip("0").rstrip(".")


def percent_of(part: int, whole: int) -> int:
    """Return part / whole in hundredths of a percent, cut and never rounded. `whole` is above zero."""
    return part * WHOLE // whole


def part_needed(line: int, whole: int) -> int:
    """Return the least part that is at least `line` hundredths of a percent of `whole`."""
    return -(-line * whole // WHOLE)
