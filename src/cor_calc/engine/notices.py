"""Notices that several checks give, and when a score is close enough to its pass mark for one."""

from collections.abc import Iterable
from datetime import date

from cor_calc.engine.check import Notice, Result
from cor_calc.engine.questions import Answers
from cor_calc.law import Book
from cor_calc.numbers import HUNDRED, WHOLE, hundredths, listed

EXPIRED = "expired"
"""The code of the notice under which nothing is shown as won."""

Near = tuple[str, int, int, int]
"""A score against its pass mark: its name, part, whole, and the mark in hundredths of a percent."""


def near_line(scores: Iterable[Near], book: Book) -> Iterable[Notice]:
    """Yield the notice on scores at most the margin below their pass mark, compared exactly."""
    margin = hundredths(str(book["near-line-margin"]))
    near = [name for name, part, whole, mark in scores if (mark - margin) * whole <= part * WHOLE < mark * whole]
    if near:
        text = f"Just below the pass mark: {listed(near)}. We never round up. Ask how your certifying partner rounds."
        yield Notice("near_line", text)


def looks_like_fraction(scores: Iterable[tuple[str, object]]) -> Iterable[Notice]:
    """Yield the notice on percents above 0 and at most 1, which look as if a fraction was meant."""
    small = [name for name, score in scores if isinstance(score, int) and 0 < score <= HUNDRED]
    if small:
        text = f"Read as less than or equal to one percent: {listed(small)}. If 0.85 means 85%, enter 85."
        yield Notice("looks_like_fraction", text)


def expired(results: Iterable[Result], day: date) -> Iterable[Notice]:
    """Yield the notice on a certificate whose last day lies before today."""
    ends = [end for result in results if (end := result.date("expires_on"))]
    if any(end < day for end in ends):
        text = "This certificate has expired: whatever else is said here counts only after a new certification audit."
        yield Notice(EXPIRED, text)


def audit_year(answers: Answers, book: Book) -> Iterable[Notice]:
    """Yield the notice on a certificate of the first months of a year: its audit may have ended in the year before."""
    certified = answers.get("certified_on")
    if (
        answers.get("certificate") == "standard"
        and certified is not None
        and certified.month <= book.number("audit-of-the-year-before")
        and "certification_audit_ended" not in answers
    ):
        text = (
            f"If the certification audit ended in {certified.year - 1}, the years of maintenance count from that year. "
            "Enter the last day of the certification audit to be sure."
        )
        yield Notice("audit_year", text)
