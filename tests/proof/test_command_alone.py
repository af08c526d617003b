"""The command line in a process of its own: uninstalled, in streams, and stopped by Ctrl-C."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

import pytest

from cor_calc import check_json

from ..support.asking import TODAY

SOURCE = Path(__file__).resolve().parents[2] / "src"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONWARNINGS": "error", "PYTHONDONTWRITEBYTECODE": "1"}
COMMAND = [sys.executable, "-m", "cor_calc"]


def run(*words: str, given: bytes = b"", folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the command line; whatever it is given, it ends without a traceback."""
    done = subprocess.run(
        [*COMMAND, *words], input=given, capture_output=True, env=ENVIRONMENT, cwd=folder, timeout=60, check=False
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def test_it_runs_uninstalled(tmp_path: Path) -> None:
    """It needs the source folder alone, from anywhere; its exit status tells whether it could read."""
    answers = b'{"records_since": "2025-11-30"}'
    done = run("check", "plan", "--on", TODAY, given=answers, folder=tmp_path)
    assert (done.returncode, done.stdout.decode().rstrip("\r\n")) == (0, check_json("plan", answers.decode(), TODAY))
    assert run("check", "plan", given=b"{").returncode == 2
    assert run("batch", "plan", given=b"records_since\nx\n").returncode == 1
    assert run("batch", "plan", given=b"x\n").returncode == 2


def test_bytes_of_every_kind_in_and_out() -> None:
    """What is no text is kept byte for byte, whatever the machine's own encoding."""
    done = run("batch", "plan", given=b"records_since,N\nx\xff\xfe,\xe9\n2025-11-30,\xc3\xa9\n")
    assert done.returncode == 1
    assert done.stdout.splitlines()[1].startswith(b"x\xff\xfe,\xe9,")
    assert done.stdout.splitlines()[2].startswith(b"2025-11-30,\xc3\xa9,")


def started(*words: str, **more: object) -> subprocess.Popen[bytes]:
    """Start the command line, with its streams as pipes, and stop it after half a minute.

    A shell that runs the tests in the background has them ignore Ctrl-C, which the command must not inherit.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [*COMMAND, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        **more,
    )  # type: ignore[call-overload]
    signal.signal(signal.SIGINT, before)
    watch = threading.Timer(30, process.kill)
    watch.daemon = True
    watch.start()
    return process


def write(pipe: IO[bytes] | None, content: bytes) -> None:
    """Write at once."""
    assert pipe is not None
    pipe.write(content)
    pipe.flush()


def test_it_streams() -> None:
    """Rows come out while others are still coming in."""
    with started("batch", "certification", "--on", TODAY) as process:
        assert process.stdout is not None
        write(process.stdin, b"employees\n" + b"11\n" * 3000)
        assert process.stdout.readline().startswith(b"employees,cor_verdict")
        assert process.stdout.readline().startswith(b"11,unknown,")
        process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of POSIX")
def test_ctrl_c_leaves_what_is_done(tmp_path: Path) -> None:
    """Under a name of its own, which is told; nothing under the output's."""
    with started("batch", "certification", "-o", str(tmp_path / "out.csv"), "--on", TODAY) as process:
        write(process.stdin, b"Name,employees\n" + b"x,11\n" * 5000)
        waited = time.monotonic()
        while not any(path.stat().st_size for path in tmp_path.iterdir()):
            assert time.monotonic() - waited < 20
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        said = process.stderr.read().decode()
        assert process.wait() == 1
    (kept,) = tmp_path.iterdir()
    assert kept.name in said
    assert "Traceback" not in said
    assert kept.name != "out.csv"
    assert kept.read_bytes().startswith(b"Name,employees,cor_verdict")


@pytest.mark.skipif(sys.platform != "linux", reason="each system tells memory in its own way")
def test_memory_does_not_grow_with_the_file() -> None:
    """Fifteen times as many rows take as much memory, but for a little."""
    peaks = []
    for rows in (2_000, 30_000):
        script = (
            "import resource, sys; from cor_calc.__main__ import main; "
            "status = main(['batch', 'refund', '-o', '/dev/null']); "
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, status)"
        )
        given = b"Name,industry_rated_premium,refund_year\n" + b"".join(
            b"%d %s,%d,first\n" % (n, b"x" * 60, n) for n in range(rows)
        )
        done = subprocess.run(
            [sys.executable, "-c", script], input=given, capture_output=True, env=ENVIRONMENT, timeout=120, check=True
        )
        peak, status = done.stdout.split()
        assert status == b"0"
        peaks.append(int(peak))
    assert peaks[1] - peaks[0] < 24_000, peaks
