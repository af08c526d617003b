"""Every question, once: the same key is the same question with the same meaning in every check.

Reading, JSON Schema, the form, the link in the address bar, the CSV columns and the tables are made from this table.
`{parameter-id}` in a hint stands for the parameter's value.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from cor_calc.dates import FIRST, LAST
from cor_calc.engine.kinds import (
    UNSURE,
    Choice,
    Day,
    Field,
    Hundredths,
    Kind,
    ListOf,
    OrWord,
    Row,
    Text,
    Whole,
    note_unknown,
)
from cor_calc.engine.problems import Problems
from cor_calc.law import Law

Answers = Mapping[str, Any]
"""The known answers, by key. What is not known is not in it."""

NOT_YET: Final = "not_yet"
ONGOING: Final = "ongoing"
NOT_APPLICABLE: Final = "not_applicable"
PERCENT = Hundredths(100, "percent")
MONEY = Hundredths(10**9, "money")
POINTS = Hundredths(10**6, "points")
DATE = Day()
STEP = Day(((NOT_YET, "Not yet"),))
YES_NO = Choice((("yes", "Yes"), ("no", "No")))
EVIDENCE = Choice(
    (("in_place", "In place"), ("partly", "Partly"), ("missing", "Missing"), (NOT_APPLICABLE, "Does not apply"))
)


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        key: its name in answers.
        label: its words.
        noun: what it asks for within a sentence.
        kind: the kind of its answer.
        hint: what helps to answer it.
        names: of a list by element of an audit, the field of its rows for an element's name, "" where it has none.
    """

    key: str
    label: str
    noun: str
    kind: Kind
    hint: str = ""
    names: str | None = None


def _awarded_within(row: Mapping[str, Any], path: str, problems: Problems) -> None:
    if "awarded" in row and "possible" in row and row["awarded"] > row["possible"]:
        message = "Enter the points awarded as at most the points possible."
        problems.note(f"{path}.awarded", "out_of_range", message)


LINK = Row(
    (
        Field(
            "who",
            "Who has the tie?",
            "who has the tie",
            Choice(
                (
                    ("auditor", "The auditor"),
                    ("corporate_group", "The auditor’s firm or corporate group: a colleague, a sister company"),
                )
            ),
        ),
        Field(
            "kind",
            "What is the tie?",
            "the kind of the tie",
            Choice(
                (
                    ("employed", "Employed by the employer"),
                    ("contracted", "Under contract with the employer, for other work than this audit"),
                    ("advised", "Helped to build, run or improve the safety system: wrote the manual, gave advice"),
                    ("audited", "Did an earlier audit, and nothing else"),
                )
            ),
        ),
        Field("ended", "When did it end?", "the last day of the tie", Day(((ONGOING, "It has not ended"),))),
    )
)
ELEMENT = Row(
    (
        Field("name", "Element", "the name of the element", Text()),
        Field("awarded", "Points awarded", "the points awarded", POINTS),
        Field("possible", "Points possible", "the points possible", POINTS),
    ),
    _awarded_within,
)
INDUSTRY = Row(
    (
        Field("earnings", "Insurable earnings", "the insurable earnings", MONEY),
        Field("rate", "Industry rate for $100", "the industry rate", MONEY),
    )
)
TECHNIQUES = ("documents", "interviews", "observation")
READY = Row(
    (
        Field("element", "Element", "the name of the element", Text()),
        Field("documents", "Documents", "the documents", EVIDENCE),
        Field("interviews", "Interviews", "the interviews", EVIDENCE),
        Field("observation", "Observation", "the observation", EVIDENCE),
    )
)


_TABLE = (
    Question(
        "partner",
        "Which is your certifying partner?",
        "your certifying partner",
        Choice(()),  # see `questions`
        "Every certificate has exactly one. What it asks for is what counts.",
    ),
    Question(
        "employees",
        "How many employees do you have?",
        "the number of employees",
        Whole(1, 99999),
        "The most people covered by your WCB account at any one time in the last {headcount-look-back}.",
    ),
    Question(
        "records_since",
        "Since when do you keep records?",
        "the first day of the records",
        DATE,
        "The first day from which your records of the system in use have no gap.",
    ),
    Question(
        "audit_date",
        "When does the audit begin?",
        "the first day of the audit",
        DATE,
        "The first day of the certification or recertification audit, planned or past.",
    ),
    Question(
        "documentation_months",
        "How many full months of records do you have?",
        "the months of records",
        Whole(0, 1200, "months"),
        "Counted back from the audit without a gap. You need this only if you have no dates.",
    ),
    Question(
        "assessor",
        "Who does the certification audit?",
        "who does the certification audit",
        Choice(
            (
                ("external_auditor", "A certified external auditor"),
                ("peer_auditor", "A peer auditor from another employer"),
                ("own_staff", "Someone on your own staff"),
            )
        ),
        "The certification or recertification audit itself, not the maintenance audits between.",
    ),
    Question(
        "overall_score",
        "What is the overall score?",
        "the overall score",
        PERCENT,
        "Of the certification or recertification audit, in percent, as the audit tool shows it.",
    ),
    Question(
        "element_scores",
        "What is the score of each element?",
        "the element scores",
        ListOf(OrWord(PERCENT, ((NOT_APPLICABLE, "Does not apply"),)), 1, 50, "the score of each element"),
        "In percent, one for each element of the audit, in the order of your certifying partner.",
        names="",
    ),
    Question(
        "audit_purpose",
        "What is the audit for?",
        "the purpose of the audit",
        Choice(
            (
                ("certification", "Certification"),
                ("recertification", "Recertification"),
                ("maintenance", "Maintenance"),
            )
        ),
    ),
    Question(
        "links",
        "Which ties to the employer are there?",
        "the ties to the employer",
        ListOf(LINK, 0, 50, "each tie"),
        "Every tie of the auditor, or of the auditor’s firm or corporate group, ended or not: a job, a contract, "
        "advice, a manual that they wrote. Leave out the contract for this very audit. Of a tie to a sister company of "
        "the employer we found no rule: ask your certifying partner.",
    ),
    Question(
        "module_1_completed",
        "When did you complete Module 1?",
        "the day of Module 1",
        STEP,
        "The course on building a safety system, or your partner’s own first course.",
    ),
    Question(
        "module_12_completed",
        "When did you complete Module 12?",
        "the day of Module 12",
        STEP,
        "The last day of the internal auditor course, or of your partner’s own auditor course.",
    ),
    Question(
        "audit_completed",
        "When did you complete the qualifying audit?",
        "the day of the qualifying audit",
        STEP,
        "Ask your certifying partner whether that means the field work or the report.",
    ),
    Question("program", "Which program?", "the program", Choice((("cor", "COR"), ("secor", "SECOR")))),
    Question(
        "certificate",
        "How long does the certificate last?",
        "the kind of certificate",
        Choice(
            (
                ("standard", "Standard"),
                ("one_year", "One year"),
            )
        ),
        "A standard one lasts {standard-certificate-years}.",
    ),
    Question(
        "certified_on",
        "What is the date on the certificate?",
        "the date on the certificate",
        DATE,
        "The day from which it holds.",
    ),
    Question(
        "certification_audit_ended",
        "When did the certification audit end?",
        "the last day of the certification audit",
        DATE,
        "The last day of its field work. The years of maintenance count from this day’s year. "
        "Left empty, the date on the certificate stands for it.",
    ),
    Question(
        "maintenance_audit_ended",
        "When does the maintenance audit end?",
        "the last day of the maintenance audit",
        DATE,
        "The last day of its field work, planned or past.",
    ),
    Question(
        "maintenance_assessor",
        "Who does the maintenance audit?",
        "who does the maintenance audit",
        Choice(
            (
                ("external_auditor", "A certified external auditor"),
                ("internal_auditor", "Your own certified internal auditor"),
                ("candidate_auditor", "A candidate, as the audit that qualifies them"),
                ("other", "Someone else"),
            )
        ),
    ),
    Question(
        "maintenance_score",
        "What is the overall score of the maintenance audit?",
        "the score of the maintenance audit",
        PERCENT,
        "In percent, as the audit tool shows it.",
    ),
    Question(
        "first_maintenance",
        "When was the first maintenance audit accepted?",
        "the first maintenance audit",
        STEP,
        "The last day of the accepted audit’s field work, or the day an approved alternative was accepted.",
    ),
    Question(
        "second_maintenance",
        "When was the second maintenance audit accepted?",
        "the second maintenance audit",
        STEP,
        "The last day of the accepted audit’s field work, or the day an approved alternative was accepted.",
    ),
    Question(
        "last_overall_score",
        "What was the overall score of the last certification audit?",
        "the score of the last certification audit",
        PERCENT,
    ),
    Question(
        "years_certified",
        "For how many full years in a row have you been certified?",
        "the years certified",
        Whole(0, 60, "years"),
    ),
    Question(
        "certification_audits",
        "How many certification audits have you passed?",
        "the certification audits passed",
        Whole(0, 20, "audits"),
        "Recertifications included.",
    ),
    Question(
        "auditor_on_staff",
        "Is there a certified auditor on your staff?",
        "whether an auditor is on your staff",
        YES_NO,
    ),
    Question(
        "orders_in_cycle",
        "Has the government issued safety orders to you in this cycle?",
        "whether there were orders in this cycle",
        YES_NO,
        "Orders of an occupational health and safety officer.",
    ),
    Question(
        "last_maintenance",
        "What was your last maintenance?",
        "the last maintenance",
        Choice(
            (
                ("audit", "A maintenance audit"),
                ("alternative", "An approved alternative"),
                ("none", "There was none yet"),
            )
        ),
    ),
    Question(
        "last_plan_percent",
        "How much of the last plan was completed?",
        "how much of the last plan was completed",
        PERCENT,
        "In percent, as your certifying partner rated it.",
    ),
    Question(
        "maintenance_year", "For which calendar year?", "the year of the maintenance", Whole(FIRST.year, LAST.year)
    ),
    Question(
        "auditor_certified_on",
        "When did the auditor’s certification begin?",
        "the start of the auditor’s cycle",
        DATE,
        "The first day of the current cycle.",
    ),
    Question("refresher_on", "When did the auditor take the refresher?", "the refresher", STEP),
    Question(
        "audits",
        "On which days did the auditor’s audits end?",
        "the auditor’s audits",
        ListOf(DATE, 0, 50, "the day of each audit"),
        "Those of the current cycle.",
    ),
    Question(
        "elements",
        "How many points does each element have?",
        "the points of each element",
        ListOf(ELEMENT, 1, 50, "each element"),
        "Points possible without the questions that do not apply. An element with 0 possible does not apply.",
        names="name",
    ),
    Question(
        "evidence",
        "What evidence is there for each element?",
        "the evidence for each element",
        ListOf(READY, 1, 20, "each element"),
        names="element",
    ),
    Question(
        "last_link_ended",
        "When did the auditor’s last tie to the employer end?",
        "the end of the auditor’s last tie",
        DATE,
        "The last day of employment, contract or advice.",
    ),
    Question(
        "field_work_started",
        "When does the field work start?",
        "the first day of the field work",
        DATE,
        "The first day on site, or of reviewing documents.",
    ),
    Question("field_work_ended", "When does the field work end?", "the last day of the field work", DATE),
    Question(
        "corrections_asked_on",
        "When were corrections asked for?",
        "the day on which corrections were asked for",
        DATE,
    ),
    Question(
        "industry_rated_premium",
        "What is your industry-rated premium?",
        "the industry-rated premium",
        MONEY,
        "For the year, in Canadian dollars: insurable earnings ÷ 100 × your industry’s rate, not your own rate.",
    ),
    Question(
        "industries",
        "Which industries are you rated in?",
        "the industries",
        ListOf(INDUSTRY, 1, 20, "each industry"),
        "One row for each industry code. You need this only if you do not know the premium.",
    ),
    Question(
        "refund_year",
        "Which year of the certificate is it?",
        "the year of the COR",
        Choice(
            (
                ("first", "The first year"),
                ("maintained", "A later year, maintained"),
            )
        ),
    ),
    Question(
        "improvement_percent",
        "By how much did your claim costs improve?",
        "the improvement",
        PERCENT,
        "In percent, as WCB-Alberta works it out.",
    ),
    Question(
        "leader_percent",
        "What does WCB grant you for leading your industry?",
        "the industry leader’s refund",
        PERCENT,
        "In percent, if WCB-Alberta grants one.",
    ),
)
QUESTIONS: Mapping[str, Question] = {question.key: question for question in _TABLE}
"""Every question by its key, but for what only a law can say: see `questions`."""


def questions(law: Law) -> Mapping[str, Question]:
    """Return every question by its key: the partners of a law are those to choose from, its first year the earliest."""
    kept = (law.begins[0], "questions")
    if kept not in law.made:
        partners = tuple((partner.id, f"{partner.short}: {partner.name}") for partner in law.partners.values())
        kinds: dict[str, Kind] = {
            "partner": Choice(partners),
            "maintenance_year": Whole(law.begins[0].year, LAST.year),
        }
        law.made[kept] = {**QUESTIONS, **{key: replace(QUESTIONS[key], kind=kind) for key, kind in kinds.items()}}
    made: Mapping[str, Question] = law.made[kept]
    return made


def read_answers(
    keys: Iterable[str], raw: Mapping[str, Any], law: Law, problems: Problems
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the known answers, and all given ones as JSON in the order of `keys`; every problem is noted."""
    asked, known, given = questions(law), {}, {}
    note_unknown(raw, list(keys), "", problems)
    for key in keys:
        value = raw.get(key)
        if value is None:
            continue
        if value == UNSURE:
            given[key] = UNSURE
            continue
        question = asked[key]
        read = question.kind.read(value, key, question.noun, problems)
        if read is not None:
            known[key] = read
            given[key] = question.kind.write(read, value)
    return known, given


def written_answers(answers: Answers) -> dict[str, Any]:
    """Return known answers as JSON values; what is not known of a list's items is null."""
    return {key: QUESTIONS[key].kind.write(value) for key, value in answers.items()}


def shown(key: str, answers: Answers) -> str | None:
    """Return an answer as a person reads it, or None where it is not known."""
    return QUESTIONS[key].kind.shown(answers[key]) if key in answers else None
