"""All certifying partners side by side: attribute by attribute, who says what, and where the sources disagree."""

from datetime import date

from cor_calc.law import Fact, Law
from cor_calc.numbers import listed
from cor_site.docs.generated.origin import origin
from cor_site.docs.generated.partners import Origin, last_checked_of_all
from cor_site.docs.generated.statements import (
    UNSURE,
    Statement,
    general_of,
    needs_its_sentence,
    noted,
    of_claim,
    options,
    own,
    title_of,
)
from cor_site.docs.markup import UNSEARCHED
from cor_site.docs.pages_data import Attribute, Claim, Pages

RULES = "../reference/rules.md"

OTHER = "other"
"""The address of the disagreements that are of no attribute."""


def comparison(law: Law, pages: Pages, day: date | None = None, origin_of: Origin | None = None) -> str:
    """Return the comparison of all partners as Markdown with its front matter, for `partners/index.md`.

    Every fact on which partners say something of their own has its id as its address. Each partner's words link to
    their place on its page, and general ones to the list of rules: there the sources stand.
    """
    on = day or last_checked_of_all(law, pages)
    words = origin_of or (lambda each: origin(each, law))
    parts = [front_matter(law, pages), opening(law, pages)]
    parts += [section(law, pages, on, attribute) for attribute in pages.attributes.values()]
    return "\n\n".join([*parts, other_disagreements(law, pages, words)]) + "\n"


def front_matter(law: Law, pages: Pages) -> str:
    """Return the front matter."""
    return "\n".join(
        (
            "---",
            "title: Certifying partners",
            'description: "Alberta\'s certifying partners side by side: which is yours, and how their rules differ."',
            f"last_reviewed: {last_checked_of_all(law, pages).isoformat()}",
            "toc_depth: 2",
            "search: { boost: 0.7 }",
            "---",
        )
    )


def opening(law: Law, pages: Pages) -> str:
    """Return the heading, which partner is whose, and the ways to each attribute."""
    partners = "\n\n".join(
        f"### {partner.short}: {partner.industry} {{ #{partner.id} }}\n\n{partner.how_to_tell}"
        + (f"\n{partner.status}" if partner.status else "")
        + f"\n[All that {partner.short} asks for]({partner.id}.md)"
        for partner in law.partners.values()
    )
    ways = "\n".join(f"- [{each.title}](#{each.id})" for each in pages.attributes.values())
    return "\n".join(
        (
            "# Which certifying partner is yours, and how do they differ?",
            "",
            "Every certificate has one certifying partner, and what that partner asks for is what counts.",
            "Open yours for its due dates, auditors, marks and deadlines, or read on for all of them point by point.",
            "",
            "## Which certifying partner is for our industry? { #which }",
            "",
            partners,
            "",
            "## Where do they differ? { #differ .cor-points }",
            "",
            "Each partner's name leads to its own words, with their source.",
            "A partner that is not named under a point publishes nothing on it that we found.",
            "",
            ways,
            f"- [Other points on which the sources disagree](#{OTHER})",
        )
    )


def section(law: Law, pages: Pages, day: date, attribute: Attribute) -> str:
    """Return one attribute: its alternatives or elements, then each fact on which a partner says something."""
    parts = [f"## {attribute.title} {{ #{attribute.id} }}"]
    if "alternatives-none" in attribute.facts:
        parts.append(alternatives(law, day))
    if attribute.id == "elements":
        parts.append(elements(law))
    parts += [fact_side_by_side(law, pages, day, attribute, fact) for fact in attribute.facts]
    parts.append("[Back to the list of points](#differ)")
    return "\n\n".join(filter(None, parts))


def fact_side_by_side(law: Law, pages: Pages, day: date, attribute: Attribute, fact_id: str) -> str:
    """Return who says what of one fact, then the general rule.

    Empty where no partner has a version of its own, unless the sources disagree.
    """
    own_ones = [each for partner in law.partners if (each := own(law, pages, day, fact_id, partner))]
    if not own_ones and not contested(pages, fact_id):
        return ""
    title = title_of(law, pages, fact_id)
    lines = values(law, day, fact_id) if fact_id in law.parameters else [said(law, each) for each in own_ones]
    summed_up = fact_id in attribute.of_others and bool(own_ones)
    parts = [f"### {title} {{ #{fact_id} }}", "\n".join(lines)]
    parts += disagreeing(pages, fact_id)
    parts += [] if summed_up else standing_in(law, pages, day, fact_id)
    return "\n\n".join(filter(None, parts))


def values(law: Law, day: date, parameter: str) -> list[str]:
    """Return each value of a parameter after the partners that publish it, the least first, with their notes."""
    groups: dict[str, list[Fact]] = {}
    for partner in law.partners:
        fact = law.on(day, partner).get(parameter)
        if fact and fact.partner:
            groups.setdefault(wording(fact), []).append(fact)
    in_order = sorted(groups.items(), key=lambda group: least(group[1][0]))
    return [
        f"- {listed([linked(law, fact) for fact in facts])}: {noted(text, *(fact.note for fact in facts))}"
        for text, facts in in_order
    ]


def least(fact: Fact) -> int:
    """Return what numbers are sorted by; all else stays in the partners' order."""
    return fact.value if isinstance(fact.value, int) and fact.unit != "flag" else 0


def wording(fact: Fact) -> str:
    """Return how one partner's value is put: the value, or its own sentence where the value alone says too little."""
    return fact.sentence() if needs_its_sentence(fact) else f"**{fact.shown()}**"


def linked(law: Law, fact: Fact) -> str:
    """Return a partner's name, linked to its own words."""
    partner = law.partners[str(fact.partner)]
    return f"[{partner.short}]({partner.id}.md#{fact.id})"


def said(law: Law, each: Statement) -> str:
    """Return one partner's own sentence of a claim, and its note."""
    partner = law.partners[str(each.partner)]
    unsure = " *Less sure, and no check uses it.*" if each.sure == UNSURE else ""
    return f"- [{partner.short}]({partner.id}.md#{each.id}): {each.whole}{unsure}"


def contested(pages: Pages, fact_id: str) -> bool:
    """Return whether the sources disagree on a fact."""
    return fact_id in pages.claims and pages.claims[fact_id].contested


def disagreeing(pages: Pages, fact_id: str) -> list[str]:
    """Return that the sources disagree, and why; where no reason is given, the partners' own sentences show it."""
    if not contested(pages, fact_id):
        return []
    return [f"**The sources disagree.** {pages.claims[fact_id].reason or 'What each says stands below.'}"]


def standing_in(law: Law, pages: Pages, day: date, fact_id: str) -> list[str]:
    """Return the general rule, which is used where a partner publishes nothing; empty where there is none."""
    general = general_of(law, pages, day, fact_id)
    return [f"*In general:* {general.text} [Source]({RULES}#{fact_id})"] if general else []


def source_line(each: Statement, words: Origin) -> str:
    """Return where a statement comes from as a small paragraph of its own."""
    return f"\n{words(each)}\n{{ .cor-source {UNSEARCHED} }}"


def alternatives(law: Law, day: date) -> str:
    """Return every option of every partner, and who publishes none."""
    lines = [
        f"- [{law.partners[partner].short}: {each.title}]({partner}.md#{each.id}). {each.text}"
        for partner in law.partners
        for each in options(law, day, partner)
    ]
    offering = {option.partner for option in law.options_on(day)}
    none = [f"[{each.short}]({each.id}.md#alternatives)" for each in law.partners.values() if each.id not in offering]
    return "\n".join((*lines, f"- {listed(none)}: no option is published."))


def elements(law: Law) -> str:
    """Return whose elements were found, each linked to its page."""
    found = [f"[{law.partners[each].short}]({each}.md#elements)" for each in law.elements]
    return f"The lists of elements that were found: {listed(found)}. For the others AASP's names stand in."


def other_disagreements(law: Law, pages: Pages, words: Origin) -> str:
    """Return the contested claims that are of no attribute, each with its reason and its sources."""
    placed = {fact for attribute in pages.attributes.values() for fact in attribute.facts}
    others = [claim for claim in pages.claims.values() if claim.contested and claim.id not in placed]
    parts = [f"## Other points on which the sources disagree {{ #{OTHER} }}"]
    return "\n\n".join([*parts, *(disagreement(law, claim, words) for claim in others)])


def disagreement(law: Law, claim: Claim, words: Origin) -> str:
    """Return one contested claim: what it says, the partners' own sentences, where it was read."""
    lines = [f"- {law.partners[each.partner].short}: {each.statement}" for each in claim.versions]
    body = [claim.statement, *(["\n".join(lines)] if lines else [])]
    return "\n\n".join([f"### {claim.title} {{ #{claim.id} }}", *body]) + "\n" + source_line(of_claim(claim), words)
