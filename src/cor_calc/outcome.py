"""An outcome: what a check answers, with its reasons, and its JSON form."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import Enum
from typing import Any

from cor_calc.facts import fact
from cor_calc.logic import Truth


class Verdict(Enum):
    """What a check answers. `not_covered`: no published rule decides it. `unknown`: more answers could."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_COVERED = "not_covered"


VERDICT_OF = {Truth.YES: Verdict.YES, Truth.NO: Verdict.NO, Truth.UNKNOWN: Verdict.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The bare answer for one subject, without its reasons; all that a batch needs.

    `dates` and `figures` hold those alone whose answers are given; percents, points and money
    are texts with two decimals.
    """

    subject: str
    verdict: Verdict | None
    certificate: str | None = None
    stage: str | None = None
    dates: Mapping[str, date] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule held against the answers. `answer` and `needs` are words for a person."""

    rule: str
    met: Verdict
    decisive: bool
    statement: str
    answer: str | None
    needs: str | None

    def written(self) -> dict[str, Any]:
        """Return the finding as JSON, with the basis and the sources of its rule."""
        rule = fact(self.rule)
        return {
            "rule": self.rule,
            "met": self.met.value,
            "decisive": self.decisive,
            "basis": rule.basis,
            "statement": self.statement,
            "answer": self.answer,
            "needs": self.needs,
            "sources": list(dict.fromkeys(source.id for source in rule.sources)),
        }


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that would have to change; `when` is a day by which waiting certainly does it."""

    key: str
    before: Any
    after: Any
    when: date | None

    def written(self) -> dict[str, Any]:
        """Return the change as JSON."""
        when = self.when.isoformat() if self.when else None
        return {"key": self.key, "from": self.before, "to": self.after, "when": when}


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next; `href` is relative to the site's root."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Result:
    """The answer for one subject with its reasons."""

    judgement: Judgement
    headline: str
    findings: tuple[Finding, ...]
    open_questions: tuple[str, ...] = ()
    changes: tuple[tuple[Change, ...], ...] = ()
    next_steps: tuple[Step, ...] = ()
    elements: tuple[Mapping[str, str | None], ...] | None = None

    def written(self) -> dict[str, Any]:
        """Return the result as JSON."""
        judged = self.judgement
        written: dict[str, Any] = {
            "subject": judged.subject,
            "verdict": judged.verdict.value if judged.verdict else None,
            "headline": self.headline,
            "certificate": judged.certificate,
            "stage": judged.stage,
            "dates": {name: day.isoformat() for name, day in judged.dates.items()},
            "figures": dict(judged.figures),
        }
        if self.elements is not None:
            written["elements"] = [dict(element) for element in self.elements]
        return written | {
            "findings": [finding.written() for finding in self.findings],
            "open_questions": list(self.open_questions),
            "changes": [[change.written() for change in way] for way in self.changes],
            "next_steps": [_named(step) for step in self.next_steps],
        }


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know that changes no verdict."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Assumption:
    """A reading that was used, or what partners handle differently; `rule` is the fact's id."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Explained:
    """All that a check says: results, and what they rest on."""

    results: tuple[Result, ...]
    assumptions: tuple[Assumption, ...] = ()
    notices: tuple[Notice, ...] = ()

    def written(self) -> dict[str, Any]:
        """Return the JSON parts of an outcome that a check gives."""
        return {
            "results": [result.written() for result in self.results],
            "assumptions": [_named(assumption) for assumption in self.assumptions],
            "notices": [_named(notice) for notice in self.notices],
        }


def assume(*rules: str) -> tuple[Assumption, ...]:
    """Return the assumptions that stand in the facts, in this order."""
    return tuple(Assumption(rule, _assumed(rule)) for rule in rules)


def _assumed(rule: str) -> str:
    found = fact(rule)
    return f"{found.sentence()} {found.reason}".strip()


def _named(value: Any) -> dict[str, Any]:
    return {each.name: getattr(value, each.name) for each in fields(value)}
