"""Makes what pages load of the calculators: a script and a style sheet for each kind of page.

    calculator/check.js  check.css      a check: its form, its answer, its pictures
    calculator/many.js   many.css       a file of many employers
    calculator/site.js   site.css       every page: its look, the offline copy, the search
    calculator/embed/NAME.htm           the forms that other sites' pages bring in

Sources stay small modules; esbuild puts them together. What the scripts know of the checks is written beforehand into
`calculator/generated/`, which is not kept in the repository: the description of the checks, and its types.
"""

import json
from pathlib import Path
from typing import Any

from cor_site import forms
from cor_site.forms import types
from cor_site.setup.paths import CALCULATOR, NODE_MODULES, environment, node
from cor_site.setup.run import BuildError, run

GENERATED = CALCULATOR / "generated"
EMBED = "embed"

UNREAD = {"version", "drawing", "industry", "url", "low", "high", "unit", "one", "least"}
"""Keys of the description that the forms are made from, or that other people's programs read, but no script."""

FORM = "{}.htm"
"""Named `.htm` so that the steps that rewrite every `.html` file leave these fragments alone."""

TARGET = "--target=chrome109,firefox115,safari16.4"
"""The oldest browsers that the scripts and styles are written for."""

SCRIPT = ("--bundle", "--minify", "--format=esm", TARGET, "--legal-comments=none")
SHEET = ("--bundle", "--minify", TARGET, "--external:../assets/*")

CLASSIC = (
    "--bundle",
    "--minify",
    "--format=iife",
    TARGET,
    "--banner:js=var corSiteScript=document.currentScript.src;",
    "--define:import.meta.url=corSiteScript",
)
"""A classic script has no import.meta.url, so it reads document.currentScript.src."""

PARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "check.js": ("check/cor-check-define.mjs", SCRIPT),
    "check.css": ("check/check.css", SHEET),
    "many.js": ("many/cor-many-define.mjs", SCRIPT),
    "many.css": ("many/many.css", SHEET),
    "site.js": ("site/site.mjs", CLASSIC),
    "site.css": ("site/site.css", SHEET),
}


def write(folder: Path) -> None:
    """Write scripts, style sheets and forms into the folder of what the browser runs. Raises `BuildError`."""
    describe()
    folder.mkdir(parents=True, exist_ok=True)
    for name in PARTS:
        part(name, folder)
    embedded(folder)


def describe() -> None:
    """Write what the scripts know of the checks, and its types, for esbuild, the type checker and the tests."""
    known = forms.described()
    GENERATED.mkdir(exist_ok=True)
    (GENERATED / "description.json").write_text(as_json(shipped(known)), encoding="utf-8", newline="\n")
    (GENERATED / "types.d.ts").write_text(types.declarations(known), encoding="utf-8", newline="\n")


def shipped(value: Any) -> Any:
    """Return a description without what no script reads: each page carries what is left."""
    match value:
        case dict():
            return {key: shipped(each) for key, each in value.items() if key not in UNREAD}
        case list():
            return [shipped(each) for each in value]
        case _:
            return value


def part(name: str, folder: Path) -> None:
    """Write one script or style sheet, put together from its sources. Raises `BuildError` with esbuild's words."""
    source, options = PARTS[name]
    program = node()
    if program is None:
        raise BuildError("Node is missing: put Node 20.19 or newer on the PATH and start again.")
    run(
        [
            program,
            NODE_MODULES / "esbuild/bin/esbuild",
            source,
            *options,
            f"--outfile={(folder / name).resolve()}",
            "--log-level=warning",
        ],
        problem=f"{name} could not be made",
        cwd=CALCULATOR,
        env=environment(),
    )


def embedded(folder: Path) -> None:
    """Write the forms that other sites' pages bring in."""
    (folder / EMBED).mkdir(exist_ok=True)
    for check in forms.described()["checks"]:
        form = forms.embedded_html(check["name"], root="../../")
        (folder / EMBED / FORM.format(check["name"])).write_text(form, encoding="utf-8", newline="\n")


def as_json(known: dict[str, Any]) -> str:
    """Return a description as JSON in one line."""
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))
