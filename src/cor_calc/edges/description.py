"""What JavaScript, the forms and the pages know of the checks: one description, made from the questions and the law."""

from datetime import date
from typing import Any

from cor_calc.checks import CHECKS, Check, overview
from cor_calc.engine.judging import DateRule
from cor_calc.engine.kinds import Choice, Day, Field, Hundredths, Kind, ListOf, OrWord, Row, Text, Whole
from cor_calc.engine.questions import Question, questions
from cor_calc.engine.words import MET, TONES, filled
from cor_calc.law import Book, Law

STAGES = {
    "passed": "Passed",
    "audit": "The audit can take place",
    "missed": "Missed",
    "expired": "Expired",
    "quality_assurance": "Quality review by the certifying partner",
    "module_1": "Module 1 is next",
    "module_12": "Module 12 is next",
    "first_maintenance": "First maintenance year",
    "second_maintenance": "Second maintenance year",
    "recertification": "Recertification is next",
    "running": "The cycle is running",
    "done": "Complete",
}
CERTIFICATES = {"standard": "Standard certificate", "one_year": "One-year certificate"}
FIGURES = {
    "certificate_if_passed": ("If passed", "certificate"),
    "overall": ("Overall score", "percent"),
    "points_to_pass": ("Points missing to the pass mark", "points"),
    "percent": ("Share of the premium", "percent"),
    "refund": ("Refund, estimated", "money"),
    "refund_most": ("The most it could be", "money"),
    "gap": ("With a gap", "elements"),
    "open": ("Not answered yet", "elements"),
    "partly": ("Partly in place", "elements"),
    "ready": ("Ready", "elements"),
    "not_applicable": ("Does not apply", "elements"),
}
ELEMENT_STATES = {name: FIGURES[name][0] for name in ("gap", "open", "partly", "ready", "not_applicable")}
DATE_STATES = {
    "open_since": "possible since",
    "opens": "possible from",
    "due": "due by",
    "overdue": "was due by",
    "done": "done; due by",
    "missed": "missed",
    "passed": "was",
    "ends": "on",
}
RENAMED = {
    "maintenance": {
        "audit_date": "maintenance_audit_ended",
        "assessor": "maintenance_assessor",
        "overall_score": "maintenance_score",
    },
    "refund": {"year": "refund_year"},
}
"""Keys of version 1's links, and what they are now."""


def description(law: Law, day: date) -> dict[str, Any]:
    """Return what a form, a link, a picture and a page need to know of the checks, as JSON values."""
    book = law.on(day)
    return {
        "version": 2,
        "partners": [
            {"id": each.id, "short": each.short, "name": each.name, "industry": each.industry, "url": each.url}
            for each in law.partners.values()
        ],
        "checks": [*(_check(check, law, day) for check in CHECKS.values()), _overview()],
        "questions": {key: _question(each, book) for key, each in questions(law).items()},
        "dates": {
            name: {"label": label, "kind": rule.kind}
            for rule in date_rules(law, day)
            for name, label in rule.labels.items()
        },
        "figures": {name: {"label": label, "unit": unit} for name, (label, unit) in FIGURES.items()},
        "stages": STAGES,
        "certificates": CERTIFICATES,
        "tones": TONES,
        "met": MET,
        "date_states": DATE_STATES,
        "element_states": ELEMENT_STATES,
        "rules": _rules(law),
        "sources": _sources(law),
        "elements": {"": list(law.names(None)), **{partner: list(law.names(partner)) for partner in law.partners}},
        "renamed": RENAMED,
    }


def _check(check: Check, law: Law, day: date) -> dict[str, Any]:
    return {
        "name": check.name,
        "title": check.title,
        "summary": check.summary,
        "subjects": [{"name": each.name, "words": each.words} for each in check.subjects(law, day)],
        "keys": list(check.keys),
        "drawing": check.drawing,
    }


def _overview() -> dict[str, Any]:
    return {
        "name": overview.NAME,
        "title": overview.TITLE,
        "summary": overview.SUMMARY,
        "subjects": [],
        "keys": list(overview.KEYS),
        "drawing": "timeline",
    }


def _rules(law: Law) -> dict[str, dict[str, str]]:
    return {
        **{name: {"title": parameter.title} for name, parameter in law.parameters.items()},
        **{option.id: {"title": f"{law.partners[option.partner].short}: {option.title}"} for option in law.options},
    }


def _sources(law: Law) -> dict[str, dict[str, str]]:
    short = {partner.name: partner.short for partner in law.partners.values()}
    return {
        source.id: {
            "title": source.title,
            "publisher": short.get(source.publisher, source.publisher),
            "dated": source.dated,
            "url": source.url,
        }
        for source in law.sources.values()
    }


def date_rules(law: Law, day: date) -> tuple[DateRule, ...]:
    """Return the rule of every date that a check can give; of several by one name, the first."""
    found: dict[str, DateRule] = {}
    for check in CHECKS.values():
        for subject in check.subjects(law, day):
            for rule in subject.dates:
                found.setdefault(rule.name, rule)
    return tuple(found.values())


def labels(law: Law, day: date) -> dict[str, str]:
    """Return how a person reads each name of a date that an outcome can have."""
    return {name: label for rule in date_rules(law, day) for name, label in rule.labels.items()}


def _question(question: Question, book: Book) -> dict[str, Any]:
    words = {"label": question.label, "noun": question.noun, "hint": filled(question.hint, book)}
    names = {"names": question.names} if question.names is not None else {}
    return {**words, **names, **_kind(question.kind)}


def _field(field: Field) -> dict[str, Any]:
    return {"key": field.key, "label": field.label, "noun": field.noun, "hint": "", **_kind(field.kind)}


def _options(options: tuple[tuple[str, str], ...]) -> list[dict[str, str]]:
    return [{"value": value, "label": label} for value, label in options]


def _kind(kind: Kind) -> dict[str, Any]:
    match kind:
        case Whole(low, high, unit):
            return {"kind": "whole", "low": low, "high": high, "unit": unit}
        case Hundredths(high, unit):
            return {"kind": unit, "low": 0, "high": high, "unit": {"percent": "%", "money": "$"}.get(unit, unit)}
        case Choice(options):
            return {"kind": "choice", "options": _options(options)}
        case Day(words):
            return {"kind": "date", "options": _options(words)}
        case OrWord(inner, words):
            return {**_kind(inner), "options": _options(words)}
        case ListOf(Row() as row, low, high, one):
            fields = [_field(field) for field in row.fields]
            return {"kind": "rows", "one": one, "fields": fields, **_length(low, high)}
        case ListOf(item, low, high, one):
            return {"kind": "list", "one": one, "item": _kind(item), **_length(low, high)}
        case Text():
            return {"kind": "text"}
        case _:
            raise TypeError(kind)


def _length(low: int, high: int) -> dict[str, Any]:
    return {"least": low, "most": high, "may_be_empty": low == 0}
