"""Months, quarters and full months against a calendar walked day by day."""

from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cor_calc.dates import add_days, add_months, earliest_full, full_months, quarter_end

DAY = timedelta(days=1)
MANY = settings(max_examples=300, deadline=None, derandomize=True)

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2150, 12, 31))
month_ends = st.builds(lambda day: day.replace(day=1) - DAY, days)
leap_days = st.integers(min_value=488, max_value=537).map(lambda n: date(4 * n, 2, 28)).filter(lambda d: d.year != 2100)
any_day = st.one_of(days, month_ends, leap_days, leap_days.map(lambda day: day + DAY))
months = st.integers(min_value=0, max_value=48)


def walked(day: date, number: int) -> date:
    """Return the same day so many months later, or earlier, month by month; the month's last day where it has none."""
    year, month = day.year, day.month
    for _ in range(abs(number)):
        month += 1 if number > 0 else -1
        if month in {0, 13}:
            year, month = (year - 1, 12) if month == 0 else (year + 1, 1)
    last = (date(year + month // 12, month % 12 + 1, 1) - DAY).day
    return date(year, month, min(day.day, last))


@MANY
@given(day=any_day, number=st.integers(min_value=-48, max_value=48))
@example(day=date(2024, 2, 29), number=12)
@example(day=date(2025, 8, 31), number=6)
def test_months_later_and_earlier(day: date, number: int) -> None:
    """The month's end clamps."""
    assert add_months(day, number) == walked(day, number)


@MANY
@given(records=any_day, number=months)
@example(records=date(2025, 11, 30), number=3)
def test_the_first_day_with_so_many_full_months(records: date, number: int) -> None:
    """On it, counted back, the records are that long; a day earlier they are not; nor is any later day too short."""
    first = earliest_full(records, number)
    assert walked(first, -number) >= records
    assert walked(first - DAY, -number) < records
    assert all(walked(first + DAY * n, -number) >= records for n in range(70))


@MANY
@given(records=any_day, wait=st.integers(min_value=0, max_value=1500))
@example(records=date(2024, 2, 29), wait=365)
def test_full_months(records: date, wait: int) -> None:
    """The most months that, counted back from the audit, do not lead before the records."""
    audit = records + DAY * wait
    found = full_months(records, audit)
    assert walked(audit, -found) >= records
    assert walked(audit, -found - 1) < records
    assert earliest_full(records, found) <= audit < earliest_full(records, found + 1)


@MANY
@given(day=any_day)
def test_quarters(day: date) -> None:
    """The last day of March, June, September or December that is not before the day."""
    end = day
    while not (end.month in {3, 6, 9, 12} and (end + DAY).day == 1):
        end += DAY
    assert quarter_end(day) == end


@MANY
@given(day=any_day, number=st.integers(min_value=-400, max_value=400))
def test_days(day: date, number: int) -> None:
    """One after another."""
    assert add_days(day, number) - day == DAY * number
