"""Tables that put certifying partners side by side."""

from collections.abc import Iterable

from cor_calc.law import Citation, Law, Partner
from cor_site.docs.errors import ContentError
from cor_site.docs.inserts.facts import Facts
from cor_site.docs.markup import cell


def partner_link(partner: Partner) -> str:
    """Return a certifying partner's short name, linked to its site."""
    return f"[{partner.short}]({partner.url})"


def partners_table(facts: Facts) -> str:
    """Return all certifying partners as a Markdown table."""
    rows = ["| Short name | Certifying partner | For |", "| --- | --- | --- |"]
    rows += [f"| {p.short} | [{p.name}]({p.url}) | {cell(p.industry)} |" for p in facts.law.partners.values()]
    return "\n".join(rows)


def comparison(facts: Facts, fact_id: str) -> str:
    """Return what each certifying partner says about a fact on which they differ, as a Markdown table.

    Raises `ContentError` for a fact without versions.
    """
    versions = facts.entry(fact_id).versions
    if not versions:
        raise ContentError(f"the fact “{fact_id}” has no versions to compare")
    rows = ["| Certifying partner { .cor-compared } | What it says | Where |", "| --- | --- | --- |"]
    rows += [row(version.partner, version.said, version.sources, facts.law) for version in versions]
    return "\n".join(rows)


def options_table(facts: Facts) -> str:
    """Return what may replace a maintenance audit, option by option, as a Markdown table."""
    rows = ["| Certifying partner { .cor-compared } | What it takes | Where |", "| --- | --- | --- |"]
    for option in facts.options:
        said = f"**{option.title}.** {option.statement} {option.apply_where}"
        rows.append(row(facts.partner(option.partner), said, option.sources, facts.law))
    return "\n".join(rows)


def row(partner: Partner, said: str, sources: Iterable[Citation], law: Law) -> str:
    """Return one partner's row of a comparison."""
    where = "; ".join(source_link(cited, law) for cited in sources)
    return f"| {partner_link(partner)} | {cell(said)} | {cell(where)} |"


def source_link(cited: Citation, law: Law) -> str:
    """Return a source's linked title with the decisive words, short enough for a table."""
    source = law.sources[cited.id]
    quote = f": “{cited.quote}”" if cited.quote else ""
    return f"[{source.title}]({source.url}){quote}"
