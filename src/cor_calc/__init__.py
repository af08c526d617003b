"""The rules of Alberta COR and SECOR, as a package without dependencies."""

from cor_calc.check import Check
from cor_calc.checks import CHECKS
from cor_calc.wire import check_json

__all__ = ["CHECKS", "Check", "check_json"]
