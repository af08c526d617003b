/** Pastes a spreadsheet's cells into a list's rows, says above the list what was done, and asks at a row what is meant. */

import { button, goTo, h } from "../../../shared/dom.mjs";
import { capital, listed } from "../../../shared/words.mjs";
import { fillRow, forget, isNumber, readControl, writeControl } from "../answers.mjs";
import { saysNotApplicable } from "../typed.mjs";
import { readSheet } from "./paste.mjs";
import { addRows, growList, most, rowsOf } from "./rows.mjs";

/** @typedef {import("../questions.mjs").Field} Field */
/** @typedef {import("./paste.mjs").Column} Column */
/** @typedef {import("./paste.mjs").Sheet} Sheet */
/** @typedef {import("./rows.mjs").Page} Page */

const NUMBERS = new Set(["percent", "points", "money", "whole"]);
const NOT_APPLICABLE = "not_applicable";

/** @param {Field} field @param {Page} page */
export function workPaste(field, page) {
  field.element.addEventListener("paste", (event) => {
    const target = event.target;
    if (!(target instanceof HTMLInputElement) || !target.closest("[data-row]")) return;
    const columns = columnsFrom(field, target);
    const sheet = readSheet(event.clipboardData?.getData("text") ?? "", columns);
    if (!sheet) return;
    event.preventDefault();
    const from = rowsOf(field).findIndex((row) => row.contains(target));
    const onlyNames = rowsOf(field).every((row) => row.dataset.named !== undefined);
    forget(target);
    if (from === 0 && onlyNames && !columns[0]?.number) addRows(field, 1, true); // the sheet brings its own names
    const rows = write(field, sheet, columns, from);
    tellOf(field, sheet, columns, rows, page);
    page.changed();
  });
}

/** The fields from the one on into which something is pasted. @param {Field} field @param {Element} target @returns {Column[]} */
function columnsFrom({ question }, target) {
  const column = (/** @type {{ label?: string, kind: string }} */ { label = "", kind }, /** @type {string} */ key) => ({
    key,
    words: label,
    number: NUMBERS.has(kind),
  });
  if (!question.fields) return [column(question.item ?? question, "item")];
  const key = target.closest("[data-field]")?.getAttribute("data-field");
  const at = question.fields.findIndex((field) => field.key === key);
  return question.fields.slice(at).map((field) => column(field, field.key));
}

/** @param {Field} field @param {Sheet} sheet @param {Column[]} columns @param {number} from */
function write(field, sheet, columns, from) {
  const missing = Math.min(from + sheet.rows.length, most(field)) - rowsOf(field).length;
  if (missing > 0) addRows(field, missing);
  const rows = rowsOf(field).slice(from, from + sheet.rows.length);
  for (const [at, row] of rows.entries()) writeCells(row, columns, sheet.rows[at] ?? []);
  growList(field);
  return rows;
}

/** @param {HTMLElement} row @param {Column[]} columns @param {string[]} cells */
function writeCells(row, columns, cells) {
  delete row.dataset.named;
  for (const [at, { key }] of columns.entries()) writeCell(row, key, cells[at] ?? "");
}

// ─── What is said and asked ───

/** What was filled in is said above the list; what a cell may mean is asked at its own row. @param {Field} field @param {Sheet} sheet @param {Column[]} columns @param {HTMLElement[]} rows @param {Page} page */
function tellOf(field, sheet, columns, rows, page) {
  const place = field.element.querySelector("[data-pasted]");
  if (!(place instanceof HTMLElement)) return;
  for (const old of field.element.querySelectorAll("[data-doubt]")) old.remove();
  const asked = sheet.doubts.flatMap(({ row, doubt }) => ask(rows[row], doubt, columns, page));
  const notes = [
    h("p", {}, `${rows.length} ${rows.length === 1 ? "row" : "rows"} filled in.`),
    ...askedNote(asked),
    ...totalsNote(field, sheet, columns, page),
    ...swapNote(sheet, columns, rows, page),
    sheet.commas && h("p", {}, "Commas between digits were read as decimal points."),
  ];
  place.replaceChildren(...notes.filter((note) => note instanceof Node));
  place.hidden = false;
  page.announce(place.textContent ?? "");
}

/** @param {HTMLElement[]} asked */
function askedNote(asked) {
  const [first] = asked;
  if (!first) return [];
  const words = asked.length === 1 ? "One row does" : `${asked.length} rows do`;
  const note = h("p", {}, `${words} not say plainly what is meant. `);
  note.append(
    button(asked.length === 1 ? "Go to it" : "Go to the first", () => {
      const choice = first.querySelector("button");
      if (choice) goTo(choice);
    }),
  );
  return [note];
}

/** @param {Field} field @param {Sheet} sheet @param {Column[]} columns @param {Page} page */
function totalsNote(field, { totals }, columns, page) {
  return totals.map((cells) => {
    const [name, ...numbers] = columns[0]?.number ? ["", ...cells] : cells;
    const note = h(
      "p",
      {},
      `The row “${name || "without a name"}” (${numbers.join(" of ")}) was left out: it adds up the others. `,
    );
    const restore = button("It is an element: put it in", () => {
      const [row] = addRows(field, 1);
      if (row) writeCells(row, columns, cells);
      note.remove();
      page.changed();
    });
    note.append(restore);
    return note;
  });
}

/** @param {Sheet} sheet @param {Column[]} columns @param {HTMLElement[]} rows @param {Page} page */
function swapNote({ swapped }, columns, rows, page) {
  const [one, other] = columns.filter(({ number }) => number);
  if (!swapped || !one || !other) return [];
  const words = `In each row the “${one.words}” are not fewer than the “${other.words}”. Do the columns stand the other way round? `;
  const note = h("p", {}, words);
  note.append(
    button("Yes, swap them", () => {
      for (const row of rows) swap(row, one.key, other.key);
      note.remove();
      page.changed();
    }),
  );
  return [note];
}

/** @param {HTMLElement} row @param {string} one @param {string} other */
function swap(row, one, other) {
  const [first, second] = [cellOf(row, one), cellOf(row, other)];
  if (!first || !second) return;
  const [value, instead] = [readControl(first), readControl(second)];
  writeControl(first, instead);
  writeControl(second, value);
}

/** @type {Record<import("./paste.mjs").Doubt, string>} */
const DOUBTS = { not_applicable: "says that it does not apply", blank: "has no number", zero: "has 0 points" };

/**
 * Asks at a row what is meant. The question stays, so that another answer can be given.
 *
 * @param {HTMLElement | undefined} row
 * @param {import("./paste.mjs").Doubt} doubt
 * @param {Column[]} columns
 * @param {Page} page
 */
function ask(row, doubt, columns, page) {
  if (!row) return [];
  const said = h("span", {}, `${capital(titleOf(row))} ${DOUBTS[doubt]}. What does it mean?`);
  const choices = meaningsOf(row, columns).map(([words, values]) => {
    const choice = button(words, () => {
      forgetRow(row);
      for (const [key, value] of Object.entries(values)) writeCell(row, key, value);
      for (const each of choices) each.setAttribute("aria-pressed", String(each === choice));
      said.textContent = `${capital(titleOf(row))}: ${words.toLowerCase()}.`;
      page.changed();
    });
    choice.setAttribute("aria-pressed", "false");
    return choice;
  });
  const note = h("div", { class: "cor-doubt", "data-doubt": doubt, role: "group" }, said, ...choices);
  row.append(note);
  return [note];
}

/**
 * What a cell may mean, and the row's numbers if it does: the points possible are those of the sheet, but where the
 * element does not apply. In a list of percents there is a word for that.
 *
 * @param {HTMLElement} row
 * @param {Column[]} columns
 * @returns {[string, Record<string, string>][]}
 */
function meaningsOf(row, columns) {
  const [first = "item", second] = columns.filter(({ number }) => number).map(({ key }) => key);
  if (!second) return meanings({ [first]: NOT_APPLICABLE }, (value) => ({ [first]: value }), "0%");
  const place = cellOf(row, second);
  const pasted = place ? readControl(place) : "";
  const possible = saysNotApplicable(pasted) ? "" : pasted;
  return meanings({ [first]: "0", [second]: "0" }, (value) => ({ [first]: value, [second]: possible }), "0 points");
}

/** @param {Record<string, string>} none @param {(value: string) => Record<string, string>} some @param {string} nought @returns {[string, Record<string, string>][]} */
function meanings(none, some, nought) {
  return [
    ["Does not apply", none],
    ["Not known yet", some("")],
    [nought, some("0")],
  ];
}

/** @param {HTMLElement} row @param {string} key @param {string} value */
function writeCell(row, key, value) {
  const place = cellOf(row, key);
  if (place) writeControl(place, value);
}

/** @param {HTMLElement} row @param {string} key  "item" for the one value of a row @returns {HTMLElement | null} */
function cellOf(row, key) {
  return key === "item" ? row : row.querySelector(`[data-field="${CSS.escape(key)}"]`);
}

/** @param {HTMLElement} row */
function forgetRow(row) {
  delete row.dataset.named;
}

/** @param {HTMLElement} row */
function titleOf(row) {
  const name = row.querySelector("[data-field=name] input, [data-name]");
  const words = name instanceof HTMLInputElement ? name.value : name?.textContent;
  return words?.trim() ? `“${words.trim()}”` : `row ${row.querySelector("[data-number]")?.textContent ?? ""}`;
}

// ─── Commas, at the field where they were typed ───

/**
 * Once a number is typed with a comma in it, says how it is read or asks what is meant.
 *
 * @param {Field} field
 * @param {HTMLInputElement} input
 * @param {{ withPoint: (text: string) => string | null, tell: (place: HTMLElement, words: string, ...more: Node[]) => void, changed: () => void }} page
 */
export function readComma(field, input, { withPoint, tell, changed }) {
  const point = isNumber(input) ? withPoint(input.value) : null;
  const place = /** @type {HTMLElement | null} */ (input.closest("[data-field], [data-row], [data-question]"));
  if (point === null || !place) return;
  const typed = input.value.trim();
  input.value = point;
  if (field.question.kind !== "list") return tell(place, `“${typed}” is read as ${point}.`);
  const parts = typed.split(",");
  const split = button(`No: they are ${listed(parts)}`, () => {
    const rows = rowsOf(field);
    const at = rows.indexOf(place);
    const values = rows.map((row) => readControl(row));
    values.splice(at, 1, ...parts);
    const kept = addRows(field, values.length, true);
    for (const [number, row] of kept.entries()) fillRow(row, values[number]);
    growList(field);
    changed();
  });
  tell(place, `“${typed}” is read as ${point}. `, split);
}
