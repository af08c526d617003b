/** What would turn a "no": the answers to change, with the day by which waiting is enough. */

import { description, questionOf } from "../description.mjs";
import { h } from "../dom.mjs";
import { answerWords, capital, dayWords } from "../words.mjs";

/** @typedef {import("../description.mjs").Question} Question */
/** @typedef {import("../outcome.mjs").Change} Change */
/** @typedef {import("../outcome.mjs").Result} Result */
/** @typedef {{ what: string, from: string, to: string, when: string | null }} Told */

/** @param {Result} result @param {string | null} partner */
export function changesPart({ changes }, partner) {
  return changes.flatMap((set) => {
    const told = set.flatMap((change) => toldOf(change, partner));
    if (!told.length) return [];
    return [
      h("h4", { class: "cor-head" }, "What would change it"),
      told.length > 1 && h("p", { class: "cor-ways" }, "All of these together:"),
      h("ul", { class: "cor-changes" }, ...told.map(item)),
    ];
  });
}

/** @param {Change} change @param {string | null} partner @returns {Told[]} */
export function toldOf({ key, from, to, when }, partner) {
  const question = questionOf(key);
  const noun = question?.noun ?? key;
  if (Array.isArray(from) && Array.isArray(to)) return listTold({ from, to, when }, question, partner);
  return [{ what: noun, from: answerWords(question, from), to: answerWords(question, to), when }];
}

/** In a list only the items that move are told, by their number and name. @param {{ from: unknown[], to: unknown[], when: string | null }} change @param {Question | undefined} question @param {string | null} partner @returns {Told[]} */
function listTold({ from, to, when }, question, partner) {
  const names = (partner && description.elements[partner]) || [];
  return to.flatMap((value, at) => {
    const old = from[at];
    if (JSON.stringify(value) === JSON.stringify(old)) return [];
    const what = [`number ${at + 1}`, names[at]].filter(Boolean).join(", ");
    return [{ what, from: answerWords(question?.item, old), to: answerWords(question?.item, value), when }];
  });
}

/** @param {Told} told */
function item({ what, from, to, when }) {
  return h(
    "li",
    {},
    `${capital(what)}: from `,
    h("s", {}, from),
    " to ",
    h("strong", {}, to),
    ...(when && dayWords(when) !== to ? waiting(when) : []),
  );
}

/** @param {string} when */
function waiting(when) {
  return [", by waiting until ", h("time", { datetime: when }, dayWords(when))];
}
