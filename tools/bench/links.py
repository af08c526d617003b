"""The links that are measured: read from pages.toml, and refused where a check does not ask what they answer."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl

from cor_site.runtime.workload.described import CheckAsked, checks

FILE = Path(__file__).with_name("pages.toml")
VERSION = "2"
"""The version of the links that the site's pages read."""


@dataclass(frozen=True, slots=True)
class Link:
    """A check's page, and answers to its questions."""

    check: str
    path: str
    answers: str

    @property
    def address(self) -> str:
        """Return the link, from the site's root."""
        return f"{self.path}#v={VERSION}&{self.answers}"

    @property
    def keys(self) -> list[str]:
        """Return the keys that it answers, each once, in order."""
        return list(dict.fromkeys(key for key, _ in parse_qsl(self.answers, keep_blank_values=True)))


def load() -> list[Link]:
    """Return the links. Raises `ValueError` for a check that does not exist, or a key that it does not ask."""
    known = {check.name: check for check in checks()}
    links = [Link(check, **each) for check, each in tomllib.loads(FILE.read_text(encoding="utf-8")).items()]
    for link in links:
        reject_unknown(link, known)
    return links


def reject_unknown(link: Link, known: dict[str, CheckAsked]) -> None:
    """Raise `ValueError` if a link answers what its check does not ask."""
    if link.check not in known:
        raise ValueError(f"{FILE.name}: there is no check {link.check}")
    unknown = [key for key in link.keys if key not in known[link.check].questions]
    if unknown:
        raise ValueError(f"{FILE.name}: {link.check} does not ask {', '.join(unknown)}")
