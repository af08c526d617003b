"""What other sites' pages get: forms without scripts of their own, each told of on the page about embedding."""

import re

import pytest

from cor_calc.checks import CHECKS, KEYS
from cor_site import forms
from cor_site.docs import inserts, pages
from cor_site.docs.inserts import facts
from cor_site.setup.paths import CALCULATOR, DOCS

PAGE = inserts.fill(pages.read(DOCS, "about/embedding.md"), facts.load(), DOCS)


@pytest.mark.parametrize("check", CHECKS)
def test_a_form_brings_nothing_but_itself(check: str) -> None:
    """No script and no style: those that the page asked for do the work. It says whose it is."""
    form = forms.embedded_html(check, root="../../")
    assert not re.search(r"<(?:script|link|style|iframe|img)\b|\bstyle=|\bon\w+=", form)
    assert f'aria-label="{CHECKS[check].title}"' in form
    assert "an independent guide" in form


@pytest.mark.parametrize("check", KEYS)
def test_the_page_that_tells_how_names_every_form(check: str) -> None:
    """The overview's too: whoever embeds a form finds its name there."""
    assert f"`{check}`" in PAGE


def test_the_page_that_tells_how_names_every_event() -> None:
    """Each that a check raises, and no other."""
    raised = (CALCULATOR / "check" / "events.mjs").read_text(encoding="utf-8")
    assert set(re.findall(r"`(cor-\w+)` \|", PAGE)) == set(re.findall(r'super\("(cor-\w+)"', raised))
