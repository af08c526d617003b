"""Which facts are due for review: `python -m tools.review_dates [--overdue]`.

It only warns. With --overdue it fails, so that a scheduled run can tell the maintainers.
"""

import argparse
import sys
from collections.abc import Iterable
from datetime import date

from cor_calc.facts import Fact, load


def overdue(facts: Iterable[Fact], on: date) -> list[Fact]:
    """Return the facts whose review date has gone by on a day, the longest overdue first."""
    return sorted((fact for fact in facts if fact.review_by < on), key=lambda fact: (fact.review_by, fact.id))


def main(arguments: list[str] | None = None) -> int:
    """Say which facts are overdue; return 1 where some are and --overdue was asked for."""
    parser = argparse.ArgumentParser(prog="tools.review_dates", description="Say which facts are due for review.")
    parser.add_argument("--overdue", action="store_true", help="fail when a fact is overdue")
    options = parser.parse_args(arguments)
    facts = load().facts.values()
    late = overdue(facts, date.today())  # noqa: DTZ011 - the calendar day where it is run
    for fact in late:
        print(f"{fact.id}: was due for review on {fact.review_by}. Read its sources again and renew `checked`.")
    if not late:
        print(f"No fact is overdue; the next is due on {min(fact.review_by for fact in facts)}.")
    return 1 if late and options.overdue else 0


if __name__ == "__main__":
    sys.exit(main())
