"""What pages of other sites show of a check: its form, and one style sheet that needs nothing of ours around it.

The sheet is put together from those of our own pages. There, lengths follow Material's root, the layout the window, and
the colours an attribute that only our pages have; elsewhere all three follow the place that the check stands in.
"""

import re
from pathlib import Path

from cor_calc.checks import CHECKS
from cor_site import forms

FOLDER = "embed"
"""Within the folder of what the browser runs: in the project and, under the same name, in the site."""

FORM = "{}.htm"
"""Named `.htm` so that the steps that rewrite every `.html` file leave these fragments alone."""

SHEETS = ("theme", *forms.STYLES)
LENGTH = re.compile(r"(-?[\d.]+)rem\b")
WIDTH = re.compile(r"@media (?:screen and )?(?=\((?:min|max)-width:)")
VALUE = re.compile(r"(--[\w-]+): ([^;]+);")

PALETTES = {
    ".cor-embedded": ('[data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]'),
    "cor-check": ("cor-check", '[data-md-color-scheme="slate"] cor-check'),
}
"""Where colours are set in an embedded check, and where our own sheets have them for light and for dark."""

GIVEN = {
    "--md-default-fg-color": "--cor-text",
    "--md-default-fg-color--light": "--cor-text",
    "--md-default-bg-color": "--cor-background",
    "--md-typeset-a-color": "--cor-accent",
    "--cor-surface": "--given-surface",
    "--cor-line": "--given-line",
}
"""Colours that the page around it may give, as docs/about/embedding.md tells, by what they are called in our sheets."""


def write(calculator: Path) -> None:
    """Write the forms and the style sheet into a built site's folder of what the browser runs."""
    folder = calculator / FOLDER
    folder.mkdir()
    (folder / "embed.css").write_text(sheet(), encoding="utf-8", newline="\n")
    for name in CHECKS:
        form = forms.embedded_html(name, root="../../")
        (folder / FORM.format(name)).write_text(form, encoding="utf-8", newline="\n")


def sheet() -> str:
    """Return the style sheet: what Material does on our pages, our own rules, and their colours for light and dark."""
    base = (forms.CALCULATOR / FOLDER / "embed.css").read_text(encoding="utf-8")
    ours = "".join((forms.CALCULATOR / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)
    moved = WIDTH.sub("@container ", LENGTH.sub(r"calc(\1 * var(--cor-unit))", ours))
    return base + moved + palettes(ours)


def palettes(css: str) -> str:
    """Return the colours: light ones, and light or dark as the page is in browsers that know `light-dark`."""
    plain, paired = "", ""
    for selector, (light, dark) in PALETTES.items():
        one, other = values(css, light), values(css, dark)
        plain += rule(selector, one)
        paired += rule(selector, {name: f"light-dark({one[name]}, {other[name]})" for name in one if name in other})
    return f"{plain}@supports (color: light-dark(#000, #fff)) {{\n{paired}}}\n"


def values(css: str, selector: str) -> dict[str, str]:
    """Return the colours that the rule with this selector sets, by name. ValueError where there is no such rule."""
    found = re.search(rf"^{re.escape(selector)} \{{(.*?)^\}}", css, re.DOTALL | re.MULTILINE)
    if not found:
        raise ValueError(f"no style sheet has the rule {selector}")
    return {name: value for name, value in VALUE.findall(found[1]) if value.startswith("#")}


def rule(selector: str, colours: dict[str, str]) -> str:
    """Return one rule, in which the colours that the page around gives come first."""
    given = {name: f"var({GIVEN[name]}, {value})" if name in GIVEN else value for name, value in colours.items()}
    lines = (f"  {name}: {value};\n" for name, value in given.items())
    return f"{selector} {{\n{''.join(lines)}}}\n"
