"""What differs by certifying partner, written out partner by partner (contract, section 2).

"general" stands for the values that hold where a partner publishes none.
"""

from datetime import date, timedelta
from typing import Final

from .calendar import DAY, months_after, quarter_end

PARTNERS: Final = ("aasp", "acsa", "afpa_food", "afpa_forest", "amhsa", "amta", "asc", "ccsa", "esc", "mhsa")

SMALLEST_COR_EMPLOYER: Final = {
    "general": None,
    "aasp": None,
    "acsa": 2,
    "afpa_food": None,
    "afpa_forest": None,
    "amhsa": 11,
    "amta": 11,
    "asc": 11,
    "ccsa": 10,
    "esc": 11,
    "mhsa": 11,
}

SECOR_OFFERED: Final = {
    "general": "yes",
    "aasp": "yes",
    "acsa": "yes",
    "afpa_food": "yes",
    "afpa_forest": "yes",
    "amhsa": "yes",
    "amta": "yes",
    "asc": "yes",
    "ccsa": "not_covered",
    "esc": "yes",
    "mhsa": "yes",
}

RECORDS_OF_3_TO_11_MONTHS: Final = {
    "general": "yes",
    "aasp": "yes",
    "acsa": "yes",
    "afpa_food": "yes",
    "afpa_forest": "yes",
    "amhsa": "yes",
    "amta": "yes",
    "asc": "yes",
    "ccsa": "not_covered",
    "esc": "yes",
    "mhsa": "yes",
}

PEER_AUDITOR_CERTIFIES: Final = {
    "general": "not_covered",
    "aasp": "not_covered",
    "acsa": "yes",
    "afpa_food": "not_covered",
    "afpa_forest": "not_covered",
    "amhsa": "yes",
    "amta": "not_covered",
    "asc": "not_covered",
    "ccsa": "not_covered",
    "esc": "not_covered",
    "mhsa": "yes",
}

AUDITS_IN_A_CYCLE: Final = {
    "general": None,
    "aasp": None,
    "acsa": None,
    "afpa_food": None,
    "afpa_forest": None,
    "amhsa": None,
    "amta": 2,
    "asc": None,
    "ccsa": None,
    "esc": 1,
    "mhsa": 2,
}

OPTIONS: Final = {
    "aasp": ("aasp_car", "aasp_sass"),
    "acsa": ("acsa_action_plan",),
    "afpa_food": ("none",),
    "afpa_forest": ("afpa_forest_action_plan", "afpa_forest_car"),
    "amhsa": ("amhsa_action_plan",),
    "amta": ("amta_action_plan",),
    "asc": ("none",),
    "ccsa": ("ccsa_action_plan",),
    "esc": ("esc_action_plan",),
    "mhsa": ("none",),
}

# Who has an own version of what a date is made from; a date's `partners` are those of them whose value it is.
OWN_VERSIONS: Final = {
    "maintenance_by": ("acsa", "amhsa", "amta", "asc", "ccsa", "esc", "mhsa"),
    "maintenance_latest": ("amhsa", "asc", "esc"),
    "field_work": ("amhsa", "amta", "ccsa"),
    "report": ("amhsa",),
    "qualifying": ("amta",),
}


def maintenance_by(partner: str, anniversary: date, year: int) -> date:
    """Return the first of a maintenance year's two last days, before it is kept within the year."""
    if partner in {"acsa", "asc", "esc"}:
        return anniversary
    if partner == "amhsa":
        return date(year, 12, 1)
    if partner in {"amta", "ccsa", "mhsa"}:
        return date(year, 12, 31)
    return min(anniversary, date(year, 12, 1))


def maintenance_latest(partner: str, anniversary: date, year: int) -> date:
    """Return the second of a maintenance year's two last days, before it is kept within the year."""
    if partner == "amhsa":
        return date(year, 12, 1)
    if partner == "asc":
        return anniversary
    if partner == "esc":
        return quarter_end(anniversary)
    return date(year, 12, 31)


def field_work_last_day(partner: str, program: str, started: date) -> date:
    """Return the last day of the field work."""
    if program == "secor":
        return started + timedelta(days=15)
    last = started + timedelta(days=45)
    if partner in {"amhsa", "amta", "ccsa"}:
        return min(last, date(started.year, 12, 31))
    return last


def report_last_day(partner: str, ended: date) -> date:
    """Return the last day for the report."""
    last = ended + 21 * DAY
    first_of_december = date(ended.year, 12, 1)
    if partner == "amhsa" and ended <= first_of_december:
        return min(last, first_of_december)
    return last


def qualifying_audit_last_day(partner: str, course: date) -> date:
    """Return the last day for an internal auditor's first audit."""
    if partner == "amta":
        return course + timedelta(days=90)
    return months_after(course, 6)
