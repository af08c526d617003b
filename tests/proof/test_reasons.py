"""Reasons: which rules were held against the answers, what became of them, and which decide."""

from typing import Any

import pytest

from cor_calc.facts import fact
from tests.calc.asking import outcome, passing, result
from tests.calc.cases import CASES

from .pieces import TODAY, element, tie

# Each rule with what became of it; a star marks those that decide.
CERTIFIED = "records*yes assessor*yes overall*yes elements*yes"
RULES: list[tuple[str, dict[str, Any], str, str, str, str]] = [
    ("certification", passing("certification"), TODAY, "cor", CERTIFIED, "all of them carry a yes"),
    ("certification", passing("certification", element_scores=["49.6", 90]), TODAY, "cor",
     "records=yes assessor=yes overall=yes elements*no", "the one that fails carries a no"),
    ("certification", passing("certification", employees=11, documentation_months=2, overall_score=79), TODAY, "secor",
     "size*no records*no overall*no elements=yes", "all that fail carry it together"),
    ("certification", {"assessor": "unsure", "overall_score": 85}, TODAY, "cor",
     "records*unknown assessor*unknown overall=yes elements*unknown", "what is not known keeps it open"),
    ("independence", passing("independence"), TODAY, "auditor", "audits*yes period*yes", "no ties"),
    ("independence", passing("independence", links=[tie("2026-05-31")]), TODAY, "auditor", "audits=yes period*no",
     "a tie in the period"),
    ("independence", passing("independence", links=[tie("ongoing", "audited")]), TODAY, "auditor",
     "audits=yes period=yes earlier*not_covered", "an earlier audit alone"),
    ("independence", passing("independence", links=[tie("ongoing", "audited"), tie("ongoing")]), TODAY, "auditor",
     "audits=yes period*no", "an earlier audit beside a tie matters no more"),
    ("independence", passing("independence", links=[tie("", "audited"), tie("2026-05-31", "")]), TODAY, "auditor",
     "audits=yes period*unknown earlier*unknown", "ties that may be anything"),
    ("independence", passing("independence", links=...), TODAY, "auditor", "audits=yes period*unknown",
     "ties not given: the earlier audit is not brought up"),
    ("independence", passing("independence", audit_purpose="maintenance", links=[tie("ongoing")]), TODAY, "auditor",
     "audits*not_covered", "a maintenance audit"),
    ("independence", passing("independence", audit_purpose="unsure", links=[tie("ongoing")]), TODAY, "auditor",
     "audits*unknown period=no", "the purpose is open"),
    ("internal-auditor", passing("internal-auditor"), TODAY, "internal_auditor", "first*yes last*yes period*yes",
     "completed in time"),
    ("internal-auditor", passing("internal-auditor", audit_completed="2026-10-01"), TODAY, "internal_auditor",
     "first=yes last=yes period*no", "a day late"),
    ("internal-auditor", passing("internal-auditor", module_1_completed=...), TODAY, "internal_auditor",
     "last*yes period*yes", "a first step that is not given no longer matters"),
    ("internal-auditor", passing("internal-auditor", audit_completed="not_yet", module_1_completed=...), TODAY,
     "internal_auditor", "last=yes period*no", "nor does it where the time is over"),
    ("internal-auditor", passing("internal-auditor", audit_completed="not_yet"), "2026-09-30", "internal_auditor",
     "first=yes last=yes period*unknown", "there is time until tonight"),
    ("internal-auditor", {"module_1_completed": "2026-01-15", "module_12_completed": "not_yet"}, TODAY,
     "internal_auditor", "first=yes last*unknown period*unknown", "on the way"),
    ("maintenance", passing("maintenance"), TODAY, "maintenance", "standard*yes years*yes who*yes mark*yes", "kept"),
    ("maintenance", passing("maintenance", certificate="one_year"), TODAY, "maintenance",
     "standard*no years=yes who=yes mark=yes", "a one-year certificate"),
    ("maintenance", passing("maintenance", program="secor"), TODAY, "maintenance", "secor*not_covered", "SECOR"),
    ("maintenance", passing("maintenance", program=..., overall_score=59), TODAY, "maintenance",
     "secor*unknown standard=yes years=yes who=yes mark=no", "a program that is not known hides a failed mark"),
    ("maintenance", passing("maintenance", certified_on="2199-06-30", audit_date="unsure"), TODAY, "maintenance",
     "standard=yes years*no who=yes mark=yes", "a window beyond the calendar"),
    ("score", {"elements": [element(40, 50), element(0, 0)]}, TODAY, "certification", "overall*yes elements*yes",
     "the lines of certification"),
    ("score", {"elements": [element(40, 50), element(0, 0)]}, TODAY, "maintenance", "mark*yes", "one of maintenance"),
    ("score", {"elements": [element(95, 100), element(4, 10)]}, TODAY, "certification", "overall=yes elements*no",
     "an element alone"),
    ("score", {"elements": [element(55, 100)]}, TODAY, "certification", "overall*no elements=yes", "the sum alone"),
    ("score", {"elements": [element(55, 100), element(None, 1)]}, TODAY, "certification",
     "overall*no elements=unknown", "the sum decides what an element leaves open"),
    ("score", {"elements": [element(0, 0)]}, TODAY, "maintenance", "applicable*not_covered", "nothing applies"),
    ("score", {}, TODAY, "certification", "overall*unknown elements*unknown", "nothing given"),
    ("refund", passing("refund"), TODAY, "refund", "first=yes better=yes most=yes", "an estimate decides nothing"),
    ("refund", passing("refund", year="maintained", improvement_percent="unsure"), TODAY, "refund", "kept=yes",
     "no improvement known"),
    ("refund", passing("refund", program="secor"), TODAY, "refund", "secor*not_covered", "a first year of SECOR"),
    ("refund", {}, TODAY, "refund", "", "nothing given"),
]  # fmt: skip

NAMES = {
    "certification": {"size": "secor-largest-employer", "records": "documentation-minimum", "assessor": "cor-assessor",
                      "overall": "overall-pass-mark", "elements": "element-pass-mark"},
    "independence": {"audits": "independence-audits", "period": "independence-period",
                     "earlier": "independence-earlier-audit"},
    "internal-auditor": {"first": "internal-auditor-module-1", "last": "internal-auditor-module-12",
                         "period": "internal-auditor-period"},
    "maintenance": {"secor": "secor-maintenance-pass-mark", "standard": "one-year-renewed",
                    "years": "maintenance-years", "who": "maintenance-assessor", "mark": "maintenance-pass-mark"},
    "score": {"overall": "overall-pass-mark", "elements": "element-pass-mark", "mark": "maintenance-pass-mark",
              "applicable": "score-not-applicable"},
    "refund": {"first": "refund-first-year", "kept": "refund-maintained-year", "better": "refund-improvement",
               "most": "refund-most", "secor": "refund-secor-first-year"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("check", "answers", "as_of", "subject", "rules"),
    [row[:5] for row in RULES],
    ids=[f"{row[0]}: {row[5]}" for row in RULES],
)
def test_which_rules_decide(check: str, answers: dict[str, Any], as_of: str, subject: str, rules: str) -> None:
    """Every rule that was held against the answers is there, with what became of it and whether it decides."""
    names = {rule: name for name, rule in NAMES[check].items()}
    found = result(check, answers, subject, as_of)["findings"]
    assert " ".join(f"{names[f['rule']]}{'*' if f['decisive'] else '='}{f['met']}" for f in found) == rules


SHOWN = [
    ("certification", passing("certification"), "cor",
     ["12 months", "A certified external auditor", "85.5%", "80%; 90%"],
     "each answer with its unit"),
    ("certification", passing("certification", documentation_months=1, element_scores=[80, None]), "secor",
     ["9", "1 month", "85.5%", "80%; not known"], "an item that is not known"),
    ("certification", {"employees": "unsure"}, "secor", ["not sure", None, None, None], "unsure is an answer"),
    ("independence", passing("independence", links=[tie("2026-05-31"), tie()]), "",
     ["Certification", "The auditor, employed by the employer, 31 May 2026; The auditor, employed by the employer"],
     "ties in a list"),
    ("independence", passing("independence", links=[tie("ongoing", "audited")]), "",
     ["Certification", "The auditor, did an earlier audit, and nothing else, still going on", None],
     "a word for a day"),
    ("internal-auditor", passing("internal-auditor", audit_completed="not_yet"), "",
     ["15 January 2026", "31 March 2026", "Not yet"], "days in words"),
    ("maintenance", passing("maintenance"), "",
     ["Standard, for 3 years", "30 June 2026", "A certified internal auditor",
                                                 "60%"], "the audit"),
    ("maintenance", passing("maintenance", program="secor"), "", ["SECOR"], "the program"),
    ("score", {"elements": [element(40, 50), element(0, 0)]}, "certification", ["80.00%", "80.00%; none"], "figures"),
    ("refund", passing("refund"), "", ["The first year of the certificate", "12.34%", None], "the year"),
    ("refund", passing("refund", program="secor"), "", ["SECOR"], "the program of a refund"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("check", "answers", "subject", "shown"), [row[:4] for row in SHOWN], ids=[f"{row[0]}: {row[4]}" for row in SHOWN]
)
def test_answers_as_they_were_given(check: str, answers: dict[str, Any], subject: str, shown: list[str | None]) -> None:
    """Beside each rule stands the answer that it was held against."""
    assert [finding["answer"] for finding in result(check, answers, subject)["findings"]] == shown


NEEDED = [
    ("certification", {}, "secor", ["at most 10", "at least 3 months", "at least 80%", "at least 50% in each"]),
    ("maintenance", {"program": "cor"}, "", ["a standard certificate",
                                             "in the 2 years after the calendar year of certification",
                                             "external, internal or candidate auditor", "at least 60%"]),
    ("maintenance", {"program": "secor"}, "", ["COR"]),
    ("independence", {}, "", ["certification or recertification", "none in the 12 months before the audit"]),
    ("internal-auditor", {}, "", ["completed", "completed", "within 6 months of Module 12"]),
    ("internal-auditor", {"module_12_completed": "2026-08-31"}, "", ["completed", "completed", "by 28 February 2027"]),
    ("score", {}, "certification", ["at least 80%", "at least 50% in each"]),
    ("score", {}, "maintenance", ["at least 60%"]),
    ("plan", {"module_12_completed": "2025-08-31"}, "", ["Internal auditor: last day to complete the audit"]),
]  # fmt: skip


@pytest.mark.parametrize(("check", "answers", "subject", "needed"), NEEDED)
def test_what_each_rule_needs(check: str, answers: dict[str, Any], subject: str, needed: list[str]) -> None:
    """Beside each rule stands what it asks for, as the facts have it."""
    assert [finding["needs"] for finding in result(check, answers, subject)["findings"]] == needed


POINTS = [
    ([element(0)], "unknown", "unknown", "nothing awarded of who knows what: it may not even apply"),
    ([element(0), element(0)], "unknown", "unknown", "nor may either of two"),
    ([element(5)], "unknown", "unknown", "points awarded of who knows what"),
    ([element()], "unknown", "unknown", "nothing known"),
    ([element(None, 0)], "not_covered", "not_covered", "nothing possible"),
    ([element(None, 0), element(0)], "unknown", "unknown", "nothing possible, beside what may not apply"),
    ([element(0), element(80, 100)], "unknown", "unknown", "it may not apply, and 80 passes"),
    ([element(0), element(79, 100)], "no", "unknown", "it may not apply, and 79 fails certification"),
    ([element(0), element(10, 100)], "no", "no", "10 fails both"),
    ([element(5), element(49, 100)], "no", "no", "54 of 105 at best"),
]


@pytest.mark.parametrize(
    ("elements", "certification", "maintenance"), [row[:3] for row in POINTS], ids=[row[3] for row in POINTS]
)
def test_points_possible_that_are_not_known(elements: list[Any], certification: str, maintenance: str) -> None:
    """An element whose points possible are not known may be large, small, or none at all where nothing is awarded."""
    found = [
        result("score", {"elements": elements}, subject)["verdict"] for subject in ("certification", "maintenance")
    ]
    assert found == [certification, maintenance]


STEPS = [
    ({}, TODAY, ["module_12_completed", "audit_completed"], "nothing given"),
    ({"module_12_completed": "2026-08-31"}, TODAY, ["audit_completed"], "the start alone"),
    ({"audit_completed": "2026-08-31"}, TODAY, ["module_12_completed"], "the end alone"),
    ({"audit_completed": "not_yet"}, TODAY, ["module_12_completed"], "no end: an early start would be too long ago"),
    ({"module_1_completed": "2026-05-21", "audit_completed": "not_yet"}, TODAY, ["module_12_completed"],
     "Module 12 on the day of Module 1: the time would be over since yesterday"),
    ({"module_1_completed": "2026-05-22", "audit_completed": "not_yet"}, TODAY, [], "it would be over tonight"),
    ({"module_1_completed": "2026-08-31", "audit_completed": "2026-08-31"}, TODAY, ["module_12_completed"],
     "all in one day"),
    ({"module_1_completed": TODAY}, TODAY, ["module_12_completed", "audit_completed"], "all of it today"),
    ({"module_1_completed": "not_yet"}, TODAY, [], "not begun"),
    ({"module_12_completed": "not_yet"}, TODAY, [], "not half way"),
    ({"module_12_completed": "2026-08-31", "audit_completed": "not_yet"}, TODAY, [], "only time decides"),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "as_of", "keys"), [row[:3] for row in STEPS], ids=[row[3] for row in STEPS])
def test_which_steps_can_still_decide(answers: dict[str, Any], as_of: str, keys: list[str]) -> None:
    """A step is asked for while some day of it would decide."""
    assert result("internal-auditor", answers, as_of=as_of)["open_questions"] == keys


def texts(written: Any) -> list[Any]:
    """Return everything that a person reads in an outcome."""
    told = [note["text"] for note in (*written["assumptions"], *written["notices"])]
    for found in written["results"]:
        told += [found["headline"], *(step["text"] for step in found["next_steps"])]
        told += [finding["statement"] for finding in found["findings"]]
    return told


def test_everything_that_is_told_is_words() -> None:
    """Wherever a sentence belongs there is one; what a rule says is what its fact says; decisive is yes or no."""
    for check, answers, as_of, sentence in CASES[::3]:
        written = outcome(check, answers, as_of)
        for text in texts(written):
            assert isinstance(text, str), sentence
            assert text[:1].isupper(), (sentence, text)
            assert "None" not in text, sentence
        for finding in (finding for found in written["results"] for finding in found["findings"]):
            assert finding["statement"] == fact(finding["rule"]).sentence(), sentence
            assert finding["decisive"] in (True, False), sentence
