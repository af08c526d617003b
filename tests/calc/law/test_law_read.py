"""The data files: a new version is one entry in one file, and a file at fault is refused by the name of its entry."""

import json
import re
from dataclasses import fields
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from cor_calc.law import LawError, load, reading
from cor_calc.law.pack import main
from cor_calc.law.reading import FILES, law_of, packed, read

from ...support.asking import ask, dates, result, table, verdict
from ...support.situations import good

TEXTS = {name: (files("cor_calc") / "data" / f"{name}.toml").read_text("utf-8") for name in FILES}

PARAMETER = """
[[parameter]]
id = "largest-dog"
topic = "size"
title = "The largest dog in the office"
unit = "months"
applies_to = ["cor"]
statement = "A dog is at most {value} old."

[[parameter.version]]
value = 12
from = 2023-01-01
basis = "elsewhere"
sure = "A"
sources = [{ id = "acsa-cor" }]
checked = 2026-11-26
"""
LATER = PARAMETER[PARAMETER.index("[[parameter.version]]") :].replace("2023-01-01", "2027-07-01")
ENDED = PARAMETER.replace("2023-01-01", "2023-01-01\nuntil = 2027-06-30")
OPTION = """
[[option]]
id = "asc-action-plan"
subject = "asc_action_plan"
partner = "asc"
title = "Action plan"
statement = "ASC takes an action plan."
apply_where = "Apply on its page."
href = "https://example.com/"
basis = "elsewhere"
sure = "A"
from = 2023-01-01
checked = 2026-11-26
sources = [{ id = "acsa-cor" }]
program = "cor"
audits = 2
dates = { apply_by = "05-31" }
"""
SMALL = {
    "parameters": PARAMETER.replace("largest-dog", "smallest-cat"),
    "sources": """
[[source]]
id = "acsa-cor"
title = "COR"
publisher = "ACSA"
url = "https://example.com/"
dated = "undated"
read = 2026-11-26
""",
    "partners": "".join(
        f"""
[[partner]]
id = "{partner}"
short = "{partner}"
name = "{partner}"
url = "https://example.com/"
industry = "any"
paid = "levy"
how_to_tell = "Ask."
"""
        for partner in ("asc", "esc")
    ),
    "options": OPTION.replace("action-plan", "car").replace("action_plan", "car"),
    "elements": """
[[topic]]
id = "training"
title = "Training"
documents = "d"
interviews = "i"
observation = "o"

[[element]]
partner = "asc"
number = 1
name = "Training"
topic = "training"
""",
}
"""The smallest law that can be read: the faults below are made from it."""


def texts(**added: str) -> dict[str, str]:
    """Return the data files with something added to some of them."""
    return {name: text + added.get(name, "") for name, text in TEXTS.items()}


def small(**added: str) -> dict[str, str]:
    """Return the smallest data files with something added to some of them."""
    return {name: text + added.get(name, "") for name, text in SMALL.items()}


def own_version(parameter: str, **changed: str) -> dict[str, str]:
    """Return the data files with one more version at the end of a parameter's entry."""
    values = {"from": "2023-01-01", "basis": '"elsewhere"', "sources": '[{ id = "acsa-cor" }]', "checked": "2026-11-26"}
    lines = "\n".join(f"{key} = {value}" for key, value in {**values, **changed}.items())
    entry = f"\n[[parameter.version]]\n{lines}\n\n"
    start = TEXTS["parameters"].index(f'id = "{parameter}"\n')
    end = TEXTS["parameters"].find("[[parameter]]", start)
    whole = TEXTS["parameters"]
    return {**TEXTS, "parameters": whole[:end] + entry + whole[end:] if end > 0 else whole + entry}


# One entry in one file


def test_a_new_parameter_is_one_entry() -> None:
    """It is in the book of every day from its first on."""
    law = read(texts(parameters=PARAMETER.replace("2023-01-01", "2024-05-01")))
    assert law.on(date(2024, 5, 1), "esc").number("largest-dog") == 12
    assert law.on(date(2024, 4, 30), "esc").get("largest-dog") is None
    assert law.ruleset(date(2026, 11, 26)) == date(2024, 5, 1)
    fact = law.on(date(2024, 5, 1)).facts["largest-dog"]
    assert (fact.shown(), fact.sentence()) == ("12 months", "A dog is at most 12 months old.")
    assert fact.review_by == date(2027, 8, 26)


def test_a_partners_version_is_one_entry() -> None:
    """The first smallest employer that a partner publishes decides at once."""
    law = read(own_version("cor-smallest-employer", partner='"aasp"', value="20"))
    answers = good("certification", partner="aasp", employees=19)
    assert verdict("certification", answers, "cor") == "yes"
    assert verdict("certification", answers, "cor", law=law) == "no"
    assert verdict("certification", answers | {"employees": 20}, "cor", law=law) == "yes"
    assert verdict("certification", answers | {"partner": "afpa_food"}, "cor", law=law) == "yes"


def test_a_partners_first_due_date_is_one_entry() -> None:
    """It moves that partner's dates, and no other's."""
    law = read(own_version("maintenance-due-latest", partner='"mhsa"', value='["06-30"]'))
    answers = {"certificate": "standard", "certified_on": "2025-06-15"}
    assert dates("maintenance", answers | {"partner": "mhsa"}, law=law)["first_maintenance_by"] == "2026-12-31"
    assert (
        verdict("maintenance", good("maintenance", partner="mhsa", maintenance_audit_ended="2026-07-01"), law=law)
        == "no"
    )
    assert (
        verdict("maintenance", good("maintenance", partner="amta", maintenance_audit_ended="2026-07-01"), law=law)
        == "yes"
    )


def test_an_option_is_one_entry() -> None:
    """A partner that published none has one, with its condition and its date."""
    law = read(texts(options=OPTION))
    answers = {"partner": "asc", "program": "cor", "certification_audits": 2, "maintenance_year": 2027}
    assert result("alternatives", answers)["subject"] == "none"
    found = result("alternatives", answers, law=law)
    assert (found["subject"], found["verdict"]) == ("asc_action_plan", "yes")
    assert [(each["name"], each["date"]) for each in found["dates"]] == [("apply_by", "2027-05-31")]
    assert verdict("alternatives", answers | {"certification_audits": 1}, law=law) == "no"


def test_an_option_changes_on_a_day() -> None:
    """It ends the day before another version of it begins."""
    ended = OPTION.replace("from = 2023-01-01", "from = 2023-01-01\nuntil = 2027-06-30")
    later = (
        OPTION.replace("2023-01-01", "2027-07-01").replace("audits = 2", "audits = 3").replace("acsa-cor", "esc-faq")
    )
    law = read(texts(options=ended + later.replace('"Action plan"', '"Action plan of 2027"')))
    answers = {"partner": "asc", "program": "cor", "certification_audits": 2}
    before, since = (result("alternatives", answers, on=day, law=law) for day in ("2027-06-30", "2027-07-01"))
    assert (before["verdict"], since["verdict"]) == ("yes", "no")
    assert ({*before["findings"][0]["sources"]}, {*since["findings"][0]["sources"]}) == ({"acsa-cor"}, {"esc-faq"})
    assert "of 2027" in since["headline"]
    assert "of 2027" not in before["headline"]


def test_an_option_that_has_not_begun() -> None:
    """Before its day the partner publishes none."""
    law = read(texts(options=OPTION.replace("2023-01-01", "2027-07-01")))
    said = [
        result("alternatives", {"partner": "asc"}, on=day, law=law)["subject"] for day in ("2027-06-30", "2027-07-01")
    ]
    assert said == ["none", "asc_action_plan"]


def test_periods_that_join() -> None:
    """One version that ends and another that begins the day after are one parameter."""
    law = read(small(parameters=ENDED + LATER.replace("12", "24")))
    values = [law.on(date.fromisoformat(day)).number("largest-dog") for day in ("2027-06-30", "2027-07-01")]
    assert values == [12, 24]


def test_a_period_of_one_day() -> None:
    """It begins and ends on the same day."""
    law = read(small(parameters=ENDED.replace("2027-06-30", "2023-01-01")))
    found = [law.on(date(2023, 1, day)).get("largest-dog") is not None for day in (1, 2)]
    assert found == [True, False]


# Files at fault


def test_the_smallest_law_is_in_order() -> None:
    """What the faults are made from can be read, with each addition as it stands."""
    assert list(read(SMALL).parameters) == ["smallest-cat"]
    noted = PARAMETER.replace('sure = "A"', 'sure = "A"\nnote = "2 cats say so. ACSA does too."')
    dated = OPTION + 'dates_are_of = "The day is from a notice of 2019."'
    for options in (OPTION, dated):
        assert list(read(small(parameters=noted, options=options)).parameters) == ["smallest-cat", "largest-dog"]
    percent = PARAMETER.replace('"months"', '"percent"').replace("12\n", '"12.5"\n', 1)
    assert read(small(parameters=percent)).on(date(2026, 1, 1)).facts["largest-dog"].shown() == "12.5%"


@table(
    "added names",
    [
        (PARAMETER + LATER, "largest-dog", "a period without end, and another after it"),
        (ENDED + LATER.replace("2027-07-01", "2027-07-02"), "largest-dog", "a gap of a day between two periods"),
        (ENDED + LATER.replace("2027-07-01", "2027-06-30"), "largest-dog", "an overlap of a day"),
        (PARAMETER.replace("2023-01-01", "2023-01-01\nuntil = 2022-12-31"), "largest-dog", "a period that ends before it begins"),
        (PARAMETER.replace('"acsa-cor"', '"acsa-cat"'), "acsa-cat", "a source that is not listed"),
        (PARAMETER.replace('unit = "months"\n', ""), "largest-dog", "no unit"),
        (PARAMETER.replace('"months"', '"moons"'), "largest-dog", "an unknown unit"),
        (PARAMETER.replace("value = 12\n", ""), "largest-dog", "no value"),
        (PARAMETER.replace("value = 12", 'value = "12"'), "largest-dog", "a number of months as a text"),
        (PARAMETER.replace("value = 12", "value = 12.0"), "largest-dog", "a binary fraction"),
        (PARAMETER.replace("value = 12", "value = true"), "largest-dog", "a truth value for a number"),
        (PARAMETER.replace("value = 12", "value = 2026-01-01"), "largest-dog", "a day for a number"),
        (PARAMETER.replace('"months"', '"flag"'), "largest-dog", "a number for a truth value"),
        (PARAMETER.replace('"months"', '"date"'), "largest-dog", "a number for a day"),
        (PARAMETER.replace('"months"', '"due"'), "largest-dog", "a number for a due date"),
        (PARAMETER.replace('"months"', '"due"').replace("12\n", '["birthday"]\n', 1), "largest-dog", "a due date of an unknown word"),
        (PARAMETER.replace('"months"', '"due"').replace("12\n", '["02-29"]\n', 1), "largest-dog", "a day that not every year has"),
        (PARAMETER.replace('"months"', '"due"').replace("12\n", "[]\n", 1), "largest-dog", "a due date of nothing"),
        (PARAMETER.replace('"months"', '"percent"').replace("12\n", '"12,5"\n', 1), "largest-dog", "a decimal comma"),
        (PARAMETER.replace('"months"', '"percent"').replace("12\n", '"0.125"\n', 1), "largest-dog", "three decimals"),
        (PARAMETER.replace('basis = "elsewhere"', 'basis = "rumour"'), "largest-dog", "an unknown basis"),
        (PARAMETER.replace('basis = "elsewhere"', 'basis = "reading"'), "largest-dog", "a reading without its reason"),
        (PARAMETER.replace('basis = "elsewhere"', 'basis = "derived"'), "largest-dog", "what is derived, without how"),
        (PARAMETER.replace('[{ id = "acsa-cor" }]', "[]"), "largest-dog", "no source"),
        (PARAMETER.replace('sure = "A"', 'sure = "C"'), "largest-dog", "too unsure to decide"),
        (PARAMETER.replace('sure = "A"', 'partner = "moon"'), "moon", "an unknown partner"),
        (PARAMETER.replace('sure = "A"', 'partner = "esc"'), "largest-dog", "no general version, and no word of it"),
        (PARAMETER + PARAMETER, "largest-dog", "the same id twice"),
        (PARAMETER.replace("until", "untill").replace('sure = "A"', "untill = 2027-06-30"), "untill", "a misspelt key of a version"),
        (PARAMETER.replace("topic", "topik"), "largest-dog", "a misspelt key of a parameter"),
        (PARAMETER.replace("from = 2023-01-01", 'from = "2023-01-01"'), "largest-dog", "a day in quotation marks"),
        (PARAMETER.replace("checked = 2026-11-26\n", ""), "largest-dog", "no day on which it was checked"),
        (PARAMETER.replace("checked = 2026-11-26", 'checked = "lately"'), "largest-dog", "a day in words"),
        (PARAMETER.replace('sure = "A"', 'sure = "A"\nnote = "since 2023"'), "largest-dog: `note`", "a note that is a fragment"),
        (PARAMETER.replace('sure = "A"', 'sure = "A"\nnote = "since 2023."'), "largest-dog: `note`", "a note that begins inside a sentence"),
        (PARAMETER.replace('sure = "A"', 'sure = "A"\nnote = "ACSA says so"'), "largest-dog: `note`", "a note without a full stop"),
        ("[[parameter", "parameters.toml", "no TOML at all"),
    ],
)  # fmt: skip
def test_parameters_at_fault(added: str, names: str) -> None:
    """Each fault is refused, and the message names the entry, or what is wrong in it."""
    with pytest.raises(LawError, match=re.escape(names)):
        read(small(parameters=added))


@table(
    "added names",
    [
        (OPTION.replace('"asc"', '"moon"'), "moon", "an unknown partner"),
        (OPTION.replace('"acsa-cor"', '"acsa-cat"'), "acsa-cat", "an unknown source"),
        (OPTION.replace('sure = "A"', 'sure = "C"'), "asc-action-plan", "too unsure to decide"),
        (
            OPTION.replace("audits = 2", "audit = 2"),
            "asc-action-plan",
            "a misspelt condition, which would ask for nothing",
        ),
        (OPTION.replace("apply_by", "aply_by"), "asc-action-plan", "a misspelt date"),
        (OPTION.replace('"05-31"', '"02-30"'), "asc-action-plan", "a day that does not exist"),
        (OPTION.replace('"05-31"', '"31 May"'), "asc-action-plan", "a day in words"),
        (
            OPTION + 'dates_are_of = "a notice of 2019"',
            "asc-action-plan: `dates_are_of`",
            "of when its days are, in a fragment",
        ),
        (OPTION + OPTION, "asc-action-plan", "the same option twice on one day"),
        (OPTION.replace("from = 2023-01-01\n", ""), "asc-action-plan", "no first day"),
    ],
)
def test_options_at_fault(added: str, names: str) -> None:
    """What an option asks for must be known, and its days must be days."""
    with pytest.raises(LawError, match=re.escape(names)):
        read(small(options=added))


@table(
    "file added",
    [
        ("sources", '\n[[source]]\nid = "acsa-cor"\ntitle = "t"\npublisher = "p"\nurl = "u"\ndated = "d"\nread = 2026-11-26\n',
         "a source's id that stands twice"),
        ("sources", '\n[[source]]\nid = "another"\ntitle = "t"\n', "a source of which something is missing"),
        ("partners", '\n[[partner]]\nid = "another"\nshort = "A"\nname = "A"\nurl = "u"\nindustri = "i"\n', "a misspelt key of a partner"),
        ("elements", '\n[[element]]\npartner = "esc"\nnumber = 99\nname = "Dogs"\ntopic = "dogs"\n', "an element of an unknown topic"),
        ("elements", '\n[[element]]\npartner = "moon"\nnumber = 99\nname = "Dogs"\ntopic = "training"\n', "an element of an unknown partner"),
    ],
)  # fmt: skip
def test_other_files_at_fault(file: str, added: str) -> None:
    """Sources, partners and elements are checked as well."""
    with pytest.raises(LawError):
        read(small(**{file: added}))


def test_a_missing_file_is_a_fault() -> None:
    """Nothing is read from half a law."""
    with pytest.raises(LawError):
        read({name: text for name, text in SMALL.items() if name != "options"})


# The packed law


def test_the_packed_law_is_the_same() -> None:
    """What is packed for the browser is what stands in the files, value by value."""

    def undated(entry: dict[str, str]) -> object:
        return date.fromisoformat(entry["$"]) if "$" in entry else entry

    law, again = read(TEXTS), law_of(json.loads(packed(TEXTS), object_hook=undated))
    for field in fields(law):
        if field.name not in {"books", "groups", "made"}:
            assert getattr(law, field.name) == getattr(again, field.name), field.name
    assert json.dumps(ask("overview", {}, law=law)) == json.dumps(ask("overview", {}, law=again))
    assert packed(TEXTS).isascii()


def test_a_law_at_fault_is_not_packed() -> None:
    """The file is checked before it is packed."""
    with pytest.raises(LawError):
        packed(small(parameters=PARAMETER + PARAMETER))


def test_packing_writes_one_file(tmp_path: Path) -> None:
    """The program that packs it writes what the function gives."""
    main(str(tmp_path / "law.json"))
    assert (tmp_path / "law.json").read_text("ascii") == packed(TEXTS)


def test_a_packed_law_is_loaded_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the browser the package holds it in one file; what it decides is the same."""
    main(str(tmp_path / "data" / "law.json"))
    monkeypatch.setattr(reading, "get_data", lambda _package, name: (tmp_path / name).read_bytes())
    again = load.__wrapped__()
    assert again.parameters == load().parameters
    assert ask("overview", {}, law=again) == ask("overview", {})


def test_a_value_that_is_no_number_is_none() -> None:
    """Who asks a flag for its number is told."""
    with pytest.raises(TypeError):
        _ = load().on(date(2026, 11, 26)).facts["secor-offered"].number


def test_the_package_loads_its_law_once() -> None:
    """Everyone who loads it has the same."""
    assert load() is load()


def test_there_are_questions_for_two_years_of_maintenance() -> None:
    """A law with a third one is refused, because nobody could answer for it; one year alone is a law."""
    old = 'id = "maintenance-years"'
    at = TEXTS["parameters"].index(old)
    for years, is_law in ((1, True), (2, True), (3, False)):
        moved = TEXTS["parameters"][at:].replace("value = 2", f"value = {years}", 1)
        texts = {**TEXTS, "parameters": TEXTS["parameters"][:at] + moved}
        if is_law:
            read(texts)
        else:
            with pytest.raises(LawError, match="maintenance-years"):
                read(texts)
