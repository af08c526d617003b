"""Every link and every load of the built pages leads somewhere, and no load leaves the site."""

from pathlib import Path

from .built import ORIGIN, Page, inside


def test_links_lead_somewhere(site: Path, pages: dict[str, Page]) -> None:
    """Each internal link ends at a page or a file that exists, and its fragment at an element."""
    dead = [
        f"{page.url or 'home'} -> {link}"
        for page in pages.values()
        for link in page.links
        if not exists(link, site, pages)
    ]
    assert dead == []


def exists(link: str, site: Path, pages: dict[str, Page]) -> bool:
    """Return whether an internal link finds its target; external ones are not followed."""
    found = inside(link)
    if found is None:
        return link.startswith(("https://", "http://"))
    path, fragment = found
    if path in pages:
        return not fragment or fragment.startswith("v=") or fragment in pages[path].ids
    return (site / path).is_file()


def test_loads_exist(site: Path, pages: dict[str, Page]) -> None:
    """Each script, style sheet and picture that a page asks for is in the site."""
    paths = {inside(load) or (load, "") for page in pages.values() for load in page.loads}
    assert [path for path, _ in sorted(paths) if not (site / path).is_file()] == []


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, Page]) -> None:
    """No page fetches anything from another host."""
    assert [load for page in pages.values() for load in page.loads if not load.startswith(ORIGIN)] == []


def test_style_sheets_load_nothing_from_elsewhere(site: Path) -> None:
    """Our own style sheets name no address of another host."""
    assert [file.name for file in site.glob("calculator-*/**/*.css") if "//" in file.read_text(encoding="utf-8")] == []
