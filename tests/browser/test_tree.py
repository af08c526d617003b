"""What a screen reader is told: the tree of each check, empty, with problems, answered, in the rules' own words."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from cor_calc.answers import Question
from cor_calc.checks import CHECKS, Check

from . import cases, form
from .test_access import ANSWERED

UNSURE = 'radio "I am not sure"'
MARKS = {"yes": "Met", "no": "Not met", "unknown": "Open", "not_covered": "Not covered"}


def node(depth: int, words: str, text: str = "") -> str:
    """Return one line of a tree: a role with its name, and what it says."""
    key = words.replace("'", "''")
    return f"{'  ' * depth}- '{key}'" + (f": {json.dumps(text, ensure_ascii=False)}" if text else "")


def branch(depth: int, words: str, *below: str) -> list[str]:
    """Return a role with its name and what is below it."""
    return [node(depth, words) + ":", *below] if below else [node(depth, words)]


def named(role: str, name: str) -> str:
    """Return a role with its name, as a tree has them."""
    return f"{role} {json.dumps(name, ensure_ascii=False)}"


def form_tree(check: Check) -> str:
    """Return the empty form: every question by its label, with its hint and its choices."""
    questions = [line for question in check.questions for line in question_tree(question)]
    ends = [node(1, 'button "Show the answer"'), node(1, 'button "Start again"'), node(1, "status")]
    return "\n".join(branch(0, named("form", check.title), *questions, *ends))


def question_tree(question: Question) -> list[str]:
    """Return one question."""
    label = question.label + " (optional)" * question.optional
    kind: Any = question.kind
    hint = lambda depth: [node(depth, "paragraph", question.hint)] if question.hint else []  # noqa: E731
    match type(kind).__name__:
        case "Choice":
            choices = [node(2, named("radio", words)) for _, words in kind.options]
            return branch(1, named("group", label), *hint(2), *choices, node(2, UNSURE))
        case "ListOf" if kind.low == 0:
            gate = [node(2, 'radio "None"'), node(2, 'radio "One or more"'), node(2, UNSURE)]
            return branch(1, named("group", label), *hint(2), *gate)
        case "ListOf":
            return branch(1, named("group", label), *hint(2), node(2, 'button "Add an element"'))
        case _:
            words = [node(1, named("checkbox", words)) for _, words in getattr(kind, "words", ())]
            return [*hint(1), node(1, named("textbox", label)), *words]


def answer_tree(check: Check, outcome: dict[str, Any]) -> str:
    """Return the answer: a part for each result, under headings, and what can be done with it."""
    results = [line for result in outcome["results"] for line in result_tree(check, result)]
    kept = branch(1, 'region "Keep this answer"', *(node(2, f'button "{words}"') for words in ("Copy link", "Print")))
    return "\n".join(branch(0, 'region "Your answer"', node(1, 'heading "Your answer" [level=2]'), *results, *kept))


def result_tree(check: Check, result: dict[str, Any]) -> list[str]:
    """Return one result: its headline, what still matters, why, and what to do next."""
    parts = [node(2, "heading [level=3]"), node(2, "paragraph", result["headline"])]
    labels = {question.key: question.label for question in check.questions}
    parts += listed("What still matters", [named("link", labels[key]) for key in result["open_questions"]])
    if check.name != "plan":
        decides = result["verdict"] is not None
        parts += listed(
            "Why",
            [
                f"paragraph: {' '.join([MARKS[each['met']]] * decides + [each['statement']])}"
                for each in result["findings"]
            ],
        )
    parts += listed("What to do next", [named("link", step["text"]) for step in result["next_steps"]])
    return branch(1, "article", *parts)


def listed(heading: str, entries: list[str]) -> list[str]:
    """Return a heading and its list, nothing where there are no entries."""
    if not entries:
        return []
    items = []
    for entry in entries:
        role, _, text = entry.partition(": ") if entry.startswith("paragraph: ") else (entry, "", "")
        items += branch(3, "listitem", node(4, role, text))
    return [node(2, f'heading "{heading}" [level=4]'), *branch(2, "list", *items)]


@pytest.mark.parametrize("name", CHECKS)
def test_an_empty_form_is_told_by_its_questions(page: Page, name: str) -> None:
    """Each question by its label, with its hint and every choice, in their order."""
    element = form.open_check(page, name)
    expect(element).to_match_aria_snapshot(form_tree(CHECKS[name]))


@pytest.mark.parametrize(("name", "key", "typed"), cases.UNREADABLE)
def test_a_problem_is_told_at_its_field_and_above_the_form(page: Page, name: str, key: str, typed: str) -> None:
    """The summary is named, each entry is a link, and the field is invalid and described by the same sentence."""
    element = form.open_check(page, name, f"#v=1&{key}={typed}")
    expect(element).to_have_attribute("data-state", "problem", timeout=form.STARTS_WITHIN)
    entry = element.locator("[data-summary] a")
    message = entry.inner_text()
    link = branch(2, "list", *branch(3, "listitem", node(4, named("link", message))))
    heading = node(2, 'heading "Check your answers" [level=2]')
    expect(element).to_match_aria_snapshot(
        "\n".join(
            branch(0, named("form", CHECKS[name].title), *branch(1, 'group "Check your answers"', heading, *link))
        )
    )
    entry.press("Enter")
    field = page.locator("*:focus")
    expect(field).to_have_attribute("aria-invalid", "true")
    described = field.or_(element.locator(f"[data-question={key}]:is(fieldset):has(*:focus)"))
    said = [each.get_attribute("aria-describedby") or "" for each in described.all()]
    notes = [element.locator(f"[id='{note}']").inner_text() for ids in said for note in ids.split()]
    assert message in notes


@pytest.mark.parametrize("name", CHECKS)
def test_an_answer_is_told_from_its_headline_to_the_next_step(page: Page, name: str) -> None:
    """Headings in their order, a list of reasons each with its mark in words, and every link by its text."""
    page.add_init_script("addEventListener('cor-outcome', event => { window.told = event.detail })")
    element = form.open_check(page, name, f"#v=1&{ANSWERED[name]}")
    expect(element).to_have_attribute("data-state", "answered", timeout=form.STARTS_WITHIN)
    expect(element).to_match_aria_snapshot(answer_tree(CHECKS[name], page.evaluate("told")))


@pytest.mark.parametrize(("name", "picture"), [("plan", "img"), ("score", "table")])
def test_pictures_are_told_in_words(page: Page, name: str, picture: str) -> None:
    """The timeline has a name and a table below it; the bars are in a table that says the same."""
    element = form.open_check(page, name, f"#v=1&{ANSWERED[name]}")
    expect(element).to_have_attribute("data-state", "answered", timeout=form.STARTS_WITHIN)
    tree = element.aria_snapshot()
    assert re.search(rf"- {picture}\b", tree)
    assert re.search(r"- table", tree)
