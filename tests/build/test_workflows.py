"""The workflows: pinned, with no more rights than they need, and running commands that exist."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from cor_site.setup.paths import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))

pytestmark = pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)


def steps(file: Path) -> list[dict[str, Any]]:
    """Return the steps of all jobs of a workflow."""
    jobs = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def test_every_action_is_pinned_by_its_commit(file: Path) -> None:
    """With the version that it is, for people, beside it."""
    used = re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    assert len(used) == sum("uses" in step for step in steps(file))
    for action in used:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


def test_rights_are_given_by_job_and_sparingly(file: Path) -> None:
    """None by default; only the job that publishes may do more than read."""
    workflow = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        expected = {"pages": "write", "id-token": "write"} if name == "deploy" else {"contents": "read"}
        assert job["permissions"] == expected
        assert job["timeout-minutes"]


def test_every_command_exists(file: Path) -> None:
    """What a step runs is in the repository: .ci/run, a command of build.py, or a module of tools/."""
    commands = [shlex.split(step["run"]) for step in steps(file) if "run" in step]
    assert commands
    front_door = (ROOT / "build.py").read_text(encoding="utf-8")
    for words in commands:
        program, *arguments = [word for word in words if not re.match(r"[A-Z_]+=", word)]
        if program == "python3":
            script, command, *_ = arguments
            assert script == "build.py"
            assert f"def {command}(" in front_door
        elif program == ".venv/bin/python":
            assert arguments[0] == "-m"
            assert (ROOT / f"{arguments[1].replace('.', '/')}.py").is_file()
        else:
            assert (ROOT / program).stat().st_mode & 0o100
