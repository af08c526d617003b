/** Which question a column answers whose header is not the question's key, by the words that the field uses for it. */

import { checkNamed, description, nounOf } from "../shared/description.mjs";
import { twice } from "./columns.mjs";

/** Other headers of employers' own lists, for questions whose key and noun people seldom write. @type {Record<string, string[]>} */
const ALSO = {
  partner: ["cp", "association"],
  employees: ["employee count", "headcount", "no of employees", "number of workers", "staff"],
  program: ["programme", "cor or secor"],
  certificate: ["certificate type", "type of certificate", "certificate length"],
  certified_on: ["certificate date", "certification date", "date certified", "date of certificate", "issue date"],
  first_maintenance: ["maintenance 1", "maintenance year 1"],
  second_maintenance: ["maintenance 2", "maintenance year 2"],
  industry_rated_premium: ["wcb premium", "premium"],
};
const ORDINALS = new Map([
  ["1st", "first"],
  ["2nd", "second"],
]);
const ARTICLES = /^(?:the|your|our) /u;

/** @param {string} header */
function plain(header) {
  const words = header.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .map((word) => ORDINALS.get(word) ?? word)
    .join(" ")
    .replace(ARTICLES, "");
}

/** @param {string} key */
function namesOf(key) {
  return [key, nounOf(key), ...(ALSO[key] ?? [])].map(plain);
}

/**
 * The questions of a check for columns that were taken for none; two columns that could answer the same one get none.
 *
 * @param {string} check
 * @param {Pick<import("./columns.mjs").Columns, "header" | "keys" | "chosen">} columns
 * @returns {Record<string, string>}
 */
export function guessed(check, { header, keys, chosen }) {
  const taken = new Set(Object.values(keys));
  const same = twice(header);
  const free = header.filter((name) => keys[name] === undefined && chosen[name] === undefined && !same.has(name));
  const found = (checkNamed(check)?.keys ?? [])
    .filter((key) => !taken.has(key))
    .map((key) => {
      const names = new Set(namesOf(key));
      return { key, columns: free.filter((name) => names.has(plain(name))) };
    });
  return Object.fromEntries(
    found.filter(({ columns }) => columns.length === 1).map(({ key, columns }) => [columns[0], key]),
  );
}

/** How many columns of a header answer questions of a check. @param {string} check @param {string[]} header */
function columnsRead(check, header) {
  const asked = new Set(checkNamed(check)?.keys);
  const keys = Object.fromEntries(header.map((name) => [name, keyOf(name)]).filter(([, key]) => asked.has(key)));
  return Object.keys(keys).length + Object.keys(guessed(check, { header, keys, chosen: {} })).length;
}

/** A header as a key, as Python reads it. @param {string} header */
function keyOf(header) {
  return header
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, "_");
}

/**
 * The check that reads most columns of a header, where it reads more than the one that is chosen.
 *
 * @param {string} chosen @param {string[]} header
 * @returns {{ check: import("../shared/description.mjs").Check, read: number } | null}
 */
export function betterCheck(chosen, header) {
  const [best] = description.checks
    .filter(({ subjects }) => subjects.length > 0) // the overview has no rows
    .map((check) => ({ check, read: columnsRead(check.name, header) }))
    .sort((one, other) => other.read - one.read);
  return best && best.read > columnsRead(chosen, header) ? best : null;
}
