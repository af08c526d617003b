"""Tables that put certifying partners side by side."""

from cor_calc.facts import Citation, Facts, Partner, Version
from cor_site.cite import known_fact
from cor_site.markup import cell


def partner_link(facts: Facts, partner_id: str) -> str:
    """Return a certifying partner's short name, linked to its site."""
    partner = known_partner(facts, partner_id)
    return f"[{partner.short}]({partner.url})"


def partners_table(facts: Facts) -> str:
    """Return all certifying partners as a Markdown table."""
    rows = ["| Short name | Certifying partner | For |", "| --- | --- | --- |"]
    rows += [f"| {p.short} | [{p.name}]({p.url}) | {cell(p.sector)} |" for p in facts.partners.values()]
    return "\n".join(rows)


def comparison(facts: Facts, fact_id: str) -> str:
    """Return what each certifying partner says about a contested fact, as a Markdown table."""
    fact = known_fact(facts, fact_id)
    if not fact.versions:
        raise LookupError(f"the fact “{fact_id}” has no versions to compare")
    rows = ["| Certifying partner { .cor-compared } | What it says | Where |", "| --- | --- | --- |"]
    return "\n".join(rows + [version_row(facts, version) for version in fact.versions])


def version_row(facts: Facts, version: Version) -> str:
    """Return one partner's row of a comparison."""
    says = f"{version.value}, {version.note}" if version.note else version.value
    where = "; ".join(source_link(facts, citation) for citation in version.sources)
    return f"| {partner_link(facts, version.partner)} | {cell(says)} | {cell(where)} |"


def known_partner(facts: Facts, partner_id: str) -> Partner:
    """Return a partner by its id, or raise `LookupError` saying which one is missing."""
    if partner_id not in facts.partners:
        raise LookupError(f"there is no certifying partner called “{partner_id}”")
    return facts.partners[partner_id]


def source_link(facts: Facts, citation: Citation) -> str:
    """Return a source's linked title with the decisive words, short enough for a table."""
    source = facts.sources[citation.id]
    quote = f": “{citation.quote}”" if citation.quote else ""
    return f"[{source.title}]({source.url}){quote}"
