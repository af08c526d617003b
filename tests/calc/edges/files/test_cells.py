"""Cells: answers as spreadsheets write them, and what is left to be refused."""

from datetime import date
from typing import Any

import pytest

from cor_calc.checks import CHECKS
from cor_calc.edges.files.batch import Answered, Batch
from cor_calc.engine.questions import written_answers
from cor_calc.law import load

from ....support.asking import TODAY, table


def read(check: str, key: str, cell: str, delimiter: str = ",") -> Any:
    """Return the answer that one cell is read as, as JSON; None where it is not known; its codes where it has problems."""
    found: list[Any] = []

    def keep(row: Answered) -> None:
        if row.problems:
            found.append([(problem.path, problem.code) for problem in row.problems])
        else:
            found.append(written_answers(row.answers).get(key))

    quoted = cell.replace('"', '""')
    batch = Batch(CHECKS[check], load(), date.fromisoformat(TODAY), on_row=keep)
    batch.feed(f'Employer{delimiter}{key}\n"x"{delimiter}"{quoted}"\n', last=True)
    return found[0]


@table(
    "check key cell answer",
    [
        ("certification", "overall_score", "80", "80.00", "a percent"),
        ("certification", "overall_score", "80%", "80.00", "with its sign"),
        ("certification", "overall_score", " 79.99 % ", "79.99", "with blanks around it"),
        ("certification", "employees", "1,234", 1234, "a comma between thousands"),
        ("certification", "employees", "12", 12, "a number"),
        ("refund", "industry_rated_premium", "$1,234.50", "1234.50", "dollars"),
        ("refund", "industry_rated_premium", "$ 12,345,678", "12345678.00", "many dollars"),
        ("refund", "industry_rated_premium", "1234.5", "1234.50", "without a sign"),
        ("certification", "records_since", "2025/03/01", "2025-03-01", "a day with slashes"),
        ("certification", "records_since", "2025/3/1", "2025-03-01", "short"),
        ("certification", "records_since", "2025-03-01", "2025-03-01", "as in JSON"),
        ("certification", "assessor", "external_auditor", "external_auditor", "a choice as in JSON"),
        ("certification", "partner", "AFPA (food)", "afpa_food", "a partner's short name"),
        ("certification", "partner", "Alberta Motor Transport Association", "amta", "a partner's full name"),
        ("certification", "partner", "ESC: Energy Safety Canada", "esc", "both, as beside the control"),
        ("certification", "assessor", "External auditor", "external_auditor", "with a blank, and a capital"),
        ("certification", "assessor", "A certified external auditor", "external_auditor", "by its words beside the control"),
        ("certification", "partner", "ESC", "esc", "a partner in capitals"),
        ("certification", "partner", "AFPA Forest", "afpa_forest", "a partner of two words"),
        ("maintenance", "program", "COR", "cor", "a program in capitals"),
        ("internal-auditor", "audit_completed", "Not yet", "not_yet", "a word that stands for a day"),
        ("internal-auditor", "audit_completed", "not-yet", "not_yet", "with a hyphen"),
        ("alternatives", "auditor_on_staff", "Yes", "yes", "yes"),
        ("alternatives", "last_maintenance", "none", "none", "a choice that is called none"),
        ("certification", "element_scores", "80%;90.5;N/A; 60", ["80.00", "90.50", "not_applicable", "60.00"], "a list"),
        ("certification", "element_scores", "80;;unsure;Unsure", ["80.00", None, None, None], "items that are not known"),
        ("certification", "element_scores", "Does not apply;80", ["not_applicable", "80.00"], "by its words"),
        ("certification", "element_scores", "49.99", ["49.99"], "a list of one"),
        ("independence", "links", "none", [], "an empty list"),
        ("independence", "links", "None", [], "in capitals"),
        ("independence", "links", "auditor|employed|2024/2/29;corporate_group|Did an earlier audit, and nothing else|ongoing",
         [{"who": "auditor", "kind": "employed", "ended": "2024-02-29"},
          {"who": "corporate_group", "kind": "audited", "ended": "ongoing"}], "rows"),
        ("independence", "links", "||2024-02-29", [{"ended": "2024-02-29"}], "fields that are not known"),
        ("independence", "links", "auditor|unsure|;", [{"who": "auditor"}, None], "and a row"),
        ("score", "elements", r"A\;B|40|50;C\|D\\|45.5|50",
         [{"name": "A;B", "awarded": "40.00", "possible": "50.00"}, {"name": "C|D\\", "awarded": "45.50", "possible": "50.00"}],
         "a backslash before a semicolon, a bar and a backslash"),
        ("refund", "industries", "$1,000,000|1.23", [{"earnings": "1000000.00", "rate": "1.23"}], "money within a row"),
        ("auditor-upkeep", "audits", "2025/05/01;2026-05-01", ["2025-05-01", "2026-05-01"], "days in a list"),
        ("certification", "employees", "", None, "an empty cell"),
        ("certification", "employees", "  ", None, "blanks"),
        ("certification", "employees", "unsure", None, "unsure"),
        ("certification", "element_scores", "Unsure", None, "unsure of a list"),
    ],
)  # fmt: skip
def test_cells_that_are_read(check: str, key: str, cell: str, answer: Any) -> None:
    """Each as the JSON answer that it stands for."""
    assert read(check, key, cell) == answer


@table(
    "check key cell problems",
    [
        ("certification", "overall_score", "eighty", [("overall_score", "wrong_type")], "a word"),
        ("certification", "overall_score", "80,5", [("overall_score", "wrong_type")], "a decimal comma among commas"),
        ("certification", "element_scores", "80,90", [("element_scores.0", "wrong_type")], "commas between scores: not one score"),
        ("certification", "element_scores", "80|90", [("element_scores.0", "wrong_type")], "bars between scores"),
        ("certification", "overall_score", "$80", [("overall_score", "wrong_type")], "dollars for a percent"),
        ("certification", "employees", "12%", [("employees", "wrong_type")], "percents of employees"),
        ("certification", "employees", "1,23", [("employees", "wrong_type")], "commas between hundreds"),
        ("certification", "employees", "12.5", [("employees", "wrong_type")], "half an employee"),
        ("certification", "records_since", "01/03/2025", [("records_since", "bad_date")], "a day that could be two"),
        ("certification", "records_since", "2025/13/01", [("records_since", "bad_date")], "a month that does not exist"),
        ("certification", "assessor", "auditor", [("assessor", "bad_choice")], "a word that is no choice"),
        ("certification", "element_scores", "none", [("element_scores", "out_of_range")], "no element at all"),
        ("independence", "links", "auditor|employed", [("links.0", "wrong_type")], "a row too short"),
        ("independence", "links", "auditor|employed|2024-02-30|x", [("links.0", "wrong_type")], "a row too long"),
        ("independence", "links", "auditor|employed|2024-02-30", [("links.0.ended", "bad_date")], "a field of a row"),
        ("score", "elements", "A|5|4", [("elements.0.awarded", "out_of_range")], "fields that do not fit each other"),
        ("internal-auditor", "audit_completed", "2027-01-01", [("audit_completed", "out_of_range")], "a day to come"),
    ],
)  # fmt: skip
def test_cells_that_cannot_be_read(check: str, key: str, cell: str, problems: list[tuple[str, str]]) -> None:
    """The problems are those of JSON, at the same paths."""
    assert read(check, key, cell) == problems


@pytest.mark.parametrize("delimiter", [";", "\t"])
@table(
    "check key cell answer",
    [
        ("certification", "overall_score", "80,5", "80.50", "a percent"),
        ("refund", "industry_rated_premium", "1234,50", "1234.50", "money"),
        ("refund", "industry_rated_premium", "1,234", "1234.00", "thousands all the same"),
        ("certification", "element_scores", "80,5;90", ["80.50", "90.00"], "in a list"),
        ("score", "elements", "A|45,5|50", [{"name": "A", "awarded": "45.50", "possible": "50.00"}], "in a row"),
    ],
)
def test_a_decimal_comma_where_no_comma_separates(check: str, key: str, cell: str, answer: Any, delimiter: str) -> None:
    """Spreadsheets that write 80,5 separate their cells by something else."""
    assert read(check, key, cell, delimiter) == answer
