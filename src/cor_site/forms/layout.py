"""How a form stands on its page: what is folded away, what is asked first, and the overview's parts.

Which questions a check asks, and in which order, is not said here but in the check. A question that is not named below
stands plainly in its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """One question, or some that belong together.

    `folded`: what the fold is called in which they stand, or nothing.
    `asks`: a question of the page alone that comes before them, or nothing. They are shown after a yes to it.
    """

    keys: tuple[str, ...]
    folded: str = ""
    asks: str = ""


@dataclass(frozen=True)
class Part:
    """A section of a form; without a title it is the whole form."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class RowWords:
    """What one row of a list is called, and whether people have it in a spreadsheet."""

    word: str
    pasted: bool = False


@dataclass(frozen=True)
class First:
    """The subject that comes first while a rule is met, and that rule."""

    subject: str
    rule: str


ROWS = {
    "audits": RowWords("audit"),
    "element_scores": RowWords("element", pasted=True),
    "elements": RowWords("element", pasted=True),
    "evidence": RowWords("element"),
    "industries": RowWords("industry code", pasted=True),
    "links": RowWords("tie"),
}

ITEMS = (
    Item(("documentation_months",), folded="Only know how many months?"),
    Item(("overall_score", "element_scores"), asks="Has the audit been done?"),
    Item(("industries",), folded="Do not know it? Enter your earnings and rates"),
)

FIRST = {"certification": First(subject="secor", rule="secor-largest-employer")}
"""By check: what comes first. Small employers mostly want SECOR."""

OVERVIEW: dict[str, tuple[str, ...]] = {
    "You and your partner": ("partner", "employees", "program"),
    "Your records and the certification audit": (
        "records_since",
        "audit_date",
        "documentation_months",
        "assessor",
        "overall_score",
        "element_scores",
    ),
    "The certificate that you hold": (
        "certificate",
        "certified_on",
        "certification_audit_ended",
        "first_maintenance",
        "second_maintenance",
    ),
    "A maintenance audit": ("maintenance_audit_ended", "maintenance_assessor", "maintenance_score"),
    "Something instead of the maintenance audit": (
        "maintenance_year",
        "last_overall_score",
        "years_certified",
        "certification_audits",
        "auditor_on_staff",
        "orders_in_cycle",
        "last_maintenance",
        "last_plan_percent",
    ),
    "The auditor's ties to you": ("audit_purpose", "links", "last_link_ended"),
    "An audit that is under way": ("field_work_started", "field_work_ended", "corrections_asked_on"),
    "If you audit": (
        "module_1_completed",
        "module_12_completed",
        "audit_completed",
        "auditor_certified_on",
        "refresher_on",
        "audits",
    ),
    "The refund": ("industry_rated_premium", "industries", "refund_year", "improvement_percent", "leader_percent"),
}
"""The overview's questions, in the order of a life."""

REST = "More"


def table(check: str) -> str:
    """Return where a check's decision table stands, from the site's root: what there is to read without the form."""
    return "about/how-it-decides/" if check == "overview" else f"check/{check}-examples/"


def parts(check: str, keys: Sequence[str]) -> tuple[Part, ...]:
    """Return the parts of a check's form. Each of its keys stands in exactly one."""
    if check != "overview":
        return (Part("", items(keys)),)
    titled = [(title, [key for key in named if key in keys]) for title, named in OVERVIEW.items()]
    placed = {key for _, named in titled for key in named}
    titled.append((REST, [key for key in keys if key not in placed]))
    return tuple(Part(title, items(named)) for title, named in titled if named)


def items(keys: Sequence[str]) -> tuple[Item, ...]:
    """Return questions as the items that they stand in, in the order of the first of each."""
    by_key = {key: item for item in ITEMS if set(item.keys) <= set(keys) for key in item.keys}
    found = [by_key.get(key, Item((key,))) for key in keys]
    return tuple(dict.fromkeys(found))
