"""A certifying partner's page: the short answers first, then all that it publishes, then what to ask it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from cor_calc.checks import CHECKS, overview
from cor_calc.dates import in_words
from cor_calc.law import Law, Partner
from cor_site.docs.generated.elements import elements_in_words
from cor_site.docs.generated.origin import cites, origin
from cor_site.docs.generated.statements import Statement, general_of, noted, options, own, title_of
from cor_site.docs.generated.told import AttributeTold, told
from cor_site.docs.markup import UNSEARCHED
from cor_site.docs.pages_data import Attribute, Pages

Origin = Callable[[Statement], str]
"""Words for where a statement comes from, on one line of Markdown."""

ASK = "ask"
"""The address of the questions on a partner's page."""

IN_SHORT: dict[str, tuple[str, ...]] = {
    "When is the next audit due?": (
        *("maintenance-due-by", "maintenance-due-latest", "certificate-issue-date", "recertify-before-expiry"),
    ),
    "Who may do it?": ("maintenance-assessor", "cor-assessor", "secor-assessor"),
    "Which score does it need?": (
        *("maintenance-pass-mark", "overall-pass-mark", "element-pass-mark", "secor-maintenance-pass-mark"),
    ),
}
"""What most holders come for, and the facts that answer it."""

INSTEAD = "May something else replace the audit?"
CHARGES = "What does it charge?"
FEES = "fees"
"""The attribute that tells what a partner charges."""
CHARGED = (
    "fee-cor-member",
    "fee-cor-other",
    "fee-secor-member",
    "fee-secor-other",
    "fee-review-other",
    "fees-published",
)
"""Of that attribute, what every holder asks for."""

OWN_ONLY = ("certificate-issue-date",)
"""Facts that the short answers leave out where the partner has none of its own."""


@dataclass(frozen=True, slots=True)
class Writer:
    """What every part of one partner's page is made from."""

    law: Law
    pages: Pages
    day: date
    partner: Partner
    origin: Origin

    def told(self, attribute: Attribute) -> AttributeTold:
        """Return what the partner tells of an attribute."""
        return told(self.law, self.pages, self.day, attribute, self.partner.id)

    def statement(self, fact_id: str) -> Statement | None:
        """Return the partner's own statement, else the general one."""
        mine = own(self.law, self.pages, self.day, fact_id, self.partner.id)
        return mine or general_of(self.law, self.pages, self.day, fact_id)


def partner_page(
    law: Law, pages: Pages, partner_id: str, day: date | None = None, origin_of: Origin | None = None
) -> str:
    """Return a partner's page as Markdown with its front matter, for `partners/ID.md`.

    `day` is the one whose rules are told, left out the last on which a source was read. `origin_of` says where a
    statement comes from. The page links to `index.md`, the comparison, and to the checks.
    """
    on = day or last_checked_of_all(law, pages)
    writer = Writer(law, pages, on, law.partners[partner_id], origin_of or (lambda each: origin(each, law)))
    parts = [front_matter(writer), opening(writer), in_short(writer), checks(writer), reading_help(writer)]
    parts += [section(writer, attribute) for attribute in pages.attributes.values()]
    return "\n\n".join([*parts, questions(writer)]) + "\n"


def last_checked_of_all(law: Law, pages: Pages) -> date:
    """Return the newest day on which a statement was checked against its sources."""
    claims = (claim.checked for claim in pages.claims.values())
    return max(*claims, *(fact.checked for parameter in law.parameters.values() for fact in parameter.versions))


def front_matter(writer: Writer) -> str:
    """Return the front matter: the search finds a partner by its short name, its name and its industry."""
    partner = writer.partner
    description = f"COR and SECOR at {partner.short}: due dates, auditors, pass marks, alternatives, deadlines, fees."
    return "\n".join(
        (
            "---",
            f"title: {partner.short}",
            f'description: "{description}"',
            f"last_reviewed: {last_checked(writer).isoformat()}",
            "toc_depth: 2",
            "search: { boost: 0.9 }",
            "---",
        )
    )


def last_checked(writer: Writer) -> date:
    """Return the newest day on which something that the page tells of the partner was checked."""
    said = (writer.told(attribute) for attribute in writer.pages.attributes.values())
    return max(each.checked for told in said for each in (*told.own, *told.unsure))


def opening(writer: Writer) -> str:
    """Return the heading, whose partner this is, and what to know before anything else."""
    partner = writer.partner
    lines = [
        f"# COR and SECOR at {partner.short}: {partner.industry}",
        "",
        f"{partner.short} stands for [{partner.name}]({partner.url}).",
        partner.how_to_tell,
    ]
    if partner.contact:
        lines.append(f"Its office, by its own pages: {partner.contact}.")
    if partner.status:
        lines += ["", '!!! warning "Before you choose it"', "", f"    {partner.status}"]
    return "\n".join(lines)


def in_short(writer: Writer) -> str:
    """Return the five answers that most holders come for, each linked to where it stands with its source."""
    entries = [entry(question, answers(writer, facts)) for question, facts in IN_SHORT.items()]
    entries.append(entry(INSTEAD, instead(writer)))
    entries.append(entry(CHARGES, charges(writer)))
    heading = f"## {writer.partner.short} in short: {due_in_short(writer)} {{ #in-short }}"
    return "\n\n".join((heading, *entries))


def due_in_short(writer: Writer) -> str:
    """Return by when maintenance is due, in a few words."""
    due = writer.law.on(writer.day, writer.partner.id).get("maintenance-due-by")
    return f"maintenance by {due.shown()}" if due and due.partner else "no due date is published"


def answers(writer: Writer, facts: Iterable[str]) -> list[str]:
    """Return one sentence or two for each fact, the general ones marked."""
    found = [writer.statement(fact) for fact in facts if not beside_the_point(writer, fact)]
    told = [each for each in found if each and (each.partner or each.id not in OWN_ONLY)]
    return [short_answer(writer, each) for each in told]


def beside_the_point(writer: Writer, fact_id: str) -> bool:
    """Return whether a fact repeats another here, or is about a SECOR that the partner does not offer."""
    book = writer.law.on(writer.day, writer.partner.id)
    if fact_id == "maintenance-due-latest":
        return book[fact_id] == book["maintenance-due-by"]
    return fact_id.startswith("secor-") and not book["secor-offered"]


def short_answer(writer: Writer, each: Statement) -> str:
    """Return a statement, marked where it is not the partner's own, with a link to where it stands on the page."""
    of_its_own = each.partner or cites(each, writer.partner, writer.law)
    mark = "" if of_its_own else f"*Not {writer.partner.short}’s own:* "
    return f"{mark}{each.text} [Source](#{each.id})"


def instead(writer: Writer) -> list[str]:
    """Return what may replace the audit: the options by name with their dates, or that none was found."""
    offered = options(writer.law, writer.day, writer.partner.id)
    if not offered:
        return answers(writer, ("alternatives-none",))
    return [f"{each.title}{dates_of(writer, each.id)} [Conditions](#{each.id})" for each in offered]


def dates_of(writer: Writer, option_id: str) -> str:
    """Return what follows an alternative's name: on which days of the year something is due, and of when those are."""
    option = next(each for each in writer.law.options if each.id == option_id)
    labels = {"apply_by": "apply by", "plan_by": "plan by", "amend_by": "changes by", "deliver_by": "deliver by"}
    days = [
        f"{labels[name]} {in_words(date.fromisoformat(f'2000-{day}'), year=False)}"
        for name, day in sorted(option.dates.items(), key=lambda item: item[1])
    ]
    return noted(f": {', '.join(days)}." if days else ".", option.dates_are_of)


def charges(writer: Writer) -> list[str]:
    """Return what the partner itself says that holders pay, or that no price was found, with the way to its fees."""
    said = [each for each in writer.told(writer.pages.attributes[FEES]).own if each.id in CHARGED]
    none = f"We found no price on a page of {writer.partner.short}’s own. [What is known of its fees](#{FEES})"
    return [short_answer(writer, each) for each in said] or [none]


def checks(writer: Writer) -> str:
    """Return a link to every check, with the partner chosen where the check asks for it."""
    partner = writer.partner
    chosen = f"#v=2&partner={partner.id}"
    items = [f"- [{overview.TITLE}](../check/index.md{chosen}) All checks at once"]
    items += [
        f"- [{check.title}](../check/{name}.md{chosen if 'partner' in check.keys else ''})"
        for name, check in CHECKS.items()
    ]
    return "\n".join(
        (
            f"## Check your own case, with {partner.short} chosen {{ #checks }}",
            "",
            '<div class="cor-checks" markdown="1">',
            "",
            *items,
            "",
            "</div>",
        )
    )


def reading_help(writer: Writer) -> str:
    """Return how the rest of the page is to be read."""
    short = writer.partner.short
    return "\n".join(
        (
            f"## How to read what follows {{ #how-to-read {UNSEARCHED} }}",
            "",
            f"First comes what {short} says itself, each point with its page and how sure that is.",
            f"A general rule is not {short}’s own: other pages say it, and the checks use it where {short} is silent.",
            f"[All ten partners, point by point](index.md). [Questions to send to {short}](#{ASK}).",
        )
    )


def section(writer: Writer, attribute: Attribute) -> str:
    """Return one attribute: the partner's own statements, those that decide nothing, what is missing, the rest."""
    short = writer.partner.short
    said = writer.told(attribute)
    parts = [f"## {attribute.title} at {short} {{ #{attribute.id} }}"]
    parts += [statement(writer, each) for each in said.own]
    if attribute.id == "elements":
        parts.append(elements_in_words(writer.law, writer.pages, writer.partner, writer.origin))
    if said.unsure:
        parts.append("**Less sure, and no check uses it**")
        parts += [statement(writer, each) for each in said.unsure]
    parts += gaps(writer, said)
    if said.general:
        parts.append(general(writer, said))
    parts.append(f"[The other partners on this](index.md#{attribute.id})")
    return "\n\n".join(parts)


def statement(writer: Writer, each: Statement) -> str:
    """Return a statement under its title, with a line on where it comes from."""
    where = writer.pages.apply_at.get(each.id)
    apply = f" [Where to apply]({where})" if where else ""
    return (
        f'<span id="{each.id}">{each.title}</span>\n'
        f":   {each.whole}{apply}\n\n"
        f"    {writer.origin(each)}\n    {{ .cor-source {UNSEARCHED} }}"
    )


def general(writer: Writer, said: AttributeTold) -> str:
    """Return the general rules that stand in, folded away where the partner has words of its own."""
    count = len(said.general)
    rules = "1 general rule" if count == 1 else f"{count} general rules"
    heading = f"Not published by {writer.partner.short}: {rules} in its place"
    opened = "" if said.own else " open"
    inside = "\n\n".join(statement(writer, each) for each in said.general)
    return f'<details class="cor-general"{opened} markdown="1">\n<summary>{heading}</summary>\n\n{inside}\n\n</details>'


def gaps(writer: Writer, said: AttributeTold) -> list[str]:
    """Return what the partner does not publish: its own gaps with what was found instead, then what others publish."""
    short = writer.partner.short
    parts = [f"**{gap.question}** Not published. {gap.text} [Ask {short}](#{ASK})" for gap in said.gaps]
    if said.missing:
        titles = [f"[{title_of(writer.law, writer.pages, fact)}](index.md#{fact})" for fact in said.missing]
        parts.append(f"Others publish this, and for {short} we did not find it: {'; '.join(titles)}.")
    if said.ask:
        parts.append(f"We found nothing of {short}’s own on this. [Ask {short}](#{ASK})")
    return parts


def questions(writer: Writer) -> str:
    """Return all questions to the partner, ready to copy."""
    short = writer.partner.short
    said = [writer.told(attribute) for attribute in writer.pages.attributes.values()]
    asked = [question for told in said for question in (*(gap.ask for gap in told.gaps), told.ask) if question]
    numbered = "\n".join(f"{number}. {question}" for number, question in enumerate(asked, 1))
    return "\n".join(
        (
            f"## What {short} does not publish: questions to send it {{ #{ASK} }}",
            "",
            f"Copy those that matter to you, and send them to {short} in writing.",
            "Keep the answers with the papers of your audit.",
            "What no partner publishes stands in [what we could not find](../reference/not-published.md).",
            "",
            numbered,
        )
    )


def entry(term: str, meanings: list[str]) -> str:
    """Return a term of a definition list with one meaning, each sentence of it a paragraph."""
    return f"{term}\n:   " + "\n\n    ".join(meanings)
