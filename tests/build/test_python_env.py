"""`.venv` is made from the lists, on machines where Python is complete and where it is not."""

import subprocess
import sys
from pathlib import Path

import pytest

from cor_site.setup import command, python_env, stamp
from cor_site.setup.run import BuildError


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Point the set-up at a folder of its own and record what it makes there instead of installing anything."""
    done: list[str] = []

    def make_venv() -> None:
        done.append("venv")
        (tmp_path / "venv/bin").mkdir(parents=True, exist_ok=True)
        (tmp_path / "venv" / stamp.NAME).unlink(missing_ok=True)
        python_env.PYTHON.touch()

    def install(packages: Path, target: Path | None = None) -> None:
        done.append(packages.name)
        if target:
            target.mkdir()

    monkeypatch.setattr(python_env, "VENV", tmp_path / "venv")
    monkeypatch.setattr(python_env, "PYTHON", tmp_path / "venv/bin/python")
    monkeypatch.setattr(python_env, "make_venv", make_venv)
    monkeypatch.setattr(python_env, "install", install)
    return done


def test_a_second_run_makes_nothing(made: list[str]) -> None:
    """What is valid is kept, and what tests need is added to what the site needs."""
    python_env.python_packages(dev=False)
    python_env.python_packages(dev=False)
    assert made == ["venv", "requirements.txt"]
    python_env.python_packages(dev=True)
    python_env.python_packages(dev=True)
    python_env.python_packages(dev=False)
    assert made == ["venv", "requirements.txt", "requirements-dev.txt"]


def test_an_interrupted_run_is_made_again(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment whose packages were not all installed is made afresh."""

    def cut_off(_: Path) -> None:
        raise BuildError("The registry cannot be reached.")

    with monkeypatch.context() as patch:
        patch.setattr(python_env, "install", cut_off)
        with pytest.raises(BuildError):
            python_env.python_packages(dev=False)
    python_env.python_packages(dev=False)
    assert made == ["venv", "venv", "requirements.txt"]


def test_a_changed_list_is_made_again(made: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another list or another Python means another environment."""
    changed = tmp_path / "requirements.txt"
    changed.write_text("one")
    monkeypatch.setattr(python_env, "SITE_LIST", changed)
    python_env.python_packages(dev=False)
    changed.write_text("two")
    python_env.python_packages(dev=False)
    monkeypatch.setattr(python_env.sys, "version_info", type("Version", (), {"major": 3, "minor": 99}))
    python_env.python_packages(dev=False)
    assert made == ["venv", "requirements.txt"] * 3


def test_a_vanished_python_is_made_again(made: list[str]) -> None:
    """An environment whose Python was removed from the machine is no environment."""
    python_env.python_packages(dev=False)
    python_env.PYTHON.unlink()
    python_env.python_packages(dev=False)
    assert made == ["venv", "requirements.txt"] * 2


def test_a_folder_of_its_own(made: list[str], tmp_path: Path) -> None:
    """A folder of packages apart is made once, and again when it was left half made."""
    folder, packages = tmp_path / "tools", tmp_path / "list.txt"
    packages.write_text("one")
    for _ in range(2):
        python_env.folder_of_packages(folder, packages, "Tools")
    (folder / stamp.NAME).unlink()
    python_env.folder_of_packages(folder, packages, "Tools")
    assert made == ["list.txt"] * 2


def test_without_ensurepip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python cannot put pip into an environment, the machine's own pip fills it."""
    venv = tmp_path / "venv"
    monkeypatch.setattr(python_env, "VENV", venv)
    monkeypatch.setattr(python_env, "PYTHON", venv / "bin/python")
    monkeypatch.setattr(python_env, "can_make_pip", lambda: False)
    monkeypatch.setattr(python_env, "base_python", lambda: sys.executable)  # this one has pip in any case
    python_env.make_venv()
    assert not list(venv.glob("lib/python*/site-packages/pip"))
    listed = subprocess.run([*python_env.pip(), "list"], capture_output=True, text=True, check=True).stdout
    assert listed.strip() == ""


def test_without_venv_or_pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing of it is there and we may not install it, one sentence says what to install."""
    monkeypatch.setattr(python_env, "VENV", tmp_path / "venv")
    for name in ("can_make_pip", "can_lend_pip", "may_install_system_packages"):
        monkeypatch.setattr(python_env, name, lambda: False)
    with pytest.raises(BuildError, match=r"apt-get install python3-venv"):
        python_env.make_venv()


@pytest.fixture
def root_on_debian(monkeypatch: pytest.MonkeyPatch) -> list[list[object]]:
    """A machine on which this program is root and has apt-get; return the record of what it runs there."""
    ran: list[list[object]] = []
    monkeypatch.delenv(python_env.NO_SYSTEM, raising=False)
    monkeypatch.setattr(python_env.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(python_env.os, "geteuid", lambda: 0)
    monkeypatch.setattr(python_env, "run", lambda command, **_: ran.append(command))
    return ran


def test_an_installation_on_the_machine_is_said_first(
    root_on_debian: list[list[object]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is going to be installed, and how to forbid it, stands on the screen before anything runs."""
    said: list[str] = []
    monkeypatch.setattr(python_env, "run", lambda *_, **__: said.append(capsys.readouterr().out))
    assert python_env.may_install_system_packages()
    python_env.install_system_packages(["chromium", "xvfb"], "no")
    assert said[0].startswith("Installing chromium, xvfb on this machine with apt-get (--no-system forbids it)")
    assert root_on_debian == []


def test_nothing_is_asked_on_the_way(root_on_debian: list[list[object]]) -> None:
    """The package manager is told to go ahead, and to leave out what is only recommended."""
    python_env.install_system_packages(["chromium"], "no")
    assert root_on_debian[-1] == ["apt-get", "-q", "install", "-y", "--no-install-recommends", "chromium"]


@pytest.mark.usefixtures("root_on_debian")
def test_it_can_be_forbidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --no-system the machine stays as it is, and one sentence says what to install."""
    monkeypatch.setenv(python_env.NO_SYSTEM, "")  # so that it is forgotten after this test
    command.options(test_it_can_be_forbidden).parse_args(["--no-system"])
    monkeypatch.setattr(python_env, "VENV", tmp_path / "venv")
    for name in ("can_make_pip", "can_lend_pip"):
        monkeypatch.setattr(python_env, name, lambda: False)
    with pytest.raises(BuildError, match=r"apt-get install python3-venv"):
        python_env.make_venv()
