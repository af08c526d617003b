"""An audit's points: sums over its elements, and every way in which missing points could fall out."""

from collections.abc import Iterable
from dataclasses import dataclass

from cor_calc.answers import Unanswered, ask
from cor_calc.kinds import LONGEST_NUMBER, Hundredths, Text
from cor_calc.numbers import HUNDRED, WHOLE, part_needed
from cor_calc.outcome import Verdict

_POINTS = Hundredths(0, None, "points")
_MOST = 10**LONGEST_NUMBER * HUNDRED - 1


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the audit with its points, in hundredths."""

    name: str | Unanswered = ask("Element", noun="the name of the element", kind=Text())
    awarded: int | Unanswered = ask("Points awarded", noun="the points awarded", kind=_POINTS)
    possible: int | Unanswered = ask(
        "Points possible",
        noun="the points possible",
        kind=_POINTS,
        hint="Without the points of questions that do not apply.",
    )


@dataclass(frozen=True, slots=True)
class Points:
    """Points awarded out of points possible, in hundredths; none possible = not applicable."""

    awarded: int
    possible: int

    def reaches(self, line: int) -> bool:
        """Return whether the exact share is at least the line, in hundredths of a percent."""
        return self.awarded * WHOLE >= line * self.possible

    def missing(self, line: int) -> int:
        """Return the hundredths of points that the line still needs, rounded up; 0 when it is reached."""
        return max(0, part_needed(line, self.possible) - self.awarded)


@dataclass(frozen=True, slots=True)
class Lines:
    """The pass marks of one result: overall and, where there is one, for each element."""

    overall: int
    element: int


def known_points(element: Element) -> Points | None:
    """Return the element's points where they are decided, else None. Nought possible decides nought awarded."""
    awarded, possible = element.awarded, element.possible
    if possible == 0:
        return Points(0, 0)
    return Points(awarded, possible) if isinstance(awarded, int) and isinstance(possible, int) else None


def total(elements: Iterable[Points]) -> Points:
    """Return the sum over the elements."""
    elements = list(elements)
    return Points(sum(each.awarded for each in elements), sum(each.possible for each in elements))


def passes(elements: Iterable[Points], lines: Lines) -> bool:
    """Return whether the total and every applicable element reach their lines."""
    elements = list(elements)
    return total(elements).reaches(lines.overall) and all(each.reaches(lines.element) for each in elements)


def verdict(elements: tuple[Element, ...], lines: Lines) -> Verdict:
    """Return the verdict on which every way of filling in missing points agrees, else UNKNOWN.

    Only an element whose points awarded are nought, or that has none possible, can keep all points from applying:
    one without both can as well pass as fail.
    """
    best, worst = [_best(each) for each in elements], [_worst(each) for each in elements]
    possible = set()
    if all(each.possible == 0 for each in best):
        possible.add(Verdict.NOT_COVERED)
    if total(best).possible and passes(best, lines):
        possible.add(Verdict.YES)
    if total(worst).possible and not passes(worst, lines):
        possible.add(Verdict.NO)
    return possible.pop() if len(possible) == 1 else Verdict.UNKNOWN


def best_total(elements: Iterable[Element]) -> Points:
    """Return the total with missing points filled in as well as they could be."""
    return total(_best(each) for each in elements)


def _best(element: Element) -> Points:
    """Return the points that lift the total and the element most."""
    awarded, possible = element.awarded, element.possible
    if isinstance(possible, int):
        return Points(awarded if isinstance(awarded, int) else possible, possible)
    if isinstance(awarded, int):
        return Points(awarded, awarded)
    return Points(_MOST, _MOST)


def _worst(element: Element) -> Points:
    """Return the points that pull the total and the element down most."""
    awarded = element.awarded if isinstance(element.awarded, int) else 0
    return Points(awarded, element.possible if isinstance(element.possible, int) else _MOST)
