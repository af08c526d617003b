/** Scores against their lines: one bar to a row, in a table that says the same in words. */

import { h, svg } from "./dom.mjs";
import { VERSION } from "./fragment.mjs";
import { ROOT } from "./names.mjs";
import { plain } from "./words.mjs";

/** @typedef {import("./names.mjs").Names} Names */
/** @typedef {import("./result.mjs").Result} Result */

/**
 * A result's scores, each beside its line. The lines are those of the rules that the findings name: the overall score's first.
 *
 * @param {Result} result
 * @param {Names} names
 * @returns {HTMLElement[]}
 */
export function picturePart(result, names) {
  const { overall, points_to_pass: missing } = result.figures;
  const elements = result.elements ?? [];
  if (overall === undefined && !elements.length) return [];
  const [overallLine, elementLine] = result.findings.map(({ rule }) => names.lines[rule]);
  const rows =
    elementLine === undefined
      ? []
      : elements.map((element, at) =>
          row(element.name || `Number ${at + 1}`, element.percent, elementLine, element.points_to_pass),
        );
  const whole = overall === undefined ? [] : [row("Overall", String(overall), overallLine, String(missing ?? ""))];
  if (!whole.length && !rows.length) return [];
  const head = ["Element", "Score against its line", "Points missing"].map((words) => h("th", { scope: "col" }, words));
  return [
    h(
      "table",
      { class: "cor-table cor-scores" },
      h("thead", {}, h("tr", {}, ...head)),
      h("tbody", {}, ...whole, ...rows),
    ),
  ];
}

/** @param {string} name @param {string | null} percent @param {number | undefined} line @param {string} missing */
function row(name, percent, line, missing) {
  const words = percent === null ? "does not apply, or not known yet" : `${plain(percent)}%`;
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, name),
    h(
      "td",
      {},
      words,
      line !== undefined && percent !== null && h("small", {}, ` of ${line}% needed`),
      percent !== null && bar(percent, line, Number(missing) > 0),
    ),
    h("td", {}, percent !== null && (Number(missing) > 0 ? plain(missing) : "none")),
  );
}

/** @param {string} percent @param {number | undefined} line @param {boolean} below */
function bar(percent, line, below) {
  return svg(
    "svg",
    { class: "cor-bar", width: "100%", height: 14, "aria-hidden": "true" },
    svg("rect", { x: 0, y: 3, width: "100%", height: 8, class: "cor-bar-all" }),
    svg("rect", { x: 0, y: 3, width: `${percent}%`, height: 8, class: below ? "cor-bar-below" : "cor-bar-reached" }),
    line === undefined ? null : svg("line", { x1: `${line}%`, x2: `${line}%`, y1: 0, y2: 14, class: "cor-bar-line" }),
  );
}

const CARRIED_TO = "check/certification/";

/**
 * The address of a next step; to the certification check it takes the scores along, once all are known.
 *
 * @param {Result} result
 * @param {string} href relative to the site's root
 */
export function carrying({ figures, elements }, href) {
  const scores = (elements ?? []).map(({ percent }) => percent).filter((percent) => percent !== null);
  const known = href === CARRIED_TO && figures.overall !== undefined && scores.length;
  return new URL(
    known ? `${href}#v=${VERSION}&overall_score=${figures.overall}&element_scores=${scores.join(",")}` : href,
    ROOT,
  ).href;
}
