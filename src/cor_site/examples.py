"""The checks in the pages: overview, decision tables, worked examples and forms, all made from the rules themselves."""

import json
from collections.abc import Mapping
from typing import Any

import cor_calc
from cor_site.cite import link

try:
    from cor_calc import checks, tables
    from cor_site import forms
except ImportError:
    checks = tables = forms = None  # until these modules are written


def overview(here: str) -> str:
    """Return a definition list of all checks, each linked to its page."""
    if forms is None:
        return ""
    entries = (
        f"[{check.title}]({link(here, f'check/{check.name}.md')})\n:   {check.summary}"
        for check in checks.CHECKS.values()
    )
    return "\n\n".join(entries)


def decision_table(name: str) -> str:
    """Return the decision table of a check as Markdown."""
    if forms is None:
        return ""
    return str(tables.decision_table(known(name)))


def form(name: str) -> str:
    """Return the form of a check, inside an element that Markdown leaves alone."""
    if forms is None:
        return ""
    return f"<section>\n{forms.form_html(known(name))}\n</section>"


def worked(name: str, answers: Mapping[str, Any], on: str, here: str) -> str:
    """Return a worked example as Markdown: each result's headline and the findings that decide it.

    Raises `ValueError` where the answers are not ones that the check takes.
    """
    if forms is None:
        return ""
    outcome = json.loads(cor_calc.check_json(known(name), json.dumps(answers), on))
    if "problems" in outcome:
        raise ValueError(f"the example for “{name}” cannot be read: {outcome['problems']}")
    return "\n\n".join(result_in_words(result, here) for result in outcome["results"])


def result_in_words(result: Mapping[str, Any], here: str) -> str:
    """Return one result: its headline, then each decisive finding linked to its rule."""
    findings = (
        f"- {finding['statement']} [{finding['needs']}]({link(here, 'reference/rules.md')}#{finding['rule']})"
        for finding in result["findings"]
        if finding["decisive"]
    )
    return "\n".join((f"**{result['headline']}**", "", *findings))


def known(name: str) -> str:
    """Return the name of a check, or raise `LookupError` where there is none."""
    if name not in checks.CHECKS:
        raise LookupError(f"there is no check called “{name}”")
    return name
