"""The same situations in every browser: answered, kept in the address, offline, in another site's page, on paper."""

import io
import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pypdf
import pytest

from ..support.described import CHECKS, QUESTIONS
from ..support.fillings import command_line, expected, filled, in_one_control, link
from ..support.visiting.elsewhere import elsewhere, page_with
from ..support.visiting.visitor import Visitor

TYPED = {check: typed for check in CHECKS if (typed := in_one_control(filled(check)[0]))}
"""Answers to each check that can be typed without a list."""

EVERY_KIND = ("certification", "cycle", "refund")
"""Checks that together ask in every kind of control."""

EVERY_PART = (*EVERY_KIND, "overview")
"""Checks whose answers together have every kind of part."""

ASK_PYTHON = """async (calls) => {
    const { src } = document.querySelector("[data-src$='/python/worker.mjs']").dataset;
    const python = await import(new URL(src.replace("worker.mjs", "python.mjs"), location.href).href);
    return Promise.all(calls.map((call) => python.call("check_json", ...call)));
}"""


@pytest.mark.shows("answer")
@pytest.mark.shows("offline")
@pytest.mark.shows("print")
@pytest.mark.parametrize("check", EVERY_PART)
def test_links_are_answered_as_the_command_line_does(offline: Visitor, check: str) -> None:
    """With the same bytes and no host: a link that is opened, and others that are put in its place in the same tab.

    On paper stand the sentences that answer, whole, as far as a reader of PDF can tell.
    """
    first, *others = filled(check)
    offline.check(check, link(check, first))
    wanted = expected(check, first, offline.today())
    offline.expect_outcome(wanted)
    paper = squeezed("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(offline.printed())).pages))
    for result in json.loads(wanted)["results"]:
        assert squeezed(result["headline"]) in paper
    for answers in others:
        offline.run("hash => { location.hash = hash }", link(check, answers))
        offline.expect_outcome(expected(check, answers, offline.today()))


@pytest.mark.shows("answer")
def test_python_answers_every_check_as_the_command_line_does(visitor: Visitor) -> None:
    """With the same bytes, all on one page; the page of each check is opened in Chromium, and its form is brought below."""
    visitor.check("score")
    day = visitor.today()
    calls = [(check, json.dumps(answers), day) for check in CHECKS for answers in filled(check)]
    assert visitor.run(ASK_PYTHON, calls) == [command_line(*call).decode() for call in calls]


@pytest.mark.shows("offline")
def test_a_page_is_loaded_again_without_its_host(offline: Visitor) -> None:
    """With the same answer."""
    check, answers = "certification", filled("certification")[0]
    offline.check(check, link(check, answers))
    offline.reload()
    offline.expect_outcome(expected(check, answers, offline.today()))


def squeezed(text: str) -> str:
    """Return a text without its blanks: lines break where the paper ends."""
    return "".join(text.split())


def test_every_kind_of_control_is_typed() -> None:
    """What the fewer checks below leave out are questions, and no kind of control."""

    def kinds(checks: Iterable[str]) -> set[tuple[str, bool]]:
        asked = [QUESTIONS[key] for check in checks for key in TYPED[check]]
        return {(each["kind"], each["kind"] == "date" and bool(each["options"])) for each in asked}

    assert kinds(EVERY_KIND) == kinds(TYPED)


@pytest.mark.shows("answer")
@pytest.mark.parametrize("check", EVERY_KIND)
def test_what_is_typed_is_answered_and_kept_in_the_address(visitor: Visitor, check: str) -> None:
    """Typed, chosen and picked; after a reload it stands there again, with the same answer."""
    answers = TYPED[check]
    wanted = expected(check, answers, visitor.today())
    visitor.check(check)
    for key, value in answers.items():
        visitor.answer(key, value)
    visitor.expect_outcome(wanted)
    visitor.expect_address(f"/{link(check, answers)}")
    visitor.reload()
    visitor.expect_outcome(wanted)


@pytest.mark.shows("answer")
def test_back_and_forward_bring_answers_back(visit: Callable[[str], Visitor], site: str) -> None:
    """Two links opened in one tab, one after the other."""
    visitor = visit(site)  # browsers skip what was opened before without a click
    check, (first, second, _) = "certification", filled("certification")
    wanted = [expected(check, answers, visitor.today()) for answers in (first, second)]
    visitor.check(check, link(check, first))
    visitor.expect_outcome(wanted[0])
    visitor.run("hash => { location.hash = hash }", link(check, second))
    visitor.expect_outcome(wanted[1])
    visitor.back()
    visitor.expect_outcome(wanted[0])
    visitor.forward()
    visitor.expect_outcome(wanted[1])


@pytest.mark.shows("answer")
def test_a_date_is_typed_picked_and_taken_away(visitor: Visitor) -> None:
    """In the browser's own field, part by part; as its calendar hands it over; and emptied."""
    check, key = "certification", "audit_date"
    visitor.check(check)
    visitor.run("name => corTest.named(name, '').focus()", key)
    visitor.type_date("2024-05-16")
    visitor.expect_outcome(expected(check, {key: "2024-05-16"}, visitor.today()))
    visitor.answer(key, "2023-12-31")
    visitor.expect_outcome(expected(check, {key: "2023-12-31"}, visitor.today()))
    visitor.answer(key, "")
    visitor.expect_address(f"/check/{check}/")


@pytest.mark.shows("answer")
def test_a_check_is_answered_by_keyboard_alone(visitor: Visitor) -> None:
    """Past the page's head in one step; then every control is reached by Tab, in its order, and answered there."""
    check = "maintenance"
    answers = TYPED[check]
    visitor.check(check)
    visitor.press("Tab", "Enter")
    for key, value in answers.items():
        visitor.focus(key, value)
        kind = QUESTIONS[key]["kind"]
        if kind == "choice":
            visitor.press("Space" if visitor.run("() => corTest.focused().type === 'radio'") else "ArrowDown")
        elif kind == "date":
            visitor.type_date(value)
        else:
            visitor.press(*value)
    visitor.press("Enter")
    visitor.expect_outcome(expected(check, answers, visitor.today()))


def test_nobody_is_caught_by_tab(visitor: Visitor) -> None:
    """From the page's top, through the search field, into its content."""
    visitor.open("reference/")
    visitor.until("() => document.readyState === 'complete'")
    for _ in range(100):
        visitor.press("Tab")
        if visitor.run("() => Boolean(corTest.focused()?.closest('main article'))"):
            return
    raise AssertionError("The content is out of the keyboard's reach")


@pytest.mark.shows("embed")
def test_checks_answer_in_another_sites_page(visitor: Visitor, tmp_path: Path) -> None:
    """All of them on one page, under the policy that the docs ask for; the page's address stays as it is.

    Each is given its first answers: every kind of control is typed into above.
    """
    with elsewhere(tmp_path) as address:
        (tmp_path / "index.html").write_text(page_with(visitor.base, *TYPED), encoding="utf-8")
        visitor.go(f"{address}#theirs")
        for check, typed in TYPED.items():
            answers = dict(list(typed.items())[:2])
            visitor.run("id => { corTest.within = `#${id}` }", check)
            for key, value in answers.items():
                visitor.answer(key, value)
            visitor.expect_outcome(expected(check, answers, visitor.today()))
        assert visitor.address() == f"{address}#theirs"
