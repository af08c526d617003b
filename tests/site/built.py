"""The built pages as a browser gets them: what each holds, where its links lead, which ids it has."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

ORIGIN = "http://site.invalid/"
"""Stands for the address of the site, whatever it will be."""

LOADS = {
    "script": "src",
    "link": "href",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "object": "data",
    "use": "href",
}
"""Attributes whose address the browser fetches by itself."""

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass(frozen=True)
class Element:
    """One element: its name, its attributes, the names of those around it, the text inside it."""

    tag: str
    attributes: dict[str, str]
    around: frozenset[str]
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text, without blanks around it."""
        return "".join(self.parts).strip()


class Page(HTMLParser):
    """A built page; `url` is where it lies in the site, `html` what the host would send."""

    def __init__(self, url: str, html: str) -> None:
        super().__init__()
        self.url, self.html = url, html
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        around = frozenset(element.tag for element in self._open)
        element = Element(tag, {name: value or "" for name, value in attrs}, around)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the elements up to the one that ends."""
        while any(element.tag == tag for element in self._open) and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Give a text to every element around it."""
        for element in self._open:
            element.parts.append(data)

    def all(self, *tags: str) -> list[Element]:
        """Return the elements of these names, in order."""
        return [element for element in self.elements if element.tag in tags]

    @property
    def ids(self) -> list[str]:
        """Every id on the page."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    @property
    def links(self) -> list[str]:
        """The full address behind each `<a>`."""
        hrefs = (element.attributes.get("href") for element in self.all("a"))
        return [urljoin(ORIGIN + self.url, href) for href in hrefs if href is not None]

    @property
    def loads(self) -> list[str]:
        """The full address of everything that the browser fetches by itself."""
        found = (
            element.attributes.get(LOADS.get(element.tag, ""))
            for element in self.elements
            if not is_only_named(element)
        )
        return [urljoin(ORIGIN + self.url, address) for address in found if address and not address.startswith("data:")]


def is_only_named(element: Element) -> bool:
    """Return whether a `<link>` names an address that nobody fetches."""
    return element.tag == "link" and element.attributes.get("rel") in {"canonical", "prev", "next"}


def read(site: Path) -> dict[str, Page]:
    """Return every page of a built site by its address within it: `""`, `check/`, `404.html`."""
    files = sorted(site.rglob("*.html"))
    urls = (file.relative_to(site).as_posix().removesuffix("index.html") for file in files)
    return {url: Page(url, file.read_text(encoding="utf-8")) for url, file in zip(urls, files, strict=True)}


def inside(address: str) -> tuple[str, str] | None:
    """Return the path within the site and the fragment of a full address; None if it leads elsewhere."""
    address, fragment = urldefrag(address)
    if not address.startswith(ORIGIN):
        return None
    return unquote(urlsplit(address).path.removeprefix("/")), unquote(fragment)
