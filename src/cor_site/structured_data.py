"""Structured data for search engines: what a page is and when it was last reviewed. Nothing that it does not show."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page


def web_page(page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """Return a page as a schema.org `WebPage`; its address is left out while the site's own is not known."""
    data = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": page.title,
        "description": page.meta["description"],
        "inLanguage": "en-CA",
        "lastReviewed": page.meta["last_reviewed"].isoformat(),
        "isPartOf": {"@type": "WebSite", "name": config.site_name},
    }
    return data | ({"url": page.canonical_url} if page.canonical_url else {})
