"""The rules of Alberta COR and SECOR, as a package without dependencies."""

from cor_calc.checks import CHECKS, Check
from cor_calc.edges.json_text import check_json

__all__ = ["CHECKS", "Check", "check_json"]
