"""WebKit and old Chromiums are got where that can be; what is missing is said, and in CI stops the tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cor_site.setup.run import BuildError
from tools import browsers
from tools.browsers import browser, old_chromium, webkit

REMEMBERED = (webkit.is_there.cache_clear, old_chromium.chromium.cache_clear)


@pytest.fixture(autouse=True)
def forgetful(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look again in each test; no CI."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("NO_SYSTEM", raising=False)
    for forget in REMEMBERED:
        forget()
    yield
    for forget in REMEMBERED:
        forget()


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """A machine without WebKit, on which the package manager does nothing but note what was asked for."""
    asked: list[object] = []
    monkeypatch.setattr(webkit, "complete", lambda: False)
    monkeypatch.setattr(webkit, "may_install_system_packages", lambda: True)
    monkeypatch.setattr(webkit, "install_system_packages", lambda names, _problem: asked.append(names))
    return asked


def test_webkit_is_installed_where_it_is_missing(bare: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, and only where that is allowed."""
    assert not webkit.is_there()
    assert not webkit.is_there()
    assert bare == [webkit.PACKAGES]
    webkit.is_there.cache_clear()
    monkeypatch.setattr(webkit, "may_install_system_packages", lambda: False)
    assert not webkit.is_there()
    assert len(bare) == 1


def test_webkit_that_is_there_is_taken(bare: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is installed."""
    monkeypatch.setattr(webkit, "complete", lambda: True)
    assert webkit.is_there()
    assert bare == []


@pytest.mark.usefixtures("bare")
def test_ci_must_have_webkit(monkeypatch: pytest.MonkeyPatch) -> None:
    """There nothing may be left out."""
    monkeypatch.setenv("CI", "true")
    with pytest.raises(BuildError, match=r"^WebKit, .* was not tested"):
        webkit.is_there()


def test_a_machine_without_the_programs_is_not_complete(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver, the screen, and a Python that knows WebKit."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not webkit.complete()


def test_a_chromium_that_cannot_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another way is found for the newest; an old one is left out elsewhere, and an error in CI."""

    def folder_of_packages(*_: object) -> None:
        raise BuildError("The registry cannot be reached.")

    monkeypatch.setattr(browser.node_env, "folder_of_packages", folder_of_packages)
    assert browser.pinned() is None
    assert old_chromium.chromium(old_chromium.OLDEST) is None
    old_chromium.chromium.cache_clear()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(BuildError, match=r"^Chromium 109 and Chromium 92 were not tested"):
        old_chromium.chromium(old_chromium.OLDEST)


def test_an_old_chromium_that_does_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the machine lacks a library: it counts as not installed."""
    lacking = tmp_path / "chromium"
    lacking.write_text("#!/bin/sh\nexit 127\n")
    lacking.chmod(0o755)
    monkeypatch.setattr(browser, "pinned", lambda _name: lacking)
    assert old_chromium.chromium(old_chromium.OLDEST) is None


def test_what_is_missing_is_said_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence for each browser; Chromium there must be."""
    monkeypatch.setattr(browser, "chromium", lambda: Path("chromium"))
    monkeypatch.setattr(browser, "firefox", lambda: None)
    monkeypatch.setattr(webkit, "is_there", lambda: True)
    monkeypatch.setattr(old_chromium, "chromium", lambda major: Path("old") if major == old_chromium.OLDEST else None)
    named, missing = browsers.under_test()
    assert named == {"CHROMIUM": "chromium", "FIREFOX": ""}
    assert missing == [browser.NO_FIREFOX, old_chromium.NO_OLD_CHROMIUM]
