"""The facts in force on a day at a partner, as JSON by id."""

import json
from datetime import date
from typing import Any

from cor_calc.law import Fact, Law


def text(law: Law, day: date, partner: str | None) -> str:
    """Return the facts in force as indented JSON text: value, unit, basis, sources, partner, from, until, by id."""
    return json.dumps(facts(law, day, partner), ensure_ascii=True, indent=2)


def facts(law: Law, day: date, partner: str | None) -> dict[str, Any]:
    """Return every parameter in force by its id; one that nobody publishes has the value null."""
    book = law.on(day, partner)
    found = {name: _fact(book.get(name), law.parameters[name].unit) for name in law.parameters}
    for option in law.options_on(day):
        if partner in {None, option.partner}:
            found[option.id] = {
                "value": {**option.terms, **({"dates": dict(option.dates)} if option.dates else {})},
                "unit": "option",
                "basis": option.basis,
                "sources": [source.id for source in option.sources],
                "partner": option.partner,
                "from": option.since.isoformat(),
                "until": option.until.isoformat() if option.until else None,
            }
    return found


def _fact(fact: Fact | None, unit: str) -> dict[str, Any]:
    if fact is None:
        return {"value": None, "unit": unit, "basis": None, "sources": [], "partner": None, "from": None, "until": None}
    value = fact.value
    return {
        "value": value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value,
        "unit": fact.unit,
        "basis": fact.basis,
        "sources": list(dict.fromkeys(source.id for source in fact.sources)),
        "partner": fact.partner,
        "from": fact.since.isoformat(),
        "until": fact.until.isoformat() if fact.until else None,
    }
