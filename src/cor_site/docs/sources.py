"""Sources in words: who publishes them, and where in them something stands."""

from collections.abc import Iterable

from cor_calc.dates import in_words
from cor_calc.law import Citation, Law


def publishers(citations: Iterable[Citation], law: Law) -> list[str]:
    """Return who publishes what is cited, each once, partners by the names that people use."""
    return list(dict.fromkeys(publisher(cited.id, law) for cited in citations))


def publisher(source_id: str, law: Law) -> str:
    """Return who publishes a source, a partner by the name that people use."""
    name = law.sources[source_id].publisher
    return next((partner.short for partner in law.partners.values() if partner.name == name), name)


def sources_in_words(citations: Iterable[Citation], law: Law) -> list[str]:
    """Return a sentence for each source: linked title, its date, places, decisive words, when it was read."""
    return [source_in_words(places, law) for places in by_source(citations)]


def by_source(citations: Iterable[Citation]) -> Iterable[list[Citation]]:
    """Return the citations of each source together, the sources in the order in which they are first cited."""
    together: dict[str, list[Citation]] = {}
    for citation in citations:
        together.setdefault(citation.id, []).append(citation)
    return together.values()


def source_in_words(places: list[Citation], law: Law) -> str:
    """Return one source as a sentence; `places` are all the places in it that are cited."""
    source = law.sources[places[0].id]
    where = "; ".join(filter(None, map(place_in_words, places)))
    title = f"[{source.title}]({source.url}) ({publisher(source.id, law)}; {source.dated})"
    return f"{title}{', ' + where if where else ''}. Read {in_words(source.read)}."


def place_in_words(citation: Citation) -> str:
    """Return where in a source something stands, and its decisive words; empty where neither is known."""
    at = f"under “{citation.at}”" if citation.at else ""
    quote = f"“{citation.quote}”" if citation.quote else ""
    return ": ".join(filter(None, (at, quote)))
