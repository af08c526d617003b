"""`{{ … }}` in pages: what it gives, and that a slip fails and says why."""

import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from cor_calc import facts
from cor_calc.checks import CHECKS
from cor_site import inserts

from .prose import DOCS, ROOT


def fill(markdown: str, uri: str = "employers/audit.md") -> str:
    """Return a text as the page at this path would have it."""
    page = SimpleNamespace(file=SimpleNamespace(src_uri=uri), url=uri.replace(".md", "/"))
    return inserts.fill(markdown, page, DOCS)  # type: ignore[arg-type]


def test_facts_and_sentences() -> None:
    """A fact comes with its unit, a sentence as the facts have it."""
    mark = facts.load().facts["overall-pass-mark"]
    assert fill('{{ fact("overall-pass-mark") }}').strip() == mark.shown()
    assert fill('{{ sentence("overall-pass-mark") }}').strip() == mark.sentence()


def test_partner() -> None:
    """A certifying partner comes by its short name, linked."""
    assert fill('{{ partner("aasp") }}').strip() == "[AASP](https://aasp.ca/)"


@pytest.mark.parametrize("contested", [fact.id for fact in facts.load().facts.values() if fact.versions])
def test_comparison_has_a_row_for_each_partner(contested: str) -> None:
    """Each partner's version is a row of the table."""
    rows = fill(f'{{{{ compare("{contested}") }}}}').strip().splitlines()
    assert len(rows) == 2 + len(facts.load().facts[contested].versions)


@pytest.mark.parametrize("check", CHECKS)
def test_decision_tables_link_their_rules(check: str) -> None:
    """Each check has its table, and the rules in it lead to where they are explained."""
    assert "](../reference/rules.md#" in fill(f'{{{{ decision_table("{check}") }}}}')


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_is_in_the_overview(check: str) -> None:
    """The list of checks leads to each check's page."""
    assert f"](../check/{check}.md)" in fill("{{ checks() }}")


def test_example_shows_answers_and_verdict() -> None:
    """A worked example has the answers in words, the headline, and what decides."""
    text = fill('{{ example("certification", {"employees": 11, "documentation_months": 2}, on="2026-11-22") }}')
    assert "2 months" in text
    assert ".cor-verdict--no" in text
    assert "rules.md#secor-largest-employer" in text


def test_markdown_ids_are_left_alone() -> None:
    """Jinja2 does not take a heading's id for a comment."""
    assert fill("## A heading {#its-id}") == "## A heading {#its-id}\n"


@pytest.mark.parametrize(
    ("slip", "named"),
    [
        ('{{ fact("no-such-fact") }}', "no-such-fact"),
        ('{{ compare("overall-pass-mark") }}', "overall-pass-mark"),
        ('{{ partner("nobody") }}', "nobody"),
        ('{{ decision_table("no-such-check") }}', "no-such-check"),
        ('{{ example("certification", {"employees": -1}, on="2026-11-22") }}', "employees"),
        ("{{ no_such_name }}", "no_such_name"),
        ("{{ fact( }}", "unexpected"),
    ],
)
def test_a_slip_fails_and_is_named(slip: str, named: str) -> None:
    """Nothing unknown ever turns into an empty place on a page."""
    with pytest.raises(inserts.MISTAKES, match=named):
        fill(slip)


def test_a_slip_fails_the_build_and_names_the_page(tmp_path: Path) -> None:
    """The build says which page has the unknown fact."""
    shutil.copytree(DOCS, tmp_path / "docs")
    page = tmp_path / "docs" / "employers" / "audit.md"
    page.write_text(page.read_text(encoding="utf-8") + '\n{{ fact("no-such-fact") }}\n', encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for room in ("src", "calculator"):
        (tmp_path / room).symlink_to(ROOT / room)
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "employers/audit.md: there is no fact called “no-such-fact”" in done.stderr
