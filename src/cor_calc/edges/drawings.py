"""What a page draws of an outcome, and the tense of each of its dates: a page computes nothing."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cor_calc.checks import CHECKS, maintenance, overview
from cor_calc.checks.certificate_years import first_day_of_year_1, latest_of, year_of
from cor_calc.checks.cycle import MAINTENANCE, done
from cor_calc.checks.independence import conflicts
from cor_calc.checks.internal_auditor import STEPS
from cor_calc.checks.score import OVERALL
from cor_calc.dates import add_months
from cor_calc.edges.description import date_rules
from cor_calc.edges.strict_json import dumps
from cor_calc.engine.conditions import YES, line
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import LINK, NOT_YET, ONGOING, Answers, questions, read_answers
from cor_calc.engine.words import capital
from cor_calc.law import Book, Law, load
from cor_calc.numbers import hundredths, two_decimals

Drawing = dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Told:
    """One result of an outcome, with the check that gave it and what it was told from."""

    check: str
    result: Mapping[str, Any]
    answers: Answers
    book: Book
    day: date

    def date(self, name: str) -> str | None:
        """Return one of the result's dates, or None where it is not given."""
        return next((str(found["date"]) for found in self.result.get("dates", ()) if found["name"] == name), None)


def drawings_json(outcome: str, law: Law | None = None) -> str:
    """Return, for an outcome as JSON text, each result's drawing and the tense of each of its dates, as JSON text."""
    law = law or load()
    told = json.loads(outcome)
    name, day = told["check"], date.fromisoformat(told["as_of"])
    answers, _ = read_answers(told["answers"], told["answers"], Problems())
    book = law.on(day, told["partner"])
    results = [
        _result(Told(result.get("check", name), result, answers, book, day), overview=name == overview.NAME)
        for result in told["results"]
    ]
    return dumps({"results": results})


def _result(told: Told, *, overview: bool) -> dict[str, Any]:
    draw = None if overview else _DRAWINGS.get(told.check)
    return {
        "subject": told.result.get("subject"),
        "check": told.check,
        "dates": [{"name": found["name"], "state": state(found, told)} for found in told.result.get("dates", ())],
        "drawing": draw(told) if draw else None,
    }


def state(found: Mapping[str, Any], told: Told) -> str:
    """Return the tense of a date: open_since, opens, due, overdue, done, missed, passed, or ends."""
    then, name = date.fromisoformat(found["date"]), found["name"]
    if found["kind"] == "from":
        return "open_since" if then <= told.day else "opens"
    if name in {"expires_on", "cycle_ends_on"}:
        return "ends" if then >= told.day else "passed"
    year = next((year for year, key in MAINTENANCE.items() if name.startswith(key)), None)
    if year is not None:
        return _of_year(year, then, told)
    audit = told.answers.get("audit_completed")
    if name.startswith("qualifying_audit") and isinstance(audit, date):
        return "done" if audit <= then else "missed"
    return "due" if then >= told.day else "passed"


def _of_year(year: int, then: date, told: Told) -> str:
    """Return the tense of a year's due date: done, due, or what it means that the day has passed."""
    if _done_on(year, told):
        return "done"
    if then >= told.day:
        return "due"
    if MAINTENANCE[year] not in told.answers:
        return "passed"
    latest = latest_of(told.answers, told.book, year)
    return "missed" if latest is None or latest < told.day else "overdue"


def _done_on(year: int, told: Told) -> date | None:
    """Return the day of a year's audit, accepted by the user's word or by this very result; None for none."""
    answers, book = told.answers, told.book
    if done(answers, book, year):
        given: date = answers[MAINTENANCE[year]]
        return given
    audit: date | None = answers.get(maintenance.ENDED)
    counts = told.check == maintenance.CHECK.name and told.result["verdict"] == YES
    return audit if audit and counts and audit <= told.day and year_of(answers, book, audit) == year else None


# ─── Drawings ───


def _bars(told: Told) -> Drawing:
    result, book = told.result, told.book
    if not result["elements"]:
        return None
    certification = result["subject"] == "certification"
    mark = line(book, "element-pass-mark", scaled=True) if certification else None
    limit = line(book, OVERALL[result["subject"]].rule, scaled=True)
    overall = result["figures"].get("overall")
    return {
        "kind": "bars",
        "rows": [
            *([_bar("Overall", overall, limit)] if overall else []),
            *(_bar(row["name"], row["percent"], mark) for row in result["elements"]),
        ],
    }


def _bar(name: str, percent: str | None, mark: int | None) -> dict[str, Any]:
    return {
        "name": name,
        "percent": percent,
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
        "recertify_by": told.date("recertification_field_work_by"),
    }


def _year(year: int, told: Told) -> dict[str, Any]:
    key = MAINTENANCE[year]
    by = told.date(f"{key}_by")
    latest = told.date(f"{key}_latest") or by or ""
    given, done_on = told.answers.get(key), _done_on(year, told)
    start = first_day_of_year_1(told.answers) if year == 1 else date(date.fromisoformat(latest).year, 1, 1)
    return {
        "label": capital(questions()[key].noun),
        "from": start.isoformat(),
        "by": by,
        "latest": latest,
        "done": done_on.isoformat() if done_on else None,
        "state": "done" if done_on else _year_state(given, date.fromisoformat(latest), told.day),
    }


def _year_state(given: object, latest: date, day: date) -> str:
    if day > latest:
        return "unknown" if given is None else "missed"
    return "due" if day.year == latest.year else "ahead"


def _timeline(told: Told) -> Drawing:
    if not told.result["dates"]:
        return None
    rules = date_rules(told.book.law, told.day)
    labels = {name: rule.label for name, (rule, _) in rules.items()}
    labels |= {rule.latest_name: rule.latest_label for rule, _ in rules.values()}
    events = [
        {
            "name": found["name"],
            "label": labels[found["name"]],
            "date": found["date"],
            "state": state(found, told),
        }
        for found in sorted(told.result["dates"], key=lambda found: str(found["date"]))
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
