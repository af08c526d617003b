"""Files of a batch: where it writes, and what it never overwrites."""

import io
import os
import sys
from pathlib import Path

import pytest

from cor_calc.__main__ import main

from ....support.asking import TODAY, table
from ....support.command import run


def test_files_in_and_out(tmp_path: Path) -> None:
    """A file in and a file out give what the streams give."""
    text = "employees\n9\n11\n"
    (tmp_path / "in.csv").write_text(text)
    words = ["batch", "certification", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out.csv"), "--on", TODAY]
    done = run(*words)
    assert (done.status, done.output) == (0, b"")
    assert (tmp_path / "out.csv").read_bytes() == run("batch", "certification", "-", "--on", TODAY, given=text).output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv"]


@pytest.mark.parametrize("name", ["in.csv", "hard.csv", "soft.csv", "./in.csv"])
def test_output_onto_the_input_is_refused(name: str, tmp_path: Path) -> None:
    """Under whatever name: the input stays as it is."""
    (tmp_path / "in.csv").write_text("employees\nx\n")
    (tmp_path / "hard.csv").hardlink_to(tmp_path / "in.csv")
    (tmp_path / "soft.csv").symlink_to(tmp_path / "in.csv")
    done = run("batch", "certification", str(tmp_path / "in.csv"), "-o", str(tmp_path / name))
    assert (done.status, done.problems) == (2, [("", "contradiction")])
    assert (tmp_path / "in.csv").read_text() == "employees\nx\n"


def test_a_stream_without_a_file_behind_it(tmp_path: Path) -> None:
    """A program may hand over what is in its memory: an output that exists is written again."""
    (tmp_path / "out.csv").write_text("from yesterday")
    assert run("batch", "certification", "-o", str(tmp_path / "out.csv"), given="employees\n9\n").status == 0
    assert (tmp_path / "out.csv").read_text().startswith("employees,cor_verdict")


def test_names_beside_the_output_are_left_alone(tmp_path: Path) -> None:
    """While it is written the output has a name of its own."""
    (tmp_path / "in.csv").write_text("employees\n9\n")
    for name in ("out.csv.part", "out.csv.tmp", "out.csv~"):
        (tmp_path / name).write_text("mine")
    assert run("batch", "certification", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out.csv")).status == 0
    assert all((tmp_path / name).read_text() == "mine" for name in ("out.csv.part", "out.csv.tmp", "out.csv~"))
    assert len(list(tmp_path.iterdir())) == 5


@table(
    "text",
    [
        ("", "an empty file"),
        ("Name\nx\n", "a header that fits nothing"),
        ("employees,employees\n", "a column that stands twice"),
    ],
)
def test_a_file_that_cannot_be_used_leaves_the_output_as_it_was(text: str, tmp_path: Path) -> None:
    """The output appears only when it is whole."""
    (tmp_path / "in.csv").write_text(text)
    (tmp_path / "out.csv").write_text("from yesterday")
    assert run("batch", "certification", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out.csv")).status == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv"]
    assert (tmp_path / "out.csv").read_text() == "from yesterday"


def test_an_output_that_is_a_link(tmp_path: Path) -> None:
    """The file that it leads to is written."""
    (tmp_path / "in.csv").write_text("employees\n9\n")
    (tmp_path / "link.csv").symlink_to(tmp_path / "out.csv")
    assert run("batch", "certification", str(tmp_path / "in.csv"), "-o", str(tmp_path / "link.csv")).status == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "out.csv").read_text().startswith("employees,cor_verdict")


@table(
    "words",
    [
        (("no-such-file.csv",), "a file that is not there"),
        ((".",), "a folder"),
        (("{}", "-o", "no-such-folder/out.csv"), "an output in a folder that is not there"),
        (("{}", "-o", "."), "an output that is a folder"),
    ],
)
def test_files_that_cannot_be_used(words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A problem of the whole, exit status 2, and nothing left behind."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.csv").write_text("employees\n9\n")
    done = run("batch", "certification", *(word.format("in.csv") for word in words))
    assert (done.status, done.problems) == (2, [("", "bad_json")])
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]
    assert ".part" not in done.text


def test_standard_input_from_the_output_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell's `< file` with the same file as output would overwrite it."""
    file = tmp_path / "in.csv"
    file.write_text("employees\n9\n")
    output = io.TextIOWrapper(io.BytesIO())
    with file.open() as given:
        monkeypatch.setattr(sys, "stdin", given)
        monkeypatch.setattr(sys, "stdout", output)
        assert main(["batch", "certification", "-o", str(file)]) == 2
    assert file.read_text() == "employees\n9\n"


def test_an_output_that_is_no_file_is_written_to() -> None:
    """Where there is such a device it stays one."""
    before = os.stat(os.devnull).st_mode  # noqa: PTH116
    assert run("batch", "certification", "-o", os.devnull, given="employees\n9\n").status == 0
    assert os.stat(os.devnull).st_mode == before  # noqa: PTH116
