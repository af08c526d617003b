"""One verdict from conditions, and one from the ten partners (contract, sections 1 and 2).

A condition is "yes", "no", "not_covered", or the set of keys that it still needs: unknown. An empty set is time.
A view is what one partner's rules say: verdict, open (keys), wants_partner, stage, certificate.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from .partners import PARTNERS
from .reading import KEYS
from .values import shown

Condition = str | set[str]
View = dict[str, Any]


def view_of(conditions: dict[str, Condition], differing: set[str]) -> View:
    """Return the view that these conditions give; `differing` are those that read what differs by partner."""
    values = list(conditions.values())
    view: View = {"open": set(), "wants_partner": False, "stage": None, "certificate": None, "figures": {}}
    if "no" in values:
        view["verdict"] = "no"
    elif any(isinstance(each, set) for each in values):
        view["verdict"] = "unknown"
        for name, condition in conditions.items():
            if isinstance(condition, set):
                view["open"] |= condition
                if condition and name in differing:
                    view["wants_partner"] = True
    elif "not_covered" in values:
        view["verdict"] = "not_covered"
    else:
        view["verdict"] = "yes"
    return view


def over_partners(check: str, answers: dict[str, Any], view: Callable[[str], View]) -> dict[str, Any]:
    """Return what the known partner's rules say, or what all ten share."""
    partner = answers["partner"]
    if partner is not None:
        return _result(check, view(partner), by_partner=None)
    views = {each: view(each) for each in PARTNERS}
    verdicts = {each: views[each]["verdict"] for each in PARTNERS}
    shared = views["aasp"] | {
        "verdict": _shared(list(verdicts.values()), "unknown"),
        "certificate": _shared([each["certificate"] for each in views.values()], None),
        "stage": _shared([each["stage"] for each in views.values()], None),
        "figures": _shared([each["figures"] for each in views.values()], {}),
        "open": set(),
    }
    differ = len(set(verdicts.values())) > 1
    if shared["verdict"] == "unknown":
        for each in views.values():
            shared["open"] |= each["open"]
        if differ or any(each["wants_partner"] for each in views.values()):
            shared["open"].add("partner")
    return _result(check, shared, by_partner=verdicts if differ else None)


def _shared(values: list[Any], otherwise: Any) -> Any:
    return values[0] if all(each == values[0] for each in values) else otherwise


def _result(check: str, view: View, by_partner: dict[str, str] | None) -> dict[str, Any]:
    return {
        "verdict": view["verdict"],
        "certificate": view["certificate"],
        "stage": view["stage"],
        "dates": {},
        "date_partners": {},
        "by_partner": by_partner,
        "open_questions": in_order(check, view["open"]),
        "changes": [],
        "figures": view["figures"],
    }


def in_order(check: str, keys: set[str]) -> list[str]:
    """Return keys in the check's order."""
    return [key for key in KEYS[check] if key in keys]


def alone(check: str, verdict: str | None, open_keys: set[str] | None = None) -> dict[str, Any]:
    """Return a result that no partner changes."""
    view = {"verdict": verdict, "open": open_keys or set(), "certificate": None, "stage": None, "figures": {}}
    return _result(check, view, by_partner=None)


def tone(result: dict[str, Any]) -> str:
    """Return the word that says what a reader sees."""
    match result["verdict"]:
        case None:
            return "info"
        case "not_covered":
            return "ask"
        case "no":
            return "not_yet" if result["changes"] else "no"
        case "unknown":
            return "open" if result["open_questions"] else "running"
        case verdict:
            return verdict


def listed(check: str, answers: dict[str, Any], to: dict[str, Any], when: dict[str, date]) -> list[dict[str, Any]]:
    """Return one set of changes, keys in the check's order."""
    return [
        {
            "key": key,
            "from": shown(answers[key]),
            "to": shown(to[key]),
            "when": when[key].isoformat() if key in when else None,
        }
        for key in in_order(check, set(to))
    ]
