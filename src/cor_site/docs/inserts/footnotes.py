"""Footnotes: where a fact comes from, in words, with each source linked and dated."""

from dataclasses import dataclass, field

from cor_calc.law import Law
from cor_calc.numbers import counted, listed
from cor_site.docs.inserts.facts import Entry, Facts
from cor_site.docs.markup import UNSEARCHED, link
from cor_site.docs.sources import publishers, sources_in_words

PLACE = "///Footnotes Go Here///"
"""Where Python-Markdown puts the list of footnotes."""


@dataclass
class Footnotes:
    """The citations of one page, whose path within `docs/` is `here`."""

    facts: Facts
    here: str
    cited: dict[str, Entry] = field(default_factory=dict)

    def refer(self, *ids: str) -> str:
        """Return the references to some facts; a fact cited twice keeps its one footnote."""
        self.cited.update((fact_id, self.facts.entry(fact_id)) for fact_id in ids)
        return "\u202f".join(f"[^{fact_id}]{{ {UNSEARCHED} }}" for fact_id in ids)

    def written(self) -> str:
        """Return the Markdown of all footnotes, to be put at the end of the page; empty where nothing is cited.

        They are folded away, for together they are often longer than the page. A reference opens them, and so does
        printing.
        """
        if not self.cited:
            return ""
        summary = f"<summary>{self.called()}</summary>"
        place = f'<details {UNSEARCHED} markdown="1">\n{summary}\n\n{PLACE}\n\n</details>'
        notes = (f"[^{fact_id}]: {self.note(entry)}" for fact_id, entry in self.cited.items())
        return "\n\n".join((place, *notes))

    def called(self) -> str:
        """Return what the folded notes are called, with their number."""
        return f"Where this comes from: {counted(len(self.cited) * 100, 'notes')}"

    def note(self, entry: Entry) -> str:
        """Return a footnote's text: the basis, the sources, and a link to the rule."""
        rule = link(self.here, f"reference/rules.md#{entry.id}")
        return f"{grounds(entry, self.facts.law)} [More on this rule]({rule})."


def grounds(entry: Entry, law: Law) -> str:
    """Return the basis of a fact in words, followed by its sources."""
    return " ".join(filter(None, (basis(entry, law), entry.reason, *sources_in_words(entry.sources, law))))


def basis(entry: Entry, law: Law) -> str:
    """Return what a fact rests on, as a sentence."""
    said_by = listed(publishers(entry.sources, law))
    match entry.basis:
        case "stated":
            return f"Stated by {said_by}."
        case "elsewhere":
            return f"Said elsewhere, by {said_by}."
        case "derived":
            return "Follows from what the sources say."
        case _:
            return f"Our reading: the sources {'do not settle it' if entry.sources else 'are silent'}."
