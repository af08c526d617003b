/**
 * What a spreadsheet puts on the clipboard, as rows of a list's fields, and what of it a person has to be asked about.
 *
 * Nothing is guessed silently: a row of totals, columns the other way round, and cells that may mean "does not apply",
 * "not known" or zero are named, for the form to say or to ask.
 */

import { saysNotApplicable, withPoint } from "../typed.mjs";

/** @typedef {{ key: string, words: string, number: boolean }} Column  a field of a row; `words`: what it is called */
/** @typedef {"not_applicable" | "blank" | "zero"} Doubt */
/**
 * @typedef {object} Sheet
 * @property {string[][]} rows  one text for each column
 * @property {string[][]} totals  rows that sum up the others, left out of `rows`
 * @property {{ row: number, doubt: Doubt }[]} doubts
 * @property {boolean} swapped  whether the last two columns look as if they stood the other way round
 * @property {boolean} commas  whether commas were read as decimal points
 */

const SEPARATORS = ["\t", ";", "|", ","];
const TOTAL = /^\W*(((grand|sub|overall)[\s-]*)?totals?\b|(overall|overall score|sum)\W*$)/iu;
const HEADS = {
  awarded: /award|achiev|receiv|earned|actual|scored|obtained/iu,
  possible: /possib|max|avail|out of|full/iu,
  name: /name|element|section|title|topic/iu,
};

/**
 * @param {string} text
 * @param {Column[]} columns  those from the field on into which it was pasted
 * @returns {Sheet | null} null where it is a single value, which the browser pastes by itself
 */
export function readSheet(text, columns) {
  const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim());
  const table = columns.length > 1 ? split(lines, columns) : lines.flatMap(values);
  if (table.flat().length < 2) return null;
  const { body, order } = headed(table, columns);
  const rows = body.map((cells) => order.map((at) => (cells[at] ?? "").trim()));
  const read = rows.map((cells) => cells.map((cell, at) => (columns[at]?.number ? numeral(cell) : { text: cell })));
  const totals = read.map((cells, at) => isTotal(cells, at, read, columns));
  const kept = read.filter((_, at) => !totals[at]);
  return {
    rows: kept.map((cells) => cells.map(({ text: cell }) => cell)),
    totals: read.filter((_, at) => totals[at]).map((cells) => cells.map(({ text: cell }) => cell)),
    doubts: kept.flatMap((cells, row) => doubtful(cells, columns).map((doubt) => ({ row, doubt }))),
    swapped: areSwapped(kept, columns),
    commas: kept.some((cells) => cells.some(({ comma }) => comma)),
  };
}

/** @typedef {{ text: string, comma?: boolean }} Cell */

/** A list of single values: every cell is a row of its own. @param {string} line @returns {string[][]} */
function values(line) {
  const separator = ["\t", ";"].find((mark) => line.includes(mark));
  if (separator) return line.split(separator).map((cell) => [cell]);
  if (withPoint(line) !== null || saysNotApplicable(line)) return [[line]];
  return line
    .split(/,\s*|\s+/u)
    .filter(Boolean)
    .map((cell) => [cell]);
}

/** @param {string[]} lines @param {Column[]} columns */
function split(lines, columns) {
  const separator = SEPARATORS.find((mark) => lines.some((line) => line.includes(mark))) ?? "\t";
  const table = lines.map((line) => line.split(separator).map((cell) => cell.trim()));
  const isNumbered =
    table.length > 1 && table.filter((cells, at) => Number(cells[0]) === at + 1).length > table.length / 2;
  const hasNames = table.every((cells) => cells.length > columns.length || cells.length === 1);
  return isNumbered && hasNames && !columns[0]?.number ? table.map((cells) => cells.slice(1)) : table;
}

/** Leaves a heading out, and lets it say which column is which. @param {string[][]} table @param {Column[]} columns */
function headed(table, columns) {
  const plain = columns.map((_, at) => at);
  const [head = [], ...body] = table;
  const isHead =
    body.length > 0 &&
    !head.some((cell) => isNumeral(cell)) &&
    body.some((cells) => cells.some((cell) => isNumeral(cell)));
  if (!isHead) return { body: table, order: plain };
  const found = columns.map(({ key, words }) => place(head, key, words));
  const isClear = columns.every(({ number }, at) => !number || found[at] !== -1);
  const order = isClear && new Set(found).size === found.length ? found : plain;
  return { body, order: order.map((at, column) => (at === -1 ? column : at)) };
}

/** @param {string[]} head @param {string} key @param {string} words */
function place(head, key, words) {
  const pattern = /** @type {Record<string, RegExp>} */ (HEADS)[key];
  const exact = head.findIndex((cell) => cell.toLowerCase() === words.toLowerCase());
  return exact !== -1 || !pattern ? exact : head.findIndex((cell) => pattern.test(cell));
}

/** @param {string} cell */
function isNumeral(cell) {
  return /^[$]?\s*\d[\d.,\s]*%?$/u.test(cell.trim());
}

/** @param {string} cell @returns {Cell} */
function numeral(cell) {
  const point = withPoint(cell);
  if (point !== null) return { text: point, comma: true };
  return {
    text: /^[-–—]+$/u.test(cell) ? "" : cell.replace(/(?<=\d)[\s\u00a0](?=\d{3}\b)/gu, "").replace(/\s*%$/u, ""),
  };
}

/** By its name, or as a last row that is the sum of those above. @param {Cell[]} cells @param {number} at @param {Cell[][]} all @param {Column[]} columns */
function isTotal(cells, at, all, columns) {
  const numbers = columns.flatMap(({ number }, column) => (number ? [column] : []));
  if (columns.length < 2 || all.length < 3) return false;
  const name = columns[0]?.number ? "" : (cells[0]?.text ?? "");
  if (TOTAL.test(name)) return true;
  if (at !== all.length - 1) return false;
  const value = (/** @type {Cell[]} */ row, /** @type {number} */ column) => Number(row[column]?.text) || 0;
  return (
    !name && numbers.every((column) => sum(all.slice(0, at), (row) => value(row, column)) === value(cells, column))
  );
}

/** @param {Cell[][]} rows @param {(row: Cell[]) => number} value */
function sum(rows, value) {
  return rows.reduce((all, row) => all + value(row), 0);
}

/** @param {Cell[]} cells @param {Column[]} columns @returns {Doubt[]} */
function doubtful(cells, columns) {
  const numbers = cells.filter((_, at) => columns[at]?.number).map(({ text }) => text);
  if (!numbers.length) return [];
  if (numbers.some(saysNotApplicable)) return ["not_applicable"];
  if (numbers.every((text) => text === "") || numbers[0] === "") return ["blank"];
  return numbers.length > 1 && Number(numbers[0]) === 0 && Number(numbers[1]) > 0 ? ["zero"] : [];
}

/** @param {Cell[][]} rows @param {Column[]} columns */
function areSwapped(rows, columns) {
  const [first, second] = columns.flatMap(({ number }, at) => (number ? [at] : []));
  if (first === undefined || second === undefined) return false;
  const pairs = rows
    .map((cells) => [cells[first]?.text, cells[second]?.text])
    .filter(([one, other]) => one && other && isNumeral(one) && isNumeral(other))
    .map(([one, other]) => Number(one) - Number(other));
  return pairs.length > 1 && pairs.every((difference) => difference >= 0) && pairs.some((difference) => difference > 0);
}
