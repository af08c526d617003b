"""The checks, in the order in which they are shown."""

from cor_calc.checks import (
    alternatives,
    auditor_upkeep,
    certification,
    cycle,
    independence,
    internal_auditor,
    maintenance,
    overview,
    plan,
    readiness,
    refund,
    score,
)
from cor_calc.engine.check import Check

_MODULES = (
    certification,
    independence,
    internal_auditor,
    maintenance,
    cycle,
    alternatives,
    auditor_upkeep,
    score,
    readiness,
    plan,
    refund,
)
CHECKS: dict[str, Check] = {module.CHECK.name: module.CHECK for module in _MODULES}
KEYS: dict[str, tuple[str, ...]] = {
    **{name: check.keys for name, check in CHECKS.items()},
    overview.NAME: overview.KEYS,
}
"""The questions of every check, the overview's included, by its name."""

__all__ = ["CHECKS", "KEYS", "Check"]
