"""What changed, and when: made from the dates in the data, so that nothing is told twice and nothing is forgotten."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cor_calc.dates import in_words
from cor_calc.law import Law
from cor_site.docs.generated.partners import last_checked_of_all
from cor_site.docs.generated.statements import Statement, of_claim, of_fact, of_option, of_version
from cor_site.docs.pages_data import Pages

RULES = "../reference/rules.md"
MONTHS = tuple(in_words(date(2000, month, 1), year=False).removeprefix("1 ") for month in range(1, 13))


@dataclass(frozen=True, slots=True)
class ProgramChange:
    """What holds since a day (YYYY-MM-DD), a month (YYYY-MM) or a year; its words, and where its source stands."""

    since: str
    text: str
    link: str

    @property
    def when(self) -> str:
        """The day as far as it is known: 1 February 2024, January 2024, 2025."""
        year, month, day = (*map(int, self.since.split("-")), 0, 0)[:3]
        words = [str(day) if day else "", MONTHS[month - 1] if month else "", str(year)]
        return " ".join(filter(None, words))


def what_changed(law: Law, pages: Pages) -> str:
    """Return `about/what-changed.md` as Markdown with its front matter."""
    read = last_checked_of_all(law, pages)
    parts = (front(read), program(law, pages), rules_by_day(law), reading(law), next_readings(law, pages))
    return "\n\n".join(parts) + "\n"


def front(read: date) -> str:
    """Return the front matter, the heading and the first sentences."""
    return "\n".join(
        (
            "---",
            "title: What changed",
            'description: "What changed in Alberta\'s COR and SECOR program, newest first, with dates and sources."',
            f"last_reviewed: {read.isoformat()}",
            "search: { boost: 0.3 }",
            "---",
            "",
            "# What changed, and when",
            "",
            f"We last read a source on {in_words(read)}.",
            "Below stand the changes of the program that the sources date, then our own days of reading.",
            "A change that no page tells of cannot stand here: ask your certifying partner.",
        )
    )


def program(law: Law, pages: Pages) -> str:
    """Return what the sources date, newest first."""
    found = sorted(changes(law, pages), key=lambda each: each.since, reverse=True)
    lines = [f"- **{each.when}:** {each.text} [Source]({each.link})" for each in found]
    return "\n".join(("## What changed in COR and SECOR { #program }", "", *lines))


def changes(law: Law, pages: Pages) -> Iterator[ProgramChange]:
    """Yield every statement of which the sources say since when it holds."""
    for each, link in statements(law, pages):
        if each.changed:
            yield ProgramChange(each.changed, attributed(law, each), link)


def attributed(law: Law, each: Statement) -> str:
    """Return a statement as it is told away from its partner's page: whose it is, what it says, its note."""
    whose = law.partners[each.partner].short if each.partner else ""
    named = f"{whose}: " if whose and not each.text.startswith(whose) and f"At {whose}" not in each.text else ""
    return f"{named}{each.whole}"


def statements(law: Law, pages: Pages) -> Iterator[tuple[Statement, str]]:
    """Yield every statement of the data with the place where its source stands, partners' own first."""
    for claim in pages.claims.values():
        for version in claim.versions:
            yield of_version(claim, version), f"../partners/{version.partner}.md#{claim.id}"
        if not claim.versions:
            yield of_claim(claim), f"{RULES}#{claim.id}"
    for parameter in law.parameters.values():
        for fact in parameter.versions:
            place = f"../partners/{fact.partner}.md#{fact.id}" if fact.partner else f"{RULES}#{fact.id}"
            yield of_fact(fact), place
    for option in law.options:
        yield of_option(option), f"../partners/{option.partner}.md#{option.id}"


def rules_by_day(law: Law) -> str:
    """Return on which days rules of the checks began or ended, newest first; the first day is only counted."""
    first = law.begins[0]
    parts = ["## From which day the checks know the rules { #rules }"]
    parts += [
        f"**{in_words(day)}**\n\n" + "\n".join(f"- {line}" for line in turned(law, day))
        for day in sorted(set(law.turns) - {first}, reverse=True)
    ]
    parts.append(
        f"The checks know the rules from {in_words(first)} on, and for a day before it they answer nothing."
        f" With 2023 the [three ways of gathering evidence]({RULES}#audit-techniques-all-since)"
        f" came back after the pandemic. [Every rule]({RULES})"
    )
    return "\n\n".join(parts)


def turned(law: Law, day: date) -> Iterator[str]:
    """Yield what begins on a day, and what ended the day before."""
    for parameter in law.parameters.values():
        for fact in parameter.versions:
            whose = f"{law.partners[fact.partner].short}: " if fact.partner else ""
            if fact.since == day:
                yield f"{whose}{fact.sentence()} [Source]({RULES}#{fact.id})"
            if fact.until is not None and (day - fact.until).days == 1:
                yield f"No longer: {whose}{fact.sentence()} [Source]({RULES}#{fact.id})"
    for option in law.options:
        if option.since == day:
            yield option.statement


def reading(law: Law) -> str:
    """Return how many sources and statements were read on each day, newest first."""
    days = sorted({source.read for source in law.sources.values()}, reverse=True)
    lines = [f"- **{in_words(day)}:** {listed_sources(law, day)}" for day in days]
    return "\n".join(("## When the sources were read { #read }", "", *lines))


def listed_sources(law: Law, day: date) -> str:
    """Return how many pages were read on a day, and whose."""
    shorts = {partner.name: partner.short for partner in law.partners.values()}
    publishers = [source.publisher for source in law.sources.values() if source.read == day]
    partners = [shorts[name] for name in dict.fromkeys(publishers) if name in shorts]
    return f"{len(publishers)} pages, among them those of {', '.join(partners)}."


def next_readings(law: Law, pages: Pages) -> str:
    """Return how many statements fall due for another reading in each month."""
    months: dict[tuple[int, int], int] = {}
    for day in due(law, pages):
        months[day.year, day.month] = months.get((day.year, day.month), 0) + 1
    lines = [f"- {MONTHS[month - 1]} {year}: {count}" for (year, month), count in sorted(months.items())]
    opening = (
        "Fees and what holds for one year are read again first, general rules last.\n"
        "The number of statements that fall due in each month:"
    )
    return "\n".join(("## When they are read again { #next }", "", opening, "", *lines))


def due(law: Law, pages: Pages) -> Iterable[date]:
    """Return the day by which each statement is to be read again."""
    versions = [fact.review_by for parameter in law.parameters.values() for fact in parameter.versions]
    return [*versions, *(claim.review_by for claim in pages.claims.values()), *(each.review_by for each in law.options)]
