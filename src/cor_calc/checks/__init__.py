"""The checks, in the order in which they are shown."""

from cor_calc.check import Check
from cor_calc.checks import (
    certification,
    independence,
    internal_auditor,
    maintenance,
    plan,
    refund,
    score,
)

_MODULES = (certification, independence, internal_auditor, maintenance, score, plan, refund)
CHECKS: dict[str, Check] = {module.CHECK.name: module.CHECK for module in _MODULES}

__all__ = ["CHECKS", "Check"]
