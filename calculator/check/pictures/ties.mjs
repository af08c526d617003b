/** Ties on a line of time, against the time before the audit in which there may be none. */

import { h, svg } from "../../shared/dom.mjs";
import { dayWords, shortDay } from "../../shared/words.mjs";
import { scaleOf } from "./scale.mjs";

/** @typedef {import("../../shared/outcome.mjs").Ties} Ties */
/** @typedef {Ties["rows"][number]} Tie */

const ROW = 34; // pixels for a tie
const TOP = 20;
/** Percent of the width that a tie's name needs on a phone. */
const NAME = 36;

/** @param {Ties} ties */
export function tiesPart({ from, audit, rows }) {
  const drawn = rows.filter(({ ended, ongoing }) => ended || ongoing);
  if (!drawn.length) return null;
  const at = scaleOf([from, audit, ...drawn.flatMap(({ ended }) => ended ?? [])], 6, 94);
  const base = TOP + ROW * drawn.length + 6;
  const [left, right] = [at(from), at(audit)];
  return h(
    "figure",
    { class: "cor-picture" },
    svg(
      "svg",
      { width: "100%", height: base + 36, role: "img", "aria-label": inWords({ from, audit, rows: drawn }) },
      svg("rect", { x: `${left}%`, y: 4, width: `${right - left}%`, height: base - 4, class: "cor-window" }),
      ...drawn.flatMap((tie, row) => {
        const end = tie.ongoing ? 100 : at(tie.ended ?? audit);
        return line({ name: `Tie ${rows.indexOf(tie) + 1}`, from: nameFrom(left, right) }, tie, TOP + ROW * row, end);
      }),
      svg("line", { x1: "0%", x2: "100%", y1: base, y2: base, class: "cor-axis" }),
      svg("line", { x1: `${right}%`, x2: `${right}%`, y1: 4, y2: base + 4, class: "cor-today" }),
      svg(
        "text",
        { x: `${left}%`, y: base + 15, "text-anchor": left > 60 ? "end" : "start", class: "cor-tick" },
        `No ties from ${shortDay(from)}`,
      ),
      svg("text", { x: "99%", y: base + 30, "text-anchor": "end", class: "cor-tick" }, `Audit: ${shortDay(audit)}`),
    ),
  );
}

/** Where a tie's name begins, so that no edge of the grey field runs through it: before it, in it, or after it. @param {number} left @param {number} right */
export function nameFrom(left, right) {
  if (left >= NAME) return 0;
  return right - left >= NAME ? left : right;
}

/** One tie, from before the picture to its last day, or on and on. What conflicts has a thick line and a square end. @param {{ name: string, from: number }} label @param {Tie} tie @param {number} y @param {number} end */
function line({ name, from }, { ongoing, conflicts }, y, end) {
  const middle = y + ROW - 10;
  const look = conflicts ? "cor-tie cor-tie-conflicts" : "cor-tie";
  const mark = conflicts
    ? svg("rect", {
        x: `${end}%`,
        y: middle - 6,
        width: 12,
        height: 12,
        transform: "translate(-6 0)",
        class: "cor-tie-end cor-tie-conflicts",
      })
    : svg("circle", { cx: `${end}%`, cy: middle, r: 5, class: "cor-tie-end" });
  return [
    svg(
      "text",
      { x: `${from}%`, dx: 5, y: middle - 8, class: "cor-tick cor-tie-name" },
      name + (conflicts ? ": conflicts" : ""),
    ),
    svg("line", { x1: 0, x2: `${end}%`, y1: middle, y2: middle, class: look }),
    ongoing ? null : mark,
  ];
}

/** @param {{ from: string, audit: string, rows: Tie[] }} ties */
function inWords({ from, audit, rows }) {
  const told = rows.map(({ label, ended, ongoing, conflicts }) => {
    const until = ongoing ? "goes on" : `ended on ${dayWords(ended ?? "")}`;
    return `${label} ${until}${conflicts ? " and conflicts" : ""}.`;
  });
  return `The time before the audit without ties runs from ${dayWords(from)} to ${dayWords(audit)}. ${told.join(" ")}`;
}
