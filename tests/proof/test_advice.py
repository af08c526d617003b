"""Advice to the letter: which answers would have to change, to what, and by when waiting does it."""

from typing import Any

import pytest

from tests.calc.asking import passing, result

TODAY = "2026-11-22"
Way = list[tuple[str, Any, str | None]]


def ways(check: str, subject: str, answers: dict[str, Any], as_of: str = TODAY) -> list[Way]:
    """Return each way out of a no: what changes, to what, and the day by which waiting does it."""
    changes = result(check, answers, subject, as_of)["changes"]
    return [[(change["key"], change["to"], change["when"]) for change in way] for way in changes]


SCORES = [
    ({"overall_score": 79, "element_scores": ...}, [[("overall_score", "80.00", None)]], "the line itself is enough"),
    ({"overall_score": 79, "element_scores": [None, 60]}, [[("overall_score", "80.00", None)]],
     "an element that is not known stands in nobody's way"),
    ({"overall_score": 70, "element_scores": [95, 90]}, [[("overall_score", "90.00", None)]],
     "an overall score is never below the lowest element"),
    ({"overall_score": 70, "element_scores": [None, 90]}, [[("overall_score", "80.00", None)]],
     "unless another element is not known"),
    ({"overall_score": 85, "element_scores": [49, 90]}, [[("element_scores", ["50.00", "90.00"], None)]],
     "one element to its line, the other as it is"),
    ({"overall_score": 90, "element_scores": [49, 90]}, [[("element_scores", ["50.00", "90.00"], None)]],
     "an element that equals the overall score reaches it"),
    ({"overall_score": 85, "element_scores": [40, None]}, [[("element_scores", ["50.00", None], None)]],
     "what is not known stays so"),
    ({"overall_score": ..., "element_scores": [40, 60]}, [[("element_scores", ["50.00", "60.00"], None)]],
     "without an overall score there is nothing to agree with"),
    ({"overall_score": 95, "element_scores": [40, 60, 70]}, [[("element_scores", ["50.00", "60.00", "95.00"], None)]],
     "elements all below the overall score: the highest is raised to it"),
    ({"overall_score": 75, "element_scores": [70, 78, 50]},
     [[("overall_score", "80.00", None), ("element_scores", ["70.00", "80.00", "50.00"], None)]],
     "80 overall cannot stand above every element"),
    ({"overall_score": 45, "element_scores": [40, 49]},
     [[("overall_score", "80.00", None), ("element_scores", ["80.00", "50.00"], None)]], "both fail"),
    ({"overall_score": 45, "element_scores": [None, 49]},
     [[("overall_score", "80.00", None), ("element_scores", [None, "50.00"], None)]],
     "both fail, and the element that is not known may be as high as it must"),
    ({"overall_score": 70, "element_scores": [49, 90]},
     [[("overall_score", "80.00", None), ("element_scores", ["50.00", "90.00"], None)]], "each to its own line"),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "expected"), [row[:2] for row in SCORES], ids=[row[2] for row in SCORES])
@pytest.mark.parametrize("subject", ["cor", "secor"])
def test_scores(subject: str, changed: dict[str, Any], expected: list[Way]) -> None:
    """Scores are raised no further than their lines, and than they must to agree with each other."""
    assert ways("certification", subject, passing("certification", **changed)) == expected


WAITING = [
    (TODAY, 2, "2026-12-22", "one month"),
    (TODAY, 0, "2027-02-22", "three months"),
    ("2026-01-31", 2, "2026-03-01", "February has no 31st"),
    ("2026-01-30", 2, "2026-03-01", "nor a 30th"),
    ("2028-01-29", 2, "2028-02-29", "but a 29th in a leap year"),
    ("2026-02-28", 2, "2026-03-31", "the last day of February may stand for the 31st"),
    ("2026-02-27", 2, "2026-03-27", "the day before it does not"),
    ("2026-04-30", 2, "2026-05-31", "the 30th of April too"),
    ("2026-05-31", 2, "2026-07-01", "June has no 31st"),
    ("2026-12-31", 1, "2027-03-01", "nor has February, two months on"),
    ("2026-12-31", 2, "2027-01-31", "January has"),
]


@pytest.mark.parametrize(("as_of", "months", "when"), [row[:3] for row in WAITING], ids=[row[3] for row in WAITING])
def test_records_grow_with_time(as_of: str, months: int, when: str) -> None:
    """Three full months have certainly gone by on the day that is named."""
    answers = passing("certification", documentation_months=months)
    assert ways("certification", "cor", answers, as_of) == [[("documentation_months", 3, when)]]


def test_everything_at_once() -> None:
    """Where nothing is as it must be, one way changes all of it; SECOR does not ask who assesses."""
    answers = passing(
        "certification", documentation_months=2, assessor="own_staff", overall_score=70, element_scores=[40, 60]
    )
    scores = [("overall_score", "80.00", None), ("element_scores", ["50.00", "80.00"], None)]
    records = ("documentation_months", 3, "2026-12-22")
    assert ways("certification", "cor", answers) == [[records, ("assessor", "external_auditor", None), *scores]]
    assert ways("certification", "secor", answers) == [[records, *scores]]


def test_too_many_people_cannot_be_changed() -> None:
    """Nobody is told to have fewer employees."""
    assert ways("certification", "secor", passing("certification", employees=11)) == []


AUDITORS = ("external_auditor", "internal_auditor", "candidate_auditor")
MAINTENANCE = [
    ({"overall_score": 59}, TODAY, [[("overall_score", "60.00", None)]], "the line"),
    ({"overall_score": "59.99", "certified_on": ..., "audit_date": ..., "assessor": ...}, TODAY,
     [[("overall_score", "60.00", None)]], "the line, with nothing else known"),
    ({"assessor": "other"}, TODAY, [[("assessor", auditor, None)] for auditor in AUDITORS], "any of three auditors"),
    ({"assessor": "other", "overall_score": 10}, TODAY,
     [[("assessor", auditor, None), ("overall_score", "60.00", None)] for auditor in AUDITORS], "both"),
    ({"audit_date": "2025-12-01"}, TODAY, [[("audit_date", TODAY, TODAY)]], "too early: today is in the window"),
    ({"audit_date": "2025-12-01"}, "2025-11-01", [[("audit_date", "2026-01-01", "2026-01-01")]],
     "too early: the window's first day"),
    ({"audit_date": "2028-03-01"}, TODAY, [[("audit_date", "2027-12-31", None)]], "too late: the window's last day"),
    ({"audit_date": "2028-03-01"}, "2027-12-31", [[("audit_date", "2027-12-31", None)]], "which may be today"),
    ({"audit_date": "2028-03-01"}, "2028-01-01", [], "and is gone by tomorrow"),
    ({"audit_date": "2028-03-01", "assessor": "other"}, TODAY,
     [[("audit_date", "2027-12-31", None), ("assessor", auditor, None)] for auditor in AUDITORS], "the day as well"),
    ({"certificate": "one_year", "overall_score": 10}, TODAY, [], "a one-year certificate is renewed"),
    ({"certified_on": "2199-06-30", "audit_date": "2199-12-31"}, TODAY, [], "the calendar ends before the window"),
    ({"certified_on": "2198-06-30", "audit_date": "2198-12-31"}, "2198-12-31",
     [[("audit_date", "2199-01-01", "2199-01-01")]], "the calendar ends within the window"),
    ({"certified_on": "2199-06-30", "audit_date": "unsure"}, TODAY, [], "no day at all would do"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "as_of", "expected"), [row[:3] for row in MAINTENANCE], ids=[row[3] for row in MAINTENANCE]
)
def test_maintenance(changed: dict[str, Any], as_of: str, expected: list[Way]) -> None:
    """The audit's day, the assessor and the score can change; the fewest of them do."""
    assert ways("maintenance", "maintenance", passing("maintenance", **changed), as_of) == expected


def tie(ended: Any, kind: str = "employed") -> dict[str, Any]:
    """Return a tie of the auditor, what is left out left out."""
    return {k: v for k, v in (("who", "auditor"), ("kind", kind), ("ended", ended)) if v}


INDEPENDENCE = [
    ([tie("2026-05-31")], TODAY, "2027-06-01", "the day after the tie's anniversary"),
    ([tie("2026-06-30"), tie("2026-05-31")], TODAY, "2027-07-01", "the last tie decides"),
    ([tie("2026-05-31"), tie("2026-07-31", "audited")], TODAY, "2027-08-01", "an earlier audit must lie back as well"),
    ([tie("2026-05-31"), tie("2026-07-31", "")], TODAY, "2027-06-01", "unless it may have been none of that kind"),
    ([tie("2026-05-31"), tie("")], TODAY, "2027-06-01", "a tie that may have ended long ago"),
    ([tie("2026-05-31")], "2027-08-15", "2027-08-15", "nobody is sent back in time"),
    ([tie("ongoing")], TODAY, None, "a tie that goes on"),
    ([tie("2026-05-31"), tie("ongoing")], TODAY, None, "one of two goes on"),
    ([tie("2198-12-30")], TODAY, "2199-12-31", "the calendar's last day"),
    ([tie("2198-12-31")], TODAY, None, "a day after the calendar"),
]


@pytest.mark.parametrize(
    ("links", "as_of", "day"), [row[:3] for row in INDEPENDENCE], ids=[row[3] for row in INDEPENDENCE]
)
def test_independence(links: list[dict[str, Any]], as_of: str, day: str | None) -> None:
    """The first later day on which the audit is possible."""
    audit = "2199-06-01" if links[0].get("ended", "") > "2190" and links[0]["ended"] != "ongoing" else "2027-03-01"
    found = ways("independence", "", passing("independence", audit_date=audit, links=links), as_of)
    assert found == ([[("audit_date", day, day)]] if day else [])


def points(*awarded_of_possible: tuple[Any, Any]) -> list[dict[str, Any]]:
    """Return elements with these points; `None` leaves one out."""
    rows = [{"awarded": awarded, "possible": possible} for awarded, possible in awarded_of_possible]
    return [{key: value for key, value in row.items() if value is not None} for row in rows]


POINTS = [
    (((40, 100), (60, 100)), ["100.00", "60.00"], ["60.00", "60.00"], "where there is most room"),
    (((60, 100), (40, 100)), ["60.00", "100.00"], ["60.00", "60.00"], "wherever that stands"),
    (((40, 50), ("9.99", 50)), ["40.00", "40.00"], ["40.00", "20.00"], "to a hundredth"),
    (((10, 100), (None, 10)), ["78.00", None], ["56.00", None], "points that are not known may all be awarded"),
    (((10, 100), (0, 0), (50, 60)), ["78.00", "0.00", "50.00"], ["46.00", "0.00", "50.00"], "not applicable"),
    (((0, "0.01"), (5, 10), (2, 10)), ["0.01", "10.00", "6.00"], ["0.00", "5.00", "7.01"],
     "an element's own line first, then the overall line, in two elements where one is too small"),
    (((55, 100), (5, None)), ["79.00", "5.00"], ["58.00", "5.00"], "points possible that are not known"),
    (((55, 100), (1, 1), (0, None)), ["79.80", "1.00", "0.00"], ["59.60", "1.00", "0.00"], "it may not apply at all"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "certification", "maintenance"), [row[:3] for row in POINTS], ids=[row[3] for row in POINTS]
)
def test_score(given: Any, certification: list[str], maintenance: list[str]) -> None:
    """Points are added up to the lines, no further, and nothing but awarded points moves."""
    answers = {"elements": points(*given)}
    for subject, awarded in (("certification", certification), ("maintenance", maintenance)):
        (((key, to, when),),) = ways("score", subject, answers)
        assert (key, [row.get("awarded") for row in to], when) == ("elements", awarded, None)
        assert [row.get("possible") for row in to] == [f"{p:.2f}" if isinstance(p, int) else p and str(p)
                                                       for _, p in given]  # fmt: skip
