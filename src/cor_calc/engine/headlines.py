"""The answer in one sentence, where a check has no words of its own for it."""

from cor_calc.engine.check import Check, Result
from cor_calc.engine.conditions import NO, NOT_COVERED, Say
from cor_calc.engine.words import AT, filled, listed_questions, whose


def headline(check: Check, result: Result) -> str:
    """Return the answer of a result in one or two sentences. `ValueError` where there are no words for its verdict."""
    if result.decision.by_partner:
        return by_partner(result)
    own = check.headline(result)
    if own:
        return own
    name = result.subject.words
    if result.tone == "open":
        decides = listed_questions(result.decision.open)
        in_doubt = shortfalls(result, NOT_COVERED) if result.partner else ()
        if in_doubt:
            first = f"Ask {whom(result)} first: {'; '.join(in_doubt)}."
            return f"Still open for {name}. {first} What else decides it: {decides}."
        return f"Still open for {name}. What decides it: {decides}."
    if result.verdict == NO:
        return f"{'Not yet' if result.changes else 'No'} for {name}: {'; '.join(shortfalls(result, NO))}."
    if result.verdict == NOT_COVERED:
        reasons = "; ".join(shortfalls(result, NOT_COVERED))
        return f"No published rule decides this for {name}: {reasons}. Ask {whom(result)}."
    raise ValueError(f"{check.name}: no words for {result.verdict}")


def by_partner(result: Result) -> str:
    """Return who says what, where partners differ."""
    said = result.decision.by_partner or {}
    parts = []
    for verdict, words in AT.items():
        partners = [partner for partner, each in said.items() if each == verdict]
        if partners:
            parts.append(f"{words} {whose(partners, result.law)}")
    return f"It depends on your certifying partner: {'; '.join(parts)}."


def shortfalls(result: Result, verdict: Say) -> list[str]:
    """Return what each condition with this verdict is missing, as clauses, each once.

    Where the partner is not known: what is missing at each of them, or if there is no such thing, at whom what is.
    """
    said: dict[str, list[str]] = {}
    for book, partners, judged in result.decision.groups:
        for condition, say in zip(result.subject.conditions, judged.says, strict=True):
            if say == verdict:
                clause = filled(condition.shortfall(result.answers, book, result.day), book)
                at = said.setdefault(clause, [])
                at.extend(partner for partner in partners if partner not in at)
    if len(result.decision.groups) == 1:
        return list(said)
    shared = [clause for clause, partners in said.items() if len(partners) == len(result.law.partners)]
    return shared or [f"{clause} (at {whose(partners, result.law)})" for clause, partners in said.items()]


def whom(result: Result) -> str:
    """Return whom to ask, in words: the partner by its short name, or "your certifying partner"."""
    return result.law.partners[result.partner].short if result.partner else "your certifying partner"
