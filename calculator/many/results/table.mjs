/** The answered rows as a table, a page at a time: few elements, however long the file. */

import { dateLabel, stateWords } from "../../check/answer/dates.mjs";
import { checkNamed, description, hrefOf, nounOf, subjectWords } from "../../shared/description.mjs";
import { button, h } from "../../shared/dom.mjs";
import { toneMark } from "../../shared/marks.mjs";
import { capital, distance, listed, shortDay } from "../../shared/words.mjs";
import { many } from "./counts.mjs";
import { pageOf } from "./rows.mjs";

/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("./rows.mjs").Shown} Shown */

/** The most unanswered questions that a row names. */
const MOST_OPEN = 2;

/**
 * @param {string} check @param {Row[]} rows  those of the view, in its order @param {number} page @param {string} asOf
 * @param {(page: number) => void} turn
 */
export function tablePart(check, rows, page, asOf, turn) {
  if (!rows.length) return [h("p", { class: "cor-empty" }, "No row is like that.")];
  const cut = pageOf(rows, page);
  return [
    h(
      "table",
      { class: "cor-rows-table" },
      h(
        "caption",
        { class: "cor-visually-hidden" },
        `Rows ${many(cut.from)} to ${many(cut.to)} of ${many(rows.length)}`,
      ),
      h("thead", {}, h("tr", {}, ...["Line", "Row", "Result", "Next date", "Open"].map(heading))),
      h("tbody", {}, ...cut.rows.map((row) => rowOf(check, row, asOf))),
    ),
    pager(cut, rows.length, turn),
  ];
}

/** @param {string} words */
function heading(words) {
  return h("th", { scope: "col" }, words);
}

/** @param {string} check @param {Row} row @param {string} asOf */
function rowOf(check, row, asOf) {
  return h(
    "tr",
    { "data-line": row.line, "data-bad": row.problems.length > 0 },
    h("td", { class: "cor-line" }, many(row.line)),
    h("th", { scope: "row" }, row.name),
    h("td", {}, ...resultsOf(check, row)),
    h("td", {}, ...nextOf(row, asOf)),
    h("td", {}, row.href && h("a", { href: hrefOf(row.href), "aria-label": `Open ${row.name} in its check` }, "Open")),
  );
}

/** @param {string} check @param {Row} row */
function resultsOf(check, row) {
  if (row.problems.length)
    return [h("ul", { class: "cor-problems" }, ...row.problems.map(({ message }) => h("li", {}, message)))];
  const several = (checkNamed(check)?.subjects.length ?? 0) > 1;
  return Object.entries(row.results).map(([subject, shown]) =>
    h(
      "p",
      { "data-subject": subject, "data-tone": shown.tone },
      several && `${capital(subjectWords(check, subject))}: `,
      toneMark(shown.tone),
      ...factsOf(shown),
    ),
  );
}

/** @param {Shown} shown */
function factsOf({ certificate, stage, figures = {}, open = [] }) {
  const words = [
    certificate && description.certificates[certificate],
    stage && description.stages[stage],
    ...Object.entries(figures).map(([name, figure]) => `${description.figures[name]?.label}: ${figure}`),
    open.length > 0 && `Not answered: ${listed(fewOf(open))}`,
  ].filter(Boolean);
  return words.map((word) => h("span", { class: "cor-fact" }, String(word)));
}

/** The first questions of many, and how many more there are. @param {string[]} open */
function fewOf(open) {
  const more = open.length - MOST_OPEN;
  return more > 1 ? [...open.slice(0, MOST_OPEN).map(nounOf), `${more} more`] : open.map(nounOf);
}

/** @param {Row} row @param {string} asOf */
function nextOf({ next }, asOf) {
  if (!next) return [];
  return [
    `${capital(stateWords(next))} `,
    h("time", { datetime: next.date }, shortDay(next.date)),
    h("span", { class: "cor-fact" }, `${dateLabel(next)}, ${distance(asOf, next.date)}`),
  ];
}

/** @param {ReturnType<typeof pageOf>} cut @param {number} all @param {(page: number) => void} turn */
function pager({ page, last, from, to }, all, turn) {
  if (!last) return null;
  return h(
    "nav",
    { class: "cor-pager", "aria-label": "Pages of the table" },
    button("First", () => turn(0), { disabled: page === 0 }),
    button("Back", () => turn(page - 1), { disabled: page === 0 }),
    h("span", {}, `${many(from)} to ${many(to)} of ${many(all)}`),
    button("Next", () => turn(page + 1), { disabled: page === last }),
    button("Last", () => turn(last), { disabled: page === last }),
  );
}
