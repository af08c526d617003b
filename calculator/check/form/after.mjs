/**
 * Questions that are asked only once another one is answered, which is the page's alone: "Has the audit been done?"
 * before its scores. It is no answer that a rule reads, and stands in no link.
 */

import { readControl } from "./answers.mjs";

/** @typedef {import("./questions.mjs").Field} Field */

/**
 * @param {HTMLFormElement} form
 * @param {() => void} changed
 */
export function workAfter(form, changed) {
  for (const gate of gatesOf(form)) {
    gate.addEventListener("change", () => {
      show(form, gate);
      changed();
    });
  }
}

/** Opens what answers stand in, as a link or a file brings them. @param {HTMLFormElement} form @param {Field[]} fields @param {Record<string, unknown>} answers */
export function openAfter(form, fields, answers) {
  for (const gate of gatesOf(form)) {
    const part = partOf(form, gate);
    const isAnswered = fields.some(({ key, element }) => part?.contains(element) && answers[key] !== undefined);
    for (const choice of /** @type {NodeListOf<HTMLInputElement>} */ (gate.querySelectorAll("input")))
      choice.checked = isAnswered && choice.value === "yes";
    show(form, gate);
  }
}

/** Shows a part, for a link of the page that leads into it. @param {HTMLElement} element a question */
export function reveal(element) {
  const form = element.closest("form");
  const part = element.closest("[data-asked-after][hidden]");
  if (!form || !(part instanceof HTMLElement)) return;
  const gate = gatesOf(form).find((one) => one.dataset.asksFor === part.dataset.askedAfter);
  const yes = gate?.querySelector("input[value=yes]");
  if (gate && yes instanceof HTMLInputElement) {
    yes.checked = true;
    show(form, gate);
  }
}

/**
 * The question that comes before another one, while it hides it.
 *
 * @param {HTMLElement} element  a question
 * @returns {{ words: string, control: HTMLElement, said: string } | null}
 */
export function askedBefore(element) {
  const form = element.closest("form");
  const part = element.closest("[data-asked-after][hidden]");
  if (!form || !(part instanceof HTMLElement)) return null;
  const gate = gatesOf(form).find((one) => one.dataset.asksFor === part.dataset.askedAfter);
  const control = gate?.querySelector("input");
  return gate && control
    ? { words: gate.querySelector("legend")?.textContent ?? "", control, said: readControl(gate) }
    : null;
}

/** @param {HTMLFormElement} form */
function gatesOf(form) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-asks-for]"))];
}

/** @param {HTMLFormElement} form @param {HTMLElement} gate */
function partOf(form, gate) {
  return form.querySelector(`[data-asked-after="${gate.dataset.asksFor}"]`);
}

/** @param {HTMLFormElement} form @param {HTMLElement} gate */
function show(form, gate) {
  const part = partOf(form, gate);
  if (part instanceof HTMLElement) part.hidden = readControl(gate) !== "yes";
}
