"""The Content-Security-Policy: on every built page, as strict as promised, and true to what the page holds."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from cor_site.finish import pages as finishing
from cor_site.setup.run import BuildError

from ..built import Page

PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body>{}</body></html>'


def directives(page: Page) -> dict[str, list[str]]:
    """Return the policy of a page by directive."""
    tags = [meta for meta in page.all("meta") if meta.attributes.get("http-equiv") == "Content-Security-Policy"]
    assert len(tags) == 1, page.url
    parts = (part.split() for part in tags[0].attributes["content"].split(";"))
    return {name: values for name, *values in parts}


def test_every_page_has_the_policy_first(pages: dict[str, Page]) -> None:
    """The policy stands before anything that it governs, on the page for lost visitors too."""
    assert "404.html" in pages
    for page in pages.values():
        before = page.html.split("Content-Security-Policy")[0]
        assert "<script" not in before, page.url
        assert "<link" not in before, page.url


def test_the_policy_is_as_strict_as_promised(pages: dict[str, Page]) -> None:
    """Nothing is allowed beyond the site itself, WebAssembly, data pictures and the page's own scripts."""
    for page in pages.values():
        found = directives(page)
        scripts = [value for value in found.pop("script-src") if not value.startswith("'sha256-")]
        assert scripts == ["'self'", "'wasm-unsafe-eval'"]
        assert found == {
            "default-src": ["'none'"],
            "style-src": ["'self'"],
            "img-src": ["'self'", "data:"],
            "font-src": ["'self'"],
            "connect-src": ["'self'"],
            "worker-src": ["'self'"],
            "manifest-src": ["'self'"],
            "base-uri": ["'none'"],
            "form-action": ["'none'"],
            "object-src": ["'none'"],
        }


def test_every_inline_script_is_allowed_by_its_hash(pages: dict[str, Page]) -> None:
    """The hashes in the policy are those of the scripts in the page, no more and no fewer."""
    for page in pages.values():
        bodies = re.findall(r"<script(?![^>]* src=)[^>]*>(.*?)</script>", page.html, re.DOTALL)
        expected = {f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" for body in bodies}
        assert {value for value in directives(page)["script-src"] if value.startswith("'sha256-")} == expected


def test_nothing_that_the_policy_would_block(pages: dict[str, Page]) -> None:
    """No page holds a style of its own or a script in an attribute."""
    for page in pages.values():
        assert not page.all("style", "base")
        for element in page.elements:
            blocked = {name for name in element.attributes if name == "style" or name.startswith("on")}
            assert not blocked, (page.url, element)


@pytest.mark.parametrize(
    "markup",
    [
        "<style>p {}</style>",
        '<p style="color: red">a</p>',
        '<button onclick="go()">a</button>',
        '<a href="javascript:go()">a</a>',
    ],
)
def test_markup_that_would_be_blocked_fails_the_build(tmp_path: Path, markup: str) -> None:
    """What the browser would silently block is refused here, with the page's name."""
    (tmp_path / "page.html").write_text(PAGE.format(markup), encoding="utf-8")
    with pytest.raises(BuildError, match=r"^page\.html: .*<"):
        finishing.finish(tmp_path, "calculator-1")


def test_a_page_without_charset_fails_the_build(tmp_path: Path) -> None:
    """There must be a place for the policy."""
    (tmp_path / "page.html").write_text("<html></html>", encoding="utf-8")
    with pytest.raises(BuildError, match="charset"):
        finishing.finish(tmp_path, "calculator-1")
