"""Independence: may this auditor do this audit, and if not, from which day."""

from typing import Any

import pytest

from .asking import notices, result


def link(kind: str | None, ended: str | None, who: str | None = "auditor") -> dict[str, str]:
    """Return one tie to the employer; None leaves a field out."""
    return {k: v for k, v in (("who", who), ("kind", kind), ("ended", ended)) if v is not None}


def answers(*links: dict[str, str], on: Any = "2027-03-01", purpose: Any = "certification") -> dict[str, Any]:
    """Return the answers for an audit on a day, with these ties."""
    given = {"audit_purpose": purpose, "audit_date": on, "links": list(links)}
    return {k: v for k, v in given.items() if v is not ...}


WINDOW = [
    ("2026-02-28", "2027-03-01", "yes", "2027-03-01", "ended the day before the twelve months began"),
    ("2026-03-01", "2027-03-01", "no", "2027-03-02", "ended on the anniversary itself, which counts"),
    ("2026-02-28", "2027-02-28", "no", "2027-03-01", "ended on the anniversary at a month's end"),
    ("2027-02-28", "2027-03-01", "no", "2028-03-01", "ended the day before the audit"),
    ("2027-03-01", "2027-03-01", "no", "2028-03-02", "ends on the day of the audit"),
    ("2027-12-31", "2027-03-01", "no", "2029-01-01", "ends after the audit"),
    ("2023-02-28", "2024-02-28", "no", "2024-03-01", "a year to the day before a leap year's 28 February"),
    ("2023-02-28", "2024-02-29", "no", "2024-03-01", "29 February looks back to 28 February"),
    ("2023-02-27", "2024-02-28", "yes", "2024-02-28", "27 February leaves the window on 28 February"),
    ("2023-02-28", "2024-03-01", "yes", "2024-03-01", "free from 1 March"),
    ("2024-02-29", "2025-02-28", "no", "2025-03-01", "ended on 29 February, looked at from 28 February"),
    ("2024-02-28", "2025-02-28", "no", "2025-03-01", "28 February in a leap year"),
    ("2024-02-29", "2025-03-01", "yes", "2025-03-01", "29 February is gone on 1 March"),
    ("2024-03-01", "2025-03-01", "no", "2025-03-02", "1 March of a leap year"),
    ("2025-12-31", "2026-12-31", "no", "2027-01-01", "the year's last day"),
]


@pytest.mark.parametrize(("ended", "audit", "verdict", "free"), [r[:4] for r in WINDOW], ids=[r[4] for r in WINDOW])
@pytest.mark.parametrize("kind", ["employed", "contracted", "advised"])
def test_window(kind: str, ended: str, audit: str, verdict: str, free: str) -> None:
    """A tie conflicts while its last day is on or after the audit date minus twelve calendar months."""
    found = result("independence", answers(link(kind, ended), on=audit))
    assert (found["verdict"], found["dates"]) == (verdict, {"independent_from": free})


OLD, NEW = "2026-02-28", "2026-03-01"  # just outside and just inside the window of an audit on 2027-03-01

VERDICTS = [
    ([], "yes", "no ties at all"),
    ([link("employed", "ongoing")], "no", "still employed"),
    ([link("employed", NEW, "corporate_group")], "no", "the auditor's corporate group counts alike"),
    ([link("employed", OLD), link("advised", OLD)], "yes", "every tie is old"),
    ([link("employed", OLD), link("advised", NEW)], "no", "one recent tie is enough"),
    ([link("audited", NEW)], "not_covered", "only an earlier audit: no source decides it"),
    ([link("audited", "ongoing")], "not_covered", "an audit still going on"),
    ([link("audited", OLD)], "yes", "an old earlier audit"),
    ([link("audited", NEW), link("contracted", OLD)], "not_covered", "a recent audit and an old contract"),
    ([link("audited", NEW), link("contracted", NEW)], "no", "a recent contract decides, whatever the audit"),
    ([link("employed", None)], "unknown", "the end is not known"),
    ([link("employed", "unsure")], "unknown", "unsure of the end"),
    ([link(None, NEW)], "unknown", "recent, of a kind not known: it may be only an audit"),
    ([link("unsure", OLD)], "yes", "old, of whatever kind"),
    ([link("employed", NEW, None)], "no", "whose tie it was never matters"),
    ([link("employed", "ongoing"), {}], "no", "one conflict is enough, whatever a blank row would hold"),
    ([{}], "unknown", "a blank row decides nothing"),
    ([link("audited", None)], "unknown", "an earlier audit whose day is not known"),
    ([link("audited", NEW), link("audited", None)], "not_covered", "a second earlier audit changes nothing"),
    ([link("audited", NEW), link("employed", None)], "unknown", "the employment may have been recent"),
    ([link("audited", NEW), link(None, OLD)], "not_covered", "the other tie is old, of whatever kind"),
]


@pytest.mark.parametrize(("links", "verdict"), [row[:2] for row in VERDICTS], ids=[row[2] for row in VERDICTS])
@pytest.mark.parametrize("purpose", ["certification", "recertification"])
def test_verdict(purpose: str, links: list[dict[str, str]], verdict: str) -> None:
    """A missing field in a row decides only where each of its values would decide alike."""
    assert result("independence", answers(*links, purpose=purpose))["verdict"] == verdict


@pytest.mark.parametrize("links", [[], [link("employed", "ongoing")], [{}], "unsure"])
@pytest.mark.parametrize("on", ["2027-03-01", "unsure", ...])
def test_maintenance_audits_are_not_covered(links: Any, on: Any) -> None:
    """No source restricts who audits for maintenance: the verdict is not covered, with the reason and no date."""
    given = {**answers(on=on, purpose="maintenance"), "links": links}
    found = result("independence", given)
    assert (found["verdict"], found["dates"], found["open_questions"]) == ("not_covered", {}, [])
    assert [f["met"] for f in found["findings"] if f["decisive"]] == ["not_covered"]


INDEPENDENT_FROM = [
    ([link("employed", "2024-02-29")], "2025-03-01", "one tie"),
    ([link("employed", "2024-02-29"), link("advised", "2026-05-31")], "2027-06-01", "the latest tie counts"),
    ([link("advised", "2026-05-31"), link("employed", "2024-02-29")], "2027-06-01", "in whatever order"),
    ([link("audited", "2026-05-31")], "2027-06-01", "an earlier audit counts too: free of conflict means free of any"),
    ([link(None, "2026-05-31", None)], "2027-06-01", "only the end is needed"),
    ([link("employed", "1900-01-01")], "1901-01-02", "the first day of the calendar"),
    ([], None, "without ties there is nothing to wait for"),
    ([link("employed", "ongoing")], None, "while a tie is ongoing"),
    ([link("employed", "2024-02-29"), link("audited", "ongoing")], None, "while any tie is ongoing"),
    ([link("employed", "2024-02-29"), link("employed", None)], None, "while any end is not known"),
    ("unsure", None, "ties not known"),
]


@pytest.mark.parametrize(
    ("links", "free"), [row[:2] for row in INDEPENDENT_FROM], ids=[row[2] for row in INDEPENDENT_FROM]
)
@pytest.mark.parametrize("purpose", ["certification", "recertification", ..., "unsure"])
@pytest.mark.parametrize("on", ["2027-03-01", ...])
def test_independent_from(links: Any, free: str | None, purpose: Any, on: Any) -> None:
    """The first day free of every tie is given whether or not the other questions are answered."""
    found = result("independence", {**answers(on=on, purpose=purpose), "links": links})
    assert found["dates"] == ({"independent_from": free} if free else {})


OPEN = [
    ({}, ["audit_purpose", "audit_date", "links"], "nothing answered"),
    ({"links": []}, ["audit_purpose"], "without ties the date never matters"),
    ({"audit_purpose": "certification"}, ["audit_date", "links"], "a certification audit"),
    ({"audit_purpose": "maintenance"}, [], "a maintenance audit"),
    (answers(link("employed", "ongoing"), on=...), [], "an ongoing tie conflicts on every day"),
    (answers(link("employed", "ongoing"), on=..., purpose=...), ["audit_purpose"], "unless it is a maintenance audit"),
    (answers(link("employed", NEW), on=...), ["audit_date"], "an ended tie depends on the date"),
    (answers(link("audited", NEW), purpose=...), [], "not covered, whatever the purpose"),
    (answers(link("audited", "ongoing"), on=..., purpose=...), [], "not covered, whatever the purpose and the day"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "keys"), [row[:2] for row in OPEN], ids=[row[2] for row in OPEN])
def test_open_questions(given: dict[str, Any], keys: list[str]) -> None:
    """Only questions that can still change the verdict are open, in the order of the form."""
    assert result("independence", given)["open_questions"] == keys


ADVISER = [
    ([link("advised", OLD)], True, "an adviser who left the window"),
    ([link("advised", OLD, "corporate_group")], True, "a corporate group that did"),
    ([link("employed", OLD)], False, "a former employee is no adviser"),
    ([link("audited", OLD)], False, "nor is a former auditor"),
    ([link("advised", NEW)], False, "an adviser still in the window"),
    ([link("advised", "ongoing")], False, "an adviser today"),
    ([], False, "nobody"),
]


@pytest.mark.parametrize(("links", "noticed"), [row[:2] for row in ADVISER], ids=[row[2] for row in ADVISER])
def test_no_time_limit_elsewhere(links: list[dict[str, str]], noticed: bool) -> None:
    """A government page names no time limit for advisers: who left the window is told so."""
    assert ("no_time_limit_elsewhere" in notices("independence", answers(*links))) is noticed


def test_waiting_is_the_only_change() -> None:
    """With ties that have ended, the audit's date is what can change, to the first free day."""
    (change,) = result("independence", answers(link("advised", "2026-05-31")))["changes"]
    assert [(c["key"], c["from"], c["to"]) for c in change] == [("audit_date", "2027-03-01", "2027-06-01")]


@pytest.mark.parametrize("links", [[link("employed", "ongoing")], [link("employed", NEW), link("audited", "ongoing")]])
def test_no_change_while_a_tie_is_ongoing(links: list[dict[str, str]]) -> None:
    """No date helps while a tie goes on: nothing is promised."""
    assert result("independence", answers(*links))["changes"] == []
