"""What every check asks, as the checks' own description has it."""

from datetime import date
from typing import Any

from cor_calc.edges.description import description
from cor_calc.law import load

DESCRIPTION = description(load(), date.today())  # noqa: DTZ011 - the visitor's own day
CHECKS: dict[str, list[str]] = {check["name"]: check["keys"] for check in DESCRIPTION["checks"]}
"""The keys of each check, in their order."""

QUESTIONS: dict[str, dict[str, Any]] = DESCRIPTION["questions"]
VERSION: int = DESCRIPTION["version"]
"""That of links with answers."""
