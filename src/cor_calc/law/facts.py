"""What the law is made of: parameters with their versions, options, elements, partners and sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cor_calc.dates import in_words

Value = int | str | bool | date | tuple[str, ...]
"""A parameter's value: a number, a decimal as text, whether a rule holds, a day, or the terms of a due date."""

BASES = ("stated", "elsewhere", "derived", "reading")
_SINGULAR = {"people": "person", "sites": "site"}
_TERMS = {"anniversary": "the anniversary", "quarter_end": "the end of the anniversary's calendar quarter"}


@dataclass(frozen=True, slots=True)
class Citation:
    """Where in a source a fact stands, with at most a few decisive words."""

    id: str
    at: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A published page that facts rest on.

    Attributes:
        id: its name in the data files.
        title: what it is called.
        publisher: whose page it is: a partner's full name, or another publisher's.
        url: its address.
        dated: of when it is, as it says itself, in words.
        read: the day on which it was read.
    """

    id: str
    title: str
    publisher: str
    url: str
    dated: str
    read: date


@dataclass(frozen=True, slots=True)
class Partner:
    """A certifying partner: its industry, how it is paid ("levy" or "fee"), how an employer knows that it is theirs.

    `contact` is its office by its own pages, never a person; empty where they were not read for it.
    """

    id: str
    short: str
    name: str
    url: str
    industry: str
    paid: str
    how_to_tell: str
    status: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One version of a parameter: its value from a day on.

    Attributes:
        id: the parameter's name.
        partner: whose own version it is, None for the general one.
        since: the first day on which it holds.
        until: the last day on which it holds, None where none is known.
        value: the value, in `unit`.
        unit: what the value is, one of `checking.UNITS`: percent, months, days, employees, flag (whether a rule holds).
        basis: what it rests on, one of `BASES`.
        title: the parameter's heading.
        statement: what it says, as whole sentences; `{value}` stands for the value with its unit.
        reason: why, for a derived fact and a reading; else "".
        note: what to know about where it stands, such as its age, as whole sentences to follow its own; else "".
        sure: "A" a partner's own page of 2023 or later, "B" its own page, older or without a date, "" for a reading.
        sources: where it stands.
        checked: the day on which its sources were read.
        review_by: the day by which they are to be read again.
        changed: since when it holds by the sources, as YYYY-MM-DD, YYYY-MM or YYYY; "" where they do not say.
    """

    id: str
    partner: str | None
    since: date
    until: date | None
    value: Value
    unit: str
    basis: str
    title: str
    statement: str
    reason: str
    note: str
    sure: str
    sources: tuple[Citation, ...]
    checked: date
    changed: str
    review_by: date

    @property
    def number(self) -> int:
        """The value as a whole number, in the fact's unit. TypeError for anything else."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise TypeError(self.id)
        return self.value

    def shown(self) -> str:
        """Return the value as people write it, with its unit: 80%, 12 months, $200, 1 December."""
        value = self.value
        if isinstance(value, bool):
            return "yes" if value else "not published"
        if isinstance(value, date):
            return in_words(value)
        if isinstance(value, tuple):
            terms = [_TERMS.get(term) or in_words(date.fromisoformat(f"2000-{term}"), year=False) for term in value]
            return terms[0] if len(terms) == 1 else f"the earlier of {' and '.join(terms)}"
        if self.unit == "percent":
            return f"{value}%"
        amount = f"{value:,}" if isinstance(value, int) else str(value)
        if self.unit == "dollars":
            return f"${amount}"
        one = _SINGULAR.get(self.unit, self.unit.removesuffix("s"))
        return f"{amount} {one if value == 1 else self.unit}"

    def sentence(self) -> str:
        """Return what the fact says, as whole sentences."""
        return self.statement.replace("{value}", self.shown())


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the rules with all its versions. `gap` says so where no general version is published."""

    id: str
    topic: str
    title: str
    unit: str
    applies_to: tuple[str, ...]
    statement: str
    gap: str
    versions: tuple[Fact, ...]

    def on(self, day: date, partner: str | None) -> Fact | None:
        """Return the version in force on a day: the partner's own, else the general one, else None."""
        return self._of(day, partner) or (self._of(day, None) if partner else None)

    def _of(self, day: date, partner: str | None) -> Fact | None:
        for fact in self.versions:
            if fact.partner == partner and fact.since <= day and (fact.until is None or day <= fact.until):
                return fact
        return None


@dataclass(frozen=True, slots=True)
class Option:
    """What may replace a maintenance audit at one partner, in force between two days.

    Attributes:
        id: its name in an outcome's `rule`: `esc-action-plan`.
        subject: its name among a check's results: `esc_action_plan`.
        partner: whose option it is.
        title: its heading.
        statement: what it says, as whole sentences.
        terms: its conditions by name: numbers in whole percents, employees, years or audits; flags; words.
        dates: its days of every year, as MM-DD, by the names that they have in an outcome.
        apply_where: the step that leads to where one applies, in words; "" for none.
        sources, basis, sure, checked, review_by: as of a fact.
        since, until: the first and the last day on which it is in force; None where no last one is known.
        dates_are_of: of when those days are, as a whole sentence, where another year may have others; else "".
    """

    id: str
    subject: str
    partner: str
    title: str
    statement: str
    terms: Mapping[str, int | str | bool]
    dates: Mapping[str, str]
    dates_are_of: str
    apply_where: str
    sources: tuple[Citation, ...]
    since: date
    until: date | None
    basis: str
    sure: str
    checked: date
    changed: str
    review_by: date


@dataclass(frozen=True, slots=True)
class Topic:
    """What an auditor looks at in one field of an audit, by each technique, in our own words."""

    id: str
    title: str
    documents: str
    interviews: str
    observation: str


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a partner's audit; the counts say how many of its questions each technique checks, where known."""

    partner: str
    number: int
    name: str
    topic: str
    documents: int | None = None
    interviews: int | None = None
    observation: int | None = None
    points: int | None = None
    letter: str = ""
