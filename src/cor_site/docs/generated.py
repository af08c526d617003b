"""What is made of the data alone: a page for each partner, their comparison, what changed, and files to fill in."""

from cor_calc import law as rules
from cor_site.docs import changed, columns, pages, pages_data, partners, side_by_side
from cor_site.docs.pages import Page


def all_pages() -> dict[str, Page]:
    """Return the generated pages by their path within `docs/`, where no file of that name lies."""
    law, data = rules.load(), pages_data.load()
    texts = {
        "partners/index.md": side_by_side.comparison(law, data),
        **{f"partners/{partner}.md": partners.partner_page(law, data, partner) for partner in law.partners},
        "about/what-changed.md": changed.what_changed(law, data),
    }
    return {path: pages.parsed(path, text) for path, text in texts.items()}


def all_files() -> dict[str, str]:
    """Return the generated files that are no pages, by their path within `docs/`."""
    return columns.templates()
