"""Decision tables: made from what decides, for every check, with every case that the conditions know."""

import re
from dataclasses import replace
from datetime import date

import pytest

from cor_calc.checks import CHECKS
from cor_calc.edges.table import distinct_cases, markdown, table
from cor_calc.engine.judging import Worked
from cor_calc.engine.questions import NOT_APPLICABLE
from cor_calc.engine.words import MET, capital
from cor_calc.law import load
from cor_calc.numbers import hundredths, plain

from ...support.rules import DAY, conditions, date_rules, with_version

EVERY_CHECK = pytest.mark.parametrize("check", CHECKS)
GENERAL = load().on(DAY)
(REFUND,) = CHECKS["refund"].subjects(load(), DAY)
(READINESS,) = CHECKS["readiness"].subjects(load(), DAY)


def cells(text: str) -> list[list[str]]:
    """Return the rows of all tables in a text, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [row for row in rows if row[0] not in {"Condition", "---", "Date"}]


@EVERY_CHECK
def test_every_check_has_its_table(check: str) -> None:
    """A table has rows of equal length, and no cell of a decision is empty but a condition told above."""
    text = table(check, load(), DAY)
    for part in text.split("\n\n"):
        lines = [line for line in part.splitlines() if line.startswith("|")]
        assert len({len(re.split(r"(?<!\\)\|", line)) for line in lines}) <= 1
    rows = cells(text)
    assert rows
    for row in rows:
        assert all(row[1:]), row


@EVERY_CHECK
def test_its_words_are_for_a_person(check: str) -> None:
    """No key, no code and no place for a value stands in a cell."""
    for cell in [cell for row in cells(table(check, load(), DAY)) for cell in row]:
        assert not re.search(r"[{}]|\b[a-z]+_[a-z_]+\b", cell), cell


@EVERY_CHECK
def test_every_case_is_in_it(check: str) -> None:
    """What the conditions tell apart is told; what is not known stays open, and is left out."""
    told = {(row[1], row[2]) for row in cells(table(check, load(), DAY)) if len(row) == 5}
    meant = {**MET, (): "time decides"}
    for each, subject, condition in conditions(load()):
        if each.name != check:
            continue
        for case, _, _ in distinct_cases(condition, subject, load(), DAY):
            if not isinstance(case.says, tuple) or not case.says:
                assert (capital(case.when), meant[case.says]) in told, case.when


@pytest.mark.parametrize("case", REFUND.cases(GENERAL), ids=lambda case: case.when)
def test_a_refund_is_what_its_table_says(case: Worked) -> None:
    """Its lines are written beside what decides, so each is worked out here."""
    figures = REFUND.figures(dict(case.example), GENERAL, DAY, None)
    if not figures:
        assert case.then == "not published"
    elif case.then == "that percent, where it is higher":
        assert hundredths(figures["percent"]) == case.example["improvement_percent"]
    else:
        assert f"{plain(hundredths(figures['percent']))}% of the premium" == case.then


@pytest.mark.parametrize("case", READINESS.cases(GENERAL), ids=lambda case: case.when)
def test_an_elements_state_is_what_its_table_says(case: Worked) -> None:
    """Here too."""
    (row,) = READINESS.elements(dict(case.example), GENERAL)
    assert row["state"] == {"does not apply": NOT_APPLICABLE}.get(case.then, case.then)


@EVERY_CHECK
def test_every_date_is_in_it(check: str) -> None:
    """Each date that the check can give has its rule."""
    labels = {rule.label for each, _, rule in date_rules(load()) if each.name == check and rule.facts}
    told = {row[0] for row in cells(table(check, load(), DAY)) if len(row) == 3}
    assert told == labels


def test_whose_rule_a_case_is() -> None:
    """A limit of one partner stands beside the others' with its name."""
    rows = cells(table("certification", load(), DAY))
    whose = {row[1]: row[3] for row in rows if "10" in row[1] or row[1].startswith("2 or")}
    assert "CCSA" in whose["10 or more"]
    assert "ACSA" in whose["2 or more"]
    assert [row[3] for row in rows if row[1] == "80% or more"] == ["every partner"] * 2


def test_a_table_is_of_its_day() -> None:
    """A later version is told from its day on."""
    law = load()
    old = law.on(DAY).facts["maintenance-pass-mark"]
    later = with_version(law, replace(old, value=65, since=date(2027, 7, 1)))
    before, since = (table("maintenance", later, day) for day in (date(2027, 6, 30), date(2027, 7, 1)))
    assert "65%" not in before
    assert "65% or more" in since


def test_a_bar_in_a_cell_is_escaped() -> None:
    """So that it does not end the cell."""
    assert markdown(["A"], [["a|b"]]) == "| A |\n| --- |\n| a\\|b |"
