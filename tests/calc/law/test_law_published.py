"""The law that comes with the package: what is published, in general and by each partner, and that it can always be read."""

import re
from datetime import date
from typing import Any

import pytest

from cor_calc.law import Fact, Option, load

from ...support.asking import PARTNERS, table
from ...support.rules import DAY, books, conditions, date_rules

FIRST, LAST = date(2023, 1, 1), date(2199, 12, 31)
OTHERS = None
"""Under this name in a table: the value at every partner that is not named."""


@table(
    "parameter values",
    [
        ("cor-smallest-employer", {OTHERS: None, "acsa": 2, "ccsa": 10, "amhsa": 11, "amta": 11, "asc": 11, "esc": 11, "mhsa": 11},
         "the smallest employer for COR"),
        ("secor-largest-employer", {OTHERS: 10}, "the largest for SECOR"),
        ("secor-offered", {OTHERS: True, "ccsa": False}, "CCSA's pages name COR alone"),
        ("documentation-minimum", {OTHERS: 3}, "months of records"),
        ("documentation-standard", {OTHERS: 12}, "months for a standard certificate"),
        ("one-year-certificate-offered", {OTHERS: True, "ccsa": False}, "CCSA's pages ask for twelve"),
        ("peer-auditor", {OTHERS: None, "acsa": True, "amhsa": True, "mhsa": True}, "who takes a peer auditor"),
        ("overall-pass-mark", {OTHERS: 80}, "the mark of certification"),
        ("element-pass-mark", {OTHERS: 50}, "the mark of each element"),
        ("maintenance-pass-mark", {OTHERS: 60}, "the mark of maintenance"),
        ("near-line-margin", {OTHERS: "0.5"}, "half a percent is near"),
        ("standard-certificate-years", {OTHERS: 3}, "years of a standard certificate"),
        ("one-year-certificate-years", {OTHERS: 1}, "a year of a one-year certificate"),
        ("maintenance-years", {OTHERS: 2}, "years of maintenance"),
        ("maintenance-due-by", {OTHERS: ("anniversary", "12-01"), "acsa": ("anniversary",), "asc": ("anniversary",),
                                "esc": ("anniversary",), "amhsa": ("12-01",), "amta": ("12-31",), "ccsa": ("12-31",),
                                "mhsa": ("12-31",)}, "when maintenance is due"),
        ("maintenance-due-latest", {OTHERS: ("12-31",), "amhsa": ("12-01",), "asc": ("anniversary",), "esc": ("quarter_end",)},
         "its last day"),
        ("field-work-days-cor", {OTHERS: 45}, "days of field work"),
        ("field-work-year-end", {OTHERS: None, "amhsa": ("12-31",), "amta": ("12-31",), "ccsa": ("12-31",)}, "who stops at the year's end"),
        ("field-work-days-secor", {OTHERS: 15}, "days of a SECOR's"),
        ("report-days", {OTHERS: 21}, "days for the report"),
        ("report-year-end", {OTHERS: None, "amhsa": ("12-01",)}, "AMHSA's last day for reports"),
        ("correction-days", {OTHERS: 15}, "days for corrections"),
        ("independence-period", {OTHERS: 12}, "months of independence"),
        ("internal-auditor-period", {OTHERS: 6, "amta": 90}, "months for the qualifying audit, or AMTA's days"),
        ("auditor-upkeep-cycle", {OTHERS: 3}, "years of an auditor's cycle"),
        ("auditor-upkeep-audits", {OTHERS: None, "mhsa": 2, "amta": 2, "esc": 1}, "audits in it"),
        ("refund-first-year", {OTHERS: 10}, "percent in the first year"),
        ("refund-maintained-year", {OTHERS: 5}, "percent in later years"),
        ("refund-most", {OTHERS: 20}, "percent at most"),
        ("expiry-reminder", {OTHERS: 90}, "days before which a calendar reminds"),
    ],
)  # fmt: skip
def test_values(parameter: str, values: dict[str | None, Any]) -> None:
    """Each value that decides, at each partner."""
    law = load()
    for partner in PARTNERS:
        expected = values.get(partner, values[OTHERS])
        assert law.on(DAY, partner).values.get(parameter) == expected, partner
    assert law.on(DAY).values.get(parameter) == values[OTHERS]


@table(
    "parameter partner shown",
    [
        ("maintenance-due-latest", "amhsa", "1 December", "a day of each year"),
        (
            "maintenance-due-latest",
            "esc",
            "the end of the anniversary's calendar quarter",
            "a day that follows from another",
        ),
        ("maintenance-due-by", None, "the earlier of the anniversary and 1 December", "of two days the earlier"),
        ("maintenance-years", None, "2 years", "more than one"),
        ("one-year-certificate-years", None, "1 year", "exactly one"),
        ("near-line-margin", None, "0.5%", "a part of a percent"),
    ],
)
def test_a_value_in_words(parameter: str, partner: str | None, shown: str) -> None:
    """As people write it, with its unit."""
    assert load().on(DAY, partner).facts[parameter].shown() == shown


def test_the_period_of_amta_is_in_days() -> None:
    """A version may have a unit of its own."""
    law = load()
    units = {partner: law.on(DAY, partner).facts["internal-auditor-period"].unit for partner in PARTNERS}
    assert units == {partner: "days" if partner == "amta" else "months" for partner in PARTNERS}


def test_the_ten_partners_in_their_order() -> None:
    """As the contract names them."""
    assert tuple(load().partners) == PARTNERS


def test_the_first_day_with_rules() -> None:
    """No version begins before it, and some begin on it."""
    law = load()
    assert law.begins[0] == law.turns[0] == FIRST
    assert law.ruleset(date(2022, 12, 31)) is None
    with pytest.raises(ValueError, match="no rules"):
        law.on(date(2022, 12, 31))


@pytest.mark.parametrize("partner", [None, *PARTNERS])
def test_what_the_rules_read_is_there_on_every_day(partner: str | None) -> None:
    """A parameter that is published at all is in force from the first day to the last."""
    law = load()
    named = {fact for _, _, condition in conditions(law) for fact in (*condition.facts, *condition.assumes)}
    named |= {fact for _, _, rule in date_rules(law) for fact in (*rule.facts, *rule.assumes)}
    for name in named:
        if name in law.on(DAY, partner).facts:
            for day in (*law.turns, LAST):
                assert name in law.on(day, partner).facts, (name, day)


def every_version() -> list[Any]:
    """Return every version of every parameter, and every option."""
    law = load()
    return [*(fact for parameter in law.parameters.values() for fact in parameter.versions), *law.options]


IN_WORDS = {1: "one", 2: "two|one full cycle", 3: "three", 4: "four", 5: "five", 6: "six", 9: "nine", 10: "ten"}
"""Who has one full cycle behind them has passed two certification audits."""


@pytest.mark.parametrize("option", load().options, ids=lambda option: option.id)
def test_an_alternatives_statement_names_the_numbers_that_decide(option: Option) -> None:
    """They are written twice, for the reader and for the check, and so must change together."""
    numbers = [term for term in option.terms.values() if type(term) is int]
    for number in numbers:
        assert re.search(rf"\b({number}|{IN_WORDS.get(number, number)})\b", option.statement), number


def test_what_decides_stands_on_something() -> None:
    """A source, or a reason; stated is what AASP's FAQ says; nothing that is too unsure decides."""
    for entry in every_version():
        assert entry.basis in {"stated", "elsewhere", "derived", "reading"}
        assert entry.sources or entry.basis == "reading", entry.id
        assert entry.sure != "C", entry.id
        if isinstance(entry, Fact) and entry.basis in {"derived", "reading"}:
            assert entry.reason.endswith("."), entry.id
        if isinstance(entry, Fact) and entry.basis == "stated":
            assert any(cited.id == "aasp-faq" for cited in entry.sources), entry.id


def test_every_version_can_be_told() -> None:
    """As a whole sentence with its value, or as the sentence that nothing is published."""
    law = load()
    for book in books(law):
        for name, fact in book.facts.items():
            assert "{" not in fact.sentence(), name
            assert fact.sentence().endswith((".", ")")), name
            assert fact.shown(), name
            assert "_" not in fact.shown(), name
    for parameter in law.parameters.values():
        general = any(fact.partner is None for fact in parameter.versions)
        assert general or parameter.gap.endswith("."), parameter.id


def test_ones_are_singular() -> None:
    """One audit, and not one audits."""
    law = load()
    assert law.on(DAY, "esc").facts["auditor-upkeep-audits"].shown() == "1 audit"
    assert law.on(DAY, "mhsa").facts["auditor-upkeep-audits"].shown() == "2 audits"
    assert law.on(DAY).facts["one-year-certificate-years"].shown() == "1 year"


def test_every_fact_is_to_be_reviewed_after_it_was_checked() -> None:
    """And not all on one day."""
    days = [(entry.checked, entry.review_by) for entry in every_version()]
    assert all(checked < review_by for checked, review_by in days)
    assert len({review_by for _, review_by in days}) > 5


def test_every_source_that_is_cited_is_there() -> None:
    """With a title, a publisher and an address that can be opened."""
    law = load()
    for entry in every_version():
        for cited in entry.sources:
            source = law.sources[cited.id]
            assert source.title
            assert source.publisher
            assert source.url.startswith(("https://", "http://"))


def test_elements_of_every_partner() -> None:
    """A partner's own names in its order, AASP's where it publishes none."""
    law = load()
    assert len(law.names("aasp")) == 10
    for partner in (None, *PARTNERS):
        names = law.names(partner)
        assert len(set(names)) == len(names) > 5
        assert names == law.names("aasp") or partner in law.elements
