"""The certificates: how long each lasts, and when its maintenance audits are due."""

from datetime import date
from typing import Any

from cor_calc.dates import add_months
from cor_calc.facts import fact

COR, SECOR = "cor", "secor"
STANDARD, ONE_YEAR = "standard", "one_year"
CERTIFICATE_DATES = (
    "expires_on",
    "first_maintenance_by",
    "second_maintenance_by",
    "first_maintenance_latest",
    "second_maintenance_latest",
)
_YEAR = 12


def certificate_dates(certificate: Any, certified_on: Any) -> dict[str, date]:
    """Return the dates of a certificate: empty while its kind or its date is not known.

    Sources: the facts standard-certificate-years, one-year-certificate-years and maintenance-due.
    """
    if certificate not in {STANDARD, ONE_YEAR} or not isinstance(certified_on, date):
        return {}
    years = fact(f"{certificate}-certificate-years".replace("_", "-")).number
    dates = {"expires_on": add_months(certified_on, years * _YEAR)}
    if certificate == STANDARD:
        earliest = [fact(f"maintenance-due-{which}").number for which in ("first", "second")]
        due = [add_months(certified_on, months) for months in earliest]
        dates["first_maintenance_by"], dates["second_maintenance_by"] = due
        latest = [date(day.year, 12, 31) for day in due]
        dates["first_maintenance_latest"], dates["second_maintenance_latest"] = latest
    return dates
