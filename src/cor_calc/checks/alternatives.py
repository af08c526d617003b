"""Alternatives: may something else replace the maintenance audit? One result for each option of the partner."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from cor_calc.dates import in_words
from cor_calc.engine.check import Check, Notice, Result, Step
from cor_calc.engine.conditions import NO, NOT_COVERED, YES, Case, Condition, Say
from cor_calc.engine.judging import PARTNER, DateRule, Subject, Title
from cor_calc.engine.notices import looks_like_fraction
from cor_calc.engine.questions import QUESTIONS, Answers
from cor_calc.engine.words import capital
from cor_calc.law import Book, Law, Option
from cor_calc.numbers import HUNDRED, listed

PROGRAM, EMPLOYEES, SCORE, YEARS, AUDITS = (
    "program",
    "employees",
    "last_overall_score",
    "years_certified",
    "certification_audits",
)
STAFF, ORDERS, LAST, PLAN, YEAR = (
    "auditor_on_staff",
    "orders_in_cycle",
    "last_maintenance",
    "last_plan_percent",
    "maintenance_year",
)
_DATES = {
    "apply_by": "last day to apply",
    "plan_by": "last day to send the plan in",
    "amend_by": "last day to change the plan",
    "deliver_by": "last day to deliver",
}
NONE = "none"


# ─── The conditions of an option, from its terms ───


def conditions(option: Option) -> tuple[Condition, ...]:
    """Return an option's conditions, in the order in which the questions are asked."""
    made = (make(option) for make in _MAKERS)
    return tuple(condition for condition in made if condition is not None)


def _condition(  # noqa: PLR0913 - by name
    option: Option,
    keys: tuple[str, ...],
    test: Callable[[Answers], Say],
    *,
    statement: str,
    needs: str,
    cases: tuple[Case, ...],
    short: str,
) -> Condition:
    return Condition(
        rule=option.id,
        keys=keys,
        test=lambda answers, _book, _day: test(answers),
        needs=needs,
        statement=statement,
        cases=lambda _book: cases,
        short=lambda _answers, _book, _day: short,
    )


def _cor_alone(option: Option) -> Condition | None:
    if "program" not in option.terms:
        return None
    return _condition(
        option,
        (PROGRAM,),
        lambda answers: _known(answers, PROGRAM, lambda program: YES if program == "cor" else NO),
        statement="The option is for COR holders.",
        needs="COR",
        cases=(
            Case("COR", YES, {PROGRAM: "cor"}),
            Case("SECOR", NO, {PROGRAM: "secor"}),
            Case("not known", (PROGRAM,), {}),
        ),
        short="it is for COR holders alone",
    )


def _cor_or_larger_secor(option: Option) -> Condition | None:
    if "secor_employees" not in option.terms:
        return None
    least = int(option.terms["secor_employees"])

    def test(answers: Answers) -> Say:
        program, employees = answers.get(PROGRAM), answers.get(EMPLOYEES)
        if program == "cor" or (employees is not None and employees >= least):
            return YES
        if program is None:
            return (PROGRAM,) if employees is not None else (PROGRAM, EMPLOYEES)
        return NO if employees is not None else (EMPLOYEES,)

    return _condition(
        option,
        (PROGRAM, EMPLOYEES),
        test,
        statement=f"The option is for COR holders, and for SECOR holders with at least {least} employees.",
        needs=f"COR, or SECOR with at least {least} employees",
        cases=(
            Case("COR", YES, {PROGRAM: "cor"}),
            Case(f"SECOR with {least} employees or more", YES, {PROGRAM: "secor", EMPLOYEES: least}),
            Case(f"SECOR with fewer than {least}", NO, {PROGRAM: "secor", EMPLOYEES: least - 1}),
            Case("not known", (PROGRAM, EMPLOYEES), {}),
        ),
        short=f"a SECOR needs at least {least} employees for it",
    )


def _employees(option: Option) -> Condition | None:
    if "employees" not in option.terms:
        return None
    least = int(option.terms["employees"])
    considered = int(option.terms.get("employees_considered", least))
    below: Say = NOT_COVERED if option.terms.get("employees_fewer") == NOT_COVERED else NO

    def test(answers: Answers) -> Say:
        if EMPLOYEES not in answers:
            return (EMPLOYEES,)
        if answers[EMPLOYEES] >= least:
            return YES
        return NOT_COVERED if answers[EMPLOYEES] >= considered else below

    cases = [Case(f"{least} or more", YES, {EMPLOYEES: least})]
    if considered < least:
        cases.append(Case(f"{considered} to {least - 1}", NOT_COVERED, {EMPLOYEES: least - 1}))
    cases += [Case(f"fewer than {considered}", below, {EMPLOYEES: considered - 1}), Case("not known", (EMPLOYEES,), {})]
    return _condition(
        option,
        (EMPLOYEES,),
        test,
        statement=f"The employer has at least {least} employees.",
        needs=f"at least {least} employees",
        cases=tuple(cases),
        short=(
            f"at least {least} employees are needed"
            if below == NO and considered == least
            else f"its page names {least} employees"
        ),
    )


def _score(option: Option) -> Condition | None:
    above, least = option.terms.get("score_above"), option.terms.get("score_at_least")
    if above is None and least is None:
        return None
    mark = int(above if above is not None else least or 0) * HUNDRED
    strict = above is not None
    words = f"{'more than' if strict else 'at least'} {mark // HUNDRED}%"
    instead = option.terms.get("plan_instead_percent")

    def scored(answers: Answers) -> Say:
        return _known(answers, SCORE, lambda score: YES if (score > mark if strict else score >= mark) else NO)

    def test(answers: Answers) -> Say:
        return (
            scored(answers) if instead is None else _either(scored(answers), _alternative_with(answers, int(instead)))
        )

    plan = f", or {instead}% of the last alternative’s plan" if instead else ""
    return _condition(
        option,
        (SCORE,) if instead is None else (SCORE, LAST, PLAN),
        test,
        statement=f"The last certification audit scored {words} overall{plan}.",
        needs=f"{words}{plan}",
        cases=_score_cases(words, mark + 1 if strict else mark, int(instead or 0)),
        short=f"the last certification audit must have scored {words}{plan}",
    )


def _score_cases(words: str, reached: int, instead: int) -> tuple[Case, ...]:
    """Return the cases of a score that is enough from `reached` on, or of `instead` percent of a plan, 0 for none."""
    cases = [Case(words, YES, {SCORE: reached}), Case("less", NO, {SCORE: reached - 1, LAST: "audit"})]
    if instead:
        planned = {SCORE: 0, LAST: "alternative", PLAN: instead * HUNDRED}
        cases.append(Case(f"less, with {instead}% of the last plan", YES, planned))
    return (*cases, Case("not known", (SCORE,), {LAST: "audit"} if instead else {}))


def _count(key: str, term: str, noun: str) -> Callable[[Option], Condition | None]:
    def make(option: Option) -> Condition | None:
        if term not in option.terms:
            return None
        least = int(option.terms[term])
        return _condition(
            option,
            (key,),
            lambda answers: _known(answers, key, lambda number: YES if number >= least else NO),
            statement=f"The employer has at least {least} {noun}.",
            needs=f"at least {least} {noun}",
            cases=(
                Case(f"{least} or more", YES, {key: least}),
                Case(f"fewer than {least}", NO, {key: least - 1}),
                Case("not known", (key,), {}),
            ),
            short=f"{least} {noun} are needed",
        )

    return make


def _choice(key: str, term: str, good: str, statement: str, short: str) -> Callable[[Option], Condition | None]:
    bad = "no" if good == "yes" else "yes"

    def make(option: Option) -> Condition | None:
        if not option.terms.get(term):
            return None
        return _condition(
            option,
            (key,),
            lambda answers: _known(answers, key, lambda said: YES if said == good else NO),
            statement=statement,
            needs=good,
            cases=(
                Case(good, YES, {key: good}),
                Case(bad, NO, {key: bad}),
                Case("not known", (key,), {}),
            ),
            short=short,
        )

    return make


def _repeat(option: Option) -> Condition | None:
    if "repeat_percent" not in option.terms:
        return None
    least = int(option.terms["repeat_percent"])

    def test(answers: Answers) -> Say:
        last, plan = answers.get(LAST), answers.get(PLAN)
        if last not in {None, "alternative"} or (plan is not None and plan >= least * HUNDRED):
            return YES
        if last is None:
            return (LAST,) if plan is not None else (LAST, PLAN)
        return NO if plan is not None else (PLAN,)

    return _condition(
        option,
        (LAST, PLAN),
        test,
        statement=f"After an alternative, another one follows only where the last plan stands at {least}% or more.",
        needs=f"no alternative last time, or {least}% of its plan",
        cases=(
            Case("the last maintenance was no alternative", YES, {LAST: "audit"}),
            Case(f"it was one, with {least}% of its plan", YES, {LAST: "alternative", PLAN: least * HUNDRED}),
            Case("it was one, with less", NO, {LAST: "alternative", PLAN: least * HUNDRED - 1}),
            Case("not known", (LAST, PLAN), {}),
        ),
        short=f"the plan of the last alternative must stand at {least}% or more",
    )


def _unread(option: Option) -> Condition | None:
    if "unread" not in option.terms:
        return None
    return _condition(
        option,
        (),
        lambda _answers: NOT_COVERED,
        statement=str(option.terms["unread"]),
        needs="what its page says beyond what could be read",
        cases=(Case("any", NOT_COVERED, {}),),
        short="not all of its conditions could be read",
    )


_MAKERS = (
    _cor_alone,
    _cor_or_larger_secor,
    _employees,
    _score,
    _count(YEARS, "years", "years in a row with a certificate"),
    _count(AUDITS, "audits", "passed certification audits"),
    _choice(
        STAFF,
        "auditor_on_staff",
        "yes",
        "A certified auditor is on the employer’s staff.",
        "a certified auditor must be on your staff",
    ),
    _choice(
        ORDERS,
        "no_orders",
        "no",
        "There were no safety orders in the cycle.",
        "there must be no safety orders in the cycle",
    ),
    _repeat,
    _unread,
)


def _known(answers: Answers, key: str, says: Callable[[Any], Say]) -> Say:
    return says(answers[key]) if key in answers else (key,)


def _either(one: Say, other: Say) -> Say:
    """Return what holds where one of two is enough: decided as soon as either decides it."""
    if YES in {one, other}:
        return YES
    needed = (*(one if isinstance(one, tuple) else ()), *(other if isinstance(other, tuple) else ()))
    return needed or NO


def _alternative_with(answers: Answers, least: int) -> Say:
    """Return whether the last maintenance was an alternative with this percentage of its plan done."""
    last, plan = answers.get(LAST), answers.get(PLAN)
    if last not in {None, "alternative"} or (plan is not None and plan < least * HUNDRED):
        return NO
    needed = (*((LAST,) if last is None else ()), *((PLAN,) if plan is None else ()))
    return needed or YES


# ─── Results ───


def _title(words: str) -> Title:
    def title(rule: str, book: Book, day: date) -> str:
        option = book.law.option(rule, day)
        return f"{option.title} at {book.law.partners[option.partner].short}: {words}" if option else capital(words)

    return title


def _date(option: Option, name: str) -> DateRule:
    month_day = option.dates[name]
    return DateRule(
        name=name,
        label=f"{option.title}: {_DATES[name]}",
        title=_title(_DATES[name]),
        calc=lambda answers, _book, _day: (
            (date.fromisoformat(f"{answers[YEAR]}-{month_day}"), (option.id,)) if YEAR in answers else None
        ),
    )


def _subject(option: Option, law: Law) -> Subject:
    return Subject(
        name=option.subject,
        words=f"the {option.title[:1].lower()}{option.title[1:]} at {law.partners[option.partner].short}",
        conditions=conditions(option),
        dates=tuple(_date(option, name) for name in _DATES if name in option.dates),
        partner=option.partner,
    )


def _none_subject() -> Subject:
    def test(_answers: Answers, _book: Book, _day: date) -> Say:
        return NOT_COVERED

    condition = Condition(
        rule="alternatives-none",
        keys=(),
        facts=(),
        test=test,
        needs="an option that your certifying partner publishes",
        cases=lambda _book: (Case("any", NOT_COVERED, {}),),
        short=lambda _answers, _book, _day: "your certifying partner publishes no alternative to the maintenance audit",
    )
    return Subject(name=NONE, words="an alternative", conditions=(condition,))


def subjects(law: Law, day: date) -> tuple[Subject, ...]:
    """Return one subject for each option in force, and the one of partners that publish none."""
    kept = (law.period(day), CHECK.name)
    if kept not in law.made:
        law.made[kept] = (*(_subject(option, law) for option in law.options_on(day)), _none_subject())
    made: tuple[Subject, ...] = law.made[kept]
    return made


def _asked(answers: Answers, all_subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    *options, none = all_subjects
    partner = answers.get(PARTNER)
    own = tuple(subject for subject in options if partner in {None, subject.partner})
    return own or (none,)


def _option(result: Result) -> Option | None:
    return result.law.option(result.subject.name, result.day)


def headline(result: Result) -> str | None:
    """Return whether the option may be used, with the day by which to apply."""
    option = _option(result)
    if option is None:
        short = result.law.partners[result.partner].short if result.partner else "Your certifying partner"
        return f"{short} publishes no alternative to the maintenance audit. Ask before you count on one."
    if result.verdict == YES:
        apply, short = result.date("apply_by"), result.law.partners[option.partner].short
        when = f" Apply by {in_words(apply)}." if apply and apply >= result.day else ""
        return f"Yes: on these answers you may use {result.subject.words}.{when} {short} must approve it."
    return None


def steps(result: Result) -> Iterable[Step]:
    """Yield what to do next."""
    option = _option(result)
    if option is not None and result.verdict != NO:
        yield Step(option.apply_where, f"partners/{option.partner}/")
    yield Step("Check a maintenance audit instead", "check/maintenance/")
    yield Step("See when the maintenance audit is due", "check/cycle/")


def _notices(answers: Answers, results: tuple[Result, ...]) -> Iterable[Notice]:
    yield from looks_like_fraction([(QUESTIONS[SCORE].noun, answers.get(SCORE))])
    late = [
        f"{in_words(day)} at {result.law.partners[option.partner].short}"
        for result in results
        if (day := result.date("apply_by")) and day < result.day and (option := _option(result))
    ]
    if late:
        text = f"The day to apply has passed: {listed(late)}. Ask your certifying partner whether it still takes you."
        yield Notice("deadline_passed", text)
    yield from _days_of_other_years(results)
    yield from _secor_later(answers, results)


def _days_of_other_years(results: tuple[Result, ...]) -> Iterable[Notice]:
    """Yield the notice on days that a partner published for one year and may have changed since."""
    found = [option for result in results if result.dates and (option := _option(result)) and option.dates_are_of]
    if found:
        told = " ".join(option.dates_are_of for option in found)
        yield Notice("days_of_other_years", f"Days can change from year to year. {told} Ask for this year’s.")


def _secor_later(answers: Answers, results: tuple[Result, ...]) -> Iterable[Notice]:
    """Yield the notice on a maintenance year before the one from which an option is open to a SECOR."""
    for result in results:
        option = _option(result)
        first = option.terms.get("secor_since") if option else None
        if (
            option
            and first
            and answers.get(PROGRAM) == "secor"
            and int(answers.get(YEAR, result.day.year)) < int(first)
        ):
            short = result.law.partners[option.partner].short
            text = f"{short} takes this from a SECOR only since {first}. For an earlier year, ask {short}."
            yield Notice("secor_later", text)


CHECK = Check(
    name="alternatives",
    title="May something else replace the maintenance audit?",
    summary="See what your certifying partner takes instead of a maintenance audit, and what is missing for it.",
    keys=(PARTNER, PROGRAM, EMPLOYEES, SCORE, YEARS, AUDITS, STAFF, ORDERS, LAST, PLAN, YEAR),
    subjects=subjects,
    headline=headline,
    steps=steps,
    asked=_asked,
    notices=_notices,
    drawing="timeline",
)
