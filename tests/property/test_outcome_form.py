"""The form of every outcome, over many made-up answers: keys and their order, tones, reasons, and words for a person."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from cor_calc import check_json
from cor_calc.checks import CHECKS, KEYS
from cor_calc.law import load

from ..support.answers import answer_sets
from ..support.asking import PARTNERS
from ..support.rules import DAY, date_rules, subjects
from ..support.situations import GOOD

NUMBER = 150
SEED = 11

OUTCOME = ["check", "as_of", "ruleset", "partner", "answers", "results", "assumptions", "notices"]
RESULT = [
    *("subject", "verdict", "tone", "headline", "certificate", "stage", "dates", "figures", "by_partner", "findings"),
    *("open_questions", "changes", "next_steps"),
]
WITH_ELEMENTS = [*RESULT[:8], "elements", *RESULT[8:]]
FINDING = ["rule", "met", "decisive", "basis", "statement", "answer", "needs", "sources", "partners"]
OVERVIEW = [
    *("check", "subject", "verdict", "tone", "headline", "certificate", "stage", "dates", "figures", "open_questions"),
    "href",
]
VERDICTS = {"yes", "no", "not_covered", "unknown"}
NOTICES = [
    *("near_line", "scores_disagree", "looks_like_fraction", "who_counts", "no_time_limit_elsewhere", "may_be_late"),
    *("audit_year", "expired", "other_year", "recertify_now", "deadline_passed", "count_not_used"),
    *("days_of_other_years", "secor_later", "secor_assessor", "counted_two_ways", "month_is_safer", "sent_in"),
    "not_in_its_year",
]
CHECKS_ALONE = pytest.mark.parametrize("check", CHECKS)


@cache
def outcomes(check: str) -> tuple[dict[str, Any], ...]:
    """Return outcomes of made-up answers that can be read, and of the good ones."""
    asked = [*answer_sets(check, NUMBER, SEED), (GOOD.get(check, {}), "2026-11-26"), ({}, "2026-11-26")]
    texts = (check_json(check, json.dumps(answers), as_of) for answers, as_of in asked)
    return tuple(out for out in map(json.loads, texts) if "problems" not in out)


def results(check: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield every result with its outcome."""
    for out in outcomes(check):
        for result in out["results"]:
            yield out, result


@pytest.mark.parametrize("check", KEYS)
def test_the_text_is_compact_ascii_and_the_same_twice(check: str) -> None:
    """Equal input gives equal bytes, without blanks, and beyond ASCII with escapes."""
    for answers, as_of in answer_sets(check, 30, SEED):
        text = check_json(check, json.dumps(answers), as_of)
        assert text == check_json(check, json.dumps(answers), as_of)
        assert text.isascii()
        assert text == json.dumps(json.loads(text), separators=(",", ":"))


@CHECKS_ALONE
def test_keys_in_their_order(check: str) -> None:
    """Programs rely on them, and so do equal bytes."""
    assert len(outcomes(check)) > NUMBER // 2
    for out in outcomes(check):
        assert list(out) == OUTCOME
        assert out["check"] == check
        assert out["ruleset"] == "2023-01-01"
        assert out["partner"] == (out["answers"].get("partner") if out["answers"].get("partner") != "unsure" else None)
        assert list(out["answers"]) == [key for key in KEYS[check] if key in out["answers"]]
        for result in out["results"]:
            assert list(result) == (WITH_ELEMENTS if check in {"score", "readiness"} else RESULT)
            for finding in result["findings"]:
                assert list(finding) == FINDING
            for each in result["dates"]:
                assert list(each) == ["name", "date", "kind", "rule", "partners"]
            for step in result["next_steps"]:
                assert list(step) == ["text", "href"]
            for change in (change for changes in result["changes"] for change in changes):
                assert list(change) == ["key", "from", "to", "when"]
        for assumption in out["assumptions"]:
            assert list(assumption) == ["rule", "text"]
        for notice in out["notices"]:
            assert list(notice) == ["code", "text"]


@CHECKS_ALONE
def test_subjects_in_their_order(check: str) -> None:
    """Those of the check, as its description has them."""
    order = [subject.name for each, subject in subjects(load()) if each.name == check]
    for out in outcomes(check):
        told = [result["subject"] for result in out["results"]]
        assert told
        assert told == [name for name in order if name in told]


@CHECKS_ALONE
def test_the_tone_follows_from_the_rest(check: str) -> None:
    """It is the one source of the word and the colour that a reader sees."""
    for _, result in results(check):
        verdict = result["verdict"]
        expected = (
            {"yes": "yes", "not_covered": "ask", None: "info"}.get(verdict)
            or (("not_yet" if result["changes"] else "no") if verdict == "no" else None)
            or ("open" if result["open_questions"] else "running")
        )
        assert verdict in VERDICTS | {None}
        assert result["tone"] == expected


@CHECKS_ALONE
def test_partners_are_told_only_where_they_differ(check: str) -> None:
    """All ten, in order, where no partner is known and two verdicts differ; else none."""
    for out, result in results(check):
        told = result["by_partner"]
        if told is None:
            continue
        assert tuple(told) == PARTNERS
        assert len(set(told.values())) > 1
        assert out["partner"] is None
        assert result["verdict"] == "unknown"
        assert result["open_questions"][0] == "partner"
        for verdict in set(told.values()):
            assert verdict in VERDICTS


@CHECKS_ALONE
def test_decisive_findings(check: str) -> None:
    """For a no those that are not met, for a yes all, for what is unknown or not covered those that are so."""
    for _, result in results(check):
        for finding in result["findings"]:
            assert finding["met"] in VERDICTS
            expected = result["verdict"] == "yes" or finding["met"] == result["verdict"]
            assert finding["decisive"] is (expected and result["verdict"] is not None)
        if result["verdict"] in {"no", "not_covered"} and check != "refund":
            assert any(finding["decisive"] for finding in result["findings"])
        if result["verdict"] == "yes":
            assert {finding["met"] for finding in result["findings"]} == {"yes"}


@CHECKS_ALONE
def test_findings_name_rules_sources_and_partners(check: str) -> None:
    """Everything that a finding names is known; a sentence is a whole one."""
    law = load()
    rules = law.parameters.keys() | {option.id for option in law.options}
    for _, result in results(check):
        for finding in result["findings"]:
            assert finding["rule"] in rules
            assert finding["basis"] in {"stated", "elsewhere", "derived", "reading"}
            assert set(finding["sources"]) <= law.sources.keys()
            assert len(set(finding["sources"])) == len(finding["sources"])
            assert finding["partners"] == [each for each in PARTNERS if each in finding["partners"]]
            assert finding["statement"].endswith((".", ")"))
            assert finding["answer"] is None or finding["answer"]


@CHECKS_ALONE
def test_open_questions_are_open(check: str) -> None:
    """They are unknown keys of the check in its order, or lists in which something is not known."""
    for out, result in results(check):
        keys = result["open_questions"]
        assert keys == [key for key in KEYS[check] if key in keys]
        assert not keys or result["verdict"] == "unknown" or check == "refund"
        for key in keys:
            given = out["answers"].get(key)
            assert given in (None, "unsure") or isinstance(given, list), key


@CHECKS_ALONE
def test_dates_in_their_order(check: str) -> None:
    """With their kind and their rule; a later value comes after its earlier one, and only where it is later."""
    law = load()
    rules = law.parameters.keys() | {option.id for option in law.options}
    for _, result in results(check):
        order = [
            name
            for each, subject, rule in date_rules(law)
            if each.name == check and subject.name == result["subject"]
            for name in rule.labels
        ]
        dates = {each["name"]: each["date"] for each in result["dates"]}
        assert [*dates] == [name for name in order if name in dates]
        for each in result["dates"]:
            assert each["kind"] == ("from" if each["name"].endswith("_from") else "by")
            assert each["rule"] in rules
            assert each["partners"] == [partner for partner in PARTNERS if partner in each["partners"]]
            if each["name"].endswith("_latest"):
                assert each["date"] > dates[each["name"].removesuffix("_latest") + "_by"]


@CHECKS_ALONE
def test_certificates_changes_and_figures(check: str) -> None:
    """A certificate comes with a yes alone, changes with a no alone, and figures are numbers or texts of them."""
    for _, result in results(check):
        assert result["certificate"] in {None, "standard", "one_year"}
        assert result["certificate"] is None or result["verdict"] == "yes"
        assert not result["changes"] or (result["verdict"] == "no" and len(result["changes"]) == 1)
        for value in result["figures"].values():
            assert isinstance(value, int | str)
        for change in (change for changes in result["changes"] for change in changes):
            assert change["key"] in KEYS[check]
            assert change["from"] != change["to"]


@pytest.mark.parametrize("check", KEYS)
def test_notices_and_assumptions_come_once(check: str) -> None:
    """Each code and each rule once, with a sentence."""
    law = load()
    for out in outcomes(check):
        codes = [notice["code"] for notice in out["notices"]]
        rules = [assumption["rule"] for assumption in out["assumptions"]]
        assert set(codes) <= set(NOTICES)
        assert len(set(codes)) == len(codes)
        assert len(set(rules)) == len(rules)
        assert set(rules) <= law.parameters.keys()
        for text in [each["text"] for each in (*out["notices"], *out["assumptions"])]:
            assert text.endswith((".", ")"))


def test_the_overview_has_each_checks_own_results() -> None:
    """Its lines are those of the checks for their part of the answers, with an address that opens them."""
    names = [name for name in CHECKS if name not in {"score", "readiness"}]
    for answers, as_of in answer_sets("overview", NUMBER, SEED):
        out = json.loads(check_json("overview", json.dumps(answers), as_of))
        if "problems" in out:
            continue
        told = out["results"]
        assert [name for name in names if name in {each["check"] for each in told}] == names
        for name in names:
            part = {key: answers[key] for key in KEYS[name] if key in answers}
            alone = json.loads(check_json(name, json.dumps(part), as_of))
            lines = [each for each in told if each["check"] == name]
            if "problems" in alone:
                assert lines == [{"check": name, "problems": alone["problems"]}]
                continue
            assert [list(line) for line in lines] == [OVERVIEW] * len(alone["results"])
            for line, result in zip(lines, alone["results"], strict=True):
                assert {key: line[key] for key in OVERVIEW[1:-1]} == {key: result[key] for key in OVERVIEW[1:-1]}
                assert line["href"].startswith(f"check/{name}/")


def test_the_made_up_answers_reach_every_verdict_and_stage() -> None:
    """So that what is said above is said of all of them."""
    found = {(check, result["verdict"]) for check in CHECKS for _, result in results(check)}
    tones = {result["tone"] for check in CHECKS for _, result in results(check)}
    assert tones == {"yes", "no", "not_yet", "open", "running", "ask", "info"}
    for check in ("certification", "independence", "alternatives"):
        assert {verdict for each, verdict in found if each == check} == VERDICTS
    assert {each["name"] for check in CHECKS for _, result in results(check) for each in result["dates"]} >= {
        rule.name for _, _, rule in date_rules(load(), DAY)
    }
