"""Doors from a check's answer into another check, filled in, besides the rules' own next steps.

Scores go where they are asked for, and an element's name goes where its points are.
"""

from collections.abc import Mapping
from typing import Any

from cor_calc.engine.links import CHECK, fragment
from cor_calc.engine.questions import NOT_APPLICABLE

Door = dict[str, str]


def doors(check: str, result: Mapping[str, Any], shared: Mapping[str, Any], given: Mapping[str, Any]) -> list[Door]:
    """Return the doors of a result as {"text", "href"}, each address from the site's root.

    `shared` are answers that every check asks (the partner, where it is known), `given` the answers of the outcome.
    """
    if check == "score":
        return _of_score(result, shared)
    return _of_readiness(shared, given) if check == "readiness" else []


def _of_score(result: Mapping[str, Any], shared: Mapping[str, Any]) -> list[Door]:
    overall = result["figures"].get("overall")
    if overall is None:
        return []
    if result["subject"] == "maintenance":
        return [_door("Ask whether it keeps the certificate", "maintenance", {**shared, "maintenance_score": overall})]
    scores = [element["percent"] or NOT_APPLICABLE for element in result["elements"]]
    carried = {**shared, "overall_score": overall, "element_scores": scores}
    return [_door("Ask whether it is enough for a certificate", "certification", carried)]


def _of_readiness(shared: Mapping[str, Any], given: Mapping[str, Any]) -> list[Door]:
    evidence = given.get("evidence")
    if not isinstance(evidence, list):
        return []
    elements = [{"name": row["element"]} if isinstance(row, dict) and "element" in row else {} for row in evidence]
    return [_door("Work out scores for these elements", "score", {**shared, "elements": elements})]


def _door(text: str, check: str, carried: Mapping[str, Any]) -> Door:
    return {"text": text, "href": f"{CHECK}{check}/{fragment(carried)}"}
