"""build.py as a person meets it: its help, its mistakes, its server."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from cor_site import serve
from cor_site.setup import command
from cor_site.setup.paths import ROOT
from cor_site.setup.run import BuildError


def build(*words: str) -> subprocess.CompletedProcess[str]:
    """Run build.py with words; return what became of it."""
    return subprocess.run(
        [sys.executable, "build.py", *words], cwd=ROOT, capture_output=True, text=True, timeout=600, check=False
    )


def test_help_lists_every_command() -> None:
    """The help names each command with what it does, in lines that fit a screen."""
    for words in ((), ("-h",), ("--help",)):
        done = build(*words)
        assert done.returncode == 0
        for name in ("serve", "build", "test", "check", "lock"):
            assert re.search(rf"^  {name} +[A-Z].*\.$", done.stdout, re.MULTILINE)
        assert max(map(len, done.stdout.splitlines())) <= 120


@pytest.mark.parametrize("name", ["serve", "build", "test", "check", "lock"])
def test_help_of_a_command(name: str) -> None:
    """Each command tells about itself, and does nothing else then."""
    done = build(name, "-h")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"usage: build.py {name}")


def test_an_unknown_command() -> None:
    """A command that does not exist is answered with those that do."""
    done = build("deploy")
    assert done.returncode == 2
    assert done.stderr.startswith("build.py has no command deploy: it knows serve, ")


def test_a_taken_port() -> None:
    """A taken port is one sentence, before anything is made."""
    with serve.server(ROOT) as web:
        done = build("serve", "--port", str(web.server_port))
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(rf"Port {web.server_port} is taken .*\.\n", done.stderr)


def raising(error: BaseException) -> command.Command:
    """Return a command that is stopped."""

    def stop(_: list[str]) -> int:
        raise error

    return stop


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (BuildError("The registry cannot be reached."), 1, "The registry cannot be reached.\n"),
        (OSError(28, "No space left on device"), 1, "The disk is full.\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_stops_a_command(error: BaseException, status: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What goes wrong is one sentence on standard error; Ctrl-C is none."""
    assert command.main([raising(error)], ["stop"], "") == status
    assert capsys.readouterr().err == said


def test_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second set-up in the same folder waits for the first."""
    monkeypatch.setattr(command.paths, "CACHE", tmp_path)
    second = (
        "import pathlib, sys; from cor_site.setup import command\n"
        "command.paths.CACHE = pathlib.Path(sys.argv[1])\n"
        "with command.alone(): print('in')"
    )
    with command.alone():
        waiting = subprocess.Popen(
            [sys.executable, "-c", second, tmp_path],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert waiting.stdout
        assert waiting.stdout.readline() == "Waiting for another build.py to finish.\n"
    assert waiting.communicate(timeout=30)[0] == "in\n"


def test_serve_for_real() -> None:
    """Once everything is made, serving starts within seconds, says where, and ends quietly."""
    assert build("build").returncode == 0
    begun = time.monotonic()
    serving = subprocess.Popen(
        [sys.executable, "build.py", "serve", "--port", "0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert serving.stdout
    line = next(line for line in serving.stdout if "http" in line)
    took = time.monotonic() - begun
    found = re.search(r"http://127\.0\.0\.1:\d+/", line)
    assert found
    with urlopen(found[0], timeout=10) as answer:  # noqa: S310 - the address is our own
        assert answer.status == 200
    serving.send_signal(signal.SIGINT)
    _, errors = serving.communicate(timeout=20)
    assert (serving.returncode, errors) == (0, "")
    assert took < 20, f"{took:.1f} s: everything was made again"
