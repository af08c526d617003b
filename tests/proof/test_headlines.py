"""Headlines: the answer first, then the reasons with their figures, and no others."""

from typing import Any

import pytest

from tests.calc.asking import passing, result

from .pieces import element, tie

HEADLINES = [
    ("certification", passing("certification"), "cor", "Yes", ["3-year COR"], ["SECOR"]),
    ("certification", passing("certification", documentation_months=3), "secor", "Yes", ["one-year SECOR"], ["3-year"]),
    ("certification", passing("certification", documentation_months=2, assessor="own_staff", overall_score="79.6"),
     "cor",
     "Not yet for COR", ["is 2 months", "3 months", "someone on the employer's own staff", "is 79.6%", "80%"],
     ["elem"]),
    ("certification", passing("certification", employees=11), "secor", "No for SECOR", ["is 11", "at most 10"],
     ["Not yet"]),
    ("certification", passing("certification", element_scores=[90, 49, 60, "49.99", None]), "secor", "Not yet",
     ["element 2 has 49%, element 4 has 49.99%", "50% in each"], ["element 1", "element 3", "element 5"]),
    ("certification", {"documentation_months": 12}, "cor", "Still open for COR",
     ["turns on the assessor, the overall score and the element scores."], ["documentation"]),
    ("certification", passing("certification", employees=...), "secor", "Still open for SECOR",
     ["turns on the number of employees."], [" and "]),
    ("independence", passing("independence"), "", "Yes", ["12 months"], []),
    ("independence", passing("independence", links=[tie("2026-05-31")]), "", "No", ["12 months", "1 June 2027"], []),
    ("independence", passing("independence", links=[tie("ongoing")]), "", "No", ["12 months"], ["20"]),
    ("independence", passing("independence", links=[tie("ongoing", "audited")]), "", "Not covered", ["earlier audit"],
     ["maintenance"]),
    ("independence", passing("independence", audit_purpose="maintenance"), "", "Not covered", ["maintenance audits"],
     ["earlier"]),
    ("independence", {"audit_purpose": "certification"}, "", "Still open",
     ["the first day of the audit and the ties to the employer"], ["purpose"]),
    ("internal-auditor", passing("internal-auditor"), "", "Yes", ["in time", "quality assurance"], []),
    ("internal-auditor", passing("internal-auditor", audit_completed="not_yet"), "", "No", ["30 September 2026"], []),
    ("internal-auditor", {"module_12_completed": "2026-08-31", "audit_completed": "not_yet",
                          "module_1_completed": "2026-01-05"}, "", "On the way", ["28 February 2027"], ["Module"]),
    ("internal-auditor", {"module_1_completed": "not_yet"}, "", "On the way", ["Module 1 "], ["Module 12"]),
    ("internal-auditor", {"module_1_completed": "2026-01-05", "module_12_completed": "not_yet"}, "", "On the way",
     ["Module 12 "], ["Module 1 "]),
    ("internal-auditor", {"module_12_completed": "2026-08-31"}, "", "Still open", ["completed the audit"], ["Module"]),
    ("internal-auditor", {"module_1_completed": "2026-11-22", "audit_completed": "not_yet"}, "", "Still open",
     ["fill in the steps"], ["turns on"]),
    ("maintenance", passing("maintenance"), "", "Yes", ["COR"], []),
    ("maintenance", passing("maintenance", certificate="one_year"), "", "No:", ["one-year COR is renewed"], ["needed"]),
    ("maintenance", passing("maintenance", audit_date="2028-01-01", overall_score=59), "", "Not yet",
     ["1 January 2028", "2 years", "59%", "60%"], ["assessor"]),
    ("maintenance", passing("maintenance", certified_on="2199-06-30", audit_date="unsure"), "", "Not yet",
     ["cannot be met by any day", "2 years"], ["assessor"]),
    ("maintenance", passing("maintenance", program="secor"), "", "Not covered", [], ["needed"]),
    ("maintenance", passing("maintenance", program=..., assessor=...), "", "Still open",
     ["the program and the assessor"],
     ["score"]),
    ("score", {"elements": [element(40, 50)]}, "certification", "Yes", ["certification", "80.00% overall"], ["COR"]),
    ("score", {"elements": [element(None, 10), element(99, 100)]}, "maintenance", "Yes", ["COR maintenance"], ["%"]),
    ("score", {"elements": [{"name": "Tours", "awarded": "9.99", "possible": 50}, element(20, 50), element(25, 50)]},
     "certification", "Not yet for certification",
     ["65.01 points are missing overall", "element 1 (Tours) needs 15.01 more", "element 2 needs 5 more"],
     ["element 3"]),
    ("score", {"elements": [element(95, 100), element(4, 10)]}, "certification", "Not yet", ["element 2 needs 1 more"],
     ["overall"]),
    ("score", {"elements": [element(0, 0)]}, "certification", "Not covered", ["applicable"], []),
    ("score", {}, "maintenance", "Still open for a COR maintenance audit", ["points of every element"], []),
    ("plan", {}, "", "Enter a date", [], []),
    ("plan", {"records_since": "2026-08-22"}, "", "Next", ["22 November 2026", "One-year certificate"], ["2027"]),
    ("plan", {"records_since": "2026-08-21"}, "", "Next", ["21 August 2027", "Standard certificate"], ["One-year"]),
    ("plan", {"field_work_ended": "2026-11-01", "module_12_completed": "2026-06-01"}, "", "Next",
     ["Last day to submit the report 22 November 2026"], []),
    ("plan", {"records_since": "2020-01-01"}, "", "All dates", ["gone by"], ["Next"]),
    ("refund", passing("refund"), "", "About $1,523.45", ["12.34%", "WCB-Alberta"], []),
    ("refund", passing("refund", industry_rated_premium=1000), "", "About $123.40", ["12.34%"], []),
    ("refund", passing("refund", program="secor"), "", "Not covered", ["first-year"], ["$"]),
    ("refund", {"program": "cor"}, "", "Enter the industry-rated premium and the year", [], ["$"]),
]  # fmt: skip


@pytest.mark.parametrize(("check", "answers", "subject", "first", "said", "unsaid"), HEADLINES)
def test_headlines(
    check: str, answers: dict[str, Any], subject: str, first: str, said: list[str], unsaid: list[str]
) -> None:
    """A headline begins with the answer and names the reasons, with their figures, and no others."""
    headline = result(check, answers, subject)["headline"]
    assert headline.startswith(first)
    assert [words for words in said if words not in headline] == []
    assert [words for words in unsaid if words in headline] == []


WHOLE = [
    "Yes: on these answers you meet the published conditions on records, auditor and scores for a 3-year COR.",
    ("Yes: on these answers you meet the published conditions on size, records and scores for a one-year "
     "SECOR."),
    ("Not yet for COR: the documentation is 2 months (needed: at least 3 months); the assessor is someone "
     "on the employer's own staff (needed: certified external auditor); the overall score is 79.6% "
     "(needed: at least 80%)."),
    "No for SECOR: the number of employees is 11 (needed: at most 10).",
    "Not yet for SECOR: element 2 has 49%, element 4 has 49.99% (needed: at least 50% in each).",
    "Still open for COR: it turns on the assessor, the overall score and the element scores.",
    "Still open for SECOR: it turns on the number of employees.",
    "Yes: on these answers nothing ties this auditor to the employer in the 12 months before the audit.",
    ("No: this auditor has a tie to the employer within the 12 months before the audit. An audit that "
     "begins on 1 June 2027 or later would be free of these ties."),
    "No: this auditor has a tie to the employer within the 12 months before the audit.",
    ("Not covered: no source says whether an earlier audit for the same employer is a conflict. Ask your "
     "certifying partner."),
    ("Not covered: the published conflict rule speaks of certification and recertification audits, not of "
     "maintenance audits. Ask your certifying partner."),
    "Still open: it turns on the first day of the audit and the ties to the employer.",
    "Yes: the audit was completed in time. It counts once quality assurance has accepted it.",
    "No: the audit had to be completed by 30 September 2026. Ask your certifying partner what is left.",
    "On the way: complete the audit by 28 February 2027.",
    ("On the way: the next step is Module 1 – Guide to Develop an Occupational Health and Safety "
     "Management System."),
    "On the way: the next step is Module 12 – Internal Auditor Training.",
    "Still open: it turns on the day on which you completed the audit.",
    "Still open: fill in the steps that you have completed.",
    "Yes: the audit's date, auditor and score meet the published conditions to keep the COR.",
    "No: a one-year COR is renewed by the same audit as for a certification, not kept by a maintenance audit.",
    ("Not yet: the date of the maintenance audit is 1 January 2028 (needed: in the 2 years after the "
     "calendar year of certification); the overall score is 59% (needed: at least 60%)."),
    ("Not yet: the date of the maintenance audit cannot be met by any day (needed: in the 2 years after "
     "the calendar year of certification)."),
    "Not covered: No page that we read gives it. Your certifying partner can.",
    "Still open: it turns on the program and the assessor.",
    "Yes: these points pass for certification, with 80.00% overall.",
    "Yes: these points pass for a COR maintenance audit.",
    ("Not yet for certification: 65.01 points are missing overall; element 1 (Tours) needs 15.01 more; "
     "element 2 needs 5 more."),
    "Not yet for certification: element 2 needs 1 more.",
    "Not covered: no element has any applicable points. Ask your certifying partner.",
    "Still open for a COR maintenance audit: fill in the points of every element.",
    "Enter a date to see what follows from it.",
    "Next: One-year certificate: audit possible from 22 November 2026.",
    "Next: Standard certificate: audit possible from 21 August 2027.",
    "Next: Last day to submit the report 22 November 2026.",
    "All dates that follow from your answers are gone by.",
    "About $1,523.45: 12.34% of the industry-rated premium, if WCB-Alberta agrees.",
    "About $123.40: 12.34% of the industry-rated premium, if WCB-Alberta agrees.",
    "Not covered: whether a SECOR earns the first-year refund is not published.",
    "Enter the industry-rated premium and the year to see an estimate.",
]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "words"), list(zip(HEADLINES, WHOLE, strict=True)), ids=[str(n) for n in range(len(WHOLE))]
)
def test_headlines_to_the_letter(row: tuple[Any, ...], words: str) -> None:
    """The same situations, in the same order."""
    check, answers, subject, *_ = row
    assert result(check, answers, subject)["headline"] == words
