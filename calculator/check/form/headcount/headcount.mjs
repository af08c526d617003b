/** The worksheet beside the number of employees: adds groups of people up and names those on whom the sources do not agree. */

import { h } from "../../../shared/dom.mjs";

/**
 * @param {HTMLElement} form
 * @param {{ announce: (text: string) => void, changed: () => void }} page
 */
export function workHeadcount(form, { announce, changed }) {
  const sheet = form.querySelector("[data-headcount]");
  if (!sheet) return;
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (sheet.querySelector(selector));
  const [total, open, use] = [find("[data-total]"), find("[data-open-list]"), find("[data-use]")];
  const target = /** @type {HTMLInputElement} */ (sheet.closest("[data-question]")?.querySelector("input"));
  const groups = [.../** @type {NodeListOf<HTMLInputElement>} */ (sheet.querySelectorAll("[data-group]"))];

  const count = () => {
    const counted = groups.filter((group) => group.dataset.counts !== undefined);
    const sum = counted.reduce((all, group) => all + people(group), 0);
    const undecided = groups.filter((group) => group.dataset.open !== undefined && people(group) > 0);
    total.textContent = String(sum);
    open.replaceChildren(...undecided.map((group) => h("li", {}, group.dataset.open ?? "")));
    use.toggleAttribute("disabled", sum === 0);
  };
  for (const type of ["input", "change"]) {
    sheet.addEventListener(type, (event) => {
      event.stopPropagation(); // a worksheet is no answer
      count();
    });
  }
  use.addEventListener("click", () => {
    target.value = total.textContent ?? "";
    target.focus();
    announce(`${total.textContent} entered as the number of employees.`);
    changed();
  });
}

/** @param {HTMLInputElement} group */
function people(group) {
  return /^\d{1,6}$/u.test(group.value.trim()) ? Number(group.value) : 0;
}
