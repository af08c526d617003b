"""What a page says about itself, and that the built page shows it."""

import json

from cor_calc.checks import CHECKS

from ..built import Page
from .prose import docs


def test_a_check_and_its_page_have_one_title() -> None:
    """A list of checks names each page as the page names itself."""
    for check in CHECKS.values():
        assert docs()[f"check/{check.name}.md"].meta["title"] == check.title


def test_every_page_shows_its_review_and_who_we_are(pages: dict[str, Page]) -> None:
    """The day of review and the footer's line stand on every page."""
    for page in pages.values():
        if page.url != "404.html":
            assert "Last reviewed" in page.html, page.url
        footer = page.all("footer")[-1].text
        assert "An independent guide." in footer
        assert "not legal advice" in footer


def test_the_next_link_is_the_one_named(pages: dict[str, Page]) -> None:
    """The foot of a page leads to the page that its front matter names."""
    for doc in docs().values():
        page = pages[doc.path.removesuffix("index.md").replace(".md", "/")]
        following = [a for a in page.all("a") if "md-footer__link--next" in a.attributes.get("class", "")]
        if "next" in doc.meta:
            assert docs()[doc.meta["next"]].meta["title"] in following[0].text, doc.path


def test_structured_data_says_what_the_page_says(pages: dict[str, Page]) -> None:
    """The data for search engines repeat the page's own title, description and day of review."""
    for doc in docs().values():
        page = pages[doc.path.removesuffix("index.md").replace(".md", "/")]
        (script,) = [s for s in page.all("script") if s.attributes.get("type") == "application/ld+json"]
        data = json.loads(script.text)
        assert data["@type"] == "WebPage"
        assert data["name"] == doc.meta["title"]
        assert data["description"] == doc.meta["description"]
        assert data["lastReviewed"] == doc.meta["last_reviewed"].isoformat()
