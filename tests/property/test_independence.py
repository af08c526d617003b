"""Independence against a calendar walked day by day, and against every completion of missing fields."""

import itertools
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calc.asking import result

from .naive import DAY, conflicts, first_free, judged

days = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 12, 31))
month_ends = st.builds(lambda day: day.replace(day=1) - DAY, days)
leap_days = st.integers(min_value=488, max_value=537).map(lambda n: date(4 * n, 2, 28)).filter(lambda d: d.year != 2100)
any_day = st.one_of(days, month_ends, leap_days, leap_days.map(lambda d: d + DAY))
kinds = st.sampled_from(["employed", "contracted", "advised"])


def tie(kind: str, ended: Any) -> dict[str, str]:
    """Return a tie of the auditor that ended on a day."""
    return {"who": "auditor", "kind": kind, "ended": str(ended)}


def ask(audit: date | None, *links: dict[str, str], purpose: str = "certification") -> dict[str, Any]:
    """Return the result for an audit on a day."""
    answers = {"audit_purpose": purpose, "audit_date": str(audit) if audit else None, "links": list(links)}
    return result("independence", answers)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(ended=any_day, gap=st.integers(min_value=-3, max_value=3), kind=kinds)
def test_both_sides_of_the_window(ended: date, gap: int, kind: str) -> None:
    """Around the anniversary of a tie's end, the verdict is that of a calendar walked by hand."""
    audit = first_free([ended]) + DAY * gap
    found = ask(audit, tie(kind, ended))
    assert found["verdict"] == ("no" if conflicts(ended, audit) else "yes")
    assert (found["verdict"] == "yes") is (gap >= 0)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(ends=st.lists(any_day, min_size=1, max_size=4), kind=kinds)
def test_independent_from_is_the_first_day_that_stays_free(ends: list[date], kind: str) -> None:
    """The day given is free of conflict and so is each later one; the day before is not."""
    links = [tie(kind, ended) for ended in ends]
    free = date.fromisoformat(ask(None, *links)["dates"]["independent_from"])
    assert free == first_free(ends)
    assert ask(free - DAY, *links)["verdict"] == "no"
    for wait in (0, 1, 27, 28, 29, 30, 31, 364, 365, 366, 367, 1461):
        assert ask(free + DAY * wait, *links)["verdict"] == "yes"


@settings(max_examples=100, deadline=None, derandomize=True)
@given(ends=st.lists(any_day, min_size=1, max_size=3), audit=any_day, as_of=any_day.filter(lambda d: d.year >= 2023))
def test_the_advice_is_to_wait_long_enough(ends: list[date], audit: date, as_of: date) -> None:
    """A later audit date is the only advice; it is free of conflict, not in the past, and certainly so by then."""
    links = [tie("employed", ended) for ended in ends]
    answers = {"audit_purpose": "recertification", "audit_date": str(audit), "links": links}
    found = result("independence", answers, as_of=str(as_of))
    if found["verdict"] == "yes":
        return
    ((change,),) = found["changes"]
    assert (change["key"], change["from"]) == ("audit_date", str(audit))
    to = date.fromisoformat(change["to"])
    assert to >= max(first_free(ends), as_of)
    assert to <= max(first_free(ends), as_of) + DAY
    assert change["when"] in (None, change["to"])


AUDIT, OLD, NEW = "2027-03-01", "2026-02-28", "2026-03-01"
KINDS, ENDS = ("employed", "audited"), (OLD, NEW, "ongoing")
ROWS = [
    {k: v for k, v in (("who", "auditor"), ("kind", kind), ("ended", ended)) if v}
    for kind in (*KINDS, "")
    for ended in (*ENDS, "")
]
LISTS: list[Any] = [None, [], *[[row] for row in ROWS], *[list(pair) for pair in itertools.product(ROWS, ROWS)]]


def filled(links: Any) -> list[tuple[tuple[str, str], ...]]:
    """Return every way to fill in the missing fields of a list of ties, as (kind, ended) pairs."""
    if links is None:
        return [(), (("employed", OLD),), (("employed", NEW),), (("audited", NEW),), (("employed", "ongoing"),),
                (("audited", "ongoing"),)]  # fmt: skip
    choices = [
        list(
            itertools.product(
                [row.get("kind")] if "kind" in row else KINDS, [row.get("ended")] if "ended" in row else ENDS
            )
        )
        for row in links
    ]
    return list(itertools.product(*choices))


def verdict(full: dict[str, Any]) -> str:
    """Return the verdict from complete answers."""
    if full["audit_purpose"] == "maintenance":
        return "not_covered"
    audit = date.fromisoformat(full["audit_date"])
    held = {kind for kind, ended in full["links"] if ended == "ongoing" or conflicts(date.fromisoformat(ended), audit)}
    if held - {"audited"}:
        return "no"
    return "not_covered" if held else "yes"


@pytest.mark.parametrize("purpose", ["certification", "recertification", "maintenance", "unsure", None])
@pytest.mark.parametrize("audit", [AUDIT, None])
def test_missing_fields_decide_only_where_all_values_agree(purpose: str | None, audit: str | None) -> None:
    """With any fields missing, the verdict is what all completions share and the open questions are exact."""
    for links in LISTS:
        known: dict[str, Any] = {}
        if purpose not in (None, "unsure"):
            known["audit_purpose"] = purpose
        if audit:
            known["audit_date"] = audit
        ways = filled(links)
        domain = {
            "audit_purpose": ("certification", "maintenance"),
            "audit_date": (AUDIT, "1990-01-01", "2030-01-01"),
            "links": ways,
        }
        found = result("independence", {"audit_purpose": purpose, "audit_date": audit, "links": links})
        expected, keys = judged(known, domain, verdict)
        assert (found["verdict"], [key.split(".")[0] for key in found["open_questions"]]) == (expected, keys), (
            purpose,
            audit,
            links,
        )


def test_advice_with_any_fields_missing() -> None:
    """A later date is advised where one leads out of the no, and only there."""
    later_days = (AUDIT, "2028-03-02", "2190-01-01", "2199-12-31")
    for links in LISTS:
        answers = {"audit_purpose": "certification", "audit_date": AUDIT, "links": links}
        found = result("independence", answers)
        if found["verdict"] != "no":
            continue
        wanted = {"yes"} if all({"kind", "ended"} <= set(row) for row in links) else {"yes", "unknown", "not_covered"}
        reached = {
            day for day in later_days if result("independence", {**answers, "audit_date": day})["verdict"] in wanted
        }
        assert bool(found["changes"]) is bool(reached), links
        for (change,) in found["changes"]:
            changed = {**answers, "audit_date": change["to"]}
            assert result("independence", changed)["verdict"] in wanted, (links, change)
            earlier = str(date.fromisoformat(change["to"]) - DAY)
            assert result("independence", {**answers, "audit_date": earlier})["verdict"] == "no", (links, change)
