"""Values, conditions and slips as a person reads them, where no check of today happens to show one."""

from datetime import date

import pytest

from cor_calc import facts
from cor_calc.answers import CanChange, Question, ask
from cor_calc.cells import cell_form
from cor_calc.checks import CHECKS
from cor_calc.facts import Fact, FactsError
from cor_calc.kinds import Choice, Day, Hundredths, Kind, Text, Whole
from cor_calc.lists import ListOf, Row
from cor_calc.logic import Truth
from cor_calc.numbers import hundredths
from cor_calc.points import Element
from cor_calc.ties import Link
from tests.calc.test_facts import MINIMAL

ENDED = Day(date(1900, 1, 1), date(2199, 12, 31), (("ongoing", "Still going on"),))

SHOWN = [
    (Whole(0, 9, "months"), 1, "1 month", "one month"),
    (Whole(0, 9, "months"), 0, "0 months", "no month"),
    (Whole(0, 99999), 12345, "12,345", "thousands are set apart, and no unit leaves no blank"),
    (Hundredths(0, 100, "percent"), 8000, "80%", "a whole percentage"),
    (Hundredths(0, 100, "percent"), 7990, "79.9%", "no nought at the end"),
    (Hundredths(0, 100, "percent"), 5, "0.05%", "a small percentage"),
    (Hundredths(0, None, "money"), 125050, "$1,250.50", "dollars with both cents"),
    (Hundredths(0, None, "money"), 100007, "$1,000.07", "seven cents"),
    (Hundredths(0, None, "points"), 1250, "12.5 points", "points"),
    (Choice((("own_staff", "Own staff"),)), "own_staff", "Own staff", "the option's label"),
    (ENDED, date(2026, 1, 5), "5 January 2026", "a date in words"),
    (ENDED, "ongoing", "Still going on", "a word that stands for a date"),
    (Text(), "Training", "Training", "a text as it is"),
    (ListOf(Hundredths(0, 100, "percent"), 0, 9), (8000, None), "80%; not known", "an item that is not known"),
    (ListOf(Whole(0, 9), 0, 9), (), "none", "an empty list"),
    (Row(Element), Element("Training", 4000, 5000), "Training, 40 points, 50 points", "a row"),
    (Row(Element), Element(None, 4000, None), "40 points", "a row with one value"),
    (Row(Element), Element(), "not known", "a row without values"),
    (Row(Link), Link("auditor", "employed", "ongoing"), "The auditor, employed by the employer, still going on",
     "small letters after the first"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "words"), [row[:3] for row in SHOWN], ids=[row[3] for row in SHOWN])
def test_an_answer_in_words(kind: Kind, value: object, words: str) -> None:
    """Every kind of answer can be shown to a person."""
    assert kind.shown(value) == words


CELLS = [
    ("certification", "employees", "the value", "one value"),
    ("certification", "element_scores", "values separated by `;`", "a list"),
    ("score", "elements", "`name|awarded|possible`, rows separated by `;`, `none` for an empty list", "rows"),
]


@pytest.mark.parametrize(("check", "key", "words"), [row[:3] for row in CELLS], ids=[row[3] for row in CELLS])
def test_how_a_cell_is_written(check: str, key: str, words: str) -> None:
    """The documentation says of each question how its cell is written."""
    (question,) = [question for question in CHECKS[check].questions if question.key == key]
    assert cell_form(question) == words


def fact(value: int | str | date, unit: str) -> Fact:
    """Return a fact with this value."""
    day = date(2026, 11, 22)
    return Fact("limit", "size", "A limit", value, unit, (), "stated", "Up to {value}.", (), day, day)


FACTS = [
    (80, "percent", "80%", "a percentage"),
    ("0.5", "percent", "0.5%", "a percentage with decimals"),
    (1250, "dollars", "$1,250", "dollars"),
    ("0.50", "dollars", "$0.50", "dollars with cents"),
    (1, "months", "1 month", "one"),
    (12, "months", "12 months", "several"),
    (1, "people", "1 person", "a word with a plural of its own"),
    (10, "people", "10 people", "people"),
    (1500, "days", "1,500 days", "thousands are set apart"),
    ("0.5", "points", "0.5 points", "a number with decimals"),
    ("a person", "text", "a person", "words"),
    (date(2026, 12, 1), "date", "1 December 2026", "a date"),
]


@pytest.mark.parametrize(("value", "unit", "words"), [row[:3] for row in FACTS], ids=[row[3] for row in FACTS])
def test_a_fact_in_words(value: int | str | date, unit: str, words: str) -> None:
    """A fact is shown with its unit, alone and within its sentence."""
    made = fact(value, unit)
    assert (made.shown(), made.sentence(), made.clause()) == (words, f"Up to {words}.", f"up to {words}.")


@pytest.mark.parametrize("value", ["ten", "0.5", date(2026, 12, 1)])
def test_words_and_dates_are_no_numbers(value: str | date) -> None:
    """A rule that counts with a fact in words fails at once, and names the fact."""
    with pytest.raises(TypeError, match="limit"):
        _ = fact(value, "text").number


@pytest.mark.parametrize("text", ["0.005", "1.000", "x"])
def test_hundredths_have_two_decimals_at_most(text: str) -> None:
    """A third decimal is never dropped in silence."""
    with pytest.raises(ValueError, match=text):
        hundredths(text)


@pytest.mark.parametrize("truth", list(Truth))
def test_a_truth_is_never_read_as_yes_or_no(truth: Truth) -> None:
    """`if truth:` would take "unknown" for a yes."""
    with pytest.raises(TypeError):
        bool(truth)


SECOND_SOURCE = '[[source]]\nid = "page"\ntitle = "t"\npublisher = "p"\nurl = "u"\ndated = "d"\nread = 2026-11-22\n'
STRANGER = '[[fact.version]]\npartner = "nobody"\nvalue = "9"\nsources = [ { id = "page" } ]\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [(MINIMAL + SECOND_SOURCE, "page: this id stands twice"), (MINIMAL + STRANGER, "there is no partner nobody")],
    ids=["a source twice", "a version of a partner who is not listed"],
)
def test_more_faults_of_a_facts_file(text: str, said: str) -> None:
    """The message names the entry and what is wrong with it."""
    with pytest.raises(FactsError, match=said):
        facts.read(text)


def test_a_package_without_its_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file is not there, a sentence says so."""
    monkeypatch.setattr(facts, "get_data", lambda *_: None)
    with pytest.raises(FactsError, match=r"facts\.toml is missing from the package"):
        facts.load.__wrapped__()


def test_a_question_is_what_ask_was_told() -> None:
    """The parts of a question come from the one place that asks it."""
    question = CHECKS["refund"].questions[0]
    assert isinstance(question, Question)
    assert (question.key, question.optional, question.can_change) == ("program", True, CanChange.NEVER)


def test_a_question_asks_no_more_than_it_says() -> None:
    """Without a hint it has none, nobody can change the answer, and it is needed."""
    asked = ask("How many?", noun="the number", kind=Whole(1, 9))
    assert asked.default is None
    assert dict(asked.metadata) == {"question": ("How many?", "the number", "", Whole(1, 9), CanChange.NEVER, False)}
