"""The form of a check, as HTML, made from the description of the checks: its questions are listed nowhere else."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cor_calc.edges.description import description
from cor_calc.law import load
from cor_site.forms import headcount, layout

CALCULATOR = Path(__file__).resolve().parents[3] / "calculator"


def form_html(check_name: str, root: str = "../../") -> str:
    """Return `<cor-check>` with the form of a check, its place for the answer, and the script and style it needs.

    `root` leads from the page to the site's root. KeyError where there is no such check.
    """
    return _rendered("form/page.html.j2", check_name, root, embedded=False)


def embedded_html(check_name: str, root: str) -> str:
    """Return the same form for other sites' pages: without script and style, with a line that says whose it is."""
    return _rendered("form/check.html.j2", check_name, root, embedded=True)


@cache
def described() -> dict[str, Any]:
    """Return the description of the checks, in the words of the rules in force on the last day of reading."""
    law = load()
    return description(law, law.last_read)


def _rendered(template: str, check_name: str, root: str, *, embedded: bool) -> str:
    known = described()
    check = {check["name"]: check for check in known["checks"]}[check_name]
    return (
        environment()
        .get_template(template)
        .render(
            check=check,
            questions={key: question(key, known["questions"][key]) for key in check["keys"]},
            parts=layout.parts(check_name, check["keys"]),
            first=layout.FIRST.get(check_name),
            groups=headcount.groups() if "employees" in check["keys"] else (),
            root=root,
            table=root + layout.table(check_name),
            embedded=embedded,
        )
    )


def question(key: str, described: dict[str, Any]) -> dict[str, Any]:
    """Return a question with what only its form says: what a row of a list is called, whether it can be pasted."""
    row = layout.ROWS.get(key, layout.RowWords("row"))
    return whole(described) | {"row": row.word, "pasted": row.pasted}


def whole(described: dict[str, Any]) -> dict[str, Any]:
    """Return a question, with the item or the fields of a list, in which nothing is left out."""
    missing: dict[str, Any] = {"label": "", "hint": "", "options": (), "unit": "", "may_be_empty": False}
    made = missing | described
    if "item" in made:
        made["item"] = whole(made["item"])
    return made | {"fields": [whole(field) for field in made.get("fields", ())]}


@cache
def environment() -> Environment:
    """Return Jinja2 over the calculator's templates; every value is escaped."""
    made = Environment(
        loader=FileSystemLoader([CALCULATOR / room for room in ("check", "many", "shared")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["with_article"] = with_article
    return made


def with_article(noun: str) -> str:
    """Return a noun with its article: a tie, an element."""
    return f"{'an' if noun.strip()[0] in 'aeiou' else 'a'} {noun.strip()}"
