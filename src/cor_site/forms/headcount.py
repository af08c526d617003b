"""The worksheet beside the number of employees: groups of people, and whether they count."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Group:
    """A group of people.

    `counts`: whether they are in the sum; `claims`: the ids of what says so; `doubt`: what to say where the sources do
    not agree, or nothing.
    """

    key: str
    words: str
    counts: bool
    claims: tuple[str, ...]
    doubt: str = ""


def groups() -> tuple[Group, ...]:
    """Return the groups of the data file, in its order."""
    text = (files("cor_calc") / "data/headcount.toml").read_text("utf-8")
    return tuple(Group(**{**entry, "claims": tuple(entry["claims"])}) for entry in tomllib.loads(text)["group"])
