"""What would change a `no`: the smallest sets of answers, each proved by judging again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from cor_calc.criteria import question_of
from cor_calc.outcome import Change


@dataclass(frozen=True, slots=True)
class Proposal:
    """Answers with some of them changed, and for each changed key a day by which waiting does it, or None."""

    answers: Any
    when: dict[str, date | None]


def smallest_changes(
    answers: Any,
    keys: Iterable[str],
    propose: Callable[[tuple[str, ...]], Iterable[Proposal]],
    good: Callable[[Any], bool],
) -> tuple[tuple[Change, ...], ...]:
    """Return the smallest sets of changes after which `good` holds: smaller sets first, all of the smallest size.

    `propose` gives the answers worth trying when exactly these keys may change.
    """
    keys = tuple(keys)
    for size in range(1, len(keys) + 1):
        found = [
            _changes(answers, proposal)
            for chosen in combinations(keys, size)
            for proposal in propose(chosen)
            if good(proposal.answers)
        ]
        if found:
            return tuple(found)
    return ()


def _changes(answers: Any, proposal: Proposal) -> tuple[Change, ...]:
    return tuple(
        Change(key, _written(answers, key), _written(proposal.answers, key), when)
        for key, when in proposal.when.items()
    )


def _written(answers: Any, key: str) -> Any:
    return question_of(type(answers), key).kind.write(getattr(answers, key))
