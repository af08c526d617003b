"""Names the folder of what the browser runs by its content, in the finished site.

Hosts and browsers keep files for a while, each for its own time. A page that names its scripts by their content runs
those or none, never another build's, and the scripts find the rules they were built with beside them.
Pages of other sites cannot know that name: for them a module whose name never changes leads into the folder.
"""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from cor_site.finish import checksums

FOLDER = "calculator"
EMBED = "embed.mjs"
"""What other sites' pages load, at the site's root. Its name never changes."""

LEADS_IN = re.compile(rf"^(?P<before>[^:]*?)\b{FOLDER}/")
"""The beginning of an address within the site that leads into the folder."""


def rename(site: Path) -> str:
    """Rename the folder in a built site, and write the module for other sites' pages; return the new name."""
    name = versioned_name(site / FOLDER)
    (site / FOLDER).rename(site / name)
    (site / EMBED).write_text(f'import "./{name}/check.js";\n', encoding="utf-8", newline="\n")
    return name


def versioned_name(folder: Path) -> str:
    """Return the name of a folder with a hash of its content."""
    content = "".join(f"{path} {digest}\n" for path, digest in checksums.of(folder).items())
    return f"{FOLDER}-{checksums.sha256(content.encode())[:12]}"


def lead_to(page: LexborHTMLParser, name: str) -> None:
    """Have every address in a page that leads into the folder lead to its new name."""
    for attribute in ("src", "href"):
        for node in page.css(f'[{attribute}*="{FOLDER}/"]'):
            node.attrs[attribute] = LEADS_IN.sub(rf"\g<before>{name}/", node.attributes[attribute] or "")
