/** Scores against their lines: one bar to a row, in a table that says the same in words. */

import { h, svg } from "../../shared/dom.mjs";
import { plain } from "../../shared/words.mjs";

/** @typedef {import("../../shared/outcome.mjs").Bars} Bars */

/** What stands in a score's place. */
const NOTHING = { known: "does not apply", open: "not known" };

/** @param {Bars} bars */
export function barsPart({ rows }) {
  const head = ["Element", "Score"].map((words) => h("th", { scope: "col" }, words));
  return h(
    "table",
    { class: "cor-table cor-scores" },
    h("thead", {}, h("tr", {}, ...head)),
    h("tbody", {}, ...rows.map((row) => bar(row))),
  );
}

/** @param {Bars["rows"][number]} row */
function bar({ name, percent, known, line, below }) {
  const words = percent === null ? NOTHING[known ? "known" : "open"] : `${plain(percent)}%`;
  return h(
    "tr",
    { "data-below": below },
    h("th", { scope: "row" }, name),
    h(
      "td",
      {},
      h(
        "span",
        { class: "cor-score-words" },
        h("strong", {}, words),
        line !== null && percent !== null && `, needs ${plain(line)}%`,
      ),
      percent !== null && picture(percent, line, below),
    ),
  );
}

/** @param {string} percent @param {string | null} line @param {boolean} below */
function picture(percent, line, below) {
  return svg(
    "svg",
    { class: "cor-bar-picture", width: "100%", height: 14, "aria-hidden": "true" },
    svg("rect", { x: 0, y: 3, width: "100%", height: 8, class: "cor-bar-all" }),
    svg("rect", { x: 0, y: 3, width: `${percent}%`, height: 8, class: below ? "cor-bar-below" : "cor-bar-reached" }),
    line === null ? null : svg("line", { x1: `${line}%`, x2: `${line}%`, y1: 0, y2: 14, class: "cor-bar-line" }),
  );
}
