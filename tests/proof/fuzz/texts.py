"""Texts of answers: whatever is typed ends in a whole outcome or in problems, the same each time."""

import json
from random import Random

from cor_calc import check_json
from cor_calc.problems import CODES
from tests.calc import shapes
from tests.calc.test_wire import check_outcome
from tests.parity.questions import Generator, Question

CHARACTERS = '{}[]",:\\0123456789.-+eE \t\n\x00\x7f\u2028é🦺\ud800'


def example(chance: Random) -> Question:
    """Return a question: sound, spoilt, or a sequence of characters."""
    drawn = chance.random()
    generator = Generator(0)
    generator.random = chance
    check, text, day = generator.question()
    if drawn < 0.3:
        text = shapes.text(chance, check)
    elif drawn < 0.5:
        text = scrambled(chance, text)
    elif drawn < 0.55:
        text = "".join(chance.choices(CHARACTERS, k=chance.randrange(40)))
    return check, text, day


def scrambled(chance: Random, text: str) -> str:
    """Return the text with a few parts cut out, doubled or exchanged."""
    for _ in range(chance.randint(1, 4)):
        one, other = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        part = chance.choice(("", text[one:other] * 2, text[one:other][::-1], chance.choice(CHARACTERS)))
        text = text[:one] + part + text[other:]
    return text


def verify(question: Question) -> None:
    """Raise AssertionError where an answer is not whole, not repeatable, or not an answer to itself."""
    check, text, day = question
    written = check_json(check, text, day)
    out = json.loads(written)
    assert written.isascii(), "not ASCII"
    assert check_json(check, text, day) == written, "another answer the second time"
    if "problems" in out:
        assert out["problems"], "neither an outcome nor a problem"
        assert {problem["code"] for problem in out["problems"]} <= set(CODES), "an unknown code"
        assert list(out) == ["problems"], "an outcome with problems"
        return
    check_outcome(check, day, written)
    again = check_json(check, json.dumps(out["answers"]), day)
    assert again == written, "its own answers give another outcome"
