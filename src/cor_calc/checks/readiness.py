"""Readiness: which elements have evidence of each kind before the audit? Nothing here is a score."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from cor_calc.engine.check import Check, Result, Step
from cor_calc.engine.judging import Subject, Worked
from cor_calc.engine.questions import NOT_APPLICABLE, TECHNIQUES, Answers
from cor_calc.law import Book

EVIDENCE = "evidence"
STATES = ("gap", "open", "partly", "ready", NOT_APPLICABLE)


def state(row: Answers | None) -> str:
    """Return where an element's evidence stands: a gap first, then what is not known, then what is half done."""
    said = {(row or {}).get(technique) for technique in TECHNIQUES}
    if "missing" in said:
        return "gap"
    if None in said:
        return "open"
    if "partly" in said:
        return "partly"
    return NOT_APPLICABLE if said == {NOT_APPLICABLE} else "ready"


def _rows(answers: Answers, _book: Book) -> list[dict[str, Any]]:
    return [
        {
            "name": (row or {}).get("element"),
            "state": state(row),
            "missing": [technique for technique in TECHNIQUES if (row or {}).get(technique) == "missing"],
        }
        for row in answers.get(EVIDENCE, ())
    ]


def _figures(answers: Answers, _book: Book, _day: date, _stage: str | None) -> dict[str, str | int]:
    if EVIDENCE not in answers:
        return {}
    states = [state(row) for row in answers[EVIDENCE]]
    return {name: states.count(name) for name in STATES}


def headline(result: Result) -> str:
    """Return how many elements have gaps, first."""
    if not result.figures:
        return "Say for each element whether documents, interviews and observation would show it."
    gaps, unknown, partly = (int(result.figures[name]) for name in ("gap", "open", "partly"))
    if gaps:
        return f"{gaps} {'element has' if gaps == 1 else 'elements have'} a gap: begin there."
    if unknown:
        return f"No gap so far; {unknown} {'element is' if unknown == 1 else 'elements are'} not answered yet."
    if partly:
        return f"No gap; {partly} {'element is' if partly == 1 else 'elements are'} partly in place."
    return (
        "Every element that applies has its evidence in place. This is your own view: the auditor looks for themselves."
    )


def steps(_result: Result) -> Iterable[Step]:
    """Yield what to do next."""
    yield Step("Read how the audit works", "employers/audit/")
    yield Step("After the audit: work out the scores from points", "check/score/")


def _cases(_book: Book) -> tuple[Worked, ...]:
    def row(documents: str | None, interviews: str | None = "in_place") -> dict[str, Any]:
        said = {"documents": documents, "interviews": interviews, "observation": interviews}
        return {EVIDENCE: ({name: value for name, value in said.items() if value is not None},)}

    return (
        Worked("one kind of evidence is missing", "gap", row("missing", None)),
        Worked("none is missing, and one is not known", "open", row(None)),
        Worked("all are known, and one is there partly", "partly", row("partly")),
        Worked("all that apply are in place", "ready", row("in_place")),
        Worked("none applies", "does not apply", row(NOT_APPLICABLE, NOT_APPLICABLE)),
    )


SUBJECT = Subject(
    name="readiness",
    words="your evidence",
    figures=_figures,
    figure_names=STATES,
    elements=_rows,
    cases=_cases,
)
CHECK = Check(
    name="readiness",
    title="Are you ready for the audit?",
    summary="Go through the audit’s elements, and list what is still missing for each of them.",
    keys=("partner", EVIDENCE),
    subjects=lambda _law, _day: (SUBJECT,),
    headline=headline,
    steps=steps,
)
