"""Another site, whose pages show checks of the guide."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cor_site import serve

POLICY = (
    "default-src 'none'; script-src {guide} 'wasm-unsafe-eval'; connect-src {guide}; worker-src blob:; img-src data:"
)
"""What docs/about/embedding.md asks for, and nothing else."""

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Our association</title>
<meta http-equiv="Content-Security-Policy" content="{policy}"><link rel="icon" href="data:,">
<script type="module" src="{guide}embed.mjs"></script></head><body><h1>Our association</h1>
{checks}
</body></html>"""

ELEMENT = '<cor-check id="{check}" check="{check}"><a href="{guide}check/{check}/">{check}</a></cor-check>'
FRAME = '<!doctype html><html lang="en"><title>Framed</title><iframe src="{address}" width="900" height="600"></iframe>'


@contextmanager
def elsewhere(folder: Path) -> Iterator[str]:
    """Serve a folder as a site of another origin; return its address."""
    with serve.server(folder) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        try:
            yield serve.address(web)
        finally:
            web.shutdown()


def page_with(guide: str, *checks: str) -> str:
    """Return a page that shows some checks."""
    elements = "\n".join(ELEMENT.format(check=check, guide=guide) for check in checks)
    return PAGE.format(policy=POLICY.format(guide=guide), guide=guide, checks=elements)


def page_around(address: str) -> str:
    """Return a page with another one in a frame."""
    return FRAME.format(address=address)
