"""The checks, in the order in which they are shown."""

from cor_calc.check import Check
from cor_calc.checks import certification, independence

CHECKS: dict[str, Check] = {each.CHECK.name: each.CHECK for each in (certification, independence)}

__all__ = ["CHECKS", "Check"]
