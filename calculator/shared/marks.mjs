/** Tones by shape, word and colour, never by one alone. The shapes are in the page. */

import { description } from "./description.mjs";
import { h, svg } from "./dom.mjs";

/** @typedef {import("./outcome.mjs").Tone} Tone */
/** @typedef {import("./outcome.mjs").Verdict} Verdict */
/** @typedef {import("./outcome.mjs").DateState} DateState */

/** The tone in which a verdict is shown where it stands by itself, without what could change it. @type {Record<Verdict, Tone>} */
const TONES = { yes: "yes", no: "no", unknown: "open", not_covered: "ask" };

/** The shape beside the state of a date or of a step. @type {Record<string, Tone>} */
const SHAPES = {
  open_since: "yes",
  opens: "running",
  due: "running",
  overdue: "not_yet",
  done: "yes",
  missed: "no",
  ends: "running",
  passed: "info",
  next: "running",
  ahead: "open",
  unknown: "open",
  ready: "yes",
  partly: "not_yet",
  gap: "no",
  open: "open",
  not_applicable: "ask",
};

/** @param {Tone} tone */
export function mark(tone) {
  return svg(
    "svg",
    { class: `cor-mark cor-tone-${tone}`, "aria-hidden": "true", width: 20, height: 20 },
    svg("use", { href: `#cor-mark-${tone}` }),
  );
}

/** @param {Verdict} verdict @returns {Tone} */
export function toneOf(verdict) {
  return TONES[verdict];
}

/** @param {string} state  of a date, a step or an element @returns {Tone} */
export function shapeOf(state) {
  return SHAPES[state] ?? "info";
}

/** A tone's shape and word together. @param {Tone} tone */
export function toneMark(tone) {
  const word = description.tones[tone];
  return word ? h("span", { class: `cor-word cor-tone-${tone}` }, mark(tone), word) : null;
}
