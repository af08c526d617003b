"""What one certifying partner tells of an attribute: its own words, general ones in their place, what is missing."""

from dataclasses import dataclass
from datetime import date

from cor_calc.law import Law
from cor_site.docs.generated.origin import cites
from cor_site.docs.generated.statements import UNSURE, Statement, general_of, options, own
from cor_site.docs.pages_data import Attribute, Gap, Pages

ENOUGH_TO_MISS = 2
"""If at least this many other partners publish something, its absence is mentioned."""


@dataclass(frozen=True, slots=True)
class AttributeTold:
    """What a page shows of one attribute at one partner, each part in the order of the data.

    `own` are the partner's statements, and general ones that rest on a page of its own too; `unsure` are those that
    decide nothing, `missing` the ids of facts that others publish.
    """

    own: tuple[Statement, ...]
    unsure: tuple[Statement, ...]
    general: tuple[Statement, ...]
    missing: tuple[str, ...]
    gaps: tuple[Gap, ...]
    ask: str


def told(law: Law, pages: Pages, day: date, attribute: Attribute, partner: str) -> AttributeTold:
    """Return what a partner tells of an attribute on a day."""
    facts = facts_of(law, attribute, partner, day)
    said = options(law, day, partner) if "alternatives-none" in attribute.facts else []
    said += [each for each in (own(law, pages, day, fact, partner) for fact in facts) if each is not None]
    silent = [fact for fact in facts if not any(each.id == fact for each in said)]
    general = general_ones(law, pages, day, [fact for fact in silent if fact not in attribute.of_others])
    shared = [each for each in general if cites(each, law.partners[partner], law)]
    stands_in = tuple(each for each in general if each not in shared)
    gaps = tuple(pages.gaps[gap] for gap in attribute.gaps if pages.gaps[gap].partner == partner)
    sure = tuple(each for each in (*said, *shared) if each.sure != UNSURE)
    return AttributeTold(
        own=sure,
        unsure=tuple(each for each in said if each.sure == UNSURE),
        general=stands_in,
        missing=missing(law, pages, day, [fact for fact in silent if fact not in {one.id for one in general}], partner),
        gaps=gaps,
        ask="" if gaps or sure else attribute.ask,
    )


def general_ones(law: Law, pages: Pages, day: date, facts: list[str]) -> list[Statement]:
    """Return the general statements of some facts, without those that decide nothing."""
    found = (general_of(law, pages, day, fact) for fact in facts)
    return [each for each in found if each is not None and each.sure != UNSURE]


def missing(law: Law, pages: Pages, day: date, silent: list[str], partner: str) -> tuple[str, ...]:
    """Return the facts of which nothing is told here while enough other partners publish something."""
    return tuple(fact for fact in silent if worth_a_word(law, pages, day, fact, partner))


def facts_of(law: Law, attribute: Attribute, partner: str, day: date) -> tuple[str, ...]:
    """Return the facts of an attribute; a partner with an alternative is not told that none is published."""
    if any(option.partner == partner for option in law.options_on(day)):
        return tuple(fact for fact in attribute.facts if fact != "alternatives-none")
    return attribute.facts


def worth_a_word(law: Law, pages: Pages, day: date, fact_id: str, partner: str) -> bool:
    """Return whether enough other partners publish something for its absence to be said."""
    others = [own(law, pages, day, fact_id, other) for other in law.partners if other != partner]
    return len([each for each in others if each and each.sure != UNSURE]) >= ENOUGH_TO_MISS
