/**
 * The status bar at the foot of a phone: the answer in short while the answer itself is out of sight, and where to go
 * when an answer cannot be read.
 */

import { subjectWords } from "../../shared/description.mjs";
import { h } from "../../shared/dom.mjs";
import { mark, toneMark } from "../../shared/marks.mjs";
import { capital, shortDay } from "../../shared/words.mjs";
import { stateWords } from "../answer/dates.mjs";

/** @typedef {import("../answer/answer.mjs").Told} Told */
/** @typedef {"waiting" | "starting" | "ready" | "working" | "typing" | "answered" | "problem" | "failed"} State  of the element */

/** @type {Record<State, string>} */
export const STATES = {
  waiting: "",
  starting: "Getting the rules ready…",
  ready: "",
  working: "Working it out…",
  typing: "Finish typing: the answer follows.",
  answered: "",
  problem: "An answer cannot be read: go to it",
  failed: "The rules did not start.",
};

/** The words of an answer in the status bar. @param {string} check @param {Told[]} told @returns {(Node | string)[]} */
export function statusBarWords(check, told) {
  const [first, ...others] = told;
  if (!first) return [];
  const { result, next } = first;
  const dates = next.map((date) =>
    h("span", { class: "cor-status-bar-date" }, `${capital(stateWords(date))} ${shortDay(date.date)}`),
  );
  const lead = others.length
    ? told.slice(0, 2).map((one) => chip(check, one))
    : [h("span", { class: "cor-status-bar-line" }, mark(result.tone), h("span", {}, result.headline))];
  return [...lead, ...dates.slice(0, 1)];
}

/** @param {string} check @param {Told} told */
function chip(check, { result }) {
  return h(
    "span",
    { class: "cor-chip" },
    capital(subjectWords(check, result.subject)),
    " ",
    toneMark(result.tone) ?? result.headline,
  );
}

/** The answer in one line, for screen readers. @param {string} check @param {Told[]} told */
export function liveRegionWords(check, told) {
  return told
    .slice(0, 3)
    .map(({ result }) => `${capital(subjectWords(check, result.subject))}: ${result.headline}`)
    .join(" ");
}
