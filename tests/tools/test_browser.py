"""A Chromium is found or got for the tests, in a fixed order, and its absence is said in a sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cor_site.setup.run import BuildError
from tools.browsers import browser


def program(path: Path, status: int = 0) -> Path:
    """Write a program that ends with a status."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nexit {status}\n")
    path.chmod(0o755)
    return path


WAYS = ("pinned", "on_path", "playwrights_own", "systems", "playwrights_download")


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Return a function that says what each way gives, and returns the record of the ways that were tried."""
    monkeypatch.delenv("CHROMIUM", raising=False)

    def give(**found: Path) -> list[str]:
        tried: list[str] = []
        for name in WAYS:
            monkeypatch.setattr(browser, name, lambda name=name: (tried.append(name), found.get(name))[1])
        return tried

    return give


def test_a_named_browser_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment variable CHROMIUM decides."""
    named = program(tmp_path / "mine")
    monkeypatch.setenv("CHROMIUM", str(named))
    assert browser.chromium() == named


@pytest.mark.parametrize("status", [None, 1])
def test_a_named_browser_must_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int | None) -> None:
    """A name that is wrong is an error, never passed over for another browser."""
    named = tmp_path / "mine"
    if status is not None:
        program(named, status)
    monkeypatch.setenv("CHROMIUM", str(named))
    with pytest.raises(BuildError, match=r"CHROMIUM names .* which does not run\.$"):
        browser.chromium()


@pytest.mark.parametrize("last", WAYS)
def test_the_order(last: str, tmp_path: Path, ways: Callable[..., list[str]]) -> None:
    """The pinned one, the same everywhere; then nothing is installed on a machine that has one, or downloaded if Debian has it."""
    found = program(tmp_path / "browser")
    tried = ways(**{last: found})
    assert browser.chromium() == found
    assert tried == list(WAYS[: WAYS.index(last) + 1])


def test_one_that_does_not_run_is_passed_over(tmp_path: Path, ways: Callable[..., list[str]]) -> None:
    """A stand-in on the PATH that only tells how to install a browser is none, nor a pinned one that lacks a library."""
    found = program(tmp_path / "browser")
    ways(pinned=program(tmp_path / "lacking", 1), on_path=program(tmp_path / "stand-in", 1), systems=found)
    assert browser.chromium() == found


def test_none_at_all(ways: Callable[..., list[str]]) -> None:
    """Without a browser the tests fail with a sentence; they are never skipped."""
    ways()
    with pytest.raises(BuildError, match="need Chromium and none could be found"):
        browser.chromium()


def test_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The usual names on the PATH are known."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.on_path() is None
    for name in reversed(browser.NAMES):
        program(tmp_path / name)
        assert browser.on_path() == tmp_path / name


@pytest.fixture
def no_firefox(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which there is no Firefox and none can be installed."""
    monkeypatch.delenv("FIREFOX", raising=False)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(browser, "on_path", lambda _names: None)
    monkeypatch.setattr(browser, "systems", lambda _names: None)


@pytest.mark.usefixtures("no_firefox")
def test_firefox_is_found_before_it_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that is named, then one on the PATH, then Debian's."""
    ours, packaged = program(tmp_path / "ours"), program(tmp_path / "packaged")
    monkeypatch.setattr(browser, "systems", lambda _names: packaged)
    assert browser.firefox() == packaged
    monkeypatch.setattr(browser, "on_path", lambda _names: ours)
    assert browser.firefox() == ours
    monkeypatch.setenv("FIREFOX", str(program(tmp_path / "named")))
    assert browser.firefox() == tmp_path / "named"


@pytest.mark.usefixtures("no_firefox")
def test_a_machine_without_firefox_may_test_without_it() -> None:
    """The test command says so at its end."""
    assert browser.firefox() is None


@pytest.mark.usefixtures("no_firefox")
def test_ci_must_have_firefox(monkeypatch: pytest.MonkeyPatch) -> None:
    """There nothing may be left out."""
    monkeypatch.setenv("CI", "true")
    with pytest.raises(BuildError, match=r"^Firefox was not tested"):
        browser.firefox()
