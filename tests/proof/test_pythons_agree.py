"""Every CPython that is found gives the same bytes to the same questions, whatever its hash seed.

They are looked for in PYTHONS (paths, separated as in PATH), on the PATH, and in pyenv's folder; one alone runs twice.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from cor_calc import check_json
from cor_calc.checks import CHECKS, KEYS

from ..support.answers import question_texts
from ..support.asking import TODAY
from ..support.situations import GOOD

ROOT = Path(__file__).resolve().parents[2]
NUMBER = 330
ASK = """
import json, sys
from datetime import date
from cor_calc import CHECKS, check_json
from cor_calc.edges.files.batch import Batch
from cor_calc.edges.calendar_file import calendar_text
from cor_calc.edges.page.drawings import drawings_json
from cor_calc.edges.table import table
from cor_calc.law import load

questions, rows = json.load(sys.stdin)
for check, text, on in questions:
    told = check_json(check, text, on)
    print(told)
    if not told.startswith('{"problems"'):
        print(drawings_json(told), calendar_text(told))
print(Batch(CHECKS["certification"], load(), date(2026, 11, 26)).feed(rows, last=True))
print(*(table(check, load(), date(2026, 11, 26)) for check in CHECKS))
"""
ROWS = 'employees,Note,element_scores\n9,"a\rb",80;"x"\n"10","two\nlines",50\n11,é,none\n"12,"x"y,\n, lead,\n'
WHICH = "import sys; print(sys.implementation.name, *sys.version_info[:2])"


def interpreters() -> dict[str, Path]:
    """Return one interpreter for each version from 3.11 on, this one for its own."""
    named = [Path(path) for path in os.environ.get("PYTHONS", "").split(os.pathsep) if path]
    places = [Path(place) for place in os.environ.get("PATH", "").split(os.pathsep)]
    on_path = [place / f"python3.{minor}" for minor in range(11, 20) for place in places]
    kept = sorted(Path.home().glob(".pyenv/versions/3.*/bin/python3"))
    found: dict[str, Path] = {}
    for path in (Path(sys.executable), *named, *on_path, *kept):
        try:
            done = subprocess.run([path, "-c", WHICH], capture_output=True, text=True, timeout=30, check=True)
        except (OSError, subprocess.SubprocessError):
            continue
        name, major, minor = done.stdout.split()
        if name == "cpython" and int(major) == 3 and int(minor) >= 11:
            found.setdefault(f"{major}.{minor}", path)
    return dict(sorted(found.items()))


def asked() -> list[tuple[str, str, str]]:
    """Return the questions: made-up ones, good ones, nothing at all, and texts that are no JSON."""
    bad = ["", "{", '{"a": 1,}', "[1, ]", '{"employees": 09}', '{"employees": NaN}', '{"a": "\\ud800"}', "[" * 10]
    return [
        *question_texts(NUMBER, seed=2718),
        *((check, json.dumps(answers), TODAY) for check, answers in GOOD.items()),
        *((check, "{}", TODAY) for check in KEYS),
        *(("certification", text, TODAY) for text in bad),
    ]


def test_every_python_gives_the_same_bytes() -> None:
    """Outcomes, problems, drawings, calendars, a batch and the tables."""
    found = list(interpreters().items())
    assert Path(sys.executable) in {path for _, path in found}
    said = {}
    questions = json.dumps([asked(), ROWS])
    for seed, (version, python) in enumerate(found if len(found) > 1 else found * 2):
        environment = {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": str(seed), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [python, "-c", ASK],
            input=questions.encode(),
            env=environment,
            capture_output=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        said[f"{version}, hash seed {seed}"] = done.stdout
    first, *others = said
    for other in others:
        assert said[other] == said[first], f"{first} against {other}"
    assert check_json(*asked()[0]).encode() in said[first]
    assert said[first].count(b"| Condition |") >= len(CHECKS) - 3
