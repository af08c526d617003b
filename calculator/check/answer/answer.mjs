/**
 * An outcome as part of the page: the answer in a sentence, the next date and the next step first; then why, what would
 * change it, and what is assumed.
 */

import { description, hrefOf, ruleLink, subjectWords } from "../../shared/description.mjs";
import { folded, h } from "../../shared/dom.mjs";
import { capital } from "../../shared/words.mjs";
import { drawingPart } from "../pictures/pictures.mjs";
import { cardPart } from "./card.mjs";
import { changesPart } from "./changes.mjs";
import { datesPart, nextDatePart } from "./dates.mjs";
import { elementsPart } from "./elements.mjs";
import { noticesPart } from "./notices.mjs";
import { datesOf, drawnOf, ordered } from "./order.mjs";
import { partnersPart } from "./partners.mjs";
import { reasonsPart } from "./reasons.mjs";

/** @typedef {import("../../shared/outcome.mjs").Outcome} Outcome */
/** @typedef {import("../../shared/outcome.mjs").Result} Result */
/** @typedef {import("../../shared/outcome.mjs").Drawings} Drawings */
/** @typedef {import("../../shared/outcome.mjs").Drawn} Drawn */
/** @typedef {import("./order.mjs").Dated} Dated */
/** @typedef {import("../../shared/dom.mjs").Child} Child */
/**
 * What showing an answer needs of the page around it.
 *
 * @typedef {object} Page
 * @property {string} asOf
 * @property {Outcome["assumptions"]} assumptions
 * @property {Set<string>} open  names of the folded parts that the reader has opened
 * @property {(key: string) => void} goTo  leads to a question of the form
 * @property {(keys: readonly string[]) => Asked[]} questions  how the form asks for these answers, and in which order
 * @property {(key: string, value: string) => void} choose  answers a question of the form
 * @property {{ subject: string, rule: string } | null} first
 */
/** @typedef {{ key: string, words: string, go: () => void }} Asked  a question, and what leads to it */
/** @typedef {{ result: Result, drawn: Drawn, dates: Dated[], next: Dated[] }} Told */

/** @param {Outcome} outcome @param {Drawings} drawings @param {Page} page @returns {Told[]} */
export function toldOf(outcome, drawings, page) {
  const told = outcome.results.flatMap((result) => {
    const drawn = drawnOf(drawings, outcome.check, result.subject);
    return drawn ? [{ result, drawn, ...datesOf(result, drawn) }] : [];
  });
  const order = ordered(outcome.results, page.first);
  return told.sort((one, other) => order.indexOf(one.result) - order.indexOf(other.result));
}

/** The most results that are shown unfolded. */
const FEW = 3;

/** @param {Outcome} outcome @param {Told[]} told @param {Page} page @returns {HTMLElement[]} */
export function answerParts(outcome, told, page) {
  /** @type {Set<string>} */
  const said = new Set();
  const [shown, rest] = [told.slice(0, FEW), told.slice(FEW)];
  const summary = [`${rest.length} more`];
  return [
    ...cardsAndDetails(shown, outcome, page, said, noticesPart(outcome)),
    rest.length > 0 &&
      folded({ name: "rest", open: page.open, summary }, () => cardsAndDetails(rest, outcome, page, said, null)),
    assumed(outcome, told, page),
  ].filter((part) => part instanceof HTMLElement);
}

/** @param {Told[]} told @param {Outcome} outcome @param {Page} page @param {Set<string>} said @param {HTMLElement | null} between */
function cardsAndDetails(told, outcome, page, said, between) {
  return [
    h("div", { class: "cor-cards" }, ...told.map((one) => card(one, outcome, page, said))),
    between,
    ...told.map((one) => details(one, outcome, page, outcome.results.length > 1)),
  ];
}

// ─── What comes first ───

/** What an earlier card has said is not said again. @param {Told} told @param {Outcome} outcome @param {Page} page @param {Set<string>} said */
function card({ result, drawn, next }, outcome, page, said) {
  const isNew = (/** @type {string} */ words) => !said.has(words) && said.add(words);
  const step = result.next_steps.find(({ href }) => isNew(href));
  const dates = next.filter(({ name, date }) => isNew(`${name} ${date}`));
  return cardPart(
    outcome.check,
    result,
    facts(result, drawn),
    ...dates.map((date) => nextDatePart(date, page)),
    step && h("p", { class: "cor-first-step" }, h("a", { href: hrefOf(step.href) }, step.text)),
    openPart(page.questions(result.open_questions), said),
  );
}

/** @param {Result} result @param {Drawn} drawn */
function facts({ certificate, stage }, { figures }) {
  const shown = [
    ...[certificate && description.certificates[certificate], stage && description.stages[stage]].map(
      (words) => words && h("li", {}, h("strong", {}, words)),
    ),
    ...Object.entries(figures).map(([name, words]) =>
      h("li", {}, `${description.figures[name]?.label}: `, h("strong", {}, words)),
    ),
  ].filter(Boolean);
  return shown.length > 0 && h("ul", { class: "cor-facts" }, ...shown);
}

/** @param {Asked[]} asked @param {Set<string>} said */
function openPart(asked, said) {
  const isFirst = !said.has("open");
  said.add("open");
  const fresh = asked.filter(({ words }) => !said.has(words) && said.add(words));
  if (!fresh.length) return null;
  const words = isFirst ? "What still matters" : "What matters here as well";
  return h("div", { class: "cor-open" }, h("h4", { class: "cor-head" }, words), h("ul", {}, ...fresh.map(askedItem)));
}

/** @param {Asked} asked */
export function askedItem({ words, go }) {
  const link = h("a", { href: "#" }, words);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  return h("li", {}, link);
}

// ─── Why ───

/** @param {Told} told @param {Outcome} outcome @param {Page} page @param {boolean} many */
function details({ result, drawn, dates }, outcome, page, many) {
  const { drawing } = drawn;
  const isSchedule = result.verdict === null && dates.length > 0;
  const parts = [
    partnersPart(result, page),
    drawing && (drawing.kind !== "timeline" || isSchedule) && drawingPart(drawing, page.asOf),
    elementsPart(result),
    ...(isSchedule ? [datesPart(dates, page, true)] : reasonsPart(result, page)),
    ...changesPart(drawn),
    !isSchedule && datesPart(dates, page),
    ...stepsPart(result, drawn),
  ].filter((part) => part instanceof Node);
  if (!parts.length) return null;
  const subject = subjectWords(outcome.check, result.subject);
  return h(
    "section",
    { class: "cor-details", "data-details": result.subject },
    many && h("h3", { class: "cor-details-title" }, capital(subject)),
    ...parts,
  );
}

/** The first step stands at the top. @param {Result} result @param {Drawn} drawn */
function stepsPart({ next_steps: all }, { doors }) {
  const steps = [...all.slice(1), ...doors];
  if (!steps.length) return [];
  return [
    h("h4", { class: "cor-head cor-next-title" }, "What else to do"),
    h("ul", { class: "cor-next" }, ...steps.map(({ text, href }) => h("li", {}, h("a", { href: hrefOf(href) }, text)))),
  ];
}

/** @param {Outcome} outcome @param {Told[]} told @param {Page} page */
function assumed({ assumptions }, told, page) {
  const beside = new Set(told.flatMap(({ dates }) => dates.map(({ rule }) => rule)));
  const rest = assumptions.filter(({ rule }) => !beside.has(rule));
  if (!rest.length) return null;
  const summary = [rest.length === 1 ? "What this answer assumes" : `What this answer assumes (${rest.length})`];
  return folded({ name: "assumptions", open: page.open, summary, class: "cor-fold cor-assumed" }, () => [
    h(
      "ul",
      {},
      ...rest.map(({ rule, text }) => h("li", {}, capital(text), " ", h("small", {}, "Rule: ", ruleLink(rule)))),
    ),
  ]);
}
