/** An outcome as part of the page: the answer first, then why, then what would change it and what comes next. */

import { changesPart } from "./changes.mjs";
import { h } from "./dom.mjs";
import { findingsPart } from "./findings.mjs";
import { verdictMark } from "./marks.mjs";
import { dateLabel, ruleLink } from "./names.mjs";
import { pathPart } from "./path.mjs";
import { carrying, picturePart } from "./picture.mjs";
import { schedulePart } from "./schedule.mjs";
import { tiesPart } from "./ties.mjs";
import { certificateWords, dayWords, figureWords, stageWords, subjectWords } from "./words.mjs";

/** @typedef {import("./shape.mjs").Question} Question */
/** @typedef {import("./names.mjs").Names} Names */
/** @typedef {import("./words.mjs").Verdict} Verdict */
/** @typedef {{ key: string, from: unknown, to: unknown, when: string | null }} Change */
/** @typedef {{ rule: string, met: Verdict, decisive: boolean, basis: string, statement: string, answer: string | null, needs: string | null, sources: string[] }} Finding */
/** @typedef {{ name: string, percent: string | null, points_to_pass: string }} Element */
/**
 * @typedef {object} Result
 * @property {string} subject
 * @property {Verdict | null} verdict
 * @property {string} headline
 * @property {string | null} certificate
 * @property {string | null} stage
 * @property {Record<string, string>} dates
 * @property {Record<string, string | number>} figures
 * @property {Element[]} [elements]
 * @property {Finding[]} findings
 * @property {string[]} open_questions
 * @property {Change[][]} changes
 * @property {{ text: string, href: string }[]} next_steps
 */
/**
 * @typedef {object} Outcome
 * @property {string} check
 * @property {string} as_of
 * @property {string} ruleset
 * @property {Record<string, unknown>} answers
 * @property {Result[]} results
 * @property {{ rule: string, text: string }[]} assumptions
 * @property {{ code: string, text: string }[]} notices
 * @property {string | null} [calendar]  the dates as an iCalendar text
 */
/** @typedef {{ questions: Question[], names: Names, goTo: (key: string) => void }} Page  what the result needs to know of the page */

/** @param {Outcome} outcome @param {Page} page @returns {HTMLElement[]} */
export function resultParts(outcome, page) {
  return [
    h("div", { class: "cor-cards" }, ...outcome.results.map((result) => card(result, outcome, page))),
    ...aside(
      "Take note",
      outcome.notices.map((notice) => [notice.text]),
    ),
    ...aside(
      "What this answer assumes",
      outcome.assumptions.map(({ rule, text }) => [text, " ", h("small", {}, "Rule: ", ruleLink(page.names, rule))]),
    ),
  ];
}

/** @param {Result} result @param {Outcome} outcome @param {Page} page */
function card(result, outcome, page) {
  const title = `cor-card-${result.subject}`;
  return h(
    "article",
    {
      class: "cor-card",
      "aria-labelledby": title,
      "data-verdict": result.verdict ?? "none",
      "data-subject": result.subject,
    },
    h("h3", { id: title }, subjectWords(result.subject), verdictMark(result)),
    h("p", { class: "cor-headline" }, result.headline),
    ...figuresPart(result, outcome, page.names),
    decided(result, outcome, page),
    openPart(result, page),
    ...(outcome.check === "plan" ? [] : findingsPart(result, page)),
    ...changesPart(result, page),
    ...nextPart(result),
  );
}

/** @type {Record<string, (result: Result, outcome: Outcome, names: Names) => HTMLElement[]>} */
const PICTURES = { independence: tiesPart, "internal-auditor": pathPart };

/** What the check gives besides its verdict: a schedule, scores against their lines, or a few dates and figures. @param {Result} result @param {Outcome} outcome @param {Names} names */
function figuresPart(result, outcome, names) {
  if (outcome.check === "plan") return schedulePart(result, outcome.as_of, names);
  if (result.elements) return picturePart(result, names);
  const drawn = PICTURES[outcome.check]?.(result, outcome, names) ?? [];
  return [...drawn, facts(result, outcome.as_of, names)];
}

/** @param {Result} result @param {string} asOf @param {Names} names */
function facts(result, asOf, names) {
  const shown = [certificateWords(result.certificate), stageWords(result.stage)]
    .filter(Boolean)
    .map((words) => h("li", {}, h("strong", {}, words)));
  const figures = Object.entries(result.figures).map(([name, figure]) => {
    const [words, value] = figureWords(name, figure);
    return h("li", {}, `${words}: `, h("strong", {}, value));
  });
  const inOrder = Object.entries(result.dates).sort(([, one], [, other]) => one.localeCompare(other));
  const dates = inOrder.map(([name, day]) =>
    h(
      "li",
      {},
      `${dateLabel(names, name)} `,
      h("strong", {}, h("time", { datetime: day }, dayWords(day))),
      day < asOf && h("span", { class: "cor-gone" }, " (gone by)"),
    ),
  );
  const all = [...shown, ...figures, ...dates];
  return all.length ? h("ul", { class: "cor-facts" }, ...all) : null;
}

/** @param {Result} result @param {Outcome} outcome @param {Page} page */
function decided(result, outcome, { questions }) {
  const settled = result.verdict === "yes" || result.verdict === "no";
  const rest = questions.some(({ key }) => (outcome.answers[key] ?? "unsure") === "unsure");
  return settled && rest ? h("p", { class: "cor-decided" }, "Already decided: you need not answer the rest.") : null;
}

/** @param {Result} result @param {Page} page */
function openPart(result, { questions, goTo }) {
  const open = questions.filter(({ key }) => result.open_questions.includes(key));
  if (!open.length) return null;
  const links = open.map((question) => {
    const link = h("a", { href: `#answer-${question.key}` }, question.label);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(question.key);
    });
    return h("li", {}, link);
  });
  return h("div", { class: "cor-open" }, h("h4", {}, "What still matters"), h("ul", {}, ...links));
}

/** @param {Result} result */
function nextPart(result) {
  if (!result.next_steps.length) return [];
  const steps = result.next_steps.map(({ text, href }) => h("li", {}, h("a", { href: carrying(result, href) }, text)));
  return [h("h4", {}, "What to do next"), h("ul", { class: "cor-next" }, ...steps)];
}

/** @param {string} title @param {import("./dom.mjs").Child[][]} entries */
function aside(title, entries) {
  if (!entries.length) return [];
  return [
    h(
      "section",
      { class: "cor-aside" },
      h("h3", {}, title),
      h("ul", {}, ...entries.map((entry) => h("li", {}, ...entry))),
    ),
  ];
}
