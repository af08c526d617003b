"""Certification: could we be certified, with COR or with SECOR?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from cor_calc.checks.certificate_years import ONE_YEAR, STANDARD
from cor_calc.dates import add_months, earliest_full, full_months, in_words
from cor_calc.engine.check import Check, Notice, Result, Step
from cor_calc.engine.conditions import (
    NO,
    NOT_COVERED,
    UNKNOWN,
    YES,
    Case,
    Condition,
    Mend,
    Say,
    at_least,
    at_most,
    flag,
    limit_of,
    one_of,
)
from cor_calc.engine.headlines import whom
from cor_calc.engine.judging import PARTNER, DateRule, Found, Stage, Subject
from cor_calc.engine.notices import Near, looks_like_fraction, near_line
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import NOT_APPLICABLE, PERCENT, Answers
from cor_calc.engine.words import listed_questions
from cor_calc.law import Book, Law
from cor_calc.numbers import WHOLE, listed

SINCE, AUDIT, COUNT = "records_since", "audit_date", "documentation_months"
SCORES = ("overall_score", "element_scores")
_NAMED = 2
"""The most failing elements whose places a sentence explains with their names."""


# ─── Records: one quantity, from two days or from a count ───


def months(answers: Answers) -> int | tuple[str, ...]:
    """Return the full months of records, or the questions that they still need."""
    if SINCE in answers:
        return full_months(answers[SINCE], answers[AUDIT]) if AUDIT in answers else (AUDIT,)
    found: int | tuple[str, ...] = answers.get(COUNT, (SINCE, COUNT))
    return found


def least_months(book: Book) -> int:
    """Return the months of records without which no certificate can be had at a partner."""
    return book.number("documentation-minimum" if book["one-year-certificate-offered"] else "documentation-standard")


def _records(answers: Answers, book: Book, _day: date) -> Say:
    found = months(answers)
    if isinstance(found, tuple):
        return found
    if found < book.number("documentation-minimum"):
        return NO
    return YES if found >= least_months(book) else NOT_COVERED


def _records_cases(book: Book) -> tuple[Case, ...]:
    least, standard = book.number("documentation-minimum"), book.number("documentation-standard")
    one_year: Say = YES if book["one-year-certificate-offered"] else NOT_COVERED
    return (
        Case(f"{standard} full months or more: standard certificate", YES, {COUNT: standard}),
        Case(f"{least} to {standard - 1} full months: one-year certificate", one_year, {COUNT: least}),
        Case(f"less than {least} full months", NO, {COUNT: least - 1}),
        Case("not known", (SINCE, COUNT), {}),
    )


def _records_answer(answers: Answers, _book: Book) -> str | None:
    found = months(answers)
    if isinstance(found, int):
        return f"{found} full {'month' if found == 1 else 'months'}"
    return f"since {in_words(answers[SINCE])}, no audit date yet" if SINCE in answers else None


def _records_short(answers: Answers, book: Book, day: date) -> str:
    found = f"the records cover {_records_answer(answers, book)}"
    if _records(answers, book, day) == NOT_COVERED:
        return f"{found}, and the partner’s pages ask for {least_months(book)}"
    return f"{found} and must cover at least {least_months(book)}"


def _records_mend(answers: Answers, book: Book, day: date) -> dict[str, tuple[Any, date | None]]:
    """Return a later audit, or more months: never an audit of the past."""
    least, audit = least_months(book), answers.get(AUDIT)
    past = audit is not None and audit < day
    found = months(answers)
    failing = isinstance(found, int) and found < least
    if not failing:
        return {AUDIT: (day, day)} if past else {}
    if SINCE in answers:
        then = max(day, earliest_full(answers[SINCE], least))
        return {AUDIT: (then, then)}
    begin = day if audit is None or past else audit
    then = max(day, earliest_full(add_months(begin, -answers[COUNT]), least))
    moved = {} if audit is None else {AUDIT: (then, then)}
    return {COUNT: (least, then), **moved}


RECORDS = Condition(
    rule="documentation-minimum",
    keys=(SINCE, AUDIT, COUNT),
    facts=("documentation-minimum", "documentation-standard", "one-year-certificate-offered"),
    test=_records,
    needs="at least {documentation-minimum}; {documentation-standard} for the standard certificate",
    cases=_records_cases,
    short=_records_short,
    mend=_records_mend,
    mends_past=True,
    answer=_records_answer,
    own_rule="one-year-certificate-offered",
    assumes=("documentation-counted-back",),
)


# ─── Scores ───


def _raised(key: str, parameter: str) -> Mend:
    return lambda _answers, book, _day: {key: (limit_of(book, parameter, scaled=True), None)}


OVERALL = at_least(
    "overall_score",
    "overall-pass-mark",
    needs="at least {overall-pass-mark}",
    mend=_raised("overall_score", "overall-pass-mark"),
    scaled=True,
    assumes=("scores-not-rounded", "audit-accepted"),
)


def _elements(answers: Answers, book: Book, _day: date) -> Say:
    if "element_scores" not in answers:
        return ("element_scores",)
    scores, mark = answers["element_scores"], limit_of(book, "element-pass-mark", scaled=True)
    applicable = [score for score in scores if score != NOT_APPLICABLE]
    if any(score is not None and score < mark for score in applicable):
        return NO
    if None in applicable:
        return ("element_scores",)
    return YES if applicable else NOT_COVERED


def _elements_cases(book: Book) -> tuple[Case, ...]:
    mark = limit_of(book, "element-pass-mark", scaled=True)
    return (
        Case(
            f"{PERCENT.shown(mark)} or more in every element that applies",
            YES,
            {"element_scores": (mark, NOT_APPLICABLE)},
        ),
        Case(f"less than {PERCENT.shown(mark)} in one", NO, {"element_scores": (WHOLE, mark - 1, None)}),
        Case("no element applies", NOT_COVERED, {"element_scores": (NOT_APPLICABLE,)}),
        Case("one is not known, none is too low", ("element_scores",), {"element_scores": (WHOLE, None)}),
        Case("not known", ("element_scores",), {}),
    )


def _elements_short(answers: Answers, book: Book, _day: date) -> str:
    mark = limit_of(book, "element-pass-mark", scaled=True)
    scores = answers["element_scores"]
    low = {place: score for place, score in enumerate(scores, start=1) if isinstance(score, int) and score < mark}
    if not low:
        return "no element applies, and no source says how such an audit is scored"
    partner = answers.get(PARTNER)
    own = book.law.elements.get(partner or "", ())  # where a partner publishes no names, their order is not known
    names = tuple(element.name for element in own) if len(low) <= _NAMED else ()
    told = [
        f"element {place}{_in_brackets(names[place - 1 : place])} has {PERCENT.shown(score)}"
        for place, score in low.items()
    ]
    return f"{listed(told)} and each element must have at least {PERCENT.shown(mark)}"


def _in_brackets(name: tuple[str, ...]) -> str:
    """Return an element's name for beside its number: the scores are in the order of the partner's elements."""
    return f" ({name[0]})" if name else ""


def _elements_mend(answers: Answers, book: Book, _day: date) -> dict[str, tuple[Any, date | None]]:
    mark = limit_of(book, "element-pass-mark", scaled=True)
    raised = tuple(mark if isinstance(score, int) and score < mark else score for score in answers["element_scores"])
    return {"element_scores": (raised, None)} if raised != answers["element_scores"] else {}


ELEMENTS = Condition(
    rule="element-pass-mark",
    keys=("element_scores",),
    facts=("element-pass-mark",),
    test=_elements,
    needs="at least {element-pass-mark} in every element",
    cases=_elements_cases,
    short=_elements_short,
    mend=_elements_mend,
    assumes=("scores-not-rounded",),
)


# ─── Size and assessor ───


def _people(answers: Answers) -> str:
    number = answers["employees"]
    return f"{number:,} {'employee is' if number == 1 else 'employees are'}"


COR_SIZE = at_least(
    "employees",
    "cor-smallest-employer",
    needs="at least {cor-smallest-employer}",
    short=lambda answers, _book, _day: f"{_people(answers)} too few, and COR takes at least {{cor-smallest-employer}}",
    assumes=("headcount-look-back",),
)
SECOR_SIZE = at_most(
    "employees",
    "secor-largest-employer",
    needs="at most {secor-largest-employer}",
    short=lambda answers, _book, _day: (
        f"{_people(answers)} too many, and SECOR takes at most {{secor-largest-employer}}"
    ),
    assumes=("headcount-look-back",),
)
OFFERED = flag(
    "secor-offered",
    needs="a SECOR at your certifying partner",
    short="the pages of this certifying partner speak of COR alone",
)


def _peer(book: Book) -> Say:
    return YES if book.values.get("peer-auditor") else NOT_COVERED


def _assessor_short(answers: Answers, _book: Book, _day: date) -> str:
    if answers["assessor"] == "peer_auditor":
        return "no page of the partner says that a peer auditor may certify"
    return "the audit is done by your own staff and must be done by an auditor from outside"


ASSESSOR = one_of(
    "assessor",
    "cor-assessor",
    {"external_auditor": YES, "peer_auditor": _peer, "own_staff": NO},
    needs="a certified auditor from outside",
    facts=("cor-assessor", "peer-auditor"),
    mend=lambda _answers, _book, _day: {"assessor": ("external_auditor", None)},
    short=_assessor_short,
)

COR = (COR_SIZE, RECORDS, ASSESSOR, OVERALL, ELEMENTS)
SECOR = (SECOR_SIZE, OFFERED, RECORDS, OVERALL, ELEMENTS)


# ─── Stage, certificate, dates ───


def _certificate(answers: Answers, book: Book) -> str:
    found = months(answers)
    return STANDARD if isinstance(found, int) and found >= book.number("documentation-standard") else ONE_YEAR


def _stage(conditions: tuple[Condition, ...]) -> Stage:
    """Return the function that says whether the audit can take place, or is passed."""

    def stage(answers: Answers, _book: Book, day: date, says: tuple[Say, ...], say: Say) -> str | None:
        if say == YES:
            return "passed"
        if answers.get(AUDIT, day) < day:
            return None
        for condition, said in zip(conditions, says, strict=True):
            still_open = isinstance(said, tuple)
            if condition is OVERALL or condition is ELEMENTS:
                fits = still_open
            else:
                fits = said == YES or (condition is ASSESSOR and still_open)
            if not fits:
                return None
        return "audit"

    return stage


def _figures(answers: Answers, book: Book, _day: date, stage: str | None) -> dict[str, str | int]:
    return {"certificate_if_passed": _certificate(answers, book)} if stage == "audit" else {}


def one_year_audit_from(answers: Answers, book: Book, _day: date) -> Found | None:
    """Return the first day of an audit for a one-year certificate; None where it is not offered or nothing is known."""
    if SINCE not in answers or not book["one-year-certificate-offered"]:
        return None
    return earliest_full(answers[SINCE], book.number("documentation-minimum")), ("documentation-minimum",)


def standard_audit_from(answers: Answers, book: Book, _day: date) -> Found | None:
    """Return the first day of an audit for a standard certificate; None while the records' first day is not known."""
    if SINCE not in answers:
        return None
    return earliest_full(answers[SINCE], book.number("documentation-standard")), ("documentation-standard",)


ONE_YEAR_FROM = DateRule(
    name="one_year_audit_from",
    kind="from",
    label="Audit for a one-year certificate",
    calc=one_year_audit_from,
    facts=("documentation-minimum", "one-year-certificate-offered"),
    assumes=("documentation-counted-back",),
)
STANDARD_FROM = DateRule(
    name="standard_audit_from",
    kind="from",
    label="Audit for a standard certificate",
    calc=standard_audit_from,
    facts=("documentation-standard",),
    assumes=("documentation-counted-back",),
)


DATES = (ONE_YEAR_FROM, STANDARD_FROM)


def _subject(name: str, conditions: tuple[Condition, ...]) -> Subject:
    return Subject(
        name=name,
        words=name.upper(),
        conditions=conditions,
        dates=DATES,
        stage=_stage(conditions),
        certificate=_certificate,
        figures=_figures,
        figure_names=("certificate_if_passed",),
    )


SUBJECTS = (_subject("cor", COR), _subject("secor", SECOR))


# ─── Words ───


def certificate_in_words(certificate: str, law: Law, day: date) -> str:
    """Return a kind of certificate as people call it: "three-year", "one-year"."""
    if certificate == ONE_YEAR:
        return "one-year"
    years = law.on(day).number("standard-certificate-years")
    return {3: "three-year"}.get(years, f"{years}-year")


def headline(result: Result) -> str | None:
    """Return the answer for a yes, or for an audit that can take place."""
    name = result.subject.words
    if result.verdict == YES:
        kind = certificate_in_words(result.decision.certificate or ONE_YEAR, result.law, result.day)
        return f"Yes: on these answers you meet the published conditions for a {kind} {name}."
    if result.decision.stage == "audit":
        kind = certificate_in_words(str(result.figures["certificate_if_passed"]), result.law, result.day)
        audit = result.answers.get(AUDIT)
        when = f"on {in_words(audit)}" if audit and audit > result.day else "now"
        return f"You can be audited for {name} {when}: if you pass, for a {kind} certificate."
    if result.tone == "open":
        return _by_records(result)
    return None


def _by_records(result: Result) -> str | None:
    """Return from when the records allow an audit, then what decides; None without these days."""
    standard, one_year = result.date("standard_audit_from"), result.date("one_year_audit_from")
    if standard is None or not {AUDIT, *SCORES}.isdisjoint(result.answers):
        return None
    others = [
        (condition, say)
        for _, _, judged in result.decision.groups
        for condition, say in zip(result.subject.conditions, judged.says, strict=True)
        if condition is not RECORDS
    ]
    if any(say == NOT_COVERED for _, say in others):
        return None
    years = certificate_in_words(STANDARD, result.law, result.day)
    when = _since(standard, result.day)
    said = f"{when} for a {years} certificate"
    if one_year is not None and standard > result.day:
        said = f"{_since(one_year, result.day)} for a one-year certificate, {when} for a {years} one"
    fits = all(say == YES for condition, say in others if condition in {COR_SIZE, SECOR_SIZE})
    lead = "You can" if fits else "By your records you can"
    decides = listed_questions(result.decision.open)
    return f"{lead} be audited for {result.subject.words}: {said}. What decides it: {decides}."


def _since(then: date, day: date) -> str:
    return f"{'since' if then <= day else 'from'} {in_words(then)}{'' if then <= day else ' on'}"


def steps(result: Result) -> Iterable[Step]:
    """Yield what to do next."""
    says = dict(zip(result.subject.conditions, result.decision.groups[0][2].says, strict=True))
    name = result.subject.words
    if says.get(SECOR_SIZE) == NO or says.get(COR_SIZE) == NO:
        yield Step("See who counts as an employee, and which program fits your size", "employers/which-one/")
        return
    if result.verdict == YES:
        yield Step(f"Follow the steps to your {name}", "employers/steps/")
        if name == "COR":
            yield Step("Check that your auditor is independent", "check/independence/")
        yield Step("See what keeps the certificate", "employers/keeping/")
        return
    if result.decision.stage == "audit":
        yield Step("Register, train and book the audit: the steps in order", "employers/steps/")
        yield Step("Go through the elements before the auditor does", "check/readiness/")
        if name == "COR":
            yield Step("Find out which auditor may do it", "auditors/")
        return
    if result.verdict == NOT_COVERED:
        yield Step(f"Ask {whom(result)}", result.partner_page)
    elif PARTNER in result.decision.open:
        yield Step("See what each certifying partner says", result.partner_page)
    yield from _towards_a_yes(result, says)


def _towards_a_yes(result: Result, says: Mapping[Condition, Say]) -> Iterable[Step]:
    """Yield what to read about each condition that is not met yet, and where to go on with records that suffice."""
    records = Step("See which records count, and from when", "employers/documentation/")
    scores = {says[OVERALL], says[ELEMENTS]}
    failed = NO in scores and says[RECORDS] != NO
    if says[RECORDS] != YES and not failed:
        yield records
    if any(key in result.answers for key in SCORES) and scores != {YES}:
        yield Step("Work out the scores from points, and where points are missing", "check/score/")
        yield Step("Read how the audit works and what follows if it fails", "employers/audit/")
    if says[RECORDS] != YES and failed:
        yield records
    if ASSESSOR in says and says[ASSESSOR] != YES:
        yield Step("Find out which auditor may do it", "auditors/")
    if says[RECORDS] == YES and result.verdict == UNKNOWN:
        yield Step(f"Follow the steps to your {result.subject.words}", "employers/steps/")


def _contradictions(answers: Answers, _book: Book, problems: Problems) -> None:
    if SINCE in answers and AUDIT in answers and answers[AUDIT] < answers[SINCE]:
        message = "Check the two dates: the audit begins before the records do."
        problems.note(AUDIT, "contradiction", message)


def _notices(answers: Answers, results: tuple[Result, ...]) -> Iterable[Notice]:
    book = results[0].book
    yield from near_line(_scores(answers, book), book)
    overall, elements = answers.get("overall_score"), answers.get("element_scores", ())
    numbers = [score for score in elements if isinstance(score, int)]
    if overall is not None and numbers and None not in elements and not min(numbers) <= overall <= max(numbers):
        text = "The overall score lies outside the element scores. Check that all of them come from the same audit."
        yield Notice("scores_disagree", text)
    named = [("the overall score", overall)]
    named += [(f"element {place}", score) for place, score in enumerate(elements, start=1)]
    yield from looks_like_fraction(named)
    limit = book.number("secor-largest-employer")
    if answers.get("employees") in {limit, limit + 1}:
        text = (
            "One person more or less decides. Ask your certifying partner whether an owner or a subcontractor counts."
        )
        yield Notice("who_counts", text)
    if SINCE in answers and COUNT in answers:
        text = "The count of months is not used: the records’ first day and the audit’s decide."
        yield Notice("count_not_used", text)
    yield from _own_assessor(answers, results)


def _own_assessor(answers: Answers, results: tuple[Result, ...]) -> Iterable[Notice]:
    """Yield the notice on a partner whose page does not say that an employer's own person may assess for SECOR."""
    for result in results:
        named = result.book.get("secor-own-assessor")
        of_secor = result.subject.name == "secor" and result.verdict != NO
        own = answers.get("assessor") != "external_auditor"
        if of_secor and own and result.partner and named and not named.value:
            yield Notice("secor_assessor", named.sentence())


def _scores(answers: Answers, book: Book) -> Iterable[Near]:
    if "overall_score" in answers:
        yield "the overall score", answers["overall_score"], WHOLE, limit_of(book, "overall-pass-mark", scaled=True)
    for place, score in enumerate(answers.get("element_scores", ()), start=1):
        if isinstance(score, int):
            yield f"element {place}", score, WHOLE, limit_of(book, "element-pass-mark", scaled=True)


def _assumes(result: Result) -> Iterable[str]:
    if ONE_YEAR in {result.decision.certificate, result.figures.get("certificate_if_passed")}:
        yield "one-year-certificate-may"


CHECK = Check(
    name="certification",
    title="Can you be certified?",
    summary="Check whether your size, records, assessor and scores meet the conditions for COR and for SECOR.",
    keys=("partner", "employees", SINCE, AUDIT, COUNT, "assessor", *SCORES),
    subjects=lambda _law, _day: SUBJECTS,
    headline=headline,
    steps=steps,
    contradictions=_contradictions,
    notices=_notices,
    assumes=_assumes,
    drawing="timeline",
)
