"""Made-up answers to every check: both sides of every limit, the ends of months and years, and what is unknown.

The same seed gives the same answers on every machine. Nothing here knows a rule's outcome; it knows where limits lie,
so that answers fall on them. Most sets can be read; a few hold rubbish, or answers that contradict each other.

    for answers, as_of in answer_sets("maintenance", 1000, seed=7): ...
"""

import json
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

Answers = dict[str, Any]

KEYS: dict[str, tuple[str, ...]] = {
    "certification": (
        "partner", "employees", "records_since", "audit_date", "documentation_months", "assessor", "overall_score",
        "element_scores",
    ),
    "independence": ("audit_purpose", "audit_date", "links"),
    "internal-auditor": ("partner", "module_1_completed", "module_12_completed", "audit_completed"),
    "maintenance": (
        "partner", "program", "certificate", "certified_on", "certification_audit_ended", "maintenance_audit_ended",
        "maintenance_assessor", "maintenance_score",
    ),
    "cycle": (
        "partner", "certificate", "certified_on", "certification_audit_ended", "first_maintenance",
        "second_maintenance", "records_since",
    ),
    "alternatives": (
        "partner", "program", "employees", "last_overall_score", "years_certified", "certification_audits",
        "auditor_on_staff", "orders_in_cycle", "last_maintenance", "last_plan_percent", "maintenance_year",
    ),
    "auditor-upkeep": ("partner", "auditor_certified_on", "refresher_on", "audits"),
    "score": ("partner", "elements"),
    "readiness": ("partner", "evidence"),
    "plan": (
        "partner", "program", "certificate", "records_since", "certified_on", "certification_audit_ended",
        "module_12_completed", "last_link_ended", "field_work_started", "field_work_ended", "corrections_asked_on",
    ),
    "refund": (
        "program", "industry_rated_premium", "industries", "refund_year", "improvement_percent", "leader_percent",
    ),
}  # fmt: skip
OVERVIEW = tuple(check for check in KEYS if check not in {"score", "readiness"})
KEYS["overview"] = tuple(dict.fromkeys(key for check in OVERVIEW for key in KEYS[check]))
CHECKS = tuple(KEYS)

PARTNERS = ("aasp", "acsa", "afpa_food", "afpa_forest", "amhsa", "amta", "asc", "ccsa", "esc", "mhsa")
TODAY = "2026-11-26"
DAYS_TO_ASK_ON = (
    "2023-01-01", "2023-01-02", "2024-02-28", "2024-02-29", "2024-03-01", "2025-02-28", "2025-08-31", "2026-01-31",
    "2026-03-31", "2026-05-31", "2026-06-30", "2026-11-30", "2026-12-01", "2026-12-02", "2026-12-31", "2026-12-31",
    "2027-01-01", "2027-02-28", "2028-02-29", "2031-10-31",
)  # fmt: skip
DAYS_OF_A_YEAR = (
    (1, 1), (1, 15), (1, 31), (2, 10), (2, 28), (3, 1), (3, 31), (4, 15), (4, 30), (5, 1), (5, 31), (6, 30), (8, 31),
    (9, 30), (10, 31), (11, 9), (11, 10), (11, 11), (11, 16), (11, 17), (11, 30), (12, 1), (12, 2), (12, 30), (12, 31),
)  # fmt: skip
LEAP_DAYS = (date(2024, 2, 29), date(2028, 2, 29))

EMPLOYEES = (1, 2, 3, 4, 9, 10, 11, 12, 29, 30, 31, 49, 50, 51, 99, 100, 101, 149, 150, 151, 99999)
MONTHS = (0, 1, 2, 3, 4, 6, 11, 12, 13, 24, 1200)
LINES = (50, 60, 80, 85, 90)
PERCENTS = (
    0, "0.01", 0.85, 1, "1.00", "1.01", 46.46, "49.49", "49.5", 49.99, 50, "50.00", "50.01", 59.49, "59.50", "59.99",
    60, "60.01", 75, "79.49", 79.5, "79.99", 80, "80.00", 80.01, "84.99", 85, 85.01, "89.99", 90, "90.00", "90.01", 95,
    98.76, 100, "100.00",
)  # fmt: skip
GOOD_PERCENTS = (80, "80.00", 80.01, 85, "90.01", 95, 98.76, 100, "100.00")
GOOD_ELEMENTS = (50, "50.00", "50.01", 60, 75, 80, 90.5, 100)
MONEY = (0, "0.00", "0.01", 0.07, "1.23", 2, 33333, "12345.67", 99999.99, "250000.55", 1000000, 1000000000)
POSSIBLE = (0, 7, 10, 33, "85.5", 100, "120.25", 1000, 1000000)
NAMES = ("Element 1", "Training", "Hazard Assessment", "Émilie’s “tour”", "安全", "", 'a "quoted" \\ name', "unsure ")
RUBBISH = (
    True, False, -1, -0.5, 0.001, 1e300, 10**12, 10**41, "", " ", "x", "80%", "80 ", "+80", "-80", "8e1", "80.", ".5",
    "80.000", "٨٠", "2026-02-30", "2026-2-3", "20260203", "1899-12-31", "2200-01-01", "ongoing", "not_yet",
    "not_applicable", "none", "AASP", 9.5, "9.5", [], {}, [[]], [{}], [5], ["x"], [{"x": 1}], ["2026-02-30"], [101],
    [80] * 51, [{}] * 51, [{}] * 21, [None, "unsure"], {"a": 1}, 10**39, 10**40, [[[[[[[]]]]]]], [[[[[[[[]]]]]]]],
)  # fmt: skip
EDGES = {  # the last that can be read, and the first that cannot
    "employees": (0, 1, 99999, "99999", 100000, "0100000"),
    "documentation_months": (0, 1200, 1201),
    "years_certified": (60, 61),
    "certification_audits": (20, 21),
    "maintenance_year": (2022, 2023, 2199, 2200),
    "element_scores": ([], [80] * 50, [80] * 51, [100.01]),
    "links": ([{}] * 50, [{}] * 51),
    "audits": ([None] * 50, [None] * 51),
    "elements": ([], [{}] * 50, [{}] * 51, [{"possible": 1000000}], [{"possible": "1000000.01"}]),
    "evidence": ([], [{}] * 20, [{}] * 21),
    "industries": ([], [{}] * 20, [{}] * 21, [{"rate": 1000000000}], [{"rate": "1000000000.01"}]),
    "industry_rated_premium": (1000000000, 1000000001, "1000000000.01"),
    "audit_date": ("1900-01-01", "1899-12-31", "2199-12-31", "2200-01-01"),
    "last_link_ended": ("1900-01-01", "1899-12-31", "2198-12-31", "2200-01-01"),
}


def answer_sets(check: str, number: int, seed: int = 0) -> Iterator[tuple[Answers, str]]:
    """Yield so many sets of answers to a check, each with the day it is asked on."""
    maker = Maker(random.Random(f"{seed}/{check}"))  # noqa: S311 - repeatable on purpose
    for _ in range(number):
        yield maker.answers(check)


def question_texts(number: int, seed: int = 0) -> Iterator[tuple[str, str, str]]:
    """Yield so many questions over all checks in turn: the check, the answers' JSON text and the day."""
    makers = {check: answer_sets(check, number, seed) for check in CHECKS}
    for index in range(number):
        check = CHECKS[index % len(CHECKS)]
        answers, as_of = next(makers[check])
        yield check, json.dumps(answers), as_of


def some_value(key: str, given: Answers, as_of: str, seed: str) -> Any:
    """Return a sound answer to one question, made to go with the answers that are given."""
    maker = Maker(random.Random(seed))  # noqa: S311 - repeatable on purpose
    maker.start(as_of)
    maker.whole = True
    for each, value in given.items():
        maker.remember(each, value)
    return maker.value(key)


def shifted(day: date, months: int, days: int = 0) -> date:
    """Return a day some months and days away; the month's end clamps."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    number = day.day
    while True:
        try:
            return date(year, month + 1, number) + timedelta(days=days)
        except ValueError:
            number -= 1


class Maker:
    """Makes one set of answers after the other."""

    def __init__(self, source: random.Random) -> None:
        self.random = source
        self.start(TODAY)

    def start(self, as_of: str) -> None:
        """Forget the answers so far, and choose how the next ones are."""
        self.today = date.fromisoformat(as_of)
        self.days: dict[str, date] = {}
        self.words: dict[str, str] = {}
        self.good = self.random.random() < 0.6  # mostly what passes: otherwise hardly anything would
        self.whole = False

    # A set

    def answers(self, check: str) -> tuple[Answers, str]:
        """Return one set of answers and the day it is asked on."""
        as_of = self.day_to_ask_on()
        self.start(as_of)
        given: Answers = {}
        fullness = self.pick(1, 1, 1, 1, 0.95, 0.9, 0.8, 0.6, 0.3, 0)
        unasked = self.left_for_later()
        for key in KEYS[check]:
            if self.chance(0.3) if key == "partner" else key in unasked or not self.chance(fullness):
                self.leave_out(given, key)
            else:
                given[key] = self.value(key)
                self.remember(key, given[key])
        if self.chance(0.04):
            self.spoil(given, check)
        if self.chance(0.002):
            as_of = "2022-12-31"
        return given, as_of

    def left_for_later(self) -> set[str]:
        """Return keys that belong together, now and then: an audit without scores yet, one way to count the records."""
        keys: set[str] = set()
        if self.chance(0.15):
            keys |= {"overall_score", "element_scores"}
        if self.chance(0.6):
            keys.add(self.pick("records_since", "documentation_months"))
        return keys

    def leave_out(self, given: Answers, key: str) -> None:
        """Leave a question unanswered, in one of the three ways."""
        way = self.pick("absent", None, "unsure")
        if way != "absent":
            given[key] = way

    def spoil(self, given: Answers, check: str) -> None:
        """Put something in that cannot be read, or a key that is not asked."""
        if self.chance(0.15):
            given[self.pick("size", "Employees", "", "audit_purpose ", "maintenance_audit")] = self.pick(1, None, "x")
        else:
            for _ in range(self.pick(1, 1, 1, 2)):
                key = self.pick(*KEYS[check])
                given[key] = self.pick(*EDGES[key]) if key in EDGES and self.chance(0.5) else self.pick(*RUBBISH)

    def remember(self, key: str, value: Any) -> None:
        """Keep an answer, so that later ones can lie around it."""
        if isinstance(value, str):
            self.words[key] = value
            try:
                self.days[key] = date.fromisoformat(value)
            except ValueError:
                return

    def value(self, key: str) -> Any:
        """Return an answer to one question."""
        return MAKERS[key](self)

    # Chance

    def pick(self, *options: Any) -> Any:
        """Return one of these."""
        return options[int(self.random.random() * len(options))]

    def chance(self, probability: float) -> bool:
        """Tell whether something happens that happens so often."""
        return self.random.random() < probability

    def between(self, least: int, most: int) -> int:
        """Return a whole number from one to another, both included."""
        return least + int(self.random.random() * (most - least + 1))

    # Days

    def day_to_ask_on(self) -> str:
        """Return the day that stands for today."""
        way = self.random.random()
        if way < 0.5:
            return TODAY
        if way < 0.8:
            return self.pick(*DAYS_TO_ASK_ON)
        return (date(2023, 1, 1) + timedelta(days=self.between(0, 4500))).isoformat()

    def near(self, day: date, *months: int) -> date:
        """Return a day some months from another, or a day beside that."""
        return shifted(day, self.pick(*months), self.pick(-1, 0, 0, 0, 1))

    def of_the_year(self, year: int) -> date:
        """Return a day of a year on which something ends or begins."""
        month, number = self.pick(*DAYS_OF_A_YEAR)
        return date(year, month, number)

    def any_day(self) -> date:
        """Return a day around today, around the ends of years and months, a leap day, or any."""
        way = self.random.random()
        if way < 0.4:
            return self.near(self.today, -36, -24, -12, -12, -6, -3, 0, 0, 1, 6, 12)
        if way < 0.7:
            return self.of_the_year(self.today.year + self.between(-3, 1))
        if way < 0.8:
            return self.pick(*LEAP_DAYS)
        return self.today + timedelta(days=self.between(-1200, 300))

    def until_today(self, day: date, start: date = date.min) -> date:
        """Return a day, mostly one that is not after today, and not before another."""
        if day <= self.today or self.chance(0.02):
            return day
        return max(start, self.pick(self.today, self.today - timedelta(days=self.between(0, 400))))

    def around_audit(self, start: date) -> date:
        """Return a day on which a maintenance audit of a certificate may have ended."""
        way = self.random.random()
        if way < 0.35:
            return self.near(start, 0, 11, 12, 12, 12, 24, 24, 24, 36)
        if way < 0.85:
            return self.of_the_year(start.year + self.pick(0, 1, 1, 1, 2, 2, 2, 3))
        return self.near(self.today, 0)

    # Numbers

    def percent(self) -> Any:
        """Return a score, mostly one that passes."""
        if self.good and self.chance(0.85):
            return self.pick(*GOOD_PERCENTS)
        return self.any_percent()

    def any_percent(self) -> Any:
        """Return any percent, mostly beside a line."""
        if self.chance(0.85):
            return self.pick(*PERCENTS)
        return f"{self.between(0, 100)}.{self.between(0, 99):02d}" if self.chance(0.5) else self.between(0, 100)

    def unknown_or(self, value: Any, probability: float = 0.05) -> Any:
        """Return a value or, now and then, that it is not known."""
        if not self.whole and self.chance(probability):
            return self.pick(None, "unsure")
        return value

    def rows(self, least: int, most: int, row: Callable[[], Any]) -> list[Any]:
        """Return a list, mostly a short one."""
        number = self.pick(1, 1, 2, 2, 3, 4) if self.chance(0.95) else self.between(least, most)
        return [row() for _ in range(max(least, number))]

    def with_gaps(self, row: Answers, probability: float = 0.05) -> Answers:
        """Return an object, now and then with a field left out or not known."""
        if self.whole or self.chance(1 - 3 * probability):
            return row
        key = self.pick(*row)
        way = self.pick("absent", None, "unsure")
        return {**row, key: way} if way != "absent" else {each: row[each] for each in row if each != key}


# One maker for each question


def _audit_date(m: Maker) -> str:
    records = m.days.get("records_since")
    way = m.random.random()
    if records is not None and way < 0.6:
        day = m.near(records, 2, 3, 3, 4, 11, 12, 12, 13)
    elif way < 0.8:
        day = m.near(m.today, 0, 0, 1, 6)
    else:
        day = m.any_day()
    if records is not None and day < records and m.chance(0.9):
        day = records + timedelta(days=m.between(0, 500))
    return day.isoformat()


def _records_since(m: Maker) -> str:
    audit = m.days.get("audit_date")  # known already only where one answer is added to others
    if audit is not None:
        return min(m.near(audit, -24, -13, -12, -12, -3, -2, 0), audit).isoformat()
    day = m.any_day() if m.chance(0.3) else m.near(m.today, 0, -2, -3, -3, -6, -11, -12, -12, -13, -24)
    return day.isoformat()


def _element_scores(m: Maker) -> list[Any]:
    passing = m.good and m.chance(0.9)

    def item() -> Any:
        if m.chance(0.04):
            return "not_applicable"
        return m.unknown_or(m.pick(*GOOD_ELEMENTS) if passing else m.any_percent(), 0.03)

    if m.chance(0.04):
        return ["not_applicable"] * m.between(1, 3)
    return [item() for _ in range(m.pick(1, 2, 3, 10, 10, 13, 50) if m.chance(0.5) else m.between(1, 13))]


def _links(m: Maker) -> list[Any]:
    audit = m.days.get("audit_date")

    def ended() -> str:
        if m.chance(0.12):
            return "ongoing"
        if audit is not None and m.chance(0.7):
            return m.near(audit, -13, -12, -12, -12, 0).isoformat()
        return m.near(m.today, -24, -12, -12, 0).isoformat()

    def link() -> Any:
        if m.chance(0.02):
            return m.unknown_or({}, 0.7)
        kinds = ("audited",) if only_audits else ("employed", "contracted", "advised", "advised", "audited")
        who = m.pick("auditor", "corporate_group")
        return m.with_gaps({"who": who, "kind": m.pick(*kinds), "ended": ended()})

    only_audits = m.chance(0.2)
    if m.chance(0.2):
        return []
    return m.rows(1, 50, link)


def _module_1(m: Maker) -> str:
    if m.chance(0.2):
        return "not_yet"
    return m.until_today(m.near(m.today, -12, -7, -6, -6, -4, -3, -1, 0)).isoformat()


def _module_12(m: Maker) -> str:
    first = m.days.get("module_1_completed")
    if (m.words.get("module_1_completed") == "not_yet" and m.chance(0.95)) or m.chance(0.15):
        return "not_yet"
    if first is not None and m.chance(0.5):
        day = first + timedelta(days=m.pick(-1, 0, 0, 1, 7, 30, 100))
    elif m.chance(0.3):
        day = m.today - timedelta(days=m.pick(89, 90, 91))
    else:
        day = m.near(m.today, -12, -7, -6, -6, -6, -3, -1, 0)
    if first is not None and day < first and m.chance(0.9):
        day = first
    return m.until_today(day, first or date.min).isoformat()


def _audit_completed(m: Maker) -> str:
    steps = [m.words.get(key) for key in ("module_1_completed", "module_12_completed")]
    if ("not_yet" in steps and m.chance(0.95)) or m.chance(0.25):
        return "not_yet"
    start = m.days.get("module_12_completed") or m.days.get("module_1_completed")
    if start is None:
        return m.until_today(m.near(m.today, -6, -3, 0)).isoformat()
    after_90_days = start + timedelta(days=m.pick(0, 0, 1, 30, 89, 90, 90, 91))
    day = after_90_days if m.chance(0.5) else m.near(start, 5, 6, 6, 6, 7)
    return m.until_today(max(day, start) if m.chance(0.95) else day, start).isoformat()


def _certified_on(m: Maker) -> str:
    audit = m.days.get("certification_audit_ended")
    if audit is not None:
        return min(audit + timedelta(days=m.pick(0, 0, 1, 20, 100, 365)), shifted(audit, 12)).isoformat()
    way = m.random.random()
    if way < 0.1:  # the field work of the next certification audit is due now
        day = m.near(m.today + timedelta(days=21), -36, -12)
    elif way < 0.5:
        day = m.near(m.today, -37, -36, -36, -24, -24, -24, -13, -12, -12, -12, -3, 0)
    elif way < 0.85:
        day = m.of_the_year(m.today.year + m.pick(-3, -2, -2, -1, -1, 0))
    else:
        day = m.any_day()
    return (day if m.chance(0.15) else m.until_today(day)).isoformat()


def _certification_audit_ended(m: Maker) -> str:
    certified = m.days.get("certified_on")
    if certified is None:
        return m.any_day().isoformat()
    way = m.random.random()
    if way < 0.3:
        day = certified - timedelta(days=m.between(0, 40))
    elif way < 0.6:
        day = m.pick(date(certified.year - 1, 12, 31), date(certified.year, 1, 1), date(certified.year - 1, 12, 1))
    elif way < 0.7:
        day = m.near(certified, -12, -12, 0)
    else:
        day = certified - timedelta(days=m.between(0, 365))
    lowest = shifted(certified, -12)
    return (day if m.chance(0.06) else min(max(day, lowest), certified)).isoformat()


def _maintenance_audit_ended(m: Maker) -> str:
    return m.around_audit(m.days.get("certified_on") or shifted(m.today, -12)).isoformat()


def _maintenance_of_year(years: int) -> Callable[[Maker], str]:
    def made(m: Maker) -> str:
        certified = m.days.get("certified_on")
        if certified is None:
            certified = shifted(m.today, -24)
        if m.chance(0.25):
            return "not_yet"
        year = (m.days.get("certification_audit_ended") or certified).year + years
        day = m.of_the_year(year) if m.chance(0.5) else m.around_audit(certified)
        if day > m.today and m.chance(0.85):
            return "not_yet"
        return m.until_today(day).isoformat()

    return made


def _auditor_certified_on(m: Maker) -> str:
    return m.until_today(m.near(m.today, -48, -37, -36, -36, -36, -35, -24, -12, 0)).isoformat()


def _in_the_cycle(m: Maker) -> date:
    start = m.days.get("auditor_certified_on") or shifted(m.today, -24)
    if m.chance(0.5):
        return m.until_today(m.near(start, 0, 0, 12, 24, 36, 36))
    return m.until_today(start + timedelta(days=m.between(1, 1095)))


def _refresher_on(m: Maker) -> str:
    return "not_yet" if m.chance(0.2) else _in_the_cycle(m).isoformat()


def _audits(m: Maker) -> list[Any]:
    if m.chance(0.1):
        return []
    return m.rows(0, 50, lambda: m.unknown_or(_in_the_cycle(m).isoformat()))


def _hundredths(number: int) -> str:
    return f"{number // 100}.{number % 100:02d}"


def _elements(m: Maker) -> list[Any]:
    ratio = m.pick(495, 500, 595, 600, 795, 800, 800, 900, 1000)  # of a thousand
    same = m.chance(0.5)

    def element() -> Any:
        possible = m.pick(*POSSIBLE)
        full = round(float(possible) * 100)
        share = ratio if same else m.pick(0, 440, 495, 500, 500, 600, 800, 1000, m.between(0, 1000))
        awarded = min(max(full * share // 1000 + m.pick(-1, 0, 0, 0, 0, 1), 0), full)
        if m.chance(0.004):
            awarded = full + 1
        written = _hundredths(awarded) if m.chance(0.7) else awarded / 100
        return m.with_gaps({"name": m.pick(*NAMES), "awarded": written, "possible": possible}, 0.01)

    return m.rows(1, 50, element)


def _evidence(m: Maker) -> list[Any]:
    kinds = m.pick(
        ("in_place", "not_applicable"),
        ("in_place", "partly", "not_applicable"),
        ("in_place", "partly", "missing", "not_applicable"),
        ("not_applicable",),
    )

    def row() -> Any:
        found = {kind: m.pick(*kinds) for kind in ("documents", "interviews", "observation")}
        return m.with_gaps({"element": m.pick(*NAMES), **found}, 0.08)

    return m.rows(1, 20, row)


def _industries(m: Maker) -> list[Any]:
    return m.rows(1, 20, lambda: m.with_gaps({"earnings": m.pick(*MONEY), "rate": m.pick(*MONEY[:6])}, 0.04))


def _field_work_ended(m: Maker) -> str:
    start = m.days.get("field_work_started")
    if start is not None and m.chance(0.5):
        return (start + timedelta(days=m.pick(0, 5, 14, 15, 16, 44, 45, 46))).isoformat()
    return m.any_day().isoformat()


def _any_day(m: Maker) -> str:
    return m.any_day().isoformat()


def _choice(*options: str) -> Callable[[Maker], str]:
    return lambda m: m.pick(*options)


def _count(passing: tuple[int, ...], *others: int) -> Callable[[Maker], Any]:
    def made(m: Maker) -> Any:
        number = m.pick(*passing) if m.good and m.chance(0.8) else m.pick(*passing, *others)
        return str(number) if m.chance(0.05) else number

    return made


MAKERS: dict[str, Callable[[Maker], Any]] = {
    "partner": _choice(*PARTNERS),
    "program": _choice("cor", "cor", "cor", "secor"),
    "employees": _count(EMPLOYEES),
    "records_since": _records_since,
    "audit_date": _audit_date,
    "documentation_months": _count(MONTHS),
    "assessor": _choice("external_auditor", "external_auditor", "external_auditor", "peer_auditor", "own_staff"),
    "overall_score": Maker.percent,
    "element_scores": _element_scores,
    "audit_purpose": _choice("certification", "recertification", "recertification", "certification", "maintenance"),
    "links": _links,
    "module_1_completed": _module_1,
    "module_12_completed": _module_12,
    "audit_completed": _audit_completed,
    "certificate": _choice("standard", "standard", "standard", "one_year"),
    "certified_on": _certified_on,
    "certification_audit_ended": _certification_audit_ended,
    "maintenance_audit_ended": _maintenance_audit_ended,
    "maintenance_assessor": _choice(
        "external_auditor", "internal_auditor", "internal_auditor", "candidate_auditor", "candidate_auditor", "other"
    ),
    "maintenance_score": Maker.percent,
    "first_maintenance": _maintenance_of_year(1),
    "second_maintenance": _maintenance_of_year(2),
    "last_overall_score": Maker.percent,
    "years_certified": _count((4, 5, 9), 0, 3, 60),
    "certification_audits": _count((2, 3, 4), 0, 1, 20),
    "auditor_on_staff": _choice("yes", "yes", "no"),
    "orders_in_cycle": _choice("no", "no", "yes"),
    "last_maintenance": _choice("audit", "alternative", "alternative", "none"),
    "last_plan_percent": Maker.percent,
    "maintenance_year": lambda m: m.pick(m.today.year, m.today.year, m.today.year + 1, 2023, 2028, 2199),
    "auditor_certified_on": _auditor_certified_on,
    "refresher_on": _refresher_on,
    "audits": _audits,
    "last_link_ended": _any_day,
    "field_work_started": _any_day,
    "field_work_ended": _field_work_ended,
    "corrections_asked_on": _any_day,
    "industry_rated_premium": lambda m: m.pick(*MONEY),
    "industries": _industries,
    "refund_year": _choice("first", "maintained"),
    "improvement_percent": lambda m: m.pick(0, "4.99", 5, "5.01", "9.99", 10, "10.01", "19.99", 20, "20.01", 100),
    "leader_percent": lambda m: m.pick(0, "4.99", 5, "9.99", 10, "10.01", "19.99", 20, 100),
    "elements": _elements,
    "evidence": _evidence,
}
