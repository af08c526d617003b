"""What would turn a no into a yes: one set of changes, judged again before it is shown."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from cor_calc.dates import LAST
from cor_calc.engine.conditions import NO, NOT_COVERED, UNKNOWN, YES
from cor_calc.engine.judging import Decision, Situation, decide
from cor_calc.engine.questions import QUESTIONS


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that would have to change; `when` is the day of a date or of a count, else None."""

    key: str
    before: Any
    after: Any
    when: date | None

    def written(self) -> dict[str, Any]:
        """Return the change as JSON."""
        when = self.when.isoformat() if self.when else None
        return {"key": self.key, "from": self.before, "to": self.after, "when": when}


def changes(decision: Decision, keys: tuple[str, ...], of: Situation) -> tuple[Change, ...]:
    """Return the changes that mend every condition that fails, in the order of `keys`; none where they would not do.

    Without a partner they follow the general values.
    """
    mends = _mends(decision, of) if decision.verdict == NO else None
    if not mends:
        return ()
    on = max((when for _, when in mends.values() if when is not None), default=of.day)
    if on > LAST:
        return ()
    changed = {**of.answers, **{key: value for key, (value, _) in mends.items()}}
    if decide(decision.subject, keys, Situation(changed, of.law, on)).verdict not in {YES, UNKNOWN}:
        return ()
    return tuple([_change(key, of.answers[key], *mends[key]) for key in keys if key in mends])


def _mends(decision: Decision, of: Situation) -> dict[str, tuple[Any, date | None]] | None:
    """Return each answer that has to change with its new value and day; None where no one can change what fails."""
    mends: dict[str, tuple[Any, date | None]] = {}
    for condition in decision.subject.conditions:
        failing = condition.test(of.answers, of.book, of.day) in {NO, NOT_COVERED}
        if not (failing or condition.mends_past):
            continue
        mend = condition.mend(of.answers, of.book, of.day) if condition.mend else None
        if mend is None:
            return None
        mends |= mend
    return mends


def _change(key: str, before: Any, after: Any, when: date | None) -> Change:
    write = QUESTIONS[key].kind.write
    return Change(key, write(before), write(after), when)
