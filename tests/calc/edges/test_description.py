"""The description: the one thing that forms, addresses and pictures know of the checks, with words for all of it."""

import json
from datetime import date
from typing import Any

import pytest

from cor_calc.checks import CHECKS, KEYS
from cor_calc.edges.description import description
from cor_calc.engine.check import Result
from cor_calc.engine.judging import Situation
from cor_calc.engine.kinds import UNSURE
from cor_calc.engine.questions import QUESTIONS
from cor_calc.law import load

from ...support.asking import PARTNERS
from ...support.rules import DAY, date_rules, known_answers, subjects

DESCRIBED = description(load(), DAY)
KINDS = {"choice", "whole", "percent", "money", "points", "date", "text", "list", "rows"}


def all_questions() -> list[dict[str, Any]]:
    """Return every question, with the fields of its rows and what its lists hold."""
    found = list(DESCRIBED["questions"].values())
    fields = [field for each in found for field in each.get("fields", ())]
    return [*found, *fields, *[each["item"] for each in found if "item" in each]]


def test_it_is_json() -> None:
    """Written and read again it is the same, and it has its version."""
    assert json.loads(json.dumps(DESCRIBED)) == DESCRIBED
    assert DESCRIBED["version"] == 2
    assert description(load(), DAY) == DESCRIBED


def test_every_check_is_in_it() -> None:
    """In order, the overview last, with all its questions and all that it judges."""
    assert [each["name"] for each in DESCRIBED["checks"]] == [*CHECKS, "overview"]
    for each in DESCRIBED["checks"]:
        assert each["keys"] == list(KEYS[each["name"]])
        assert set(each["keys"]) <= DESCRIBED["questions"].keys()
        assert each["title"]
        assert each["summary"]
        if each["name"] != "overview":
            names = [subject.name for check, subject in subjects(load()) if check.name == each["name"]]
            assert [subject["name"] for subject in each["subjects"]] == names
            assert all(subject["words"] for subject in each["subjects"])


def test_lists_by_element_say_where_its_name_stands() -> None:
    """In a field of each row that is a text, or beside the row."""
    named = {key: each["names"] for key, each in DESCRIBED["questions"].items() if "names" in each}
    assert named == {"element_scores": "", "elements": "name", "evidence": "element"}
    for key, name in named.items():
        fields = {field["key"]: field["kind"] for field in DESCRIBED["questions"][key].get("fields", ())}
        assert fields.get(name) == ("text" if name else None)


def test_every_question_is_in_it() -> None:
    """By its key, with words, and with all that a control of its kind needs."""
    assert DESCRIBED["questions"].keys() == QUESTIONS.keys() == {key for keys in KEYS.values() for key in keys}
    for each in all_questions():
        assert each["kind"] in KINDS
        assert "{" not in each.get("hint", "")
        if each["kind"] == "choice":
            assert each["options"]
        if each["kind"] in {"whole", "percent", "money", "points"}:
            assert each["low"] <= each["high"]
        if each["kind"] in {"list", "rows"}:
            assert 0 <= each["least"] <= each["most"]
            assert each["may_be_empty"] is (each["least"] == 0)
            assert each["one"]
    for each in (
        *DESCRIBED["questions"].values(),
        *[f for q in DESCRIBED["questions"].values() for f in q.get("fields", ())],
    ):
        assert each["label"]
        assert each["noun"]
        assert not each["noun"].endswith(("?", "."))


def test_unsure_is_never_an_option() -> None:
    """A form adds it where it wants to; what is offered is an answer."""
    for each in all_questions():
        values = [option["value"] for option in each.get("options", ())]
        assert UNSURE not in values
        assert len(set(values)) == len(values)
        assert all(option["label"] for option in each.get("options", ()))


def test_every_partner_is_in_it() -> None:
    """With its short name, its industry and its address; the question offers all ten."""
    assert tuple(each["id"] for each in DESCRIBED["partners"]) == PARTNERS
    for each in DESCRIBED["partners"]:
        assert all(each[name] for name in ("short", "name", "industry", "url"))
    offered = DESCRIBED["questions"]["partner"]["options"]
    assert tuple(option["value"] for option in offered) == PARTNERS


def test_every_date_and_figure_has_words() -> None:
    """Whatever an outcome can give."""
    named = {name for _, _, rule in date_rules(load()) for name in rule.labels}
    assert DESCRIBED["dates"].keys() == named
    for name, each in DESCRIBED["dates"].items():
        assert each["label"]
        assert each["kind"] == ("from" if name.endswith("_from") else "by")
    figures = {name for _, subject in subjects(load()) for name in subject.figure_names}
    assert DESCRIBED["figures"].keys() == figures
    assert all(each["label"] and each["unit"] for each in DESCRIBED["figures"].values())


def every_result() -> list[Result]:
    """Return the results of many made-up answers."""
    found: list[Result] = []
    for check in CHECKS.values():
        for answers, day in known_answers(check.name, 150):
            if day >= date(2023, 1, 1):
                found += check.results(Situation(answers, load(), day))
    return found


def test_every_stage_certificate_and_tone_has_words() -> None:
    """All that occur, and none that cannot."""
    results = every_result()
    stages = {result.decision.stage for result in results} - {None}
    assert stages == DESCRIBED["stages"].keys()
    assert {result.decision.certificate for result in results} - {None} == DESCRIBED["certificates"].keys()
    assert {result.tone for result in results} == DESCRIBED["tones"].keys()
    assert all(DESCRIBED["stages"].values())
    assert DESCRIBED["met"].keys() == {"yes", "no", "unknown", "not_covered"}
    states = {row["state"] for result in results for row in result.elements or () if "state" in row}
    assert states == DESCRIBED["element_states"].keys()


def test_one_word_for_one_thing() -> None:
    """No two tones have the same word, and no two marks beside a finding."""
    assert len(set(DESCRIBED["tones"].values())) == len(DESCRIBED["tones"])
    assert len(set(DESCRIBED["met"].values())) == len(DESCRIBED["met"])


def test_every_rule_and_source_has_a_title() -> None:
    """Whatever a finding names can be told."""
    law = load()
    assert DESCRIBED["rules"].keys() == law.parameters.keys() | {option.id for option in law.options}
    assert all(each["title"] for each in DESCRIBED["rules"].values())
    assert DESCRIBED["sources"].keys() == law.sources.keys()
    assert all(each["title"] and each["publisher"] and each["url"] for each in DESCRIBED["sources"].values())


def test_names_of_elements() -> None:
    """Each partner's, and the general ones under no name."""
    assert DESCRIBED["elements"].keys() == {"", *PARTNERS}
    assert DESCRIBED["elements"][""] == list(load().names(None))
    assert all(DESCRIBED["elements"].values())


def test_keys_of_former_addresses() -> None:
    """A key that an older address has leads to one that its check asks."""
    assert DESCRIBED["renamed"]
    for check, keys in DESCRIBED["renamed"].items():
        assert set(keys.values()) <= set(KEYS[check])
        assert set(keys).isdisjoint(KEYS[check])


@pytest.mark.parametrize("word", ["hint", "label"])
def test_words_are_for_a_person(word: str) -> None:
    """No key stands in them."""
    for each in all_questions():
        assert "_" not in each.get(word, "")
