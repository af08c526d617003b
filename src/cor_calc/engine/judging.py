"""Judges a subject: its verdict under one book of rules, and what all partners share where the partner is unknown."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cor_calc.engine.conditions import UNKNOWN, YES, Condition, Say, fold, verdict_of
from cor_calc.engine.questions import Answers
from cor_calc.law import Book, Law

PARTNER = "partner"
Found = tuple[date, tuple[str, ...]]
"""A day, and the ids of the rules that it follows from, the one that sets it first."""
Calc = Callable[[Answers, Book, date], Found | None]
Stage = Callable[[Answers, Book, date, tuple[Say, ...], Say], str | None]
Figures = Callable[[Answers, Book, date, str | None], Mapping[str, str | int]]
Elements = Callable[[Answers, Book], list[dict[str, Any]]]
Title = Callable[[str, Book, date], str]
Settled = Callable[[Answers, Book, date, date], str | None]
"""Returns the tense of a date that the answers settle, from the book, the date and today; None where they do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule:
    """A date that a subject can give.

    Attributes:
        name: its name in an outcome.
        label: the name as a person reads it.
        calc: works it out; None while its answers are not given.
        kind: "from" where something opens on that day, "by" where it is a last day.
        ends: whether something runs out on that day, whatever is done until then.
        title: what stands over the day in a calendar, from the rule's id, the book and today; else the label.
        settled: the tense that the answers give it (done, missed, overdue), where they do.
        facts: the parameters that it reads.
        latest: works out the last day where that differs at one partner; a partner unknown spreads it as well.
        latest_name, latest_label: the two names of that day, where the date can have two values.
        assumes: readings that it rests on besides its facts.
    """

    name: str
    label: str
    calc: Calc
    kind: str = "by"
    ends: bool = False
    title: Title | None = None
    settled: Settled | None = None
    facts: tuple[str, ...] = ()
    latest: Calc | None = None
    latest_name: str = ""
    latest_label: str = ""
    assumes: tuple[str, ...] = ()

    @property
    def labels(self) -> dict[str, str]:
        """The label of each name that it can have in an outcome."""
        return {self.name: self.label} | ({self.latest_name: self.latest_label} if self.latest_name else {})


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date of a result, the rule that sets it, and the partners whose own version gave it."""

    name: str
    day: date
    kind: str
    rule: str
    partners: tuple[str, ...]

    def written(self) -> dict[str, Any]:
        """Return the date as JSON."""
        return {
            "name": self.name,
            "date": self.day.isoformat(),
            "kind": self.kind,
            "rule": self.rule,
            "partners": list(self.partners),
        }


@dataclass(frozen=True, slots=True)
class Worked:
    """One line of a decision table that no condition gives: answers of a kind, an example, what follows, its rule."""

    when: str
    then: str
    example: Mapping[str, Any]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What holds under one book.

    Attributes:
        subject: what is judged.
        says: what each condition of the subject says, in their order.
        say: what they fold to.
        stage: where one stands, None for nowhere.
        certificate: the kind of certificate that a yes gives, else None.
    """

    subject: "Subject"
    says: tuple[Say, ...]
    say: Say
    stage: str | None
    certificate: str | None

    @property
    def verdict(self) -> str:
        """One of the four verdicts."""
        return verdict_of(self.say)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One thing that a check judges.

    Attributes:
        name: its name in an outcome.
        words: the name as a person reads it.
        conditions: what decides it; none where there is no verdict.
        dates: the dates that it can give, in order.
        first: questions that are asked alone before all others.
        scope: a condition that comes before all: outside it nothing else counts.
        stage: where one stands, from the answers, the book, the day, the sayings and the folded one.
        certificate: the kind of certificate that a yes gives.
        figures: numbers that it gives.
        figure_names: the names of all figures that it can give.
        elements: rows of its own, by element.
        partner: the partner whose subject it is, whatever the answers say.
        told_by_yes: the answers to other checks that a yes on a day stands for (an audit that counts is accepted).
        decides: a verdict that no condition gives (a refund).
        cases: the lines of the decision table of what no condition decides.
    """

    name: str
    words: str
    conditions: tuple[Condition, ...] = ()
    dates: tuple[DateRule, ...] = ()
    first: tuple[str, ...] = ()
    scope: Condition | None = None
    stage: Stage | None = None
    certificate: Callable[[Answers, Book], str] | None = None
    figures: Figures | None = None
    figure_names: tuple[str, ...] = ()
    elements: Elements | None = None
    partner: str | None = None
    told_by_yes: Callable[[Answers, Book, date], Answers] | None = None
    decides: Callable[[Answers], tuple[str | None, tuple[str, ...]]] | None = None
    cases: Callable[[Book], tuple[Worked, ...]] | None = None

    @property
    def parameters(self) -> tuple[str, ...]:
        """Every parameter in which partners could differ for this subject."""
        named = (
            *(fact for each in self.conditions for fact in each.facts),
            *(fact for each in self.dates for fact in each.facts),
        )
        return tuple(dict.fromkeys(named))


Grouped = tuple[tuple[Book, tuple[str, ...], Judged], ...]
"""What holds under each book that is possible, with the partners for which it stands."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What a judgement starts from.

    Attributes:
        answers: the known answers, by key.
        law: the law that decides.
        day: the day on which it is judged: today, handed in. The law has rules on it.
        book: the rules of the partner that the answers name, or the general ones.
    """

    answers: Answers
    law: Law
    day: date
    book: Book = field(init=False)

    def __post_init__(self) -> None:
        """Look up the book once: every step asks for it."""
        object.__setattr__(self, "book", self.law.on(self.day, self.answers.get(PARTNER)))


@dataclass(frozen=True, slots=True)
class Decision:
    """What a subject is decided to be.

    Attributes:
        subject: what is judged.
        verdict: what all possible partners share, else unknown; None where nothing is decided.
        open: the keys that are still to be answered, in the check's order.
        by_partner: every partner's verdict, where no partner is known and two differ; else None.
        stage: where one stands, where all partners share that; else None.
        certificate: the kind of certificate that a yes gives, where all partners share it; else None.
        groups: what holds under each book that is possible.
        scope: what the condition before all others says; yes where there is none.
    """

    subject: Subject
    verdict: str | None
    open: tuple[str, ...] = ()
    by_partner: Mapping[str, str] | None = None
    stage: str | None = None
    certificate: str | None = None
    groups: Grouped = ()
    scope: Say = YES


def books(subject: Subject, of: Situation) -> tuple[tuple[Book, tuple[str, ...]], ...]:
    """Return the books under which a subject may stand, each with its partners."""
    if subject.partner is not None:
        return ((of.law.on(of.day, subject.partner), (subject.partner,)),)
    if of.book.partner is not None:
        return ((of.book, (of.book.partner,)),)
    return of.law.grouped(of.day, subject.parameters)


def judge(subject: Subject, answers: Answers, book: Book, day: date) -> Judged:
    """Return what holds under one book of rules."""
    says = tuple([condition.test(answers, book, day) for condition in subject.conditions])
    say = fold(says)
    stage = subject.stage(answers, book, day, says, say) if subject.stage else None
    certificate = subject.certificate(answers, book) if subject.certificate and say == YES else None
    return Judged(subject, says, say, stage, certificate)


def decide(subject: Subject, keys: Iterable[str], of: Situation) -> Decision:
    """Return the verdict on a subject, its open questions in the order of `keys`.

    This is the only place that knows what an unknown partner means.
    """
    if subject.decides is not None:
        verdict, open_keys = subject.decides(of.answers)
        return Decision(subject, verdict, open_keys)
    if not subject.conditions:
        return Decision(subject, None)
    waiting = tuple([key for key in subject.first if key not in of.answers])
    if waiting:
        return Decision(subject, UNKNOWN, waiting)
    groups = tuple(
        [(book, partners, judge(subject, of.answers, book, of.day)) for book, partners in books(subject, of)]
    )
    scope = subject.scope.test(of.answers, of.law.on(of.day), of.day) if subject.scope else YES
    shared = _shared([judged.verdict for _, _, judged in groups])
    verdict = (shared or UNKNOWN) if scope == YES else verdict_of(scope)
    return Decision(
        subject,
        verdict,
        open=_open(keys, groups, scope, of) if verdict == UNKNOWN else (),
        by_partner=_by_partner(groups, of.law) if shared is None and scope == YES else None,
        stage=_shared([judged.stage for _, _, judged in groups]),
        certificate=_shared([judged.certificate for _, _, judged in groups]) if verdict == YES else None,
        groups=groups,
        scope=scope,
    )


def _shared(values: list[str | None]) -> str | None:
    """Return the one value that all have, else None."""
    first, *others = values
    return first if all(each == first for each in others) else None


def _by_partner(groups: Grouped, law: Law) -> dict[str, str]:
    found = {partner: judged.verdict for _, partners, judged in groups for partner in partners}
    return {partner: found[partner] for partner in law.partners}


def _open(keys: Iterable[str], groups: Grouped, scope: Say, of: Situation) -> tuple[str, ...]:
    """Return the unknown keys that undecided conditions need, under any possible partner."""
    needed = set(scope) if isinstance(scope, tuple) else set()
    if _shared([judged.verdict for _, _, judged in groups]) not in {None, UNKNOWN}:
        return tuple([key for key in keys if key in needed])
    for _, _, judged in groups:
        needed.update(judged.say if isinstance(judged.say, tuple) else ())
    if sum(len(partners) for _, partners, _ in groups) > 1 and _partner_matters(groups, of):
        needed.add(PARTNER)
    return tuple([key for key in keys if key in needed])


def _partner_matters(groups: Grouped, of: Situation) -> bool:
    """Return whether partners' verdicts differ, or an answer is missing to a condition in which they differ."""
    if len({judged.verdict for _, _, judged in groups}) > 1:
        return True
    subject = groups[0][2].subject
    waiting = {
        fact
        for _, _, judged in groups
        for condition, say in zip(subject.conditions, judged.says, strict=True)
        if isinstance(say, tuple) and say
        for fact in condition.facts
    }
    return any(of.law.differs(of.day, fact) for fact in waiting)


def dates_of(subjects: Iterable[Subject], of: Situation) -> list[tuple[DateFound, ...]]:
    """Return the dates of each subject; those with the same rules share them where the partner is known."""
    shared: dict[int, tuple[DateFound, ...]] = {}
    found = []
    for subject in subjects:
        same = id(subject.dates)
        given = shared.get(same) if subject.partner is None and PARTNER in of.answers else None
        if given is None:
            given = shared[same] = dates(subject, of)
        found.append(given)
    return found


def dates(subject: Subject, of: Situation) -> tuple[DateFound, ...]:
    """Return the dates of a subject whose answers are given; two values of one where it has them."""
    if not subject.dates:
        return ()
    under = books(subject, of)
    found: list[DateFound] = []
    for rule in subject.dates:
        first = _picked(rule.calc, under, of, min)
        if not first:
            continue
        found.append(_dated(rule.name, rule.kind, first, of))
        if rule.latest_name:
            last = _picked(rule.latest or rule.calc, under, of, max)
            if last and last[0][0] > first[0][0]:
                found.append(_dated(rule.latest_name, rule.kind, last, of))
    return tuple(found)


Picked = list[tuple[date, tuple[str, ...], tuple[str, ...]]]
"""The same day as each group of partners has it: the day, the rules that it follows from, the partners."""


def _picked(
    calc: Calc, under: tuple[tuple[Book, tuple[str, ...]], ...], of: Situation, choose: Callable[..., date]
) -> Picked:
    found = [(calc(of.answers, book, of.day), partners) for book, partners in under]
    given = [(*each, partners) for each, partners in found if each is not None]
    if len(given) <= 1:
        return given
    chosen = choose(each[0] for each in given)
    return [each for each in given if each[0] == chosen]


def _dated(name: str, kind: str, picked: Picked, of: Situation) -> DateFound:
    """Return a date with its rule, one that partners publish themselves before a general one, and those partners."""
    own = {
        partner: rules[0]
        for _, rules, partners in picked
        for partner in partners
        if not of.law.on(of.day, partner).own.isdisjoint(rules)
    }
    rule = next(iter(own.values()), picked[0][1][0])
    partners = tuple([partner for partner in of.law.partners if partner in own]) if len(own) > 1 else tuple(own)
    return DateFound(name, picked[0][0], kind, rule, partners)
