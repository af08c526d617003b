"""Has a page with a form ask for Python before anything else: its first script starts the worker."""

from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from cor_site.runtime import scripts


def add(page: LexborHTMLParser, path: Path, folder: str) -> None:
    """Put the script into the head of a page that has a form, after its charset.

    `path` is the page's own within the site, `folder` the versioned name of the folder of what the browser runs.
    """
    charset = page.css_first("meta[charset]")
    if page.css_first("cor-check") is None or charset is None:
        return
    root = "../" * (len(path.parts) - 1) or "./"
    script = page.create_node("script")
    script.attrs["data-python"] = f"{root}{folder}/python/{scripts.WORKER}"
    script.insert_child(start())
    charset.insert_after(script)


@cache
def start() -> str:
    """Return the script, the same for every page."""
    return scripts.start()
