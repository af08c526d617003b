"""The rules' own tests, run by the browser's Python."""

import sysconfig
from pathlib import Path

from cor_site.packing.node import script
from cor_site.setup.paths import ROOT

ELSEWHERE = ("test_calendar.py", "test_schema.py", "test_command_line.py", "test_one_place.py")
"""They need compiled packages, or start further processes; a browser has neither."""

PROCESSES = ("test_it_streams", "test_equal_bytes_in_every_process")


def test_the_rules_tests_pass_inside_pyodide() -> None:
    """All that need nothing but Python."""
    ignored = [f"--ignore=tests/calc/{name}" for name in ELSEWHERE]
    chosen = ["-k", f"not ({' or '.join(PROCESSES)})"]
    runner = str(Path(__file__).with_name("pytest.mjs"))
    said = script(runner, ROOT, sysconfig.get_path("purelib"), "tests/calc", "--tb=short", *ignored, *chosen)
    assert " passed" in said
