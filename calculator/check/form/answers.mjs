/**
 * Between the form and the answers. What was typed stays text: only the rules decide whether it can be read.
 */

import { addRows, growList, rowsOf } from "./lists/rows.mjs";
import { saysNotApplicable, several, tidy } from "./typed.mjs";

/** @typedef {import("./questions.mjs").Field} Field */
/** @typedef {import("./questions.mjs").Answers} Answers */
/** @typedef {import("./questions.mjs").Typed} Typed */
/** @typedef {{ answers: Answers, places: Map<string, HTMLElement> }} Reading  `places`: where each dotted path of the answers stands */
/** @typedef {Map<string, HTMLElement>} Places */

const NONE = "none";
const SEVERAL = "several";
/** Stands for a date that was begun and not finished; the rules refuse it. */
const UNFINISHED = "?";

/**
 * The answers as they stand in the form. A question left empty is left out, and so is one that the form does not show.
 *
 * @param {Field[]} fields
 * @returns {Reading}
 */
export function readForm(fields) {
  /** @type {Reading} */
  const reading = { answers: {}, places: new Map() };
  for (const field of fields) {
    reading.places.set(field.key, field.element);
    if (field.element.closest("[data-asked-after][hidden]")) continue;
    const answer = readQuestion(field, reading.places);
    if (answer !== undefined) reading.answers[field.key] = answer;
  }
  return reading;
}

/** @param {Field} field @param {Places} places @returns {Typed | undefined} */
function readQuestion(field, places) {
  const { kind } = field.question;
  if (field.element.dataset.kept) return field.element.dataset.kept;
  if (kind === "list") return readList(field, places);
  if (kind === "rows") return readRows(field, places);
  return readControl(field.element) || undefined;
}

/** What is chosen before a list: that there is none, or some; a list without that question has some. @param {Field} field */
function gateOf({ element }) {
  const gate = element.querySelector("[data-gate]");
  return { asked: gate !== null, said: gate instanceof HTMLElement ? readControl(gate) : SEVERAL };
}

/** @param {Field} field @param {Places} places */
function readList(field, places) {
  const { asked, said } = gateOf(field);
  if (said === NONE) return [];
  if (said !== SEVERAL) return said || undefined;
  const items = rowsOf(field).flatMap((row) => {
    const text = readControl(row);
    return (several(text) ?? [text]).map((item) => ({ row, item }));
  });
  while (items.at(-1)?.item === "") items.pop();
  for (const [at, { row }] of items.entries()) places.set(`${field.key}.${at}`, row);
  if (items.length) return items.map(({ item }) => item);
  return asked ? [""] : undefined;
}

/** @param {Field} field @param {Places} places */
function readRows(field, places) {
  const { asked, said } = gateOf(field);
  if (said === NONE) return [];
  if (said !== SEVERAL) return said || undefined;
  const rows = rowsOf(field);
  const read = rows.map((row, at) => {
    places.set(`${field.key}.${at}`, row);
    return readRow(row, `${field.key}.${at}`, places);
  });
  const touched = rows.some((row, at) => row.dataset.named === undefined && Object.keys(read[at] ?? {}).length);
  return asked || touched ? read : undefined;
}

/** @param {HTMLElement} row @param {string} path @param {Places} places @returns {Record<string, string>} */
function readRow(row, path, places) {
  /** @type {Record<string, string>} */
  const read = {};
  for (const control of controlsOf(row)) {
    const key = control.dataset.field ?? "";
    places.set(`${path}.${key}`, control);
    const value = readControl(control);
    if (value) read[key] = value;
  }
  return read;
}

/** @param {Element} row */
function controlsOf(row) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-field]"))];
}

/**
 * What is answered within an element that holds one control, or one choice; empty where nothing is.
 *
 * @param {HTMLElement} place
 * @returns {string}
 */
export function readControl(place) {
  if (place.dataset.kept) return place.dataset.kept;
  const chosen = place.querySelector("input[type=radio]:checked, input[type=checkbox]:checked");
  if (chosen instanceof HTMLInputElement) return chosen.value;
  const control = controlOf(place);
  if (!control) return "";
  if (control.validity.badInput) return UNFINISHED;
  return isNumber(control) ? number(place, control.value) : control.value.trim();
}

/** @param {Element} place @param {string} typed */
function number(place, typed) {
  const words = place.querySelector("input[type=checkbox]");
  if (words instanceof HTMLInputElement && saysNotApplicable(typed)) return words.value;
  return tidy(typed);
}

/** @param {HTMLInputElement | HTMLSelectElement} control */
export function isNumber(control) {
  return control.inputMode === "numeric" || control.inputMode === "decimal";
}

/** The control of an element that is no choice among a few. @param {Element} place */
export function controlOf(place) {
  return /** @type {HTMLInputElement | HTMLSelectElement | null} */ (
    place.querySelector("input:not([type=radio], [type=checkbox]), select")
  );
}

/**
 * Puts answers into the form, in place of what is there.
 *
 * @param {Field[]} fields
 * @param {Answers} answers
 */
export function fillForm(fields, answers) {
  for (const field of fields) fill(field, answers[field.key]);
}

/** @param {Field} field @param {Typed | undefined} answer */
function fill(field, answer) {
  const { kind } = field.question;
  drop(field.element);
  if (kind !== "list" && kind !== "rows") return writeControl(field.element, typeof answer === "string" ? answer : "");
  const gate = field.element.querySelector("[data-gate]");
  const items = Array.isArray(answer) ? answer : [];
  if (gate instanceof HTMLElement) writeControl(gate, gateWords(answer));
  else if (typeof answer === "string") keep(field.element, answer);
  for (const [at, row] of addRows(field, items.length, true).entries()) fillRow(row, items[at]);
  growList(field);
}

/** @param {Typed | undefined} answer */
function gateWords(answer) {
  if (!Array.isArray(answer)) return answer ?? "";
  return answer.length ? SEVERAL : NONE;
}

/** @param {HTMLElement} row @param {string | Record<string, string> | undefined} value */
export function fillRow(row, value) {
  if (typeof value === "string") return writeControl(row, value);
  for (const control of controlsOf(row)) writeControl(control, value?.[control.dataset.field ?? ""] ?? "");
}

/**
 * Shows a value. What the control cannot show (a choice that is not offered, half a date) is kept beside it.
 *
 * @param {HTMLElement} place
 * @param {string} value
 */
export function writeControl(place, value) {
  drop(place);
  const choices = /** @type {NodeListOf<HTMLInputElement>} */ (
    place.querySelectorAll("input[type=radio], input[type=checkbox]")
  );
  for (const choice of choices) choice.checked = choice.value === value;
  const control = controlOf(place);
  const taken = [...choices].some((choice) => choice.checked);
  if (control) control.value = taken || (control.type === "date" && !isDay(value)) ? "" : value;
  const shown = taken || control?.value === value || (control instanceof HTMLInputElement && control.type === "text");
  if (value && !shown) {
    if (control) control.value = "";
    keep(place, value);
  }
}

/** Whether a date control can show it; others make the browser complain. @param {string} value */
function isDay(value) {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** @param {HTMLElement} place @param {string} value */
function keep(place, value) {
  place.dataset.kept = value;
  tell(place, value === "unsure" ? "Answered: not sure." : `What was filled in is “${value}”.`);
}

/** Says something beside a control that is no error. @param {HTMLElement} place @param {string} words @param {...Node} more */
export function tell(place, words, ...more) {
  const note = place.querySelector("[data-kept-note]");
  if (!(note instanceof HTMLElement)) return;
  note.replaceChildren(words, ...more);
  note.hidden = !words;
}

/**
 * Once something is changed by hand, what a link said there no longer counts, and a value and a word that stands for one
 * exclude each other.
 *
 * @param {HTMLElement} control
 */
export function forget(control) {
  for (let at = control.parentElement; at && !at.matches("form"); at = at.parentElement) {
    if (at.dataset.kept !== undefined) drop(at);
    delete at.dataset.named;
  }
  const pair = control.closest("[data-or-words]");
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (pair?.querySelectorAll("input[type=checkbox]") ?? []);
  for (const box of boxes) if (box !== control) box.checked = false;
}

/** @param {HTMLElement} place */
function drop(place) {
  delete place.dataset.kept;
  tell(place, "");
}
