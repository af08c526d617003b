/** Verdicts and findings by shape, word and colour, never by one alone. The shapes are in the page. */

import { h, svg } from "./dom.mjs";
import { verdictWords } from "./words.mjs";

/** @param {import("./words.mjs").Verdict} verdict */
export function mark(verdict) {
  return svg(
    "svg",
    { class: "cor-mark", "aria-hidden": "true", width: 24, height: 24 },
    svg("use", { href: `#cor-mark-${verdict}` }),
  );
}

/** @param {import("./result.mjs").Result} result */
export function verdictMark(result) {
  return result.verdict
    ? h("span", { class: `cor-word cor-${result.verdict}` }, mark(result.verdict), verdictWords(result))
    : null;
}
