"""What was made is kept only while its inputs are the same, and only if it was made to the end."""

from pathlib import Path

from cor_site.setup import stamp


def test_same_content_same_fingerprint(tmp_path: Path) -> None:
    """Times and the order of writing do not matter."""
    for name, order in (("a", "xy"), ("b", "yx")):
        for file in order:
            (tmp_path / name / "folder").mkdir(parents=True, exist_ok=True)
            (tmp_path / name / "folder" / file).write_text(file)
    assert stamp.fingerprint(tmp_path / "a/folder", "3.11") == stamp.fingerprint(tmp_path / "b/folder", "3.11")


def test_any_change_is_seen(tmp_path: Path) -> None:
    """A change of content, of a name, of the files there are or of a text gives another fingerprint."""
    folder = tmp_path / "folder"
    folder.mkdir()
    seen = [stamp.fingerprint(folder)]
    (folder / "a").write_text("1")
    seen.append(stamp.fingerprint(folder))
    (folder / "a").write_text("2")
    seen.append(stamp.fingerprint(folder))
    (folder / "a").rename(folder / "b")
    seen.append(stamp.fingerprint(folder))
    seen.append(stamp.fingerprint(folder, "text"))
    seen.append(stamp.fingerprint(folder, folder / "missing"))
    assert len(set(seen)) == len(seen)


def test_what_tools_leave_behind_is_no_change(tmp_path: Path) -> None:
    """Bytecode and installed packages are not inputs."""
    before = stamp.fingerprint(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/a.pyc").write_text("x")
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules/a.js").write_text("x")
    assert stamp.fingerprint(tmp_path) == before


def test_a_half_made_folder_is_not_trusted(tmp_path: Path) -> None:
    """Without its stamp, or with that of other inputs, a folder does not hold."""
    assert not stamp.holds(tmp_path / "missing", "wanted")
    assert not stamp.holds(tmp_path, "wanted")
    stamp.put(tmp_path, "other")
    assert not stamp.holds(tmp_path, "wanted")
    stamp.put(tmp_path, "wanted")
    assert stamp.holds(tmp_path, "wanted")
