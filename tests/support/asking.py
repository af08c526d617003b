"""How the tests ask the rules: answers in, one outcome out, through the public text interface alone."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from cor_calc import check_json
from cor_calc.law import Law

TODAY = "2026-11-26"
PARTNERS = ("aasp", "acsa", "afpa_food", "afpa_forest", "amhsa", "amta", "asc", "ccsa", "esc", "mhsa")

Answers = dict[str, Any]
Outcome = dict[str, Any]


def ask(check: str, answers: Answers, on: str = TODAY, law: Law | None = None) -> Outcome:
    """Return the outcome of answers that can be read."""
    out: Outcome = json.loads(check_json(check, json.dumps(answers), on, law))
    assert "problems" not in out, out
    return out


def result(check: str, answers: Answers, subject: str = "", on: str = TODAY, law: Law | None = None) -> Outcome:
    """Return one subject's result; without a subject, the only one."""
    (found,) = [each for each in ask(check, answers, on, law)["results"] if subject in {"", each["subject"]}]
    return dict(found)


def verdict(check: str, answers: Answers, subject: str = "", on: str = TODAY, law: Law | None = None) -> str | None:
    """Return one subject's verdict."""
    said: str | None = result(check, answers, subject, on, law)["verdict"]
    return said


def dates(check: str, answers: Answers, subject: str = "", on: str = TODAY, law: Law | None = None) -> dict[str, str]:
    """Return one subject's dates by their names."""
    return {each["name"]: each["date"] for each in result(check, answers, subject, on, law)["dates"]}


def changes(check: str, answers: Answers, subject: str = "", on: str = TODAY) -> list[tuple[str, Any, str | None]]:
    """Return what would turn a no into a yes: each key, its new value and its day; [] where nothing is proposed."""
    return [
        (each["key"], each["to"], each["when"])
        for proposed in result(check, answers, subject, on)["changes"]
        for each in proposed
    ]


def finding(check: str, answers: Answers, rule: str, subject: str = "", on: str = TODAY) -> Outcome:
    """Return the finding of one rule."""
    (found,) = [each for each in result(check, answers, subject, on)["findings"] if each["rule"] == rule]
    return dict(found)


def notices(check: str, answers: Answers, on: str = TODAY) -> list[str]:
    """Return the codes of the notices."""
    return [notice["code"] for notice in ask(check, answers, on)["notices"]]


def assumed(check: str, answers: Answers, on: str = TODAY) -> dict[str, str]:
    """Return what is assumed, in words, by its rule."""
    return {each["rule"]: each["text"] for each in ask(check, answers, on)["assumptions"]}


def problems(check: str, answers: Answers | str, on: str = TODAY) -> list[tuple[str, str]]:
    """Return path and code of each problem; none where the answers could be evaluated."""
    text = answers if isinstance(answers, str) else json.dumps(answers)
    return [(each["path"], each["code"]) for each in json.loads(check_json(check, text, on)).get("problems", ())]


def messages(check: str, answers: Answers | str, on: str = TODAY) -> list[str]:
    """Return what is said of each problem."""
    text = answers if isinstance(answers, str) else json.dumps(answers)
    return [each["message"] for each in json.loads(check_json(check, text, on)).get("problems", ())]


def only(answers: Answers, *keys: str) -> Answers:
    """Return some of the answers."""
    return {key: answers[key] for key in keys}


def without(answers: Answers, *keys: str) -> Answers:
    """Return all but some of the answers."""
    return {key: value for key, value in answers.items() if key not in keys}


def table(names: str, rows: Sequence[Any]) -> pytest.MarkDecorator:
    """Return the parametrization by a table whose last column says in a sentence what each row shows."""
    keys = names.split()
    values = [row[0] if len(keys) == 1 else row[:-1] for row in rows]
    assert {len(row) for row in rows} == {len(keys) + 1}, names
    return pytest.mark.parametrize(keys if len(keys) > 1 else keys[0], values, ids=[row[-1] for row in rows])


def slips(text: str, says: list[str], never: list[str]) -> list[str]:
    """Return what a text does not say and must, and what it says and must never."""
    return [each for each in says if each not in text] + [each for each in never if each in text]
