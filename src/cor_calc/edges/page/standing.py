"""What an overview tells first, what it leaves out because it cannot apply, and which dates are ahead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cor_calc.checks import CHECKS, overview
from cor_calc.engine.conditions import NO
from cor_calc.engine.judging import PARTNER
from cor_calc.engine.questions import Answers
from cor_calc.engine.tenses import Dated

CERTIFICATION = "certification"
MAINTENANCE = "maintenance"
HOLDERS = (overview.HEAD.name, MAINTENANCE, "alternatives")
"""Checks for those who hold a certificate."""
PRESSING = ("overdue", "due", "opens", "ends")
_ANYONE = {PARTNER, "program", *CHECKS[CERTIFICATION].keys}
"""Questions that are answered without a certificate as well."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where someone stands who gave these answers; `expired`: whether the certificate has expired."""

    answers: Answers
    expired: bool

    @property
    def head(self) -> str | None:
        """Return the check that comes first: the certificate's own, or without one that of what can be had."""
        if self._tells(overview.HEAD.name):
            return overview.HEAD.name
        begun = any(key in self.answers for key in CHECKS[CERTIFICATION].keys if key != PARTNER)
        return CERTIFICATION if begun and not self._holds else None

    def beside(self, results: Iterable[Mapping[str, Any]]) -> str | None:
        """Return the check beside the head: the one that says no to a maintenance audit, done or planned."""
        no = any(each.get("check") == MAINTENANCE and each.get("verdict") == NO for each in results)
        return MAINTENANCE if no and self.head == overview.HEAD.name and not self.expired else None

    def idle(self, check: str) -> str | None:
        """Return why a check cannot apply, or None where it can."""
        if check not in HOLDERS:
            return None
        if self.expired:
            return None if check == overview.HEAD.name else "Your certificate has expired: nothing is left to maintain."
        return None if self._holds else "It is about a certificate that you hold, and none is named."

    def ahead(self, check: str, dates: Iterable[Dated], following: Iterable[Dated]) -> list[str]:
        """Return the names of the dates of a check that are ahead; `following` are those to act on next.

        What is possible already is among them only while no certificate is in force: then it is what can be done.
        """
        if self.idle(check):
            return []
        in_force = self._holds and not self.expired
        open_now = [] if in_force else [each.name for each in following if each.tense == "open_since"]
        return [each.name for each in dates if each.tense in PRESSING or each.name in open_now]

    @property
    def _holds(self) -> bool:
        return any(self._tells(check) for check in HOLDERS)

    def _tells(self, check: str) -> bool:
        """Return whether an answer is given that only this check and others for holders ask."""
        return any(key in self.answers for key in CHECKS[check].keys if key not in _ANYONE)
