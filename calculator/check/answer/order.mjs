/** Which result is told first, and what Python has said to show beside it. */

/** @typedef {import("../../shared/outcome.mjs").Result} Result */
/** @typedef {import("../../shared/outcome.mjs").NamedDate} NamedDate */
/** @typedef {import("../../shared/outcome.mjs").DateState} DateState */
/** @typedef {import("../../shared/outcome.mjs").Drawings} Drawings */
/** @typedef {import("../../shared/outcome.mjs").Drawn} Drawn */
/** @typedef {NamedDate & { state: DateState, subject: string, check: string }} Dated */

/** Of many results, the nearer one is to a yes, the earlier it is told. */
const NEAREST = ["yes", "running", "open", "info", "ask", "not_yet", "no"];
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
  const rank = (/** @type {T} */ result) => (leads(result) ? -1 : many ? nearness(result) : 0);
  return [...results].sort((one, other) => rank(one) - rank(other));
}

/** The smaller, the nearer a result is to a yes. @param {{ tone: string }} result */
export function nearness({ tone }) {
  return NEAREST.indexOf(tone);
}

/** What is shown beside a result. @param {Drawings} drawings @param {string} check @param {string} subject @returns {Drawn | undefined} */
export function drawnOf(drawings, check, subject) {
  return drawings.results.find((drawn) => drawn.check === check && drawn.subject === subject);
}

/**
 * A result's dates in the order of their days, each in its tense, and those of them to act on next.
 *
 * @param {{ subject: string, dates: NamedDate[] }} result
 * @param {Drawn} drawn
 * @returns {{ dates: Dated[], next: Dated[] }}
 */
export function datesOf({ subject, dates }, drawn) {
  const told = drawn.dates.flatMap(({ name, state }) => {
    const date = dates.find((one) => one.name === name);
    return date ? [{ ...date, state, subject, check: drawn.check }] : [];
  });
  return { dates: told, next: told.filter(({ name }) => drawn.next.includes(name)) };
}
