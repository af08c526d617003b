"""Sentences with the law's values in them, and the words for verdicts in pages, files and the command line."""

import re
from collections.abc import Mapping

from cor_calc.engine.questions import QUESTIONS
from cor_calc.law import Book, Law
from cor_calc.numbers import listed

_PARAMETER = re.compile(r"\{([a-z0-9-]+)\}")

# What readers see for a verdict. How the checks decide (docs/about/how-it-decides.md) explains these words.
TONES: Mapping[str, str] = {
    "yes": "Yes",
    "no": "No",
    "not_yet": "Not yet",
    "open": "Still open",
    "running": "Still running",
    "ask": "Ask your partner",
    "info": "",
}
"""The word for a result, by its tone."""
MET: Mapping[str, str] = {"yes": "met", "no": "not met", "unknown": "still open", "not_covered": "not published"}
"""The word for a condition, by its verdict."""
AT: Mapping[str, str] = {"yes": "yes at", "no": "no at", "not_covered": "ask", "unknown": "still open at"}
"""What stands before the partners that have a verdict, in the order in which verdicts are told."""


def filled(text: str, book: Book) -> str:
    """Return a text with `{parameter-id}` replaced by the value in force. KeyError for an unknown parameter."""
    return _PARAMETER.sub(lambda found: book.facts[found[1]].shown(), text)


def filled_where_published(text: str, book: Book) -> str | None:
    """Return the same, or None where one of its parameters is not published, or there is no text."""
    return filled(text, book) if text and all(name in book.facts for name in _PARAMETER.findall(text)) else None


def partners_in_words(ids: list[str], law: Law) -> str:
    """Return partners by the short names that people use: "AASP, ACSA and ESC"."""
    return listed([law.partners[each].short for each in ids])


def whose(partners: list[str], law: Law) -> str:
    """Return whose rule something is, the shorter way: "ACSA and ESC", "every partner", "every partner but CCSA"."""
    others = [partner for partner in law.partners if partner not in partners]
    if not others:
        return "every partner"
    if len(others) < len(partners):
        return f"every partner but {partners_in_words(others, law)}"
    return partners_in_words([partner for partner in law.partners if partner in partners], law)


def capital(text: str) -> str:
    """Return a clause as it begins a sentence."""
    return text[:1].upper() + text[1:]


def listed_questions(keys: tuple[str, ...]) -> str:
    """Return what some questions ask for, as people list it: "the overall score and your certifying partner"."""
    nouns = [QUESTIONS[key].noun for key in keys]
    if set(EITHER) <= set(keys):
        at = keys.index(EITHER[0])
        nouns = [noun for key, noun in zip(keys, nouns, strict=True) if key not in EITHER]
        nouns.insert(at, "how long you keep records")
    return listed(nouns)


EITHER = ("records_since", "documentation_months")
"""Two questions of which one answer is enough."""
