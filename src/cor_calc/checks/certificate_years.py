"""The years of a certificate: when it expires, and by when each maintenance audit is due."""

from collections.abc import Iterable
from datetime import date

from cor_calc.dates import MONTHS_A_YEAR, add_days, add_months, in_words, quarter_end
from cor_calc.engine.check import Notice, Result, Step
from cor_calc.engine.judging import Calc, DateRule, Found, Settled
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import Answers
from cor_calc.engine.words import capital
from cor_calc.law import Book

CERTIFICATE, CERTIFIED, AUDITED = "certificate", "certified_on", "certification_audit_ended"
STANDARD, ONE_YEAR = "standard", "one_year"
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


def sent_in_to(book: Book) -> str:
    """Return the short name of a partner whose day is the one to send the audit in by; "" for every other."""
    return book.law.partners[book.partner].short if book.partner and book.values.get("maintenance-sent-in") else ""


def due_words(book: Book, day: date) -> str:
    """Return by when an audit is due, as it stands behind its name: "sent in to AMHSA by 1 December 2026"."""
    to = sent_in_to(book)
    return f"sent in to {to} by {in_words(day)}" if to else f"by {in_words(day)}"


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

    def title(_rule: str, book: Book, _day: date) -> str:
        to = sent_in_to(book)
        return f"{words} maintenance audit: last day to send it in to {to}" if to else f"{words} maintenance audit: due"

    return DateRule(
        name=f"{name}_by",
        label=f"{words} maintenance audit",
        title=title,
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

AFTER_EXPIRY = (
    Step("What to do when a certificate has expired", "employers/expired/"),
    Step("See what a new certification needs", "check/certification/"),
)
"""What to do once a certificate has expired."""


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


def sent_in(result: Result, latest: date | None) -> Iterable[Notice]:
    """Yield the notice on a last day by which the audit, report included, is to be sent in; None for no such day.

    The note of a partner's own version says when it named the day, as a whole sentence.
    """
    fact = result.book.get("maintenance-sent-in")
    if latest is None or fact is None or not sent_in_to(result.book):
        return
    short, report = sent_in_to(result.book), result.book.facts["report-days"].shown()
    text = f"{short} asks for the audit to be sent in by {in_words(latest)}, report included."
    if latest >= result.day:
        text = f"{text} Field work that ends on that day is too late for it: a report may take {report}."
    if latest >= result.day and fact.note:
        text = f"{text} {fact.note} Ask whether it still holds."
    yield Notice("sent_in", f"{text}{more_time(result, latest, f'before {in_words(latest)}')}")


def more_time(result: Result, latest: date, when: str) -> str:
    """Return whom to ask for more time, and when; "" from the last day on, and where a partner names no more time."""
    if not result.partner or not result.book.values.get("maintenance-more-time") or latest <= result.day:
        return ""
    return f" If you need more time, ask {result.law.partners[result.partner].short} {when}."


def next_latest(result: Result) -> date | None:
    """Return the last day of the first year of maintenance that is neither done nor over."""
    if result.answers.get(CERTIFICATE) != STANDARD or CERTIFIED not in result.answers:
        return None
    for year in MAINTENANCE:
        latest = latest_of(result.answers, result.book, year)
        if latest is not None and latest >= result.day and not done(result.answers, result.book, year):
            return latest
    return None


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
