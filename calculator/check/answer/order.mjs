/** Which result is told first, and which of its dates: choices of what to show, made from what the rules have said. */

/** @typedef {import("../outcome.mjs").Result} Result */
/** @typedef {import("../outcome.mjs").NamedDate} NamedDate */
/** @typedef {import("../outcome.mjs").DateState} DateState */
/** @typedef {import("../outcome.mjs").Drawings} Drawings */
/** @typedef {NamedDate & { state: DateState | undefined, subject: string, check?: string }} Dated */

/** Of many results, the nearer one is to a yes, the earlier it is told. */
const NEAREST = ["yes", "running", "open", "info", "ask", "not_yet", "no"];
const MOST = 2;
/** Two results stand in the check's own order. */
const PAIR = 2;

/**
 * The results in the order in which they are told: two in that of the check, more of them by what they say. `first` names a subject that comes first while a rule is met:
 * SECOR, where the employer is small enough for it.
 *
 * @template {{ subject: string, tone: string, findings?: { rule: string, met: string }[] }} T
 * @param {T[]} results
 * @param {{ subject: string, rule: string } | null} [first]
 * @returns {T[]}
 */
export function ordered(results, first = null) {
  const leads = (/** @type {T} */ { subject, findings }) =>
    first?.subject === subject && findings?.some(({ rule, met }) => rule === first.rule && met === "yes");
  const many = results.length > PAIR;
  const rank = (/** @type {T} */ result) => (leads(result) ? -1 : many ? NEAREST.indexOf(result.tone) : 0);
  return [...results].sort((one, other) => rank(one) - rank(other));
}

/**
 * A result's dates with the tense of each.
 *
 * @param {{ subject: string, check?: string, dates: NamedDate[] }} result
 * @param {number} at  its place among the outcome's results
 * @param {Drawings | undefined} drawings
 * @returns {Dated[]} in the order of their days
 */
export function datesOf({ subject, check, dates }, at, drawings) {
  const states = new Map(drawings?.results[at]?.dates.map(({ name, state }) => [name, state]));
  return dates
    .map((date) => ({ ...date, state: states.get(date.name), subject, check }))
    .sort((one, other) => one.date.localeCompare(other.date));
}

/**
 * The dates to act on next, at most two, in the order of their days: the first that is due, what is possible already,
 * and what is possible next.
 *
 * @param {Dated[]} dates  in the order of their days
 * @returns {Dated[]}
 */
export function nextDates(dates) {
  const first = (/** @type {DateState} */ state) => dates.find((date) => date.state === state);
  const due = first("overdue") ?? first("due");
  const open = dates.filter(({ state }) => state === "open_since").at(-1);
  const found = [due, open, first("opens"), first("ends")].filter((date) => date !== undefined);
  return found.slice(0, MOST).sort((one, other) => one.date.localeCompare(other.date));
}
