"""Copies what the browser runs into the site, and takes out what no page loads."""

import shutil
from pathlib import Path

from cor_site import forms, webapp
from cor_site.settings import Settings
from cor_site.setup.paths import CALCULATOR

SHIPPED = {".js", ".mjs", ".css"}

NOT_SHIPPED = {"htmlvalidate.mjs", "sw.mjs", "worker.mjs"}
"""Files not copied as they are: lint settings, and two templates that `pack.py` and `offline.py` fill in."""

UNUSED = ("assets/javascripts/lunr", "assets/images/favicon.png", "assets/**/*.map")
"""Files of the theme that no page loads: searching in other languages, its icon, source maps."""


def copy(site: Path, settings: Settings) -> None:
    """Complete the folder that the generator has written. ValueError where the theme has none of what is taken out."""
    out = site / CALCULATOR.name
    out.mkdir()
    for file in sorted(CALCULATOR.iterdir()):
        if file.suffix in SHIPPED and file.name not in NOT_SHIPPED:
            shutil.copyfile(file, out / file.name)
    (out / "names.json").write_text(forms.names(), encoding="utf-8")
    (site / webapp.NAME).write_text(webapp.manifest(settings), encoding="utf-8")
    for pattern in UNUSED:
        found = list(site.glob(pattern))
        if not found:
            raise ValueError(f"the theme no longer has {pattern}: take it out of assets.py")
        for place in found:
            shutil.rmtree(place) if place.is_dir() else place.unlink()
