"""Score: from an audit's points to a pass. Sums and shares are exact; nothing is rounded up."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from cor_calc.engine.check import Check, Notice, Result, Step
from cor_calc.engine.conditions import NO, NOT_COVERED, YES, Case, Condition, Say, limit_of
from cor_calc.engine.judging import Elements, Figures, Subject
from cor_calc.engine.notices import near_line
from cor_calc.engine.questions import Answers
from cor_calc.engine.words import capital
from cor_calc.law import Book
from cor_calc.numbers import HUNDRED, WHOLE, counted, listed, part_needed, percent_of, plain, two_decimals

ELEMENTS = "elements"
_NAMED = 3
"""The most failing elements that a sentence names."""
Points = tuple[int, int]
"""Points awarded and points possible, in hundredths."""


def points(row: Answers | None) -> Points | None:
    """Return an element's points, or None while they are not known. 0 possible needs no points awarded."""
    if row is None or "possible" not in row:
        return None
    if row["possible"] == 0:
        return 0, 0
    return (row["awarded"], row["possible"]) if "awarded" in row else None


def every_points(answers: Answers) -> list[Points] | None:
    """Return the points of all elements, or None while those of one are not known."""
    found = [points(row) for row in answers.get(ELEMENTS, (None,))]
    known = [each for each in found if each is not None]
    return known if len(known) == len(found) else None


def total(each: Iterable[Points]) -> Points:
    """Return the sums of the points awarded and of those possible."""
    pairs = list(each)
    return sum(awarded for awarded, _ in pairs), sum(possible for _, possible in pairs)


def reaches(of: Points, mark: int) -> bool:
    """Return whether the exact share is at least a mark, in hundredths of a percent."""
    return of[0] * WHOLE >= mark * of[1]


def missing(of: Points, mark: int) -> int:
    """Return the hundredths of points that a mark still needs, rounded up; 0 when it is reached."""
    return max(0, part_needed(mark, of[1]) - of[0])


def _overall(parameter: str) -> Condition:
    def test(answers: Answers, book: Book, _day: date) -> Say:
        each = every_points(answers)
        if each is None:
            return (ELEMENTS,)
        whole = total(each)
        if not whole[1]:
            return NOT_COVERED
        return YES if reaches(whole, limit_of(book, parameter, scaled=True)) else NO

    def cases(book: Book) -> tuple[Case, ...]:
        mark = limit_of(book, parameter, scaled=True)
        return (
            Case(f"{plain(mark)}% or more of all points", YES, _one(mark, WHOLE)),
            Case("less", NO, _one(mark - 1, WHOLE)),
            NO_POINTS,
            Case("points of an element are not known", (ELEMENTS,), {}),
        )

    def short(answers: Answers, book: Book, _day: date) -> str:
        whole = total(every_points(answers) or [])
        if not whole[1]:
            return NO_POINTS_SHORT
        gap = missing(whole, limit_of(book, parameter, scaled=True))
        share = plain(percent_of(*whole))
        verb = "is" if gap == HUNDRED else "are"
        return f"the overall score is {share}% and must be {{{parameter}}}: {counted(gap, 'points')} {verb} missing"

    return Condition(
        rule=parameter,
        keys=(ELEMENTS,),
        facts=(parameter,),
        test=test,
        needs=f"at least {{{parameter}}} overall",
        cases=cases,
        short=short,
        answer=_overall_answer,
        assumes=("scores-not-rounded", "score-not-applicable"),
    )


def _one(awarded: int, possible: int) -> dict[str, Any]:
    return {ELEMENTS: ({"awarded": awarded, "possible": possible},)}


NO_POINTS = Case("no points apply", NOT_COVERED, _one(0, 0))
NO_POINTS_SHORT = "no points apply, and no source says how such an audit is scored"


def _overall_answer(answers: Answers, _book: Book) -> str | None:
    each = every_points(answers)
    whole = total(each) if each else (0, 0)
    return f"{plain(percent_of(*whole))}%: {plain(whole[0])} of {counted(whole[1], 'points')}" if whole[1] else None


def _low(answers: Answers, book: Book) -> list[tuple[str, Points]]:
    mark = limit_of(book, "element-pass-mark", scaled=True)
    each = every_points(answers) or []
    named = zip(
        (name_of(row, place) for place, row in enumerate(answers.get(ELEMENTS, ()), start=1)), each, strict=False
    )
    return [(name, of) for name, of in named if of[1] and not reaches(of, mark)]


def name_of(row: Answers | None, place: int) -> str:
    """Return an element's name, or its number where it has none."""
    return (row or {}).get("name") or f"element {place}"


def _every(answers: Answers, book: Book, _day: date) -> Say:
    each = every_points(answers)
    if each is None:
        return (ELEMENTS,)
    if not total(each)[1]:
        return NOT_COVERED
    return NO if _low(answers, book) else YES


def _every_cases(book: Book) -> tuple[Case, ...]:
    mark = limit_of(book, "element-pass-mark", scaled=True)
    return (
        Case(f"{plain(mark)}% or more of the points of each element that applies", YES, _one(mark, WHOLE)),
        Case("less in one", NO, _one(mark - 1, WHOLE)),
        NO_POINTS,
        Case("points of an element are not known", (ELEMENTS,), {}),
    )


def _every_short(answers: Answers, book: Book, _day: date) -> str:
    low = _low(answers, book)
    if not low:
        return NO_POINTS_SHORT
    mark = limit_of(book, "element-pass-mark", scaled=True)
    said = [
        f"{name} has {plain(percent_of(*of))}% and needs {counted(missing(of, mark), 'points')} more"
        for name, of in low
    ]
    short_overall = not reaches(
        total(every_points(answers) or []), limit_of(book, OVERALL["certification"].rule, scaled=True)
    )
    return f"{listed(said)}{', which count among those missing overall' if short_overall else ''}"


OVERALL = {"certification": _overall("overall-pass-mark"), "maintenance": _overall("maintenance-pass-mark")}
EVERY = Condition(
    rule="element-pass-mark",
    keys=(ELEMENTS,),
    facts=("element-pass-mark",),
    test=_every,
    needs="at least {element-pass-mark} in every element that applies",
    cases=_every_cases,
    short=_every_short,
    answer=lambda answers, book: f"{len(_low(answers, book))} below" if every_points(answers) else None,
    assumes=("scores-not-rounded", "score-not-applicable"),
)
_CONDITIONS = {"certification": (OVERALL["certification"], EVERY), "maintenance": (OVERALL["maintenance"],)}


def _figures(name: str) -> Figures:
    def figures(answers: Answers, book: Book, _day: date, _stage: str | None) -> dict[str, str | int]:
        each = every_points(answers)
        whole = total(each) if each is not None else (0, 0)
        if not whole[1]:
            return {}
        gap = missing(whole, limit_of(book, OVERALL[name].rule, scaled=True))
        return {"overall": two_decimals(percent_of(*whole)), "points_to_pass": two_decimals(gap)}

    return figures


def _rows(name: str) -> Elements:
    def rows(answers: Answers, book: Book) -> list[dict[str, Any]]:
        mark = limit_of(book, "element-pass-mark", scaled=True) if name == "certification" else 0
        return [_row(row, mark) for row in answers.get(ELEMENTS, ())]

    return rows


def _row(row: Answers | None, mark: int) -> dict[str, Any]:
    of = points(row)
    gap = two_decimals(missing(of, mark)) if of is not None else None if mark else two_decimals(0)
    share = two_decimals(percent_of(*of)) if of is not None and of[1] else None
    return {"name": (row or {}).get("name"), "percent": share, "points_to_pass": gap}


def _subject(name: str, words: str) -> Subject:
    return Subject(
        name=name,
        words=words,
        conditions=_CONDITIONS[name],
        figures=_figures(name),
        figure_names=("overall", "points_to_pass"),
        elements=_rows(name),
    )


SUBJECTS = (_subject("certification", "a certification audit"), _subject("maintenance", "a maintenance audit"))


def headline(result: Result) -> str | None:
    """Return the answer for a yes."""
    if result.verdict == YES:
        share = plain(percent_of(*total(every_points(result.answers) or [])))
        return f"Yes: with {share}% overall these points pass as {result.subject.words}."
    if result.tone == "open":
        ask = "Still open: enter the points awarded and the points possible of every element."
        return f"{_certain(result)}{ask}" if result.subject.name == "certification" else ask
    return None


def _certain(result: Result) -> str:
    """Return what fails already, while the points of other elements are not known; "" for nothing."""
    mark = limit_of(result.book, "element-pass-mark", scaled=True)
    said = []
    for place, row in enumerate(result.answers.get(ELEMENTS, ()), start=1):
        of = points(row)
        if of is not None and of[1] and not reaches(of, mark):
            said.append(f"{name_of(row, place)} has {plain(percent_of(*of))}%")
    if not said:
        return ""
    low = listed(said) if len(said) <= _NAMED else f"{len(said)} elements are too low"
    needs = f"every element needs {plain(mark)}%, whatever the rest scores"
    return f"{capital(result.subject.words)} fails already: {low}, and {needs}. "


def steps(result: Result) -> Iterable[Step]:
    """Yield what to do next."""
    yield Step("Read how an audit is scored", "auditors/scoring/")
    if result.figures:
        return  # a door takes the scores along (edges/page/doors.py)
    if result.subject.name == "maintenance":
        yield Step("Check the day and the auditor of the maintenance audit", "check/maintenance/")
    else:
        yield Step("Check the other conditions for a certificate", "check/certification/")


def _notices(answers: Answers, results: tuple[Result, ...]) -> Iterable[Notice]:
    book, each = results[0].book, every_points(answers)
    scores = []
    if each is not None:
        for result in results:
            mark = limit_of(book, OVERALL[result.subject.name].rule, scaled=True)
            scores.append((f"the overall score for {result.subject.words}", *total(each), mark))
    mark = limit_of(book, "element-pass-mark", scaled=True)
    for place, row in enumerate(answers.get(ELEMENTS, ()), start=1):
        scores.append((name_of(row, place), *(points(row) or (0, 0)), mark))
    yield from near_line(scores, book)


CHECK = Check(
    name="score",
    title="Do the points pass?",
    summary="Work out the scores from an audit’s points, and where points are missing.",
    keys=("partner", ELEMENTS),
    subjects=lambda _law, _day: SUBJECTS,
    headline=headline,
    steps=steps,
    notices=_notices,
    drawing="bars",
)
