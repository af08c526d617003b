/** Doors from a check into another, filled in: nothing is typed twice, and no element loses its number. */

import { checkNamed, questionOf, ROOT } from "../description.mjs";
import { write } from "../link/fragment.mjs";

/** @typedef {import("../outcome.mjs").Outcome} Outcome */
/** @typedef {import("../outcome.mjs").Result} Result */
/** @typedef {import("../link/fragment.mjs").Answers} Answers */

const NOT_APPLICABLE = "not_applicable";

/** @param {string} href  from the site's root */
export function hrefOf(href) {
  return new URL(href, ROOT).href;
}

/**
 * The doors that an answer opens besides the rules' own next steps: scores go where they are asked for, an element's
 * name goes where its points are.
 *
 * @param {Result} result
 * @param {Outcome} outcome
 * @returns {{ text: string, href: string }[]}
 */
export function doorsOf(result, { check, partner, answers }) {
  /** @type {Answers} */
  const shared = partner ? { partner } : {};
  if (check === "score") return scoreDoors(result, shared);
  if (check !== "readiness") return [];
  const names = /** @type {{ element?: string }[]} */ (answers.evidence ?? []);
  const elements = names.map(({ element = "" }) => ({ name: element }));
  return elements.length
    ? [{ text: "Work out scores for these elements", href: doorTo("score", { ...shared, elements }) }]
    : [];
}

/** @param {Result} result @param {Answers} shared */
function scoreDoors({ subject, figures, elements = [] }, shared) {
  if (figures.overall === undefined) return [];
  const overall = String(figures.overall);
  if (subject !== "certification")
    return [
      {
        text: "Ask whether it keeps the certificate",
        href: doorTo("maintenance", { ...shared, maintenance_score: overall }),
      },
    ];
  const scores = elements.map(({ percent }) => percent ?? NOT_APPLICABLE);
  const carried = { ...shared, overall_score: overall, element_scores: scores };
  return [{ text: "Ask whether it is enough for a certificate", href: doorTo("certification", carried) }];
}

/** @param {string} name @param {Answers} answers */
function doorTo(name, answers) {
  const asked = (checkNamed(name)?.keys ?? []).flatMap((key) => {
    const question = questionOf(key);
    return question ? [{ key, question }] : [];
  });
  return `check/${name}/${write(asked, answers)}`;
}
