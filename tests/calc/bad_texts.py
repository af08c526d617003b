"""Texts of answers that cannot be read, and days that no rules cover, as data.

`BAD_TEXTS` holds every problem that each text has; `CONTRADICTIONS` leave open which key is blamed;
`UNDECIDED_TEXTS` must neither raise nor differ between two Pythons, and nothing more is said of them.
"""

import json
from typing import Any

BadText = tuple[str, str, set[tuple[str, str]]]

PATH = ("module_1_completed", "module_12_completed", "audit_completed")


def _each(check: str, key: str, code: str, *values: Any) -> list[BadText]:
    """One bad text for each value under one key, with the one problem it has."""
    return [(check, json.dumps({key: value}), {(key, code)}) for value in values]


def _whole(code: str, *texts: str) -> list[BadText]:
    """Texts that cannot be read as a whole: their problem is at the empty path."""
    return [("certification", text, {("", code)}) for text in texts]


def _step_texts(*paths: tuple[Any, ...]) -> list[tuple[str, str]]:
    """Texts of steps on the internal auditor's path, each path as its days."""
    return [("internal-auditor", json.dumps(dict(zip(PATH, days, strict=False)))) for days in paths]


NOT_NUMBERS: tuple[Any, ...] = (
    "", " ", "80 ", " 80", "\t80", "80\n", "80\u00a0", "+80", "-80", "-0", "8e1", "8E+1", "80.", ".5", "80,5", "80%",
    "80.5.1", "0x50", "1_0", "８０", "٨٠", "८०", "NaN", "Infinity", "eighty", True, False, [], {}, [80],
)  # fmt: skip
NOT_DAYS = (
    "2025-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31", "2026-1-05", "26-01-05",
    "20260105", "2026-W01-1", "2026-005", "2026/01/05", "2026–01–05", "-2026-01-05", "02026-01-05", "today",
    "2026-01-05T00:00", " 2026-01-05", "2026-01-05\n", "２０２６-01-05", "٢٠٢٦-01-05", "2026-01-0５",
)  # fmt: skip
NOT_JSON = (
    "", " ", "{", "}", "{]", "nonsense", "{} {}", "{},", "{'employees': 9}", "{employees: 9}", '{"employees": 9,}',
    '{"employees": 09}', '{"employees": +9}', '{"employees": 0x9}', '{"employees": ９}', '{"employees": 9} // ten',
    '{"overall_score": .5}', '{"overall_score": 5.}', '{"overall_score": NaN}', '{"overall_score": Infinity}',
    '{"overall_score": -Infinity}', '{"x": nan}', '{"employees": True}', '{"employees": None}',
    '{"employees": undefined}', "/* */ {}", "\u00a0{}", "\x0b{}", "\x0c{}", '{"a\nb": 1}', '{"a": "\x00"}',
    '{"a": "\\x41"}', '{"a": "\\ud8"}', '{"a": "',
    '{"employees": 9, ]', '{"employees": 9 ,\n}', '{"element_scores": [80, ]}',
)  # fmt: skip
TOO_DEEP = (
    *("[" * 9 + "]" * 9, "[[], " + "[" * 8 + "]" * 8 + "]"),
    *('{"links": ' + "[" * 8 + "]" * 8 + "}", '{"a":' * 9 + "1" + "}" * 9),
)
UNFINISHED = ("[" * 60000, '{"a":' * 10000)
TWICE = (
    '{"employees": 9, "employees": 9}',
    '{"employees": 9, "\\u0065mployees": 10}',
    '{"x": {"y": 1, "y": 2}}',
    '{"links": [{"who": "auditor", "who": "auditor"}]}',
)
LONG_NUMBERS = (
    '{"employees": ' + "1" * 41 + "}",
    '{"overall_score": 80.' + "0" * 38 + "}",
    '{"x": -' + "1" * 40 + "}",
)
TOO_LONG = (" " * 65535 + "{}", "{}" + " " * 65535, '{"a": "' + "x" * 65536 + '"}', "[" * 65537)

SEVERAL: list[BadText] = [
    (
        "certification",
        '{"employees": 0, "overall_score": "x", "assessor": "?", "size": 1, "element_scores": []}',
        {("employees", "out_of_range"), ("overall_score", "wrong_type"), ("assessor", "bad_choice"),
         ("size", "unknown_key"), ("element_scores", "out_of_range")},
    ),
    (
        "certification",
        '{"element_scores": [80, "-1", 101, "x", 80.001]}',
        {("element_scores.1", "wrong_type"), ("element_scores.2", "out_of_range"),
         ("element_scores.3", "wrong_type"), ("element_scores.4", "out_of_range")},
    ),
    (
        "independence",
        '{"links": [{"who": "auditor"}, {"who": "me", "kind": "x", "ended": "2025-02-30"}, 5]}',
        {("links.1.who", "bad_choice"), ("links.1.kind", "bad_choice"), ("links.1.ended", "bad_date"),
         ("links.2", "wrong_type")},
    ),
    (
        "score",
        '{"elements": [{"name": 5, "awarded": "-1", "possible": true}]}',
        {("elements.0.name", "wrong_type"), ("elements.0.awarded", "wrong_type"),
         ("elements.0.possible", "wrong_type")},
    ),
    (
        "score",
        '{"elements": [{"name": "a", "awarded": "1.001", "possible": "2"}]}',
        {("elements.0.awarded", "out_of_range")},
    ),
    ("independence", '{"links": [{"since": "2025-01-01"}]}', {("links.0.since", "unknown_key")}),
]  # fmt: skip

BAD_TEXTS: list[BadText] = [
    *_each("certification", "overall_score", "wrong_type", *NOT_NUMBERS),
    *_each(
        "certification", "overall_score", "out_of_range", "100.01", 100.01, 101, "80.001", "80.000", 79.999, "9" * 40
    ),
    *_each("certification", "employees", "wrong_type", *NOT_NUMBERS, 9.5, "9.5"),
    *_each("certification", "employees", "out_of_range", 0, "0", 100000, "100000", int("9" * 40)),
    *_each("certification", "documentation_months", "out_of_range", 1201, "1201"),
    *_each("certification", "assessor", "bad_choice", "External_Auditor", "external_auditor ", "", "other", "none"),
    *_each("certification", "element_scores", "wrong_type", 80, "80", "none", {}, True),
    *_each("certification", "element_scores", "out_of_range", []),
    *_each("certification", "element_scores", "too_many", [80] * 51),
    *_each("certification", "unknown", "unknown_key", 1, None, "unsure", [], {}),
    *_each("certification", "Employees", "unknown_key", 9),
    *_each("certification", "", "unknown_key", 9),
    *_each("certification", "émployés", "unknown_key", 9),
    *_each("independence", "audit_date", "bad_date", *NOT_DAYS),
    *_each("independence", "audit_purpose", "bad_choice", "certificate"),
    *_each("independence", "links", "wrong_type", "none", {}, 1),
    *_each("independence", "links", "too_many", [{}] * 51),
    *_each("internal-auditor", "module_12_completed", "out_of_range", "2026-11-23", "2199-12-31"),
    *_each("internal-auditor", "audit_completed", "bad_date", "2026-02-30"),
    *_each("plan", "records_since", "bad_date", *NOT_DAYS, "ongoing", "not_yet"),
    *_each("refund", "industry_rated_premium", "out_of_range", "1000000000.01", 1000000001, "0.001"),
    *_each("refund", "industry_rated_premium", "wrong_type", "$100", "1,000", "1 000"),
    *_each("score", "elements", "out_of_range", []),
    *_each("score", "elements", "too_many", [{}] * 51),
    *SEVERAL,
    *[(check, "{}", {("check", "bad_choice")}) for check in ("no-such-check", "", "Certification", "internal_auditor")],
    *_whole("bad_json", *NOT_JSON, *TWICE, *LONG_NUMBERS, *TOO_DEEP, *UNFINISHED),
    *_whole("too_many", *TOO_LONG),
]

CONTRADICTIONS = _step_texts(
    ("2026-03-02", "2026-03-01"),
    ("not_yet", "2026-03-01"),
    ("2026-01-01", "2026-03-02", "2026-03-01"),
    ("unsure", "2026-03-02", "2026-03-01"),
)

UNDECIDED_ANSWERS = (
    "[]", "5", '"x"', "null", "true", "\ufeff{}", "{}\n", "[" * 8 + "]" * 8, '{"overall_score": -5}',
    '{"overall_score": -0}', '{"overall_score": 8e1}', '{"overall_score": 8E1}', '{"overall_score": 1e400}',
    '{"overall_score": 80.000}', '{"overall_score": "080"}', '{"overall_score": "' + "1" * 41 + '"}',
    '{"overall_score": "\ud800"}', '{"employees": 9.0}', '{"employees": "9.0"}', '{"employees": 1e1}',
    '{"employees": -1}', '{"assessor": 5}', '{"assessor": true}', '{"assessor": []}', '{"assessor": {}}',
    '{"assessor": "\\udfff"}', '{"element_scores": [null, "unsure"]}', '{"\\ud800": 1}', '{"\ud800": 1}',
    '{"a.b": 1}', '{"\\u0000": 1}', '{"x": "' + "é" * 33000 + '"}',
)  # fmt: skip
UNDECIDED_DAYS = ("20260105", "true", '""', '"1899-12-31"', '"2200-01-01"', '"0000-01-01"', '"ongoing"')  # fmt: skip
UNDECIDED_LINKS = ("[null]", '["unsure"]', '[{"ended": "2199-12-31"}]')
UNDECIDED_ROWS: tuple[dict[str, Any], ...] = (
    {"name": "a", "awarded": 2, "possible": 1},
    {"name": "x" * 5000, "awarded": 1, "possible": 1},
    {"name": "\ud83d\ud83d", "awarded": 1, "possible": 1},
    {"name": "\u0000\u2028", "awarded": 1, "possible": int("9" * 31)},
)

UNDECIDED_TEXTS: list[tuple[str, str]] = [
    *[("certification", text) for text in UNDECIDED_ANSWERS],
    *[("independence", f'{{"audit_date": {day}}}') for day in UNDECIDED_DAYS],
    *[("independence", f'{{"links": {links}}}') for links in UNDECIDED_LINKS],
    *_step_texts(
        ("2026-01-01", "not_yet", "2026-02-01"),
        ("not_yet", None, "2026-02-01"),
        ("2026-02-01", None, "2026-01-01"),
    ),
    *[("score", json.dumps({"elements": [row]})) for row in UNDECIDED_ROWS],
]

BAD_DAYS: list[tuple[str, str]] = [
    *[(day, "bad_date") for day in ("", "garbage", *NOT_DAYS)],
    *[(day, "no_rules") for day in ("2022-12-31", "2000-02-29", "1900-01-01")],
]
