"""Refund: what could the refund of the Partnerships in Injury Reduction program be? An estimate."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from cor_calc.engine.check import Check, Result, Step
from cor_calc.engine.conditions import NOT_COVERED
from cor_calc.engine.judging import Subject, Worked
from cor_calc.engine.questions import Answers
from cor_calc.law import Book
from cor_calc.numbers import HUNDRED, WHOLE, hundredths, money, plain, two_decimals

PROGRAM, PREMIUM, INDUSTRIES, YEAR = "program", "industry_rated_premium", "industries", "refund_year"
IMPROVEMENT, LEADER = "improvement_percent", "leader_percent"
_RATE_PER = 100


def premium(answers: Answers) -> Fraction | None:
    """Return the industry-rated premium in cents, exact; None while neither it nor all industries are known."""
    if PREMIUM in answers:
        return Fraction(answers[PREMIUM])
    rows = answers.get(INDUSTRIES, (None,))
    if not all(row and {"earnings", "rate"} <= row.keys() for row in rows):
        return None
    return sum((Fraction(row["earnings"] * row["rate"], _RATE_PER * HUNDRED) for row in rows), Fraction(0))


def _not_covered(answers: Answers) -> bool:
    return answers.get(PROGRAM) == "secor" and answers.get(YEAR) == "first"


def _decides(answers: Answers) -> tuple[str | None, tuple[str, ...]]:
    if _not_covered(answers):
        return NOT_COVERED, ()
    needed = ((PREMIUM, premium(answers)), (YEAR, answers.get(YEAR)))
    return None, tuple([key for key, value in needed if value is None])


def _figures(answers: Answers, book: Book, _day: date, _stage: str | None) -> dict[str, str | int]:
    whole = premium(answers)
    if whole is None or YEAR not in answers or _not_covered(answers):
        return {}
    base = "refund-first-year" if answers[YEAR] == "first" else "refund-maintained-year"
    most = hundredths(str(book["refund-most"]))
    percent = min(most, max(hundredths(str(book[base])), answers.get(IMPROVEMENT, 0), answers.get(LEADER, 0)))
    return {
        "percent": two_decimals(percent),
        "refund": two_decimals(int(whole * percent / WHOLE)),
        "refund_most": two_decimals(int(whole * most / WHOLE)),
    }


def _cases(book: Book) -> tuple[Worked, ...]:
    known = {PREMIUM: WHOLE, YEAR: "maintained"}
    ids = ("refund-first-year", "refund-maintained-year", "refund-most")
    first, later, most = (book.facts[name].shown() for name in ids)
    better = hundredths(str(book["refund-maintained-year"])) + HUNDRED
    return (
        Worked("the first year of a COR", f"{first} of the premium", {**known, YEAR: "first"}, "refund-first-year"),
        Worked("a later year, maintained", f"{later} of the premium", known, "refund-maintained-year"),
        Worked(
            "better claims, or leading the industry",
            "that percent, where it is higher",
            {**known, IMPROVEMENT: better},
            "refund-highest-measure",
        ),
        Worked("more than the most", f"{most} of the premium", {**known, IMPROVEMENT: WHOLE}, "refund-most"),
        Worked(
            "the first year of a SECOR",
            "not published",
            {**known, PROGRAM: "secor", YEAR: "first"},
            "refund-secor-first-year",
        ),
    )


SUBJECT = Subject(
    name="refund",
    words="the refund",
    figures=_figures,
    figure_names=("percent", "refund", "refund_most"),
    decides=_decides,
    cases=_cases,
)


def headline(result: Result) -> str | None:
    """Return the estimate and the range up to the most."""
    if result.verdict == NOT_COVERED:
        return f"{result.book.facts['refund-secor-first-year'].sentence()} Ask WCB-Alberta."
    if not result.figures:
        missing = {PREMIUM: "the industry-rated premium, or your industries", YEAR: "which year it is"}
        return f"Enter {' and '.join(missing[key] for key in result.decision.open)}: the estimate follows."
    refund, most = (money(hundredths(str(result.figures[name]))) for name in ("refund", "refund_most"))
    share = plain(hundredths(str(result.figures["percent"])))
    upto = f", and up to {most} with better claims" if refund != most else ", the most there is"
    base = money(int(premium(result.answers) or 0))
    year = result.day.year
    paid = f"The refund for a year is paid in the next one: for {year}, in {year + 1}."
    return f"About {refund}: {share}% of the premium of {base}{upto}. {paid}"


def steps(_result: Result) -> Iterable[Step]:
    """Yield what to do next."""
    yield Step("Read how the refund is worked out, and what can stop it", "employers/refund/")
    yield Step("See whether your certificate is safe: without it there is no refund", "check/cycle/")


def _assumes(result: Result) -> Iterable[str]:
    if result.figures:
        yield from (
            "refund-base",
            "refund-highest-measure",
            "refund-first-year",
            "refund-maintained-year",
            "refund-most",
        )


CHECK = Check(
    name="refund",
    title="What could the refund be?",
    summary="Estimate the yearly refund that a valid COR earns from WCB-Alberta.",
    keys=(PROGRAM, PREMIUM, INDUSTRIES, YEAR, IMPROVEMENT, LEADER),
    subjects=lambda _law, _day: (SUBJECT,),
    headline=headline,
    steps=steps,
    assumes=_assumes,
)
