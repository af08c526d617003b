"""The generated reference: every rule, disagreement, gap and source, straight from the facts."""

from collections.abc import Iterable

from cor_site.docs.comparison import comparison
from cor_site.docs.errors import ContentError
from cor_site.docs.footnotes import basis, by_source, source_in_words
from cor_site.docs.law import Fact, Facts, Source, in_words
from cor_site.docs.markup import definition_list

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
    unknown = {fact.topic for fact in facts.facts.values()} - TOPICS.keys()
    if unknown:
        raise ContentError(f"reference.py has no heading for the topic “{min(unknown)}”")
    return "\n\n".join(topic(facts, name) for name in TOPICS)


def topic(facts: Facts, name: str) -> str:
    """Return one topic with its facts; empty where it has none."""
    entries = [rule(facts, fact) for fact in facts.facts.values() if fact.topic == name]
    return "\n\n".join([f"## {TOPICS[name]} {{#topic-{name}}}", *entries]) if entries else ""


def rule(facts: Facts, fact: Fact) -> str:
    """Return one fact: what it says, then its value, basis, sources and dates."""
    details = {
        "Value": fact.value,
        "Applies to": ", ".join(AUDIENCES.get(who, who) for who in fact.applies_to),
        "Basis": f"{basis(fact)} {fact.reason}".strip(),
        "Sources": sources_list(fact),
        "Checked": f"{in_words(fact.checked)}; due for review by {in_words(fact.review_by)}",
    }
    parts = [f"### {fact.title} {{#{fact.id}}}", fact.sentence, definition_list(details)]
    if fact.versions:
        parts.append(comparison(facts, fact.id))
    return "\n\n".join(parts)


def sources_list(fact: Fact) -> str:
    """Return the sources of a fact, one to a line of a list; empty where they are silent."""
    return "\n".join(f"- {source_in_words(places)}" for places in by_source(fact.sources))


def disagreements(facts: Facts) -> str:
    """Return every contested fact, with what each certifying partner says where that was found."""
    return "\n\n".join(disagreement(facts, fact) for fact in facts.facts.values() if fact.contested)


def disagreement(facts: Facts, fact: Fact) -> str:
    """Return one contested fact: what it says, why, and the comparison."""
    said = f"{fact.sentence} {fact.reason}".rstrip()
    versions = comparison(facts, fact.id) if fact.versions else ""
    parts = (f"## {fact.title} {{#{fact.id}}}", said, versions, f"[The sources of this rule](rules.md#{fact.id})")
    return "\n\n".join(filter(None, parts))


def unpublished(facts: Facts) -> str:
    """Return every question that no source answers, with whom to ask."""
    return "\n\n".join(
        f"## {gap.question} {{#{gap.id}}}\n\n{gap.text}\n\n**Whom to ask:** {gap.ask}" for gap in facts.gaps.values()
    )


def sources(facts: Facts) -> str:
    """Return every source under its publisher, with its own date and the day on which it was read."""
    publishers = dict.fromkeys(source.publisher for source in facts.sources.values())
    return "\n\n".join(
        f"## {publisher}\n\n" + "\n\n".join(source_entry(facts, entry) for entry in by_publisher(facts, publisher))
        for publisher in publishers
    )


def by_publisher(facts: Facts, publisher: str) -> Iterable[Source]:
    """Yield the sources of one publisher in the order of the file."""
    return (source for source in facts.sources.values() if source.publisher == publisher)


def source_entry(facts: Facts, source: Source) -> str:
    """Return one source with its address, its date, the day on which it was read and the rules that rest on it."""
    resting = (fact for fact in facts.facts.values() if source.id in cited_sources(fact))
    details = {
        "Address": f"<{source.url}>",
        "Dated": source.dated,
        "Read": in_words(source.read),
        "Cited for": ", ".join(f"[{fact.title}](rules.md#{fact.id})" for fact in resting),
    }
    return f"### {source.title} {{#{source.id}}}\n\n{definition_list(details)}"


def cited_sources(fact: Fact) -> set[str]:
    """Return the ids of all sources that a fact or one of its versions cites."""
    versions = (citation for version in fact.versions for citation in version.sources)
    return {citation.source.id for citation in (*fact.sources, *versions)}
