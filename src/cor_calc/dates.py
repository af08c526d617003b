"""Calendar months. Twelve months are not 365 days, and the 31st is not in every month."""

from calendar import monthrange
from datetime import date, timedelta

_MONTHS = 12
_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _month_at(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return year, month + 1


def add_months(day: date, months: int) -> date:
    """Return the same day of the month `months` later (earlier if negative), clamped to that month's end."""
    year, month = _month_at(day, months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def first_day_full_months_after(day: date, months: int) -> date:
    """Return the first day that lies at least `months` full months after `day`.

    Counted back from it, the months never reach before `day`: where the target month
    has no such day, that is the first of the month after, not the month's end.
    """
    year, month = _month_at(day, months)
    if day.day <= monthrange(year, month)[1]:
        return date(year, month, day.day)
    return date(year, month, monthrange(year, month)[1]) + timedelta(days=1)


def full_months_certain_by(day: date, months: int) -> date:
    """Return a day by which `months` more full months have certainly passed since `day`.

    The last day of a short month may stand for the 29th to the 31st, so it is read as the 31st.
    """
    if day.day < monthrange(day.year, day.month)[1]:
        return first_day_full_months_after(day, months)
    year, month = _month_at(day, months)
    last = date(year, month, monthrange(year, month)[1])
    return last if last.day == 31 else last + timedelta(days=1)  # noqa: PLR2004


def day_after(day: date) -> date:
    """Return the next day."""
    return day + timedelta(days=1)


def in_words(day: date) -> str:
    """Return the date as people write it: 22 November 2026."""
    return f"{day.day} {_MONTH_NAMES[day.month - 1]} {day.year}"
