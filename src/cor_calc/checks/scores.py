"""An audit's scores hang together: the overall score lies between the lowest and the highest element."""

from dataclasses import replace
from typing import Any

from cor_calc.answers import known


def disagree(answers: Any) -> bool:
    """Return whether the overall score lies outside the element scores, all of them known."""
    overall, elements = answers.overall_score, answers.element_scores
    if not known(overall) or not known(elements) or not all(known(each) for each in elements):
        return False
    return not min(elements) <= overall <= max(elements)


def raised_together(answers: Any, chosen: tuple[str, ...], overall_line: int, element_line: int) -> Any:
    """Return the answers with the chosen scores raised to their lines, no further than they must to agree."""
    overall, elements = answers.overall_score, answers.element_scores
    if "element_scores" in chosen:
        elements = tuple(max(each, element_line) if known(each) else each for each in elements)
    if "overall_score" in chosen:
        overall = max(overall, overall_line, _lowest(elements))
    if "element_scores" in chosen and known(overall):
        elements = _reaching(elements, overall)
    return replace(answers, overall_score=overall, element_scores=elements)


def _lowest(elements: Any) -> int:
    scores = elements if known(elements) else ()
    return min(scores) if scores and all(known(each) for each in scores) else 0


def _reaching(elements: tuple[Any, ...], overall: int) -> tuple[Any, ...]:
    """Raise the highest element to the overall score, where all are known and lie below it."""
    if not all(known(each) for each in elements) or max(elements) >= overall:
        return elements
    highest = elements.index(max(elements))
    return (*elements[:highest], overall, *elements[highest + 1 :])
