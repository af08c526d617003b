"""Doors from a check's answer into another check, filled in, besides the rules' own next steps.

Scores go where they are asked for, and an element's name goes where its points are. Certification asks for the scores
in the order of the certifying partner's elements and shows its names beside them, so a score goes there only with its
element.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from cor_calc.checks import CHECKS, overview
from cor_calc.engine.judging import PARTNER
from cor_calc.engine.links import CHECK, fragment
from cor_calc.engine.questions import NOT_APPLICABLE
from cor_calc.law import Law

Door = dict[str, str]


def doors(check: str, result: Mapping[str, Any], given: Mapping[str, Any], partner: str | None, law: Law) -> list[Door]:
    """Return the doors of a result as {"text", "href"}, each address from the site's root.

    `given` are the answers of the outcome; the partner, where it is known, goes through every door into a check.
    """
    shared = {PARTNER: partner} if partner else {}
    if check == "score":
        return _of_score(result, shared, law)
    if check == "readiness":
        return _of_readiness(shared, given)
    return _of_overview(result, given) if check == overview.NAME else []


def _of_score(result: Mapping[str, Any], shared: Mapping[str, Any], law: Law) -> list[Door]:
    overall = result["figures"].get("overall")
    if overall is None:
        return []
    if result["subject"] == "maintenance":
        return [_door("Ask whether it keeps the certificate", "maintenance", {**shared, "maintenance_score": overall})]
    text, carried = "Ask whether it is enough for a certificate", {**shared, "overall_score": overall}
    partner: str | None = shared.get(PARTNER)
    scores = _in_order(result["elements"], partner, law)
    if scores is None and partner:
        whose = law.partners[partner].short
        return [_door(f"{text}: enter the score of each element there, by {whose}’s names", "certification", carried)]
    return [_door(text, "certification", {**carried, "element_scores": scores})]


def _in_order(elements: Sequence[Mapping[str, Any]], partner: str | None, law: Law) -> list[str] | None:
    """Return the scores in the order in which certification asks for them, None where that is not known.

    It is known where the names are the partner's, each of them once. Without a partner no name is shown beside a score.
    """
    scores = [element["percent"] or NOT_APPLICABLE for element in elements]
    given = [_bare(element["name"] or "") for element in elements]
    asked = [_bare(name) for name in law.names(partner)]
    if sorted(given) == sorted(asked):
        by_name = dict(zip(given, scores, strict=True))
        return [by_name[name] for name in asked]
    return None if partner else scores


def _bare(name: str) -> str:
    """Return a name without what a typist changes: capitals, blanks and the sign for "and"."""
    return " ".join(name.casefold().replace("&", " and ").split())


def _of_readiness(shared: Mapping[str, Any], given: Mapping[str, Any]) -> list[Door]:
    evidence = given.get("evidence")
    if not isinstance(evidence, list):
        return []
    elements = [{"name": row["element"]} if isinstance(row, dict) and "element" in row else {} for row in evidence]
    return [_door("Work out scores for these elements", "score", {**shared, "elements": elements})]


def _of_overview(result: Mapping[str, Any], given: Mapping[str, Any]) -> list[Door]:
    """Return what is left where a certificate has expired: a new one."""
    if result.get("check") != overview.HEAD.name or result.get("stage") != "expired":
        return []
    asked = CHECKS["certification"].keys
    carried = {key: answer for key, answer in given.items() if key in asked}
    return [
        {"text": "What to do when a certificate has expired", "href": "employers/expired/"},
        _door("See what a new certification needs", "certification", carried),
    ]


def _door(text: str, check: str, carried: Mapping[str, Any]) -> Door:
    return {"text": text, "href": f"{CHECK}{check}/{fragment(carried)}"}
