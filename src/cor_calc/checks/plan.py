"""Plan: the dates ahead, each from the rule that sets it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cor_calc.answers import Unanswered, ask
from cor_calc.calendar import DATE_RULES, FIELD_WORK, rule_of
from cor_calc.check import Check
from cor_calc.checks.internal_auditor import deadline
from cor_calc.checks.maintenance import CERTIFICATE, PROGRAM
from cor_calc.dates import add_months, in_words
from cor_calc.facts import bounds, fact
from cor_calc.kinds import Day
from cor_calc.outcome import Assumption, Explained, Finding, Judgement, Result, Step, Verdict, assume
from cor_calc.tables import basis, markdown
from cor_calc.ties import free_from
from cor_calc.validity import SECOR, certificate_dates

_DAY = Day(*bounds("day"))


@dataclass(frozen=True, slots=True)
class Plan:
    """The answers."""

    program: str | Unanswered = ask("Which program?", noun="the program", kind=PROGRAM)
    certificate: str | Unanswered = ask(
        "How long does the certificate last?", noun="the kind of certificate", kind=CERTIFICATE
    )
    records_since: date | Unanswered = ask(
        "Since when do you have records?",
        noun="the first day of your records",
        kind=_DAY,
        hint="Records of your system in use, without a gap.",
    )
    certified_on: date | Unanswered = ask(
        "When were you certified?",
        noun="the date of certification",
        kind=_DAY,
        hint="The date on the certificate. At some partners it is the last day on site of the audit.",
    )
    module_12_completed: date | Unanswered = ask(
        "When was Module 12 completed?",
        noun="the day on which Module 12 was completed",
        kind=_DAY,
        hint=fact("internal-auditor-module-12").shown(),
    )
    last_link_ended: date | Unanswered = ask(
        "When did the auditor's last tie to the employer end?",
        noun="the last day of the auditor's last tie",
        kind=_DAY,
        hint="Employment, a contract or advice, by the auditor or the auditor's corporate group.",
    )
    field_work_started: date | Unanswered = ask(
        "When did the field work start?", noun="the first day of the field work", kind=_DAY
    )
    field_work_ended: date | Unanswered = ask(
        "When did the field work end?", noun="the last day of the field work", kind=_DAY
    )


def plan_dates(answers: Plan) -> dict[str, date]:
    """Return every date whose answers are given, in the order of DATE_RULES."""
    dates: dict[str, date] = {}
    since, started, ended = answers.records_since, answers.field_work_started, answers.field_work_ended
    if isinstance(since, date):
        dates["one_year_audit_from"] = add_months(since, fact("documentation-minimum").number)
        dates["standard_audit_from"] = add_months(since, fact("documentation-standard").number)
    if isinstance(answers.last_link_ended, date):
        dates["independent_from"] = free_from(answers.last_link_ended)
    if isinstance(answers.module_12_completed, date):
        dates["audit_deadline"] = deadline(answers.module_12_completed)
    dates |= certificate_dates(answers.certificate, answers.certified_on)
    if isinstance(started, date) and answers.program in FIELD_WORK:
        days = fact(FIELD_WORK[str(answers.program)]).number
        dates["field_work_by"] = started + timedelta(days=days)
    if isinstance(ended, date):
        dates["report_by"] = ended + timedelta(days=fact("report-days").number)
    return dates


def judge(answers: Plan, _on: date) -> tuple[Judgement, ...]:
    """Return the dates; nothing is decided."""
    return (Judgement("plan", None, dates=plan_dates(answers)),)


def explain(answers: Plan, on: date) -> Explained:
    """Return the dates, the rule behind each, and which comes next."""
    (judgement,) = judge(answers, on)
    result = Result(
        judgement,
        headline=_headline(judgement, on),
        findings=tuple(_findings(answers, judgement)),
        next_steps=tuple(_next_steps(judgement)),
    )
    return Explained((result,), tuple(_assumptions(judgement)))


def _headline(judgement: Judgement, on: date) -> str:
    if not judgement.dates:
        return "Enter a date to see what follows from it."
    ahead = {name: day for name, day in judgement.dates.items() if day >= on}
    if not ahead:
        return "All dates that follow from your answers are gone by."
    name = min(ahead, key=lambda each: ahead[each])
    return f"Next: {DATE_RULES[name][1]} {in_words(ahead[name])}."


def _findings(answers: Plan, judgement: Judgement) -> Iterable[Finding]:
    for name, day in judgement.dates.items():
        rule = rule_of(name, answers)
        yield Finding(rule, Verdict.YES, False, fact(rule).sentence(), in_words(day), DATE_RULES[name][1])  # noqa: FBT003


def _next_steps(judgement: Judgement) -> Iterable[Step]:
    if "standard_audit_from" in judgement.dates:
        yield Step("See which records count", "employers/documentation/")
    if "expires_on" in judgement.dates:
        yield Step("See what keeps the certificate", "employers/keeping/")
    if "report_by" in judgement.dates or "field_work_by" in judgement.dates:
        yield Step("See the auditor's timeline", "auditors/timeline/")


def _assumptions(judgement: Judgement) -> Iterable[Assumption]:
    reasons = {
        "standard_audit_from": ("documentation-counted-back",),
        "independent_from": ("independence-anniversary",),
        "audit_deadline": ("internal-auditor-period-counted",),
        "expires_on": ("certificate-last-day",),
        "first_maintenance_by": ("maintenance-due", "maintenance-due-first", "maintenance-due-second"),
    }
    for name, rules in reasons.items():
        if name in judgement.dates:
            yield from assume(*rules)


def _table() -> str:
    rows = [[f"{label} …", fact(rule).sentence(), basis(rule)] for rule, label in DATE_RULES.values()]
    secor = FIELD_WORK[SECOR]
    rows.append(["Field work done by … (SECOR)", fact(secor).sentence(), basis(secor)])
    return markdown(["Date", "Rule", "Basis"], rows)


CHECK = Check(
    name="plan",
    title="Which dates lie ahead?",
    summary="See every date that follows from your records, your certificate, your auditor's ties and the field work.",
    answers=Plan,
    subjects=("plan",),
    judge=judge,
    explain=explain,
    table=_table,
    dates=tuple(DATE_RULES),
)
