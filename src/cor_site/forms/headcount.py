"""The worksheet beside the number of employees: groups of people, and whether they count."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Group:
    """`counts`: whether they are in the sum; `doubt`: what to say where the sources do not agree, or nothing."""

    key: str
    words: str
    counts: bool = True
    doubt: str = ""


def groups() -> tuple[Group, ...]:
    """Return the groups, in the order in which an employer finds them."""
    return (
        Group("owners", "Owners with WCB coverage"),
        Group(
            "owners-not-covered",
            "Owners without WCB coverage",
            doubt="Owners without WCB coverage are in the sum; partners count them differently. Ask yours.",
        ),
        Group("office", "Managers and office staff"),
        Group("full-time", "Other full-time people"),
        Group("part-time", "Part-time people"),
        Group("seasonal", "Casual, temporary and seasonal people"),
        Group("family", "Family members and volunteers"),
        Group("contractors", "Contractors neither incorporated nor with a WCB account of their own"),
        Group(
            "contractors-not-covered",
            "Other contractors",
            counts=False,
            doubt="Other contractors are not in the sum; at least one partner counts them. Ask yours.",
        ),
    )
