"""The years of a certificate: when it expires, and by when each maintenance audit is due."""

from collections.abc import Iterable
from datetime import date

from cor_calc.dates import add_days, add_months, quarter_end
from cor_calc.engine.check import Notice, Result
from cor_calc.engine.judging import Calc, DateRule, Found, Settled
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import Answers
from cor_calc.engine.words import capital
from cor_calc.law import Book

CERTIFICATE, CERTIFIED, AUDITED = "certificate", "certified_on", "certification_audit_ended"
STANDARD, ONE_YEAR = "standard", "one_year"
MONTHS_A_YEAR = 12
MAINTENANCE = {1: "first_maintenance", 2: "second_maintenance"}
"""The years of maintenance: the question whether each is done, which is also the stage in which it is next."""

_ORDINALS = {1: "first", 2: "second"}


def stage_of(year: int | None) -> str | None:
    """Return the stage of a year of maintenance, None for none."""
    return MAINTENANCE.get(year or 0)


def ordinal(year: int) -> str:
    """Return a year of maintenance as it stands before its name: "first"."""
    return _ORDINALS.get(year, f"{year}th")


def term(words: tuple[str, ...], year: int, anniversary: date) -> date:
    """Return the earliest of a due date's terms within a calendar year; none lies after its last day."""
    days = []
    for word in words:
        if word == "anniversary":
            days.append(anniversary)
        elif word == "quarter_end":
            days.append(quarter_end(anniversary))
        else:
            days.append(date.fromisoformat(f"{year}-{word}"))
    return min(*days, date(year, 12, 31))


def calendar_year(answers: Answers, year: int) -> int:
    """Return the calendar year of the first or second year of maintenance; `certified_on` is known."""
    audited: date = answers.get(AUDITED, answers[CERTIFIED])
    return audited.year + year


def due(answers: Answers, book: Book, year: int, parameter: str) -> date | None:
    """Return when a year's audit is due by a parameter; None where that year asks for none. `certified_on` is known."""
    if year not in years(book):
        return None
    certified: date = answers[CERTIFIED]
    anniversary = add_months(certified, MONTHS_A_YEAR * year)
    calendar = calendar_year(answers, year)
    latest = term(_terms(book, "maintenance-due-latest"), calendar, anniversary)
    return None if latest <= certified else term(_terms(book, parameter), calendar, anniversary)


def _terms(book: Book, parameter: str) -> tuple[str, ...]:
    value = book[parameter]
    return value if isinstance(value, tuple) else (str(value),)


def latest_of(answers: Answers, book: Book, year: int) -> date | None:
    """Return the last day of a year's audit, None where that year asks for none."""
    return due(answers, book, year, "maintenance-due-latest")


def years(book: Book) -> range:
    """Return the years of maintenance, counted from 1."""
    return range(1, book.number("maintenance-years") + 1)


def year_of(answers: Answers, book: Book, audit: date) -> int | None:
    """Return the year of maintenance that an audit is in, None where it is in none. `certified_on` is known."""
    if audit <= answers[CERTIFIED]:
        return None
    year = audit.year - calendar_year(answers, 0)
    return year if year in years(book) else None


def first_day_of_year_1(answers: Answers) -> date:
    """Return the first day on which an audit is in year 1."""
    return max(date(calendar_year(answers, 1), 1, 1), add_days(answers[CERTIFIED], 1))


def expires(answers: Answers, book: Book, _day: date) -> Found | None:
    """Return the certificate's last day, on which it still holds."""
    if CERTIFICATE not in answers or CERTIFIED not in answers:
        return None
    rule = "standard-certificate-years" if answers[CERTIFICATE] == STANDARD else "one-year-certificate-years"
    return add_months(answers[CERTIFIED], MONTHS_A_YEAR * book.number(rule)), (rule,)


def done(answers: Answers, book: Book, year: int) -> bool:
    """Return whether a year's audit was accepted in time, by the user's word. `certified_on` is known."""
    given = answers.get(MAINTENANCE[year])
    latest = latest_of(answers, book, year)
    return isinstance(given, date) and latest is not None and year_of(answers, book, given) == year and given <= latest


def _due(year: int, parameter: str) -> Calc:
    def calc(answers: Answers, book: Book, _day: date) -> Found | None:
        if answers.get(CERTIFICATE) != STANDARD or CERTIFIED not in answers:
            return None
        day = due(answers, book, year, parameter)
        return None if day is None else (day, (parameter,))

    return calc


def _settled(year: int) -> Settled:
    def settled(answers: Answers, book: Book, then: date, day: date) -> str | None:
        if done(answers, book, year):
            return "done"
        if then >= day or MAINTENANCE[year] not in answers:
            return None
        latest = latest_of(answers, book, year)
        return "missed" if latest is None or latest < day else "overdue"

    return settled


def _due_date(year: int) -> DateRule:
    name, words = MAINTENANCE[year], capital(ordinal(year))
    return DateRule(
        name=f"{name}_by",
        label=f"{words} maintenance audit: due by",
        calc=_due(year, "maintenance-due-by"),
        settled=_settled(year),
        facts=("maintenance-due-by", "maintenance-due-latest", "maintenance-years"),
        latest=_due(year, "maintenance-due-latest"),
        latest_name=f"{name}_latest",
        latest_label=f"{words} maintenance audit: last day",
        assumes=("maintenance-year-counted-from",),
    )


EXPIRES = DateRule(
    name="expires_on",
    label="The certificate expires",
    calc=expires,
    ends=True,
    facts=("standard-certificate-years", "one-year-certificate-years"),
    assumes=("certificate-last-day",),
)
DATES = (EXPIRES, *(_due_date(year) for year in MAINTENANCE))


def note_contradictions(answers: Answers, book: Book, problems: Problems) -> None:
    """Note a certification audit that ended after the date on the certificate, or too long before it."""
    certified, audited = answers.get(CERTIFIED), answers.get(AUDITED)
    if certified is None or audited is None:
        return
    if audited > certified:
        message = "Check the two dates: the certification audit ended after the date on the certificate."
        problems.note(AUDITED, "contradiction", message)
    elif audited < add_months(certified, -book.number("certificate-after-audit")):
        most = book.facts["certificate-after-audit"].shown()
        message = f"Check the two dates: the certification audit ended more than {most} before the certificate."
        problems.note(AUDITED, "contradiction", message)


def month_is_safer(result: Result) -> Iterable[Notice]:
    """Yield the notice on a partner that gave a quarter for the last day, and names a month today."""
    latest = result.book.get("maintenance-due-latest")
    ahead = any(found.name.endswith("maintenance_latest") and found.day >= result.day for found in result.dates)
    if result.partner and latest and latest.value == ("quarter_end",) and ahead:
        yield Notice("month_is_safer", f"Keep to the month of the certificate to be safe. {latest.sentence()}")


def assumed(answers: Answers) -> Iterable[str]:
    """Yield the reading that the certificate's date stands for the last day of the audit, where it does."""
    if CERTIFIED in answers and AUDITED not in answers and answers.get(CERTIFICATE) == STANDARD:
        yield "certification-audit-unknown"
