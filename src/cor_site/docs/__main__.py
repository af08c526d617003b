"""Writes the plain Markdown: `python -m cor_site.docs`. A generator can then be run by hand, as `mkdocs serve`."""

import sys

from cor_site import settings
from cor_site.docs.write import write
from cor_site.setup.paths import DOCS, MARKDOWN, ROOT
from cor_site.setup.run import BuildError

try:
    write(DOCS, MARKDOWN, settings.load())
except BuildError as problem:
    sys.exit(str(problem))
print(f"The pages are in {MARKDOWN.relative_to(ROOT)}/ as plain Markdown")
