"""Where a statement comes from and how sure it is, in one line of Markdown."""

import re
from collections.abc import Iterable

from cor_calc.law import Citation, Law, Partner, Source
from cor_calc.numbers import listed
from cor_site.docs.generated.statements import Statement
from cor_site.docs.sources import publishers

NEW = 2023
"""A partner's own page of this year or later is as sure as anything here."""

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def origin(statement: Statement, law: Law) -> str:
    """Return what a statement rests on and how sure that is, then its sources, each linked and dated."""
    parts = [how_sure(statement, law)]
    if statement.reason and statement.partner is None:
        parts.append(statement.reason.removesuffix("."))
    line = ". ".join(parts)
    return f"{line}: {places(statement.sources, law)}." if statement.sources else f"{line}."


def how_sure(statement: Statement, law: Law) -> str:
    """Return in words whose a statement is, and how well it is supported."""
    if statement.basis == "reading":
        return "Our reading, no published rule"
    if statement.basis == "derived":
        return "Follows from what the pages say"
    if statement.partner is None:
        return f"Said by {listed(publishers(statement.sources, law))}"
    partner = law.partners[statement.partner]
    own = [law.sources[cited.id] for cited in statement.sources if is_own(law.sources[cited.id], partner)]
    if not own:
        return f"Told by {listed(publishers(statement.sources, law))}, not by {partner.short} itself"
    return own_page(partner.short, own, statement.sure)


def own_page(short: str, own: list[Source], sure: str) -> str:
    """Return what kind of page of a partner's own says so."""
    newest = max(map(newest_year, own))
    if sure == "C":
        return f"An old page of {short}’s own"
    if sure == "A" and newest >= NEW:
        return f"{short}’s own page, {NEW} or later"
    if sure == "A":
        return f"{short}’s own pages, which agree" if len(own) > 1 else f"{short}’s own page, of its present site"
    if all(source.dated.startswith("undated") for source in own):
        return f"{short}’s own page, undated"
    return f"{short}’s own page" if newest >= NEW else f"{short}’s own page, older than {NEW}"


def cites(statement: Statement, partner: Partner, law: Law) -> bool:
    """Return whether a statement rests on a page of a partner's own, and not on our reading of it."""
    published = statement.basis in {"stated", "elsewhere"}
    return published and any(is_own(law.sources[cited.id], partner) for cited in statement.sources)


def is_own(source: Source, partner: Partner) -> bool:
    """Return whether a page is a partner's own; Enform's are Energy Safety Canada's."""
    return source.publisher.endswith(partner.name)


def newest_year(source: Source) -> int:
    """Return the newest year that a page's date names, 0 where it names none."""
    return max(map(int, YEAR.findall(source.dated)), default=0)


def places(sources: Iterable[Citation], law: Law) -> str:
    """Return the sources in one line: each linked by its title, with its date and a few decisive words."""
    return "; ".join(place(cited, law.sources[cited.id]) for cited in sources)


def place(cited: Citation, source: Source) -> str:
    """Return one source: linked title, date, decisive words."""
    quote = f", “{cited.quote}”" if cited.quote else ""
    return f"[{source.title}]({source.url}) ({source.dated}{quote})"
