/** What else there is to know beside an answer. */

import { h } from "../../shared/dom.mjs";

/** @param {Pick<import("../../shared/outcome.mjs").Outcome, "notices">} outcome */
export function noticesPart({ notices }) {
  if (!notices.length) return null;
  return h(
    "aside",
    { class: "cor-notices", "aria-label": "Take note" },
    ...notices.map(({ code, text }, at) =>
      h("p", { "data-notice": code }, at === 0 && h("strong", {}, "Take note. "), text),
    ),
  );
}
