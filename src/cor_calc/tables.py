"""Decision tables as Markdown, made from the same conditions that decide."""

from collections.abc import Iterable, Mapping

from cor_calc.criteria import Conditions, needs, question_of
from cor_calc.facts import fact
from cor_calc.logic import Condition


def markdown(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def conditions_table(answers: type, subjects: Mapping[str, Conditions], note: str) -> str:
    """Return the conditions that each subject must meet, a row each, and a note below."""
    seen: dict[str, Condition] = {}
    for conditions in subjects.values():
        for condition in conditions:
            seen.setdefault(condition.rule, condition)
    rows = [
        [
            question_of(answers, condition.key).label,
            *(
                needs(condition, question_of(answers, condition.key).kind)
                if condition in conditions
                else "no condition"
                for conditions in subjects.values()
            ),
            basis(rule),
        ]
        for rule, condition in seen.items()
    ]
    head = ["Question", *(f"{subject} needs" for subject in subjects), "Basis"]
    return f"{markdown(head, rows)}\n\nThe answer is yes where every condition is met. {note}"


def basis(*rules: str) -> str:
    """Return the basis of rules with their names: "stated (overall-pass-mark)"."""
    return ", ".join(f"{fact(rule).basis} ({rule})" for rule in rules)
