/** The state of each element's evidence, gaps first. On paper it is a list of things to do. */

import { description, questionOf } from "../../shared/description.mjs";
import { h } from "../../shared/dom.mjs";
import { mark, shapeOf } from "../../shared/marks.mjs";
import { listed } from "../../shared/words.mjs";

/** @typedef {import("../../shared/outcome.mjs").Result} Result */
/** @typedef {import("../../shared/outcome.mjs").Element} Element */

const STATES = ["gap", "open", "partly", "ready", "not_applicable"];

/** @param {Result} result */
export function elementsPart({ elements = [] }) {
  const told = elements.flatMap((element, at) =>
    element.state ? [{ ...element, state: element.state, number: at + 1 }] : [],
  );
  if (!told.length) return null;
  told.sort((one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state) || one.number - other.number);
  const head = ["Element", "Evidence"].map((words) => h("th", { scope: "col" }, words));
  const blank = ["Who", "By when"].map((words) => h("th", { scope: "col", class: "cor-paper-only" }, words));
  return h(
    "table",
    { class: "cor-table cor-elements" },
    h("caption", { class: "cor-visually-hidden" }, "Elements, gaps first"),
    h("thead", {}, h("tr", {}, ...head, ...blank)),
    h("tbody", {}, ...told.map(row)),
  );
}

/** @param {Element & { state: string, number: number }} element */
function row({ name, number, state, missing = [] }) {
  const kinds = missing.map((kind) => fieldLabel(kind).toLowerCase());
  return h(
    "tr",
    { "data-state": state },
    h("th", { scope: "row" }, `${number}. ${name ?? ""}`),
    h(
      "td",
      {},
      mark(shapeOf(state)),
      description.element_states[state] ?? state,
      kinds.length > 0 && `: ${listed(kinds)}`,
    ),
    h("td", { class: "cor-paper-only cor-blank" }),
    h("td", { class: "cor-paper-only cor-blank" }),
  );
}

/** @param {string} kind */
function fieldLabel(kind) {
  return questionOf("evidence")?.fields?.find(({ key }) => key === kind)?.label ?? kind;
}
