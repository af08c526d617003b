"""A build makes every way of starting Python or fails, unless it was told that slower is fine."""

from pathlib import Path
from typing import Any

import pytest

from cor_site.runtime import files, prepare, scripts, ways
from cor_site.setup.run import BuildError


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in for the steps that take long; return the record of what was made and proved."""
    done: list[str] = []

    def make(name: str, *names: str) -> Any:
        def made(folder: Path, *_: object) -> Path:
            done.append(name)
            folder.mkdir(parents=True)
            for each in (ways.LOADER, ways.ASM, ways.WASM, *names):
                (folder / each).write_text(f"{name} {each}", encoding="utf-8")
            return folder

        return made

    monkeypatch.setattr(prepare, "wheel", lambda folder: folder / "rules.whl")
    monkeypatch.setattr(ways, "workload", lambda *_, **__: None)
    monkeypatch.setattr(ways, "prove", lambda folder, _: done.append(f"{folder.name} proved"))
    monkeypatch.setattr(ways, "stock", make("stock", ways.LIBRARY))
    monkeypatch.setattr(ways, "bundle", make("bundle", ways.LIBRARY))
    monkeypatch.setattr(ways, "snapshot", make("snapshot", ways.MEMORY))
    monkeypatch.setattr(scripts, "write", lambda out, *_: (out / scripts.WORKER).touch())
    monkeypatch.setattr(prepare, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(prepare, "CACHE", tmp_path)
    monkeypatch.setattr(prepare, "INPUTS", (tmp_path / "input",))
    return done


def fail(*_: object) -> None:
    """Be a step that a newer Pyodide has broken."""
    raise BuildError("It has no such option.")


def test_the_way_that_others_fall_back_on_is_proved_first(steps: list[str], tmp_path: Path) -> None:
    """And each of the others before it is put into the site."""
    prepare.prepare(tmp_path / "out")
    assert steps == ["stock", "stock proved", "bundle", "bundle proved", "snapshot", "snapshot proved"]
    assert prepare.is_complete(tmp_path / "out")


@pytest.mark.parametrize("way", ["bundle", "snapshot"])
def test_a_build_without_a_faster_way_fails_and_says_why(
    way: str, steps: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names the way, the reason, and the option for those who must."""
    monkeypatch.setattr(ways, way, fail)
    with pytest.raises(BuildError, match=rf"{way} could not be made.*It has no such option\..*--allow-slower"):
        prepare.prepare(tmp_path / "out")
    assert "stock proved" in steps
    assert not (tmp_path / "out").exists()


def test_told_that_slower_is_fine_it_leaves_the_way_out(
    steps: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says which, and the next build that is not told so does not take what was kept."""
    monkeypatch.setattr(ways, "snapshot", fail)
    prepare.prepare(tmp_path / "out", allow_slower=True)
    assert "Left out: snapshot. It has no such option." in capsys.readouterr().out
    assert set(prepare.built(tmp_path / "out")) == {"lock", "stock", "bundle"}
    steps.clear()
    prepare.prepare(tmp_path / "out", allow_slower=True)
    assert steps == []
    with pytest.raises(BuildError, match="snapshot"):
        prepare.prepare(tmp_path / "out")


def test_without_stock_there_is_no_build(steps: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it was told: nothing would be left where the others fail."""
    monkeypatch.setattr(ways, "stock", fail)
    with pytest.raises(BuildError, match="no such option"):
        prepare.prepare(tmp_path / "out", allow_slower=True)
    assert steps == []


def test_large_files_are_there_twice_and_named_by_their_content(tmp_path: Path) -> None:
    """As they are, and gzipped under a name that no host compresses again."""
    made = files.large(tmp_path, "memory.bin", b"content")
    other = files.large(tmp_path, "memory.bin", b"other")
    assert made["name"] != other["name"]
    assert (tmp_path / made["name"]).read_bytes() == b"content"
    assert made["packed"]["name"].endswith(".gz.data")
    assert made["packed"]["size"] == (tmp_path / made["packed"]["name"]).stat().st_size
