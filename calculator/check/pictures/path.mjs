/** The way to a title as its steps: what is done, what is next, what was missed, each by shape and word. */

import { h } from "./dom.mjs";
import { mark } from "./marks.mjs";
import { dayWords } from "./words.mjs";

/** @typedef {import("./result.mjs").Outcome} Outcome */
/** @typedef {import("./result.mjs").Result} Result */

const STEPS = {
  module_1: "Module 1",
  module_12: "Module 12",
  audit: "The audit",
  quality_assurance: "Quality assurance",
};
const MISSED = "missed";

/**
 * The steps to internal auditor, once it is known at which of them someone stands.
 *
 * @param {Result} result
 * @param {Outcome} outcome
 * @returns {HTMLElement[]}
 */
export function pathPart({ stage }, { answers }) {
  const names = Object.keys(STEPS);
  const missed = stage === MISSED;
  const at = names.indexOf(missed ? "audit" : (stage ?? ""));
  if (at < 0) return [];
  const steps = Object.entries(STEPS).map(([name, words], place) => {
    const state = place < at ? "done" : place > at ? "later" : missed ? MISSED : "next";
    return step(words, state, answers[`${name}_completed`]);
  });
  return [h("ol", { class: "cor-path", "aria-label": "Steps to internal auditor" }, ...steps)];
}

/** @type {Record<string, import("./words.mjs").Verdict>} */
const SHAPES = { done: "yes", missed: "no", next: "unknown" };

/** @param {string} words @param {string} state @param {unknown} day */
function step(words, state, day) {
  const shape = SHAPES[state];
  const when = state === "done" && /^\d/u.test(String(day ?? "")) ? dayWords(String(day)) : state;
  return h(
    "li",
    { class: `cor-step cor-${shape ?? "later"}`, "aria-current": state === "next" && "step" },
    shape ? mark(shape) : h("span", { class: "cor-mark cor-later-mark", "aria-hidden": "true" }),
    h("strong", {}, words),
    " ",
    h("small", {}, when),
  );
}
