"""What a file of many employers can hold: a template for each check, and what each of its columns takes.

Both are made from the questions, so a new question has its column here at once.
"""

import csv
import io
from typing import Any

from cor_calc.checks import CHECKS, Check
from cor_site import forms
from cor_site.docs.markup import UNSEARCHED, link

FOLDER = "many/templates"
NAME = "employer"
"""The column that no question has: such columns pass through, and the first of them tells the rows apart."""

NAMES = ("North Ltd.", "South Ltd.")
ROWS = 2

WORDS: dict[str, tuple[str, str]] = {
    "partner": ("acsa", "esc"),
    "employees": ("14", "9"),
    "records_since": ("2025-01-15", "2025-09-01"),
    "audit_date": ("2026-05-04", "2026-03-16"),
    "documentation_months": ("15", "6"),
    "links": ("auditor|advised|2024-06-30", "none"),
    "module_1_completed": ("2025-02-14", "2025-05-09"),
    "module_12_completed": ("2025-11-21", "not_yet"),
    "audit_completed": ("2026-03-20", "not_yet"),
    "certified_on": ("2024-06-03", "2025-03-10"),
    "certification_audit_ended": ("2024-04-26", "2025-02-07"),
    "maintenance_audit_ended": ("2025-05-23", "2026-02-27"),
    "first_maintenance": ("2025-05-23", "2026-02-27"),
    "second_maintenance": ("2026-04-17", "not_yet"),
    "maintenance_year": ("2026", "2027"),
    "years_certified": ("6", "4"),
    "certification_audits": ("3", "2"),
    "auditor_certified_on": ("2024-02-05", "2025-06-16"),
    "refresher_on": ("2026-01-29", "not_yet"),
    "audits": ("2025-05-16;2026-04-24", "none"),
    "elements": ("Training|45|50;Inspections|38|60", "Training|50|50;Inspections|54|60"),
    "evidence": ("Training|in_place|partly|in_place", "Training|in_place|in_place|not_applicable"),
    "last_link_ended": ("2024-06-30", "2025-01-31"),
    "field_work_started": ("2026-04-20", "2026-03-02"),
    "field_work_ended": ("2026-04-24", "2026-03-06"),
    "corrections_asked_on": ("2026-05-11", "2026-03-20"),
    "industries": ("250000|1.85", "120000|2.40;80000|0.95"),
}
"""Examples that have to fit each other, or that no kind can give; the others follow from the kind of their question."""

OF_KIND = {
    "percent": ("85.5", "92"),
    "money": ("45000", "12500.50"),
    "points": ("45", "38"),
    "date": ("2026-03-31", "2026-06-30"),
    "text": ("North", "South"),
}

FIVE_DIGITS = 10_000
"""From here on a number has a comma; a year has none."""


def templates() -> dict[str, str]:
    """Return the template of each check by its path within `docs/`: the header, and two rows as an example."""
    return {f"{FOLDER}/{check.name}.csv": template(check) for check in CHECKS.values()}


def template(check: Check) -> str:
    """Return a check's template as CSV, as spreadsheets write it."""
    questions = forms.described()["questions"]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([NAME, *check.keys])
    for row in range(ROWS):
        writer.writerow([NAMES[row], *(example(key, questions[key])[row] for key in check.keys)])
    return out.getvalue()


def example(key: str, question: dict[str, Any]) -> tuple[str, str]:
    """Return the example answers to a question, as cells."""
    if key in WORDS:
        return WORDS[key]
    match question["kind"]:
        case "choice":
            values = [option["value"] for option in question["options"]]
            return values[0], values[1]
        case "whole":
            return str(question["low"]), str(question["low"] + 1)
        case "list":
            one, other = example("", question["item"])
            return f"{one};{other}", f"{other};{one}"
        case kind:
            return OF_KIND[kind]


def columns(here: str) -> str:
    """Return what each column of each check takes, as Markdown with a heading for each check."""
    return "\n\n".join(section(here, check) for check in CHECKS.values())


def section(here: str, check: Check) -> str:
    """Return one check: its template, and its columns."""
    questions = forms.described()["questions"]
    lines = "\n".join(f"- `{key}`: {questions[key]['label']} {takes(questions[key])}" for key in check.keys)
    ways = (
        f"[Template]({link(here, f'{FOLDER}/{check.name}.csv')}) · [The check]({link(here, f'check/{check.name}.md')})"
    )
    listed = f'<div {UNSEARCHED} markdown="1">\n\n{lines}\n\n</div>'
    return f"## {check.title} {{ #{check.name} }}\n\n{ways}\n\n{listed}"


def takes(question: dict[str, Any]) -> str:
    """Return what a cell takes, in a sentence or two."""
    if question["kind"] == "rows":
        fields = question["fields"]
        shape = "|".join(field["key"] for field in fields)
        of_fields = " ".join(f"`{field['key']}`: {lower(value(field))}." for field in fields if field["kind"] != "text")
        return f"Rows of `{shape}`, separated by `;`.{none(question)} {of_fields}"
    if question["kind"] == "list":
        return f"{value(question['item'])}; several are separated by `;`.{none(question)}"
    return f"{value(question)}."


def value(question: dict[str, Any]) -> str:
    """Return what one value is, as a clause that begins a sentence."""
    words = "".join(f", or `{option['value']}`" for option in question.get("options", ()))
    match question["kind"]:
        case "choice":
            return "One of " + ", ".join(f"`{option['value']}`" for option in question["options"])
        case "whole":
            return f"A whole number from {question['low']} to {number(question['high'])}{words}"
        case "percent":
            return f"A percentage from 0 to 100{words}"
        case "money":
            return f"An amount{words}"
        case "points":
            return f"A number of points{words}"
        case "date":
            return f"A date{words}"
        case _:
            return "A text"


def number(value: int) -> str:
    """Return a number as people write it; a year has no comma."""
    return f"{value:,}" if value >= FIVE_DIGITS else str(value)


def lower(clause: str) -> str:
    """Return a clause as it stands within a sentence."""
    return clause[0].lower() + clause[1:]


def none(question: dict[str, Any]) -> str:
    """Return how an empty list is written, where there can be one."""
    return " `none` where there is none." if question.get("may_be_empty") else ""
