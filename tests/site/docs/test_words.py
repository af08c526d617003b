"""The words: every promised answer has its heading, every figure its fact, and every page reads easily."""

import re
import tomllib
from pathlib import Path

import pytest
from textstat import textstat

from cor_site.docs import pages_data
from cor_site.docs.inserts import facts
from cor_site.setup.paths import DOCS

from .prose import CALL, CODE, LINK, docs

HERE = Path(__file__).parent
STATEMENTS = tomllib.loads((HERE / "faq_statements.toml").read_text(encoding="utf-8"))["statement"]
QUESTIONS = tomllib.loads((HERE / "forty_questions.toml").read_text(encoding="utf-8"))["question"]

FEWEST_WORDS = 60
"""Fewer words than this have no reading grade worth the name."""

HIGHEST_GRADE = {"employers": 9}
HIGHEST_GRADE_ELSEWHERE = 11

BANNED = {
    r"\bplease\b": "say what to do",
    r"\bsimply\b": "nothing is simple to everyone",
    r"\b(?:e\.g|i\.e)\.": "write it out: no Latin",
    r"\b(?:etc\.|via|per annum|ad hoc|vice versa)(?=\W)": "write it out: no Latin",
    r"\bprogrammes?\b": "in Alberta it is a program",
    r"\butili[sz]e": "use",
    r"\bcertif(?:ying|ication) (?:body|bodies|agency|agencies|organization)\b": "certifying partner",
    r"\bsurveillance audits?\b": "maintenance audit",
    r"\bre-certif": "recertification",
    r"\b(?:trainee|student) auditors?\b": "candidate auditor",
    r"\bin-house auditors?\b": "internal auditor",
    r"\bthird-party auditors?\b": "external auditor",
    r"\bsub-contractor": "subcontractor",
    r"\bworksites?\b": "work site",
}

UNITS = (
    r"(?:%|percent|per cent|points?|years?|months?|weeks?|days?|hours?|employees|people|elements?|audits?|questions)"
)
WORDS = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen|twenty|thirty|forty|fifty|sixty|eighty|ninety)"
)
FIGURE = re.compile(
    rf"\$\d[\d,.]*|\b(?:\d[\d,]*(?:\.\d+)?|{WORDS})[ -]?(?:calendar |full |more )?{UNITS}(?!\w)", re.IGNORECASE
)
CITE = re.compile(r"\{\{ ?cite\(([^)]*)\)")
NO_FACT = {
    "auditors/independence.md": {"365 days": "what twelve months are not"},
    "auditors/scoring.md": dict.fromkeys(
        ["two elements", "300 points", "74%", "100 points", "95%", "84.5%"], "an example of our own"
    ),
    "about/how-it-decides.md": {
        "thirty days": "what a month is not",
        "six months": "how months are counted, on any period",
    },
}
"""What looks like a figure of the program and is none, by page, each with the reason."""


@pytest.mark.parametrize("entry", [*STATEMENTS, *QUESTIONS], ids=lambda entry: entry.get("says") or entry["asks"])
def test_each_statement_and_question_has_its_place(entry):
    """What the FAQ states and people ask stands under the heading that the table names, or is unpublished."""
    if "not_published" in entry:
        assert entry["not_published"] in facts.load().gaps
    else:
        assert entry["heading"] in docs()[entry["page"]].anchors


def test_forty_questions():
    """No fewer than forty questions are answered, each once."""
    asked = [entry["asks"] for entry in QUESTIONS]
    assert len(asked) >= 40
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("path", docs())
def test_what_to_read_next_is_a_page(path):
    """The page that a page names at its end is there."""
    assert docs()[path].meta.get("next", "index.md") in docs()


@pytest.mark.parametrize("path", [path for path, doc in docs().items() if len(doc.prose.split()) >= FEWEST_WORDS])
def test_reading_grade(path):
    """A page reads at its audience's grade: 9 for employers, 11 for auditors and the rest."""
    highest = HIGHEST_GRADE.get(path.split("/")[0], HIGHEST_GRADE_ELSEWHERE)
    grade = textstat.flesch_kincaid_grade(docs()[path].prose)
    assert grade <= highest, f"grade {grade:.1f}"


@pytest.mark.parametrize("path", docs())
def test_banned_words(path):
    """One thing has one name, and nothing is said in words that help nobody."""
    text = CODE.sub("", docs()[path].filled)
    found = {match[0]: instead for word, instead in BANNED.items() for match in re.finditer(word, text, re.IGNORECASE)}
    assert not found


@pytest.mark.parametrize("path", docs())
def test_no_figure_without_a_fact(path):
    """A figure is a parameter's value, or the words of a fact that its line cites: else a change of it is missed."""
    known = facts.load().entries
    missed = []
    for line in [docs()[path].meta["description"], *CODE.sub("", docs()[path].written).splitlines()]:
        cited = [fact for call in CITE.findall(line) for fact in re.findall(r'"([^"]+)"', call)]
        said = " ".join(known[fact].sentence for fact in cited).lower()
        written = LINK.sub(r"\g<text>", CALL.sub("", line))
        missed += [match[0].lower() for match in FIGURE.finditer(written) if match[0].lower() not in said]
    assert not set(missed) - NO_FACT.get(path, {}).keys()


def test_every_source_is_cited():
    """A source that neither a fact, an alternative nor a list of elements cites supports nothing."""
    known, data = facts.load(), pages_data.load()
    citing = [*known.entries.values(), *known.options]
    citing += [version for fact in known.entries.values() for version in fact.versions]
    cited = {citation.id for each in citing for citation in each.sources}
    cited |= {citation.id for instrument in data.instruments.values() for citation in instrument.sources}
    assert known.law.sources.keys() - cited == set()


def test_every_abbreviation_is_explained():
    """An abbreviation of the field stands in the glossary, where the tooltips come from."""
    glossary = set(re.findall(r"^\*\[(\w+)\]", (DOCS / "_glossary.md").read_text(encoding="utf-8"), re.MULTILINE))
    everywhere = " ".join(doc.prose for doc in docs().values())
    short = set(re.findall(r"\b[A-Z]{2,6}\b", everywhere))
    assert short <= glossary | NO_ABBREVIATION


NO_ABBREVIATION = {
    "MIT",
    "CSV",
    "JSON",
    "HTML",
    "CSS",
    "URL",
    "TOML",
    "SHA",
    "UTF",
    "OK",
    "API",
    "CPU",
    "MB",
    "KB",
    "CDN",
    "HTTP",
    "HTTPS",
    "MECOR",
}
"""Names of formats and measures that the readers of those pages know, and one that no source spells out."""
