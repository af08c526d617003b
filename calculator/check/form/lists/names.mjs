/** A list of names to begin with: one partner's, said to be so beside the button. */

import { fillForm, readForm } from "./answers.mjs";

/**
 * @param {import("./shape.mjs").Question[]} questions
 * @param {{ announce: (text: string) => void, changed: () => void }} page
 */
export function workStarter(questions, { announce, changed }) {
  for (const question of questions) {
    const starter = question.element.querySelector("[data-starter]");
    if (!(starter instanceof HTMLElement)) continue;
    starter.addEventListener("click", () => {
      const names = (starter.dataset.starter ?? "").split(";").map((name) => name.trim());
      const given = readForm([question]).answers[question.key];
      const rows = names.map((name) => ({ name: name.charAt(0).toUpperCase() + name.slice(1) }));
      fillForm([question], {
        [question.key]: [...(Array.isArray(given) ? /** @type {Record<string, string>[]} */ (given) : []), ...rows],
      });
      announce(`${names.length} rows added.`);
      changed();
    });
  }
}
