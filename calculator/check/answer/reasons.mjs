/** Each rule held against the answers: what decides is told, what is met is one line that opens, sources are a tap away. */

import { description, ruleLink, sourceLink } from "../../shared/description.mjs";
import { folded, h } from "../../shared/dom.mjs";
import { mark, toneOf } from "../../shared/marks.mjs";
import { capital } from "../../shared/words.mjs";

/** @typedef {import("../../shared/outcome.mjs").Finding} Finding */
/** @typedef {import("../../shared/outcome.mjs").Result} Result */
/** @typedef {import("./answer.mjs").Page} Page */

/** Letters of an answer that would take more than two lines of a phone. */
const LONG = 70;

/** @param {Result} result @param {Page} page */
export function reasonsPart(result, page) {
  if (result.verdict === null) return [fold("worked", "How this is worked out", result.findings, result, page)];
  const decides = result.findings.filter(({ met, decisive }) => decisive && met !== "yes");
  const met = result.findings.filter((finding) => finding.met === "yes");
  const rest = result.findings.filter((finding) => finding.met !== "yes" && !finding.decisive);
  const isOpen = result.verdict === "unknown"; // what is open is asked for above
  const told = decides.length > 0 && !isOpen;
  return [
    told && h("h4", { class: "cor-head" }, "Why"),
    told && list(decides, result, page),
    isOpen && fold("open", `${counted(decides.length)} still open`, decides, result, page),
    fold("met", metWords(met.length, result), met, result, page),
    fold("rest", `${counted(rest.length)} that ${rest.length === 1 ? "does" : "do"} not decide it`, rest, result, page),
  ];
}

/** @param {number} count */
function counted(count) {
  return `${count} ${count === 1 ? "condition" : "conditions"}`;
}

/** Results of these stages are not at their end: what is met today has to be met later as well. */
const GOES_ON = new Set(["first_maintenance", "second_maintenance", "recertification", "running"]);

/** @param {number} met @param {Result} result */
function metWords(met, { findings, stage }) {
  const all = findings.length;
  const words = met === 1 ? "The condition is met" : `All ${met} conditions are met`;
  if (met === all) return GOES_ON.has(stage ?? "") ? `${words} so far` : words;
  return `${met} of ${counted(all)} ${met === 1 ? "is" : "are"} met`;
}

/** @param {string} name  the same, however many they are @param {string} words @param {Finding[]} findings @param {Result} result @param {Page} page */
function fold(name, words, findings, result, page) {
  if (!findings.length) return null;
  return folded({ name: `${name} ${result.subject}`, open: page.open, summary: [words] }, () => [
    list(findings, result, page),
  ]);
}

/** @param {Finding[]} findings @param {Result} result @param {Page} page */
function list(findings, result, page) {
  return h("ul", { class: "cor-findings" }, ...findings.map((finding) => item(finding, result, page)));
}

/** @param {Finding} finding @param {Result} result @param {Page} page */
function item(finding, result, page) {
  const answered = finding.answer !== null || finding.needs !== null;
  return h(
    "li",
    { class: "cor-finding", "data-rule": finding.rule, "data-met": finding.met, "data-decisive": finding.decisive },
    h("p", {}, ...(result.verdict === null ? [] : metMark(finding.met)), finding.statement),
    answered &&
      h(
        "p",
        { class: "cor-answered" },
        !isLong(finding) && hasAnswer(finding) && yourAnswer(finding),
        finding.needs !== null && h("span", {}, "Needed: ", h("strong", {}, finding.needs)),
      ),
    sources(finding, result, page),
  );
}

/** Under a cross the words stand for all to see: a statement beside it could be read as what holds. @param {import("../../shared/outcome.mjs").Verdict} met */
function metMark(met) {
  const words = `${description.met[met]}: `;
  return [
    mark(toneOf(met)),
    met === "no" ? h("strong", {}, capital(words)) : h("span", { class: "cor-visually-hidden" }, words),
  ];
}

/** A long answer, such as a list of ties, stands in the form and opens with the source. @param {Finding} finding */
function isLong({ answer }) {
  return answer !== null && answer.length > LONG;
}

/** A condition that the partner's own rules decide asks no answer. @param {Finding} finding */
function hasAnswer({ answer, met }) {
  return answer !== null || met === "unknown";
}

/** @param {Finding} finding */
function yourAnswer({ answer }) {
  return h("span", {}, "Your answer: ", h("strong", {}, answer ?? "not known yet"));
}

/** @type {Record<string, string>} */
const BASES = {
  stated: "Stated by AASP",
  elsewhere: "Stated on another page",
  derived: "Follows from the sources",
  reading: "Our reading, as the sources do not settle it",
};

/** What is our own reading is said at once. @param {Finding} finding @param {Result} result @param {Page} page */
function sources(finding, { subject }, page) {
  const { rule, basis, sources: ids } = finding;
  const summary = [basis === "reading" ? "Our reading: source and rule" : "Source and rule"];
  return folded({ name: `${subject} ${rule}`, open: page.open, summary, class: "cor-source" }, () => [
    isLong(finding) && h("p", {}, yourAnswer(finding)),
    h(
      "p",
      {},
      `${BASES[basis] ?? basis}. Rule: `,
      ruleLink(rule),
      ". ",
      ...ids.flatMap((id, at) => [at ? "; " : ids.length > 1 ? "Sources: " : "Source: ", sourceLink(id)]),
      ids.length > 0 && ".",
    ),
  ]);
}
