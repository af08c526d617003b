"""Days and months, by looking at one day after the other."""

from calendar import monthrange
from datetime import date, timedelta

DAY = timedelta(days=1)


def months_after(day: date, months: int) -> date:
    """Return the same day so many calendar months later (earlier, if negative), or that month's last day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def months_before(day: date, months: int) -> date:
    """Return the same day so many calendar months earlier, or that month's last day."""
    return months_after(day, -months)


def full_months(records: date, audit: date) -> int:
    """Return the largest number of months that can be counted back from the audit without passing the first day."""
    months = 0
    while months_before(audit, months + 1) >= records:
        months += 1
    return months


def earliest_full(records: date, months: int) -> date:
    """Return the first day from which so many months can be counted back without passing the first day."""
    day = months_after(records, months) - 4 * DAY
    while months_before(day, months) < records:
        day += DAY
    return day


def quarter_end(day: date) -> date:
    """Return the last day of the calendar quarter that a day is in."""
    if day.month <= 3:
        return date(day.year, 3, 31)
    if day.month <= 6:
        return date(day.year, 6, 30)
    if day.month <= 9:
        return date(day.year, 9, 30)
    return date(day.year, 12, 31)
