"""The first and the last days of the calendar, where a missing date can only lie on one side."""

from typing import Any

import pytest

from .asking import passing, result


def ties(audit: str | None, kind: str, ended: str | None) -> dict[str, Any]:
    """Return the answers of an auditor with one tie; None leaves a date out."""
    row = {"who": "auditor", "kind": kind, "ended": ended}
    return {"audit_purpose": "certification", "audit_date": audit, "links": [row]}


ENDS = [
    ("independence", ties("1901-01-01", "employed", None), "no", [], "every end is within twelve months of this audit"),
    ("independence", ties("1901-01-02", "employed", None), "unknown", ["links"], "one end is not"),
    ("independence", ties(None, "employed", "2198-12-31"), "no", [], "no audit is twelve months after this end"),
    ("independence", ties(None, "employed", "2198-12-30"), "unknown", ["audit_date"], "one audit is"),
    ("independence", ties(None, "audited", "2198-12-31"), "not_covered", [], "an earlier audit at the calendar's end"),
    ("maintenance", passing("maintenance", certified_on="2199-01-01", audit_date=...), "no", [], "no year comes after"),
    ("maintenance", passing("maintenance", certified_on="2198-12-31", audit_date=...), "unknown", ["audit_date"],
     "one year comes after"),
    ("maintenance", passing("maintenance", certified_on=..., audit_date="1900-12-31"), "no", [], "no year came before"),
    ("maintenance", passing("maintenance", certified_on=..., audit_date="1901-01-01"), "unknown", ["certified_on"],
     "one year came before"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("check", "answers", "verdict", "open_questions"), [row[:4] for row in ENDS], ids=[row[4] for row in ENDS]
)
def test_a_date_that_could_only_decide_one_way(
    check: str, answers: dict[str, Any], verdict: str, open_questions: list[str]
) -> None:
    """A missing date decides where each date of the calendar would, and only there."""
    found = result(check, answers)
    assert (found["verdict"], found["open_questions"]) == (verdict, open_questions)


@pytest.mark.parametrize("check", ["independence", "maintenance", "plan"])
@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
@pytest.mark.parametrize("as_of", ["2023-01-01", "2199-12-31"])
def test_every_date_at_an_end(check: str, day: str, as_of: str) -> None:
    """All dates on the calendar's first or last day are evaluated like any other."""
    given = {key: day if "-" in str(value) else value for key, value in passing(check).items()}
    if check == "independence":
        given["links"] = [{"who": "auditor", "kind": "advised", "ended": day}]
    assert result(check, given, as_of=as_of)["verdict"] in ("no", None)
