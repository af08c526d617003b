"""What `{{ … }}` in a Markdown page can call."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, TemplateError
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from cor_calc import facts
from cor_site import compare, examples, glossary, parts, questions, reference
from cor_site.cite import Footnotes, known_fact

GLOSSARY = "_glossary.md"
"""The abbreviations, within the folder of the pages; `mkdocs.yml` names it too, for the tooltips."""

MISTAKES = (TemplateError, LookupError, ValueError)
"""What a mistake in a page raises."""


def fill(markdown: str, page: Page, docs: Path) -> str:
    """Return a page's Markdown with every `{{ … }}` worked out and its footnotes at the end.

    `docs` is the folder of the pages. Raises one of `MISTAKES` where the page names something unknown.
    """
    footnotes = Footnotes(facts.load(), page.file.src_uri)
    filled = (
        environment().from_string(markdown).render(functions(footnotes, docs, f"{get_relative_url('.', page.url)}/"))
    )
    return filled + footnotes.written()


def environment() -> Environment:
    """Return Jinja2 that fails on unknown names and leaves Markdown's own `{#id}` alone."""
    return Environment(
        undefined=StrictUndefined,
        comment_start_string="{##",
        comment_end_string="##}",
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  the result is Markdown, and the pages are our own
    )


def functions(footnotes: Footnotes, docs: Path, root: str) -> dict[str, Callable[..., Any]]:
    """Return the functions by the names that pages call them; `root` leads from the page to the site's root."""
    known, here = footnotes.facts, footnotes.here
    return {
        "fact": lambda fact_id: known_fact(known, fact_id).shown(),
        "sentence": lambda fact_id: known_fact(known, fact_id).sentence(),
        "cite": footnotes.refer,
        "compare": lambda fact_id: compare.comparison(known, fact_id),
        "partner": lambda partner_id: compare.partner_link(known, partner_id),
        "partners": lambda: compare.partners_table(known),
        "decision_table": lambda check: examples.decision_table(known, here, check),
        "example": lambda check, answers, on: examples.worked(known, here, check, answers, on),
        "check_form": lambda check: examples.form(check, root),
        "checks": lambda *names: examples.overview(here, *names),
        "rules": lambda: reference.rules(known),
        "disagreements": lambda: reference.disagreements(known),
        "unpublished": lambda: reference.unpublished(known),
        "sources": lambda: reference.sources(known),
        "glossary": lambda: glossary.definitions(docs / GLOSSARY),
        "questions": questions.placeholder,
        "parts": lambda: parts.table(parts.load()),
    }
