"""What every check is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from cor_calc.answers import Question, questions
from cor_calc.outcome import Explained, Judgement
from cor_calc.problems import Problems


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its questions, and how answers to them are judged and explained.

    `judge` gives the bare verdicts, `explain` the reasons as well; both take the answers and
    the day on which they are judged. `review` notes contradictions between answers.
    `dates` and `figures` name all that the check can give.
    """

    name: str
    title: str
    summary: str
    answers: type
    subjects: tuple[str, ...]
    judge: Callable[[Any, date], tuple[Judgement, ...]]
    explain: Callable[[Any, date], Explained]
    table: Callable[[], str]
    review: Callable[[Any, date | None, Problems], None] | None = None
    certificate: bool = False
    stage: bool = False
    dates: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """The check's questions, in their order."""
        return questions(self.answers)
