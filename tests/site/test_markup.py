"""Markup that people with assistive technology rely on, in every built page."""

from itertools import pairwise

from .built import Page

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def test_language_and_title(pages: dict[str, Page]) -> None:
    """Each page names its language and has a title of its own."""
    titles = [page.all("title")[0].text for page in pages.values()]
    assert len(titles) == len(set(titles))
    assert all(page.all("html")[0].attributes["lang"].startswith("en") for page in pages.values())


def test_headings_form_an_outline(pages: dict[str, Page]) -> None:
    """Each page has one first-level heading, and no level is skipped on the way down."""
    for page in pages.values():
        levels = [int(heading.tag[1]) for heading in page.all(*HEADINGS)]
        assert levels.count(1) == 1, page.url
        assert all(deeper - level <= 1 for level, deeper in pairwise(levels)), page.url


def test_ids_are_unique(pages: dict[str, Page]) -> None:
    """No id stands twice on a page."""
    for page in pages.values():
        assert sorted(page.ids) == sorted(set(page.ids)), page.url


def test_links_and_buttons_have_names(pages: dict[str, Page]) -> None:
    """Each link and button says what it does, in its text or in a label; scripts fill in the bar that is hidden yet."""
    for page in pages.values():
        for element in page.all("a", "button"):
            if "data-status-bar-words" in element.attributes:
                continue
            named = element.text or element.attributes.get("aria-label") or element.attributes.get("title")
            assert named, (page.url, element)


def test_pictures_have_a_text(pages: dict[str, Page]) -> None:
    """Each picture has an alternative text, if only an empty one."""
    for page in pages.values():
        assert all("alt" in image.attributes for image in page.all("img")), page.url


def test_fields_have_labels(pages: dict[str, Page]) -> None:
    """Each control that people see is labelled."""
    for page in pages.values():
        labelled = {label.attributes.get("for") for label in page.all("label")}
        for control in page.all("input", "select", "textarea"):
            named = {"aria-label", "aria-labelledby", "title"} & control.attributes.keys()
            hidden = control.attributes.get("type") == "hidden" or "md-toggle" in control.attributes.get("class", "")
            label = "label" in control.around or control.attributes.get("id") in labelled
            assert hidden or named or label, (page.url, control)


def test_the_search_is_named(pages: dict[str, Page]) -> None:
    """The search opens as a dialog; screen readers hear its name."""
    for page in pages.values():
        dialogs = [element for element in page.elements if element.attributes.get("role") == "dialog"]
        assert all(dialog.attributes.get("aria-label") for dialog in dialogs), page.url


def test_tables_have_headers(pages: dict[str, Page]) -> None:
    """Each table has header cells."""
    for page in pages.values():
        if page.all("table"):
            assert page.all("th"), page.url
