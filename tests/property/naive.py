"""Plain second opinions: calendar arithmetic by stepping, and verdicts by trying everything."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

DAY = timedelta(days=1)


def later(day: date, months: int) -> date:
    """Return the same day so many calendar months later, or that month's last day."""
    year, month = day.year, day.month
    for _ in range(months):
        month += 1
        if month > 12:
            year, month = year + 1, 1
    return _existing(year, month, day.day)


def earlier(day: date, months: int) -> date:
    """Return the same day so many calendar months earlier, or that month's last day."""
    year, month = day.year, day.month
    for _ in range(months):
        month -= 1
        if month < 1:
            year, month = year - 1, 12
    return _existing(year, month, day.day)


def _existing(year: int, month: int, number: int) -> date:
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


def conflicts(ended: date, audit: date) -> bool:
    """Tell whether a tie that ended on a day is in the way of an audit on another."""
    return ended >= earlier(audit, 12)


def first_free(ends: Sequence[date]) -> date:
    """Return the day after the last one with a conflict, found by looking at every day."""
    start = max(ends)
    days = [start + DAY * n for n in range(-1, 400)]
    return max(day for day in days if any(conflicts(end, day) for end in ends)) + DAY


Domain = Mapping[str, Sequence[Any]]


def completions(given: Mapping[str, Any], domain: Domain) -> list[dict[str, Any]]:
    """Return every way to answer all questions that keeps what is given."""
    choices = [[given[key]] if key in given else list(values) for key, values in domain.items()]
    return [dict(zip(domain, values, strict=True)) for values in itertools.product(*choices)]


def judged(given: Mapping[str, Any], domain: Domain, verdict: Callable[[dict[str, Any]], Any]) -> tuple[Any, list[str]]:
    """Return the verdict that all completions share, or unknown, and the keys that can change it.

    A key can change it where two completions differ in that key alone and in their verdict.
    """
    every = completions(given, domain)
    by_answers = {repr(list(full.values())): verdict(full) for full in every}
    shared = set(by_answers.values())
    open_keys = []
    for key in domain:
        if key not in given:
            groups: dict[str, set[Any]] = {}
            for full in every:
                rest = repr([value for k, value in full.items() if k != key])
                groups.setdefault(rest, set()).add(by_answers[repr(list(full.values()))])
            if any(len(found) > 1 for found in groups.values()):
                open_keys.append(key)
    return (shared.pop() if len(shared) == 1 else "unknown"), open_keys


def partial_states(domain: Domain, blanks: Sequence[Any] = (None,)) -> list[dict[str, Any]]:
    """Return every partial state: each question answered with one of its values, or with a blank."""
    return [
        dict(zip(domain, values, strict=True))
        for values in itertools.product(*[[*blanks, *choices] for choices in domain.values()])
    ]


def answered(state: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is known in a state: neither left blank nor unsure."""
    return {key: value for key, value in state.items() if value not in (None, "unsure")}
