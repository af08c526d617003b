"""What cannot be read of the answers: all of it at once, each with its place and what to do."""

from dataclasses import dataclass, field

CODES = (
    "unknown_key",
    "wrong_type",
    "out_of_range",
    "bad_choice",
    "bad_date",
    "bad_json",
    "too_many",
    "contradiction",
    "no_rules",
    "no_columns",
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: a dotted path ("" is the whole text), a code of CODES, a sentence that says what to do."""

    path: str
    code: str
    message: str

    def written(self) -> dict[str, str]:
        """Return the problem as JSON."""
        return {"path": self.path, "code": self.code, "message": self.message}


@dataclass(slots=True)
class Problems:
    """The problems found so far."""

    found: list[Problem] = field(default_factory=list)

    def note(self, path: str, code: str, message: str) -> None:
        """Add one problem."""
        self.found.append(Problem(path, code, message))
