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
        return f"Still open for {name}. What decides it: {listed_questions(result.decision.open)}."
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
    """Return what each condition with this verdict is missing, as clauses, each once."""
    said = []
    for book, _, judged in result.decision.groups:
        for condition, say in zip(result.subject.conditions, judged.says, strict=True):
            if say == verdict:
                said.append(filled(condition.shortfall(result.answers, book, result.day), book))
    return list(dict.fromkeys(said))


def whom(result: Result) -> str:
    """Return whom to ask, in words: the partner by its short name, or "your certifying partner"."""
    return result.law.partners[result.partner].short if result.partner else "your certifying partner"
