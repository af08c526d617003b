/** What would turn a "no": the answers to change, with the day until which waiting is enough. */

import { h } from "../../shared/dom.mjs";
import { capital, dayWords } from "../../shared/words.mjs";

/** @typedef {import("../../shared/outcome.mjs").Drawn} Drawn */
/** @typedef {import("../../shared/outcome.mjs").ShownChange} ShownChange */

/** @param {Drawn} drawn */
export function changesPart({ changes }) {
  return changes.flatMap((told) => {
    if (!told.length) return [];
    return [
      h("h4", { class: "cor-head" }, "What would change it"),
      told.length > 1 && h("p", { class: "cor-ways" }, "All of these together:"),
      h("ul", { class: "cor-changes" }, ...told.map(item)),
    ];
  });
}

/** @param {ShownChange} told */
function item({ what, from, to, when }) {
  return h(
    "li",
    {},
    `${capital(what)}: from `,
    h("s", {}, from),
    " to ",
    h("strong", {}, to),
    ...(when ? [", by waiting until ", h("time", { datetime: when }, dayWords(when))] : []),
  );
}
