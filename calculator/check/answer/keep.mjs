/** What can be done with an answer: copy its link, print it on one sheet, keep it as a file. */

import { button, h } from "./dom.mjs";
import { optionWords } from "./shape.mjs";
import { dayWords } from "./words.mjs";

/** @typedef {import("./result.mjs").Outcome} Outcome */
/** @typedef {import("./shape.mjs").Question} Question */
/** @typedef {{ text: string, link: string, announce: (text: string) => void }} Kept  `text`: the outcome as Python wrote it */

/** @param {Outcome} outcome @param {Kept} kept */
export function shareParts(outcome, { text, link, announce }) {
  const field = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", readonly: true, value: link, "aria-label": "Link with your answers", hidden: true })
  );
  return h(
    "section",
    { class: "cor-share", "aria-label": "Keep this answer" },
    button("Copy link", () => copy(link, field, announce), {
      class: "cor-small",
      "aria-describedby": "cor-share-note",
    }),
    button("Print", () => window.print(), { class: "cor-small" }),
    button("Download as data", () => download(`${outcome.check}-${outcome.as_of}.json`, text, "application/json"), {
      class: "cor-small",
    }),
    outcome.calendar &&
      button(
        "Download for your calendar",
        () => download(`${outcome.check}-${outcome.as_of}.ics`, outcome.calendar ?? "", "text/calendar"),
        { class: "cor-small" },
      ),
    field,
    h(
      "p",
      { id: "cor-share-note" },
      "This link contains your answers. Whoever has it can read them; this check sends it nowhere.",
    ),
  );
}

/** @param {string} link @param {HTMLInputElement} field @param {(text: string) => void} announce */
async function copy(link, field, announce) {
  try {
    await navigator.clipboard.writeText(link);
    announce("Link copied. It contains your answers.");
  } catch {
    field.hidden = false;
    field.select();
    announce("Copy the link from the field. It contains your answers.");
  }
}

/**
 * Hands a text to the visitor as a file, without a server.
 *
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
export function download(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/**
 * What the printed sheet says besides the result: the answers, the day, the rules and the link.
 *
 * @param {Outcome} outcome
 * @param {Question[]} questions
 * @param {string} link
 */
export function sheetPart(outcome, questions, link) {
  const given = questions.filter(({ key }) => outcome.answers[key] !== undefined);
  return h(
    "section",
    { class: "cor-sheet" },
    h("h3", {}, "Your answers"),
    h(
      "dl",
      {},
      ...given.map((question) =>
        h("div", {}, h("dt", {}, question.label), h("dd", {}, answerWords(question, outcome.answers[question.key]))),
      ),
    ),
    h(
      "p",
      {},
      `Worked out for ${dayWords(outcome.as_of)} with the rules in force since ${dayWords(outcome.ruleset)} (rule set ${outcome.ruleset}).`,
    ),
    h("p", { class: "cor-sheet-link" }, link),
  );
}

/** @param {Question} question @param {unknown} answer @returns {string} */
function answerWords(question, answer) {
  if (answer === "unsure") return "not sure";
  if (!Array.isArray(answer)) return optionWords(question, answer);
  return answer.map((item) => (item === null ? "not known" : rowWords(question, item))).join("; ") || "none";
}

/** @param {Question} question @param {unknown} item */
function rowWords(question, item) {
  if (typeof item !== "object" || item === null) return optionWords(question, item);
  const row = /** @type {Record<string, unknown>} */ (item);
  return question.fields.map((field) => fieldWords(question, field, row[field])).join(", ");
}

/** @param {Question} question @param {string} field @param {unknown} value */
function fieldWords(question, field, value) {
  if (value === undefined) return "not known";
  const options = [...question.element.querySelectorAll(`[data-field="${CSS.escape(field)}"] :is(option, input)`)];
  const chosen = options.find((option) => option.getAttribute("value") === value);
  const isDay = options.some((option) => option.matches("[type=date]"));
  return (
    chosen?.closest("label")?.textContent?.trim() ||
    (chosen instanceof HTMLOptionElement ? chosen.text : "") ||
    (isDay ? dayWords(String(value)) : String(value))
  );
}
