"""What is done is said with its time, and what stops it in one sentence."""

import errno
import re
import sys
import time
from pathlib import Path

import pytest

from cor_site.setup import run as running
from cor_site.setup.run import BuildError, cause, in_a_sentence, run, step


@pytest.fixture(autouse=True)
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what failed programs said apart from the project's own."""
    monkeypatch.setattr(running, "FAILED", tmp_path / "failed.log")
    monkeypatch.setattr(running, "ROOT", tmp_path)
    return tmp_path / "failed.log"


def test_a_step_says_what_and_how_long(capsys: pytest.CaptureFixture[str]) -> None:
    """A step is a line with its time; each second that it takes adds a dot."""
    with step("Pages"):
        time.sleep(1.2)
    assert re.fullmatch(r"Pages \. 1\.\d s\n", capsys.readouterr().out)


def test_a_step_that_fails_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """A step that was not finished gets no time."""
    with pytest.raises(BuildError), step("Pages"):
        raise BuildError("no")
    assert capsys.readouterr().out == "Pages  stopped\n"


def test_output_is_handed_back() -> None:
    """A program that succeeds prints nothing by itself."""
    assert run([sys.executable, "-c", "print('said')"], problem="It failed") == "said\n"


def test_a_missing_program() -> None:
    """A missing tool is named."""
    with pytest.raises(BuildError, match=r"^The list could not be made: no-such-tool is not on this machine\.$"):
        run(["no-such-tool"], problem="The list could not be made")


def test_a_failing_program(log: Path) -> None:
    """The sentence has the last words, the log all of them."""
    with pytest.raises(BuildError) as raised:
        run([sys.executable, "-c", "print('a')\nraise SystemExit('b.')"], problem="It failed")
    assert str(raised.value) == "It failed: b (all that was said: failed.log)."
    assert log.read_text().splitlines()[-2:] == ["a", "b."]


def test_a_failing_program_can_be_heard(capsys: pytest.CaptureFixture[str]) -> None:
    """Complaints about our own pages are shown, besides the sentence."""
    with pytest.raises(BuildError, match=r"^It failed: b "):
        run([sys.executable, "-c", "print('a')\nraise SystemExit('b.')"], problem="It failed", show=True)
    assert capsys.readouterr().out == "\na\nb.\n"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("npm error code ENOSPC\nnpm error errno -28", "the disk is full"),
        (
            "WARNING: Retrying … NewConnectionError('… Failed …')\nERROR: No matching distribution found for x",
            "the package registry cannot be reached; check the network or the proxy",
        ),
        ("npm error code EAI_AGAIN", "the package registry cannot be reached; check the network or the proxy"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "a package is not the one that was pinned"),
        ("npm error code EINTEGRITY", "a package is not the one that was pinned"),
        (
            "ERROR: No matching distribution found for x==1",
            "a pinned package does not exist for this machine, or not in this registry",
        ),
        ("first\nlast.\n", "last"),
        ("", "it stopped without a word"),
    ],
)
def test_causes(said: str, meant: str) -> None:
    """What package managers print is put in a person's words, the most telling first."""
    assert cause(said) == meant


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "x"), "The disk is full."),
        (OSError(errno.EDQUOT, "Disk quota exceeded", "x"), "The disk is full."),
        (PermissionError(errno.EACCES, "Permission denied", "site"), "site: Permission denied."),
        (OSError("odd"), "odd."),
        (BuildError("No."), "No."),
    ],
)
def test_errors_in_a_sentence(error: Exception, sentence: str) -> None:
    """An error of the system is one sentence too."""
    assert in_a_sentence(error) == sentence
