"""What a page tells the generator and its templates, all in its front matter: they need no hook to work it out."""

from collections.abc import Mapping
from typing import Any

import yaml

from cor_calc.dates import in_words
from cor_site.docs.errors import ContentError
from cor_site.docs.pages import Page
from cor_site.settings import Settings


def written(page: Page, pages: Mapping[str, Page], site: Settings) -> str:
    """Return the front matter of a page as the generator gets it. `PageError` where `next` names no other page.

    Besides the page's own keys it holds `last_reviewed` as a text, the same day in words as `reviewed`, the title and
    address of the page that `next` names, and the data that search engines read.
    """
    meta = {key: value for key, value in page.meta.items() if key != "next"}
    meta["last_reviewed"] = page.meta["last_reviewed"].isoformat()
    meta["reviewed"] = in_words(page.meta["last_reviewed"])
    meta["structured_data"] = structured_data(page, site)
    if "next" in page.meta:
        meta["following"] = following(page, pages)
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10**6)}---\n"


def following(page: Page, pages: Mapping[str, Page]) -> dict[str, str]:
    """Return the title and the address of the page that a page names as the next one."""
    path = page.meta["next"]
    if path not in pages or path == page.path:
        raise page.error(1 - page.first_line, ContentError(f"`next` names {path}, which is no other page"))
    return {"title": pages[path].title, "url": pages[path].url}


def structured_data(page: Page, site: Settings) -> dict[str, Any]:
    """Return a page as a schema.org `WebPage`: nothing that it does not show, and no address while there is none."""
    data = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": page.title,
        "description": page.meta["description"],
        "inLanguage": "en-CA",
        "lastReviewed": page.meta["last_reviewed"].isoformat(),
        "isPartOf": {"@type": "WebSite", "name": site.name},
    }
    return data | ({"url": site.url + page.url} if site.url else {})
