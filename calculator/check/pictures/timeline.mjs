/** Dates in their order on a line of time, numbered as in the list beside it. */

import { h, svg } from "../../shared/dom.mjs";
import { dayWords } from "../../shared/words.mjs";
import { anchorAt, levelsOf, scaleOf, yearsIn } from "./scale.mjs";

/** @typedef {import("../../shared/outcome.mjs").Timeline} Timeline */

const ROOM = 8; // percent of the width that a numbered dot needs
const STEP = 26; // pixels from one level of dots to the next

/** @param {Pick<Timeline, "events" | "today">} timeline @param {string} asOf */
export function timelinePart({ events, today }, asOf) {
  if (!events.length) return null;
  const sorted = [...events].sort((one, other) => one.date.localeCompare(other.date));
  const days = [...sorted.map(({ date }) => date), today ?? asOf];
  const at = scaleOf(days);
  const levels = levelsOf(
    sorted.map(({ date }) => at(date)),
    ROOM,
  );
  const base = 26 + STEP * (Math.max(...levels) + 1);
  const place = at(today ?? asOf);
  const label = `Line of time with ${sorted.length} ${sorted.length === 1 ? "date" : "dates"} from ${dayWords(sorted[0]?.date ?? asOf)}; the list beside it says which.`;
  return h(
    "figure",
    { class: "cor-picture" },
    svg(
      "svg",
      { width: "100%", height: base + 24, role: "img", "aria-label": label },
      svg("line", { x1: "0%", x2: "100%", y1: base, y2: base, class: "cor-axis" }),
      ...yearsIn(days).flatMap((year) => tick(at(`${year}-01-01`), year, base)),
      svg("line", { x1: `${place}%`, x2: `${place}%`, y1: 16, y2: base + 4, class: "cor-today" }),
      svg("text", { x: `${place}%`, y: 11, "text-anchor": anchorAt(place), class: "cor-tick" }, "Today"),
      ...sorted.flatMap(({ date, state }, number) =>
        dot(at(date), base - STEP * (levels[number] ?? 0) - 16, number + 1, state),
      ),
    ),
  );
}

/** @param {number} x @param {number} year @param {number} base */
function tick(x, year, base) {
  return [
    svg("line", { x1: `${x}%`, x2: `${x}%`, y1: base - 4, y2: base + 4, class: "cor-axis" }),
    svg("text", { x: `${x}%`, y: base + 18, "text-anchor": "middle", class: "cor-tick" }, String(year)),
  ];
}

/** @param {number} x @param {number} y @param {number} number @param {string} state */
function dot(x, y, number, state) {
  const look = `cor-dot-${state}`;
  return [
    svg("circle", { cx: `${x}%`, cy: y, r: 11, class: `cor-dot ${look}` }),
    svg("text", { x: `${x}%`, y: y + 4, "text-anchor": "middle", class: `cor-dot-number ${look}` }, String(number)),
  ];
}
