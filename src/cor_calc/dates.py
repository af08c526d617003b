"""Calendar months. Twelve months are not 365 days, and the 31st is not in every month."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

MONTHS_A_YEAR = 12
_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""The days that an answer may name. A date that follows from one may lie after them."""


@cache
def _length(year: int, month: int) -> int:
    """Return the days of a month."""
    return monthrange(year, month)[1]


def _month_at(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    return year, month + 1


def add_months(day: date, months: int) -> date:
    """Return the same day of the month `months` later (earlier if negative), clamped to that month's end."""
    year, month = _month_at(day, months)
    return date(year, month, min(day.day, _length(year, month)))


def add_days(day: date, days: int) -> date:
    """Return the day `days` later, earlier if negative."""
    return day + timedelta(days=days)


def earliest_full(records: date, months: int) -> date:
    """Return the first day D on which D minus `months` is not before `records`.

    30 November and 3 months give 1 March: counted back, 28 February is two months.
    """
    year, month = _month_at(records, months)
    last = _length(year, month)
    if records.day <= last:
        return date(year, month, records.day)
    return date(year, month, last) + timedelta(days=1)


def full_months(records: date, audit: date) -> int:
    """Return how many full months lie between the first day of the records and the audit; `audit` is not earlier."""
    months = (audit.year - records.year) * MONTHS_A_YEAR + audit.month - records.month
    return months if audit.day >= records.day else months - 1


def quarter_end(day: date) -> date:
    """Return the last day of the calendar quarter that a day lies in."""
    month = (day.month + 2) // 3 * 3
    return date(day.year, month, _length(day.year, month))


def in_words(day: date, *, year: bool = True) -> str:
    """Return the date as people write it: 22 November 2026, or without its year, 22 November."""
    return f"{day.day} {_MONTH_NAMES[day.month - 1]}" + (f" {day.year}" if year else "")
