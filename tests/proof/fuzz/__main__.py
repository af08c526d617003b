"""Tries made-up inputs for as long as there is time: `python -m tests.proof.fuzz MINUTES SEED`.

Every example is made from the seed, its part and its number alone, so a seed brings the same examples again.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from tests.proof import pythons

from . import batch, calendar, fragment, texts

AT_ONCE = 200
QUESTIONS = 20_000
Fault = tuple[Any, str]


def alone(part: Any) -> Callable[[list[Any]], list[str | None]]:
    """Return the function that says of each example what goes wrong with it."""

    def fault(example: Any) -> str | None:
        try:
            part.verify(example)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a find
            return f"{type(error).__name__}: {error}"
        return None

    return lambda examples: [fault(example) for example in examples]


PARTS: dict[str, tuple[Callable[[Random], Any], Callable[[list[Any]], list[str | None]]]] = {
    "texts": (texts.example, alone(texts)),
    "links": (fragment.example, fragment.faults),
    "batches": (batch.example, alone(batch)),
    "calendars": (calendar.example, alone(calendar)),
}


def round_of(part: str, first: int, seed: int) -> list[Fault]:
    """Try the examples of a part from a number on; return those that fail, each with what went wrong."""
    make, faults = PARTS[part]
    examples = [make(Random(f"{seed} {part} {number}")) for number in range(first, first + AT_ONCE)]  # noqa: S311
    return [(example, said) for example, said in zip(examples, faults(examples), strict=True) if said]


def agreement(seed: int) -> bool:
    """Return whether every CPython of this machine gives the same bytes to the generated questions."""
    found = pythons.found()
    with tempfile.TemporaryDirectory() as folder:
        said = {
            pythons.answers(python, generated=QUESTIONS, seed=seed, hash_seed=number, folder=Path(folder))
            for number, python in enumerate([*found.values()] * (1 + (len(found) == 1)), start=1)
        }
    sys.stdout.write(
        f"CPython {', '.join(found)}, {QUESTIONS:,} questions: {'equal' if len(said) == 1 else 'DIFFERENT'}\n"
    )
    return len(said) == 1


def main(minutes: float, seed: int) -> int:
    """Try every part in turn until the time is over; return 1 where something failed."""
    sys.stdout.write(f"Seed {seed}\n")
    tried, failed = dict.fromkeys(PARTS, 0), {}
    until = time.monotonic() + 60 * minutes
    while time.monotonic() < until and len(failed) < len(PARTS):
        for part in PARTS:
            if part not in failed:
                found = round_of(part, tried[part], seed)
                tried[part] += AT_ONCE
                if found:
                    failed[part] = found
    for part, count in tried.items():
        sys.stdout.write(f"{part}: {count:,} tried, {len(failed.get(part, []))} of the last {AT_ONCE} failed\n")
        for example, said in failed.get(part, [])[:3]:
            sys.stdout.write(f"  {said[:2000]}\n  {example!a}\n")
    return 0 if agreement(seed) and not failed else 1


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2])))
