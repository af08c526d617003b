/** How the columns of a file were understood, and a list beside each to say it otherwise. */

import { checkNamed, nounOf, questionOf } from "../shared/description.mjs";
import { h } from "../shared/dom.mjs";
import { listed } from "../shared/words.mjs";

/**
 * @typedef {object} Columns
 * @property {string[]} header
 * @property {Record<string, string>} keys  by header: the question that it was taken for
 * @property {Record<string, string>} chosen  by header: what a person has said, a key or "" for none
 * @property {Record<string, string>} guessed  by header: the question that its words name
 */

const NONE = "";
/** The most columns that a sentence names. */
const MOST_NAMED = 8;

/**
 * What a person has chosen so far, with one column chosen again: a question has one column, so another that was taken for it
 * is taken for none.
 *
 * @param {Pick<Columns, "header" | "keys" | "chosen">} columns @param {string} name  the header @param {string} key  "" for none
 * @returns {Record<string, string>}
 */
export function withChoice({ header, keys, chosen }, name, key) {
  const others = header.filter((other) => other !== name && (chosen[other] ?? keys[other]) === key);
  return { ...chosen, ...Object.fromEntries(key ? others.map((other) => [other, NONE]) : []), [name]: key };
}

/**
 * What was said of columns, as far as it is of this check: another one has other questions.
 *
 * @param {string} check @param {Record<string, string>} said
 */
export function saidFor(check, said) {
  const asked = checkNamed(check)?.keys ?? [];
  return Object.fromEntries(Object.entries(said).filter(([, key]) => key === NONE || asked.includes(key)));
}

/** Headers that stand in a file more than once: no choice can tell them apart. @param {string[]} header */
export function twice(header) {
  return new Set(header.filter((name, at) => header.indexOf(name) !== at));
}

/** The columns that were taken for no question. @param {Pick<Columns, "header" | "keys">} columns */
export function unused({ header, keys }) {
  return header.filter((name) => keys[name] === undefined);
}

/** @param {string[]} columns */
function named(columns) {
  const shown = columns.slice(0, MOST_NAMED).map((name) => `“${name || "without a name"}”`);
  const left = columns.length - shown.length;
  return listed(left ? [...shown, `${left} more`] : shown);
}

/** In a sentence or two. @param {string} check @param {Pick<Columns, "header" | "keys" | "guessed">} columns */
export function columnsWords(check, { header, keys, guessed }) {
  const asked = checkNamed(check)?.keys ?? [];
  const found = new Set(Object.values(keys));
  const missing = asked.filter((key) => !found.has(key));
  const rest = unused({ header, keys });
  const passing = rest.length
    ? ` ${named(rest)} ${rest.length === 1 ? "answers no question and passes" : "answer no question and pass"} through unchanged.`
    : "";
  const without = missing.length ? ` Not in the file, and so not answered: ${listed(missing.map(nounOf))}.` : "";
  const guesses = header.filter((name) => guessed[name] !== undefined && keys[name] === guessed[name]);
  const taken = guesses.map((name) => `“${name}” for ${nounOf(/** @type {string} */ (guessed[name]))}`);
  const guessing = taken.length ? ` By their names we took ${listed(taken)}: see that this is right.` : "";
  const answering = `${found.size} of ${header.length} columns ${found.size === 1 ? "answers" : "answer"} a question.`;
  return `${answering}${guessing}${passing}${without}`;
}

/**
 * @param {string} check
 * @param {Columns} columns
 * @param {(header: string, key: string) => void} choose
 */
export function columnsTable(check, columns, choose) {
  const same = twice(columns.header);
  return h(
    "table",
    { class: "cor-columns-table" },
    h(
      "thead",
      {},
      h("tr", {}, h("th", { scope: "col" }, "Column of your file"), h("th", { scope: "col" }, "Question")),
    ),
    h("tbody", {}, ...columns.header.map((name) => columnRow(check, name, columns, same.has(name), choose))),
  );
}

/** @param {string} check @param {string} name @param {Columns} columns @param {boolean} isTwice @param {(header: string, key: string) => void} choose */
function columnRow(check, name, { keys, chosen }, isTwice, choose) {
  const select = /** @type {HTMLSelectElement} */ (
    h(
      "select",
      { class: "cor-control", "aria-label": `What the column “${name}” answers`, disabled: isTwice },
      h("option", { value: NONE }, "None: it passes through"),
      ...(checkNamed(check)?.keys ?? []).map((key) => h("option", { value: key }, `${key}: ${questionOf(key)?.label}`)),
    )
  );
  select.value = chosen[name] ?? keys[name] ?? NONE;
  select.addEventListener("change", () => choose(name, select.value));
  const note = isTwice && h("p", { class: "cor-hint" }, "Two columns have this name. Rename one of them in your file.");
  return h("tr", {}, h("th", { scope: "row" }, name || "(without a name)"), h("td", {}, select, note));
}
