/** A form's questions: what is asked comes from the description of the checks, where it stands from the page. */

import { questionOf } from "../../shared/description.mjs";

/** @typedef {import("../../shared/description.mjs").Question} Question */
/** @typedef {import("../link/fragment.mjs").Typed} Typed */
/** @typedef {import("../link/fragment.mjs").Answers} Answers */
/** @typedef {{ key: string, question: Question, element: HTMLElement }} Field */

/**
 * @param {HTMLFormElement} form
 * @param {readonly string[]} keys  in the check's order
 * @returns {Field[]}
 */
export function fieldsOf(form, keys) {
  return keys.flatMap((key) => {
    const element = form.querySelector(`[data-question="${CSS.escape(key)}"]`);
    const question = questionOf(key);
    return element instanceof HTMLElement && question ? [{ key, question, element }] : [];
  });
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
