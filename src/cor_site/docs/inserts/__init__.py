"""What `{{ … }}` in a page can call."""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError

from cor_site import third_party
from cor_site.docs.errors import ContentError
from cor_site.docs.generated import columns
from cor_site.docs.inserts import checks, comparison, glossary, question_index, reference
from cor_site.docs.inserts.facts import Facts
from cor_site.docs.inserts.footnotes import Footnotes
from cor_site.docs.pages import Page

TEMPLATE = "<template>"
"""What Jinja2 calls a page in a traceback, from which the line of a mistake is read."""


def fill(page: Page, facts: Facts, docs: Path) -> str:
    """Return a page's Markdown with every `{{ … }}` worked out and its footnotes at the end.

    `docs` is the folder of the pages. `PageError` where the page asks for something unknown.
    """
    footnotes = Footnotes(facts, page.path)
    try:
        template = environment().from_string(page.body)
        filled = template.render(functions(page, footnotes, docs))
    except TemplateSyntaxError as error:
        raise page.error(error.lineno - 1, error.message or "this cannot be read") from error
    except (ContentError, TemplateError) as mistake:
        raise page.error(line_of(mistake), mistake) from mistake
    except TypeError as error:
        if traceback.extract_tb(error.__traceback__)[-1].filename != TEMPLATE:
            raise  # not the page's call, but a fault in what it calls
        raise page.error(line_of(error), error) from error
    return f"{filled.rstrip()}\n\n{footnotes.written()}".rstrip() + "\n"


def line_of(error: BaseException) -> int:
    """Return the line of the page, from 0, on which something was called that raised an error."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == TEMPLATE]
    return (lines[-1] or 1) - 1 if lines else 0


def environment() -> Environment:
    """Return Jinja2 that fails on unknown names and leaves Markdown's own `{#id}` alone."""
    return Environment(
        undefined=StrictUndefined,
        comment_start_string="{##",
        comment_end_string="##}",
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the result is Markdown, and the pages are our own
    )


def functions(page: Page, footnotes: Footnotes, docs: Path) -> dict[str, Callable[..., Any]]:
    """Return the functions by the names that pages call them."""
    facts, here = footnotes.facts, page.path
    return {
        "value": facts.value,
        "claim": lambda fact_id: facts.entry(fact_id).sentence + footnotes.refer(fact_id),
        "cite": footnotes.refer,
        "compare": lambda fact_id: comparison.comparison(facts, fact_id),
        "partner": lambda partner_id: comparison.partner_link(facts.partner(partner_id)),
        "options": lambda: comparison.options_table(facts),
        "partners": lambda: comparison.partners_table(facts),
        "decision_table": lambda check: checks.decision_table(here, check),
        "example": lambda check, answers, on: checks.worked(here, check, answers, on),
        "check_form": checks.form,
        "check_names": checks.names,
        "many_form": checks.many,
        "columns": lambda: columns.columns(here),
        "checks": lambda *names: checks.overview(here, *names),
        "rules": lambda: reference.rules(facts),
        "disagreements": lambda: reference.disagreements(facts),
        "unpublished": lambda: reference.unpublished(facts),
        "sources": lambda: reference.sources(facts),
        "glossary": lambda: glossary.definitions(docs),
        "question_index": question_index.placeholder,
        "third_party": lambda: third_party.table(third_party.load()),
    }
