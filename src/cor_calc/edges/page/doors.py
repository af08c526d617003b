"""Links from a check's answer to other checks, with the answers that both ask, besides the rules' own next steps.

Scores go where they are asked for, and an element's name goes where its points are. Certification asks for the scores
in the order of the certifying partner's elements and shows its names beside them, so a score goes there with its
element, or in its place where the names are others; then the door says so.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from cor_calc.checks import CHECKS, certificate_years, overview
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
    scores = [element["percent"] or NOT_APPLICABLE for element in result["elements"]]
    given = [_bare(element["name"] or "") for element in result["elements"]]
    asked = [_bare(name) for name in law.names(partner)]
    if sorted(given) == sorted(asked):
        by_name = dict(zip(given, scores, strict=True))
        scores = [by_name[name] for name in asked]
    elif partner:  # without one, no name is shown beside a score
        whose = law.partners[partner].short
        if not _in_place(given, asked):
            text = f"{text}: enter the score of each element there, by {whose}’s names"
            return [_door(text, "certification", carried)]
        text = f"{text}: see that each score stands beside its element, as {whose} has other names"
    return [_door(text, "certification", {**carried, "element_scores": scores})]


def _in_place(given: Sequence[str], asked: Sequence[str]) -> bool:
    """Return whether elements can be taken in their order: as many as asked for, most by name, and those in place."""
    if len(given) != len(asked):
        return False
    known = [(name, own) for name, own in zip(given, asked, strict=True) if name in asked]
    return 2 * len(known) > len(asked) and all(name == own for name, own in known)


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
    first, last = certificate_years.AFTER_EXPIRY
    return [{"text": first.text, "href": first.href}, _door(last.text, "certification", carried)]


def _door(text: str, check: str, carried: Mapping[str, Any]) -> Door:
    return {"text": text, "href": f"{CHECK}{check}/{fragment(carried)}"}
