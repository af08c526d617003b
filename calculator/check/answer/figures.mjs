/** Figures of a result: what they are called, and how they are written. */

import { description } from "../description.mjs";
import { withUnit } from "../words.mjs";

/** Units of figures, as they are written. @type {Record<string, string>} */
const UNITS = { percent: "%", money: "$", points: "points", elements: "" };

/** @param {string} name */
export function figureLabel(name) {
  return description.figures[name]?.label ?? name;
}

/** @param {string} name @param {string | number} figure */
export function figureWords(name, figure) {
  const text = String(figure);
  return description.certificates[text] ?? withUnit(text, UNITS[description.figures[name]?.unit ?? ""] ?? "");
}
