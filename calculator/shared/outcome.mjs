/** The shape of what the rules answer, as the contract has it. Types alone: nothing is computed here. */

/** @typedef {import("../generated/types").CheckName} CheckName */
/** @typedef {import("../generated/types").PartnerId} PartnerId */
/** @typedef {import("../generated/types").Tone} Tone */
/** @typedef {import("../generated/types").DateName} DateName */
/** @typedef {import("../generated/types").DateState} DateState */
/** @typedef {"yes" | "no" | "not_covered" | "unknown"} Verdict */
/** @typedef {{ path: string, code: string, message: string }} Problem */
/** @typedef {{ name: DateName, date: string, kind: "from" | "by", rule: string, partners: PartnerId[] }} NamedDate */
/** @typedef {{ key: string, from: unknown, to: unknown, when: string | null }} Change */
/** @typedef {{ what: string, from: string, to: string, when: string | null }} ShownChange  `when`: until then waiting is enough */
/** @typedef {{ rule: string, met: Verdict, decisive: boolean, basis: string, statement: string, answer: string | null, needs: string | null, sources: string[], partners: PartnerId[] }} Finding */
/** @typedef {{ name: string | null, percent?: string | null, points_to_pass?: string | null, state?: string, missing?: string[] }} Element */
/**
 * @typedef {object} Result
 * @property {string} subject
 * @property {Verdict | null} verdict
 * @property {Tone} tone
 * @property {string} headline
 * @property {string | null} certificate
 * @property {string | null} stage
 * @property {NamedDate[]} dates
 * @property {Record<string, string | number>} figures
 * @property {Element[]} [elements]
 * @property {Record<PartnerId, Verdict> | null} by_partner
 * @property {Finding[]} findings
 * @property {string[]} open_questions
 * @property {Change[][]} changes
 * @property {{ text: string, href: string }[]} next_steps
 */
/**
 * One check in the overview: its result in short, or what it could not read.
 *
 * @typedef {object} Entry
 * @property {CheckName} check
 * @property {string} subject
 * @property {Verdict | null} verdict
 * @property {Tone} tone
 * @property {string} headline
 * @property {string | null} certificate
 * @property {string | null} stage
 * @property {NamedDate[]} dates
 * @property {Record<string, string | number>} figures
 * @property {string[]} open_questions
 * @property {string} href
 * @property {Problem[]} [problems]
 */
/**
 * @typedef {object} Outcome
 * @property {CheckName} check
 * @property {string} as_of
 * @property {string} ruleset
 * @property {PartnerId | null} partner
 * @property {Record<string, unknown>} answers
 * @property {Result[]} results  in the overview, of `Entry`
 * @property {{ rule: string, text: string }[]} assumptions
 * @property {{ code: string, text: string }[]} notices
 */

/**
 * What is shown of an outcome besides its own words: made in Python beside the outcome. `expired`: whether the
 * certificate has expired, so that nothing is shown as won; `head`: the check that comes first in an overview.
 *
 * @typedef {{ name: DateName, state: DateState }} DatedState
 * @typedef {{ kind: "bars", rows: { name: string, percent: string | null, known: boolean, line: string | null, below: boolean }[] }} Bars
 * @typedef {{ kind: "ties", from: string, audit: string, rows: { label: string, ended: string | null, ongoing: boolean, conflicts: boolean | null }[] }} Ties
 * @typedef {{ kind: "path", steps: { key: string, label: string, date: string | null, state: "done" | "next" | "ahead" | "missed" | "unknown" }[], by: string | null, latest: string | null }} Path
 * @typedef {{ label: string, from: string, by: string, latest: string, done: string | null, state: "done" | "due" | "overdue" | "missed" | "ahead" | "passed" | "unknown" }} CycleYear
 * @typedef {{ kind: "cycle", from: string, to: string, today: string, years: CycleYear[], recertify_by: string | null }} Cycle
 * @typedef {{ kind: "timeline", today: string, events: { name: DateName, label: string, date: string, state: DateState }[] }} Timeline
 * @typedef {Bars | Ties | Path | Cycle | Timeline} Drawing
 * @typedef {object} Drawn  what is shown of one result
 * @property {string} subject
 * @property {CheckName} check
 * @property {DatedState[]} dates  in the order of their days
 * @property {DateName[]} next  those to act on
 * @property {DateName[]} ahead  those that an overview tells
 * @property {string | null} idle  why an overview's check cannot apply
 * @property {Record<string, string>} figures  in words
 * @property {ShownChange[][]} changes
 * @property {{ text: string, href: string }[]} doors  into other checks, filled in
 * @property {Drawing | null} drawing
 *
 * @typedef {{ answers: Record<string, string>, expired: boolean, head: CheckName | null, beside: CheckName | null, results: Drawn[] }} Drawings
 */

export {};
