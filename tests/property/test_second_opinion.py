"""The calculators against a second opinion of the contract, and what holds of both whatever is answered."""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from ..support.answers import CHECKS, KEYS, PARTNERS, answer_sets, question_texts, some_value
from ..support.compare import examples
from ..support.opinions import OPINIONS, Opinion

NUMBER = 150
SEED = 1

DECIDED = ("yes", "no", "not_covered")
ONE_BY_ONE = tuple(check for check in CHECKS if check != "overview")
WITH_A_PARTNER = ("certification", "internal-auditor", "maintenance", "cycle", "auditor-upkeep")

Answers = dict[str, Any]

every_opinion = pytest.mark.parametrize("opinion", list(OPINIONS.values()), ids=list(OPINIONS))
every_check = pytest.mark.parametrize("check", ONE_BY_ONE)


# Helpers


def is_known(value: Any) -> bool:
    """Tell whether a value is an answer."""
    return value is not None and value != "unsure"


def readable(opinion: Opinion, check: str, number: int = NUMBER) -> Iterator[tuple[Answers, str, dict[str, Any]]]:
    """Yield answers that can be read, their day, and the results."""
    for answers, as_of in answer_sets(check, number, SEED):
        found = opinion(check, answers, as_of)
        if "problems" not in found:
            yield answers, as_of, found["results"]


def verdicts(opinion: Opinion, check: str, answers: Answers, as_of: str) -> dict[str, str] | None:
    """Return the verdict of each result, or nothing where the answers cannot be read."""
    found = opinion(check, answers, as_of)
    if "problems" in found:
        return None
    return {subject: result["verdict"] for subject, result in found["results"].items()}


def a_default_is_replaced(check: str, less: Answers, more: Answers) -> bool:
    """Tell whether an answer takes the place of a default: of the count of months, or of the certificate's date."""

    def is_new(key: str) -> bool:
        return is_known(more.get(key)) and not is_known(less.get(key))

    if check == "certification":
        return is_new("records_since") and is_known(less.get("documentation_months"))
    return check in {"maintenance", "cycle"} and is_new("certification_audit_ended")


def with_less(answers: Answers, source: random.Random) -> Answers:
    """Return some of the answers, and lists with some of what is in them unknown."""
    less = {key: value for key, value in answers.items() if source.random() < 0.6}
    for key, value in less.items():
        if isinstance(value, list) and source.random() < 0.5:
            less[key] = [item_with_less(item, source) for item in value]
    return less


def item_with_less(item: Any, source: random.Random) -> Any:
    """Return an item of a list, or less of it."""
    if isinstance(item, dict):
        return {key: value for key, value in item.items() if source.random() < 0.7}
    return item if source.random() < 0.7 else source.choice([None, "unsure"])


# The comparison


@pytest.mark.parametrize("check", CHECKS)
def test_the_two_opinions_agree(check: str) -> None:
    """The calculators and the second opinion say the same of whatever is answered."""
    found = examples(check, NUMBER * 2, SEED)
    assert not found, "\n" + "\n".join(found.values())


# What holds whatever is answered


@every_check
@every_opinion
def test_more_answers_never_flip_a_verdict(opinion: Opinion, check: str) -> None:
    """A yes or a no from some answers stands when more are given, but where one replaces a default."""
    source = random.Random(SEED)  # noqa: S311 - repeatable on purpose
    for answers, as_of, results in readable(opinion, check):
        less = with_less(answers, source)
        before = verdicts(opinion, check, less, as_of)
        if before is None or a_default_is_replaced(check, less, answers):
            continue
        for subject, verdict in before.items():
            if verdict in ("yes", "no") and subject in results:
                assert results[subject]["verdict"] == verdict, (subject, less, answers, as_of)


@every_check
@every_opinion
def test_what_is_not_asked_moves_nothing(opinion: Opinion, check: str) -> None:
    """An answer to a question that is not open leaves a verdict that is decided as it is."""
    for answers, as_of, results in readable(opinion, check, NUMBER // 2):
        decided = {subject: result for subject, result in results.items() if result["verdict"] in DECIDED}
        assert all(result["open_questions"] == [] for result in decided.values())
        for key in KEYS[check] if decided else ():
            if is_known(answers.get(key)):
                continue
            more = answers | {key: some_value(key, answers, as_of, f"{SEED}{answers}")}
            after = verdicts(opinion, check, more, as_of)
            if after is None or a_default_is_replaced(check, answers, more):
                continue
            for subject, result in decided.items():
                assert after.get(subject, result["verdict"]) == result["verdict"], (subject, key, more, as_of)


@pytest.mark.parametrize("check", WITH_A_PARTNER)
@every_opinion
def test_without_a_partner_it_is_what_all_share(opinion: Opinion, check: str) -> None:
    """Without a partner the verdict, certificate and stage are what all ten share; due dates span them all."""
    for answers, as_of, _ in readable(opinion, check, NUMBER // 2):
        unknown = opinion(check, answers | {"partner": None}, as_of)
        known = {each: opinion(check, answers | {"partner": each}, as_of) for each in PARTNERS}
        for subject, result in unknown["results"].items():
            ten = {each: found["results"][subject] for each, found in known.items()}
            where = (subject, answers, as_of)
            assert result["verdict"] == shared([each["verdict"] for each in ten.values()], "unknown"), where
            assert result["certificate"] == shared([each["certificate"] for each in ten.values()], None), where
            assert result["stage"] == shared([each["stage"] for each in ten.values()], None), where
            by_partner = {each: result["verdict"] for each, result in ten.items()}
            if len(set(by_partner.values())) > 1 and (check != "maintenance" or is_known(answers.get("program"))):
                assert result["by_partner"] == by_partner, where
                assert "partner" in result["open_questions"], where
            else:
                assert result["by_partner"] is None, where
            assert spanned(result["dates"]) == span([each["dates"] for each in ten.values()]), where


def shared(values: list[Any], otherwise: Any) -> Any:
    """Return the one value of all, or something else where they differ."""
    return values[0] if len(set(values)) == 1 else otherwise


def spanned(dates: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return the first and the last day of each due date."""
    stems = [name.removesuffix("_by") for name in dates if name.endswith("_by")]
    return {stem: (dates[f"{stem}_by"], dates.get(f"{stem}_latest", dates[f"{stem}_by"])) for stem in stems}


def span(all_dates: list[dict[str, str]]) -> dict[str, tuple[str, str]]:
    """Return the earliest first and the latest last day over the partners."""
    found: dict[str, tuple[str, str]] = {}
    for stem, (first, last) in (pair for dates in all_dates for pair in spanned(dates).items()):
        before = found.get(stem, (first, last))
        found[stem] = (min(before[0], first), max(before[1], last))
    return found


@pytest.mark.parametrize("check", ["certification", "independence", "maintenance"])
@every_opinion
def test_changes_help(opinion: Opinion, check: str) -> None:
    """What would change a no, done on its last day, is judged yes or unknown; no date in it is past."""
    for answers, as_of, results in readable(opinion, check, NUMBER * 2):
        for subject, result in results.items():
            assert (result["tone"] == "not_yet") == bool(result["changes"])
            for each in result["changes"]:
                days = [change["when"] for change in each if change["when"]]
                changed = answers | {change["key"]: change["to"] for change in each}
                after = opinion(check, changed, max(days, default=as_of))["results"][subject]["verdict"]
                where = (subject, each, answers, as_of)
                assert result["verdict"] == "no", where
                assert after in ("yes", "unknown"), where
                assert min(days, default=as_of) >= as_of, where


# What is better never makes a verdict worse

# Unknown and not covered are not better or worse than each other: without a purpose, a tie that is not covered
# whatever the purpose becomes one that is in the way of nothing, and then the purpose decides.
RANK = {"no": 0, "unknown": 1, "not_covered": 1, "yes": 2}


def a_day_earlier(value: Any) -> str:
    """Return the day before, or a day long ago for what goes on."""
    if value == "ongoing":
        return "2020-01-01"
    return (date.fromisoformat(value) - timedelta(days=31)).isoformat()


def a_bit_more(value: Any) -> Any:
    """Return a percent that is higher by ten at most."""
    return f"{min(float(value) + 10, 100):.2f}"


def better(check: str, answers: Answers) -> Iterator[Answers]:
    """Yield the same answers with one of them better: a higher score, longer records, an earlier end of a tie."""
    for key in ("overall_score", "maintenance_score", "last_overall_score", "last_plan_percent"):
        if is_known(answers.get(key)):
            yield answers | {key: a_bit_more(answers[key])}
    if is_known(answers.get("documentation_months")):
        yield answers | {"documentation_months": min(int(answers["documentation_months"]) + 4, 1200)}
    if check == "certification" and is_known(answers.get("records_since")):
        yield answers | {"records_since": a_day_earlier(answers["records_since"])}
    for key in ("element_scores", "links", "elements"):
        items = answers.get(key)
        for index, item in enumerate(items[:4] if is_known(items) else []):
            improved = better_item(item)
            if improved is not None:
                yield answers | {key: [*items[:index], improved, *items[index + 1 :]]}


def better_item(item: Any) -> Any:
    """Return a better score, tie or element; nothing where it is unknown."""
    if not is_known(item) or item == "not_applicable":
        return None
    if not isinstance(item, dict):
        return a_bit_more(item)
    if is_known(item.get("ended")):
        return item | {"ended": a_day_earlier(item["ended"])}
    if is_known(item.get("awarded")) and is_known(item.get("possible")):
        return item | {"awarded": item["possible"]}
    return None


@pytest.mark.parametrize("check", ["certification", "independence", "maintenance", "alternatives", "score"])
@every_opinion
def test_better_is_never_worse(opinion: Opinion, check: str) -> None:
    """Better scores, longer records and earlier ends of ties never make a verdict worse."""
    for answers, as_of, results in readable(opinion, check):
        for improved in better(check, answers):
            after = verdicts(opinion, check, improved, as_of)
            assert after is not None
            for subject, result in results.items():
                assert RANK[after[subject]] >= RANK[result["verdict"]], (subject, answers, improved, as_of)


# What is unknown


def unknown_in_three_ways(answers: Answers, check: str) -> Iterator[Answers]:
    """Yield answers with everything that is unknown absent, null and unsure."""
    for way in ("absent", None, "unsure"):
        some: Answers = {}
        for key in KEYS[check]:
            value = answers.get(key)
            if is_known(value):
                some[key] = [unknown_inside(item, way) for item in value] if isinstance(value, list) else value
            elif way != "absent":
                some[key] = way
        yield some


def unknown_inside(item: Any, way: str | None) -> Any:
    """Return an item of a list with everything that is unknown in it written in one way."""
    if not is_known(item):
        return None if way == "absent" else way
    if not isinstance(item, dict):
        return item
    known = {key: value for key, value in item.items() if is_known(value)}
    return known if way == "absent" else {**known, **{key: way for key in item if key not in known}}


@pytest.mark.parametrize("check", CHECKS)
def test_unknown_is_unknown(check: str) -> None:
    """Null, unsure and no answer give the same outcome to the letter, but for the answers that it repeats."""
    from cor_calc import check_json  # noqa: PLC0415 - the second opinion can be tried without it

    for answers, as_of in answer_sets(check, NUMBER // 2, SEED):
        outcomes = []
        for some in unknown_in_three_ways(answers, check):
            outcome = json.loads(check_json(check, json.dumps(some), as_of))
            outcome.pop("answers", None)
            outcomes.append(outcome)
        assert outcomes[0] == outcomes[1] == outcomes[2], (answers, as_of)


@pytest.mark.parametrize("check", CHECKS)
def test_unknown_is_unknown_to_the_second_opinion(check: str) -> None:
    """Null, unsure and no answer are the same to the second opinion."""
    second = OPINIONS["second opinion"]
    for answers, as_of in answer_sets(check, NUMBER, SEED):
        outcomes = [second(check, some, as_of) for some in unknown_in_three_ways(answers, check)]
        assert outcomes[0] == outcomes[1] == outcomes[2], (answers, as_of)


@every_check
@every_opinion
def test_answering_what_is_open_ends(opinion: Opinion, check: str) -> None:
    """Answering all open questions again and again ends in a verdict, or where time decides."""
    for answers, as_of, results in readable(opinion, check, NUMBER // 2):
        for subject in results:
            answered_to_the_end(opinion, check, subject, answers, as_of)


def answered_to_the_end(opinion: Opinion, check: str, subject: str, answers: Answers, as_of: str) -> None:
    """Answer one result's open questions until none is left."""
    seen: set[str] = set()
    for turn in range(12):
        result = opinion(check, answers, as_of)["results"].get(subject)
        if result is None or not result["open_questions"]:  # the partner has other options, or it has ended
            return
        for key in result["open_questions"]:
            value = answers.get(key)
            assert not is_known(value) or has_gaps(key, value), (subject, key, answers, as_of)
            assert key not in seen, (subject, key, answers, as_of)
            seen.add(key)
        more = answered(opinion, check, answers, result["open_questions"], as_of, turn)
        if more is None:
            return
        answers = more
    pytest.fail(f"{check} {subject} goes on asking: {answers} on {as_of}")


def has_gaps(key: str, value: Any) -> bool:
    """Tell whether something in a list is unknown."""
    fields = {"links": 3, "elements": 3, "evidence": 4, "industries": 2}.get(key)
    if not isinstance(value, list):
        return False
    known = [is_known(item) and len(list(filter(is_known, item.values()))) == fields for item in value if fields]
    return not all(known) if fields else not all(map(is_known, value))


def answered(opinion: Opinion, check: str, answers: Answers, keys: list[str], as_of: str, turn: int) -> Answers | None:
    """Return the answers with these questions answered, so that they can be read; nothing where no answers fit."""
    for attempt in range(300):
        more = dict(answers)
        for key in keys:
            more[key] = some_value(key, more, as_of, f"{turn}/{attempt}/{key}")
        if "problems" not in opinion(check, more, as_of):
            return more
    # A certification audit that has yet to end leaves no day for a certificate that is not dated after today.
    assert check == "cycle", (keys, answers, as_of)
    assert answers["certification_audit_ended"] > as_of, (keys, answers, as_of)
    return None


# The answers themselves


def test_the_same_seed_makes_the_same_answers() -> None:
    """Made-up answers are the same each time, and others with another seed."""
    assert list(question_texts(200, seed=3)) == list(question_texts(200, seed=3))
    assert list(question_texts(200, seed=3)) != list(question_texts(200, seed=4))


@pytest.mark.parametrize("check", CHECKS)
def test_answers_reach_every_partner_and_every_way_not_to_answer(check: str) -> None:
    """Made-up answers name each partner, no partner and an unsure one; each question is answered and left out."""
    seen: dict[str, set[str]] = {key: set() for key in KEYS[check]}
    for answers, _ in answer_sets(check, 1500, SEED):
        for key, values in seen.items():
            values.add(json.dumps(answers.get(key, "absent")))
    for key, values in seen.items():
        assert {'"absent"', "null", '"unsure"'} < values, key
        assert key != "partner" or {json.dumps(each) for each in PARTNERS} < values
