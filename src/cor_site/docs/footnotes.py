"""Footnotes: where a fact comes from, in words, with each source linked and dated."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cor_site.docs.law import Citation, Fact, Facts, in_words
from cor_site.docs.markup import UNSEARCHED, link

PLACE = "///Footnotes Go Here///"
"""Where Python-Markdown puts the list of footnotes."""


@dataclass
class Footnotes:
    """The citations of one page, whose path within `docs/` is `here`."""

    facts: Facts
    here: str
    cited: dict[str, Fact] = field(default_factory=dict)

    def refer(self, *ids: str) -> str:
        """Return the references to some facts; a fact cited twice keeps its one footnote."""
        self.cited.update((fact_id, self.facts.fact(fact_id)) for fact_id in ids)
        return "\u202f".join(f"[^{fact_id}]{{ {UNSEARCHED} }}" for fact_id in ids)

    def written(self) -> str:
        """Return the Markdown of all footnotes, to be put at the end of the page; empty where nothing is cited."""
        if not self.cited:
            return ""
        place = f'<div {UNSEARCHED} markdown="1">\n\n{PLACE}\n\n</div>'
        notes = (f"[^{fact_id}]: {self.note(fact)}" for fact_id, fact in self.cited.items())
        return "\n\n".join((place, *notes))

    def note(self, fact: Fact) -> str:
        """Return a footnote's text: the basis, the sources, and a link to the rule."""
        rule = link(self.here, f"reference/rules.md#{fact.id}")
        return f"{origin(fact)} [More on this rule]({rule})."


def origin(fact: Fact) -> str:
    """Return the basis of a fact in words, followed by its sources."""
    return " ".join(part for part in (basis(fact), fact.reason, sources_in_words(fact.sources)) if part)


def basis(fact: Fact) -> str:
    """Return what a fact rests on, as a sentence."""
    match fact.basis:
        case "stated":
            return f"Stated by {publishers(fact)}."
        case "elsewhere":
            return f"Said elsewhere, by {publishers(fact)}."
        case "derived":
            return "Follows from what the sources say."
        case _:
            return f"Our reading: the sources {'do not settle it' if fact.sources else 'are silent'}."


def publishers(fact: Fact) -> str:
    """Return who says so, each named once: “A”, “A and B” or “A, B and C”."""
    names = list(dict.fromkeys(citation.source.short for citation in fact.sources))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def sources_in_words(citations: Iterable[Citation]) -> str:
    """Return the sources in one line: linked title, its date, places, decisive words, when it was read."""
    return " ".join(source_in_words(places) for places in by_source(citations))


def by_source(citations: Iterable[Citation]) -> Iterable[list[Citation]]:
    """Return the citations of each source together, the sources in the order in which they are first cited."""
    together: dict[str, list[Citation]] = {}
    for citation in citations:
        together.setdefault(citation.source.id, []).append(citation)
    return together.values()


def source_in_words(places: list[Citation]) -> str:
    """Return one source as a sentence; `places` are all the places in it that are cited."""
    source = places[0].source
    where = "; ".join(filter(None, map(place_in_words, places)))
    title = f"[{source.title}]({source.url}) ({source.short}; {source.dated})"
    return f"{title}{', ' + where if where else ''}. Read {in_words(source.read)}."


def place_in_words(citation: Citation) -> str:
    """Return where in a source something stands, and its decisive words; empty where neither is known."""
    at = f"under “{citation.at}”" if citation.at else ""
    quote = f"“{citation.quote}”" if citation.quote else ""
    return ": ".join(filter(None, (at, quote)))
