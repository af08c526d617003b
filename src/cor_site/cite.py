"""Footnotes: where a fact comes from, in words, with each source linked and dated."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cor_calc.dates import in_words
from cor_calc.facts import Citation, Fact, Facts, Source
from cor_site.markup import link


@dataclass
class Footnotes:
    """The citations of one page, whose path within `docs/` is `here`."""

    facts: Facts
    here: str
    cited: dict[str, Fact] = field(default_factory=dict)

    def refer(self, *ids: str) -> str:
        """Return the references to some facts; a fact cited twice keeps its one footnote."""
        self.cited.update((fact_id, known_fact(self.facts, fact_id)) for fact_id in ids)
        return "\u202f".join(f"[^{fact_id}]" for fact_id in ids)

    def written(self) -> str:
        """Return the Markdown of all footnotes, to be put at the end of the page."""
        return "".join(f"\n\n[^{fact_id}]: {self.note(fact)}" for fact_id, fact in self.cited.items()) + "\n"

    def note(self, fact: Fact) -> str:
        """Return a footnote's text: the basis, the sources, and a link to the rule."""
        rule = link(self.here, f"reference/rules.md#{fact.id}")
        return f"{origin(self.facts, fact)} [More on this rule]({rule})."


def known_fact(facts: Facts, fact_id: str) -> Fact:
    """Return a fact by its id, or raise `LookupError` saying which one is missing."""
    if fact_id not in facts.facts:
        raise LookupError(f"there is no fact called “{fact_id}”")
    return facts.facts[fact_id]


def origin(facts: Facts, fact: Fact) -> str:
    """Return the basis of a fact in words, followed by its sources."""
    return " ".join(part for part in (basis(facts, fact), fact.reason, sources_in_words(facts, fact.sources)) if part)


def basis(facts: Facts, fact: Fact) -> str:
    """Return what a fact rests on, as a sentence."""
    match fact.basis:
        case "stated":
            return f"Stated by {publishers(facts, fact)}."
        case "elsewhere":
            return f"Said elsewhere, by {publishers(facts, fact)}."
        case "derived":
            return "Follows from what the sources say."
        case _:
            return f"Our reading: the sources {'do not settle it' if fact.sources else 'are silent'}."


def publishers(facts: Facts, fact: Fact) -> str:
    """Return who says so, each named once: “A”, “A and B” or “A, B and C”."""
    names = list(dict.fromkeys(short_name(facts, facts.sources[citation.id]) for citation in fact.sources))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def short_name(facts: Facts, source: Source) -> str:
    """Return who published a source: a certifying partner by the short name that people use."""
    shorts = {partner.name: partner.short for partner in facts.partners.values()}
    return shorts.get(source.publisher, source.publisher)


def sources_in_words(facts: Facts, citations: Iterable[Citation]) -> str:
    """Return the sources as a list in one line: linked title, its date, places, decisive words, when it was read."""
    by_source: dict[str, list[Citation]] = {}
    for citation in citations:
        by_source.setdefault(citation.id, []).append(citation)
    return " ".join(source_in_words(facts, places) for places in by_source.values())


def source_in_words(facts: Facts, places: list[Citation]) -> str:
    """Return one source as a sentence; `places` are all the places in it that are cited."""
    source = facts.sources[places[0].id]
    where = "; ".join(filter(None, (place_in_words(citation) for citation in places)))
    title = f"[{source.title}]({source.url}) ({short_name(facts, source)}; {source.dated})"
    return f"{title}{', ' + where if where else ''}. Read {in_words(source.read)}."


def place_in_words(citation: Citation) -> str:
    """Return where in a source something stands, and its decisive words; empty where neither is known."""
    at = f"under “{citation.at}”" if citation.at else ""
    quote = f"“{citation.quote}”" if citation.quote else ""
    return ": ".join(filter(None, (at, quote)))
