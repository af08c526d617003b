/**
 * The names of the audit's elements, in the order of the partner that was chosen: rows begin with them, and a list of
 * scores shows them beside its numbers. Rows into which something was typed keep the names that they have.
 */

import { description } from "../../description.mjs";
import { addRows, rowsOf } from "./rows.mjs";

/** @typedef {import("../questions.mjs").Field} Field */

/** Fields that hold an element's name. */
const NAMES = new Set(["name", "element"]);

/** @param {Field} field @returns {string | null} the key of the field for an element's name; an empty text for a list of scores by element */
export function namedBy({ key, question }) {
  if (question.kind === "rows") return question.fields?.find((field) => NAMES.has(field.key))?.key ?? null;
  return key === "element_scores" ? "" : null;
}

/** @param {string} partner @returns {readonly string[]} */
export function elementNames(partner) {
  return description.elements[partner] ?? description.elements[""] ?? [];
}

/**
 * Shows a partner's names where nothing was typed yet.
 *
 * @param {Field} field
 * @param {string} partner  an id, or nothing
 */
export function showNames(field, partner) {
  const key = namedBy(field);
  if (key === null) return;
  const names = elementNames(partner);
  if (key === "") return labelRows(field, partner ? names : []);
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

/** @param {Field} field @param {readonly string[]} names */
function labelRows(field, names) {
  const rows = rowsOf(field);
  const missing = names.length - rows.length;
  if (missing > 0) addRows(field, missing);
  for (const [at, row] of rowsOf(field).entries()) {
    const place = row.querySelector("[data-name]");
    if (place) place.textContent = names[at] ?? "";
  }
  field.element.toggleAttribute("data-with-names", names.length > 0);
}
