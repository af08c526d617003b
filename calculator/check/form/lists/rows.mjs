/**
 * Repeating rows: added and removed by keyboard or mouse, always numbered without a gap.
 *
 * A question's `<template>` holds one row. Its names and ids carry the row's number as in the path of an answer: `links.0.ended`.
 */

/** @typedef {import("../questions.mjs").Field} Field */
/** @typedef {{ announce: (text: string) => void, changed: () => void }} Page */

const NUMBERED = ["name", "id", "for", "aria-describedby", "aria-labelledby"];

/** @param {Field} field */
export function rowsOf({ element }) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-row]"))];
}

/** @param {Field} field */
function box({ element }) {
  return /** @type {HTMLElement} */ (element.querySelector("[data-rows]"));
}

/** How many rows a list may have. @param {Field} field */
export function most({ question }) {
  return /** @type {number} */ (question.most);
}

/**
 * Adds empty rows at the end, or (afresh) replaces all rows; a list never stands without a row to fill in.
 *
 * @param {Field} field
 * @param {number} count
 * @param {boolean} [afresh]
 * @returns {HTMLElement[]} the new rows
 */
export function addRows(field, count, afresh = false) {
  const template = /** @type {HTMLTemplateElement} */ (field.element.querySelector("template"));
  const length = afresh ? Math.max(count, 1) : count;
  const made = Array.from(
    { length },
    () => /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true)),
  );
  if (afresh) box(field).replaceChildren();
  box(field).append(...made);
  number(field);
  return made;
}

/** @param {Field} field */
function number(field) {
  const place = new RegExp(`\\b${field.key}\\.(#|\\d+)`, "gu");
  rowsOf(field).forEach((row, at) => {
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const name of NUMBERED) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.replace(place, `${field.key}.${at}`));
      }
      if (element.hasAttribute("data-number")) element.textContent = String(at + 1);
    }
  });
  const add = field.element.querySelector("[data-add]");
  if (add instanceof HTMLButtonElement) add.disabled = rowsOf(field).length >= most(field);
}

/**
 * A list of plain values always ends in one empty field, so that the Tab key leads on; one whose fields have names ends
 * with the last of them.
 *
 * @param {Field} field
 */
export function growList(field) {
  const last = rowsOf(field).at(-1);
  if (field.question.kind !== "list" || !last || !isFilled(last) || nameOf(last)) return;
  if (rowsOf(field).length < most(field)) addRows(field, 1);
}

/** Removes empty rows at the end. @param {Field} field @param {number} least how many rows stay at least */
export function shrinkList(field, least) {
  for (const row of rowsOf(field).slice(least).reverse()) {
    if (isFilled(row)) return;
    row.remove();
  }
  number(field);
}

/** What a row's value belongs to, where that is shown. @param {HTMLElement} row */
function nameOf(row) {
  return row.querySelector("[data-name]")?.textContent ?? "";
}

/** @param {HTMLElement} row */
function isFilled(row) {
  return Boolean(firstControl(row).value || row.querySelector(":checked") || row.dataset.kept);
}

/** @param {HTMLElement} row @returns {HTMLInputElement} */
function firstControl(row) {
  return /** @type {HTMLInputElement} */ (row.querySelector("input, select"));
}

/**
 * Lets a list be worked by hand.
 *
 * @param {Field} field
 * @param {Page} page
 */
export function workRows(field, { announce, changed }) {
  const add = /** @type {HTMLButtonElement} */ (field.element.querySelector("[data-add]"));
  add.addEventListener("click", () => {
    const [row] = addRows(field, 1);
    if (row) firstControl(row).focus();
    changed();
  });
  box(field).addEventListener("click", (event) => {
    const pressed = /** @type {Element} */ (event.target).closest("[data-remove]");
    const row = pressed?.closest("[data-row]");
    if (!(row instanceof HTMLElement)) return;
    remove(field, row, add);
    announce(`Removed. ${rowsOf(field).length} left.`);
    changed();
  });
  box(field).addEventListener("input", () => growList(field));
}

/** @param {Field} field @param {HTMLElement} row @param {HTMLButtonElement} add */
function remove(field, row, add) {
  const at = rowsOf(field).indexOf(row);
  row.remove();
  if (rowsOf(field).length) number(field);
  else addRows(field, 1);
  const next = rowsOf(field)[at]?.querySelector("[data-remove]");
  (next instanceof HTMLElement ? next : add).focus();
}
