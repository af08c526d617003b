"""Certification: COR and SECOR side by side, from one set of answers."""

from typing import Any

import pytest

from cor_calc import facts

from .asking import notices, outcome, passing, result, verdicts

SIZE = [
    (1, "yes", "yes", "an owner alone may take either"),
    (10, "yes", "yes", "ten people still fit SECOR"),
    ("10", "yes", "yes", "a number may come as text"),
    (11, "yes", "no", "eleven people are too many for SECOR, and COR stays open"),
    (99999, "yes", "no", "COR has no upper size"),
    ("unsure", "yes", "unknown", "an unsure head count leaves only SECOR open"),
    (None, "yes", "unknown", "a head count of null is not answered"),
    (..., "yes", "unknown", "a head count left out is not answered, and never none"),
]


@pytest.mark.parametrize(("employees", "cor", "secor"), [row[:3] for row in SIZE], ids=[row[3] for row in SIZE])
def test_size(employees: Any, cor: str, secor: str) -> None:
    """SECOR takes employers of ten or fewer; size never decides COR."""
    assert verdicts("certification", passing("certification", employees=employees)) == [cor, secor]


DOCUMENTATION = [
    (0, "no", None, "no records at all"),
    (2, "no", None, "two months are too few"),
    (3, "yes", "one_year", "three months are enough for one year"),
    ("11", "yes", "one_year", "eleven months are not twelve"),
    (12, "yes", "standard", "twelve months earn the standard certificate"),
    (1200, "yes", "standard", "a hundred years are no worse"),
    ("unsure", "unknown", None, "unsure"),
    (..., "unknown", None, "not answered"),
]


@pytest.mark.parametrize(
    ("months", "verdict", "certificate"), [row[:3] for row in DOCUMENTATION], ids=[row[3] for row in DOCUMENTATION]
)
@pytest.mark.parametrize("subject", ["cor", "secor"])
def test_documentation(subject: str, months: Any, verdict: str, certificate: str | None) -> None:
    """Three full months make an audit possible, twelve make the certificate standard."""
    found = result("certification", passing("certification", documentation_months=months), subject)
    assert (found["verdict"], found["certificate"]) == (verdict, certificate)


ASSESSOR = [
    ("external_auditor", "yes", "yes", "an external auditor may do both"),
    ("own_staff", "no", "yes", "own staff may assess for SECOR alone"),
    ("unsure", "unknown", "yes", "unsure who assesses: only COR is open"),
    (..., "unknown", "yes", "not answered: only COR is open"),
]


@pytest.mark.parametrize(("assessor", "cor", "secor"), [row[:3] for row in ASSESSOR], ids=[row[3] for row in ASSESSOR])
def test_assessor(assessor: Any, cor: str, secor: str) -> None:
    """COR needs a certified external auditor; SECOR takes either."""
    assert verdicts("certification", passing("certification", assessor=assessor)) == [cor, secor]


OVERALL = [
    (80, "yes", "the line itself passes"),
    ("80.00", "yes", "two decimals change nothing"),
    ("80.0", "yes", "one decimal changes nothing"),
    (79.99, "no", "a hundredth below fails"),
    ("79.99", "no", "as text too"),
    ("79.5", "no", "nothing is rounded up"),
    (0, "no", "nothing at all"),
    (100, "yes", "everything"),
    ("unsure", "unknown", "unsure"),
    (..., "unknown", "not answered"),
]


@pytest.mark.parametrize(("overall", "verdict"), [row[:2] for row in OVERALL], ids=[row[2] for row in OVERALL])
def test_overall_score(overall: Any, verdict: str) -> None:
    """The overall score must reach 80, compared exactly."""
    assert verdicts("certification", passing("certification", overall_score=overall)) == [verdict, verdict]


ELEMENTS = [
    ([50], "yes", "one element on the line"),
    (["50.00", 100], "yes", "the lowest on the line"),
    ([100, 49.99], "no", "one element a hundredth below"),
    (["49.99", 100], "no", "the first below"),
    ([100] * 49 + ["49.5"], "no", "the fiftieth below: nothing is rounded up"),
    ([100] * 50, "yes", "fifty elements"),
    ([0], "no", "an element with nothing"),
    ("unsure", "unknown", "unsure"),
    (..., "unknown", "not answered"),
]


@pytest.mark.parametrize(("scores", "verdict"), [row[:2] for row in ELEMENTS], ids=[row[2] for row in ELEMENTS])
def test_element_scores(scores: Any, verdict: str) -> None:
    """Every element must reach 50, compared exactly."""
    assert verdicts("certification", passing("certification", element_scores=scores)) == [verdict, verdict]


OPEN = [
    ({}, ["documentation_months", "assessor", "overall_score", "element_scores"],
     ["employees", "documentation_months", "overall_score", "element_scores"], "nothing answered"),
    ({"employees": 11}, ["documentation_months", "assessor", "overall_score", "element_scores"], [],
     "too many people for SECOR"),
    ({"documentation_months": 2}, [], [], "too few records for either"),
    ({"overall_score": 79}, [], [], "an overall score that fails decides alone"),
    ({"element_scores": [100, 49]}, [], [], "an element that fails decides alone"),
    ({"assessor": "own_staff"}, [], ["employees", "documentation_months", "overall_score", "element_scores"],
     "own staff decide COR alone"),
    (passing("certification", employees=...), [], ["employees"], "only the head count is open"),
    (passing("certification", assessor="unsure", element_scores=None), ["assessor", "element_scores"],
     ["element_scores"], "unsure and null are open alike"),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "cor", "secor"), [row[:3] for row in OPEN], ids=[row[3] for row in OPEN])
def test_open_questions(answers: dict[str, Any], cor: list[str], secor: list[str]) -> None:
    """Only questions that can still change a verdict are open, in the order of the form."""
    found = outcome("certification", answers)["results"]
    assert [r["open_questions"] for r in found] == [cor, secor]


NEAR = [
    ({"overall_score": "79.99"}, True, "a hundredth below 80"),
    ({"overall_score": "79.51"}, True, "0.49 below 80"),
    ({"overall_score": "79.5"}, False, "0.5 below 80 is no longer near"),
    ({"overall_score": 80}, False, "on the line"),
    ({"element_scores": [100, "49.51"]}, True, "an element 0.49 below 50"),
    ({"element_scores": [100, "49.5"]}, False, "an element 0.5 below 50"),
    ({"element_scores": [100, 50]}, False, "an element on the line"),
    ({"overall_score": "unsure"}, False, "an unsure score is near nothing"),
]


@pytest.mark.parametrize(("changed", "near"), [row[:2] for row in NEAR], ids=[row[2] for row in NEAR])
def test_near_line(changed: dict[str, Any], near: bool) -> None:
    """A score less than 0.5 below its line is worth asking the partner about."""
    assert ("near_line" in notices("certification", passing("certification", **changed))) is near


DISAGREE = [
    (85, [80, 90], False, "between the two"),
    (80, [80, 90], False, "as low as the lowest"),
    (90, [80, 90], False, "as high as the highest"),
    ("79.99", [80, 90], True, "below the lowest"),
    ("90.01", [80, 90], True, "above the highest"),
    (85, [85], False, "one element, the same"),
    (85, [84], True, "one element, another score"),
    (85, ..., False, "no element scores to compare"),
    (..., [10, 20], False, "no overall score to compare"),
]


@pytest.mark.parametrize(
    ("overall", "elements", "disagree"), [row[:3] for row in DISAGREE], ids=[row[3] for row in DISAGREE]
)
def test_scores_disagree(overall: Any, elements: Any, disagree: bool) -> None:
    """An overall score outside the range of the elements is evaluated, and remarked on."""
    answers = passing("certification", overall_score=overall, element_scores=elements)
    assert ("scores_disagree" in notices("certification", answers)) is disagree


@pytest.mark.parametrize(
    ("employees", "who_counts"), [(9, False), (10, True), ("11", True), (12, False), ("unsure", False)]
)
def test_who_counts(employees: Any, who_counts: bool) -> None:
    """At ten or eleven people, whether an owner or a subcontractor counts can decide."""
    assert ("who_counts" in notices("certification", passing("certification", employees=employees))) is who_counts


@pytest.mark.parametrize(("employees", "differs"), [(1, True), (10, True), (11, False), (..., False)])
def test_cor_size_differs(employees: Any, differs: bool) -> None:
    """Partners differ on whether COR takes an employer of ten or fewer."""
    assert ("cor_size_differs" in notices("certification", passing("certification", employees=employees))) is differs


def test_what_partners_handle_differently_is_said() -> None:
    """With a one-year certificate more is assumed than with a standard one: not every partner issues it."""
    assumed = [
        {a["rule"] for a in outcome("certification", passing("certification", documentation_months=m))["assumptions"]}
        for m in (11, 12)
    ]
    assert assumed[0] > assumed[1]


def test_thresholds_are_the_facts() -> None:
    """The lines that decide are those of the facts file, on both sides of each."""
    known = facts.load().facts
    for name, key in (("secor-largest-employer", "employees"), ("documentation-minimum", "documentation_months")):
        line = known[name].value
        assert isinstance(line, int)
        sides = [verdicts("certification", passing("certification", **{key: n}))[1] for n in (line - 1, line, line + 1)]
        assert sides == (["yes", "yes", "no"] if key == "employees" else ["no", "yes", "yes"])


def test_secor_self_assessment_example() -> None:
    """Nine people, a year of records, own staff, 85.5 overall: SECOR yes, COR no and why."""
    cor, secor = outcome("certification", passing("certification", assessor="own_staff"))["results"]
    assert (cor["verdict"], secor["verdict"], secor["certificate"]) == ("no", "yes", "standard")
    assert [f["answer"] is not None for f in cor["findings"] if f["decisive"]] == [True]
    assert [[c["key"] for c in change] for change in cor["changes"]] == [["assessor"]]
