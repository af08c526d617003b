"""What a page draws of an outcome, and the tense of each of its dates. Made from the outcome, so that a page computes nothing."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from cor_calc.checks import CHECKS, overview
from cor_calc.checks.certificate_years import first_day_of_year_1, stage_of, year_of, years
from cor_calc.checks.cycle import MAINTENANCE, done
from cor_calc.checks.independence import conflicts
from cor_calc.checks.internal_auditor import STEPS
from cor_calc.checks.score import OVERALL
from cor_calc.dates import add_months
from cor_calc.edges.description import date_rules
from cor_calc.edges.strict_json import dumps
from cor_calc.engine.conditions import line
from cor_calc.engine.problems import Problems
from cor_calc.engine.questions import NOT_YET, ONGOING, questions, read_answers
from cor_calc.engine.words import capital
from cor_calc.law import Book, Law, load
from cor_calc.numbers import two_decimals

Drawing = dict[str, Any] | None


def drawings_json(outcome: str, law: Law | None = None) -> str:
    """Return, for an outcome as JSON text, each result's drawing and the tense of each of its dates, as JSON text."""
    law = law or load()
    told = json.loads(outcome)
    name, day = told["check"], date.fromisoformat(told["as_of"])
    answers, _ = read_answers(told["answers"], told["answers"], Problems())
    book = law.on(day, told["partner"])
    results = [
        {
            "subject": result.get("subject"),
            "check": result.get("check", name),
            "dates": [
                {"name": each["name"], "state": state(each, result, answers, book, day)}
                for each in result.get("dates", ())
            ],
            "drawing": _drawing(name, result, answers, book, day),
        }
        for result in told["results"]
    ]
    return dumps({"results": results})


def state(
    found: Mapping[str, Any], result: Mapping[str, Any], answers: Mapping[str, Any], book: Book, day: date
) -> str:
    """Return the tense that people live in: open since, opens, due, overdue, done, missed, passed, or ends."""
    then, name = date.fromisoformat(found["date"]), found["name"]
    if found["kind"] == "from":
        return "open_since" if then <= day else "opens"
    if name in {"expires_on", "cycle_ends_on"}:
        return "ends" if then >= day else "passed"
    for year, key in MAINTENANCE.items():
        if name.startswith(key):
            return _of_year(year, then, name, answers, book, day)
    if name.startswith("qualifying_audit") and isinstance(answers.get("audit_completed"), date):
        return "done" if answers["audit_completed"] <= then else "missed"
    return "due" if then >= day else "passed"


def _of_year(year: int, then: date, name: str, answers: Mapping[str, Any], book: Book, day: date) -> str:
    key = MAINTENANCE[year]
    if key in answers and done(answers, book, year):
        return "done"
    audit = answers.get("maintenance_audit_ended")
    if audit is not None and audit <= day and year_of(answers, book, audit) == year and audit <= then:
        return "done"
    if then >= day:
        return "due"
    return (
        "missed"
        if answers.get(key) == NOT_YET and name.endswith("_latest")
        else "overdue"
        if key in answers
        else "passed"
    )


# ─── Drawings ───


def _drawing(name: str, result: Mapping[str, Any], answers: Mapping[str, Any], book: Book, day: date) -> Drawing:
    draw = _DRAWINGS.get(result.get("check", name) if name != overview.NAME else "")
    return draw(result, answers, book, day) if draw else None


def _bars(result: Mapping[str, Any], _answers: Mapping[str, Any], book: Book, _day: date) -> Drawing:
    if not result["elements"]:
        return None
    certification = result["subject"] == "certification"
    mark = two_decimals(line(book, "element-pass-mark", scaled=True)) if certification else None
    overall = result["figures"].get("overall")
    limit = two_decimals(line(book, OVERALL[result["subject"]].rule, scaled=True))
    return {
        "kind": "bars",
        "overall": {"percent": overall, "line": limit} if overall else None,
        "rows": [{"name": row["name"], "percent": row["percent"], "line": mark} for row in result["elements"]],
    }


def _ties(_result: Mapping[str, Any], answers: Mapping[str, Any], book: Book, _day: date) -> Drawing:
    audit = answers.get("audit_date")
    links = answers.get("links")
    if audit is None or not links or answers.get("audit_purpose") == "maintenance":
        return None
    rows = []
    kind = questions()["links"].kind
    for link in links:
        ended = (link or {}).get("ended")
        known = isinstance(ended, date)
        rows.append(
            {
                "label": kind.item.shown(link) if link else "not known",  # type: ignore[attr-defined]  # a list of rows
                "ended": ended.isoformat() if known else None,
                "ongoing": ended == ONGOING,
                "conflicts": conflicts(ended, audit, book) if known else True if ended == ONGOING else None,
            }
        )
    begin = add_months(audit, -book.number("independence-period"))
    return {"kind": "ties", "from": begin.isoformat(), "audit": audit.isoformat(), "rows": rows}


def _path(result: Mapping[str, Any], answers: Mapping[str, Any], _book: Book, _day: date) -> Drawing:
    named = {"module_1": "Module 1", "module_12": "Module 12", "audit": "Qualifying audit"}
    dates = {found["name"]: found["date"] for found in result["dates"]}
    steps, ahead = [], False
    for key, step in STEPS.items():
        given = answers.get(key)
        if isinstance(given, date):
            tense = "missed" if step == "audit" and result["stage"] == "missed" else "done"
        elif result["stage"] == "missed" and step == "audit":
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
        "by": dates.get("qualifying_audit_by"),
        "latest": dates.get("qualifying_audit_latest"),
    }


def _cycle(result: Mapping[str, Any], answers: Mapping[str, Any], book: Book, day: date) -> Drawing:
    dates = {found["name"]: found["date"] for found in result["dates"]}
    certified = answers.get("certified_on")
    if certified is None or "expires_on" not in dates:
        return None
    drawn = []
    for year in years(book):
        key = stage_of(year) or ""
        if f"{key}_by" not in dates:
            continue
        latest = dates.get(f"{key}_latest", dates[f"{key}_by"])
        given = answers.get(key)
        start = first_day_of_year_1(answers) if year == 1 else date(date.fromisoformat(latest).year, 1, 1)
        drawn.append(
            {
                "label": capital(questions()[key].noun),
                "from": start.isoformat(),
                "by": dates[f"{key}_by"],
                "latest": latest,
                "done": given.isoformat() if isinstance(given, date) and done(answers, book, year) else None,
                "state": _year_state(year, given, date.fromisoformat(latest), answers, book, day),
            }
        )
    return {
        "kind": "cycle",
        "from": certified.isoformat(),
        "to": dates["expires_on"],
        "today": day.isoformat(),
        "years": drawn,
        "recertify_by": dates.get("recertification_field_work_by"),
    }


def _year_state(year: int, given: Any, latest: date, answers: Mapping[str, Any], book: Book, day: date) -> str:
    if given is not None and done(answers, book, year):
        return "done"
    if day > latest:
        return "unknown" if given is None else "missed"
    return "due" if day.year == latest.year else "ahead"


def _timeline(result: Mapping[str, Any], answers: Mapping[str, Any], book: Book, day: date) -> Drawing:
    if not result["dates"]:
        return None
    rules = date_rules(book.law, day)
    labels = {name: rule.label for name, (rule, _) in rules.items()}
    labels |= {rule.latest_name: rule.latest_label for rule, _ in rules.values()}
    events = [
        {
            "name": found["name"],
            "label": labels[found["name"]],
            "date": found["date"],
            "state": state(found, result, answers, book, day),
        }
        for found in sorted(result["dates"], key=lambda found: str(found["date"]))
    ]
    return {"kind": "timeline", "today": day.isoformat(), "events": events}


_KINDS: dict[str, Callable[[Mapping[str, Any], Mapping[str, Any], Book, date], Drawing]] = {
    "bars": _bars,
    "ties": _ties,
    "path": _path,
    "cycle": _cycle,
    "timeline": _timeline,
}
_DRAWINGS = {check.name: _KINDS[check.drawing] for check in CHECKS.values() if check.drawing}
