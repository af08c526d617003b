/**
 * What a form asks, read from its own markup: the questions are listed once, in Python, and rendered when the site is built.
 */

import { dayWords, plain } from "./words.mjs";

/**
 * @typedef {object} Question
 * @property {string} key
 * @property {string} label  the question's words, without “(optional)”
 * @property {string} noun  what it asks for, as it reads within a sentence
 * @property {"one" | "list" | "rows"} kind  one value, a list of values, or a list of rows with fields
 * @property {string[]} fields  names of a row's fields, in order
 * @property {boolean} mayBeEmpty  whether "none" is an answer
 * @property {number} most  how many rows a list may have
 * @property {HTMLElement} element
 */

/** Answers as typed: a text, a list of texts, or a list of rows. @typedef {Record<string, string | string[] | Record<string, string>[]>} Answers */

/**
 * @param {HTMLFormElement} form
 * @returns {Question[]}
 */
export function questionsOf(form) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-question]"))].map((element) => ({
    key: element.dataset.question ?? "",
    label: element.querySelector("[data-label]")?.firstChild?.textContent?.trim() ?? "",
    noun: element.dataset.noun ?? "",
    kind: /** @type {Question["kind"]} */ (element.dataset.kind),
    fields: (element.dataset.fields ?? "").split(" ").filter(Boolean),
    mayBeEmpty: element.dataset.mayBeEmpty !== undefined,
    most: Number(element.dataset.most ?? 1),
    element,
  }));
}

/**
 * What a row's field asks for, in lower case as within a sentence.
 *
 * @param {Question | undefined} question
 * @param {string} field
 */
export function fieldLabel(question, field) {
  const label =
    question?.element.querySelector(`[data-field="${CSS.escape(field)}"] label`)?.textContent?.trim() ?? field;
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/**
 * An answer as the form words it: an option's label, or the value with its unit.
 *
 * @param {Question | undefined} question
 * @param {unknown} value
 */
export function optionWords(question, value) {
  const text = String(value);
  const choices = /** @type {NodeListOf<HTMLInputElement>} */ (
    question?.element.querySelectorAll("input[type=radio], input[type=checkbox]") ?? []
  );
  const chosen = [...choices].find((choice) => choice.value === text);
  if (chosen) return chosen.labels?.[0]?.textContent?.trim() ?? text;
  if (question?.element.querySelector("input[type=date]")) return dayWords(text);
  const unit = question?.element.dataset.unit ?? "";
  if (unit === "$") return `$${text}`;
  return `${plain(text)}${unit && unit !== "%" ? "\u00a0" : ""}${unit}`;
}

/**
 * Answers as the rules read them. An item of a list that was left empty is not known, never left out.
 *
 * @param {Answers} answers
 */
export function jsonOf(answers) {
  return JSON.stringify(answers, (_key, value) =>
    Array.isArray(value) ? value.map((item) => (item === "" ? null : item)) : value,
  );
}
