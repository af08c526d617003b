/** Each rule held against the answers: its mark, the answer, what is needed, its basis and its sources. */

import { h } from "./dom.mjs";
import { mark } from "./marks.mjs";
import { ruleLink, sourceLink } from "./names.mjs";
import { basisWords, metWords } from "./words.mjs";

/** @typedef {import("./result.mjs").Finding} Finding */
/** @typedef {import("./result.mjs").Page} Page */

/** @param {import("./result.mjs").Result} result @param {Page} page */
export function findingsPart(result, page) {
  if (!result.findings.length) return [];
  return [
    h("h4", {}, "Why"),
    h(
      "ul",
      { class: "cor-findings" },
      ...result.findings.map((finding) => findingItem(finding, result.verdict !== null, page)),
    ),
  ];
}

/** @param {Finding} finding @param {boolean} decides  whether the check decides anything that a rule could be met for @param {Page} page */
function findingItem(finding, decides, { names }) {
  return h(
    "li",
    { class: "cor-finding", "data-rule": finding.rule, "data-met": finding.met, "data-decisive": finding.decisive },
    h(
      "p",
      {},
      decides && h("span", { class: `cor-met cor-${finding.met}` }, mark(finding.met), metWords(finding.met)),
      " ",
      finding.statement,
    ),
    h(
      "dl",
      {},
      h("div", {}, h("dt", {}, "Your answer"), h("dd", {}, finding.answer ?? "not known yet")),
      finding.needs && h("div", {}, h("dt", {}, "Needed"), h("dd", {}, finding.needs)),
    ),
    h(
      "p",
      { class: "cor-basis" },
      `${basisWords(finding.basis)}. Rule: `,
      ruleLink(names, finding.rule),
      ". ",
      ...sources(finding, names),
    ),
  );
}

/** @param {Finding} finding @param {import("./names.mjs").Names} names */
function sources(finding, names) {
  if (!finding.sources.length) return [];
  const links = finding.sources.flatMap((id, at) => [at ? "; " : "", sourceLink(names, id)]);
  return [finding.sources.length > 1 ? "Sources: " : "Source: ", ...links, "."];
}
