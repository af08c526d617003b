/**
 * What cannot be read, said in the same words beside the field and in a summary above the form.
 */

import { goTo, h } from "./dom.mjs";

/** @typedef {{ path: string, code: string, message: string }} Problem */

/**
 * Shows these problems and no others.
 *
 * @param {HTMLFormElement} form
 * @param {Problem[]} problems
 * @param {Map<string, HTMLElement>} fields  where each path stands
 * @returns {HTMLElement} the summary
 */
export function showProblems(form, problems, fields) {
  clearFields(form);
  const summary = /** @type {HTMLElement} */ (form.querySelector("[data-summary]"));
  const list = /** @type {HTMLElement} */ (summary.querySelector("ul"));
  list.replaceChildren(...problems.map((problem) => item(problem, placeOf(problem.path, fields))));
  summary.hidden = problems.length === 0;
  return summary;
}

/**
 * What cannot be used of a link, in sentences.
 *
 * @param {import("./fragment.mjs").Link} link
 * @returns {Problem[]}
 */
export function linkProblems({ refused, left, cut }) {
  const problem = (/** @type {string} */ message) => ({ path: "", code: "link", message });
  if (refused !== null) {
    const which = refused ? `version “${refused}” of this form` : "no version of this form that we know";
    return [problem(`This link was made for ${which}, so nothing of it was filled in. Answer the questions here.`)];
  }
  return [
    ...left.map((key) => problem(`The link also holds “${key}”, which this form does not ask. It was left out.`)),
    ...cut.map((noun) => problem(`The link holds more of ${noun} than this form takes. The rest was left out.`)),
  ];
}

/** @param {HTMLFormElement} form */
function clearFields(form) {
  for (const note of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-problem]"))) {
    note.textContent = "";
    note.hidden = true;
  }
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
}

/** The field at a path, or the nearest one around it. @param {string} path @param {Map<string, HTMLElement>} fields */
function placeOf(path, fields) {
  for (let at = path; at; at = at.slice(0, Math.max(at.lastIndexOf("."), 0))) {
    const found = fields.get(at);
    if (found) return found;
  }
  return null;
}

/** In a list the summary also says in which row. @param {Problem} problem @param {HTMLElement | null} field */
function item(problem, field) {
  const title = field?.closest("[data-row]")?.querySelector(".cor-row-title, label")?.textContent?.trim();
  return h("li", {}, title && `${title}: `, entry(problem, field));
}

/** @param {Problem} problem @param {HTMLElement | null} field */
function entry(problem, field) {
  const control = field?.querySelector("input, select");
  if (!field || !(control instanceof HTMLElement)) return problem.message;
  for (const each of field.matches("[data-row]") ? field.querySelectorAll("input, select") : [control])
    each.setAttribute("aria-invalid", "true");
  const note = /** @type {HTMLElement | null} */ (field.querySelector("[data-problem]"));
  if (note) {
    note.textContent = note.textContent ? `${note.textContent} ${problem.message}` : problem.message;
    note.hidden = false;
  }
  const link = h("a", { href: `#${control.id}` }, problem.message);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(control);
  });
  return link;
}
