"""Copies what the browser runs into the site: scripts, style sheets, and the names that an outcome tells by id."""

import shutil
from pathlib import Path

from cor_site import forms
from cor_site.setup.paths import CALCULATOR

SHIPPED = {".js", ".mjs", ".css"}

NOT_SHIPPED = {"htmlvalidate.mjs", "sw.mjs", "worker.mjs"}
"""Files not copied as they are: lint settings, and two templates that `pack.py` and `offline.py` fill in."""


def copy(site: Path) -> None:
    """Write the folder of what the browser runs into the site."""
    out = site / CALCULATOR.name
    out.mkdir()
    for file in sorted(CALCULATOR.iterdir()):
        if file.suffix in SHIPPED and file.name not in NOT_SHIPPED:
            shutil.copyfile(file, out / file.name)
    (out / "names.json").write_text(forms.names(), encoding="utf-8")
