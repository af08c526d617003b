"""Each situation has its page and each next step leads somewhere; no stranger's answer stands beside one's own."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from cor_calc import check_json
from cor_calc.checks import CHECKS
from cor_calc.law import load

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PARTNERS = {f"partners/{partner}/" for partner in load().partners}
GENERATED = PARTNERS | {"partners/", "about/what-changed/"}
SITUATIONS = {
    "a tender asks for it": "employers/tender.md",
    "we have none yet": "employers/start.md",
    "we hold one": "check/cycle.md",
    "it has expired": "employers/expired.md",
    "we missed an audit": "employers/missed-year.md",
    "I audit": "auditors/clock.md",
}
STEP = re.compile(r'Step\([^)]*?f?"((?:check|employers|auditors|partners|reference|about)/[^"]*)"\)')


def written(path: str) -> str:
    """Return a page as it is written."""
    return (DOCS / path).read_text(encoding="utf-8")


def exists(address: str) -> bool:
    """Return whether a page has an address within the site."""
    place = address.split("#", maxsplit=1)[0].rstrip("/")
    return address.split("#", maxsplit=1)[0] in GENERATED or any(
        (DOCS / name).is_file() for name in (f"{place}.md", f"{place}/index.md")
    )


def examples(path: str) -> list[tuple[str, dict[str, Any], str]]:
    """Return the worked examples of a page: the check, the answers, the day."""
    found: list[tuple[str, dict[str, Any], str]] = []
    calls = dict.fromkeys(re.findall(r"\{\{ ?(\w+)\(", written(path)), lambda *_, **__: "")
    calls["example"] = lambda check, answers, on: found.append((check, answers, on)) or ""
    environment = Environment(comment_start_string="{##", comment_end_string="##}", autoescape=False)  # noqa: S701
    environment.from_string(written(path)).render(calls)
    return found


def test_home_begins_with_the_situation():
    """The first list of the home page leads to every situation, and its second to every partner."""
    home = written("index.md")
    first, _, second = home.partition("## Which is your certifying partner?")
    for page in SITUATIONS.values():
        assert f"]({page})" in first
    for address in PARTNERS:
        assert f"]({address.removesuffix('/')}.md)" in second


@pytest.mark.parametrize("page", SITUATIONS.values())
def test_each_situation_leads_to_a_check(page):
    """A page for a situation opens the check that decides it, near its top."""
    top = written(page).partition("\n# ")[2][:900]
    assert "check_form(" in top or re.search(r"\]\(\.\./check/[a-z-]+\.md\)\{ \.md-button", top)


@pytest.mark.parametrize("name", CHECKS)
def test_no_strangers_answer_beside_ones_own(name):
    """A check's page has the form alone; examples and table are on a page of their own, which it links to."""
    page = written(f"check/{name}.md")
    assert f'check_form("{name}")' in page
    assert "example(" not in page
    assert "decision_table(" not in page
    assert f"]({name}-examples.md)" in page
    assert examples(f"check/{name}-examples.md")


def test_the_overview_is_the_checks_own_page():
    """check/ itself is the overview's form."""
    assert 'check_form("overview")' in written("check/index.md")


NEW = [f"check/{name}-examples.md" for name in CHECKS]
NEW += [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if "value(" in path.read_text("utf-8")]


@pytest.mark.parametrize("page", sorted(set(NEW)))
def test_examples_can_be_worked_out(page):
    """Every example's answers are ones that its check takes."""
    for check, answers, on in examples(page):
        outcome = json.loads(check_json(check, json.dumps(answers), on))
        assert "problems" not in outcome, outcome


def test_every_next_step_has_its_page():
    """Where a check sends people there is a page."""
    checks = "".join(path.read_text("utf-8") for path in (ROOT / "src/cor_calc/checks").glob("*.py"))
    steps = set(STEP.findall(checks))
    assert len(steps) >= 10
    assert not [step for step in steps if "{" not in step and not exists(step)]
