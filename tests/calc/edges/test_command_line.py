"""The command line: what it prints, and its exit status for whatever it is given."""

import io
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cor_calc import __main__, check_json
from cor_calc.__main__ import main
from cor_calc.checks import CHECKS, KEYS
from cor_calc.law import load

from ...support.asking import PARTNERS, TODAY, table
from ...support.command import run
from ...support.situations import GOOD

# What it prints


@pytest.mark.parametrize("check", GOOD)
def test_check_prints_the_outcome(check: str) -> None:
    """The outcome is that of Python's function, byte for byte, and a line's end."""
    text = json.dumps(GOOD[check])
    done = run("check", check, "--on", TODAY, given=text)
    assert (done.status, done.text.rstrip("\r\n")) == (0, check_json(check, text, TODAY))


def test_a_no_is_an_answer() -> None:
    """Whatever the verdict, what could be evaluated ends in status 0."""
    done = run("check", "certification", given='{"employees": 11, "overall_score": 10}')
    assert (done.status, {each["verdict"] for each in json.loads(done.output)["results"]}) == (0, {"no"})


@pytest.mark.parametrize("words", [[], ["-"]], ids=["left out", "a dash"])
def test_standard_input(words: list[str]) -> None:
    """Without a file, or with a dash, the answers come from standard input."""
    done = run("check", "plan", *words, "--on", "2026-01-05", given='{"records_since": "2025-11-30"}')
    assert (done.status, json.loads(done.output)["as_of"]) == (0, "2026-01-05")


def test_a_file(tmp_path: Path) -> None:
    """The answers may come from a file, and the day may stand before it."""
    (tmp_path / "answers.json").write_text('{"records_since": "2025-11-30"}')
    done = run("check", "--on", "2026-01-05", "plan", str(tmp_path / "answers.json"))
    assert (done.status, json.loads(done.output)["results"][0]["dates"][0]["date"]) == (0, "2026-03-01")


def test_today_is_the_default_day() -> None:
    """It is taken at this edge alone."""
    before = date.today()  # noqa: DTZ011 - the user's own calendar day
    as_of = date.fromisoformat(json.loads(run("check", "plan", given="{}").output)["as_of"])
    assert before <= as_of <= date.today()  # noqa: DTZ011


def test_checks() -> None:
    """A line for each check in their order, the overview last."""
    done = run("checks")
    assert (done.status, [line.split()[0] for line in done.text.splitlines()]) == (0, [*CHECKS, "overview"])


def test_partners() -> None:
    """A line for each certifying partner, with its name."""
    done = run("partners")
    lines = done.text.splitlines()
    assert (done.status, tuple(line.split()[0] for line in lines)) == (0, PARTNERS)
    assert all(partner.name in line for partner, line in zip(load().partners.values(), lines, strict=True))


@pytest.mark.parametrize("check", KEYS)
def test_schema_and_table(check: str) -> None:
    """The schema is JSON, the table Markdown."""
    done = run("schema", check)
    assert (done.status, json.loads(done.output)["additionalProperties"]) == (0, False)
    done = run("table", check)
    assert done.status == 0
    assert "| --- |" in done.text
    assert done.output.isascii() or "’" in done.text or "–" in done.text


@table(
    "words partner value",
    [
        ((), None, 80, "the general values"),
        (("--partner", "esc"), "esc", 80, "a partner's"),
        (("--partner", "aasp"), "aasp", 80, "another's"),
    ],
)
def test_rulebook(words: tuple[str, ...], partner: str | None, value: Any) -> None:
    """The facts in force by id, each with all that is known of it."""
    done = run("rulebook", "--on", TODAY, *words)
    found = json.loads(done.output)
    law = load()
    options = {option.id for option in law.options if partner in {None, option.partner}}
    assert done.status == 0
    assert set(found) == law.parameters.keys() | options
    assert all(
        list(fact) == ["value", "unit", "basis", "sources", "partner", "from", "until"] for fact in found.values()
    )
    fact = found["overall-pass-mark"]
    assert (fact["value"], fact["unit"], fact["from"], fact["until"]) == (value, "percent", "2023-01-01", None)
    assert {fact["partner"] for fact in found.values()} <= {None, partner} | (set() if partner else set(PARTNERS))


def test_rulebook_of_a_partner() -> None:
    """Its own values, the general ones for what it does not publish, and null for what nobody does."""
    found = json.loads(run("rulebook", "--on", TODAY, "--partner", "amta").output)
    period = found["internal-auditor-period"]
    assert (period["value"], period["unit"], period["partner"]) == (90, "days", "amta")
    assert (found["report-days"]["value"], found["independence-period"]["partner"]) == (21, None)
    assert (found["peer-auditor"]["value"], found["peer-auditor"]["basis"]) == (None, None)
    assert found["maintenance-due-by"]["value"] == ["12-31"]
    assert found["amta-action-plan"]["value"]["employees"] == 11
    assert "esc-action-plan" not in found


# What it refuses

REFUSED = [
    (["check", "no-such-check"], "{}", [("check", "bad_choice")], "an unknown check"),
    (["check", "plan", "--on", "2026-02-30"], "{}", [("as_of", "bad_date")], "a day that does not exist"),
    (["check", "plan", "--on", "2022-12-31"], "{}", [("as_of", "no_rules")], "a day before the rules"),
    (["check", "plan", "--on", ""], "{}", [("as_of", "bad_date")], "an empty day"),
    (["check", "plan"], "", [("", "bad_json")], "nothing at all"),
    (["check", "plan"], "{}{}", [("", "bad_json")], "two objects"),
    (["check", "plan"], "[]", [("", "wrong_type")], "a list"),
    (["check", "plan", "no-such-file.json"], "", [("", "bad_json")], "a file that is not there"),
    (["check", "plan", "."], "", [("", "bad_json")], "a folder"),
    (["check", "plan", "nul\udcff.json"], "", [("", "bad_json")], "a file name of odd bytes"),
    (["check", "plan"], b'{"x": "\xff"}', [("", "bad_json")], "bytes that are not UTF-8"),
    (["check", "plan"], "{}".encode("utf-16"), [("", "bad_json")], "UTF-16"),
    (["check", "plan"], b"\xed\xa0\x80", [("", "bad_json")], "an encoded surrogate"),
    (["check", "plan"], b"\xef\xbb\xbf{}", [("", "bad_json")], "a byte-order mark"),
    (["check", "plan"], b" " * 70000 + b"{}", [("", "too_many")], "more than 64 KiB"),
    (["check", "nothing", "no-such-file", "--on", "x"], "", [("check", "bad_choice"), ("as_of", "bad_date"), ("", "bad_json")],
     "several problems at once"),
    (["schema", "no-such-check"], "", [("check", "bad_choice")], "the schema of an unknown check"),
    (["table", "no-such-check"], "", [("check", "bad_choice")], "its table"),
    (["table", "plan", "--on", "2022-12-31"], "", [("as_of", "no_rules")], "a table of a day without rules"),
    (["batch", "no-such-check"], "", [("check", "bad_choice")], "its batch"),
    (["batch", "plan", "--on", "x"], "", [("as_of", "bad_date")], "a batch of a day that is none"),
    (["rulebook", "--on", "2022-12-31"], "", [("as_of", "no_rules")], "the rules before the first"),
    (["rulebook", "--partner", "moon", "--on", "x"], "", [("as_of", "bad_date"), ("partner", "bad_choice")],
     "the rules of an unknown partner on a day that is none"),
]  # fmt: skip


@table("words given found", REFUSED)
def test_refused(words: list[str], given: bytes | str, found: list[tuple[str, str]]) -> None:
    """What cannot be read ends in all its problems on standard output, and status 2."""
    done = run(*words, given=given)
    assert (done.status, done.problems) == (2, found)


@pytest.mark.parametrize(
    "words", [[], ["no-such-command"], ["check"], ["check", "plan", "--no-such-option"], ["batch"], ["rulebook", "x"]]
)
def test_wrong_words(words: list[str]) -> None:
    """Words that are no command end in status 2, with the usage beside the output."""
    done = run(*words)
    assert (done.status, done.output) == (2, b"")
    assert "usage" in done.said


@pytest.mark.parametrize("words", [["--help"], *([each, "--help"] for each in ("check", "batch", "rulebook"))])
def test_help(words: list[str]) -> None:
    """It says what there is."""
    done = run(*words)
    assert done.status == 0
    assert "usage" in done.text


# What ends before it does


def with_nobody_reading(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """Run the command line with an output whose reader has gone; return the exit status."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        status = main(list(words))
        assert os.fstat(writing).st_rdev == Path(os.devnull).stat().st_rdev
    return status


def test_a_reader_that_has_gone_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever stops reading has what they wanted."""
    (tmp_path / "in.csv").write_text("employees\n" + "11\n" * 5000)
    assert with_nobody_reading(monkeypatch, "checks") == 0
    assert with_nobody_reading(monkeypatch, "batch", "certification", str(tmp_path / "in.csv")) == 0


class Interrupted(io.BytesIO):
    """An input at which the person presses Ctrl-C, after what it holds."""

    def read(self, *_: Any) -> bytes:
        """Raise what Ctrl-C raises."""
        raise KeyboardInterrupt

    def read1(self, *_: Any) -> bytes:
        """Return the rest once, then raise what Ctrl-C raises."""
        held = super().read()
        if held:
            return held
        raise KeyboardInterrupt


def test_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends the program with status 1, not with a traceback."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted()))
    assert main(["check", "plan"]) == 1


def test_ctrl_c_in_a_batch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is done is kept under a name of its own, that is told; no half file has the output's."""
    said = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted(b"Name,employees\nx,9\ny,10\n")))
    monkeypatch.setattr(sys, "stderr", said)
    assert main(["batch", "certification", "-o", str(tmp_path / "out.csv")]) == 1
    (kept,) = tmp_path.iterdir()
    assert kept.name != "out.csv"
    assert kept.name in said.getvalue()
    assert [line.split(",")[0] for line in kept.read_text().splitlines()] == ["Name", "x", "y"]


def test_an_output_that_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a program has put a text buffer in place of standard output, the lines go there."""
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)
    assert main(["checks"]) == 0
    assert output.getvalue().startswith("certification  ")


@table(
    "seconds said",
    [
        (0.5, "", "half a second for all"),
        (2.5, "3 rows", "longer than a second"),
    ],
)
def test_a_person_is_told_how_far_it_is(seconds: float, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On standard error, for whatever takes longer than a second."""
    clock = iter([0.0, *[seconds] * 20])
    monkeypatch.setattr(__main__.time, "monotonic", lambda: next(clock))
    done = run("batch", "certification", given="employees\n9\n10\n11\n")
    assert (done.status, said in done.said, bool(done.said)) == (0, True, bool(said))
