"""The way out of MkDocs and Material: other generators make the same pages of the same plain Markdown.

What they lack stands in docs/about/maintaining.md.
"""

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from cor_site.setup.paths import GENERATORS, MARKDOWN, PYTHON, ROOT, environment

from ..built import Page

COMMANDS = {
    "properdocs": ("properdocs", "--quiet", "build", "--strict", "--config-file", "mkdocs.yml"),
    "zensical": ("zensical", "build", "--config-file", "mkdocs.yml"),
}
ADDRESS = "https://guide.example/"
THEIR_OWN = {"__skip"}
"""Ids that a generator puts into the article by itself."""


@pytest.fixture(scope="module", params=COMMANDS)
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as another generator makes it, of our settings, our theme's templates and the plain Markdown."""
    assert GENERATORS.is_dir(), "Run python3 build.py test, which installs the other generators"
    project = tmp_path_factory.mktemp(request.param)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    if request.param == "zensical":  # strictly, it takes `#v=2&…` in a link to a check for a heading that is missing
        settings = settings.replace("strict: true", "strict: false")
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copytree(ROOT / "docs/_theme", project / "docs/_theme")
    shutil.copytree(MARKDOWN, project / MARKDOWN.relative_to(ROOT))
    done = subprocess.run(
        [PYTHON, "-S", "-m", *COMMANDS[request.param]],  # -S: nothing of .venv, only what its own list pins
        cwd=project,
        env=environment(PYTHONPATH=str(GENERATORS), SITE_URL=ADDRESS),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return project / "site"


def article(html: str) -> LexborNode:
    """Return what a page says, without the theme around it."""
    found = LexborHTMLParser(html).css_first("article")
    assert found is not None
    return found


def words(node: LexborNode) -> str:
    """Return the text under a node with single blanks."""
    return re.sub(r"\s+", " ", node.text()).strip()


def test_every_page_says_the_same(other: Path, pages: dict[str, Page]) -> None:
    """Values, claims, footnotes, tables, worked examples, forms, the index of questions: all of it, word for word."""
    for url, page in pages.items():
        theirs = article((other / (url if url.endswith(".html") else f"{url}index.html")).read_text(encoding="utf-8"))
        assert words(theirs) == words(article(page.html)), url


def test_every_address_is_the_same(other: Path, pages: dict[str, Page]) -> None:
    """Headings, rules, sources and footnotes keep their ids, so that links from elsewhere hold."""
    for url, page in pages.items():
        if url.endswith(".html"):
            continue
        theirs = article((other / url / "index.html").read_text(encoding="utf-8"))
        ids = [[node.attributes["id"] for node in found.css("[id]")] for found in (theirs, article(page.html))]
        assert [each for each in ids[0] if each not in THEIR_OWN] == ids[1], url


def test_forms_load_their_scripts(other: Path) -> None:
    """The addresses from the site's root reach the finishing pass as they were written."""
    form = article((other / "check/score/index.html").read_text(encoding="utf-8"))
    assert form.css_first("cor-check form") is not None
    assert form.css_first('script[type="module"][src^="/calculator/"]') is not None


def test_the_theme_shows_what_the_front_matter_tells(other: Path, pages: dict[str, Page]) -> None:
    """The day of review, the page to read next, the data for search engines, no more contents than asked for."""
    html = (other / "employers/audit/index.html").read_text(encoding="utf-8")
    page, ours = LexborHTMLParser(html), LexborHTMLParser(pages["employers/audit/"].html)
    for selector in (".cor-reviewed", ".md-footer__link--next .md-ellipsis"):
        theirs = page.css_first(selector)
        assert theirs is not None, selector
        assert words(theirs) == words(ours.css_first(selector))
    data, our_data = (each.css_first('script[type="application/ld+json"]').text() for each in (page, ours))
    assert json.loads(data) == json.loads(our_data)
    rules = LexborHTMLParser((other / "reference/rules/index.html").read_text(encoding="utf-8"))
    assert len(rules.css(".md-sidebar--secondary .md-nav__link")) == len(rules.css("article h2"))


def test_the_site_map_lists_every_page(other: Path, pages: dict[str, Page]) -> None:
    """Each with its address and the day of its review."""
    written = (other / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>(.*?)</loc>\s*<lastmod>(\d{4}-\d\d-\d\d)</lastmod>", written)
    assert {unescape(address) for address, _ in listed} == {f"{ADDRESS}{url}" for url in pages if url != "404.html"}


def test_the_search_leaves_out_the_same(other: Path) -> None:
    """No note on sources is found on a page, whatever form the index has."""
    (index,) = (path for path in (other / "search.json", other / "search/search_index.json") if path.is_file())
    text = index.read_text(encoding="utf-8")
    assert "Can you be certified?" in text
    assert "More on this rule" not in text
