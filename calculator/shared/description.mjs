/**
 * What the page knows of the checks: questions, choices, words, names of dates, partners. It is generated from the
 * Python package when the site is built, so that nothing of a rule is written down a second time here.
 */

import generated from "../generated/description.json" with { type: "json" };
import { h } from "./dom.mjs";

/** @typedef {import("../generated/types").Description} Description */
/** @typedef {import("../generated/types").Question} Question */
/** @typedef {import("../generated/types").CheckName} CheckName */
/** @typedef {import("../generated/types").Check} Check */

export const description = /** @type {Description} */ (/** @type {unknown} */ (generated));

/** The site's root: the folder of the scripts stands in it. */
export const ROOT = new URL("../", import.meta.url);

/** An address of the guide. @param {string} href  from the site's root */
export function hrefOf(href) {
  return new URL(href, ROOT).href;
}

/** @param {string} name @returns {Check | undefined} */
export function checkNamed(name) {
  return description.checks.find((check) => check.name === name);
}

/** @param {string} key @returns {Question | undefined} */
export function questionOf(key) {
  return description.questions[key];
}

/** A question as part of a sentence: "the date on the certificate". @param {string} key */
export function nounOf(key) {
  return questionOf(key)?.noun ?? key;
}

/** What a result is about, in words. @param {string} check @param {string} subject */
export function subjectWords(check, subject) {
  return checkNamed(check)?.subjects.find((one) => one.name === subject)?.words ?? subject;
}

/** @param {string} id */
export function partnerWords(id) {
  return description.partners.find((partner) => partner.id === id)?.short ?? id;
}

/** A link to a rule, by its title or by other words. @param {string} rule @param {string} [words] */
export function ruleLink(rule, words) {
  const href = hrefOf(`reference/rules/#${encodeURIComponent(rule)}`);
  const title = description.rules[rule]?.title ?? rule;
  return words ? h("a", { href, title }, words) : h("a", { href }, title);
}

/** @param {string} id */
export function sourceLink(id) {
  const source = description.sources[id];
  const href = new URL(`reference/sources/#${encodeURIComponent(id)}`, ROOT).href;
  if (!source) return h("a", { href }, id);
  return h("a", { href, title: source.dated }, `${source.publisher}: ${source.title}`);
}
