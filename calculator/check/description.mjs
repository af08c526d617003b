/** Titles of rules and sources, made when the site is built, and the addresses of their entries in the reference. */

import { h } from "./dom.mjs";

/** The site's root: this folder stands in it. */
export const ROOT = new URL("../", import.meta.url);

/** @typedef {{ title: string, publisher: string, dated: string, url: string }} Source */
/** @typedef {{ rules: Record<string, string>, lines: Record<string, number>, months: Record<string, number>, dates: Record<string, string>, sources: Record<string, Source> }} Names  `lines`: rules that are percentages; `months`: rules that are a number of them */

/**
 * Without them the page shows ids instead: a missing title is no reason to withhold an answer.
 *
 * @returns {Promise<Names>}
 */
export async function loadNames() {
  try {
    const response = await fetch(new URL("names.json", import.meta.url));
    if (response.ok) return await response.json();
  } catch {
    // offline before the first visit was complete
  }
  return { rules: {}, lines: {}, months: {}, dates: {}, sources: {} };
}

/** @param {Names} names @param {string} rule */
export function ruleLink(names, rule) {
  return h(
    "a",
    { href: new URL(`reference/rules/#${encodeURIComponent(rule)}`, ROOT).href },
    names.rules[rule] ?? rule,
  );
}

/** @param {Names} names @param {string} id */
export function sourceLink(names, id) {
  const source = names.sources[id];
  const href = new URL(`reference/sources/#${encodeURIComponent(id)}`, ROOT).href;
  if (!source) return h("a", { href }, id);
  return h("a", { href, title: `${source.publisher}, ${source.dated}` }, `${source.publisher}: ${source.title}`);
}

/** @param {Names} names @param {string} date */
export function dateLabel(names, date) {
  return names.dates[date] ?? date;
}
