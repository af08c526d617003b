/**
 * The names of the audit's elements, in the order of the partner that was chosen: rows begin with them, and a list of
 * scores shows them beside its numbers. Rows into which something was typed keep the names that they have.
 */

import { description } from "../../../shared/description.mjs";
import { tell } from "../answers.mjs";
import { addRows, rowsOf, shrinkList } from "./rows.mjs";

/** @typedef {import("../questions.mjs").Field} Field */

/** @param {string} partner @returns {readonly string[]} */
function elementNames(partner) {
  return description.elements[partner] ?? description.elements[""] ?? [];
}

/**
 * Shows a partner's names where nothing was typed yet.
 *
 * @param {Field} field
 * @param {string} partner  an id, or nothing
 * @param {boolean} [isChosen]  whether the partner was chosen by hand just now
 */
export function showNames(field, partner, isChosen = false) {
  const key = field.question.names;
  if (key === undefined) return;
  const names = elementNames(partner);
  if (key === "") {
    if (isChosen) warn(field, partner);
    return labelRows(field, partner ? names : []);
  }
  const rows = rowsOf(field);
  if (rows.some((row) => row.dataset.named === undefined && isTouched(row))) return;
  for (const [at, row] of addRows(field, names.length, true).entries()) {
    const input = row.querySelector(`[data-field="${key}"] input`);
    if (input instanceof HTMLInputElement) input.value = names[at] ?? "";
    row.dataset.named = "";
  }
}

/** @param {HTMLElement} row */
function isTouched(row) {
  const controls = /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll("input, select"));
  return [...controls].some((control) => (control.type === "checkbox" ? control.checked : control.value));
}

/** Scores that stand there already get other names. @param {Field} field @param {string} partner */
function warn(field, partner) {
  const words =
    "The names are of the partner that you have just chosen: see that each score stands at its own element.";
  tell(field.element, partner && rowsOf(field).some(isTouched) ? words : "");
}

/** @param {Field} field @param {readonly string[]} names */
function labelRows(field, names) {
  const missing = names.length - rowsOf(field).length;
  if (missing > 0) addRows(field, missing);
  if (names.length) shrinkList(field, names.length);
  for (const [at, row] of rowsOf(field).entries()) {
    const place = row.querySelector("[data-name]");
    if (place) place.textContent = names[at] ?? "";
  }
  field.element.toggleAttribute("data-with-names", names.length > 0);
}
