"""Ties between an auditor's side and an employer, and when one conflicts with an audit."""

from dataclasses import dataclass
from datetime import date
from itertools import product

from cor_calc.answers import UNSURE, Unanswered, ask
from cor_calc.dates import add_months, day_after, first_day_full_months_after
from cor_calc.facts import bounds, fact
from cor_calc.kinds import Choice, Day

EARLIEST, LATEST = bounds("day")
ONGOING = "ongoing"
AUDITED = "audited"
MONTHS = fact("independence-period").number
FREE, EARLIER_AUDIT, CONFLICT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Link:
    """One tie between the auditor's side and the employer."""

    who: str | Unanswered = ask(
        "Who has or had the tie?",
        noun="who has the tie",
        kind=Choice(
            (
                ("auditor", "The auditor"),
                ("corporate_group", "Someone in the auditor's corporate group"),
            )
        ),
    )
    kind: str | Unanswered = ask(
        "What kind of tie?",
        noun="the kind of tie",
        kind=Choice(
            (
                ("employed", "Employed by the employer"),
                ("contracted", "Under contract with the employer"),
                ("advised", "Advised on, built or helped to maintain the system"),
                (AUDITED, "Did an earlier audit, and nothing else"),
            )
        ),
    )
    ended: date | str | Unanswered = ask(
        "Last day of the tie",
        noun="the last day of the tie",
        kind=Day(EARLIEST, LATEST, ((ONGOING, "Still going on"),)),
    )


def free_from(last_day: date) -> date:
    """Return the first audit date at which a tie with this last day lies before the period."""
    return first_day_full_months_after(day_after(last_day), MONTHS)


def conflicts(ended: date | str, audit: date) -> bool:
    """Return whether a tie still held in the period before the audit, its first day included."""
    return isinstance(ended, str) or ended >= add_months(audit, -MONTHS)


def level(kind: str, ended: date | str, audit: date) -> int:
    """Return how a wholly known tie stands to an audit: free, an earlier audit alone, or a conflict."""
    if not conflicts(ended, audit):
        return FREE
    return EARLIER_AUDIT if kind == AUDITED else CONFLICT


def _completions(link: Link) -> list[tuple[str, date | str]]:
    """Return what an incompletely known tie could be, as far as it matters."""
    kinds = [link.kind] if isinstance(link.kind, str) else [AUDITED, "employed"]
    ends = [ONGOING, EARLIEST] if link.ended is None or link.ended is UNSURE else [link.ended]
    return list(product(kinds, ends))


def reachable(links: tuple[Link, ...], days: tuple[date, ...]) -> set[tuple[int, ...]]:
    """Return every combination of levels, one for each day, that the ties could reach together."""
    reached = {tuple(FREE for _ in days)}
    for link in links:
        could_be = {tuple(level(*each, day) for day in days) for each in _completions(link)}
        reached = {tuple(map(max, one, other)) for one in reached for other in could_be}
    return reached
