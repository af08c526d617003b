"""JSON in and out: strict to read, whole to answer, the same bytes for the same question."""

import json
import random
import re
import subprocess
import sys
from typing import Any

import pytest

from cor_calc import check_json, facts

from . import shapes
from .asking import outcome, passing, problems
from .cases import BAD_DAYS, BAD_TEXTS, CASES, PASSING, TODAY, UNDECIDED_TEXTS
from .running import ENVIRONMENT, SOURCE

OUTCOME = ["check", "as_of", "ruleset", "answers", "results", "assumptions", "notices"]
RESULT = ["subject", "verdict", "headline", "certificate", "stage", "dates", "figures", "findings", "open_questions",
          "changes", "next_steps"]  # fmt: skip
FINDING = ["rule", "met", "decisive", "basis", "statement", "answer", "needs", "sources"]
SUBJECTS = {
    "certification": ["cor", "secor"],
    "independence": ["auditor"],
    "internal-auditor": ["internal_auditor"],
    "maintenance": ["maintenance"],
    "score": ["certification", "maintenance"],
    "plan": ["plan"],
    "refund": ["refund"],
}
NOTICES = {"near_line", "scores_disagree", "who_counts", "cor_size_differs", "no_time_limit_elsewhere"}
CODES = {"unknown_key", "wrong_type", "out_of_range", "bad_choice", "bad_date", "bad_json", "too_many", "contradiction",
         "no_rules"}  # fmt: skip
DECISIVE = {"no": {"no"}, "yes": {"yes"}, "unknown": {"unknown"}, "not_covered": {"not_covered"}}


def check_result(check: str, result: dict[str, Any]) -> None:
    """Assert what holds for every result, whatever was answered."""
    assert [key for key in result if key in RESULT] == RESULT
    assert ("elements" in result) is (check == "score")
    assert result["verdict"] in ("yes", "no", "unknown", "not_covered", None)
    assert (result["verdict"] is None) <= (check in ("plan", "refund"))
    assert result["certificate"] is None or result["verdict"] == "yes"
    assert result["headline"]
    if result["verdict"] in ("yes", "no"):
        assert result["open_questions"] == []
    if result["verdict"] != "no":
        assert result["changes"] == []
    assert result["open_questions"] == [key for key in shapes.KEYS[check] if key in result["open_questions"]]
    for day in result["dates"].values():
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", day)
    for figure in result["figures"].values():
        assert re.fullmatch(r"\d+\.\d\d", figure)
    for change in (c for changes in result["changes"] for c in changes):
        assert list(change) == ["key", "from", "to", "when"]
    for step in result["next_steps"]:
        assert list(step) == ["text", "href"]


def check_findings(result: dict[str, Any]) -> None:
    """Assert that each finding names a fact, and that the decisive ones are those that decide."""
    known = facts.load()
    for finding in result["findings"]:
        assert list(finding) == FINDING
        fact = known.facts[finding["rule"]]
        assert finding["basis"] == fact.basis
        assert set(finding["sources"]) == {citation.id for citation in fact.sources}
        assert finding["met"] in DECISIVE
        if result["verdict"] == "yes":
            assert (finding["decisive"], finding["met"]) == (True, "yes")
        elif result["verdict"] is not None:
            assert finding["decisive"] == (finding["met"] == result["verdict"]), finding
    if result["verdict"] is not None:
        assert any(finding["decisive"] for finding in result["findings"])


def check_outcome(check: str, as_of: str, written: str) -> None:
    """Assert the whole form of an outcome's text."""
    out = json.loads(written)
    assert written.isascii()
    assert written == json.dumps(out, separators=(",", ":"))
    assert [key for key in out if key in OUTCOME] == OUTCOME
    assert (out["check"], out["as_of"]) == (check, as_of)
    assert out["ruleset"] in {rules.id for rules in facts.load().rulesets}
    assert [result["subject"] for result in out["results"]] == SUBJECTS[check]
    assert {notice["code"] for notice in out["notices"]} <= NOTICES
    assert all(list(notice) == ["code", "text"] for notice in out["notices"])
    assert all(list(assumption) == ["rule", "text"] for assumption in out["assumptions"])
    assumed = [assumption["rule"] for assumption in out["assumptions"]]
    assert len(set(assumed)) == len(assumed)
    assert set(assumed) <= set(facts.load().facts)
    for result in out["results"]:
        used = [
            f["rule"] for f in result["findings"] if f["decisive"] and f["met"] != "unknown" and f["basis"] == "reading"
        ]
        assert set(used) <= set(assumed)
        check_result(check, result)
        check_findings(result)


@pytest.mark.parametrize("check", list(PASSING))
def test_every_situation_has_a_whole_outcome(check: str) -> None:
    """Each known situation is evaluated, twice to the same bytes, into an outcome of the promised form."""
    for name, answers, as_of, sentence in CASES:
        if name == check:
            text = json.dumps(answers)
            written = check_json(check, text, as_of)
            try:
                check_outcome(check, as_of, written)
            except (AssertionError, KeyError) as error:
                raise AssertionError(f"{sentence}, as of {as_of}") from error
            assert check_json(check, text, as_of) == written


@pytest.mark.parametrize(
    ("check", "text", "found"),
    BAD_TEXTS,
    ids=[f"{n}: {t[:60]!a}".replace("\\", "/") for n, (_, t, _) in enumerate(BAD_TEXTS)],  # pytest takes no backslash
)
def test_bad_texts(check: str, text: str, found: set[tuple[str, str]]) -> None:
    """A text that cannot be read names all its problems at once, and nothing is evaluated."""
    assert problems(check, text, TODAY) == found


def test_problems_form() -> None:
    """Problems are compact ASCII with a message for a person."""
    for check, text, _ in BAD_TEXTS:
        written = check_json(check, text, TODAY)
        out = json.loads(written)
        assert written.isascii()
        assert written == json.dumps(out, separators=(",", ":"))
        assert list(out) == ["problems"]
        assert all(list(p) == ["path", "code", "message"] and p["message"] for p in out["problems"])


@pytest.mark.parametrize(("day", "code"), BAD_DAYS)
def test_bad_days(day: str, code: str) -> None:
    """The day of asking must be a day that rules cover; other problems are told along with it."""
    assert problems("certification", "{}", day) == {("as_of", code)}
    assert problems("certification", '{"employees": 0}', day) == {("as_of", code), ("employees", "out_of_range")}


def test_first_day_of_the_rules() -> None:
    """Today's rules begin on 1 January 2023."""
    assert outcome("plan", {}, "2023-01-01")["ruleset"] == outcome("plan", {}, "2199-12-31")["ruleset"]


NORMALISED = [
    ("certification", {"employees": "9"}, {"employees": 9}, "an integer is a number"),
    ("certification", {"overall_score": 80}, {"overall_score": "80.00"}, "a percent is text with two decimals"),
    ("certification", {"overall_score": "080.5"}, {"overall_score": "80.50"}, "without leading zeros"),
    ("certification", {"element_scores": [79.9, "0"]}, {"element_scores": ["79.90", "0.00"]}, "in lists too"),
    ("certification", {"assessor": "unsure"}, {"assessor": "unsure"}, "unsure stays unsure"),
    ("score", {"elements": [{"name": "a", "awarded": 1, "possible": "2.5"}]},
     {"elements": [{"name": "a", "awarded": "1.00", "possible": "2.50"}]}, "points in rows"),
    ("refund", {"industry_rated_premium": 1000000000}, {"industry_rated_premium": "1000000000.00"}, "money"),
    ("independence", {"links": []}, {"links": []}, "an empty list is an answer"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("check", "given", "read"), [row[:3] for row in NORMALISED], ids=[row[3] for row in NORMALISED]
)
def test_answers_are_shown_as_read(check: str, given: dict[str, Any], read: dict[str, Any]) -> None:
    """The outcome repeats the answers in one normal form."""
    found = outcome(check, given)["answers"]
    assert {key: value for key, value in found.items() if value is not None} == read


@pytest.mark.parametrize("check", list(PASSING))
def test_normalised_answers_are_answers(check: str) -> None:
    """The answers of an outcome can be handed in again, to the same bytes."""
    for name, answers, as_of, _ in CASES[::3]:
        if name == check:
            first = check_json(check, json.dumps(answers), as_of)
            assert check_json(check, json.dumps(json.loads(first)["answers"]), as_of) == first


def test_spelling_never_decides() -> None:
    """Numbers or text, blanks between, null or left out: the same answers give the same results."""
    plain = outcome("certification", passing("certification", assessor=...))
    for text in (
        '{"employees": "9", "documentation_months": "12", "overall_score": 85.50, "element_scores": [80.0, 90]}',
        '\n{ "element_scores":["80.00","90.0"],\t"overall_score":"85.5","documentation_months":12,"employees":9 }\r\n',
        '{"assessor":null,"employees":9,"documentation_months":12,"overall_score":"85.50","element_scores":[80,90]}',
    ):
        assert json.loads(check_json("certification", text, TODAY))["results"] == plain["results"]


def test_the_order_of_keys_never_matters() -> None:
    """An object's keys in another order are the same answers, and give the same bytes."""
    for check, answers, as_of, _ in CASES[::11]:
        turned = dict(reversed(answers.items()))
        assert check_json(check, json.dumps(turned), as_of) == check_json(check, json.dumps(answers), as_of)


ALL = """
import hashlib
from cor_calc import check_json
from tests.calc.cases import CASES, json
answers = [check_json(check, json.dumps(given), as_of) for check, given, as_of, _ in CASES[::5]]
print(hashlib.sha256("\\n".join(answers).encode()).hexdigest())
"""


def test_equal_bytes_in_every_process() -> None:
    """Two processes with different hash seeds write the same bytes."""
    digests = set()
    for seed in ("1", "2"):
        environment = {**ENVIRONMENT, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", ALL]
        digests.add(subprocess.run(command, capture_output=True, env=environment, cwd=SOURCE.parent, check=True).stdout)
    assert len(digests) == 1


@pytest.mark.parametrize(("inside", "code"), [(8, {"wrong_type"}), (9, {"bad_json"})])
def test_eight_levels(inside: int, code: set[str]) -> None:
    """Eight levels are read, nine are not; brackets in a text are no levels."""
    text = '{"overall_score":' + "[" * (inside - 1) + "]" * (inside - 1) + "}"
    assert {c for _, c in problems("certification", text)} == code
    assert problems("score", json.dumps({"elements": [{"name": "[{" * 40, "awarded": 1, "possible": 1}]})) == set()


def test_sixty_four_kibibytes() -> None:
    """A text of 64 KiB is read, a byte more is not."""
    assert problems("certification", "{}" + " " * 65534) == set()
    assert problems("certification", "{}" + " " * 65535) == {("", "too_many")}


def test_forty_characters() -> None:
    """A number of forty characters is read, one more is not."""
    assert problems("certification", '{"employees":' + "9" * 40 + "}") == {("employees", "out_of_range")}
    assert problems("certification", '{"employees":' + "9" * 41 + "}") == {("", "bad_json")}


@pytest.mark.parametrize("check", [*PASSING, "no-such-check"])
def test_nothing_typed_ever_raises(check: str) -> None:
    """Ten thousand texts of every shape end in an outcome or in problems, with known codes."""
    chance = random.Random(f"shapes for {check}")  # noqa: S311
    keys = check if check in shapes.KEYS else "plan"
    evaluated = 0
    for _ in range(10_000):
        text = shapes.text(chance, keys)
        out = json.loads(check_json(check, text, chance.choice((TODAY, TODAY, "2199-12-31", "2022-12-31", "x"))))
        evaluated += "results" in out
        assert {p["code"] for p in out.get("problems", [])} <= CODES, text
    assert check not in PASSING or 1000 < evaluated < 9000


def test_undecided_texts_do_not_raise() -> None:
    """What the documentation leaves open still ends in an outcome or in problems."""
    for check, text in UNDECIDED_TEXTS:
        assert set(json.loads(check_json(check, text, TODAY))) & {"problems", "results"}
