"""The rules' own tests, run by the browser's Python in a real browser."""

import shutil
import zipfile
from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page

from cor_site.runtime.node import PYODIDE
from cor_site.setup.paths import ROOT
from tests.support.visiting.host import Host, serving

ELSEWHERE = ("edges/test_command_line.py", "edges/test_batch_files.py")
"""They need pipes, and links between files: a browser has neither. What needs a compiled package, or a process of its
own, is in tests/proof and tests/property."""

ALL_ELSE = [
    *("tests/calc", "--tb=short"),
    *(f"--ignore=tests/calc/{name}" for name in ELSEWHERE),
]

NEEDED = ("pytest", "pluggy", "iniconfig", "packaging", "pygments")
"""The distributions that pytest runs with."""

PATIENCE = 400_000
"""Milliseconds; a minute where nothing else is going on."""

PAGE = """<!doctype html><meta charset="utf-8"><title>Tests</title><script type="module">
import { loadPyodide } from "./pyodide.mjs";
import { runTests } from "./run-tests.mjs";
const said = [];
const python = await loadPyodide({ stdout: (line) => said.push(line), stderr: (line) => said.push(line) });
python.unpackArchive(await (await fetch("tests.zip")).arrayBuffer(), "zip", { extractDir: "/" });
const status = runTests(python, new URLSearchParams(location.search).getAll("word"));
document.body.textContent = [...said, `exit ${status}`].join("\\n");
</script>"""


def test_the_rules_tests_pass_in_chromium(page: Page, tmp_path: Path) -> None:
    """All that need nothing but Python."""
    shutil.copytree(PYODIDE, tmp_path, dirs_exist_ok=True)
    shutil.copyfile(Path(__file__).with_name("run-tests.mjs"), tmp_path / "run-tests.mjs")
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    pack_tests(tmp_path / "tests.zip")
    with serving(Host(tmp_path, compress=False)) as host:
        page.goto(f"{host.address}?{urlencode([('word', word) for word in ALL_ELSE])}")
        page.wait_for_function("() => /exit \\d/.test(document.body.textContent)", timeout=PATIENCE)
        said = page.locator("body").inner_text()
    assert said.endswith("exit 0"), said[-3000:]
    assert " passed" in said


def pack_tests(out: Path) -> None:
    """Write an archive of the project and of what runs its tests."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in ("pyproject.toml", "tests/__init__.py", "tests/calc", "tests/support", "src/cor_calc"):
            for file in (ROOT / part).rglob("*") if (ROOT / part).is_dir() else [ROOT / part]:
                if file.is_file() and "__pycache__" not in file.parts:
                    archive.write(file, Path("project") / file.relative_to(ROOT))
        for packed in [file for name in NEEDED for file in distribution(name).files or ()]:
            if "__pycache__" not in packed.parts and ".." not in packed.parts:
                archive.write(str(packed.locate()), Path("packages") / packed)
