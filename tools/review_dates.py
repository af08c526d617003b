"""Which facts are due for review: `python -m tools.review_dates [--overdue]`.

It only warns. With --overdue it fails, so that a scheduled run can tell the maintainers.
"""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cor_calc import law
from cor_site.docs import pages_data


@dataclass(frozen=True, slots=True, order=True)
class Review:
    """The day by which somebody should read the sources of an entry of the data files again."""

    due: date
    name: str


def reviews() -> list[Review]:
    """Return the review of every version of a parameter, every alternative and every claim, the first due first."""
    known, pages = law.load(), pages_data.load()
    versions = [fact for parameter in known.parameters.values() for fact in parameter.versions]
    found = [Review(fact.review_by, f"{fact.id} ({fact.partner or 'general'})") for fact in versions]
    found += [Review(option.review_by, option.id) for option in known.options]
    found += [Review(claim.review_by, claim.id) for claim in pages.claims.values()]
    return sorted(found)


def overdue(found: Iterable[Review], on: date) -> list[Review]:
    """Return the reviews that were due before a day."""
    return [review for review in found if review.due < on]


def main(arguments: list[str] | None = None) -> int:
    """Say which facts are overdue; return 1 where some are and --overdue was asked for."""
    parser = argparse.ArgumentParser(prog="tools.review_dates", description="Say which facts are due for review.")
    parser.add_argument("--overdue", action="store_true", help="fail when a fact is overdue")
    options = parser.parse_args(arguments)
    found = reviews()
    late = overdue(found, date.today())  # noqa: DTZ011 - the calendar day where it is run
    for review in late:
        print(f"{review.name}: was due for review on {review.due}. Read its sources again and renew `checked`.")
    if not late:
        print(f"No fact is overdue; the next is due on {found[0].due}.")
    return 1 if late and options.overdue else 0


if __name__ == "__main__":
    sys.exit(main())
