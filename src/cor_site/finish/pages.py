"""The one pass over the built pages: each is parsed, patched, led to this build's files, and given its policy."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from cor_site.finish import addresses, patches, policy, python_first, versions
from cor_site.setup.run import BuildError

LOST = "404.html"
"""The page for a wrong address. A host shows it at any depth, so the generator gives it addresses from the root."""


def finish(site: Path, folder: str) -> None:
    """Rewrite every page of a site; `folder` is the versioned name of the folder of what the browser runs.

    Raises `BuildError` naming the first page that holds what the policy forbids, or every patch that found no place.
    """
    found = dict.fromkeys(patches.PATCHES, 0)
    for path in sorted(site.rglob("*.html")):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for patch in patches.PATCHES:
            found[patch] += patch.apply(page)
        if path.name != LOST:
            addresses.make_relative(page, path.relative_to(site))
        versions.lead_to(page, folder)
        python_first.add(page, path.relative_to(site), folder)
        try:
            policy.add(page)
        except policy.PolicyError as fault:
            raise BuildError(f"{path.relative_to(site)}: {fault}") from fault
        path.write_text(f"{page.html}\n", encoding="utf-8", newline="\n")
    patches.refuse_idle([patch for patch, places in found.items() if not places])
