"""What a page draws of an outcome, and the tense of each of its dates: a page computes nothing."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cor_calc.checks import CHECKS, cycle, overview
from cor_calc.checks.certificate_years import MAINTENANCE, done, first_day_of_year_1
from cor_calc.checks.independence import conflicts
from cor_calc.checks.internal_auditor import STEPS
from cor_calc.checks.score import ELEMENTS, OVERALL, points
from cor_calc.dates import add_months
from cor_calc.edges.description import labels
from cor_calc.edges.page.doors import doors
from cor_calc.edges.page.shown import answers_shown, changes_shown, figures_shown
from cor_calc.edges.page.standing import Standing
from cor_calc.edges.strict_json import dumps
from cor_calc.engine.conditions import limit_of
from cor_calc.engine.judging import Situation
from cor_calc.engine.kinds import NumberText
from cor_calc.engine.notices import EXPIRED
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import LINK, NOT_YET, ONGOING, QUESTIONS, Answers, read_answers
from cor_calc.engine.tenses import Dated, dated, next_dates
from cor_calc.engine.tenses import told as told_answers
from cor_calc.engine.words import capital
from cor_calc.law import Book, Law, load
from cor_calc.numbers import hundredths, two_decimals

Drawing = dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Told:
    """One result of an outcome, what it was told from, and its dates in their tenses, by their days."""

    result: Mapping[str, Any]
    answers: Answers
    book: Book
    day: date
    dates: tuple[Dated, ...]

    def date(self, name: str) -> str | None:
        """Return one of the result's dates, or None where it is not given."""
        return next((each.day.isoformat() for each in self.dates if each.name == name), None)


def drawings_json(outcome: str, law: Law | None = None) -> str:
    """Return what a page shows of an outcome besides its own words, both as JSON text.

    Returns {"answers": words by key, "expired": whether the certificate has expired, "head": the check that heads an
    overview or None, "beside": one that stands beside it or None, "results": […]}. Of each result: {"subject", "check",
    "dates": [{"name", "state"}] in the order of their days, "next": the names of those to act on, "ahead": those that
    an overview tells, "idle": why it cannot apply or None, "figures": words by name,
    "changes": [[{"what", "from", "to", "when"}]], "doors": [{"text", "href"}], "drawing"}.
    """
    law = law or load()
    said = json.loads(outcome, parse_int=NumberText)
    answers, _ = read_answers(said["answers"], said["answers"], law, Problems())
    of = Situation(answers, law, date.fromisoformat(said["as_of"]))
    expired = any(notice["code"] == EXPIRED for notice in said["notices"])
    standing = Standing(answers, expired) if said["check"] == overview.NAME else None
    return dumps(
        {
            "answers": answers_shown(said["answers"], law),
            "expired": expired,
            "head": standing.head if standing else None,
            "beside": standing.beside(said["results"]) if standing else None,
            "results": [_result(said, result, of, standing) for result in said["results"]],
        }
    )


def _result(
    said: Mapping[str, Any], result: Mapping[str, Any], of: Situation, standing: Standing | None
) -> dict[str, Any]:
    check, name = result.get("check", said["check"]), result.get("subject")
    head = {"subject": name, "check": check}
    if name is None:  # answers that do not fit each other
        none: dict[str, Any] = {"dates": [], "next": [], "ahead": [], "idle": None, "figures": {}}
        return {**head, **none, "changes": [], "doors": [], "drawing": None}
    subject = next(each for each in CHECKS[check].subjects(of.law, of.day) if each.name == name)
    found = {each["name"]: date.fromisoformat(each["date"]) for each in result["dates"]}
    dates = dated(found, subject, result["verdict"], of.book, of)
    told = Told(result, told_answers(subject, result["verdict"], of.book, of), of.book, of.day, dates)
    partner, following = said["partner"], next_dates(dates)
    draw = None if said["check"] == overview.NAME else _DRAWINGS.get(check)
    return {
        **head,
        "dates": [{"name": each.name, "state": each.tense} for each in dates],
        "next": [each.name for each in sorted(following, key=lambda each: each.day)],
        "ahead": standing.ahead(check, dates, following) if standing else [],
        "idle": standing.idle(check) if standing else None,
        "figures": figures_shown(result["figures"]),
        "changes": changes_shown(result.get("changes", []), of.book),
        "doors": doors(said["check"], result, said["answers"], partner, of.law),
        "drawing": draw(told) if draw else None,
    }


# ─── Drawings ───


def _bars(told: Told) -> Drawing:
    result, book = told.result, told.book
    if not result["elements"]:
        return None
    certification = result["subject"] == "certification"
    mark = limit_of(book, "element-pass-mark", scaled=True) if certification else None
    limit = limit_of(book, OVERALL[result["subject"]].rule, scaled=True)
    overall = result["figures"].get("overall")
    return {
        "kind": "bars",
        "rows": [
            *([_bar("Overall", overall, limit, known=True)] if overall else []),
            *(
                _bar(row["name"], row["percent"], mark, known=points(given) is not None)
                for row, given in zip(result["elements"], told.answers[ELEMENTS], strict=True)
            ),
        ],
    }


def _bar(name: str, percent: str | None, mark: int | None, *, known: bool) -> dict[str, Any]:
    """Return a bar; one that is known and has no percent is of an element that does not apply."""
    return {
        "name": name,
        "percent": percent,
        "known": known,
        "line": None if mark is None else two_decimals(mark),
        "below": percent is not None and mark is not None and hundredths(percent) < mark,
    }


def _ties(told: Told) -> Drawing:
    answers, book = told.answers, told.book
    audit = answers.get("audit_date")
    links = answers.get("links")
    if audit is None or not links or answers.get("audit_purpose") == "maintenance":
        return None
    rows = []
    for link in links:
        ended = (link or {}).get("ended")
        day = ended if isinstance(ended, date) else None
        rows.append(
            {
                "label": LINK.shown(link) if link else "not known",
                "ended": day.isoformat() if day else None,
                "ongoing": ended == ONGOING,
                "conflicts": conflicts(day, audit, book) if day else ended == ONGOING or None,
            }
        )
    begin = add_months(audit, -book.number("independence-period"))
    return {"kind": "ties", "from": begin.isoformat(), "audit": audit.isoformat(), "rows": rows}


def _path(told: Told) -> Drawing:
    named = {"module_1": "Module 1", "module_12": "Module 12", "audit": "Qualifying audit"}
    answers, missed = told.answers, told.result["stage"] == "missed"
    steps, ahead = [], False
    for key, step in STEPS.items():
        given = answers.get(key)
        if isinstance(given, date):
            tense = "missed" if step == "audit" and missed else "done"
        elif missed and step == "audit":
            tense = "missed"
        else:
            tense = "ahead" if ahead else "next" if given == NOT_YET else "unknown"
            ahead = ahead or given == NOT_YET
        steps.append(
            {
                "key": key,
                "label": named[step],
                "date": given.isoformat() if isinstance(given, date) else None,
                "state": tense,
            }
        )
    return {
        "kind": "path",
        "steps": steps,
        "by": told.date("qualifying_audit_by"),
        "latest": told.date("qualifying_audit_latest"),
    }


def _cycle(told: Told) -> Drawing:
    certified, expires = told.answers.get("certified_on"), told.date("expires_on")
    if certified is None or expires is None:
        return None
    years = (_year(year, told) for year in MAINTENANCE if told.date(f"{MAINTENANCE[year]}_by"))
    return {
        "kind": "cycle",
        "from": certified.isoformat(),
        "to": expires,
        "today": told.day.isoformat(),
        "years": list(years),
        "recertify_by": told.date("recertification_field_work_by") if told.day.isoformat() <= expires else None,
    }


def _year(year: int, told: Told) -> dict[str, Any]:
    key = MAINTENANCE[year]
    by = told.date(f"{key}_by")
    latest = told.date(f"{key}_latest") or by or ""
    given = told.answers.get(key)
    done_on = given if isinstance(given, date) and done(told.answers, told.book, year) else None
    asked = told.result["subject"] == cycle.SUBJECT.name
    start = first_day_of_year_1(told.answers) if year == 1 else date(date.fromisoformat(latest).year, 1, 1)
    return {
        "label": capital(QUESTIONS[key].noun),
        "from": start.isoformat(),
        "by": by,
        "latest": latest,
        "done": done_on.isoformat() if done_on else None,
        "state": "done" if done_on else _year_state(given, (by or latest, latest), told.day, asked=asked),
    }


def _year_state(given: object, due: tuple[str, str], day: date, *, asked: bool) -> str:
    """Return where a year stands that is not done; one that is over and not asked about has passed.

    `due` are the day by which its audit is due, and its last day.
    """
    by, latest = (date.fromisoformat(each) for each in due)
    if day > latest:
        return "missed" if given is not None else "unknown" if asked else "passed"
    if day > by and given is not None:
        return "overdue"
    return "due" if day.year == latest.year else "ahead"


def _timeline(told: Told) -> Drawing:
    if not told.dates:
        return None
    named = labels(told.book.law, told.day)
    events = [
        {"name": each.name, "label": named[each.name], "date": each.day.isoformat(), "state": each.tense}
        for each in told.dates
    ]
    return {"kind": "timeline", "today": told.day.isoformat(), "events": events}


_KINDS: dict[str, Callable[[Told], Drawing]] = {
    "bars": _bars,
    "ties": _ties,
    "path": _path,
    "cycle": _cycle,
    "timeline": _timeline,
}
_DRAWINGS = {check.name: _KINDS[check.drawing] for check in CHECKS.values() if check.drawing}
