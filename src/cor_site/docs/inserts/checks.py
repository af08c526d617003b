"""The checks in the pages: overview, decision tables, worked examples and forms, all made from the rules themselves."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import cor_calc
from cor_calc import law as kept
from cor_calc.checks import CHECKS, Check
from cor_calc.checks import overview as where_you_stand
from cor_calc.dates import in_words
from cor_calc.edges.table import Table, markdown, tables
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import questions, read_answers
from cor_site import forms
from cor_site.docs.errors import ContentError
from cor_site.docs.markup import SITE_ROOT, UNSEARCHED, definition_list, link
from cor_site.forms.many import many_html

RULES = "reference/rules.md"


def overview(here: str, *names: str) -> str:
    """Return checks as a list, each linked to its page: those named, or all."""
    shown = [known(name) for name in names] or CHECKS.values()
    items = "\n".join(
        f"- [{check.title}]({link(here, f'check/{check.name}.md')})<br>{check.summary}" for check in shown
    )
    return f'<div class="cor-checks" markdown="1">\n\n{items}\n\n</div>'


def decision_table(here: str, name: str) -> str:
    """Return the decision tables of a check as Markdown, by the rules in force on the day of the last reading.

    The basis in each row leads to the rule's statement, where its sources stand.
    """
    law = kept.load()
    return "\n\n".join(in_markdown(here, each, law) for each in tables(known(name).name, law, law.last_read))


def in_markdown(here: str, table: Table, law: kept.Law) -> str:
    """Return a decision table under its title. A class in its head lets a narrow screen show it in another way."""
    first, *others = table.head
    rows = []
    for row in table.rows:
        *cells, basis = row.cells
        address = rule_address(here, row.rule, law)
        rows.append((*cells, f"[{basis}]({address})" if address else basis))
    return f"**{table.title}**\n\n{markdown((f'{first} {{ .cor-decides }}', *others), rows)}"


def rule_address(here: str, rule: str, law: kept.Law) -> str | None:
    """Return where a parameter or an option is stated with its sources; None for what is neither."""
    if rule in law.parameters:
        return f"{link(here, RULES)}#{rule}"
    option = law.option(rule, law.last_read)
    return f"{link(here, f'partners/{option.partner}.md')}#{option.id}" if option else None


def names() -> str:
    """Return the names by which pages ask for the forms, as a list in a sentence."""
    *most, last = (f"`{check['name']}`" for check in forms.described()["checks"])
    return f"{', '.join(most)} or {last}"


def form(name: str) -> str:
    """Return the form of a check, in a `<section>`, inside which Markdown leaves the element alone."""
    shown = where_you_stand.NAME if name == where_you_stand.NAME else known(name).name
    return f"<section>\n{forms.form_html(shown, SITE_ROOT)}\n</section>"


def many() -> str:
    """Return the element that answers a file of many employers, in a `<section>` as the form of a check."""
    return f"<section>\n{many_html(SITE_ROOT)}\n</section>"


def worked(here: str, name: str, answers: Mapping[str, Any], on: str) -> str:
    """Return a worked example as Markdown, labelled as one: the answers, then each result with what decides it.

    An imagined employer's answers are no rule, so the search leaves them out.
    `ContentError` where the check does not take these answers.
    """
    outcome = json.loads(cor_calc.check_json(known(name).name, json.dumps(answers), on))
    if "problems" in outcome:
        raise ContentError(f"the example for “{name}” cannot be read: {outcome['problems']}")
    given = definition_list(dict(answers_in_words(known(name), numbers_as_text(answers))))
    results = "\n\n".join(result_in_words(here, result) for result in outcome["results"])
    label = f"**An example, with made-up answers, on {in_words(date.fromisoformat(on))}**"
    return f'<div class="cor-example" {UNSEARCHED} markdown="1">\n\n{label}\n\n{given}\n\n{results}\n\n</div>'


def numbers_as_text(answers: Any) -> Any:
    """Return answers with their numbers as text, as the reader of answers takes them."""
    if isinstance(answers, Mapping):
        return {key: numbers_as_text(value) for key, value in answers.items()}
    if isinstance(answers, list):
        return [numbers_as_text(value) for value in answers]
    return str(answers) if isinstance(answers, int | float) else answers


def answers_in_words(check: Check, answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each question that was answered, with the answer as people read it."""
    read, given = read_answers(check.keys, answers, kept.load(), Problems())
    for key in given:
        question = questions(kept.load())[key]
        yield question.label, question.kind.shown(read[key]) if key in read else "not known"


def result_in_words(here: str, result: Mapping[str, Any]) -> str:
    """Return one result: its headline, each finding that decides it, linked to its rule, and its dates."""
    dates = forms.described()["dates"]
    decisive = (finding for finding in result["findings"] if finding["decisive"])
    lines = [f"- {finding_in_words(here, finding)}" for finding in decisive]
    lines += [
        f"- {dates[found['name']]['label']}: {in_words(date.fromisoformat(found['date']))}" for found in result["dates"]
    ]
    verdict = f"{{ .cor-verdict .cor-verdict--{result['tone']} }}"
    return "\n".join((result["headline"], verdict, "", *lines))


def finding_in_words(here: str, finding: Mapping[str, Any]) -> str:
    """Return one finding: the rule, what it needs and the answer; where it compares nothing, what it says."""
    title = forms.described()["rules"][finding["rule"]]["title"]
    address = rule_address(here, finding["rule"], kept.load())
    name = f"[{title}]({address})" if address else title
    if finding["needs"] is None:
        return f"{name}: {finding['statement']}"
    return f"{name}. Needed: {finding['needs']}; given: {finding['answer'] or 'no answer'}"


def known(name: str) -> Check:
    """Return a check by its name, or raise `ContentError` where there is none."""
    if name not in CHECKS:
        raise ContentError(f"there is no check called “{name}”")
    return CHECKS[name]
