"""The checks in the pages: overview, decision tables, worked examples and forms, all made from the rules themselves."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import cor_calc
from cor_calc.answers import UNSURE, read_fields
from cor_calc.calendar import DATE_RULES
from cor_calc.checks import CHECKS, Check
from cor_calc.dates import in_words
from cor_calc.problems import Problems
from cor_calc.wire import read_object
from cor_site import forms
from cor_site.docs.errors import ContentError
from cor_site.docs.footnotes import UNSEARCHED
from cor_site.docs.law import Facts
from cor_site.docs.markup import SITE_ROOT, definition_list, link

RULES = "reference/rules.md"
RULE_NAMES = re.compile(r"\(([a-z0-9-]+)\)")


def overview(here: str, *names: str) -> str:
    """Return checks as a list, each linked to its page: those named, or all."""
    shown = [known(name) for name in names] or CHECKS.values()
    items = "\n".join(
        f"- [{check.title}]({link(here, f'check/{check.name}.md')})<br>{check.summary}" for check in shown
    )
    return f'<div class="cor-checks" markdown="1">\n\n{items}\n\n</div>'


def decision_table(facts: Facts, here: str, name: str) -> str:
    """Return the decision table of a check as Markdown, with each rule linked to where it is explained.

    A class at its first heading lets a narrow screen show it in another way.
    """

    def rule(found: re.Match[str]) -> str:
        fact = facts.facts.get(found[1])
        return f"([{fact.title}]({link(here, RULES)}#{fact.id}))" if fact else found[0]

    return RULE_NAMES.sub(rule, known(name).table()).replace(" |", " { .cor-decides } |", 1)


def form(name: str) -> str:
    """Return the form of a check, in a `<section>`, inside which Markdown leaves the element alone."""
    return f"<section>\n{forms.form_html(known(name).name, SITE_ROOT)}\n</section>"


def worked(facts: Facts, here: str, name: str, answers: Mapping[str, Any], on: str) -> str:
    """Return a worked example as Markdown: the answers, then each result with what decides it.

    An imagined employer's answers are no rule, so the search leaves them out.
    `ContentError` where the check does not take these answers.
    """
    text = json.dumps(answers)
    outcome = json.loads(cor_calc.check_json(known(name).name, text, on))
    if "problems" in outcome:
        raise ContentError(f"the example for “{name}” cannot be read: {outcome['problems']}")
    given = definition_list(dict(answers_in_words(known(name), text)))
    results = "\n\n".join(result_in_words(facts, here, result) for result in outcome["results"])
    return f'<div class="cor-example" {UNSEARCHED} markdown="1">\n\n{given}\n\n{results}\n\n</div>'


def answers_in_words(check: Check, text: str) -> Iterator[tuple[str, str]]:
    """Yield each question that was answered, with the answer as people read it."""
    problems = Problems()
    given = read_fields(check.answers, read_object(text, problems) or {}, "", problems)
    for question in check.questions:
        answer = getattr(given, question.key)
        if answer is not None:
            yield question.label, "not known" if answer is UNSURE else question.kind.shown(answer)


def result_in_words(facts: Facts, here: str, result: Mapping[str, Any]) -> str:
    """Return one result: its headline, each finding that decides it, linked to its rule, and its dates."""
    decisive = (finding for finding in result["findings"] if finding["decisive"])
    lines = [f"- {finding_in_words(facts, here, finding)}" for finding in decisive]
    lines += [f"- {DATE_RULES[name][1]} {in_words(date.fromisoformat(day))}" for name, day in result["dates"].items()]
    verdict = f"{{ .cor-verdict .cor-verdict--{result['verdict']} }}"
    return "\n".join((result["headline"], verdict, "", *lines))


def finding_in_words(facts: Facts, here: str, finding: Mapping[str, Any]) -> str:
    """Return one finding: the rule, what it needs and the answer; where it compares nothing, what it says."""
    rule = facts.facts[finding["rule"]]
    name = f"[{rule.title}]({link(here, RULES)}#{rule.id})"
    if finding["needs"] is None:
        return f"{name}: {finding['statement']}"
    return f"{name}. Needed: {finding['needs']}; given: {finding['answer'] or 'no answer'}"


def known(name: str) -> Check:
    """Return a check by its name, or raise `ContentError` where there is none."""
    if name not in CHECKS:
        raise ContentError(f"there is no check called “{name}”")
    return CHECKS[name]
