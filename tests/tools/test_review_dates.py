"""Facts grow old: which of them must be read again."""

from datetime import date, timedelta

import pytest

from tools import review_dates

FOUND = review_dates.reviews()
FIRST_DUE, LAST_DUE = FOUND[0].due, FOUND[-1].due


@pytest.mark.parametrize(
    ("on", "some"),
    [
        pytest.param(FIRST_DUE, False, id="on its review date a fact is not yet overdue"),
        pytest.param(FIRST_DUE + timedelta(days=1), True, id="a day later it is"),
    ],
)
def test_a_fact_is_overdue_after_its_review_date(on: date, some: bool) -> None:
    """The review date itself still belongs to the time in which a fact is fresh."""
    assert bool(review_dates.overdue(FOUND, on)) is some


def test_in_the_end_every_fact_is_overdue() -> None:
    """No fact is exempt from review."""
    assert review_dates.overdue(FOUND, LAST_DUE + timedelta(days=1)) == FOUND


def test_not_all_are_due_at_once() -> None:
    """The work of reading again is spread over months."""
    assert len({review.due for review in FOUND}) > 10


@pytest.mark.parametrize(("arguments", "status"), [([], 0), (["--overdue"], 1)], ids=["a warning", "a failure"])
def test_only_a_run_that_asks_for_it_fails(
    arguments: list[str], status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Overdue facts are named either way."""

    class Later(date):
        @classmethod
        def today(cls) -> date:
            return LAST_DUE + timedelta(days=1)

    monkeypatch.setattr(review_dates, "date", Later)
    assert review_dates.main(arguments) == status
    assert "overall-pass-mark (general): was due for review" in capsys.readouterr().out
