"""Builds the site: `python -m cor_site.make`.

It grows in a fresh folder and takes its place in one move, so a build that fails leaves the last good site alone.
"""

import os
import shutil
import sys
from pathlib import Path

from cor_site import assets, settings
from cor_site.docs.write import write as write_markdown
from cor_site.finish import publish
from cor_site.runtime import prepare
from cor_site.runtime.node import repeatable
from cor_site.setup import stamp
from cor_site.setup.command import alone
from cor_site.setup.paths import ALLOW_SLOWER, CACHE, CALCULATOR, DOCS, MARKDOWN, NODE_MODULES, PYTHON, ROOT, SITE, SRC
from cor_site.setup.run import BuildError, in_a_sentence, run, step

STAMP = CACHE / "site-made-from"
"""Beside the site and not in it: a deployed folder holds nothing but the site."""

MADE = {assets.GENERATED, NODE_MODULES}
SCRIPTS = [each for each in sorted(CALCULATOR.iterdir()) if each not in MADE]
INPUTS = (*prepare.INPUTS, SRC, DOCS, *SCRIPTS, ROOT / "mkdocs.yml", ROOT / "requirements.txt")


def make() -> None:
    """Build the site into `site/`, unless the one there is what would be built. Raises `BuildError`."""
    inputs = stamp.fingerprint(*INPUTS, os.environ.get("SITE_URL", ""), os.environ.get(ALLOW_SLOWER, ""))
    if is_current(inputs):
        print("The site is up to date.")
        return
    fresh, old = CACHE / "site-fresh", CACHE / "site-old"
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    assemble(fresh)
    swap_in(fresh, old)
    STAMP.write_text(f"{inputs} {stamp.fingerprint(SITE)}", encoding="utf-8")


def assemble(fresh: Path) -> None:
    """Write a whole site into a folder: the facts into Markdown, that into pages, then all that is not a page."""
    site = settings.load()
    with step("Facts into Markdown"):
        write_markdown(DOCS, MARKDOWN, site)
    with step("Pages"):
        pages(fresh)
    with step("Scripts, styles and forms"):
        assets.write(fresh / "calculator")
    prepare.prepare(fresh / "calculator" / "python", allow_slower=bool(os.environ.get(ALLOW_SLOWER)))
    with step("Policy, names, lists of files"):
        publish.complete(fresh, site)


def is_current(inputs: str) -> bool:
    """Return whether `site/` was built from these inputs and is still as it was built."""
    return (
        STAMP.is_file()
        and SITE.is_dir()
        and MARKDOWN.is_dir()
        and STAMP.read_text(encoding="utf-8") == f"{inputs} {stamp.fingerprint(SITE)}"
    )


def pages(fresh: Path) -> None:
    """Have MkDocs make a site of the Markdown, in a folder; raises `BuildError` with what it found wrong."""
    command = [PYTHON, "-m", "mkdocs", "--quiet", "build", "--strict", "--site-dir", fresh]
    run(command, problem="The pages could not be built", env=repeatable(), show=True)


def swap_in(fresh: Path, old: Path) -> None:
    """Put a finished site in the place of the last one."""
    STAMP.unlink(missing_ok=True)
    if SITE.exists():
        SITE.rename(old)
    fresh.rename(SITE)
    shutil.rmtree(old, ignore_errors=True)


def main() -> int:
    """Build the site; return the exit status, 1 with the reason on standard error."""
    CACHE.mkdir(exist_ok=True)
    try:
        with alone():
            make()
    except KeyboardInterrupt:
        return 130
    except (BuildError, OSError) as problem:
        print(in_a_sentence(problem), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
