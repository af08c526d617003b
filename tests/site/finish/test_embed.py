"""What other sites' pages get: forms without scripts of their own, each told of on the page about embedding."""

import re

import pytest

from cor_calc.checks import CHECKS
from cor_site import forms
from cor_site.setup.paths import DOCS

PAGE = (DOCS / "about" / "embedding.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("check", CHECKS)
def test_a_form_brings_nothing_but_itself(check: str) -> None:
    """No script and no style: those that the page asked for do the work. It says whose it is."""
    form = forms.embedded_html(check, root="../../")
    assert not re.search(r"<(?:script|link|style|iframe|img)\b|\bstyle=|\bon\w+=", form)
    assert f'aria-label="{CHECKS[check].title}"' in form
    assert "an independent guide" in form


@pytest.mark.parametrize("check", CHECKS)
def test_the_page_that_tells_how_names_every_check(check: str) -> None:
    """A name that is told there works, and none is left out."""
    assert f"`{check}`" in PAGE
