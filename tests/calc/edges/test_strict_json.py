"""Strict JSON: what the whole text may be, and what a lenient reader would take for something else."""

import json

import pytest

from ...support.asking import ask, messages, problems, table

NOT_JSON = (
    "", " ", "{", "}", "{]", "nonsense", "{} {}", "{},", "{'employees': 9}", "{employees: 9}", '{"employees": 9,}',
    '{"employees": 09}', '{"employees": +9}', '{"employees": 0x9}', '{"employees": ９}', '{"employees": 9} // ten',
    '{"overall_score": .5}', '{"overall_score": 5.}', '{"overall_score": NaN}', '{"overall_score": Infinity}',
    '{"overall_score": -Infinity}', '{"x": nan}', '{"employees": True}', '{"employees": None}',
    '{"employees": undefined}', "/* */ {}", "\u00a0{}", "\x0b{}", "\x0c{}", '{"a\nb": 1}', '{"a": "\x00"}',
    '{"a": "\\x41"}', '{"a": "\\ud8"}', '{"a": "',
    '{"employees": 9, ]', '{"employees": 9 ,\n}', '{"element_scores": [80, ]}', "\ufeff{}",
)  # fmt: skip
TOO_DEEP = (
    *("[" * 9 + "]" * 9, "[[], " + "[" * 8 + "]" * 8 + "]", "[" * 60000, '{"a":' * 10000),
    *('{"links": ' + "[" * 8 + "]" * 8 + "}", '{"a":' * 9 + "1" + "}" * 9),
)
TWICE = (
    '{"employees": 9, "employees": 9}',
    '{"employees": 9, "\\u0065mployees": 10}',
    '{"x": {"y": 1, "y": 2}}',
    '{"links": [{"who": "auditor", "who": "auditor"}]}',
)
LONG_NUMBERS = ('{"employees": ' + "1" * 41 + "}", '{"overall_score": 80.' + "0" * 38 + "}", '{"x": -' + "1" * 40 + "}")
NO_OBJECTS = ("[]", "5", '"x"', "null", "true", "[" * 8 + "]" * 8)


@pytest.mark.parametrize(
    "text", [*NOT_JSON, *TWICE, *LONG_NUMBERS, *TOO_DEEP], ids=lambda text: f"{len(text)} {text[:40]!a}"
)
def test_what_is_no_strict_json(text: str) -> None:
    """One problem, of the whole text."""
    assert problems("certification", text) == [("", "bad_json")]


@pytest.mark.parametrize("text", NO_OBJECTS)
def test_json_that_is_no_object(text: str) -> None:
    """It is read, and is of the wrong type."""
    assert problems("certification", text) == [("", "wrong_type")]


@table(
    "text found",
    [
        ('{"employees":' + "9" * 40 + "}", [("employees", "out_of_range")], "a number of forty characters"),
        ('{"employees":' + "9" * 41 + "}", [("", "bad_json")], "one more"),
        ("{}" + " " * 65534, [], "a text of 64 KiB"),
        ("{}" + " " * 65535, [("", "too_many")], "a byte more"),
        ('{"x": "' + "é" * 33000 + '"}', [("", "too_many")], "bytes, and not characters"),
        ("[" * 65537, [("", "too_many")], "too long to be looked at"),
        ('{"overall_score":' + "[" * 7 + "]" * 7 + "}", [("overall_score", "wrong_type")], "eight levels"),
        ('{"overall_score":' + "[" * 8 + "]" * 8 + "}", [("", "bad_json")], "nine levels"),
        (json.dumps({"x": "[{" * 40}), [("x", "unknown_key")], "brackets in a text are no levels"),
        ('{"x": "\\"[[[[[[[[[[[["}', [("x", "unknown_key")], "nor after an escaped quotation mark"),
        (" \t\r\n{} \t\r\n", [], "blanks around the object"),
    ],
)  # fmt: skip
def test_bounds(text: str, found: list[tuple[str, str]]) -> None:
    """64 KiB, eight levels, forty characters a number."""
    assert problems("certification", text) == found


def test_where_it_cannot_be_read() -> None:
    """The line and the column are told, the same in every Python."""
    for text, place in (('{"employees": 9,}', "line 1, column 16"), ('{\n "a": x}', "line 2, column 7")):
        assert place in messages("certification", text)[0]


@pytest.mark.parametrize("name", ["", "\ud83d\ud83d", "\u0000\u2028", "x" * 5000, 'a "b" \\', "<b>&amp;"])
def test_texts_of_every_kind(name: str) -> None:
    """A name may hold anything that JSON can: it comes back as it was, in ASCII."""
    rows = [{"name": name, "awarded": "1.00", "possible": "1.00"}]
    out = ask("score", {"elements": rows})
    assert out["answers"] == {"elements": rows}
    assert out["results"][0]["elements"][0]["name"] == name
