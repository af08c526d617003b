"""What a check is made of, and what it makes of some answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cor_calc.engine.changes import Change, changes
from cor_calc.engine.conditions import NO, NOT_COVERED, UNKNOWN, YES
from cor_calc.engine.judging import DateFound, Decision, Situation, Subject, dates_of, decide
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import QUESTIONS, Answers
from cor_calc.engine.tenses import Dated, dated
from cor_calc.law import Book, Law

FAQ_OF = "aasp"
"""The partner whose FAQ is the ground of every `stated` fact."""


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next; `href` is relative to the site's root, a check's page takes the shared answers with it."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know that changes no verdict."""

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a check says of one subject, with all that its words are made from."""

    decision: Decision
    answers: Answers
    law: Law
    day: date
    book: Book
    dates: tuple[DateFound, ...] = ()
    figures: Mapping[str, str | int] = field(default_factory=dict)
    elements: list[dict[str, Any]] | None = None
    changes: tuple[Change, ...] = ()

    @property
    def subject(self) -> Subject:
        """The subject that is judged."""
        return self.decision.subject

    @property
    def verdict(self) -> str | None:
        """One of the four verdicts, None where nothing is decided."""
        return self.decision.verdict

    @property
    def partner(self) -> str | None:
        """The partner whose rules count, None while it is not known."""
        return self.book.partner

    def stands_in(self, parameter: str) -> bool:
        """Return whether a general rule stands in at the result's partner, which publishes none while others do.

        What AASP's FAQ states is AASP's own, and a partner publishes what its own page is a source of.
        """
        if self.partner is None or not any(each.partner for each in self.law.parameters[parameter].versions):
            return False
        fact = self.book.get(parameter)
        if fact is None:
            return True
        publishers = {self.law.sources[citation.id].publisher for citation in fact.sources}
        own = fact.partner is not None or (self.partner == FAQ_OF and fact.basis == "stated")
        return not own and self.law.partners[self.partner].name not in publishers

    @property
    def partner_page(self) -> str:
        """The page with what to ask the partner, or where to find one's own; relative to the site's root."""
        return f"partners/{self.partner}/" if self.partner else "partners/"

    @property
    def tone(self) -> str:
        """The one source of the word and the colour that a reader sees."""
        if self.verdict == NO:
            return "not_yet" if self.changes else "no"
        if self.verdict == UNKNOWN:
            return "open" if self.decision.open else "running"
        return {YES: "yes", NOT_COVERED: "ask"}.get(self.verdict or "", "info")

    def date(self, name: str) -> date | None:
        """Return one of the result's dates, or None where it is not given."""
        return next((found.day for found in self.dates if found.name == name), None)

    @property
    def dated(self) -> tuple[Dated, ...]:
        """The result's dates, each in its tense, in the order of their days."""
        found = {each.name: each.day for each in self.dates}
        return dated(found, self.subject, self.verdict, self.book, Situation(self.answers, self.law, self.day))


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check: its questions, what it judges and its words.

    Attributes:
        name, title, summary: as the pages and the command line name it.
        keys: its questions, in order.
        subjects: all that it can judge, under a law on a day.
        headline: the answer in one sentence; None for the general one.
        steps: what to do next.
        past: the questions whose days must not lie after today, lists included.
        ahead: of those, by their keys, what to do with a day that lies ahead, in a sentence.
        contradictions: notes answers that do not fit each other, under a book.
        asked: which subjects some answers ask about; all where it is None.
        notices: what else there is to know, from the answers and the results.
        assumes: parameters that stand behind a result besides those of its conditions and dates.
        drawing: the kind of picture that shows its results.
    """

    name: str
    title: str
    summary: str
    keys: tuple[str, ...]
    subjects: Callable[[Law, date], tuple[Subject, ...]]
    headline: Callable[[Result], str | None]
    steps: Callable[[Result], Iterable[Step]]
    past: tuple[str, ...] = ()
    ahead: Mapping[str, str] = field(default_factory=dict)
    contradictions: Callable[[Answers, Book, Problems], None] | None = None
    asked: Callable[[Answers, tuple[Subject, ...]], tuple[Subject, ...]] | None = None
    notices: Callable[[Answers, tuple[Result, ...]], Iterable[Notice]] | None = None
    assumes: Callable[[Result], Iterable[str]] | None = None
    drawing: str | None = None

    def note_problems(self, of: Situation, problems: Problems) -> None:
        """Note days that must not lie after today, and answers that do not fit each other."""
        for key in self.past:
            value = of.answers.get(key)
            each = enumerate(value) if isinstance(value, tuple) else [(None, value)]
            for place, item in each:
                if isinstance(item, date) and item > of.day:
                    path = key if place is None else f"{key}.{place}"
                    message = f"Enter {QUESTIONS[key].noun} as a day up to today. {self.ahead.get(key, '')}"
                    problems.note(path, "out_of_range", message.rstrip())
        if self.contradictions is not None:
            self.contradictions(of.answers, of.book, problems)
        if not problems.found:
            return
        order = {key: place for place, key in enumerate(self.keys)}
        problems.found.sort(key=lambda problem: order.get(problem.path.partition(".")[0], -1))

    def asked_subjects(self, answers: Answers, law: Law, day: date) -> tuple[Subject, ...]:
        """Return the subjects that some answers ask about."""
        subjects = self.subjects(law, day)
        return self.asked(answers, subjects) if self.asked is not None else subjects

    def results(self, of: Situation, *, whole: bool = True) -> tuple[Result, ...]:
        """Return the results in a situation; not `whole`, without what would change a no, as a batch needs them."""
        subjects = self.asked_subjects(of.answers, of.law, of.day)
        given = zip(subjects, dates_of(subjects, of), strict=True)
        return tuple([self._result(subject, dates, of, whole=whole) for subject, dates in given])

    def _result(self, subject: Subject, dates: tuple[DateFound, ...], of: Situation, *, whole: bool) -> Result:
        decision = decide(subject, self.keys, of)
        book = of.law.on(of.day, subject.partner) if subject.partner else of.book
        return Result(
            decision=decision,
            answers=of.answers,
            law=of.law,
            day=of.day,
            book=book,
            dates=dates,
            figures=subject.figures(of.answers, book, of.day, decision.stage) if subject.figures else {},
            elements=subject.elements(of.answers, book) if subject.elements else None,
            changes=changes(decision, self.keys, of) if whole else (),
        )
