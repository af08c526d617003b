"""JSON of every shape, made from a seed: sensible answers, small slips and plain nonsense."""

import json
import random
from typing import Any

PIECES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 9.5, 10, 79.99, 80, 100, 100.01, 1e9, 1e-7, 99999, 10**39,
    "", " ", "unsure", "none", "ongoing", "not_yet", "yes", "10", "080", "79.99", "80.000", "-5", "8e1", "８０", "NaN",
    "2024-02-29", "2025-02-29", "2026-11-22", "2199-12-31", "1900-01-01", "20260101",
    "auditor", "corporate_group", "employed", "audited", "advised", "cor", "secor", "standard", "one_year",
    "external_auditor", "own_staff", "first", "maintained", "certification", "maintenance",
    "\u0000", "é", "🦺", "\ud800", "x" * 300, [], {}, [[]], [{}], {"": None}, [None], ["unsure"],
)  # fmt: skip

WORDS: dict[str, tuple[Any, ...]] = {
    "employees": (1, 10, "11", 99999),
    "documentation_months": (0, 3, "12", 1200),
    "assessor": ("external_auditor", "own_staff", "internal_auditor", "other"),
    "overall_score": (0, "59.99", 60, 79.99, "80.00", 100),
    "audit_purpose": ("certification", "recertification", "maintenance"),
    "program": ("cor", "secor"),
    "certificate": ("standard", "one_year"),
    "industry_rated_premium": (0, "0.01", "1234.56", 1000000000),
    "year": ("first", "maintained"),
    "improvement_percent": (0, "12.34", 100),
    "who": ("auditor", "corporate_group"),
    "kind": ("employed", "contracted", "advised", "audited"),
    "ended": ("ongoing", "2024-02-29", "2026-11-22", "2199-12-31"),
    "name": ("", "Training", "é;|\\ ", "🦺"),
    "awarded": (0, "0.01", 40, "49.99"),
    "possible": (0, 50, "50.00", 100000),
}
DAYS = ("1900-01-01", "2024-02-29", "2025-08-31", "2026-11-22", "2199-12-31", "not_yet")
ROWS = {"links": ("who", "kind", "ended"), "elements": ("name", "awarded", "possible")}
KEYS: dict[str, tuple[str, ...]] = {
    "certification": ("employees", "documentation_months", "assessor", "overall_score", "element_scores"),
    "independence": ("audit_purpose", "audit_date", "links"),
    "internal-auditor": ("module_1_completed", "module_12_completed", "audit_completed"),
    "maintenance": ("program", "certificate", "certified_on", "audit_date", "assessor", "overall_score"),
    "score": ("elements",),
    "plan": ("program", "certificate", "records_since", "certified_on", "module_12_completed", "last_link_ended",
             "field_work_started", "field_work_ended"),
    "refund": ("program", "industry_rated_premium", "year", "improvement_percent"),
}  # fmt: skip


def nonsense(chance: random.Random, depth: int = 3) -> Any:
    """Return any JSON value at all, nested at most `depth` deep."""
    if depth and chance.random() < 0.3:
        if chance.random() < 0.5:
            return [nonsense(chance, depth - 1) for _ in range(chance.randrange(4))]
        return {str(chance.choice(PIECES)): nonsense(chance, depth - 1) for _ in range(chance.randrange(4))}
    return chance.choice(PIECES)


def value(chance: random.Random, key: str, slip: float) -> Any:
    """Return a value for a key, which is nonsense with the chance `slip`."""
    drawn = chance.random()
    if drawn < slip:
        return nonsense(chance)
    if drawn < slip + 0.15:
        return chance.choice((None, "unsure"))
    if key == "element_scores":
        return [value(chance, "overall_score", slip) for _ in range(chance.randint(1, 4))]
    if key in ROWS:
        return [answers(chance, ROWS[key], slip) for _ in range(chance.randint(1, 4))]
    return chance.choice(WORDS.get(key, DAYS))


def answers(chance: random.Random, keys: tuple[str, ...], slip: float) -> dict[str, Any]:
    """Return an object with some of the keys, and now and then a key too many."""
    given = {key: value(chance, key, slip) for key in keys if chance.random() < 0.8}
    if chance.random() < slip / 2:
        given[str(chance.choice(PIECES))] = nonsense(chance)
    return given


def text(chance: random.Random, check: str) -> str:
    """Return a text for a check: mostly an object, sometimes another value, sometimes no JSON at all."""
    drawn = chance.random()
    if drawn < 0.05:
        written = json.dumps(nonsense(chance))
    else:
        written = json.dumps(
            answers(chance, KEYS[check], chance.choice((0, 0, 0.02, 0.1, 0.5))), ensure_ascii=drawn < 0.5
        )
    if chance.random() < 0.05:
        at = chance.randrange(len(written) + 1)
        slip = chance.choice(("", ",", "}", "\\", '"', "\x00", "0", "-", "NaN", "\ud800"))
        written = written[:at] + slip + written[at + 1 :]
    return written
