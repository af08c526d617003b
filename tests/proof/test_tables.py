"""Decision tables to the letter: the rows that a page shows, each with the basis of its rule."""

import pytest

from cor_calc.checks import CHECKS
from cor_calc.facts import fact

INDEPENDENCE = """
The audit is for | Ties that still held in the 12 months before it | May the auditor do it? | Basis
certification or recertification | none | yes | independence-period, independence-anniversary
certification or recertification | employed, contracted or advised | no | independence-period
certification or recertification | earlier audits alone | not covered | independence-earlier-audit
maintenance | any | not covered | independence-audits
"""
INTERNAL_AUDITOR = """
The audit was | In time? | Basis
completed within 6 months of Module 12, the last day included | yes | internal-auditor-period, {counted}
completed later | no | internal-auditor-period, {counted}
not yet, and the last day is gone by | no | internal-auditor-period, {counted}
not yet, and there is time | still open | internal-auditor-period, {counted}
""".replace("{counted}", "internal-auditor-period-counted")
CERTIFICATION = """
Question | COR needs | SECOR needs | Basis
How many months of documentation do you have? | at least 3 months | at least 3 months | documentation-minimum
Who does the audit? | certified external auditor | no condition | cor-assessor
What is the overall score? | at least 80% | at least 80% | overall-pass-mark
What is the score of each element? | at least 50% in each | at least 50% in each | element-pass-mark
How many employees do you have? | no condition | at most 10 | secor-largest-employer
"""
MAINTENANCE = """
Question | COR needs | Basis
How long does it last? | a standard certificate | one-year-renewed
When does the maintenance audit end? | in the 2 years after the calendar year of certification | maintenance-years
Who does the maintenance audit? | external, internal or candidate auditor | maintenance-assessor
What is the overall score? | at least 60% | maintenance-pass-mark
"""
SCORE = """
Audit | Overall | Elements | Basis
Certification and recertification | at least 80% | at least 50% in each | overall-pass-mark, element-pass-mark
COR maintenance audit | at least 60% | no line | maintenance-pass-mark
"""
PLAN = """
Date | Rule | Basis
One-year certificate: audit possible from … | = | documentation-minimum
Standard certificate: audit possible from … | = | documentation-standard
Auditor free of these ties for an audit that begins from … | = | independence-period
Internal auditor: last day to complete the audit … | = | internal-auditor-period
Certificate expires … | = | standard-certificate-years
First maintenance audit: earliest due date … | = | maintenance-due-first
Second maintenance audit: earliest due date … | = | maintenance-due-second
First maintenance audit: latest due date … | = | maintenance-due
Second maintenance audit: latest due date … | = | maintenance-due
Last day of the field work … | = | field-work-days-cor
Last day to submit the report … | = | report-days
Field work done by … (SECOR) | = | field-work-days-secor
"""
REFUND = """
The year is | Of the industry-rated premium | Basis
the first, COR | 10% | refund-first-year
the first, SECOR | not covered | refund-secor-first-year
maintained | 5% | refund-maintained-year
any, with improved claim costs | up to 20% | refund-most
"""
TABLES = [
    ("certification", CERTIFICATION, ["from 12 months of documentation on"]),
    ("independence", INDEPENDENCE, ["{independence-anniversary}"]),
    ("internal-auditor", INTERNAL_AUDITOR, []),
    (
        "maintenance",
        MAINTENANCE,
        ["SECOR", "{secor-maintenance-pass-mark}", "{certificate-last-day} {maintenance-due}"],
    ),
    ("score", SCORE, ["{score-from-points} {score-not-applicable}"]),
    ("plan", PLAN, []),
    ("refund", REFUND, ["{refund-improvement} {refund-wcb-decides}"]),
]


def expected(table: str) -> list[list[str]]:
    """Return the cells of a table; `=` is the sentence of the row's fact, and each fact has its basis before it."""
    head, *rows = [line.split(" | ") for line in table.strip().splitlines()]
    made = [head, ["---"] * len(head)]
    for *cells, rules in rows:
        bases = ", ".join(f"{fact(rule).basis} ({rule})" for rule in rules.split(", "))
        made.append([*(fact(rules).sentence() if cell == "=" else cell for cell in cells), bases])
    return made


@pytest.mark.parametrize(("check", "table", "notes"), TABLES, ids=[row[0] for row in TABLES])
def test_table(check: str, table: str, notes: list[str]) -> None:
    """Every row says what its rule asks for, and the note below gives the readings that the table rests on."""
    rows, _, note = CHECKS[check].table().partition("\n\n")
    assert [row.removeprefix("| ").removesuffix(" |").split(" | ") for row in rows.splitlines()] == expected(table)
    assert bool(note) is bool(notes)
    for words in notes:
        whole = " ".join(fact(rule.strip("{}")).sentence() if rule[0] == "{" else rule for rule in words.split(" "))
        assert whole in note
