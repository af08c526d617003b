"""Words for a person: what they must say, and what must never stand in them."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from cor_calc import check_json
from cor_calc.checks import CHECKS, KEYS
from cor_calc.engine.questions import TECHNIQUES

from ...support.answers import answer_sets
from ...support.asking import messages, result, table
from ...support.situations import GOOD, good

KEY = re.compile(r"\b[a-z]+_[a-z_]+\b|\b[a-z]+-[a-z]+-[a-z-]+-[a-z]+\b")
ONE_OF_MANY = re.compile(
    r"(?<![\d.,])1 (points|months|employees|elements|years|audits|days|people|dollars|weeks|interviews|sites|steps|ties)\b"
    r"|(?<![\d.,])1 (audit|point|element|month|employee|year|day) (are|were)\b"
)
MANY_OF_ONE = re.compile(
    r"(?<![\d.,])([2-9]|[1-9]\d+|\d{1,3}(,\d{3})+)(\.\d+)? (point|month|employee|element|year|audit|day)\b(?! is\b)"
)
SLIPS = re.compile(
    r"\s{2}|\s[,.;:]|\.\.|,,|;\.|:\.|[{}]|\bNone\b|\bTrue\b|\bFalse\b|\bnull\b|\ba a\b|\bthe the\b|\?\.|^\s|\s$"
)
WORDS_OF_PROGRAMS = re.compile(
    r"\b(not_yet|unsure|ongoing|cor|secor|esc|aasp|acsa|amhsa|amta|asc|ccsa|mhsa|bool|int|str)\b"
)


def told(out: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every text that an outcome shows to a person, with where it stands; a name that somebody typed is none."""
    for each in out["results"]:
        if "problems" in each:
            yield from (("problem", problem["message"]) for problem in each["problems"])
            continue
        yield "headline", each["headline"]
        for finding in each.get("findings", ()):
            for name in ("statement", "needs"):
                if finding[name]:
                    yield name, finding[name]
        for step in each.get("next_steps", ()):
            yield "step", step["text"]
    yield from (("assumption", each["text"]) for each in out["assumptions"])
    yield from (("notice", each["text"]) for each in out["notices"])


@cache
def every_text(check: str) -> list[tuple[str, str, Any]]:
    """Return every text of many outcomes, each once, problems included; names of elements are plain ones."""
    once = {text: (where, text, of) for where, text, of in texts(check)}
    return list(once.values())


def texts(check: str) -> Iterator[tuple[str, str, Any]]:
    """Yield every text of many outcomes."""
    for answers, on in [*answer_sets(check, 200, 51), (GOOD.get(check, {}), "2026-11-26"), ({}, "2026-11-26")]:
        named = {key: plainly_named(value) for key, value in answers.items()}
        out = json.loads(check_json(check, json.dumps(named), on))
        if "problems" in out:
            for each in out["problems"]:
                if each["code"] not in {"unknown_key", "bad_json"}:  # they say which key, and what stands in the text
                    yield "problem", each["message"], (named, on)
            continue
        for where, text in told(out):
            yield where, text, (named, on)


def plainly_named(value: Any) -> Any:
    """Return a list of rows in which every name is a plain one."""
    if not isinstance(value, list):
        return value
    return [
        {key: "Training" if key in {"name", "element"} else each for key, each in row.items()}
        if isinstance(row, dict)
        else row
        for row in value
    ]


@pytest.mark.parametrize("check", KEYS)
def test_no_key_and_no_code_stands_before_a_person(check: str) -> None:
    """Whatever is answered: no key of an answer, no code, no name of a partner as programs write it."""
    for where, text, of in every_text(check):
        assert not KEY.search(text), (where, text, of)
        assert not WORDS_OF_PROGRAMS.search(text), (where, text, of)


@pytest.mark.parametrize("check", KEYS)
def test_one_is_singular_and_many_are_not(check: str) -> None:
    """One point is missing, and two are."""
    for where, text, of in every_text(check):
        assert not ONE_OF_MANY.search(text), (where, text, of)
        assert not MANY_OF_ONE.search(text), (where, text, of)


@pytest.mark.parametrize("check", KEYS)
def test_sentences_are_whole(check: str) -> None:
    """They begin with a capital and end with a full stop, without a slip of what they were put together from."""
    for where, text, of in every_text(check):
        assert not SLIPS.search(text), (where, text, of)
        if where in {"headline", "statement", "assumption", "notice", "problem"}:
            assert text[0].isupper() or text[0].isdigit(), (where, text, of)
            assert text.endswith((".", ".”", ".)")), (where, text, of)
        if where == "headline":
            assert len(text) < 700, (text, of)


# What a headline must say


@table(
    "check answers subject says",
    [
        ("maintenance", {"partner": "mhsa", "program": "cor", "certificate": "standard", "certified_on": "2024-05-10",
                         "maintenance_audit_ended": "2026-10-01", "maintenance_assessor": "internal_auditor",
                         "maintenance_score": 75}, "", ["second maintenance audit", "2026"],
         "a yes says for which audit and which year it is"),
        ("maintenance", {"program": "secor"}, "", ["SECOR", "pass mark", "not published"], "what is not published is named"),
        ("maintenance", good("maintenance", maintenance_audit_ended="2028-01-10"), "", ["after the second year of maintenance"],
         "that an audit is in no year"),
        ("score", {"elements": [{"awarded": 79, "possible": 100}]}, "certification", ["1 point is missing"], "one point"),
        ("score", {"elements": [{"awarded": 78, "possible": 100}]}, "certification", ["2 points are missing"], "two points"),
        ("score", {"elements": [{"name": "Training", "awarded": 49, "possible": 100}, {"awarded": 200, "possible": 200}]},
         "certification", ["Training", "1 point"], "an element by its name"),
        ("score", {"elements": [{"awarded": 49, "possible": 100}, {"awarded": 100, "possible": 100}]}, "certification",
         ["which count among those missing overall"], "that points of an element count twice"),
        ("internal-auditor", {"partner": "esc", "module_12_completed": "2026-08-01", "audit_completed": "not_yet"}, "",
         ["1 February 2027"], "the day by which the audit must be done"),
        ("internal-auditor", {"partner": "esc", "module_12_completed": "2026-08-01"}, "", ["1 February 2027"],
         "also while it is open"),
        ("internal-auditor", {"partner": "amta", "module_12_completed": "2026-03-31", "audit_completed": "not_yet"}, "",
         ["29 June 2026"], "and after it has passed"),
        ("plan", {"certificate": "standard", "certified_on": "2023-01-01"}, "", ["expired", "1 January 2026"],
         "an expired certificate"),
        ("plan", {"certificate": "standard", "certified_on": "2023-11-26"}, "",
         ["Next: the certificate expires on 26 November 2026."], "one that expires today, and has not yet"),
        ("plan", {"field_work_started": "2026-11-20", "program": "secor"}, "",
         ["Next: the field work must be done by 5 December 2026."], "a last day ahead"),
        ("plan", {"field_work_started": "2026-11-11", "program": "secor"}, "",
         ["Next: the field work must be done by 26 November 2026."], "a last day that is today"),
        ("plan", {"field_work_started": "2026-11-10", "program": "secor"}, "",
         ["All these days have passed: the last day of the field work was 25 November 2026."],
         "a last day that has passed, and not that anything was done"),
        ("plan", {"corrections_asked_on": "2026-11-10"}, "",
         ["the last day to send the corrections in was 25 November 2026."], "nor that anything was sent in"),
        ("plan", {"module_12_completed": "2026-08-27"}, "",
         ["Next: the last day of the qualifying audit at any partner is 27 February 2027."],
         "where partners differ, whose day it is"),
        ("plan", {"partner": "esc", "records_since": "2026-08-26"}, "",
         ["An audit for a one-year certificate has been possible since 26 November 2026.",
          "Next: an audit for a standard certificate is possible from 26 August 2027."], "what is possible, and what will be"),
        ("plan", {"last_link_ended": "2025-11-25"}, "",
         ["The auditor has been free of ties for an audit since 26 November 2026."], "an auditor who is free from today"),
        ("plan", {"last_link_ended": "2025-11-26"}, "",
         ["Next: the auditor is free of ties for an audit from 27 November 2026."], "an auditor who is free from tomorrow"),
        ("cycle", good("cycle", second_maintenance="not_yet"), "", ["second maintenance audit", "30 June 2026"],
         "which year was missed, and its last day"),
        ("cycle", good("cycle", certified_on="2023-06-15", certification_audit_ended=..., first_maintenance=...,
                       second_maintenance=...), "", ["expired", "15 June 2026"], "an expired certificate first"),
        ("cycle", good("cycle", second_maintenance=..., partner="mhsa"), "", ["Unless it has been accepted", "the second maintenance audit"],
         "which year is not known, with its day"),
        ("cycle", good("cycle", first_maintenance=..., second_maintenance=..., certified_on="2026-06-15",
                       certification_audit_ended=...), "", ["unless it has been accepted", "the first maintenance audit"],
         "the first where neither is known"),
        ("cycle", GOOD["cycle"], "", ["recertification", "25 May 2027", "15 June 2027"], "what comes next, and by when"),
        ("certification", good("certification", partner=..., employees=10), "cor", ["depends", "ACSA", "ESC"],
         "who would say what"),
        ("certification", good("certification", overall_score=..., element_scores=...), "cor", ["can be audited", "on 1 December 2026", "three-year"],
         "that the audit can take place, when, and what it leads to"),
        ("certification", good("certification", overall_score=..., element_scores=..., audit_date="2026-11-26",
                               records_since="2025-11-26"), "cor", ["can be audited for COR now"], "and that it can today"),
        ("certification", GOOD["certification"], "cor", ["three-year"], "which certificate a yes gives"),
        ("certification", good("certification", records_since="2026-06-30"), "cor", ["one-year"], "also the shorter one"),
        ("certification", good("certification", employees=10), "cor", ["10 employees", "11 employees"], "the size and the limit"),
        ("certification", good("certification", partner="acsa", employees=1), "cor", ["1 employee"], "one employee"),
        ("certification", good("certification", assessor="peer_auditor"), "cor", ["peer auditor", "Ask ESC"], "what no page says, and whom to ask"),
        ("certification", good("certification", assessor="own_staff"), "cor", ["own staff"], "who may not do it"),
        ("certification", good("certification", records_since="2026-11-01"), "cor", ["1 full month and must cover at least 3"], "how long the records are"),
        ("certification", good("certification", partner="ccsa", records_since="2026-05-01"), "cor", ["7 full months, and the partner’s pages ask for 12"],
         "what one partner asks for"),
        ("certification", good("certification", element_scores=[90, 49]), "cor", ["element 2", "49%", "50%"], "which element is too low"),
        ("certification", good("certification", element_scores=["not_applicable"]), "cor", ["no element applies"],
         "that no element applies"),
        ("certification", good("certification", records_since="2026-05-01"), "cor", ["one-year COR"], "which certificate it would be"),
        ("independence", {"audit_purpose": "certification", "audit_date": "2027-03-15",
                          "links": [{"kind": "advised", "ended": "2026-06-30"}]}, "", ["1 July 2027"], "from when it would be free"),
        ("independence", GOOD["independence"], "", ["in the 12 months before the audit"], "how long before the audit a tie counts"),
        ("alternatives", {"partner": "mhsa"}, "", ["MHSA"], "the partner that publishes none"),
        ("alternatives", GOOD["alternatives"], "", ["you may use the action plan at AMTA."], "an option by its name"),
        ("alternatives", good("alternatives", employees=10), "", ["at least 11 employees are needed"], "how many employees it takes"),
        ("alternatives", good("alternatives", partner="ccsa", employees=149, last_overall_score=95), "", ["names 150 employees"],
         "whom its page names"),
        ("alternatives", good("alternatives", last_overall_score=79), "", ["must have scored at least 80%"], "a score to reach"),
        ("alternatives", good("alternatives", partner="aasp", last_overall_score=90), "aasp_car",
         ["must have scored more than 90%"], "or to pass"),
        ("auditor-upkeep", good("auditor-upkeep", audits=["2026-05-01"]), "", ["10 January 2027"], "until when time is left"),
        ("auditor-upkeep", {"partner": "esc", "auditor_certified_on": "2020-01-01", "refresher_on": "2021-01-01", "audits": []}, "",
         ["0 audits were done within the cycle and 1 is needed"], "how many audits are missing"),
        ("auditor-upkeep", {"partner": "acsa", "auditor_certified_on": "2020-01-01", "refresher_on": "2021-01-01",
                            "audits": ["2021-01-01"]}, "",
         ["1 audit was done within the cycle; the number needed is not published"], "or that nobody says how many"),
        ("refund", {"industry_rated_premium": "45000.50", "refund_year": "maintained"}, "", ["$2,250.02", "$9,000.10"],
         "amounts as people write them"),
        ("readiness", {"evidence": [{"documents": "missing"}]}, "", ["1 element has a gap"], "one element"),
        ("readiness", {"evidence": [{"documents": "missing"}] * 2}, "", ["2 elements have a gap"], "two elements"),
        ("readiness", {"evidence": [dict.fromkeys(TECHNIQUES, "partly")]}, "", ["1 element is partly in place"], "one half done"),
        ("readiness", {"evidence": [{"documents": "in_place"}]}, "", ["1 element is not answered yet"], "one not answered"),
    ],
)  # fmt: skip
def test_a_headline_says(check: str, answers: dict[str, Any], subject: str, says: list[str]) -> None:
    """It names the thing, the number and the day."""
    headline = result(check, answers, subject)["headline"]
    for each in says:
        assert each.casefold() in headline.casefold(), headline


@table(
    "check answers subject never",
    [
        ("score", {"elements": [{"awarded": 49, "possible": 100}, {"awarded": 200, "possible": 200}]}, "certification",
         ["count among"], "where nothing is missing overall, nothing counts twice"),
        ("maintenance", GOOD["maintenance"], "", ["keep the COR", "gives it"], "one audit does not keep a certificate"),
        ("plan", {"certified_on": "2024-06-15"}, "", ["enter a day"], "a day that was entered is not asked"),
        ("internal-auditor", {"partner": "esc", "module_12_completed": "2026-08-01", "audit_completed": "not_yet"}, "",
         ["fill in", "enter"], "nothing is left to fill in"),
        ("certification", good("certification", overall_score=60, element_scores=[60, 65]), "cor", ["element"],
         "elements that passed are no reason"),
    ],
)  # fmt: skip
def test_a_headline_never_says(check: str, answers: dict[str, Any], subject: str, never: list[str]) -> None:
    """What is not so, or was answered already."""
    headline = result(check, answers, subject)["headline"]
    for each in never:
        assert each.casefold() not in headline.casefold(), headline


def test_a_no_and_a_not_yet_are_told_apart() -> None:
    """What can still be had is told as not yet, what cannot as no."""
    for check, answers, subject in (
        ("certification", good("certification", overall_score=70), "cor"),
        ("certification", good("certification", employees=10), "cor"),
        ("independence", good("independence", audit_date="2027-03-14"), ""),
        ("maintenance", good("maintenance", certificate="one_year"), ""),
    ):
        found = result(check, answers, subject)
        assert found["headline"].startswith("Not yet" if found["tone"] == "not_yet" else "No")
        assert found["headline"].startswith("Not yet") is bool(found["changes"])


FIRST_WORDS = {
    "yes": ("Yes", "Safe"),
    "no": ("No", "Your certificate expired"),
    "not_yet": ("Not yet",),
    "running": ("Still running", "Next", "Do the"),
}
"""How a headline of each tone begins; the other tones have no word of their own, but never one of these of a yes."""


def test_every_tone_begins_with_its_word() -> None:
    """Whatever is answered: who reads the first word alone is not misled."""
    told = set()
    for check in CHECKS:
        for answers, on in answer_sets(check, 200):
            for found in json.loads(check_json(check, json.dumps(answers), on)).get("results", ()):
                tone, headline = found["tone"], found["headline"]
                told.add(tone)
                assert headline.startswith(FIRST_WORDS.get(tone, "")), headline
                assert tone == "yes" or not headline.startswith(FIRST_WORDS["yes"]), headline
    assert told >= FIRST_WORDS.keys()


@table(
    "check answers subject first",
    [
        ("score", {"elements": [{"awarded": 79, "possible": 100}]}, "certification", "79%: 79 of 100 points", "points"),
        ("score", {"elements": [{"awarded": 1, "possible": 1}]}, "certification", "100%: 1 of 1 point", "one point"),
        ("certification", {"employees": 1200, "partner": "esc"}, "cor", "1,200", "employees"),
        ("certification", {"documentation_months": 1}, "cor", "1 full month", "one month of records"),
        ("maintenance", {"program": "cor", "certified_on": "2025-01-01", "maintenance_audit_ended": "2026-03-01"}, "",
         "COR", "a program"),
        ("internal-auditor", {"module_12_completed": "2026-08-01", "audit_completed": "not_yet"}, "",
         "Module 12: 1 August 2026; audit: Not yet", "steps"),
        ("independence", {"audit_purpose": "certification", "links": [{"kind": "audited"}, {}]}, "",
         "Certification; Did an earlier audit, and nothing else; not known", "ties"),
    ],
)  # fmt: skip
def test_answers_are_shown_as_people_write_them(check: str, answers: dict[str, Any], subject: str, first: str) -> None:
    """In the findings: with units, thousands and days in words."""
    shown = [finding["answer"] for finding in result(check, answers, subject)["findings"] if finding["answer"]]
    assert first in shown


@table(
    "check answers words",
    [
        ("certification", {"employees": "x"}, ["number of employees"], "what is asked"),
        ("certification", {"documentation_months": "x"}, ["from 0 to 1200."], "which numbers can be read"),
        ("certification", {"employees": "x"}, ["from 1 to 99,999."], "of many with a comma"),
        ("certification", {"element_scores": []}, ["element scores", "at least 1"], "how many at least"),
        ("certification", {"element_scores": [80] * 51}, ["at most 50"], "how many at most"),
        ("score", {"elements": [{"awarded": 2, "possible": 1}]}, ["points awarded", "points possible"], "two fields"),
        ("maintenance", {"certified_on": "2025-01-01", "certification_audit_ended": "2025-01-02"},
         ["certification audit", "certificate"], "two answers"),
        ("certification", {"records_since": "2026-01-02", "audit_date": "2026-01-01"}, ["audit", "records"], "two days"),
        ("internal-auditor", {"module_12_completed": "2026-01-02", "audit_completed": "2026-01-01"},
         ["Module 12", "qualifying audit"], "two steps"),
    ],
)  # fmt: skip
def test_a_problem_says_what_to_mend(check: str, answers: dict[str, Any], words: list[str]) -> None:
    """In the words of the question."""
    (message,) = messages(check, answers)
    for each in words:
        assert each in message
