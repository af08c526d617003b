"""Today is the visitor's own day: in every time zone, around midnight, and on the days that break calendars."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .. import form, visits

DAYS = [
    # (where, that moment in Greenwich, the day there)
    ("America/Edmonton", "2025-11-24T06:30:00Z", "2025-11-23"),  # 23:30
    ("America/Edmonton", "2025-11-24T07:30:00Z", "2025-11-24"),  # 00:30
    ("America/Edmonton", "2025-07-01T05:30:00Z", "2025-06-30"),  # 23:30 in summer
    ("America/Edmonton", "2025-07-01T06:30:00Z", "2025-07-01"),
    ("America/Edmonton", "2024-02-29T06:30:00Z", "2024-02-28"),  # before, on and after a leap day
    ("America/Edmonton", "2024-02-29T07:30:00Z", "2024-02-29"),
    ("America/Edmonton", "2024-03-01T06:30:00Z", "2024-02-29"),
    ("America/Edmonton", "2024-03-01T07:30:00Z", "2024-03-01"),
    ("America/Edmonton", "2025-03-01T07:30:00Z", "2025-03-01"),  # no leap year
    ("America/Edmonton", "2025-01-01T06:30:00Z", "2024-12-31"),
    ("America/Edmonton", "2025-01-01T07:30:00Z", "2025-01-01"),
    ("America/Edmonton", "2025-03-09T08:59:00Z", "2025-03-09"),  # 01:59; a minute later it is 03:00
    ("America/Edmonton", "2025-03-09T09:00:00Z", "2025-03-09"),
    ("America/Edmonton", "2025-03-10T05:30:00Z", "2025-03-09"),  # 23:30 of a day of 23 hours
    ("America/Edmonton", "2025-11-02T07:30:00Z", "2025-11-02"),  # 01:30 for the first time, then for the second
    ("America/Edmonton", "2025-11-02T08:30:00Z", "2025-11-02"),
    ("America/Edmonton", "2025-11-03T06:30:00Z", "2025-11-02"),  # 23:30 of a day of 25 hours
    ("America/Santiago", "2025-09-07T03:59:00Z", "2025-09-06"),  # there the clocks skip from midnight to 01:00
    ("America/Santiago", "2025-09-07T04:00:00Z", "2025-09-07"),
    ("America/St_Johns", "2025-01-01T03:29:00Z", "2024-12-31"),  # half hours
    ("America/St_Johns", "2025-01-01T03:30:00Z", "2025-01-01"),
    ("Asia/Kathmandu", "2024-12-31T18:14:00Z", "2024-12-31"),  # quarters
    ("Asia/Kathmandu", "2024-12-31T18:15:00Z", "2025-01-01"),
    ("Pacific/Kiritimati", "2024-12-31T10:00:00Z", "2025-01-01"),  # the first and the last to have a day
    ("Pacific/Pago_Pago", "2025-01-01T10:59:00Z", "2024-12-31"),
    ("UTC", "2024-02-29T23:59:59Z", "2024-02-29"),
]

LAST_DAY = "#v=2&partner=esc&module_1_completed=2023-08-01&module_12_completed=2023-08-31&audit_completed=not_yet"
"""The six months end on 29 February 2024, that day included."""


class Visitor:
    """Someone whom a test takes to other places and times."""

    def __init__(self, page: Page) -> None:
        """Note every outcome that the page tells of."""
        self.page = page
        self.session = page.context.new_cdp_session(page)
        page.add_init_script("window.told = []; addEventListener('cor-outcome', event => told.push(event.detail))")

    def moves(self, zone: str, moment: str) -> None:
        """Set the clock, and the zone that it is read in."""
        self.session.send("Emulation.setTimezoneOverride", {"timezoneId": zone})
        self.page.clock.set_fixed_time(moment)

    def asks_again(self) -> str:
        """Press the button, and return the day that the answer is for."""
        known = self.page.evaluate("told.length")
        self.page.get_by_role("button", name="Show the answer").click()
        visits.wait_until(self.page, lambda: self.page.evaluate("told.length") > known)
        day: str = self.page.evaluate("told.at(-1).as_of")
        return day


@pytest.fixture
def visitor(browser: Browser, base_url: str) -> Iterator[Visitor]:
    """A visitor with a fresh profile, in no place yet."""
    with visits.visitor(browser, base_url, service_workers="block", timezone_id=None) as (context, said):
        yield Visitor(context.new_page())
        assert said == []


def test_the_day_is_that_of_the_place(visitor: Visitor) -> None:
    """Around midnight, leap days, the year's end and changed clocks, in zones with whole hours and others."""
    visitor.moves(*DAYS[0][:2])
    form.expect_verdicts(form.open_check(visitor.page, "plan", "#v=2&partner=esc&program=cor"), {"plan": "none"})
    found = []
    for zone, moment, _ in DAYS:
        visitor.moves(zone, moment)
        found.append((zone, moment, visitor.asks_again()))
    assert found == DAYS


def test_a_deadline_ends_at_the_visitors_midnight(visitor: Visitor) -> None:
    """Half an hour before, the audit may still come; half an hour after, it is missed. In Greenwich it is 1 March."""
    visitor.moves("America/Edmonton", "2024-03-01T06:30:00Z")
    check = form.open_check(visitor.page, "internal-auditor", LAST_DAY)
    form.expect_verdicts(check, {"internal_auditor": "unknown"})
    visitor.moves("America/Edmonton", "2024-03-01T07:30:00Z")
    assert visitor.asks_again() == "2024-03-01"
    form.expect_verdicts(check, {"internal_auditor": "no"})
    visitor.moves("UTC", "2024-03-01T06:30:00Z")
    assert visitor.asks_again() == "2024-03-01"
    form.expect_verdicts(check, {"internal_auditor": "no"})


def test_a_tab_that_was_asleep_answers_for_the_new_day(visitor: Visitor) -> None:
    """Looked at again after midnight, its Python ended meanwhile: it works the answer out once more, unasked."""
    page = visitor.page
    page.clock.install(time="2024-03-01T06:30:00Z")
    visitor.session.send("Emulation.setTimezoneOverride", {"timezoneId": "America/Edmonton"})
    check = form.open_check(page, "internal-auditor", LAST_DAY)
    form.expect_verdicts(check, {"internal_auditor": "unknown"})
    (python,) = [worker for worker in page.workers if worker.url.endswith("/python/worker.mjs")]
    python.evaluate("self.close()")
    page.clock.fast_forward("09:00:00")
    form.expect_verdicts(check, {"internal_auditor": "unknown"})
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(check).to_have_attribute("data-state", "working")
    page.clock.fast_forward(20_000)
    form.expect_verdicts(check, {"internal_auditor": "no"})
    assert page.evaluate("told.at(-1).as_of") == "2024-03-01"
    expect(page.locator("[name=module_12_completed]").first).to_have_value("2023-08-31")
