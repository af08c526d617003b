"""Situations and unreadable texts, as data that any runner can import.

`CASES` are answers that can be read: `(check, answers, as_of, sentence)`.
`BAD_TEXTS` are texts that cannot: `(check, text, {(path, code), …})`, judged on `TODAY`.
Nothing here needs a test runner, so the same rows can be handed to the browser's Python.
"""

import itertools
import json
from typing import Any

from .bad_texts import BAD_DAYS, BAD_TEXTS, CONTRADICTIONS, UNDECIDED_TEXTS

__all__ = ["BAD_DAYS", "BAD_TEXTS", "CASES", "CONTRADICTIONS", "PASSING", "TODAY", "UNDECIDED_TEXTS"]

TODAY = "2026-11-22"

Case = tuple[str, dict[str, Any], str, str]

MONTH_ENDS = (
    "1900-01-01", "2023-02-28", "2024-01-31", "2024-02-28", "2024-02-29", "2024-03-01",
    "2024-08-30", "2024-08-31", "2024-11-30", "2025-02-28", "2025-03-01", "2025-08-29",
    "2025-11-22", "2025-12-31", "2026-05-22", "2026-11-21", "2026-11-22",
)  # fmt: skip
LATER_DAYS = ("2026-11-23", "2027-12-31", "2028-02-29", "2199-12-31")


def _rows(check: str, said: str, **choices: tuple[Any, ...]) -> list[Case]:
    """Every combination of the choices; an answer of `...` is left out."""
    rows = []
    for values in itertools.product(*choices.values()):
        given = {k: v for k, v in zip(choices, values, strict=True) if v is not ...}
        rows.append((check, given, TODAY, f"{said}: {json.dumps(given)}"))
    return rows


PASSING: dict[str, dict[str, Any]] = {
    "certification": {
        "employees": 9,
        "documentation_months": 12,
        "assessor": "external_auditor",
        "overall_score": "85.5",
        "element_scores": ["80", "90"],
    },
    "independence": {"audit_purpose": "certification", "audit_date": "2027-03-01", "links": []},
    "internal-auditor": {
        "module_1_completed": "2026-01-15",
        "module_12_completed": "2026-03-31",
        "audit_completed": "2026-09-30",
    },
    "maintenance": {
        "program": "cor",
        "certificate": "standard",
        "certified_on": "2025-06-30",
        "audit_date": "2026-06-30",
        "assessor": "internal_auditor",
        "overall_score": "60",
    },
    "score": {
        "elements": [
            {"name": "Training", "awarded": "40", "possible": "50"},
            {"name": "Inspections", "awarded": "45.5", "possible": "50"},
        ]
    },
    "plan": {
        "program": "cor",
        "certificate": "standard",
        "records_since": "2025-11-30",
        "certified_on": "2024-02-29",
        "module_12_completed": "2025-08-31",
        "last_link_ended": "2024-02-29",
        "field_work_started": "2026-11-17",
        "field_work_ended": "2026-12-31",
    },
    "refund": {
        "program": "cor",
        "industry_rated_premium": "12345.67",
        "year": "first",
        "improvement_percent": "12.34",
    },
}


def _one_answer_missing() -> list[Case]:
    """Each check's full answers with any one, or all, unanswered, null or unsure."""
    rows: list[Case] = []
    for check, full in PASSING.items():
        rows.append((check, full, TODAY, f"{check}: every question answered"))
        rows.append((check, {}, TODAY, f"{check}: nothing answered"))
        rows.append((check, dict.fromkeys(full, "unsure"), TODAY, f"{check}: unsure of everything"))
        for key in full:
            rest = {k: v for k, v in full.items() if k != key}
            rows.append((check, rest, TODAY, f"{check}: {key} not answered"))
            rows.append((check, {**full, key: None}, TODAY, f"{check}: {key} null"))
            rows.append((check, {**full, key: "unsure"}, TODAY, f"{check}: unsure of {key}"))
            rows.append((check, {key: full[key]}, TODAY, f"{check}: only {key} answered"))
    return rows


def _certification() -> list[Case]:
    return _rows(
        "certification",
        "both sides of every line",
        employees=(1, 10, "11", "unsure"),
        documentation_months=(2, 3, 11, "12", ...),
        assessor=("external_auditor", "own_staff", None),
        overall_score=("79.99", 80, ...),
        element_scores=([49.99, 90], ["50.00", "100"], ...),
    ) + _rows(
        "certification",
        "scores near their line, or at odds with each other",
        overall_score=(0, "79.49", "79.5", "79.51", "80.01", 100),
        element_scores=(["0"], ["49.49", 90], ["49.5", 90], ["49.51", 90], [100] * 50),
    )


def _link(*values: str) -> dict[str, str]:
    return {k: v for k, v in zip(("who", "kind", "ended"), values, strict=True) if v}


def _independence() -> list[Case]:
    links: tuple[Any, ...] = (
        [_link("auditor", "employed", "ongoing")],
        [_link("corporate_group", "audited", "2026-03-01")],
        [_link("", "contracted", "2026-02-28")],
        [_link("auditor", "", "2026-03-01")],
        [_link("auditor", "advised", "")],
        [_link("auditor", "audited", "")],
        [_link("auditor", "advised", "2025-02-28"), _link("auditor", "audited", "unsure")],
        [_link("auditor", "audited", "ongoing"), _link("auditor", "employed", "2024-02-29")],
        [_link("auditor", "contracted", "2025-12-31")] * 50,
        [{}],
    )
    purposes = ("recertification", "maintenance", ...)
    rows = _rows("independence", "links of every kind", audit_purpose=purposes,
                 audit_date=("2027-03-01", "2027-02-28", ...), links=links)  # fmt: skip
    ends = tuple([_link("auditor", "employed", day)] for day in MONTH_ENDS + LATER_DAYS)
    days = ("1900-01-01", "2025-02-28", "2025-03-01", "2028-02-29", "2199-12-31")
    return rows + _rows("independence", "a link that ended on a given day",
                        audit_purpose=("certification",), audit_date=days, links=ends)  # fmt: skip


def _internal_auditor() -> list[Case]:
    rows = _rows("internal-auditor", "the six months after Module 12",
                 module_1_completed=("1900-01-01", "unsure"), module_12_completed=MONTH_ENDS,
                 audit_completed=("not_yet", ...))  # fmt: skip
    return rows + [
        ("internal-auditor", {"module_1_completed": "2025-08-31", "module_12_completed": "2025-08-31",
                              "audit_completed": audit}, as_of, f"{audit} seen from {as_of}")
        for audit, as_of in (("not_yet", "2026-02-27"), ("not_yet", "2026-02-28"), ("not_yet", "2026-03-01"),
                             ("2026-02-28", "2026-02-28"), ("2026-03-01", "2026-03-01"))
    ]  # fmt: skip


def _maintenance() -> list[Case]:
    return (
        _rows(
            "maintenance",
            "who, how well, which certificate",
            program=("cor", "secor", ...),
            certificate=("standard", "one_year", ...),
            certified_on=("2024-02-29",),
            audit_date=("2025-01-01", "2027-01-01", ...),
            assessor=("candidate_auditor", "other", "unsure"),
            overall_score=("59.99", "60.00", "59.50", ...),
        )
        + _rows(
            "maintenance",
            "the two calendar years",
            program=("cor", "secor"),
            certificate=("standard", "one_year"),
            certified_on=MONTH_ENDS,
            audit_date=("2024-12-31", "2025-01-01", "2026-12-31", "2199-12-31"),
        )
        + _rows(
            "maintenance",
            "no day that can be named would do",
            program=("cor",),
            certificate=("standard",),
            assessor=("external_auditor",),
            overall_score=("80",),
            certified_on=("2199-06-30",),
            audit_date=("unsure",),
        )
    )


def _element(awarded: Any, possible: Any, name: str = "Émilie's “training” 🦺") -> dict[str, Any]:
    return {"name": name, "awarded": awarded, "possible": possible}


def _score() -> list[Case]:
    lists: tuple[Any, ...] = (
        [_element(0, 0)],
        [_element("0.00", "0"), _element(80, 100)],
        [_element("79.99", 100), _element("80.01", "100")],
        [_element("1", "3"), _element("2", "3")],
        [_element("49.99", 100), _element(100, 100)],
        [_element("59.99", 100)],
        [_element(0.01, 0.01)] * 50,
        [_element("799999.99", "1000000")],
        [_element(None, 100), _element(100, 100)],
        [_element("unsure", 100), _element(10, 100)],
        [_element(5, None)],
        [{}],
        [_element(8, 10, ""), {"awarded": 8, "possible": 10}],
    )
    return _rows("score", "points", elements=lists)


def _plan() -> list[Case]:
    rows = []
    for key in list(PASSING["plan"])[2:]:
        days = {key: MONTH_ENDS + LATER_DAYS}
        rows += _rows("plan", "a date at a month's end", program=("cor", "secor"), certificate=("standard",), **days)
    return rows + _rows("plan", "a one-year certificate", certificate=("one_year", ...), certified_on=MONTH_ENDS)


def _refund() -> list[Case]:
    return _rows(
        "refund",
        "an estimate",
        program=("cor", "secor", ...),
        industry_rated_premium=("0", "0.09", "1234.56", 1000000000),
        year=("first", "maintained", ...),
        improvement_percent=(..., "0", "5.01", "19.99", "20.01", 100, "unsure"),
    )


CASES: list[Case] = [
    *_one_answer_missing(), *_certification(), *_independence(), *_internal_auditor(),
    *_maintenance(), *_score(), *_plan(), *_refund(),
]  # fmt: skip
