"""What other sites' pages get: forms without scripts of their own, and a style sheet that stands alone."""

import re

import pytest

from cor_calc.checks import CHECKS
from cor_site import embed, forms
from cor_site.setup.paths import DOCS

PAGE = (DOCS / "about" / "embedding.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("check", CHECKS)
def test_a_form_brings_nothing_but_itself(check: str) -> None:
    """No script and no style: those that the page asked for do the work. It says whose it is."""
    form = forms.embedded_html(check, root="../../")
    assert not re.search(r"<(?:script|link|style|iframe|img)\b|\bstyle=|\bon\w+=", form)
    assert f'<cor-check check="{check}"' in form
    assert "an independent guide" in form


@pytest.mark.parametrize("check", CHECKS)
def test_the_page_that_tells_how_names_every_check(check: str) -> None:
    """A name that is told there works, and none is left out."""
    assert f"`{check}`" in PAGE


def test_lengths_and_widths_follow_the_place() -> None:
    """The page around may have another root size, and the check may stand in a narrow column of it."""
    sheet = embed.sheet()
    assert re.findall(r"[\d.]+rem\b", sheet) == ["1rem"]
    assert not re.search(r"@media[^{]*width", sheet)


def test_the_sheet_reads_the_properties_that_the_page_lists() -> None:
    """Each documented property is used, and none is kept secret."""
    listed = set(re.findall(r"^\| `(--cor-[a-z]+)` \|", PAGE, re.MULTILINE))
    host = re.search(r":host \{(.*?)\}", embed.sheet(), re.DOTALL)
    assert host
    colours = {name for name in embed.GIVEN.values() if name.startswith("--cor-")}
    read = colours | set(re.findall(r"var\((--cor-(?!unit)\w+)", host[1]))
    assert listed == read | {"--cor-font"}


def test_a_palette_that_moved_is_missed() -> None:
    """The build fails where our sheets no longer have the colours under the name that is looked for."""
    with pytest.raises(ValueError, match="no style sheet has the rule"):
        embed.values("a { --b: #fff; }", "c")
