/** How many rows say what, and what is to be mended in the file first. */

import { checkNamed, description } from "../../shared/description.mjs";
import { h } from "../../shared/dom.mjs";
import { toneMark } from "../../shared/marks.mjs";
import { capital, listed } from "../../shared/words.mjs";

/** @typedef {import("../../shared/outcome.mjs").Tone} Tone */
/** @typedef {import("./rows.mjs").Rows} Rows */
/** @typedef {import("./rows.mjs").Filter} Filter */
/** @typedef {import("./rows.mjs").Kind} Kind */

/** A number as people read it: 11,443. @param {number} number */
export function many(number) {
  return number.toLocaleString("en-CA");
}

/** @param {number} number @param {string} one @param {string} [several] */
export function counted(number, one, several = `${one}s`) {
  return `${many(number)} ${number === 1 ? one : several}`;
}

/**
 * A line for each subject, in which each tone is a button that shows its rows alone.
 *
 * @param {string} check @param {Rows} rows @param {Filter} filter @param {(filter: Filter) => void} choose
 */
export function countsPart(check, rows, filter, choose) {
  const subjects = (checkNamed(check)?.subjects ?? []).filter(({ name }) => rows.tones.has(name));
  return h(
    "dl",
    { class: "cor-counts" },
    line("Rows", allChip(rows, filter, choose), ...problemChip(rows, filter, choose)),
    ...subjects.map(({ name, words }) => line(capital(words), ...toneChips(name, rows, filter, choose))),
  );
}

/** @param {string} words @param {...Node} chips */
function line(words, ...chips) {
  return h("div", {}, h("dt", {}, words), h("dd", {}, ...chips));
}

/** @param {Rows} rows @param {Filter} filter @param {(filter: Filter) => void} choose */
function allChip(rows, filter, choose) {
  return chip(filter === null, () => choose(null), "All ", strong(rows.all));
}

/** @param {Rows} rows @param {Filter} filter @param {(filter: Filter) => void} choose */
function problemChip(rows, filter, choose) {
  if (!rows.bad) return [];
  return [chip(filter === "problems", () => choose("problems"), "Cannot be read ", strong(rows.bad))];
}

/** @param {string} subject @param {Rows} rows @param {Filter} filter @param {(filter: Filter) => void} choose */
function toneChips(subject, rows, filter, choose) {
  const counts = rows.tones.get(subject);
  const tones = /** @type {Tone[]} */ (Object.keys(description.tones)).filter((tone) => counts?.has(tone));
  const isChosen = (/** @type {Tone} */ tone) =>
    typeof filter === "object" && filter?.subject === subject && filter.tone === tone;
  return tones.map((tone) =>
    chip(
      isChosen(tone),
      () => choose({ subject, tone }),
      toneMark(tone) ?? "Answered",
      " ",
      strong(counts?.get(tone) ?? 0),
    ),
  );
}

/** @param {number} number */
function strong(number) {
  return h("strong", {}, many(number));
}

/** @param {boolean} isChosen @param {() => void} press @param {...(Node | string)} words */
function chip(isChosen, press, ...words) {
  const element = h("button", { type: "button", class: "cor-chip", "aria-pressed": String(isChosen) }, ...words);
  element.addEventListener("click", press);
  return element;
}

/** What is to be mended in the file, those problems first that most rows have. @param {Rows} rows */
export function problemsPart(rows) {
  const kinds = rows.kinds();
  if (!kinds.length) return null;
  return h(
    "section",
    { class: "cor-mend", "aria-labelledby": "cor-mend-title" },
    h("h3", { id: "cor-mend-title" }, `${counted(rows.bad, "row")} cannot be read`),
    h("p", {}, "All other rows are answered. Mend these in your file, and choose it again."),
    h("ul", {}, ...kinds.map(kindItem)),
  );
}

/** @param {Kind} kind */
function kindItem({ message, count, lines }) {
  const more = count > lines.length ? ` and ${many(count - lines.length)} more` : "";
  const where = more ? `${lines.map(many).join(", ")}${more}` : listed(lines.map(many));
  return h("li", {}, message, " ", h("span", { class: "cor-where" }, `Line${count === 1 ? "" : "s"} ${where}.`));
}
