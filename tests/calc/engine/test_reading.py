"""Reading answers: what each kind takes, what it refuses, and under which code."""

from typing import Any

import pytest

from ...support.asking import ask, messages, problems, table

NOT_NUMBERS: tuple[Any, ...] = (
    "", " ", "80 ", " 80", "\t80", "80\n", "80\u00a0", "+80", "-80", "-0", "8e1", "8E+1", "80.", ".5", "80,5", "80%",
    "80.5.1", "0x50", "1_0", "８０", "٨٠", "८०", "NaN", "Infinity", "eighty", True, False, [], {}, [80], -1, 8e22,
)  # fmt: skip
NOT_DAYS = (
    "2025-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31", "2026-1-05", "26-01-05",
    "20260105", "2026-W01-1", "2026-005", "2026/01/05", "2026–01–05", "-2026-01-05", "02026-01-05", "today",
    "2026-01-05T00:00", " 2026-01-05", "2026-01-05\n", "２０２６-01-05", "٢٠٢٦-01-05", "2026-01-0５", "", "ongoing",
)  # fmt: skip
PERCENTS = (("certification", "overall_score"), ("maintenance", "maintenance_score"), ("refund", "improvement_percent"))


def one(check: str, key: str, value: Any) -> list[str]:
    """Return the codes of the problems of one answer, all of them at its own path."""
    found = problems(check, {key: value})
    assert {path for path, _ in found} <= {key}
    return [code for _, code in found]


# Numbers


@pytest.mark.parametrize("value", NOT_NUMBERS, ids=ascii)
def test_what_is_no_number(value: Any) -> None:
    """Digits, then perhaps a point and digits: no sign, exponent, blank, comma or digits of other scripts."""
    for check, key in PERCENTS:
        assert one(check, key, value) == ["wrong_type"]
    assert one("certification", "employees", value) == ["wrong_type"]


@table(
    "value read",
    [
        (80, "80.00", "a number"),
        ("80", "80.00", "a text"),
        (80.0, "80.00", "a binary number"),
        ("080", "80.00", "with a nought before it"),
        ("79.9", "79.90", "one decimal"),
        (79.99, "79.99", "two decimals"),
        (0, "0.00", "nothing"),
        ("100.00", "100.00", "all"),
        ("0" * 39 + "1", "1.00", "many noughts"),
    ],
)
def test_a_percent(value: Any, read: str) -> None:
    """It is told with two decimals, exactly."""
    assert ask("certification", {"overall_score": value})["answers"] == {"overall_score": read}


@pytest.mark.parametrize("value", ["100.01", 100.01, 101, "80.001", "80.000", 79.999, "9" * 40, "9" * 60], ids=ascii)
def test_a_percent_beyond_its_bounds(value: Any) -> None:
    """Above 100, or with more than two decimals."""
    assert one("certification", "overall_score", value) == ["out_of_range"]


@table(
    "check key low high",
    [
        ("certification", "employees", 1, 99999, "employees"),
        ("certification", "documentation_months", 0, 1200, "months of records"),
        ("alternatives", "years_certified", 0, 60, "years certified"),
        ("alternatives", "certification_audits", 0, 20, "certification audits"),
        ("alternatives", "maintenance_year", 2023, 2199, "a calendar year"),
    ],
)
def test_whole_numbers(check: str, key: str, low: int, high: int) -> None:
    """Both bounds are read, what lies beyond is not; a number with a part is none."""
    for value in (low, str(high), high, float(high), f"{high}.00"):
        assert one(check, key, value) == []
    assert one(check, key, high + 1) == ["out_of_range"]
    assert one(check, key, low - 1) == (["wrong_type"] if low == 0 else ["out_of_range"])
    assert one(check, key, low + 0.5) == ["wrong_type"]
    assert ask(check, {key: str(low)})["answers"] == {key: low}


@table(
    "check answers code",
    [
        ("refund", {"industry_rated_premium": 10**9}, None, "a billion dollars"),
        ("refund", {"industry_rated_premium": "1000000000.01"}, "out_of_range", "a cent more"),
        ("refund", {"industries": [{"earnings": 10**9, "rate": "0.01"}]}, None, "of an industry"),
        ("score", {"elements": [{"possible": 10**6}]}, None, "a million points"),
        ("score", {"elements": [{"possible": "1000000.01"}]}, "out_of_range", "a hundredth more"),
    ],
)
def test_money_and_points(check: str, answers: dict[str, Any], code: str | None) -> None:
    """Up to a billion dollars and a million points."""
    assert [each for _, each in problems(check, answers)] == ([code] if code else [])


# Days


@pytest.mark.parametrize("value", NOT_DAYS, ids=ascii)
def test_what_is_no_day(value: str) -> None:
    """A day is written in one way, and must exist."""
    for check, key in (("independence", "audit_date"), ("plan", "records_since"), ("cycle", "certified_on")):
        assert one(check, key, value) == ["bad_date"]


@table(
    "value codes",
    [
        ("1900-01-01", [], "the first day"),
        ("1899-12-31", ["out_of_range"], "the day before it"),
        ("2199-12-31", [], "the last day"),
        ("2200-01-01", ["out_of_range"], "the day after it"),
        ("2024-02-29", [], "a leap day"),
        ("1900-02-29", ["bad_date"], "a leap day in a year that has none"),
        ("2000-02-29", [], "and in one that has"),
        (20260105, ["wrong_type"], "a number"),
        (True, ["wrong_type"], "a truth value"),
        ([], ["wrong_type"], "a list"),
    ],
)
def test_days(value: Any, codes: list[str]) -> None:
    """From 1900 to 2199."""
    assert one("independence", "audit_date", value) == codes


@table(
    "check key word",
    [
        ("internal-auditor", "module_1_completed", "not_yet", "a step that is not done"),
        ("cycle", "first_maintenance", "not_yet", "an audit that is not done"),
        ("auditor-upkeep", "refresher_on", "not_yet", "a refresher that is not taken"),
        ("plan", "module_12_completed", "not_yet", "a course that is not done"),
    ],
)
def test_words_that_stand_for_a_day(check: str, key: str, word: str) -> None:
    """Where a day may not have come, one word says so; another, or another spelling, does not."""
    assert one(check, key, word) == []
    for other in ("Not_yet", "not yet", "ongoing"):
        assert one(check, key, other) == ["bad_date"]
    assert problems("independence", {"links": [{"ended": "ongoing"}]}) == []
    assert problems("independence", {"links": [{"ended": "not_yet"}]}) == [("links.0.ended", "bad_date")]


@table(
    "as_of code",
    [
        ("2026-02-30", "bad_date", "a day that does not exist"),
        ("", "bad_date", "nothing"),
        ("today", "bad_date", "a word"),
        ("2200-01-01", "out_of_range", "a day beyond all answers"),
        ("2022-12-31", "no_rules", "the day before the rules"),
    ],
)
def test_the_day_of_asking(as_of: str, code: str) -> None:
    """Today is handed in, and read as any day."""
    assert problems("plan", {}, as_of) == [("as_of", code)]


# Choices, lists and rows


@table(
    "check key value code",
    [
        ("certification", "assessor", "External_Auditor", "bad_choice", "another case"),
        ("certification", "assessor", "external_auditor ", "bad_choice", "a blank"),
        ("certification", "assessor", "", "bad_choice", "nothing"),
        ("certification", "assessor", 5, "wrong_type", "a number"),
        ("certification", "assessor", ["own_staff"], "wrong_type", "a list"),
        ("certification", "partner", "ESC", "bad_choice", "a partner's short name"),
        ("certification", "partner", "unknown", "bad_choice", "another word for unsure"),
        ("maintenance", "program", "COR", "bad_choice", "the program's short name"),
        ("alternatives", "auditor_on_staff", True, "wrong_type", "a truth value for yes"),
        ("certification", "element_scores", 80, "wrong_type", "a number for a list"),
        ("certification", "element_scores", "80", "wrong_type", "a text for a list"),
        ("certification", "element_scores", {}, "wrong_type", "an object for a list"),
        ("certification", "element_scores", [], "out_of_range", "a list too short"),
        ("certification", "element_scores", [80] * 51, "too_many", "a list too long"),
        ("independence", "links", "none", "wrong_type", "a cell's word for an empty list"),
        ("independence", "links", [{}] * 51, "too_many", "ties too many"),
        ("auditor-upkeep", "audits", ["2026-01-01"] * 51, "too_many", "audits too many"),
        ("certification", "colour", 1, "unknown_key", "a key that no check asks"),
        ("certification", "program", "cor", "unknown_key", "a key that another check asks"),
        ("certification", "Employees", 9, "unknown_key", "a key in another case"),
        ("certification", "émployés", None, "unknown_key", "whatever its value"),
    ],
)  # fmt: skip
def test_other_kinds(check: str, key: str, value: Any, code: str) -> None:
    """Each has its code, at its key."""
    assert problems(check, {key: value}) == [(key, code)]


LENGTHS = (
    ("certification", "element_scores", 1, 50),
    ("independence", "links", 0, 50),
    ("auditor-upkeep", "audits", 0, 50),
    ("score", "elements", 1, 50),
    ("readiness", "evidence", 1, 20),
    ("refund", "industries", 1, 20),
)
"""The fewest and the most items of each list."""


@table(
    "check answers found",
    [
        ("certification", {"element_scores": [80, "-1", 101, "x", 80.001, None, "unsure", "not_applicable", "none"]},
         [("element_scores.1", "wrong_type"), ("element_scores.2", "out_of_range"), ("element_scores.3", "wrong_type"),
          ("element_scores.4", "out_of_range"), ("element_scores.8", "wrong_type")], "percents at their places"),
        ("independence", {"links": [{"who": "auditor"}, {"who": "me", "kind": "x", "ended": "2025-02-30"}, 5, None, "unsure"]},
         [("links.1.who", "bad_choice"), ("links.1.kind", "bad_choice"), ("links.1.ended", "bad_date"),
          ("links.2", "wrong_type")], "fields within rows"),
        ("independence", {"links": [{"since": "2025-01-01"}]}, [("links.0.since", "unknown_key")], "a field not asked"),
        ("score", {"elements": [{"name": 5, "awarded": "-1", "possible": True}]},
         [("elements.0.name", "wrong_type"), ("elements.0.awarded", "wrong_type"), ("elements.0.possible", "wrong_type")],
         "every field of a row"),
        ("auditor-upkeep", {"audits": ["2026-01-01", "2026-02-30", None]}, [("audits.1", "bad_date")], "days in a list"),
        ("readiness", {"evidence": ["missing"]}, [("evidence.0", "wrong_type")], "a word for a row"),
        *(
            (check, {key: [None] * number}, [(key, code)] if code else [], f"{number} of {key}")
            for check, key, low, high in LENGTHS
            for number, code in ((low - 1, "out_of_range"), (low, ""), (high, ""), (high + 1, "too_many"))
            if number >= 0
        ),
    ],
)  # fmt: skip
def test_lists(check: str, answers: dict[str, Any], found: list[tuple[str, str]]) -> None:
    """Every problem of a list, each at its place; what is not known is none."""
    assert problems(check, answers) == found


def test_all_problems_at_once() -> None:
    """Keys that are not asked first, then the questions in their order, whatever the order of the text."""
    answers = {
        "element_scores": [],
        "overall_score": "x",
        "size": 1,
        "assessor": "?",
        "employees": 0,
        "audit_date": "2026-01-01",
        "records_since": "2026-01-02",
        "partner": "moon",
    }
    assert problems("certification", answers, "2026-02-30") == [
        ("as_of", "bad_date"),
        ("size", "unknown_key"),
        ("partner", "bad_choice"),
        ("employees", "out_of_range"),
        ("assessor", "bad_choice"),
        ("overall_score", "wrong_type"),
        ("element_scores", "out_of_range"),
    ]
    again = {**answers, "element_scores": [80]}
    assert ("audit_date", "contradiction") in problems("certification", again)
    steps = {"module_1_completed": "not_yet", "module_12_completed": "2026-01-01", "audit_completed": "2027-01-01"}
    assert problems("internal-auditor", steps) == [
        ("module_12_completed", "contradiction"),
        ("audit_completed", "out_of_range"),
        ("audit_completed", "contradiction"),
    ]


def test_an_unknown_check() -> None:
    """It is a bad choice, with whatever else can be told."""
    for name in ("no-such-check", "", "Certification", "internal_auditor"):
        assert problems(name, {}) == [("check", "bad_choice")]
    assert problems("no-such-check", "{", "x") == [("check", "bad_choice"), ("as_of", "bad_date"), ("", "bad_json")]


@table(
    "check text words",
    [
        (
            "certification",
            {"assessor": "x"},
            ["A certified external auditor", "Someone on your own staff"],
            "the choices",
        ),
        ("internal-auditor", {"audit_completed": "x"}, ["Not yet"], "the word that stands for a day"),
        ("independence", {"links": [{"kind": "x"}]}, ["Employed by the employer"], "the choices of a row"),
        ("certification", {"employees": 0}, ["99,999"], "the bounds, as people write them"),
        ("internal-auditor", {"audit_completed": "2099-01-01"}, ["the day of the qualifying audit"], "what is asked"),
    ],
)
def test_problems_are_told_in_the_words_beside_the_controls(check: str, text: Any, words: list[str]) -> None:
    """Never by the codes that programs use."""
    (message,) = messages(check, text)
    for each in words:
        assert each in message
    for code in ("external_auditor", "own_staff", "not_yet", "unsure", "as_of", "audit_completed"):
        assert code not in message
