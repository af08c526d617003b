"""The pinned lists: whole, hashed, and without an address of any registry."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from cor_site.setup.paths import CALCULATOR, ROOT
from cor_site.setup.run import BuildError
from tools import locks

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS: dict[str, list[str]] = PYPROJECT["dependency-groups"]


def name(requirement: str) -> str:
    """Return a requirement's package."""
    found = re.match(r"[a-z0-9-]+", requirement)
    assert found, requirement
    return found[0]


def pinned(path: Path) -> dict[str, str]:
    """Return the packages of a list, each with all that is said of it."""
    entries = re.split(r"^(?=[a-z])", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name(entry): entry for entry in entries if entry.strip()}


def version(entry: str) -> str:
    """Return the version in a package's entry of a list."""
    return entry.split(maxsplit=1)[0].partition("==")[2]


def test_a_list_for_each_group() -> None:
    """Every group of pyproject.toml has its list, and there is no other."""
    assert set(locks.GROUPS) == set(GROUPS)
    assert {path for path, _ in locks.GROUPS.values()} == set(ROOT.glob("requirements*.txt"))


@pytest.mark.parametrize("group", GROUPS)
def test_everything_is_pinned_and_hashed(group: str) -> None:
    """What the project asks for is in the list, with an exact version and hashes."""
    packages = pinned(locks.GROUPS[group][0])
    assert {name(requirement) for requirement in GROUPS[group]} <= set(packages)
    for package, entry in packages.items():
        assert re.match(rf"{package}(\[[a-z,]+\])?==\S+ ", entry), package
        assert "--hash=sha256:" in entry, package


def test_both_lists_of_one_environment_agree() -> None:
    """A package that is in both has one version, whatever extras of it are asked for."""
    site, dev = (pinned(locks.GROUPS[group][0]) for group in ("site", "dev"))
    for package in site.keys() & dev.keys():
        assert version(site[package]) == version(dev[package]), package


def test_no_addresses() -> None:
    """No list says where its packages come from."""
    for path in (*(path for path, _ in locks.GROUPS.values()), *ROOT.glob("*/**/package-lock.json")):
        if "node_modules" not in path.parts and ".cache" not in path.parts:
            locks.no_addresses(path)


@pytest.mark.parametrize(
    "text",
    ['"resolved": "somewhere"', "--index-url somewhere", "x @ https://somewhere/x.whl", "--extra-index-url https://x"],
)
def test_an_address_is_noticed(text: str, tmp_path: Path) -> None:
    """A list that was made with an address in it is refused."""
    (tmp_path / "list").write_text(f"x==1\n{text}\n")
    with pytest.raises(BuildError, match="address of a registry"):
        locks.no_addresses(tmp_path / "list")


def test_notices_name_what_the_project_asks_for() -> None:
    """The third-party notices name every package that the project itself asks for, and no other."""
    notices = (ROOT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `([^`]+)` \| [^|]+ \|$", notices, re.MULTILINE))
    whole = "pyodide-build"  # its group is listed with all that it needs
    python = {name(requirement) for group in GROUPS if group != whole for requirement in GROUPS[group]} | {whole}
    node = set()
    for folder in (CALCULATOR, *(lock.parent for lock in (ROOT / "tools").rglob("package-lock.json"))):
        asked = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        node |= {*asked["dependencies"], *asked.get("devDependencies", {})}
    assert named == python | node
