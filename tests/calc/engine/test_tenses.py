"""Which dates to act on next: one rule for the page of a check, the table of many rows and the headline of a plan."""

from datetime import date

from cor_calc.engine.tenses import Dated, next_dates

from ...support.asking import table


@table(
    "given following",
    [
        (["overdue 2026-01-01"], ["overdue 2026-01-01"], "an overdue day comes first"),
        (["overdue 2026-01-01", "due 2026-12-31", "opens 2026-12-01"], ["overdue 2026-01-01", "opens 2026-12-01"],
         "and beside it stands what opens"),
        (["overdue 2026-01-01", "due 2026-12-31"], ["overdue 2026-01-01", "due 2026-12-31"], "or the next last day"),
        (["opens 2026-12-01", "due 2027-01-01", "due 2027-05-01"], ["due 2027-01-01", "opens 2026-12-01"],
         "of two last days the first"),
        (["due 2027-05-01", "ends 2027-01-01"], ["ends 2027-01-01", "due 2027-05-01"], "an end before it presses more"),
        (["due 2027-01-01", "ends 2027-05-01"], ["due 2027-01-01", "ends 2027-05-01"], "an end after it presses less"),
        (["open_since 2026-03-01", "open_since 2026-09-01", "opens 2027-01-01"],
         ["open_since 2026-09-01", "opens 2027-01-01"], "of two that are possible already the newest"),
        (["done 2026-03-01", "missed 2026-09-01", "passed 2026-09-02"], [], "nothing can be done about what is over"),
        ([], [], "nothing"),
    ],
)  # fmt: skip
def test_next_dates(given: list[str], following: list[str]) -> None:
    """At most two, what presses most first, in whatever order they come."""
    dates = [Dated(text, date.fromisoformat(text.split()[1]), text.split()[0]) for text in given]
    for some in (dates, dates[::-1]):
        assert [each.name for each in next_dates(some)] == following
