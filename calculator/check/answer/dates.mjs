/** Dates in the tense that people live in: open since, opens, due by, overdue, done, missed. */

import { description, partnerWords, ruleLink } from "../../shared/description.mjs";
import { folded, h } from "../../shared/dom.mjs";
import { mark, shapeOf } from "../../shared/marks.mjs";
import { capital, dayWords, distance, listed } from "../../shared/words.mjs";

/** @typedef {import("./order.mjs").Dated} Dated */
/** @typedef {import("./answer.mjs").Page} Page */

/** @param {Pick<Dated, "state">} date */
export function stateWords({ state }) {
  return description.date_states[state];
}

/** @param {Pick<Dated, "name">} date */
export function dateLabel({ name }) {
  return description.dates[name].label;
}

/** "Due by 1 December 2026, in 5 days". @param {Dated} date @param {string} asOf */
function tenseWords(date, asOf) {
  return h(
    "span",
    { class: "cor-when", "data-state": date.state },
    h("strong", {}, `${capital(stateWords(date))} `, h("time", { datetime: date.date }, dayWords(date.date))),
    ` (${distance(asOf, date.date)})`,
  );
}

/**
 * The date to act on next, with what can change it beside it.
 *
 * @param {Dated} date
 * @param {Page} page
 */
export function nextDatePart(date, page) {
  return h(
    "div",
    { class: "cor-next-date", "data-state": date.state, "data-date": date.name },
    mark(shapeOf(date.state)),
    h("p", {}, tenseWords(date, page.asOf), h("br"), dateLabel(date), ...partnersOf(date)),
    ...beside(date, page),
  );
}

/** All dates of a result, in their order. @param {Dated[]} dates @param {Page} page @param {boolean} [alone]  whether they are all that there is to see */
export function datesPart(dates, page, alone = false) {
  if (!dates.length) return null;
  if (alone) return list(dates, page, "cor-dates cor-numbered");
  const words = ["The date and its rule", "Both dates and their rules"][dates.length - 1];
  const summary = [words ?? `All ${dates.length} dates and their rules`];
  return folded({ name: `dates ${dates[0]?.subject}`, open: page.open, summary }, () => [list(dates, page)]);
}

/** @param {Dated[]} dates @param {Page} page @param {string} [look] */
function list(dates, page, look = "cor-dates") {
  /** What is assumed for several dates stands beside the first of them. @type {Set<string>} */
  const said = new Set();
  const fresh = (/** @type {Dated} */ { rule }) => !said.has(rule) && said.add(rule);
  return h("ol", { class: look }, ...dates.map((date) => item(date, fresh(date) ? beside(date, page) : [], page)));
}

/** @param {Dated} date @param {HTMLElement[]} notes @param {Page} page */
function item(date, notes, page) {
  return h(
    "li",
    { class: "cor-date", "data-date": date.name, "data-state": date.state },
    mark(shapeOf(date.state)),
    h(
      "div",
      {},
      h("p", {}, tenseWords(date, page.asOf)),
      h("p", {}, ruleLink(date.rule, dateLabel(date)), ...partnersOf(date)),
      ...notes,
    ),
  );
}

/** Whose own rule it is. @param {Dated} date */
function partnersOf({ partners }) {
  return partners.length ? [` (${listed(partners.map(partnerWords))})`] : [];
}

/** What can change this very date stands beside it, not among all that is assumed. @param {Dated} date @param {Page} page */
function beside({ rule }, { assumptions }) {
  return assumptions
    .filter((assumption) => assumption.rule === rule)
    .map(({ text }) => h("p", { class: "cor-beside" }, text));
}
