"""Notices that several checks give."""

from collections.abc import Iterable
from dataclasses import dataclass

from cor_calc.facts import fact
from cor_calc.numbers import WHOLE
from cor_calc.outcome import Notice


@dataclass(frozen=True, slots=True)
class Score:
    """A score against its line: part out of whole, the line in hundredths of a percent."""

    name: str
    part: int
    whole: int
    line: int


def near_line(scores: Iterable[Score]) -> tuple[Notice, ...]:
    """Return the notice on scores that lie just below their line, compared exactly; none where there are none."""
    margin = fact("near-line-margin").hundredths
    near = [
        score.name
        for score in scores
        if (score.line - margin) * score.whole < score.part * WHOLE < score.line * score.whole
    ]
    if not near:
        return ()
    text = f"Just below its line: {', '.join(near)}. We never round up. Ask how your certifying partner rounds."
    return (Notice("near_line", text),)
