/** What would turn the answer: the smallest sets of changes, with the day by which waiting is enough. */

import { h } from "./dom.mjs";
import { fieldLabel, optionWords } from "./shape.mjs";
import { dayWords, plain } from "./words.mjs";

/** @typedef {import("./result.mjs").Change} Change */
/** @typedef {import("./result.mjs").Page} Page */

/** @param {import("./result.mjs").Result} result @param {Page} page */
export function changesPart(result, page) {
  if (!result.changes.length) return [];
  const ways = result.changes.map((way) => h("ul", {}, ...way.flatMap((change) => changeItems(change, page))));
  const several = ways.length > 1;
  return [
    h("h4", {}, "What would change it"),
    h("p", { class: "cor-ways" }, several ? "Any one of these ways is enough:" : lead(result.changes[0]?.length ?? 0)),
    several
      ? h("ol", { class: "cor-changes" }, ...ways.map((way) => h("li", {}, way)))
      : h("div", { class: "cor-changes" }, ...ways),
  ];
}

/** @param {number} count */
function lead(count) {
  return count > 1 ? "All of these together:" : "This alone:";
}

/** @param {Change} change @param {Page} page */
function changeItems(change, { questions }) {
  const question = questions.find(({ key }) => key === change.key);
  const noun = question?.noun ?? change.key;
  if (Array.isArray(change.from) && Array.isArray(change.to)) return listItems(change, noun, question);
  return [item(noun, optionWords(question, change.from), optionWords(question, change.to), change.when)];
}

/**
 * In a list only the items that move are told, by their place; in a row only the fields that move.
 *
 * @param {Change} change @param {string} noun @param {import("./shape.mjs").Question | undefined} question
 */
function listItems(change, noun, question) {
  const [from, to] = /** @type {unknown[][]} */ ([change.from, change.to]);
  return (to ?? []).flatMap((value, at) => {
    const old = from?.[at];
    if (JSON.stringify(value) === JSON.stringify(old)) return [];
    if (typeof value === "object")
      return rowItems(question, /** @type {Row} */ (old ?? {}), /** @type {Row} */ (value ?? {}), at, change.when);
    return [item(`${noun}, number ${at + 1}`, optionWords(question, old), optionWords(question, value), change.when)];
  });
}

/** @typedef {Record<string, string>} Row */

/** @param {import("./shape.mjs").Question | undefined} question @param {Row} old @param {Row} row @param {number} at @param {string | null} when */
function rowItems(question, old, row, at, when) {
  const moved = (question?.fields ?? []).filter((field) => row[field] !== old[field]);
  return moved.map((field) =>
    item(
      `${row.name || `number ${at + 1}`}, ${fieldLabel(question, field)}`,
      plain(old[field] ?? "not known"),
      plain(row[field] ?? ""),
      when,
    ),
  );
}

/** @param {string} what @param {string} from @param {string} to @param {string | null} when */
function item(what, from, to, when) {
  return h(
    "li",
    {},
    `${what.charAt(0).toUpperCase()}${what.slice(1)}: from `,
    h("span", { class: "cor-from" }, from),
    " to ",
    h("strong", {}, to),
    ...(when && dayWords(when) !== to ? waiting(when) : []),
  );
}

/** @param {string} when */
function waiting(when) {
  return [", by waiting until ", h("time", { datetime: when }, dayWords(when)), " at the latest"];
}
