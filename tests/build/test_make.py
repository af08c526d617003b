"""The site is built apart and put in its place whole; what is current is not built again."""

from pathlib import Path

import pytest

from cor_site import make
from cor_site.setup import command
from cor_site.setup.run import BuildError


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Point the build at a folder of its own, and make a site of one page; return the record of builds."""
    done: list[str] = []

    def assemble(fresh: Path) -> None:
        done.append("assembled")
        fresh.mkdir()
        (fresh / "index.html").write_text(make.INPUTS[0].read_text())

    (tmp_path / "page.md").write_text("one")
    (tmp_path / "cache").mkdir()
    monkeypatch.setattr(make, "INPUTS", (tmp_path / "page.md",))
    monkeypatch.setattr(make, "SITE", tmp_path / "site")
    monkeypatch.setattr(make, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(command.paths, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(make, "STAMP", tmp_path / "cache/made-from")
    monkeypatch.setattr(make, "assemble", assemble)
    return done


def test_a_current_site_is_kept(built: list[str]) -> None:
    """The same inputs are built once."""
    make.make()
    make.make()
    assert built == ["assembled"]


@pytest.mark.parametrize("change", ["page", "site", "address", "gone"])
def test_a_change_is_built(built: list[str], change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed input, a site that someone touched or lost, or another address mean another build."""
    make.make()
    match change:
        case "page":
            make.INPUTS[0].write_text("two")
        case "site":
            (make.SITE / "index.html").write_text("touched")
        case "address":
            monkeypatch.setenv("SITE_URL", "https://guide.example/")
        case "gone":
            make.SITE.rename(make.SITE.with_name("elsewhere"))
    make.make()
    assert built == ["assembled", "assembled"]
    assert "touched" not in (make.SITE / "index.html").read_text()


@pytest.mark.parametrize("fault", [BuildError("A dead link."), OSError(28, "full")])
def test_a_failed_build_leaves_the_last_site(
    built: list[str], fault: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build that fails says so in a sentence and changes nothing."""
    make.make()
    make.INPUTS[0].write_text("two")

    def fail(_: Path) -> None:
        raise fault

    monkeypatch.setattr(make, "assemble", fail)
    assert make.main() == 1
    assert capsys.readouterr().err == f"{make.in_a_sentence(fault)}\n"
    assert "one" in (make.SITE / "index.html").read_text()
    assert built == ["assembled"]


@pytest.mark.parametrize(("said", "allowed"), [("", False), ("1", True)])
def test_a_slower_start_has_to_be_allowed(
    said: str, allowed: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """By the environment, which `build.py build --allow-slower` sets."""
    asked: list[bool] = []
    monkeypatch.setenv(make.ALLOW_SLOWER, said)
    for module, step in ((make, "write_markdown"), (make, "pages"), (make.assets, "write"), (make.publish, "complete")):
        monkeypatch.setattr(module, step, lambda *_: None)
    monkeypatch.setattr(make.prepare, "prepare", lambda _, *, allow_slower: asked.append(allow_slower))
    make.assemble(tmp_path)
    assert asked == [allowed]


def test_a_slower_site_is_built_again_once_it_is_not_allowed(built: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What was let pass once is not taken for a whole site later."""
    monkeypatch.setenv(make.ALLOW_SLOWER, "1")
    make.make()
    monkeypatch.setenv(make.ALLOW_SLOWER, "")
    make.make()
    assert built == ["assembled", "assembled"]


def test_what_a_killed_build_left_is_no_hindrance(built: list[str]) -> None:
    """A build that was ended in the middle is cleared away by the next."""
    for name in ("site-fresh", "site-old"):
        (make.CACHE / name / "calculator").mkdir(parents=True)
    make.make()
    assert built == ["assembled"]
    assert not list(make.CACHE.glob("site-*"))
