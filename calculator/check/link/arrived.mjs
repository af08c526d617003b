/** Where answers came from that stand in a form already when the page opens, in a sentence. */

import { checkNamed, ROOT } from "../../shared/description.mjs";
import { dayWords } from "../../shared/words.mjs";

/** @typedef {"own" | "carried" | "link"} Origin  the visitor's own, from another check of this guide, or anyone's */
/** @typedef {{ y: number }} Left  kept with an entry of the history when its page is left */
/** @typedef {{ origin: Origin, from: string, landing: number | "answer" | null }} Visit  `from`: the other check's name; `landing`: where the page is to stand */

/**
 * @param {{ type: string, referrer: string, root: string, here: string, left: Left | undefined }} visit
 * @returns {Visit}
 */
export function visitOf({ type, referrer, root, here, left }) {
  const isReturn = type === "reload" || type === "back_forward";
  if (left) return { origin: "own", from: "", landing: isReturn ? left.y : null };
  const path = referrer.startsWith(root) ? referrer.slice(root.length).replace(/[?#].*$/u, "") : "";
  const check = /^check\/(?:([a-z-]+)\/)?$/u.exec(path);
  const from = check ? (check[1] ?? "overview") : here;
  return {
    origin: from === here ? "link" : "carried",
    from: from === here ? "" : from,
    landing: isReturn ? null : "answer",
  };
}

/** @param {string} here  the check of this page */
export function thisVisit(here) {
  const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  const left = /** @type {Left | undefined} */ (history.state?.cor);
  return visitOf({ type: entry?.type ?? "navigate", referrer: document.referrer, root: ROOT.href, here, left });
}

/** @param {Visit} visit @param {string} day  that of which the answer is */
export function arrivalWords({ origin, from }, day) {
  if (origin === "own") return "";
  if (origin === "carried") return `Filled in with your answers from “${checkNamed(from)?.title ?? from}”.`;
  return `This link came with answers filled in: they are those of whoever made it. The result is worked out for today, ${dayWords(day)}.`;
}
