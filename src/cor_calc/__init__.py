"""The rules of Alberta COR and SECOR, as a package without dependencies."""

from cor_calc.wire import check_json

__all__ = ["check_json"]
