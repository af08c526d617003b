"""The checks in the pages: overview, decision tables, worked examples and forms, all made from the rules themselves."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import cor_calc
from cor_calc.answers import UNSURE, read_fields
from cor_calc.checks import CHECKS, Check
from cor_calc.facts import Facts
from cor_calc.problems import Problems
from cor_calc.wire import read_object
from cor_site import forms
from cor_site.cite import link

RULES = "reference/rules.md"
RULE_NAMES = re.compile(r"\(([a-z0-9-]+)\)")


def overview(here: str, *names: str) -> str:
    """Return checks as a list, each linked to its page: those named, or all."""
    shown = [known(name) for name in names] or CHECKS.values()
    return "\n".join(
        f"- [{check.title}]({link(here, f'check/{check.name}.md')})\n  <br>{check.summary}" for check in shown
    )


def decision_table(facts: Facts, here: str, name: str) -> str:
    """Return the decision table of a check as Markdown, with each rule linked to where it is explained."""

    if name not in CHECKS:
        return ""

    def rule(found: re.Match[str]) -> str:
        fact = facts.facts.get(found[1])
        return f"([{fact.title}]({link(here, RULES)}#{fact.id}))" if fact else found[0]

    return RULE_NAMES.sub(rule, known(name).table())


def form(name: str, root: str) -> str:
    """Return the form of a check, in a `<section>`, inside which Markdown leaves the element alone."""
    if name not in CHECKS:
        return ""
    return f"<section>\n{forms.form_html(known(name).name, root)}\n</section>"


def worked(facts: Facts, here: str, name: str, answers: Mapping[str, Any], on: str) -> str:
    """Return a worked example as Markdown: the answers, then each result with what decides it.

    Raises `ValueError` where the answers are not ones that the check takes.
    """
    if name not in CHECKS:
        return ""
    text = json.dumps(answers)
    outcome = json.loads(cor_calc.check_json(known(name).name, text, on))
    if "problems" in outcome:
        raise ValueError(f"the example for “{name}” cannot be read: {outcome['problems']}")
    given = "\n".join(f"| {question} | {answer} |" for question, answer in answers_in_words(known(name), text))
    results = "\n\n".join(result_in_words(facts, here, result) for result in outcome["results"])
    return f'<div class="cor-example" markdown="1">\n\n| Question | Answer |\n| --- | --- |\n{given}\n\n{results}\n\n</div>'


def answers_in_words(check: Check, text: str) -> Iterator[tuple[str, str]]:
    """Yield each question that was answered, with the answer as people read it."""
    problems = Problems()
    given = read_fields(check.answers, read_object(text, problems) or {}, "", problems)
    for question in check.questions:
        answer = getattr(given, question.key)
        if answer is not None:
            yield question.label, "not known" if answer is UNSURE else question.kind.shown(answer)


def result_in_words(facts: Facts, here: str, result: Mapping[str, Any]) -> str:
    """Return one result: its headline, then each finding that decides it, linked to its rule."""
    decisive = (finding for finding in result["findings"] if finding["decisive"])
    lines = [f"- {finding_in_words(facts, here, finding)}" for finding in decisive]
    return "\n".join((f"**{result['headline']}**", "", *lines))


def finding_in_words(facts: Facts, here: str, finding: Mapping[str, Any]) -> str:
    """Return one finding: the answer, what is needed, and the rule."""
    rule = facts.facts[finding["rule"]]
    needed = f"needed: {finding['needs']}" if finding["needs"] else ""
    said = "; ".join(filter(None, (finding["answer"], needed))) or finding["statement"]
    return f"{said} ([{rule.title}]({link(here, RULES)}#{rule.id}))"


def known(name: str) -> Check:
    """Return a check by its name, or raise `LookupError` where there is none."""
    if name not in CHECKS:
        raise LookupError(f"there is no check called “{name}”")
    return CHECKS[name]
