/**
 * What the overview tells first: which checks were begun, which dates are ahead, which question decides the most. Python
 * says which check heads it, which cannot apply, and which dates count.
 */

import { datesOf, drawnOf, nearness, ordered } from "../answer/order.mjs";

/** @typedef {import("../../shared/outcome.mjs").Outcome} Outcome */
/** @typedef {import("../../shared/outcome.mjs").Entry} Entry */
/** @typedef {import("../../shared/outcome.mjs").Drawings} Drawings */
/** @typedef {import("../answer/order.mjs").Dated} Dated */
/** @typedef {{ name: string, keys: readonly string[] }} Asking  a check and what it asks */
/** @typedef {{ entry: Entry, dates: Dated[], next: Dated[], ahead: Dated[], doors: Door[] }} Told */
/** @typedef {{ text: string, href: string }} Door */
/** @typedef {{ check: string, told: Told[], idle: string | null }} Group  one check, whose results come in the order in which they are told; `idle`: why it cannot apply */
/** @typedef {{ head: Group | undefined, beside: Group | undefined, begun: Group[], idle: Group[], rest: Group[], dates: Dated[], questions: { key: string, decides: number }[] }} Standing */

/** Asked by nearly every check, so that an answer to it alone begins none. */
const SHARED = new Set(["partner"]);

/**
 * @param {Outcome} outcome
 * @param {Drawings} drawings
 * @param {readonly Asking[]} checks
 * @returns {Standing}
 */
export function standingOf(outcome, drawings, checks) {
  const entries = /** @type {Entry[]} */ (/** @type {unknown} */ (outcome.results));
  const told = entries.map((entry) => toldOf(entry, drawings));
  const groups = checks.flatMap(({ name, keys }) => {
    const own = told.filter(({ entry }) => entry.check === name);
    const order = ordered(own.map(({ entry }) => entry));
    own.sort((one, other) => order.indexOf(one.entry) - order.indexOf(other.entry));
    const idle = drawings.results.find((drawn) => drawn.check === name)?.idle ?? null;
    return own.length
      ? [{ check: name, told: own, idle, isBegun: keys.some((key) => isAnswered(key, outcome.answers)) }]
      : [];
  });
  const begun = groups.filter(({ isBegun, idle }) => isBegun && !idle);
  return {
    head: headOf(begun, drawings),
    beside: begun.find(({ check }) => check === drawings.beside),
    begun,
    idle: groups.filter(({ isBegun, idle }) => isBegun && idle),
    rest: groups.filter(({ isBegun }) => !isBegun),
    dates: ahead(told),
    questions: deciding(begun.length ? begun : groups),
  };
}

/** Its results come the nearer to a yes the earlier: the dates stand beside what can be had. @param {Group[]} begun @param {Drawings} drawings */
function headOf(begun, { head: check }) {
  const head = begun.find((group) => group.check === check);
  head?.told.sort(({ entry: one }, { entry: other }) => nearness(one) - nearness(other));
  return head;
}

/** @param {Entry} entry @param {Drawings} drawings @returns {Told} */
function toldOf(entry, drawings) {
  const drawn = drawnOf(drawings, entry.check, entry.subject);
  if (!drawn) return { entry, dates: [], next: [], ahead: [], doors: [] };
  const { dates, next } = datesOf(entry, drawn);
  return { entry, dates, next, ahead: dates.filter(({ name }) => drawn.ahead.includes(name)), doors: drawn.doors };
}

/** @param {string} key @param {Record<string, unknown>} answers */
function isAnswered(key, answers) {
  const answer = answers[key];
  return !SHARED.has(key) && answer !== undefined && answer !== null && answer !== "unsure";
}

/** The dates of all checks that are ahead, each once. @param {Told[]} told */
function ahead(told) {
  /** @type {Map<string, Dated>} */
  const found = new Map();
  for (const date of told.flatMap((one) => one.ahead)) {
    const name = `${date.name} ${date.date}`;
    if (!found.has(name)) found.set(name, date);
  }
  return [...found.values()].sort((one, other) => one.date.localeCompare(other.date));
}

/** The open questions, first the one that most results wait for. @param {Group[]} groups */
function deciding(groups) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { entry } of groups.flatMap(({ told }) => told))
    for (const key of entry.open_questions ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, decides]) => ({ key, decides })).sort((one, other) => other.decides - one.decides);
}
