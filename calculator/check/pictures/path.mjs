/** A way as its steps: what is done, what is next, what was missed, each by shape and word. */

import { h } from "../../shared/dom.mjs";
import { mark, shapeOf } from "../../shared/marks.mjs";
import { dayWords, shortDay } from "../../shared/words.mjs";

/** @typedef {import("../../shared/outcome.mjs").Path} Path */

/** @type {Record<Path["steps"][number]["state"], string>} */
const WORDS = { done: "done", next: "next", ahead: "later", missed: "missed", unknown: "not known" };

/** @param {Path} path */
export function pathPart({ steps, by, latest }) {
  const items = steps.map(({ label, date, state }) =>
    h(
      "li",
      { class: "cor-step", "data-state": state, "aria-current": state === "next" && "step" },
      mark(shapeOf(state)),
      h("strong", {}, label),
      h(
        "small",
        {},
        state === "done" && date ? shortDay(date) : WORDS[state],
        state === "next" && by && `, by ${shortDay(by)}`,
      ),
    ),
  );
  const limit =
    by && latest && latest !== by
      ? h("p", { class: "cor-hint" }, `At the latest by ${dayWords(latest)}, at other partners.`)
      : null;
  return h("div", {}, h("ol", { class: "cor-path", "aria-label": "The steps" }, ...items), limit);
}
