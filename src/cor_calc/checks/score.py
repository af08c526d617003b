"""Score: from points to a pass, and how many points are missing and where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from cor_calc.answers import CanChange, Unanswered, ask
from cor_calc.check import Check
from cor_calc.facts import bounds, fact
from cor_calc.lists import ListOf, Row
from cor_calc.notices import Score as NearScore
from cor_calc.notices import near_line
from cor_calc.numbers import percent_of, plain, two_decimals
from cor_calc.outcome import Change, Explained, Finding, Judgement, Notice, Result, Step, Verdict, assume
from cor_calc.points import Element, Lines, Points, best_total, known_points, total, verdict
from cor_calc.problems import Problems
from cor_calc.tables import basis, markdown


@dataclass(frozen=True, slots=True)
class Score:
    """The answers."""

    elements: tuple[Element, ...] | Unanswered = ask(
        "Points of each element",
        noun="the elements",
        kind=ListOf(Row(Element), *bounds("elements")),
        hint="One row for each element of the audit. Nought points possible means that it does not apply.",
        can_change=CanChange.YES,
    )


@dataclass(frozen=True, slots=True)
class Marks:
    """The pass marks of one subject, with the facts that they are."""

    lines: Lines
    overall_rule: str
    element_rule: str | None


SUBJECTS = {
    "certification": Marks(
        Lines(fact("overall-pass-mark").hundredths, fact("element-pass-mark").hundredths),
        "overall-pass-mark",
        "element-pass-mark",
    ),
    "maintenance": Marks(Lines(fact("maintenance-pass-mark").hundredths, 0), "maintenance-pass-mark", None),
}


def review(answers: Score, _on: date | None, problems: Problems) -> None:
    """Note elements with more points awarded than possible."""
    for place, element in enumerate(answers.elements if isinstance(answers.elements, tuple) else ()):
        awarded, possible = getattr(element, "awarded", None), getattr(element, "possible", None)
        if isinstance(awarded, int) and isinstance(possible, int) and awarded > possible:
            problems.note(
                f"elements.{place}.awarded",
                "out_of_range",
                f"Enter points awarded of at most the points possible, {plain(possible)}.",
            )


def _elements(answers: Score) -> tuple[Element, ...]:
    return answers.elements if isinstance(answers.elements, tuple) else ()


def judge(answers: Score, _on: date) -> tuple[Judgement, ...]:
    """Return the verdicts for certification and for a COR maintenance audit, with the figures."""
    return tuple(_judge(subject, answers) for subject in SUBJECTS)


def _judge(subject: str, answers: Score) -> Judgement:
    elements, lines = _elements(answers), SUBJECTS[subject].lines
    decided = verdict(elements, lines) if elements else Verdict.UNKNOWN
    points = _all_known(elements)
    figures = {}
    if points is not None and points.possible:
        figures["overall"] = two_decimals(percent_of(points.awarded, points.possible))
        figures["points_to_pass"] = two_decimals(points.missing(lines.overall))
    return Judgement(subject, decided, figures=figures)


def _all_known(elements: tuple[Element, ...]) -> Points | None:
    """Return the total where every element's points are known, else None."""
    known = [known_points(element) for element in elements]
    points = [each for each in known if each is not None]
    return total(points) if points and len(points) == len(known) else None


def explain(answers: Score, on: date) -> Explained:
    """Return the verdicts with their reasons."""
    results = tuple(_result(judgement, answers) for judgement in judge(answers, on))
    rules = ["score-from-points", "scores-not-rounded"]
    if any(element.possible == 0 for element in _elements(answers)):
        rules.append("score-not-applicable")
    return Explained(results, assume(*rules), _notices(answers))


def _result(judgement: Judgement, answers: Score) -> Result:
    marks, elements = SUBJECTS[judgement.subject], _elements(answers)
    no = judgement.verdict is Verdict.NO
    return Result(
        judgement,
        headline=_headline(judgement, marks, elements),
        findings=tuple(_findings(judgement, marks, elements)),
        open_questions=("elements",) if judgement.verdict is Verdict.UNKNOWN else (),
        changes=_changes(answers, judgement.subject) if no else (),
        next_steps=(_NEXT[judgement.subject],),
        elements=tuple(_element(element, marks.lines.element) for element in elements),
    )


_NEXT = {
    "certification": Step("Carry the percentages into the certification check", "check/certification/"),
    "maintenance": Step("Check the date and the assessor as well", "check/maintenance/"),
}


def _element(element: Element, line: int) -> Mapping[str, str | None]:
    points = known_points(element)
    return {
        "name": element.name if isinstance(element.name, str) else None,
        "percent": two_decimals(percent_of(points.awarded, points.possible)) if points and points.possible else None,
        "points_to_pass": two_decimals(points.missing(line)) if points else None if line else two_decimals(0),
    }


def _headline(judgement: Judgement, marks: Marks, elements: tuple[Element, ...]) -> str:
    what = "certification" if judgement.subject == "certification" else "a COR maintenance audit"
    match judgement.verdict:
        case Verdict.YES:
            overall = judgement.figures.get("overall")
            return f"Yes: these points pass for {what}" + (f", with {overall}% overall." if overall else ".")
        case Verdict.NO:
            return f"Not yet for {what}: {'; '.join(_missing(marks, elements))}."
        case Verdict.NOT_COVERED:
            return "Not covered: no element has any applicable points. Ask your certifying partner."
        case _:
            return f"Still open for {what}: fill in the points of every element."


def _missing(marks: Marks, elements: tuple[Element, ...]) -> Iterable[str]:
    points = best_total(elements)
    if points.missing(marks.lines.overall):
        yield f"{plain(points.missing(marks.lines.overall))} points are missing overall"
    for place, element in enumerate(elements, start=1):
        own = known_points(element)
        if own and own.missing(marks.lines.element):
            name = f" ({element.name})" if isinstance(element.name, str) and element.name else ""
            yield f"element {place}{name} needs {plain(own.missing(marks.lines.element))} more"


def _findings(judgement: Judgement, marks: Marks, elements: tuple[Element, ...]) -> Iterable[Finding]:
    if judgement.verdict is Verdict.NOT_COVERED:
        rule = "score-not-applicable"
        yield Finding(rule, Verdict.NOT_COVERED, True, fact(rule).sentence(), None, None)  # noqa: FBT003
        return
    overall = verdict(elements, Lines(marks.lines.overall, 0)) if elements else Verdict.UNKNOWN
    figure = judgement.figures.get("overall")
    needs = f"at least {plain(marks.lines.overall)}%"
    yield _finding(marks.overall_rule, overall, judgement, f"{figure}%" if figure else None, needs)
    if marks.element_rule:
        shown = [_element(element, marks.lines.element)["percent"] for element in elements]
        answer = "; ".join(f"{percent}%" if percent else "none" for percent in shown) or None
        met = verdict(elements, Lines(0, marks.lines.element)) if elements else Verdict.UNKNOWN
        yield _finding(marks.element_rule, met, judgement, answer, f"at least {plain(marks.lines.element)}% in each")


def _finding(rule: str, met: Verdict, judgement: Judgement, answer: str | None, needs: str) -> Finding:
    return Finding(rule, met, met is judgement.verdict, fact(rule).sentence(), answer, needs)


def _changes(answers: Score, subject: str) -> tuple[tuple[Change, ...], ...]:
    """Return the points raised to the lines, no further than needed: each element first, then the total."""
    lines, elements = SUBJECTS[subject].lines, list(_elements(answers))
    for place, element in enumerate(elements):
        own = known_points(element)
        if own and own.missing(lines.element):
            elements[place] = replace(element, awarded=own.awarded + own.missing(lines.element))
    for place in sorted(range(len(elements)), key=lambda place: -_room(elements[place])):
        element = elements[place]
        more = min(_room(element), best_total(elements).missing(lines.overall))
        if isinstance(element.awarded, int):
            elements[place] = replace(element, awarded=element.awarded + more)
    changed = Score(tuple(elements))
    if _judge(subject, changed).verdict is Verdict.NO:  # pragma: no cover - what is advised was judged again
        return ()
    kind = CHECK.questions[0].kind
    return ((Change("elements", kind.write(answers.elements), kind.write(changed.elements), None),),)


def _room(element: Element) -> int:
    own = known_points(element)
    return own.possible - own.awarded if own else 0


def _notices(answers: Score) -> tuple[Notice, ...]:
    elements, certification = _elements(answers), SUBJECTS["certification"].lines
    scores = []
    whole = _all_known(elements)
    if whole is not None and whole.possible:
        lines = {marks.lines.overall for marks in SUBJECTS.values()}
        scores = [NearScore("the overall score", whole.awarded, whole.possible, line) for line in sorted(lines)]
    for place, element in enumerate(elements, start=1):
        own = known_points(element)
        if own and own.possible:
            scores.append(NearScore(f"element {place}", own.awarded, own.possible, certification.element))
    return near_line(scores)


def _table() -> str:
    rows = [
        [
            name,
            f"at least {plain(marks.lines.overall)}%",
            f"at least {plain(marks.lines.element)}% in each" if marks.element_rule else "no line",
            basis(*filter(None, (marks.overall_rule, marks.element_rule))),
        ]
        for name, marks in (
            ("Certification and recertification", SUBJECTS["certification"]),
            ("COR maintenance audit", SUBJECTS["maintenance"]),
        )
    ]
    notes = " ".join(fact(rule).sentence() for rule in ("score-from-points", "score-not-applicable"))
    return f"{markdown(['Audit', 'Overall', 'Elements', 'Basis'], rows)}\n\n{notes}"


CHECK = Check(
    name="score",
    title="Which score do these points make?",
    summary="Work out the scores from points, and see how many points are missing and where.",
    answers=Score,
    subjects=tuple(SUBJECTS),
    judge=judge,
    explain=explain,
    table=_table,
    review=review,
    figures=("overall", "points_to_pass"),
)
