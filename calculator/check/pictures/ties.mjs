/** Ties on a line of time, against the months before the audit in which there may be none. It draws; the rules judge. */

import { h, svg } from "./dom.mjs";
import { dayWords } from "./words.mjs";

/** @typedef {import("./names.mjs").Names} Names */
/** @typedef {import("./result.mjs").Outcome} Outcome */
/** @typedef {import("./result.mjs").Result} Result */
/** @typedef {{ number: number, ended: string }} Tie */

const ROW = 26; // pixels for a tie
const TOP = 22;
const ONGOING = "ongoing";

/**
 * @param {Result} result
 * @param {Outcome} outcome
 * @param {Names} names
 * @returns {HTMLElement[]}
 */
export function tiesPart(result, { answers }, names) {
  const months = result.findings.map(({ rule }) => names.months[rule]).find((found) => found !== undefined);
  const audit = answers.audit_date;
  const links = /** @type {{ ended?: string }[]} */ (Array.isArray(answers.links) ? answers.links : []);
  const ties = links.flatMap(({ ended }, at) => (ended && ended !== "unsure" ? [{ number: at + 1, ended }] : []));
  if (months === undefined || typeof audit !== "string" || !/^\d/u.test(audit) || !ties.length) return [];
  return [h("div", {}, picture(ties, monthsBefore(audit, months), audit, months))];
}

/** @param {Tie[]} ties @param {string} start @param {string} audit @param {number} months */
function picture(ties, start, audit, months) {
  const days = [start, audit, ...ties.map(({ ended }) => ended).filter((ended) => ended !== ONGOING)].map(Date.parse);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const at = (/** @type {string} */ day) => 6 + (88 * (Date.parse(day) - first)) / (last - first || 1);
  const base = TOP + ROW * ties.length + 6;
  const [from, to] = [at(start), at(audit)];
  const shape = { class: "cor-picture", width: "100%", height: base + 36, role: "img" };
  return svg(
    "svg",
    { ...shape, "aria-label": inWords(ties, start, audit, months) },
    svg("rect", { x: `${from}%`, y: 4, width: `${to - from}%`, height: base - 4, class: "cor-window" }),
    svg(
      "text",
      { x: `${(from + to) / 2}%`, y: 17, "text-anchor": "middle", class: "cor-tick" },
      `${months} months before`,
    ),
    ...ties.flatMap((tie, row) => bar(tie, TOP + ROW * row, tie.ended === ONGOING ? 100 : at(tie.ended))),
    svg("line", { x1: "1%", x2: "99%", y1: base, y2: base, class: "cor-axis" }),
    svg("line", { x1: `${to}%`, x2: `${to}%`, y1: 4, y2: base + 4, class: "cor-today" }),
    svg(
      "text",
      { x: `${Math.max(from, 1)}%`, y: base + 16, "text-anchor": "start", class: "cor-tick" },
      dayWords(start),
    ),
    svg("text", { x: "99%", y: base + 31, "text-anchor": "end", class: "cor-tick" }, `Audit: ${dayWords(audit)}`),
  );
}

/** One tie, from before the picture to its last day, or on and on. @param {Tie} tie @param {number} y @param {number} end */
function bar({ number, ended }, y, end) {
  const middle = y + ROW - 8;
  return [
    svg("text", { x: "1%", y: middle - 5, class: "cor-tick cor-tie-name" }, `Tie ${number}`),
    svg("line", { x1: 0, x2: `${end}%`, y1: middle, y2: middle, class: "cor-tie" }),
    ended === ONGOING ? null : svg("circle", { cx: `${end}%`, cy: middle, r: 4.5, class: "cor-tie-end" }),
  ];
}

/** @param {Tie[]} ties @param {string} start @param {string} audit @param {number} months */
function inWords(ties, start, audit, months) {
  const told = ties.map(
    ({ number, ended }) => `Tie ${number} ${ended === ONGOING ? "goes on" : `ended on ${dayWords(ended)}`}.`,
  );
  return `The ${months} months before the audit, from ${dayWords(start)} to ${dayWords(audit)}. ${told.join(" ")}`;
}

/** The same day some months earlier, or that month's last. @param {string} iso @param {number} months */
function monthsBefore(iso, months) {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}
