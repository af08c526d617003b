/** Dates in their order, as a picture and as a table; those gone by are marked. */

import { h, svg } from "./dom.mjs";
import { dateLabel, ruleLink } from "./names.mjs";
import { dayWords } from "./words.mjs";

/** @typedef {import("./names.mjs").Names} Names */
/** @typedef {{ name: string, day: string, rule: string | undefined }} Entry */

const DAY = 86_400_000;
const ROOM = 7; // percent of the width that a numbered dot needs
const STEP = 26; // pixels from one level of dots to the next

/**
 * @param {import("./result.mjs").Result} result  its findings stand in the order of its dates
 * @param {string} asOf
 * @param {Names} names
 * @returns {HTMLElement[]}
 */
export function schedulePart(result, asOf, names) {
  const entries = Object.entries(result.dates).map(([name, day], at) => ({
    name,
    day,
    rule: result.findings[at]?.rule,
  }));
  if (!entries.length) return [];
  entries.sort((one, other) => one.day.localeCompare(other.day));
  return [picture(entries, asOf), table(entries, asOf, names)];
}

/** @param {Entry[]} entries @param {string} asOf @param {Names} names */
function table(entries, asOf, names) {
  const head = ["No.", "Date", "What, and by which rule"].map((words) => h("th", { scope: "col" }, words));
  const rows = entries.map(({ name, day, rule }, at) =>
    h(
      "tr",
      { class: day < asOf && "cor-gone" },
      h("td", {}, String(at + 1)),
      h("td", {}, h("time", { datetime: day }, unbroken(dayWords(day))), h("br"), h("small", {}, distance(asOf, day))),
      h("td", {}, dateLabel(names, name), rule && h("br"), rule && h("small", {}, ruleLink(names, rule))),
    ),
  );
  const scroller = { class: "cor-wide", role: "region", "aria-label": "Dates in their order", tabindex: "0" };
  return h(
    "div",
    scroller,
    h("table", { class: "cor-table" }, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...rows)),
  );
}

/** The day and its month stay on one line of a narrow column. @param {string} day */
function unbroken(day) {
  return day.replace(" ", "\u00a0");
}

/** @param {string} asOf @param {string} day */
function distance(asOf, day) {
  const days = Math.round((Date.parse(day) - Date.parse(asOf)) / DAY);
  if (days === 0) return "today";
  if (days < 0) return `gone by, ${-days} ${days === -1 ? "day" : "days"} ago`;
  return `in ${days} ${days === 1 ? "day" : "days"}`;
}

/** @param {Entry[]} entries @param {string} asOf */
function picture(entries, asOf) {
  const times = [...entries.map(({ day }) => Date.parse(day)), Date.parse(asOf)];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const at = (/** @type {number} */ time) => 4 + (92 * (time - first)) / (last - first || 1);
  const levels = spread(entries.map(({ day }) => at(Date.parse(day))));
  const base = 24 + STEP * (Math.max(...levels) + 1);
  const dots = entries.flatMap(({ day }, place) =>
    dot(at(Date.parse(day)), base - STEP * (levels[place] ?? 0) - 16, place + 1, day < asOf),
  );
  const shape = {
    class: "cor-picture",
    width: "100%",
    height: base + 24,
    role: "img",
    "aria-label": `Timeline of ${entries.length} dates from ${dayWords(entries[0]?.day ?? asOf)}; the table below lists them.`,
  };
  return h(
    "div",
    {},
    svg(
      "svg",
      shape,
      svg("line", { x1: "1%", x2: "99%", y1: base, y2: base, class: "cor-axis" }),
      ...years(first, last, at, base),
      ...todayLine(at(Date.parse(asOf)), base),
      ...dots,
    ),
  );
}

/** The level of each dot, so that none covers another. @param {number[]} places in ascending order */
function spread(places) {
  /** @type {number[]} */
  const taken = [];
  return places.map((place) => {
    const free = taken.findIndex((until) => until <= place);
    const level = free < 0 ? taken.length : free;
    taken[level] = place + ROOM;
    return level;
  });
}

/** @param {number} x @param {number} y @param {number} number @param {boolean} gone */
function dot(x, y, number, gone) {
  return [
    svg("circle", { cx: `${x}%`, cy: y, r: 11, class: gone ? "cor-dot cor-dot-gone" : "cor-dot" }),
    svg(
      "text",
      { x: `${x}%`, y: y + 4, "text-anchor": "middle", class: gone ? "cor-dot-number cor-dot-gone" : "cor-dot-number" },
      String(number),
    ),
  ];
}

/** @param {number} x @param {number} base */
function todayLine(x, base) {
  const anchor = x > 85 ? "end" : x < 15 ? "start" : "middle";
  return [
    svg("line", { x1: `${x}%`, x2: `${x}%`, y1: 16, y2: base + 4, class: "cor-today" }),
    svg("text", { x: `${x}%`, y: 11, "text-anchor": anchor, class: "cor-tick" }, "Today"),
  ];
}

/** @param {number} first @param {number} last @param {(time: number) => number} at @param {number} base */
function years(first, last, at, base) {
  const from = new Date(first).getUTCFullYear() + 1;
  const count = Math.max(0, new Date(last).getUTCFullYear() - from + 1);
  const every = Math.ceil(count / 6);
  return Array.from({ length: count }, (_, place) => from + place)
    .filter((_, place) => place % every === 0)
    .flatMap((year) => {
      const x = `${at(Date.UTC(year, 0, 1))}%`;
      return [
        svg("line", { x1: x, x2: x, y1: base - 4, y2: base + 4, class: "cor-axis" }),
        svg("text", { x, y: base + 18, "text-anchor": "middle", class: "cor-tick" }, String(year)),
      ];
    });
}
