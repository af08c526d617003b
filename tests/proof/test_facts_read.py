"""The facts file, read whole: every key arrives where it belongs, and each fault is named."""

from datetime import date

import pytest

from cor_calc import facts
from cor_calc.facts import Citation, Fact, FactsError, Partner, Ruleset, Source, Unpublished, Version
from tests.calc.test_facts import MINIMAL, SECOND, TEXT, rulesets

WHOLE = (
    MINIMAL.replace("[bounds]", "[bounds]\nemployees = { low = 1, high = 99999 }")
    .replace("read = 2026-11-22\n", 'read = 2026-11-22\n[[unpublished]]\nid = "who"\nquestion = "Who?"\n'
             'text = "No page says."\nask = "Your partner."\n')
    .replace("from = 2023-01-01\n", "from = 2023-01-01\nuntil = 2026-12-31\n"
             '[[ruleset]]\nid = "2027-01-01"\nfrom = 2027-01-01\n')
    + 'from = 2023-01-01\nuntil = 2026-12-31\ncontested = true\nreview_after_months = 3\nreason = "A reason."\n'
    '[[fact.version]]\npartner = "aasp"\nvalue = 9\nnote = "A note."\nsources = [ { id = "page" } ]\n'
    '[[fact.version]]\npartner = "aasp"\nvalue = "8"\nsources = []\n'
)  # fmt: skip

PAGE = Citation("page", "Top", "ten")
LIMIT = Fact(
    id="limit",
    topic="size",
    title="A limit",
    value=10,
    unit="people",
    applies_to=("secor",),
    basis="elsewhere",
    statement="At most {value}.",
    sources=(PAGE,),
    checked=date(2026, 11, 22),
    review_by=date(2027, 2, 22),
    reason="A reason.",
    since=date(2023, 1, 1),
    until=date(2026, 12, 31),
    contested=True,
    versions=(Version("aasp", "9", "A note.", (Citation("page"),)), Version("aasp", "8", "", ())),
)


def test_every_key_arrives() -> None:
    """What the file says is what the rules know."""
    found = facts.read(WHOLE)
    assert found.facts == {"limit": LIMIT}
    assert found.sources == {
        "page": Source("page", "A page", "A publisher", "https://example.com/", "undated", date(2026, 11, 22))
    }
    name = "Alberta Association for Safety Partnerships"
    assert found.partners == {"aasp": Partner("aasp", "AASP", name, "https://example.com/", "any")}
    assert found.unpublished == {"who": Unpublished("who", "Who?", "No page says.", "Your partner.")}
    assert found.rulesets == (
        Ruleset("2023-01-01", date(2023, 1, 1), date(2026, 12, 31)),
        Ruleset("2027-01-01", date(2027, 1, 1)),
    )
    assert found.bounds == {"employees": (1, 99999)}


def test_what_may_be_left_out() -> None:
    """A file without questions that nobody answers, and a fact without periods, reviewed when most are."""
    found = facts.read(MINIMAL)
    assert found.unpublished == {}
    limit = found.facts["limit"]
    assert (limit.since, limit.until, limit.versions, limit.review_by) == (None, None, (), date(2027, 5, 22))


def test_the_latest_of_a_facts_periods_holds() -> None:
    """Two periods that join are one fact, with the value of the later one."""
    earlier = SECOND.replace("checked", "from = 2023-01-01\nuntil = 2024-12-31\nchecked")
    later = SECOND.replace("value = 10", "value = 12").replace("checked", "from = 2025-01-01\nchecked")
    found = facts.read(MINIMAL[: MINIMAL.index("[[fact]]")] + earlier + later)
    assert found.facts["limit"].value == 12


def test_a_period_may_be_one_day() -> None:
    """It ends on the day on which it begins."""
    found = facts.read(rulesets(("2023-01-01", "2023-01-01"), ("2023-01-02", "")))
    assert [found.ruleset(date(2023, 1, day)) for day in (1, 2)] == list(found.rulesets)
    assert found.ruleset(date(2022, 12, 31)) is None


def test_a_reading_needs_no_source() -> None:
    """Its reason is enough: the sources are silent."""
    text = MINIMAL.replace('basis = "elsewhere"', 'basis = "reading"\nreason = "Cautious."')
    assert facts.read(text.replace('[ { id = "page", at = "Top", quote = "ten" } ]', "[]")).facts["limit"].sources == ()


def test_the_package_brings_the_same_file() -> None:
    """`load` reads what lies beside the code."""
    assert facts.read(TEXT) == facts.load()


ONE_SOURCE = '[ { id = "page", at = "Top", quote = "ten" } ]'
VERSION = '[[fact.version]]\npartner = "aasp"\nvalue = 9\nsources = [ { id = "page" } ]\n'
FAULTS = [
    (MINIMAL.replace("checked = 2026-11-22\n", ""), "limit: say on which day it was checked, as a date."),
    (MINIMAL + SECOND, "limit: its periods leave a gap or overlap."),
    (rulesets(("2023-01-01", "2026-12-30"), ("2027-01-01", "")), "ruleset: its periods leave a gap or overlap."),
    (rulesets(("2023-01-01", "2022-01-01")), "ruleset: a period ends before it begins."),
    (MINIMAL.replace('{ id = "page"', '{ id = "gone"'), "limit: there is no source gone."),
    (MINIMAL + VERSION.replace('"page"', '"lost"'), "limit: there is no source lost."),
    (MINIMAL + VERSION.replace('"aasp"', '"nobody"'), "limit: there is no partner nobody."),
    (MINIMAL.replace('"elsewhere"', '"rumour"'),
     "limit: the basis must be one of stated, elsewhere, derived, reading."),
    (MINIMAL.replace('"elsewhere"', '"derived"'), "limit: a derived fact needs its reason."),
    (MINIMAL.replace('"elsewhere"', '"reading"'), "limit: a reading fact needs its reason."),
    (MINIMAL.replace(ONE_SOURCE, "[]"), "limit: it has no source."),
    (MINIMAL.replace("value = 10", "value = true"), "limit: the value must be a whole number, a text or a date."),
    (MINIMAL.replace("[bounds]", '[[partner]]\nid = "aasp"\nshort = ""\nname = ""\nurl = ""\n[bounds]'),
     "aasp: this id stands twice."),
    (MINIMAL.replace("[bounds]", ""), "facts.toml cannot be read: 'bounds'"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), FAULTS, ids=[message for _, message in FAULTS])
def test_a_fault_is_named(text: str, message: str) -> None:
    """The entry and what to mend, to the letter."""
    with pytest.raises(FactsError) as raised:
        facts.read(text)
    assert str(raised.value) == message
