"""The form of a check, as HTML, made from its questions: they are listed nowhere else."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cor_calc import facts
from cor_calc.calendar import DATE_RULES
from cor_calc.checks import CHECKS

CALCULATOR = Path(__file__).resolve().parents[3] / "calculator"
STYLES = ("check", "check-questions", "check-lists", "check-answer", "check-pictures", "check-paper")
UNITS = {"percent": "%", "money": "$"}
IMPORT = re.compile(r"""from "\./([\w-]+\.mjs)";""")


def form_html(check_name: str, root: str = "../../") -> str:
    """Return `<cor-check>` with the form of a check, its place for the result, and the script and style it needs.

    `root` leads from the page to the site's root. KeyError where there is no such check.
    """
    template = environment().get_template("form.html.j2")
    parts = {"styles": STYLES, "modules": modules("cor-check.mjs")}
    return template.render(check=CHECKS[check_name], facts=facts.load(), root=root, embedded=False, **parts)


def embedded_html(check_name: str, root: str) -> str:
    """Return the same form for other sites' pages: without script and style, with a line that says whose it is."""
    template = environment().get_template("embed.html.j2")
    return template.render(check=CHECKS[check_name], facts=facts.load(), root=root, embedded=True)


def names() -> str:
    """Return what an outcome names by id alone, as JSON: titles of rules, dates and sources; what is drawn."""
    known = facts.load()
    short = {partner.name: partner.short for partner in known.partners.values()}
    sources = {
        source.id: {
            "title": source.title,
            "publisher": short.get(source.publisher, source.publisher),
            "dated": source.dated,
            "url": source.url,
        }
        for source in known.sources.values()
    }
    found = {
        "rules": {fact.id: fact.title for fact in known.facts.values()},
        "lines": {fact.id: fact.value for fact in known.facts.values() if fact.unit == "percent"},
        "months": {fact.id: fact.value for fact in known.facts.values() if fact.unit == "months"},
        "dates": {name: label for name, (_, label) in DATE_RULES.items()},
        "sources": sources,
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


@cache
def environment() -> Environment:
    """Return Jinja2 over the calculator's templates; every value is escaped."""
    made = Environment(
        loader=FileSystemLoader(CALCULATOR / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.tests["of_kind"] = is_of_kind
    made.filters["unit"] = unit
    return made


def is_of_kind(kind: Any, *names: str) -> bool:
    """Return whether a question's kind is one of the classes with these names."""
    return type(kind).__name__ in names


def unit(kind: Any) -> str:
    """Return the unit to show beside a number; empty where there is none."""
    name = str(getattr(kind, "unit", ""))
    return UNITS.get(name, name)


def modules(first: str) -> list[str]:
    """Return a module and all that it imports, for the browser to fetch at once instead of one after another."""
    found = [first]
    for name in found:
        text = (CALCULATOR / name).read_text(encoding="utf-8")
        found += [other for other in dict.fromkeys(IMPORT.findall(text)) if other not in found]
    return found
