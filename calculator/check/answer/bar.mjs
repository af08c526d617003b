/** The strip that stays in view under the form: what the page is doing, and the answer in short. */

import { h } from "./dom.mjs";
import { verdictMark } from "./marks.mjs";
import { certificateWords, subjectWords, verdictWords } from "./words.mjs";

/** @typedef {import("./result.mjs").Outcome} Outcome */
/** @typedef {"waiting" | "starting" | "ready" | "working" | "typing" | "answered" | "problem" | "failed"} State */

/** @type {Record<State, string>} */
const STATES = {
  waiting: "Answer what you know and leave the rest empty.",
  starting: "Getting the rules ready…",
  ready: "Ready. Answer what you know and leave the rest empty.",
  working: "Working it out…",
  typing: "Finish typing: the answer follows.",
  answered: "",
  problem: "Not worked out: an answer cannot be read.",
  failed: "The rules did not start.",
};

/**
 * @param {HTMLElement} strip
 * @param {State} state
 * @param {{ words?: string, outcome?: Outcome | null, why?: () => void }} [more]
 */
export function showState(strip, state, { words, outcome, why } = {}) {
  /** @type {HTMLElement} */ (strip.querySelector("[data-state-words]")).textContent = words ?? STATES[state];
  /** @type {HTMLElement} */ (strip.querySelector("[data-retry]")).hidden = state !== "failed";
  const verdicts = /** @type {HTMLElement} */ (strip.querySelector("[data-verdicts]"));
  verdicts.replaceChildren(...(state === "answered" && outcome ? chips(outcome, why) : []));
}

/** @param {Outcome} outcome @param {(() => void) | undefined} why */
function chips(outcome, why) {
  const shown = outcome.results.map((result) =>
    result.verdict
      ? h("span", { class: "cor-chip" }, h("span", {}, subjectWords(result.subject)), " ", verdictMark(result))
      : h("span", {}, result.headline),
  );
  const link = h("button", { type: "button", class: "cor-small" }, "See why");
  if (why) link.addEventListener("click", why);
  return [...shown, link];
}

/** The answer in one line, for those who hear the page. @param {Outcome} outcome */
export function heardWords(outcome) {
  return outcome.results
    .map((result) =>
      [
        `${subjectWords(result.subject)}: ${verdictWords(result) || result.headline}`,
        certificateWords(result.certificate),
      ]
        .filter(Boolean)
        .join(", "),
    )
    .join(". ");
}
