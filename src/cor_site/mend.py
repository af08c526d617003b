"""Mends the markup of the theme and of Markdown where it fails a check of accessibility, of HTML or of the policy."""

import re

VERBATIM = re.compile(r"(<pre\b.*?</pre>|<script\b.*?</script>|<textarea\b.*?</textarea>)", re.DOTALL)
EMPTY_LINES = re.compile(r"[ \t]*\n\s*\n|[ \t]+\n")

TITLE_MARKUP = r' [^>]*>\s*<label class="md-nav__title"[^>]*>\s*<span [^>]*></span>\s*'

MENDS = (
    # the search opens as a dialog without a name
    (r'(<div class="md-search"[^>]* role="dialog")>', r'\1 aria-label="Search">'),
    # a part of the navigation is named by an icon without words; its title stands right behind
    (rf'aria-labelledby="__nav_\w+_label"({TITLE_MARKUP})([^<]+?)(?=\s*<)', r'aria-label="\2"\1\2'),
    (r' tabindex=""', ""),
    # Firefox would fetch the next page ahead, which the policy blocks
    (r'\s*<link rel="next"[^>]*>', ""),
    # an aligned cell has a style of its own, which the policy would block
    (r'(<t[hd]) style="text-align: (left|center|right);"', r'\1 class="align-\2"'),
    # the corner of a table heads nothing
    (r"<th([^>]*)></th>", r"<td\1></td>"),
    (r"<th(?=[ >])(?![^>]* scope=)", r'<th scope="col"'),
    (r"<(br|hr|img)((?: [^<>]*?)??) ?/>", r"<\1\2>"),
)
"""What is wrong, as a regular expression, and what replaces it."""


def mended(html: str) -> str:
    """Return a page with all of it mended, and without empty lines."""
    html = outside_verbatim(html)
    for wrong, right in MENDS:
        html = re.sub(wrong, right, html)
    return html


def outside_verbatim(html: str) -> str:
    """Return a page without empty lines and trailing blanks, except where blanks mean something."""
    pieces = VERBATIM.split(html)
    return "".join(piece if VERBATIM.fullmatch(piece) else EMPTY_LINES.sub("\n", piece) for piece in pieces)
