"""What cannot be read is told with its place: the line and column of a text, the name of a file."""

import json
from pathlib import Path

import pytest

from cor_calc import check_json
from cor_calc.batch import HeaderError
from cor_calc.logic import Truth
from cor_calc.problems import Problem
from tests.calc.running import run

TODAY = "2026-11-22"
STRICT = "Write the answers as one strict JSON object: {}."

PLACES = [
    ("", 1, 1, "nothing"),
    ("{", 1, 2, "no key"),
    ("\n\n  x", 3, 3, "a word, on the third line"),
    ("\nx", 2, 1, "a word after an empty first line"),
    ('{"a": 1,\n "b" 2}', 2, 6, "no colon"),
    ('{"a": 1,}', 1, 8, "a comma too many, at the comma"),
    ('{"a": [1, \t\n ]}', 1, 9, "a comma too many in a list, on an earlier line than the bracket"),
    ('{\n"a": 1\n,\r\n}', 3, 1, "a comma too many on a line of its own"),
    ('{"a": 1, x}', 1, 10, "a comma before a word"),
    ('{"a": 1 ]', 1, 9, "another bracket"),
    ('{"a": 1}}', 1, 9, "a bracket after the end"),
    ('{"a": 1}\n\n]', 3, 1, "a bracket two lines after the end"),
    ('{"a": 1,\u00a0}', 1, 9, "a blank that JSON does not know"),
]


@pytest.mark.parametrize(("text", "line", "column"), [row[:3] for row in PLACES], ids=[row[3] for row in PLACES])
def test_the_place_in_a_text(text: str, line: int, column: int) -> None:
    """Lines and columns are counted from one; every Python says the same place."""
    reason = f"line {line}, column {column}, cannot be read"
    assert messages(check_json("plan", text, TODAY)) == [STRICT.format(reason)]


REASONS = [
    ('{"program": NaN}', "NaN is not a JSON number", "no number"),
    ('{"a": {"é": 1, "é": 2}}', "the key '\\xe9' stands twice", "a key twice"),
    ("[" * 9 + "]" * 9, "it is nested more than 8 levels deep", "too deep"),
    ('{"a": ' + "1" * 41 + "}", "a number has more than 40 characters", "a long number"),
]


@pytest.mark.parametrize(("text", "reason"), [row[:2] for row in REASONS], ids=[row[2] for row in REASONS])
def test_the_reason_beyond_grammar(text: str, reason: str) -> None:
    """What a lenient reader would have taken."""
    assert messages(check_json("plan", text, TODAY)) == [STRICT.format(reason)]


@pytest.mark.parametrize("text", ["[]", "9", "null", '"plan"'])
def test_json_that_is_no_object(text: str) -> None:
    """An example shows what is."""
    assert messages(check_json("plan", text, TODAY)) == [
        'Write the answers as a JSON object, such as {"employees": 9}.'
    ]


def test_a_text_that_is_too_long() -> None:
    """64 KiB are read, counted in bytes as they would travel."""
    said = ["Shorten the answers to at most 64 KiB of text."]
    longest = '{"a":"' + "é" * 32764 + '"}'
    assert len(longest.encode()) == 64 * 1024
    assert messages(check_json("plan", longest, TODAY)) != said
    assert messages(check_json("plan", f"{longest} ", TODAY)) == said


def test_more_points_than_possible_are_told_at_the_element() -> None:
    """With the most that can stand there."""
    text = '{"elements": [{"awarded": 1, "possible": 1}, {"awarded": "12.51", "possible": "12.50"}]}'
    (found,) = json.loads(check_json("score", text, TODAY))["problems"]
    message = "Enter points awarded of at most the points possible, 12.5."
    assert found == {"path": "elements.1.awarded", "code": "out_of_range", "message": message}


def messages(output: str | bytes) -> list[str]:
    """Return the messages of all problems of an output."""
    return [problem["message"] for problem in json.loads(output)["problems"]]


def test_a_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    """With the reason; with the name of the output where that is at fault; with all other problems before it."""
    gone, spoilt, good = tmp_path / "gone é.json", tmp_path / "spoilt.csv", tmp_path / "good.csv"
    spoilt.write_bytes(b"employees\n\xff\n")
    good.write_text("employees\n9\n")
    said = "Give a file that can be used; {!a} cannot: {}.".format
    for command in ("check", "batch"):
        status, output = run(command, "plan", str(gone))
        assert (status, messages(output)) == (2, [said(str(gone), "No such file or directory")])
        status, output = run(command, "plan", str(spoilt))
        assert (status, messages(output)) == (2, [said(str(spoilt), "it is not UTF-8")])
        status, output = run(command, "plan", given=b"\xff")
        assert (status, messages(output)) == (2, [said("standard input", "it is not UTF-8")])
    target = tmp_path / "no folder" / "out.csv"
    status, output = run("batch", "plan", str(good), "-o", str(target))
    assert (status, messages(output)) == (2, [said(f"{target}.part", "No such file or directory")])
    status, output = run("check", "plans", str(gone), "--on", "2022-12-31")
    found = json.loads(output)["problems"]
    assert [(problem["path"], problem["code"]) for problem in found] == [
        ("check", "bad_choice"),
        ("as_of", "no_rules"),
        ("", "bad_json"),
    ]


@pytest.mark.parametrize("text", ["[]", "[[]]", "9", '"employees"', "true", "null"])
def test_json_that_is_no_object_is_named_as_a_whole(text: str) -> None:
    """It can be read, and is of the wrong kind."""
    message = 'Write the answers as a JSON object, such as {"employees": 9}.'
    problem = {"path": "", "code": "wrong_type", "message": message}
    assert json.loads(check_json("certification", text, TODAY)) == {"problems": [problem]}


def test_errors_for_programmers_say_what_to_do() -> None:
    """They carry their sentence."""
    with pytest.raises(TypeError) as raised:
        bool(Truth.UNKNOWN)
    assert str(raised.value) == "Compare with Truth.YES, Truth.NO or Truth.UNKNOWN."
    assert str(HeaderError(Problem("", "bad_json", "Begin with a header."))) == "Begin with a header."
