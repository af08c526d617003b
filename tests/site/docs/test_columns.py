"""Templates and the list of columns are made from the questions, and the batch reads what they say."""

import csv
import io
import re
from datetime import date

import pytest

from cor_calc.checks import CHECKS
from cor_calc.edges.files.batch import Batch
from cor_calc.engine.questions import QUESTIONS
from cor_calc.law import load
from cor_site.docs import inserts, pages
from cor_site.docs.generated import columns
from cor_site.docs.inserts import facts
from cor_site.setup.paths import DOCS

ON = date(2026, 11, 26)
PAGE = "many/columns.md"


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_template_is_read_and_answered(check: object) -> None:
    """Every question has its column, in each of the rows something stands in it, and all of it is sound."""
    name = check.name  # type: ignore[attr-defined]
    text = columns.template(CHECKS[name])
    header, *rows = csv.reader(io.StringIO(text))
    assert header == [columns.NAME, *CHECKS[name].keys]
    assert len(rows) == columns.ROWS
    assert all(cell for row in rows for cell in row)
    batch = Batch(CHECKS[name], load(), ON)
    batch.feed(text, last=True)
    assert (batch.counts.rows, batch.counts.bad) == (columns.ROWS, 0)


def test_examples_are_of_questions_that_there_are() -> None:
    """A name that no question has is a slip."""
    assert set(columns.WORDS) <= set(QUESTIONS)


def test_the_page_has_every_column_of_every_check() -> None:
    """Each in the section of its check, with its template."""
    text = inserts.fill(pages.read(DOCS, PAGE), facts.load(), DOCS)
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    assert len(sections) == len(CHECKS)
    for section, (name, check) in zip(sections, CHECKS.items(), strict=True):
        assert f"{{ #{name} }}" in section
        assert f"(templates/{name}.csv)" in section
        assert re.findall(r"^- `(\w+)`:", section, flags=re.MULTILINE) == list(check.keys)


@pytest.mark.parametrize(("key", "says"), [
    ("employees", "A whole number from 1 to 99,999."),
    ("maintenance_year", "A whole number from 2023 to 2199."),
    ("certificate", "One of `standard`, `one_year`."),
    ("first_maintenance", "A date, or `not_yet`."),
    ("audits", "A date; several are separated by `;`. `none` where there is none."),
    ("element_scores", "A percentage from 0 to 100, or `not_applicable`; several are separated by `;`."),
])  # fmt: skip
def test_what_a_column_takes(key: str, says: str) -> None:
    """In a sentence, from the kind of the question."""
    assert columns.takes(columns.forms.described()["questions"][key]) == says


def test_what_a_column_of_rows_takes() -> None:
    """The order of the values, and what each of them is."""
    said = columns.takes(columns.forms.described()["questions"]["links"])
    assert said.startswith("Rows of `who|kind|ended`, separated by `;`. `none` where there is none.")
    assert "`ended`: a date, or `ongoing`." in said
