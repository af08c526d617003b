"""The elements of a partner's audit as a list: its own where they were found, else the general ones, said to be so."""

from collections.abc import Callable

from cor_calc.law import Element, Law, Partner
from cor_site.docs.generated.statements import Statement
from cor_site.docs.markup import UNSEARCHED
from cor_site.docs.pages_data import Instrument, Pages

GENERAL = "aasp"
"""Whose names stand in where a partner's own were not found."""


def elements_in_words(law: Law, pages: Pages, partner: Partner, origin: Callable[[Statement], str]) -> str:
    """Return the names in their order, how many questions each technique checks where that is known, and the source."""
    own = partner.id in law.elements
    whose = partner.id if own else GENERAL
    lines = [f"- {element_in_words(pages, each)}" for each in law.elements_of(partner.id)]
    instrument = pages.instruments[whose]
    return "\n\n".join(
        (
            heading(law, partner, own=own),
            "\n".join(lines),
            f"{instrument.note} {origin(of_instrument(instrument))}\n{{ .cor-source {UNSEARCHED} }}",
        )
    )


def heading(law: Law, partner: Partner, *, own: bool) -> str:
    """Return what the list is, and that no verdict rests on it."""
    short = partner.short
    if own:
        return f'<span id="elements-list">{short}’s elements</span>, as others tell them. No verdict rests on them.'
    return (
        f'<span id="elements-list">{short}’s own names were not found.</span> '
        f"These are {law.partners[GENERAL].short}’s, and they stand in for them."
    )


def element_in_words(pages: Pages, element: Element) -> str:
    """Return an element's number or letter, its name, its counts and its points, where known."""
    mark = pages.letters.get((element.partner, int(element.number)), str(element.number))
    counts = {"documents": element.documents, "interviews": element.interviews, "observation": element.observation}
    known = ", ".join(f"{name} {count}" for name, count in counts.items() if count is not None)
    told = [f"questions by technique: {known}"] if known else []
    told += [f"{element.points} points"] if element.points else []
    return f"**{mark}** {element.name}" + (f" ({'; '.join(told)})" if told else "")


def of_instrument(instrument: Instrument) -> Statement:
    """Return where a list of elements was read as a statement, so that it is said as for any other."""
    return Statement(
        id="elements-list",
        title="Elements",
        text=instrument.note,
        partner=instrument.partner,
        basis="elsewhere",
        sure=instrument.sure,
        note="",
        reason="",
        sources=instrument.sources,
        checked=instrument.checked,
        changed="",
    )
