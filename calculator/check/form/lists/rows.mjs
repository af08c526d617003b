/**
 * Repeating rows: added and removed by keyboard or mouse, pasted from a spreadsheet, always numbered without a gap.
 *
 * A question's `<template>` holds one row. Its names and ids carry the row's number as in the path of an answer: `links.0.ended`.
 */

import { cells } from "./paste.mjs";

/** @typedef {import("./shape.mjs").Question} Question */

const NUMBERED = ["name", "id", "for", "aria-describedby", "aria-labelledby"];

/** @param {Question} question */
export function rowsOf(question) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (question.element.querySelectorAll("[data-row]"))];
}

/** @param {Question} question */
function box(question) {
  return /** @type {HTMLElement} */ (question.element.querySelector("[data-rows]"));
}

/**
 * Adds empty rows at the end, or (afresh) replaces all rows; a list never stands without a row to fill in.
 *
 * @param {Question} question
 * @param {number} count
 * @param {boolean} [afresh]
 * @returns {HTMLElement[]} the new rows
 */
export function addRows(question, count, afresh = false) {
  const template = /** @type {HTMLTemplateElement} */ (question.element.querySelector("template"));
  const length = afresh ? Math.max(count, 1) : count;
  const made = Array.from(
    { length },
    () => /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true)),
  );
  if (afresh) box(question).replaceChildren();
  box(question).append(...made);
  number(question);
  return made;
}

/** @param {Question} question */
function number(question) {
  const place = new RegExp(`\\b${question.key}\\.(#|\\d+)`, "gu");
  rowsOf(question).forEach((row, at) => {
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const name of NUMBERED) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.replace(place, `${question.key}.${at}`));
      }
      if (element.hasAttribute("data-number")) element.textContent = String(at + 1);
    }
  });
  const add = question.element.querySelector("[data-add]");
  if (add instanceof HTMLButtonElement) add.disabled = rowsOf(question).length >= question.most;
}

/** A list of plain values always ends in one empty field, so that the Tab key leads on. @param {Question} question */
export function growList(question) {
  const last = rowsOf(question).at(-1);
  if (question.kind === "list" && last && firstControl(last).value && rowsOf(question).length < question.most)
    addRows(question, 1);
}

/** @param {HTMLElement} row @returns {HTMLInputElement} */
function firstControl(row) {
  return /** @type {HTMLInputElement} */ (row.querySelector("input, select"));
}

/**
 * Lets a list be worked by hand.
 *
 * @param {Question} question
 * @param {{ announce: (text: string) => void, changed: () => void }} page
 */
export function workRows(question, { announce, changed }) {
  const add = /** @type {HTMLButtonElement} */ (question.element.querySelector("[data-add]"));
  add.addEventListener("click", () => {
    const [row] = addRows(question, 1);
    if (row) firstControl(row).focus();
    changed();
  });
  box(question).addEventListener("click", (event) => {
    const pressed = /** @type {Element} */ (event.target).closest("[data-remove]");
    const row = pressed?.closest("[data-row]");
    if (!row) return;
    remove(question, /** @type {HTMLElement} */ (row), add);
    const left = rowsOf(question).length;
    announce(`Removed. ${left} left.`);
    changed();
  });
  box(question).addEventListener("input", () => growList(question));
  box(question).addEventListener("paste", (event) => {
    if (spread(question, event)) changed();
  });
}

/** @param {Question} question @param {HTMLElement} row @param {HTMLButtonElement} add */
function remove(question, row, add) {
  const at = rowsOf(question).indexOf(row);
  row.remove();
  if (rowsOf(question).length) number(question);
  else addRows(question, 1);
  const next = rowsOf(question)[at]?.querySelector("[data-remove]");
  (next instanceof HTMLElement ? next : add).focus();
}

/**
 * Spreads pasted cells over the fields from where they were pasted on. A single value is left to the browser.
 *
 * @param {Question} question
 * @param {ClipboardEvent} event
 */
function spread(question, event) {
  const target = event.target;
  const pasted = cells(event.clipboardData?.getData("text") ?? "", question.kind === "list");
  if (!(target instanceof HTMLInputElement) || pasted.flat().length < 2) return false;
  event.preventDefault();
  const from = rowsOf(question).findIndex((row) => row.contains(target));
  const missing = Math.min(from + pasted.length, question.most) - rowsOf(question).length;
  if (missing > 0) addRows(question, missing);
  const rows = rowsOf(question).slice(from);
  const column = [...(rows[0]?.querySelectorAll("input, select") ?? [])].indexOf(target);
  pasted.slice(0, rows.length).forEach((line, at) => {
    const controls = /** @type {NodeListOf<HTMLInputElement>} */ (rows[at]?.querySelectorAll("input, select"));
    line.forEach((text, offset) => {
      const control = controls[column + offset];
      if (control) control.value = text;
    });
  });
  growList(question);
  return true;
}
