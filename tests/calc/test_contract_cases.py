"""The contract's worked cases, by the calculators and by the second opinion.

A case says what a check answers to some answers on some day; what a case leaves out is null or empty.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from ..support.opinions import OPINIONS

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "contract_cases.jsonl").read_text(encoding="utf-8").splitlines()
]
ASKED_OF = ("verdict", "tone", "certificate", "stage", "dates", "by_partner", "open_questions", "changes", "figures")


def told(result: dict[str, Any]) -> dict[str, Any]:
    """Return what a result says, without what is null or empty."""
    return {key: result[key] for key in (*ASKED_OF, "elements") if result.get(key) not in (None, [], {})}


@pytest.mark.parametrize("opinion", OPINIONS)
@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case['check']}" for n, case in enumerate(CASES, 1)])
def test_contract_cases(case: dict[str, Any], opinion: str) -> None:
    """Each worked case of the contract comes out as it stands there."""
    found = OPINIONS[opinion](case["check"], case["answers"], case["on"])
    if "problems" in case:
        assert sorted(found["problems"]) == sorted(tuple(each) for each in case["problems"])
        return
    assert "problems" not in found
    assert {subject: told(result) for subject, result in found["results"].items()} == case["results"]
