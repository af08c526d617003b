"""Tables that put certifying partners side by side."""

from cor_site.docs.errors import ContentError
from cor_site.docs.law import Citation, Facts, Partner, Version
from cor_site.docs.markup import cell


def partner_link(partner: Partner) -> str:
    """Return a certifying partner's short name, linked to its site."""
    return f"[{partner.short}]({partner.url})"


def partners_table(facts: Facts) -> str:
    """Return all certifying partners as a Markdown table."""
    rows = ["| Short name | Certifying partner | For |", "| --- | --- | --- |"]
    rows += [f"| {p.short} | [{p.name}]({p.url}) | {cell(p.industry)} |" for p in facts.partners.values()]
    return "\n".join(rows)


def comparison(facts: Facts, fact_id: str) -> str:
    """Return what each certifying partner says about a fact on which they differ, as a Markdown table."""
    fact = facts.fact(fact_id)
    if not fact.versions:
        raise ContentError(f"the fact “{fact_id}” has no versions to compare")
    rows = ["| Certifying partner { .cor-compared } | What it says | Where |", "| --- | --- | --- |"]
    return "\n".join(rows + [version_row(version) for version in fact.versions])


def options_table(facts: Facts) -> str:
    """Return what may replace a maintenance audit, option by option, as a Markdown table."""
    rows = ["| Certifying partner { .cor-compared } | What it takes | Where |", "| --- | --- | --- |"]
    for option in facts.options:
        where = "; ".join(map(source_link, option.sources))
        said = f"**{option.title}.** {option.sentence} {option.apply_where}"
        rows.append(f"| {partner_link(option.partner)} | {cell(said)} | {cell(where)} |")
    return "\n".join(rows)


def version_row(version: Version) -> str:
    """Return one partner's row of a comparison."""
    where = "; ".join(map(source_link, version.sources))
    return f"| {partner_link(version.partner)} | {cell(version.value)} | {cell(where)} |"


def source_link(citation: Citation) -> str:
    """Return a source's linked title with the decisive words, short enough for a table."""
    quote = f": “{citation.quote}”" if citation.quote else ""
    return f"[{citation.source.title}]({citation.source.url}){quote}"
