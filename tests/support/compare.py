"""Compares the calculators with the second opinion, and shows the smallest answers on which they differ.

    python -m tests.support.compare [CHECK …] [--number N] [--seed S]

prints one example for each kind of difference: which check, which result, which part of it.
"""

import argparse
from collections.abc import Callable, Iterator
from typing import Any

from .answers import CHECKS, TODAY, answer_sets
from .opinions import calculators
from .second_opinion import judge

PARTS = (
    "verdict",
    "tone",
    "certificate",
    "stage",
    "dates",
    "date_partners",
    "by_partner",
    "open_questions",
    "changes",
    "figures",
    "elements",
)
NOT_IN_THE_OVERVIEW = {"by_partner", "changes", "elements"}

Difference = tuple[str, str]


def differences(check: str, answers: dict[str, Any], as_of: str) -> dict[Difference, tuple[Any, Any]]:
    """Return what the two say differently: by result and part, what the calculators and what the second opinion say."""
    ours, second = calculators(check, answers, as_of), judge(check, answers, as_of)
    if "problems" in ours or "problems" in second:
        return _unlike("answers", "problems", sorted(ours.get("problems", [])), sorted(second.get("problems", [])))
    found = _unlike("outcome", "subjects", list(ours["results"]), list(second["results"]))
    found |= _unlike("outcome", "notices", ours["notices"], second["notices"])
    found |= _unlike("outcome", "stopped", _sorted(ours.get("stopped")), _sorted(second.get("stopped")))
    for subject in ours["results"].keys() & second["results"].keys():
        for part in PARTS:
            if check != "overview" or part not in NOT_IN_THE_OVERVIEW:
                pair = (_in_order(each["results"][subject].get(part)) for each in (ours, second))
                found |= _unlike(subject, part, *pair)
    return found


def _unlike(result: str, part: str, ours: Any, second: Any) -> dict[Difference, tuple[Any, Any]]:
    return {} if ours == second else {(result, part): (ours, second)}


def _sorted(stopped: dict[str, Any] | None) -> dict[str, Any]:
    return {check: sorted(problems) for check, problems in (stopped or {}).items()}


def _in_order(value: Any) -> Any:
    """Return a value so that the order of its names counts too, and nothing is as good as none."""
    if isinstance(value, dict):
        return list(value.items())
    return value or []


def smaller(answers: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the same answers with one thing less."""
    for key, value in answers.items():
        yield {each: answers[each] for each in answers if each != key}
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield answers | {key: value[:index] + value[index + 1 :]}
                if isinstance(item, dict):
                    for field in item:
                        less = {each: item[each] for each in item if each != field}
                        yield answers | {key: [*value[:index], less, *value[index + 1 :]]}


def smallest(
    answers: dict[str, Any], as_of: str, holds: Callable[[dict[str, Any], str], bool]
) -> tuple[dict[str, Any], str]:
    """Return the answers with all taken away without which something still holds."""
    if as_of != TODAY and holds(answers, TODAY):
        as_of = TODAY
    shrinking = True
    while shrinking:
        shrinking = False
        for less in smaller(answers):
            if holds(less, as_of):
                answers, shrinking = less, True
                break
    return answers, as_of


def examples(check: str, number: int, seed: int) -> dict[Difference, str]:
    """Return a smallest example for each kind of difference."""
    found: dict[Difference, str] = {}
    for answers, as_of in answer_sets(check, number, seed):
        for kind in differences(check, answers, as_of):
            if kind not in found:
                found[kind] = example(check, answers, as_of, kind)
    return found


def example(check: str, answers: dict[str, Any], as_of: str, kind: Difference) -> str:
    """Return the smallest answers with this difference, and what either says."""
    less, day = smallest(answers, as_of, lambda some, on: kind in differences(check, some, on))
    ours, second = differences(check, less, day)[kind]
    return f"{check} {less} on {day}\n  {kind[0]} {kind[1]}\n    calculators:    {ours}\n    second opinion: {second}"


def main() -> None:
    """Print the differences."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checks", nargs="*", default=list(CHECKS), metavar="CHECK")
    parser.add_argument("--number", type=int, default=2000, help="sets of answers for each check")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    for check in chosen.checks:
        found = examples(check, chosen.number, chosen.seed)
        print(f"{check}: {len(found)} kinds of difference in {chosen.number} sets")  # noqa: T201
        for text in found.values():
            print(text)  # noqa: T201


if __name__ == "__main__":
    main()
