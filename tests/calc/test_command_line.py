"""The command line: one check from a file or standard input, the schema, the table and the list of checks."""

import json
from pathlib import Path

import pytest

from cor_calc import check_json

from .cases import PASSING, TODAY
from .running import found, run, run_alone


@pytest.mark.parametrize("check", list(PASSING))
def test_check_prints_the_outcome(check: str) -> None:
    """The outcome is the one of the text interface, byte for byte, and the exit status 0."""
    text = json.dumps(PASSING[check])
    status, output = run("check", check, "--on", TODAY, given=text)
    assert (status, output.decode().rstrip("\r\n")) == (0, check_json(check, text, TODAY))


def test_it_runs_uninstalled() -> None:
    """`python -m cor_calc` needs the source folder alone; its exit status tells whether it could read."""
    answers = '{"records_since": "2025-11-30"}'
    status, output = run_alone("check", "plan", "--on", TODAY, given=answers)
    assert (status, output.decode().rstrip("\r\n")) == (0, check_json("plan", answers, TODAY))
    status, output = run_alone("check", "plan", "--on", TODAY, given="{")
    assert (status, found(output)) == (2, {("", "bad_json")})
    assert run_alone("batch", "plan", "--on", TODAY, given="records_since\nx\n")[0] == 1


def test_not_being_eligible_is_no_error() -> None:
    """A verdict of no is an answer: exit status 0."""
    status, output = run("check", "certification", given='{"employees": 11, "overall_score": 10}')
    assert (status, {r["verdict"] for r in json.loads(output)["results"]}) == (0, {"no"})


@pytest.mark.parametrize("words", [[], ["-"]], ids=["left out", "a dash"])
def test_standard_input(words: list[str]) -> None:
    """Without a file, or with a dash, the answers come from standard input."""
    status, output = run("check", "plan", *words, "--on", "2026-01-05", given='{"records_since": "2025-11-30"}')
    assert status == 0
    assert json.loads(output)["as_of"] == "2026-01-05"


def test_file(tmp_path: Path) -> None:
    """The answers may come from a file, and the day may stand before it."""
    (tmp_path / "answers.json").write_text('{"records_since": "2025-11-30"}')
    status, output = run("check", "--on", "2026-01-05", "plan", str(tmp_path / "answers.json"))
    assert status == 0
    assert json.loads(output)["results"][0]["dates"]["one_year_audit_from"] == "2026-02-28"


def test_today_is_the_default_day() -> None:
    """Without a day the check is made as of today."""
    status, output = run("check", "plan", given="{}")
    assert status == 0
    assert len(json.loads(output)["as_of"]) == len(TODAY)


REFUSED = [
    (["check", "no-such-check"], "{}", {("check", "bad_choice")}, "an unknown check"),
    (["check", "plan", "--on", "2026-02-30"], "{}", {("as_of", "bad_date")}, "a day that does not exist"),
    (["check", "plan", "--on", "2022-12-31"], "{}", {("as_of", "no_rules")}, "a day before the rules"),
    (["check", "plan", "--on", ""], "{}", {("as_of", "bad_date")}, "an empty day"),
    (["check", "plan"], "", {("", "bad_json")}, "nothing at all"),
    (["check", "plan"], "{}{}", {("", "bad_json")}, "two objects"),
    (["check", "plan", "no-such-file.json"], "", {("", "bad_json")}, "a file that is not there"),
    (["check", "plan", "."], "", {("", "bad_json")}, "a folder"),
    (["check", "plan", "nul\udcff.json"], "", {("", "bad_json")}, "a file name of odd bytes"),
    (["check", "plan"], b'{"x": "\xff"}', {("", "bad_json")}, "bytes that are not UTF-8"),
    (["check", "plan"], "{}".encode("utf-16"), {("", "bad_json")}, "UTF-16"),
    (["check", "plan"], b"\xed\xa0\x80", {("", "bad_json")}, "an encoded surrogate"),
    (["check", "plan"], b" " * 70000 + b"{}", {("", "too_many")}, "more than 64 KiB"),
    (["check", "plan", "--on", "2022-12-31"], '{"records_since": 5.5, "x": 1}',
     {("as_of", "no_rules"), ("x", "unknown_key")}, "several problems at once"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "given", "problems"), [r[:3] for r in REFUSED], ids=[r[3] for r in REFUSED])
def test_refused(words: list[str], given: bytes | str, problems: set[tuple[str, str]]) -> None:
    """What cannot be read ends in problems on standard output and exit status 2."""
    status, output = run(*words, given=given)
    assert (status, found(output) & problems) == (2, problems)


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    """A file in another encoding cannot be read."""
    (tmp_path / "answers.json").write_bytes("{}".encode("utf-16"))
    status, output = run("check", "plan", str(tmp_path / "answers.json"))
    assert (status, found(output)) == (2, {("", "bad_json")})


@pytest.mark.parametrize("words", [["schema", "no-such-check"], ["table", "no-such-check"], ["batch", "no-such-check"]])
def test_an_unknown_check_everywhere(words: list[str]) -> None:
    """An unknown check is a bad choice, whatever is asked of it."""
    status, output = run(*words)
    assert (status, found(output)) == (2, {("check", "bad_choice")})


@pytest.mark.parametrize(
    "words", [[], ["no-such-command"], ["check"], ["check", "plan", "--no-such-option"], ["batch"]]
)
def test_wrong_words(words: list[str]) -> None:
    """Words that are no command end in exit status 2, never in a traceback."""
    assert run(*words)[0] == 2


def test_checks() -> None:
    """Every check is listed on a line of its own, in order."""
    status, output = run("checks")
    lines = output.decode().splitlines()
    assert (status, [line.split()[0].rstrip(":") for line in lines]) == (0, list(PASSING))


@pytest.mark.parametrize("check", list(PASSING))
def test_schema_and_table(check: str) -> None:
    """The schema is JSON and the table Markdown."""
    status, output = run("schema", check)
    assert (status, json.loads(output)["additionalProperties"]) == (0, False)
    status, output = run("table", check)
    assert status == 0
    assert "|" in output.decode()
