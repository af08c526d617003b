/**
 * Between the form and the answers. What was typed stays text: only the rules decide whether it can be read.
 */

import { addRows, growList, rowsOf } from "./rows.mjs";

/** @typedef {import("./shape.mjs").Question} Question */
/** @typedef {import("./shape.mjs").Answers} Answers */
/** @typedef {{ answers: Answers, fields: Map<string, HTMLElement> }} Reading  `fields`: where each dotted path of the answers stands */

const NONE = "none";
const SEVERAL = "several";
/** Stands for a date that was begun and not finished; the rules refuse it in their own words. */
const UNFINISHED = "?";

/**
 * The answers as they stand in the form; a question left empty is left out.
 *
 * @param {Question[]} questions
 * @returns {Reading}
 */
export function readForm(questions) {
  /** @type {Reading} */
  const reading = { answers: {}, fields: new Map() };
  for (const question of questions) {
    reading.fields.set(question.key, question.element);
    const answer = readers[question.kind](question, reading.fields);
    if (answer !== undefined) reading.answers[question.key] = answer;
  }
  return reading;
}

/** @type {Record<Question["kind"], (question: Question, fields: Reading["fields"]) => Answers[string] | undefined>} */
const readers = {
  one: (question) => readField(question.element) || undefined,
  list: readList,
  rows: readRows,
};

/** @param {Question} question @param {Reading["fields"]} fields */
function readList(question, fields) {
  if (question.element.dataset.kept) return question.element.dataset.kept;
  const items = rowsOf(question).flatMap((row) =>
    readField(row)
      .split(/[\s,;]+/)
      .map((text) => ({ row, text })),
  );
  while (items.length && items.at(-1)?.text === "") items.pop();
  for (const [at, { row }] of items.entries()) fields.set(`${question.key}.${at}`, row);
  return items.length ? items.map(({ text }) => text) : undefined;
}

/** @param {Question} question @param {Reading["fields"]} fields */
function readRows(question, fields) {
  const gate = question.element.querySelector("[data-gate]");
  const said = gate instanceof HTMLElement ? readField(gate) : SEVERAL;
  if (question.element.dataset.kept) return question.element.dataset.kept;
  if (said === NONE) return [];
  if (said !== SEVERAL) return said || undefined;
  const rows = rowsOf(question).map((row, at) => {
    fields.set(`${question.key}.${at}`, row);
    return readRow(row, `${question.key}.${at}`, fields);
  });
  return gate || rows.some((row) => Object.keys(row).length) ? rows : undefined;
}

/** @param {HTMLElement} row @param {string} path @param {Reading["fields"]} fields @returns {Record<string, string>} */
function readRow(row, path, fields) {
  /** @type {Record<string, string>} */
  const read = {};
  for (const field of fieldsOf(row)) {
    const name = field.dataset.field ?? "";
    fields.set(`${path}.${name}`, field);
    const value = readField(field);
    if (value) read[name] = value;
  }
  return read;
}

/** @param {Element} row */
function fieldsOf(row) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-field]"))];
}

/**
 * One field's answer; empty where there is none.
 *
 * @param {HTMLElement} field
 */
export function readField(field) {
  if (field.dataset.kept) return field.dataset.kept;
  const chosen = field.querySelector("input[type=radio]:checked, input[type=checkbox]:checked");
  if (chosen instanceof HTMLInputElement) return chosen.value;
  const control = controlOf(field);
  if (control?.validity.badInput) return UNFINISHED;
  return control ? tidy(control) : "";
}

/** @param {Element} field */
function controlOf(field) {
  return /** @type {HTMLInputElement | HTMLSelectElement | null} */ (
    field.querySelector("input:not([type=radio], [type=checkbox]), select")
  );
}

/** A number as people write it: "$ 1,250.00" and "85 %" are 1250.00 and 85. @param {HTMLInputElement | HTMLSelectElement} control */
function tidy(control) {
  const text = control.value.trim();
  if (control.inputMode !== "numeric" && control.inputMode !== "decimal") return text;
  const bare = text.replace(/^\$\s*|\s*%$/gu, "");
  return /^\d{1,3}(,\d{3})+(\.\d*)?$/u.test(bare) ? bare.replaceAll(",", "") : bare;
}

/**
 * Puts answers into the form, in place of what is there.
 *
 * @param {Question[]} questions
 * @param {Answers} answers
 */
export function fillForm(questions, answers) {
  for (const question of questions) fill(question, answers[question.key]);
}

/** @param {Question} question @param {Answers[string] | undefined} answer */
function fill(question, answer) {
  drop(question.element);
  if (question.kind === "one") return writeField(question.element, typeof answer === "string" ? answer : "");
  const gate = question.element.querySelector("[data-gate]");
  const rows = Array.isArray(answer) ? answer : [];
  if (gate instanceof HTMLElement)
    writeField(gate, rows.length ? SEVERAL : Array.isArray(answer) ? NONE : (answer ?? ""));
  else if (typeof answer === "string") keep(question.element, answer);
  for (const [at, row] of addRows(question, rows.length, true).entries()) fillRow(row, rows[at]);
  growList(question);
}

/** @param {HTMLElement} row @param {string | Record<string, string> | undefined} value */
function fillRow(row, value) {
  if (typeof value === "string") return writeField(row, value);
  for (const field of fieldsOf(row)) writeField(field, value?.[field.dataset.field ?? ""] ?? "");
}

/**
 * Shows a value in a field. A value that the control cannot show (a choice that is not offered, half a date) is kept beside it.
 *
 * @param {HTMLElement} field
 * @param {string} value
 */
export function writeField(field, value) {
  drop(field);
  const choices = /** @type {NodeListOf<HTMLInputElement>} */ (
    field.querySelectorAll("input[type=radio], input[type=checkbox]")
  );
  for (const choice of choices) choice.checked = choice.value === value;
  const control = controlOf(field);
  const taken = [...choices].some((choice) => choice.checked);
  if (control) control.value = taken || (control.type === "date" && !isDay(value)) ? "" : value;
  const shown = taken || control?.value === value || (control instanceof HTMLInputElement && control.type === "text");
  if (value && !shown) {
    if (control) control.value = "";
    keep(field, value);
  }
}

/** Whether a date field can show it; others make the browser complain. @param {string} value */
function isDay(value) {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** @param {HTMLElement} field @param {string} value */
function keep(field, value) {
  field.dataset.kept = value;
  const note = field.querySelector("[data-kept-note]");
  if (note instanceof HTMLElement) {
    note.textContent = value === "unsure" ? "You said that you are not sure." : `The link says “${value}”.`;
    note.hidden = false;
  }
}

/**
 * Once something is changed by hand, what a link said there no longer counts, and a date and a word that stands for one exclude each other.
 *
 * @param {HTMLElement} control
 */
export function forget(control) {
  for (let at = control.parentElement; at && !at.matches("form"); at = at.parentElement) drop(at);
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (
    control.closest(".cor-day")?.querySelectorAll("input[type=checkbox]") ?? []
  )) {
    if (box !== control) box.checked = false;
  }
}

/** @param {HTMLElement} field */
function drop(field) {
  if (field.dataset.kept === undefined) return;
  delete field.dataset.kept;
  const note = field.querySelector("[data-kept-note]");
  if (note instanceof HTMLElement) note.hidden = true;
}
