/** What the printed sheet says besides the answer: what was answered, for which day, by which rules, and the link. */

import { questionOf } from "../description.mjs";
import { h } from "../dom.mjs";
import { answerWords, dayWords } from "../words.mjs";

/** @typedef {import("../outcome.mjs").Outcome} Outcome */

/** @param {Outcome} outcome @param {readonly string[]} keys  in the check's order @param {string} link */
export function sheetPart(outcome, keys, link) {
  const given = keys.filter((key) => outcome.answers[key] !== undefined && outcome.answers[key] !== null);
  return h(
    "section",
    { class: "cor-sheet" },
    h("h3", { class: "cor-head" }, "Your answers"),
    h("dl", {}, ...given.map((key) => answered(key, outcome.answers[key]))),
    h(
      "p",
      {},
      `Worked out for ${dayWords(outcome.as_of)} with the rules in force since ${dayWords(outcome.ruleset)} (rule set ${outcome.ruleset}).`,
    ),
    h("p", { class: "cor-sheet-link" }, link),
  );
}

/** @param {string} key @param {unknown} answer */
function answered(key, answer) {
  const question = questionOf(key);
  return h("div", {}, h("dt", {}, question?.label ?? key), h("dd", {}, answerWords(question, answer)));
}
