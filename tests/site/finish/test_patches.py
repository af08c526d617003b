"""Patches of the theme's and of Markdown's HTML on the way to the site: what each puts right, and that none is idle."""

from collections.abc import Callable
from importlib.resources import files

import pytest
from selectolax.lexbor import LexborHTMLParser

from cor_site.finish import pages as finishing
from cor_site.finish import patches
from cor_site.setup.paths import DOCS
from cor_site.setup.run import BuildError

from ..built import Page

NAVIGATION = '<nav aria-{}><label class="md-nav__title"><span class="md-icon"></span> Employers </label></nav>'
THEME = DOCS / "_theme"
TABLE = "<table><tbody><tr>{}</tr></tbody></table>"


@pytest.mark.parametrize(
    ("patch", "wrong", "right"),
    [
        (
            patches.name_search,
            '<div class="md-search" role="dialog"></div>',
            '<div class="md-search" role="dialog" aria-label="Search"></div>',
        ),
        (
            patches.name_navigation,
            NAVIGATION.format('labelledby="__nav_3_label"'),
            NAVIGATION.format('label="Employers"'),
        ),
        (patches.remove_tabindex, '<label tabindex="">a</label>', "<label>a</label>"),
        (patches.empty_booleans, '<details open="open"></details>', '<details open=""></details>'),
        (patches.remove_prefetch, '<p>a</p><link rel="next" href="b">', "<p>a</p>"),
        (
            patches.align_by_class,
            TABLE.format('<td style="text-align: right;">1</td><td class="a" style="text-align: left;">2</td>'),
            TABLE.format('<td class="align-right">1</td><td class="a align-left">2</td>'),
        ),
        (patches.empty_heading_to_cell, TABLE.format('<th class="a"></th>'), TABLE.format('<td class="a"></td>')),
        (
            patches.scope_headings,
            TABLE.format('<th>COR</th><th scope="row">a</th>'),
            TABLE.format('<th scope="col">COR</th><th scope="row">a</th>'),
        ),
        (patches.shorten_blanks, "<p>a</p>\n  \n\n<p> b \n\n c</p>", "<p>a</p>\n<p> b \n\n c</p>"),
    ],
)
def test_what_a_patch_puts_right(patch: Callable[[LexborHTMLParser], int], wrong: str, right: str) -> None:
    """The fault goes, the rest stays as it is, and a second time there is nothing to do."""
    page = LexborHTMLParser(f"<body>{wrong}</body>")
    assert patch(page) > 0
    assert page.body is not None
    assert page.body.inner_html == right
    assert patch(page) == 0


@pytest.mark.parametrize("kept", ["<pre>a  \n\n\nb</pre>", "<textarea> \n\n </textarea>"])
def test_blanks_that_mean_something_stay(kept: str) -> None:
    """Preformatted text is left alone."""
    assert patches.shorten_blanks(LexborHTMLParser(f"<body>{kept}</body>")) == 0


def test_another_style_is_not_hidden() -> None:
    """A style that is no alignment stays, so that the policy refuses it."""
    page = LexborHTMLParser(TABLE.format('<td style="color: red">1</td>'))
    patches.align_by_class(page)
    assert page.css("td[style]")


def test_a_patch_without_a_place_fails_the_build(tmp_path) -> None:
    """A newer theme that no longer needs a patch, or says it in other words, is noticed: the patch is named."""
    (tmp_path / "index.html").write_text('<meta charset="utf-8"><p>A theme of another year.</p>', encoding="utf-8")
    with pytest.raises(BuildError) as raised:
        finishing.finish(tmp_path, "calculator-1")
    assert all(patch.wrong in str(raised.value) for patch in patches.PATCHES)


def test_a_file_that_the_theme_no_longer_has_fails_the_build(tmp_path) -> None:
    """The list of files to remove is kept as short as the theme allows."""
    with pytest.raises(BuildError, match=r"^The theme no longer has assets/javascripts/lunr"):
        patches.remove_unused_files(tmp_path)


def test_an_index_of_another_name_fails_the_build(tmp_path) -> None:
    """Without its name no script can hold it back until someone searches."""
    for name in ("assets/javascripts/lunr", "assets/images/favicon.png", "assets/a.map"):
        (tmp_path / name).mkdir(parents=True)
    with pytest.raises(BuildError, match=r"^The theme no longer has search/search_index\.json"):
        patches.remove_unused_files(tmp_path)


def test_a_form_whose_page_has_no_script_of_the_theme_fails_the_build(tmp_path) -> None:
    """That script is to wait for the answer, and is known by its address."""
    (tmp_path / "index.html").write_text('<meta charset="utf-8"><cor-check></cor-check>', encoding="utf-8")
    with pytest.raises(BuildError, match=r"^index\.html: no script of the theme"):
        finishing.finish(tmp_path, "calculator-1")


def test_every_template_of_ours_takes_the_place_of_one_of_the_themes() -> None:
    """One that the theme no longer has would be shown nowhere."""
    theirs = files("material") / "templates"
    ours = [file.relative_to(THEME).as_posix() for file in (*THEME.glob("*.html"), *THEME.glob("partials/*"))]
    assert len(ours) > 3
    assert [name for name in ours if not (theirs / name).is_file()] == []


def test_every_part_of_the_navigation_is_named(pages: dict[str, Page]) -> None:
    """No part of the navigation takes its name from a label without words."""
    assert [url for url, page in pages.items() if 'aria-labelledby="__nav' in page.html] == []
