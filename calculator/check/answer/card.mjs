/** A result on its card: what it is about, its tone and its headline, and what is put below them. */

import { subjectWords } from "../../shared/description.mjs";
import { h } from "../../shared/dom.mjs";
import { toneMark } from "../../shared/marks.mjs";
import { capital } from "../../shared/words.mjs";

/** @typedef {Pick<import("../../shared/outcome.mjs").Result, "subject" | "verdict" | "tone" | "headline">} Told */

/** @param {string} check @param {Told} result @param {...import("../../shared/dom.mjs").Child} below */
export function cardPart(check, { subject, verdict, tone, headline }, ...below) {
  const title = `cor-card-${subject}`;
  return h(
    "article",
    {
      class: `cor-card cor-tone-${tone}`,
      "aria-labelledby": title,
      "data-subject": subject,
      "data-verdict": verdict ?? "none",
      "data-tone": tone,
    },
    h("h3", { class: "cor-subject", id: title }, h("span", {}, capital(subjectWords(check, subject))), toneMark(tone)),
    h("p", { class: "cor-headline" }, headline),
    ...below,
  );
}
