/**
 * All answers as a file of the visitor's own: saved, and opened again on any check.
 *
 * A file keeps what was typed, also under keys that the check at hand does not ask.
 */

import { VERSION } from "./fragment.mjs";

/** @typedef {import("./fragment.mjs").Answers} Answers */
/** @typedef {import("./fragment.mjs").Typed} Typed */
/** @typedef {Record<string, Record<string, string>>} Renamed  by check: keys of version 1, and what they are called now */
/** @typedef {{ answers: Answers, left: string[], saved: string }} Opened  `left`: keys that no check asks; `saved`: the day, or nothing */

const FORMAT = "alberta-cor-guide-answers";
export const TOO_LARGE = 256 * 1024;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * @param {string} check
 * @param {Answers} answers
 * @param {string} day  the day on which it is saved
 */
export function write(check, answers, day) {
  return `${JSON.stringify({ format: FORMAT, version: Number(VERSION), saved: day, check, answers }, null, 2)}\n`;
}

/** A file that cannot be used; the message is a sentence for the page. */
export class FileError extends Error {}

/**
 * @param {string} text
 * @param {ReadonlySet<string>} known  all keys that some check asks
 * @param {Renamed} [renamed]
 * @returns {Opened}
 */
export function read(text, known, renamed = {}) {
  const file = parsed(text);
  if (file.format !== FORMAT)
    throw new FileError("This is not a file of answers that was saved here. Nothing was changed.");
  if (![1, Number(VERSION)].includes(Number(file.version)))
    throw new FileError("This file was saved by a version of this guide that we do not know. Nothing was changed.");
  const given = Object.entries(isObject(file.answers) ? file.answers : {});
  const names = file.version === 1 ? (renamed[String(file.check)] ?? {}) : {};
  /** @type {Opened} */
  const opened = { answers: {}, left: [], saved: DAY.test(String(file.saved)) ? String(file.saved) : "" };
  for (const [old, value] of given) {
    const key = names[old] ?? old;
    const answer = typed(value);
    if (known.has(key) && answer !== undefined) opened.answers[key] = answer;
    else opened.left.push(old);
  }
  if (!Object.keys(opened.answers).length)
    throw new FileError("This file holds no answers that a check here asks for. Nothing was changed.");
  return opened;
}

/** @param {string} text @returns {Record<string, unknown>} */
function parsed(text) {
  if (text.length > TOO_LARGE)
    throw new FileError("This file is too large to be a file of answers. Nothing was changed.");
  try {
    const file = JSON.parse(text.replace(/^\ufeff/u, ""));
    if (isObject(file)) return file;
  } catch {
    // not JSON at all
  }
  throw new FileError("This is not a file of answers that was saved here. Nothing was changed.");
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An answer as it would have been typed; undefined where it is none. @param {unknown} value @returns {Typed | undefined} */
function typed(value) {
  if (!Array.isArray(value)) return single(value);
  if (value.every(isObject)) return value.map(row);
  const items = value.map((item) => (item === null ? "" : single(item)));
  return items.every((item) => item !== undefined) ? items : undefined;
}

/** @param {unknown} value */
function single(value) {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** @param {Record<string, unknown>} given */
function row(given) {
  const fields = Object.entries(given).map(([key, value]) => [key, single(value) ?? ""]);
  return Object.fromEntries(fields.filter(([, value]) => value !== ""));
}
