/** What the printed sheet says besides the answer: what was answered, for which day, by which rules, and the link. */

import { questionOf } from "../../shared/description.mjs";
import { h } from "../../shared/dom.mjs";
import { dayWords } from "../../shared/words.mjs";

/** @typedef {import("../../shared/outcome.mjs").Outcome} Outcome */

/** A list of more items may go on in the next column. */
const FEW = 4;

/** @param {Outcome} outcome @param {Record<string, string>} answers  in words @param {string} link */
export function sheetPart(outcome, answers, link) {
  return h(
    "section",
    { class: "cor-sheet" },
    h("h3", { class: "cor-head" }, "Your answers"),
    h("dl", {}, ...Object.entries(answers).map(answered)),
    h(
      "p",
      {},
      `Worked out for ${dayWords(outcome.as_of)} with the rules in force since ${dayWords(outcome.ruleset)} (rule set ${outcome.ruleset}).`,
    ),
    h("p", { class: "cor-sheet-link" }, link),
  );
}

/** @param {[key: string, words: string]} answer */
function answered([key, words]) {
  return h(
    "div",
    { class: words.split("\n").length > FEW && "cor-long" },
    h("dt", {}, questionOf(key)?.label),
    h("dd", {}, words),
  );
}
