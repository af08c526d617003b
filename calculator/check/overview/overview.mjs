/**
 * The overview's answer: the certificate's own state, the dates ahead on one line of time, what to answer next, and
 * every check's result as a door into it.
 */

import { checkNamed, description, hrefOf, subjectWords } from "../../shared/description.mjs";
import { folded, h } from "../../shared/dom.mjs";
import { mark, shapeOf, toneMark } from "../../shared/marks.mjs";
import { capital, dayWords, distance } from "../../shared/words.mjs";
import { askedItem } from "../answer/answer.mjs";
import { cardPart } from "../answer/card.mjs";
import { dateLabel, nextDatePart, stateWords } from "../answer/dates.mjs";
import { noticesPart } from "../answer/notices.mjs";
import { timelinePart } from "../pictures/timeline.mjs";
import { standingOf } from "./standing.mjs";

/** @typedef {import("../../shared/outcome.mjs").Outcome} Outcome */
/** @typedef {import("../../shared/outcome.mjs").Drawings} Drawings */
/** @typedef {import("../../shared/outcome.mjs").Problem} Problem */
/** @typedef {import("../answer/answer.mjs").Page} Page */
/** @typedef {import("../answer/order.mjs").Dated} Dated */
/** @typedef {import("./standing.mjs").Standing} Standing */
/** @typedef {import("./standing.mjs").Group} Group */
/** @typedef {import("./standing.mjs").Told} Told */

const QUESTIONS = 3;
const DATES = 6;
const RESULTS = 2;

/** @param {Outcome} outcome @param {Drawings} drawings @returns {Standing} */
export function standing(outcome, drawings) {
  return standingOf(outcome, drawings, description.checks);
}

/** @param {Outcome} outcome @param {Standing} told @param {Page} page @returns {HTMLElement[]} */
export function overviewParts(outcome, told, page) {
  const { head, beside, idle } = told;
  const others = told.begun.filter((group) => group !== head && group !== beside);
  return [
    h(
      "div",
      { class: "cor-overview" },
      head && headPart(head, page),
      beside && headPart(beside, page),
      noticesPart(outcome),
      datesAhead(told.dates, page),
      questionsPart(told, page),
      others.length + idle.length > 0 &&
        h("ul", { class: "cor-doors" }, ...others.map((group) => door(group, page)), ...idle.map(idleDoor)),
      restPart(told.rest, page),
    ),
  ];
}

/** @param {Group} group @param {Page} page */
function headPart({ check, told }, page) {
  const [first] = told;
  if (!first) return null;
  if (first.entry.problems) return problemsPart(check, first.entry.problems, page);
  /** @type {Set<string>} */
  const said = new Set();
  const isNew = (/** @type {Dated} */ { name, date }) => !said.has(`${name} ${date}`) && said.add(`${name} ${date}`);
  const doors = [...first.doors, { text: checkNamed(check)?.title ?? check, href: first.entry.href }];
  return h(
    "div",
    { class: "cor-cards" },
    ...told.map(({ entry, next }, at) =>
      cardPart(
        check,
        entry,
        ...next.filter(isNew).map((date) => nextDatePart(date, page)),
        ...(at === told.length - 1 ? doors.map(doorLine) : []),
      ),
    ),
  );
}

/** The first leads on, the others are there as well. @param {import("./standing.mjs").Door} door @param {number} at */
function doorLine({ text, href }, at) {
  return h("p", { class: at === 0 && "cor-first-step" }, h("a", { href: hrefOf(href) }, text));
}

// ─── What is ahead, and what to answer ───

/** @param {Dated[]} dates @param {Page} page */
function datesAhead(dates, page) {
  if (!dates.length) return null;
  const events = dates.map((date) => ({ ...date, label: dateLabel(date) }));
  return h(
    "section",
    { class: "cor-ahead", "aria-label": "The dates ahead" },
    h("h3", { class: "cor-head" }, "The dates ahead"),
    timelinePart({ events, today: page.asOf }, page.asOf),
    h("ol", { class: "cor-dates cor-numbered" }, ...dates.slice(0, DATES).map((date) => dateItem(date, page))),
    dates.length > DATES &&
      folded({ name: "ahead", open: page.open, summary: [`${dates.length - DATES} more`] }, () => [
        h(
          "ol",
          { class: "cor-dates cor-numbered", start: DATES + 1 },
          ...dates.slice(DATES).map((date) => dateItem(date, page)),
        ),
      ]),
  );
}

/** @param {Dated} date @param {Page} page */
function dateItem(date, page) {
  return h(
    "li",
    { class: "cor-date", "data-date": date.name, "data-state": date.state },
    mark(shapeOf(date.state)),
    h(
      "p",
      {},
      h("strong", {}, `${capital(stateWords(date))} `, h("time", { datetime: date.date }, dayWords(date.date))),
      ` (${distance(page.asOf, date.date)}) `,
      dateLabel(date),
    ),
  );
}

/** @param {Standing} told @param {Page} page */
function questionsPart({ questions }, page) {
  const asked = page.questions(questions.map(({ key }) => key)).slice(0, QUESTIONS);
  if (!asked.length) return null;
  return h(
    "div",
    { class: "cor-open" },
    h("h3", { class: "cor-head" }, "What to answer next"),
    h("ul", {}, ...asked.map(askedItem)),
  );
}

// ─── The doors ───

/** @param {Group} group @param {Page} page */
function door({ check, told }, page) {
  const [first] = told;
  if (!first) return null;
  const title = checkNamed(check)?.title ?? check;
  if (first.entry.problems) return h("li", { "data-check": check }, problemsPart(check, first.entry.problems, page));
  const more = told.slice(RESULTS);
  return h(
    "li",
    { class: "cor-door", "data-check": check },
    h("a", { class: "cor-door-title", href: hrefOf(first.entry.href) }, title),
    ...told.slice(0, RESULTS).map((one) => line(check, one, told.length > 1)),
    more.length > 0 &&
      folded({ name: `door ${check}`, open: page.open, summary: [`${more.length} more`] }, () =>
        more.map((one) => line(check, one, true)),
      ),
  );
}

/** What cannot apply, in one line. @param {Group} group */
function idleDoor({ check, told, idle }) {
  return h(
    "li",
    { class: "cor-idle", "data-check": check },
    h("a", { href: hrefOf(told[0]?.entry.href ?? `check/${check}/`) }, checkNamed(check)?.title ?? check),
    " ",
    h("span", { class: "cor-line-words" }, idle),
  );
}

/** @param {string} check @param {Told} told @param {boolean} named */
function line(check, { entry }, named) {
  return h(
    "div",
    {
      class: "cor-line",
      "data-subject": entry.subject,
      "data-verdict": entry.verdict ?? "none",
      "data-tone": entry.tone,
    },
    h("p", {}, named && h("strong", {}, capital(subjectWords(check, entry.subject))), " ", toneMark(entry.tone)),
    h("p", { class: "cor-line-words" }, entry.headline),
  );
}

/** @param {string} check @param {Problem[]} problems @param {Page} page */
function problemsPart(check, problems, page) {
  return h(
    "div",
    { class: "cor-door cor-door-problem", "data-check": check },
    h("p", {}, h("strong", {}, checkNamed(check)?.title ?? check), ": answers do not fit each other."),
    h("ul", {}, ...problems.map((problem) => h("li", {}, problemLink(problem, page)))),
  );
}

/** @param {Problem} problem @param {Page} page */
function problemLink({ path, message }, page) {
  const key = path.split(".")[0] ?? "";
  const link = h("a", { href: `#answer-${key}` }, message);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    page.goTo(key);
  });
  return link;
}

/** @param {Group[]} rest @param {Page} page */
function restPart(rest, page) {
  if (!rest.length) return null;
  const summary = [
    rest.length === 1 ? "1 check that you have not begun" : `${rest.length} checks that you have not begun`,
  ];
  return folded({ name: "rest", open: page.open, summary }, () => [
    h(
      "ul",
      { class: "cor-doors cor-doors-rest" },
      ...rest.map(({ check, told }) =>
        h(
          "li",
          { "data-check": check },
          h("a", { href: hrefOf(told[0]?.entry.href ?? `check/${check}/`) }, checkNamed(check)?.title ?? check),
        ),
      ),
    ),
  ]);
}
