/** A certificate's years on a line of time: what is done, due, missed, and when to be certified again. */

import { h, svg } from "../../shared/dom.mjs";
import { mark, shapeOf } from "../../shared/marks.mjs";
import { dayWords, shortDay } from "../../shared/words.mjs";
import { anchorAt, scaleOf, yearsIn } from "./scale.mjs";

/** @typedef {import("../../shared/outcome.mjs").Cycle} Cycle */
/** @typedef {import("../../shared/outcome.mjs").CycleYear} Year */

const HEIGHT = 92;
const LINE = 46;

/** @type {Record<Year["state"], string>} */
const WORDS = {
  done: "done",
  due: "due",
  overdue: "overdue",
  missed: "missed",
  ahead: "ahead",
  passed: "was due",
  unknown: "not known",
};

/** @param {Cycle} cycle */
export function cyclePart(cycle) {
  return h(
    "figure",
    { class: "cor-picture" },
    picture(cycle),
    h("ol", { class: "cor-cycle" }, ...cycle.years.map(item), last(cycle)),
  );
}

/** @param {Cycle} cycle */
function picture({ from, to, today, years, recertify_by: recertify }) {
  const days = [from, to, today];
  const at = scaleOf(days, 3, 97);
  const label = `The certificate runs from ${dayWords(from)} to ${dayWords(to)}; the list below says what is due in it.`;
  return svg(
    "svg",
    { width: "100%", height: HEIGHT, role: "img", "aria-label": label },
    svg("rect", {
      x: `${at(from)}%`,
      y: LINE - 9,
      width: `${at(to) - at(from)}%`,
      height: 18,
      rx: 4,
      class: "cor-span",
    }),
    ...yearsIn(days).flatMap((year) => {
      const x = `${at(`${year}-01-01`)}%`;
      return [
        svg("line", { x1: x, x2: x, y1: LINE - 9, y2: LINE + 9, class: "cor-axis" }),
        svg("text", { x, y: LINE + 24, "text-anchor": "middle", class: "cor-tick" }, year.toString()),
      ];
    }),
    // Under the dots, and ending above the years: it runs through no number.
    svg("line", { x1: `${at(today)}%`, x2: `${at(today)}%`, y1: 16, y2: LINE + 9, class: "cor-today" }),
    ...years.flatMap((year, number) => dot(at(year.done ?? year.by), year.state, String(number + 1))),
    ...(recertify ? dot(at(recertify), "ahead", "R") : []),
    svg("text", { x: `${at(today)}%`, y: 11, "text-anchor": anchorAt(at(today)), class: "cor-tick" }, "Today"),
    svg("text", { x: `${at(from)}%`, y: HEIGHT - 4, "text-anchor": "start", class: "cor-tick" }, shortDay(from)),
    svg("text", { x: `${at(to)}%`, y: HEIGHT - 4, "text-anchor": "end", class: "cor-tick" }, shortDay(to)),
  );
}

/** Filled: done, due or overdue; crossed out: missed; a ring: still to come. @param {number} x @param {Year["state"]} state @param {string} number */
function dot(x, state, number) {
  return [
    svg("circle", { cx: `${x}%`, cy: LINE, r: 10, class: `cor-dot cor-dot-${state}` }),
    svg(
      "text",
      { x: `${x}%`, y: LINE + 4, "text-anchor": "middle", class: `cor-dot-number cor-dot-${state}` },
      state === "missed" ? "×" : number,
    ),
  ];
}

/** @param {Year} year */
function item({ label, by, latest, done, state }) {
  const due = latest && latest !== by ? `${dayWords(by)}, at the latest ${dayWords(latest)}` : dayWords(by);
  return h(
    "li",
    { "data-state": state },
    mark(shapeOf(state)),
    h("span", {}, `${label}: `, h("strong", {}, done ? `done on ${dayWords(done)}` : `${WORDS[state]}, by ${due}`)),
  );
}

/** @param {Cycle} cycle */
function last({ recertify_by: recertify, to }) {
  if (!recertify) return null;
  return h(
    "li",
    { "data-state": "ahead" },
    mark(shapeOf("ahead")),
    h(
      "span",
      {},
      "Recertification: ",
      h("strong", {}, `field work by ${dayWords(recertify)}, before it expires on ${dayWords(to)}`),
    ),
  );
}
