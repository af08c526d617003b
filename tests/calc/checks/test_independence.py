"""Independence: which ties stand in the way of an audit, until when, and what is not known of them."""

from typing import Any

import pytest

from cor_calc.checks.independence import TIE_CLAUSES
from cor_calc.engine.questions import LINK

from ...support.asking import assumed, changes, dates, notices, result, table, verdict

AUDIT = "2027-03-15"
KINDS = dict(next(field.kind for field in LINK.fields if field.key == "kind").options)


def test_every_tie_that_is_a_conflict_has_a_clause() -> None:
    """The answer names what stands in the way; an earlier audit alone never does."""
    assert KINDS.keys() - TIE_CLAUSES.keys() == {"audited"}


def tie(kind: str = "advised", ended: str | None = "2026-03-15", who: str = "auditor") -> dict[str, Any]:
    """Return one tie to the employer."""
    return {"who": who, "kind": kind, "ended": ended}


def asked(*links: Any, purpose: str | None = "certification", audit: str | None = AUDIT) -> dict[str, Any]:
    """Return the answers with these ties."""
    return {"audit_purpose": purpose, "audit_date": audit, "links": list(links)}


def said(answers: dict[str, Any], on: str = "2026-11-26") -> str | None:
    """Return the verdict."""
    return verdict("independence", answers, on=on)


@table(
    "ended audit free",
    [
        ("2026-03-14", "2027-03-15", True, "a year and a day before the audit"),
        ("2026-03-15", "2027-03-15", False, "the anniversary itself counts"),
        ("2027-03-15", "2027-03-15", False, "on the audit's own day"),
        ("2028-01-01", "2027-03-15", False, "a tie that is to end after the audit"),
        ("2024-02-29", "2025-02-28", False, "28 February is the anniversary of a leap day"),
        ("2024-02-29", "2025-03-01", True, "1 March is after it"),
        ("2023-02-28", "2024-02-29", False, "the leap day is a year after 28 February, the month's end clamped"),
        ("2023-02-28", "2024-03-01", True, "1 March is free of it"),
        ("2026-03-31", "2027-03-31", False, "from month's end to month's end"),
        ("2026-03-30", "2027-03-31", True, "a day earlier"),
    ],
)
@pytest.mark.parametrize("kind", ["employed", "contracted", "advised"])
@pytest.mark.parametrize("purpose", ["certification", "recertification"])
def test_twelve_months_before_the_audit(ended: str, audit: str, free: bool, kind: str, purpose: str) -> None:
    """A tie of any kind counts while its last day lies in the twelve months before the audit."""
    assert said(asked(tie(kind, ended), audit=audit, purpose=purpose)) == ("yes" if free else "no")


@table(
    "links verdict",
    [
        ([], "yes", "no tie at all"),
        ([tie("audited", "2026-03-15")], "not_covered", "an earlier audit alone: no source says whether that is a conflict"),
        ([tie("audited", "2026-03-14")], "yes", "an earlier audit long ago"),
        ([tie("audited", "ongoing")], "not_covered", "earlier audits that go on"),
        ([tie("audited"), tie("employed")], "no", "any other tie comes before that"),
        ([tie("audited"), tie("employed", "2020-01-01")], "not_covered", "an old tie beside an earlier audit"),
        ([tie("contracted", "ongoing")], "no", "a contract for other work that goes on"),
        ([tie("employed", "2020-01-01"), tie("advised", "ongoing", "corporate_group")], "no",
         "a tie of the corporate group counts as the auditor's own"),
        ([tie("employed", "2020-01-01")] * 50, "yes", "fifty old ties"),
    ],
)  # fmt: skip
def test_kinds_of_ties(links: list[Any], verdict: str) -> None:
    """Employment, contracts and advice are conflicts, earlier audits are not covered, what ended long ago is free."""
    assert said(asked(*links)) == verdict


def test_a_maintenance_audit_is_not_covered() -> None:
    """The published rule speaks of certification and recertification alone, whatever the ties."""
    for links in ([], [tie("employed", "ongoing")], [tie(ended=None)]):
        found = result("independence", asked(*links, purpose="maintenance"))
        assert (found["verdict"], found["open_questions"], found["dates"]) == ("not_covered", [], [])


@pytest.mark.parametrize("who", ["auditor", "corporate_group", None])
def test_who_has_the_tie_changes_words_alone(who: str | None) -> None:
    """The auditor and the corporate group are held to the same rule."""
    assert said(asked({"who": who, "kind": "advised", "ended": "2026-03-15"})) == "no"
    assert said(asked({"who": who, "kind": "advised", "ended": "2026-03-14"})) == "yes"


# What is not known


@table(
    "answers verdict open_questions",
    [
        ({}, "unknown", ["audit_purpose", "audit_date", "links"], "nothing is known"),
        (asked(purpose=None), "unknown", ["audit_purpose"], "no ties: a maintenance audit alone is not covered"),
        (asked(audit=None), "yes", [], "no ties are in the way on any day"),
        (asked(tie("employed", "ongoing"), audit=None), "no", [], "a tie that goes on is in the way on every day"),
        (asked(tie("employed", "ongoing"), purpose=None), "unknown", ["audit_purpose"], "unless it is a maintenance audit"),
        (asked(tie("employed", "ongoing"), purpose=None, audit=None), "unknown", ["audit_purpose"],
         "no day is asked where the tie holds on each"),
        (asked(tie("audited", "ongoing"), purpose=None, audit=None), "not_covered", [],
         "an earlier audit is not covered, whatever the purpose and the day"),
        (asked(tie("employed"), audit=None), "unknown", ["audit_date"], "the day decides"),
        (asked(tie(ended=None)), "unknown", ["links"], "the tie's end decides"),
        (asked({"kind": "employed"}), "unknown", ["links"], "left out of the row"),
        (asked(tie(None, "2026-03-14")), "yes", [], "an old tie of any kind is free"),
        (asked(tie(None, "ongoing")), "unknown", ["links"], "the kind decides between no and not covered"),
        (asked(tie(None, "ongoing"), tie("employed", "ongoing")), "no", [], "unless another tie decides"),
        (asked(None), "unknown", ["links"], "a tie of which nothing is known"),
        (asked("unsure"), "unknown", ["links"], "or of which that is said"),
        (asked({}, tie("employed", "ongoing")), "no", [], "beside one that decides"),
        (asked(tie("employed", "2020-01-01"), tie(None, "2026-03-15"), audit=None), "unknown", ["audit_date", "links"],
         "its kind matters on days on which the other tie lies far enough back"),
        (asked(None, purpose="maintenance"), "not_covered", [], "of a maintenance audit nothing more is asked"),
    ],
)  # fmt: skip
def test_what_is_not_known(answers: dict[str, Any], verdict: str, open_questions: list[str]) -> None:
    """A verdict stands that every purpose, every audit date, and every value of a row's unknown field shares."""
    found = result("independence", answers)
    assert (found["verdict"], found["open_questions"]) == (verdict, open_questions)


# The day from which the auditor is free


@table(
    "links free",
    [
        ([tie(ended="2026-03-15")], "2027-03-16", "a year and a day later"),
        ([tie(ended="2026-02-28")], "2027-03-01", "the first of March after a February's end"),
        ([tie(ended="2023-02-28")], "2024-03-01", "also in a leap year: 29 February is still within twelve months"),
        ([tie(ended="2024-02-28")], "2025-03-01", "the day after is the leap day, whose anniversary is no day"),
        ([tie(ended="2024-02-29")], "2025-03-01", "after a leap day"),
        ([tie(ended="2026-03-15"), tie(ended="2025-01-01")], "2027-03-16", "the last of several counts"),
        ([tie("audited", "2026-03-15")], "2027-03-16", "earlier audits count as well"),
        ([tie(None, "2026-03-15")], "2027-03-16", "whatever the kind"),
        ([tie(ended="2199-12-31")], "2201-01-01", "a date that follows may lie beyond the days that can be answered"),
        ([], None, "no tie has no end"),
        ([tie(ended="ongoing")], None, "a tie that goes on has none"),
        ([tie(), tie(ended=None)], None, "nor is it known while one is open"),
        ([tie(), None], None, "or a row is"),
    ],
)
def test_the_day_from_which_the_auditor_is_free(links: list[Any], free: str | None) -> None:
    """It follows from the ties alone."""
    for answers in (asked(*links), {"links": links}):
        assert dates("independence", answers) == ({"independent_from": free} if free else {})


@table(
    "ended audit on to",
    [
        ("2026-03-15", "2027-03-15", "2026-11-26", "2027-03-16", "the first free day"),
        ("2025-03-15", "2026-03-15", "2026-11-26", "2026-11-26", "not in the past: today"),
        ("ongoing", "2027-03-15", "2026-11-26", None, "a tie without an end cannot be waited for"),
        ("2026-03-14", "2027-03-15", "2026-11-26", None, "a yes needs nothing"),
        ("2199-06-30", "2199-07-01", "2026-11-26", None, "a day that no answer can name is no advice"),
    ],
)
def test_a_later_audit_is_proposed(ended: str, audit: str, on: str, to: str | None) -> None:
    """The audit moves to the first day that is free of all ties."""
    proposed = changes("independence", asked(tie("employed", ended), audit=audit), on=on)
    assert proposed == ([("audit_date", to, to)] if to else [])


# Notices and assumptions


@table(
    "links told",
    [
        ([tie("advised", "2020-01-01")], True, "an adviser's tie, however long ago"),
        ([tie("advised", "2026-06-30")], True, "or lately"),
        ([tie("advised", "ongoing")], False, "one that goes on is a conflict by any page"),
        ([tie("employed", "2020-01-01")], False, "employment has its time limit"),
        ([tie("employed"), tie("advised")], True, "among others"),
        ([tie(None, "2020-01-01")], False, "the kind is not known"),
    ],
)
def test_a_government_page_knows_no_time_limit(links: list[Any], told: bool) -> None:
    """Wherever an adviser's tie has an end, it is told that another page names no time limit for it."""
    assert (notices("independence", asked(*links)) == ["no_time_limit_elsewhere"]) is told


def test_assumptions() -> None:
    """That the anniversary counts is our reading, and that every contract does; neither is said of maintenance."""
    assert "independence-anniversary" in assumed("independence", asked(tie("employed")))
    assert "independence-any-contract" not in assumed("independence", asked(tie("employed")))
    assert "independence-any-contract" in assumed("independence", asked(tie("contracted", "ongoing")))
    assert "independence-any-contract" not in assumed("independence", asked(tie("contracted"), purpose="maintenance"))


def test_unsure_ties_are_no_ties_answered() -> None:
    """Ties of which nothing is known and ties not given are the same, with the same assumptions."""
    known = {"audit_purpose": "certification", "audit_date": AUDIT}
    assert assumed("independence", known | {"links": "unsure"}) == assumed("independence", known)


@table(
    "links audit named unnamed",
    [
        ([tie("advised", "2026-06-01")], AUDIT, ["safety system", "1 June 2026"], [], "the tie that counts, with its last day"),
        ([tie("employed", "2020-01-01"), tie("contracted", "ongoing")], AUDIT, ["under contract"], ["employed by"],
         "a tie that ended long ago is none of the reasons"),
        ([tie("audited", "2026-06-01"), tie("employed", "ongoing")], AUDIT, ["not ended"], ["earlier audit"],
         "an earlier audit is not what decides"),
        ([tie("employed", "ongoing", "corporate_group")], None, ["firm or group"], [], "whose tie it is, whatever the day"),
    ],
)  # fmt: skip
def test_a_no_names_the_tie(links: list[Any], audit: str | None, named: list[str], unnamed: list[str]) -> None:
    """The answer itself says which tie stands in the way, so that nobody has to look for it."""
    told = result("independence", asked(*links, audit=audit))["headline"]
    assert all(words in told for words in named)
    assert not any(words in told for words in unnamed)
