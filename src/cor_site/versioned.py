"""Names the folder of what the browser runs by its content, in the finished site.

Hosts and browsers keep files for a while, each for its own time. A page that names its scripts by their content runs
those or none, never another build's, and the scripts find the rules they were built with beside them.
Pages of other sites cannot know that name: for them a module with a lasting one leads into the folder.
"""

import re
from pathlib import Path

from cor_site import sums

FOLDER = "calculator"
EMBED = "embed.mjs"
"""What other sites' pages load, at the site's root. Its name never changes."""

NAMED = re.compile(rf'(?P<before>\b(?:src|href)="[^":]*?)\b{FOLDER}/')
"""An address within the site that leads into the folder."""


def apply(site: Path) -> str:
    """Rename the folder in a built site, and in every page that names it; return its new name."""
    content = "".join(f"{path} {digest}\n" for path, digest in sums.of(site / FOLDER).items())
    name = f"{FOLDER}-{sums.sha256(content.encode())[:12]}"
    (site / FOLDER).rename(site / name)
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(NAMED.sub(rf"\g<before>{name}/", html), encoding="utf-8", newline="\n")
    (site / EMBED).write_text(f'import "./{name}/cor-check.mjs";\n', encoding="utf-8", newline="\n")
    return name
