/** Who would say what, while the partner is not known. */

import { description, partnerWords } from "../../shared/description.mjs";
import { button, h } from "../../shared/dom.mjs";
import { mark, toneOf } from "../../shared/marks.mjs";

/** @typedef {import("../../shared/outcome.mjs").Result} Result */
/** @typedef {import("../../shared/outcome.mjs").Verdict} Verdict */
/** @typedef {import("./answer.mjs").Page} Page */

/** @type {Verdict[]} */
const VERDICTS = ["yes", "no", "not_covered", "unknown"];

/** @param {Result} result @param {Page} page */
export function partnersPart({ by_partner: said }, page) {
  if (!said) return null;
  const rows = VERDICTS.map((verdict) => ({
    verdict,
    ids: description.partners.map(({ id }) => id).filter((id) => said[id] === verdict),
  }));
  return h(
    "table",
    { class: "cor-partners" },
    h("caption", {}, "Who would say what"),
    h(
      "tbody",
      {},
      ...rows
        .filter(({ ids }) => ids.length)
        .map(({ verdict, ids }) =>
          h(
            "tr",
            { "data-verdict": verdict },
            h("th", { scope: "row" }, mark(toneOf(verdict)), description.tones[toneOf(verdict)]),
            h(
              "td",
              {},
              ...ids.map((id) =>
                button(partnerWords(id), () => page.choose("partner", id), {
                  class: "cor-small cor-choose",
                  title: "Choose this partner",
                }),
              ),
            ),
          ),
        ),
    ),
  );
}
