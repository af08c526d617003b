"""Notices that several checks give."""

from collections.abc import Iterable
from typing import Any

from cor_calc.answers import known
from cor_calc.facts import fact
from cor_calc.outcome import Notice


def near_line(scores: Iterable[tuple[str, Any, int]]) -> tuple[Notice, ...]:
    """Return the notice on scores just below their line: (name, score, line), in hundredths of a percent."""
    margin = fact("near-line-margin").hundredths
    near = [name for name, score, line in scores if known(score) and line - margin < score < line]
    if not near:
        return ()
    text = f"Just below its line: {', '.join(near)}. We never round up. Ask how your certifying partner rounds."
    return (Notice("near_line", text),)
