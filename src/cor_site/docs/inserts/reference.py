"""The generated reference: every rule, disagreement, gap and source, straight from the facts."""

from collections.abc import Iterable

from cor_calc.dates import in_words
from cor_calc.law import Source
from cor_site.docs.errors import ContentError
from cor_site.docs.inserts.comparison import comparison
from cor_site.docs.inserts.facts import Entry, Facts
from cor_site.docs.inserts.footnotes import basis
from cor_site.docs.markup import definition_list
from cor_site.docs.pages_data import Gap
from cor_site.docs.sources import sources_in_words

TOPICS = {
    "program": "The program",
    "size": "Size of the employer",
    "records": "Records",
    "audit": "The audit",
    "certificate": "The certificate",
    "maintenance": "Keeping the certificate",
    "alternatives": "Instead of a maintenance audit",
    "independence": "Independence of the auditor",
    "internal-auditor": "The path to internal auditor",
    "upkeep": "Keeping an auditor's certification",
    "clock": "The auditor's clock",
    "scoring": "Scoring",
    "sampling": "Interviews and sites",
    "refund": "The refund",
    "auditors": "Auditors",
    "cost": "Cost",
    "changes": "Changes",
    "reminders": "Reminders",
}
"""The topics of the facts in the order in which the rules page shows them, with their headings."""

AUDIENCES = {"all": "everyone", "cor": "COR", "secor": "SECOR", "auditors": "auditors", "employers": "employers"}


def rules(facts: Facts) -> str:
    """Return every fact under its topic. `ContentError` for a topic that has no heading."""
    unknown = {entry.topic for entry in facts.entries.values()} - TOPICS.keys()
    if unknown:
        raise ContentError(f"inserts/reference.py has no heading for the topic “{min(unknown)}”")
    return "\n\n".join(topic(facts, name) for name in TOPICS)


def topic(facts: Facts, name: str) -> str:
    """Return one topic with its facts; empty where it has none."""
    entries = [rule(facts, entry) for entry in facts.entries.values() if entry.topic == name]
    return "\n\n".join([f"## {TOPICS[name]} {{#topic-{name}}}", *entries]) if entries else ""


def rule(facts: Facts, entry: Entry) -> str:
    """Return one fact: what it says, then its value, basis, sources and dates."""
    details = {
        "Value": entry.value,
        "Applies to": ", ".join(AUDIENCES.get(who, who) for who in entry.applies_to),
        "Basis": f"{basis(entry, facts.law)} {entry.reason}".strip(),
        "Sources": sources_list(facts, entry),
        "Checked": f"{in_words(entry.checked)}; due for review by {in_words(entry.review_by)}",
    }
    parts = [f"### {entry.title} {{#{entry.id}}}", entry.sentence, definition_list(details)]
    if entry.versions:
        parts.append(comparison(facts, entry.id))
    return "\n\n".join(parts)


def sources_list(facts: Facts, entry: Entry) -> str:
    """Return the sources of a fact, one to a line of a list; empty where they are silent."""
    return "\n".join(f"- {sentence}" for sentence in sources_in_words(entry.sources, facts.law))


def disagreements(facts: Facts) -> str:
    """Return every contested fact, with what each certifying partner says where that was found."""
    return "\n\n".join(disagreement(facts, entry) for entry in facts.entries.values() if entry.contested)


def disagreement(facts: Facts, entry: Entry) -> str:
    """Return one contested fact: what it says, why, and the comparison."""
    said = f"{entry.sentence} {entry.reason}".rstrip()
    versions = comparison(facts, entry.id) if entry.versions else ""
    parts = (f"## {entry.title} {{#{entry.id}}}", said, versions, f"[The sources of this rule](rules.md#{entry.id})")
    return "\n\n".join(filter(None, parts))


def unpublished(facts: Facts) -> str:
    """Return every question that no source answers, with whom to ask, or what to ask a partner."""
    return "\n\n".join(
        f"## {gap.question} {{#{gap.id}}}\n\n{gap.text}\n\n**{whom(facts, gap)}:** {gap.ask}"
        for gap in facts.gaps.values()
    )


def whom(facts: Facts, gap: Gap) -> str:
    """Return what stands before a question for a partner, or before whom to ask."""
    return f"Ask {facts.law.partners[gap.partner].short}" if gap.partner else "Whom to ask"


def sources(facts: Facts) -> str:
    """Return every source under its publisher, with its own date and the day on which it was read."""
    publishers = dict.fromkeys(source.publisher for source in facts.law.sources.values())
    return "\n\n".join(
        f"## {publisher}\n\n" + "\n\n".join(source_entry(facts, entry) for entry in by_publisher(facts, publisher))
        for publisher in publishers
    )


def by_publisher(facts: Facts, publisher: str) -> Iterable[Source]:
    """Yield the sources of one publisher in the order of the file."""
    return (source for source in facts.law.sources.values() if source.publisher == publisher)


def source_entry(facts: Facts, source: Source) -> str:
    """Return one source with its address, its date, the day on which it was read and the rules that rest on it."""
    resting = (entry for entry in facts.entries.values() if source.id in cited_sources(entry))
    details = {
        "Address": f"<{source.url}>",
        "Dated": source.dated,
        "Read": in_words(source.read),
        "Cited for": ", ".join(f"[{entry.title}](rules.md#{entry.id})" for entry in resting),
    }
    return f"### {source.title} {{#{source.id}}}\n\n{definition_list(details)}"


def cited_sources(entry: Entry) -> set[str]:
    """Return the ids of all sources that a fact or one of its versions cites."""
    versions = (citation for version in entry.versions for citation in version.sources)
    return {citation.id for citation in (*entry.sources, *versions)}
