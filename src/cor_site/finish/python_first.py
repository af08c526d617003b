"""Has a page with a form ask for Python before anything else, and for the theme's scripts only after the answer."""

from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cor_site.runtime import scripts
from cor_site.setup.run import BuildError

START, LATER = "python/start.js", "site/later.js"
THEME = 'body > script[src*="assets/javascripts/"]'


def add(page: LexborHTMLParser, path: Path, folder: str) -> None:
    """Put the script that starts the worker first into the head of a page with a form; the theme's script waits.

    `path` is the page's own within the site, `folder` the versioned name of the folder of what the browser runs.
    Raises `BuildError` where the theme's script is not where it was.
    """
    if page.css_first("cor-check") is None:
        return
    charset, waiting = page.css_first("meta[charset]"), page.css(THEME)
    if charset is None or not waiting:
        raise BuildError(f"{path}: no script of the theme was found to wait for the answer: see python_first.py.")
    root = "../" * (len(path.parts) - 1) or "./"
    charset.insert_after(_inside(page, START, f"{root}{folder}/python/{scripts.WORKER}"))
    for script in waiting:
        script.replace_with(_inside(page, LATER, script.attributes["src"] or ""))


def _inside(page: LexborHTMLParser, name: str, address: str) -> LexborNode:
    """Return a script that stands inside the page; `address` is what it loads."""
    script = page.create_node("script")
    script.attrs["data-src"] = address
    script.insert_child(_source(name))
    return script


@cache
def _source(name: str) -> str:
    return scripts.small(name)
