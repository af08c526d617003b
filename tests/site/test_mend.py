"""Markup of the theme and of Markdown that is mended on the way to the site."""

import pytest

from cor_site import mend

from .built import Page

NAVIGATION = """<nav aria-{} aria-expanded="true">
<label class="md-nav__title" for="__nav_3">
<span class="md-nav__icon"></span>
Employers
</label>"""


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('<td style="text-align: right;">1</td>', '<td class="align-right">1</td>'),
        ("<thead><th></th><th>COR</th></thead>", '<thead><td></td><th scope="col">COR</th></thead>'),
        ('<th scope="row">COR</th>', '<th scope="row">COR</th>'),
        ("<hr /><br/>", "<hr><br>"),
        ('<label tabindex="">', "<label>"),
        (
            '<div class="md-search" data-md-component="search" role="dialog">',
            '<div class="md-search" data-md-component="search" role="dialog" aria-label="Search">',
        ),
        (NAVIGATION.format('labelledby="__nav_3_label"'), NAVIGATION.format('label="Employers"')),
    ],
)
def test_what_is_mended(wrong: str, right: str) -> None:
    """Each fault is replaced, and the rest is left as it is."""
    assert mend.mended(wrong) == right


def test_empty_lines_go_except_in_preformatted_text() -> None:
    """Blanks stay where they mean something."""
    assert mend.mended("<p>a</p>  \n\n\n<pre>a  \n\n\nb</pre>") == "<p>a</p>\n<pre>a  \n\n\nb</pre>"


def test_every_part_of_the_navigation_is_named(pages: dict[str, Page]) -> None:
    """No part of the navigation takes its name from a label without words."""
    assert [url for url, page in pages.items() if 'aria-labelledby="__nav' in page.html] == []
