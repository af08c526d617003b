/**
 * What cannot be read, said in the same words beside the field and in a summary above the form.
 */

import { goTo, h } from "../../shared/dom.mjs";
import { reveal } from "./after.mjs";

/** @typedef {import("../../shared/outcome.mjs").Problem} Problem */
/** @typedef {import("./answers.mjs").Places} Places */

/**
 * Shows these problems and no others.
 *
 * @param {HTMLFormElement} form
 * @param {Problem[]} problems
 * @param {Places} places
 */
export function showProblems(form, problems, places) {
  clear(form);
  const summary = /** @type {HTMLElement} */ (form.querySelector("[data-summary]"));
  const list = /** @type {HTMLElement} */ (summary.querySelector("ul"));
  list.replaceChildren(...problems.map((problem) => item(problem, placeOf(problem.path, places))));
  summary.hidden = problems.length === 0;
}

/**
 * What cannot be used of a link, in sentences.
 *
 * @param {import("../link/fragment.mjs").Link} link
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
function clear(form) {
  for (const note of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-problem]"))) {
    note.textContent = "";
    note.hidden = true;
  }
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
}

/** The place of a path, or the nearest one around it. @param {string} path @param {Places} places */
export function placeOf(path, places) {
  for (let at = path; at; at = at.slice(0, Math.max(at.lastIndexOf("."), 0))) {
    const found = places.get(at);
    if (found) return found;
  }
  return null;
}

/** The control of a place that is to be changed. @param {Element | null} place */
export function controlAt(place) {
  const control = place?.querySelector("input, select");
  return control instanceof HTMLElement ? control : null;
}

/** In a list the summary also says in which row. @param {Problem} problem @param {HTMLElement | null} place */
function item(problem, place) {
  const title = place?.closest("[data-row]")?.querySelector(".cor-row-title, label")?.textContent?.trim();
  return h("li", {}, title && `${title.replace(/\s+/gu, " ")}: `, entry(problem, place));
}

/** @param {Problem} problem @param {HTMLElement | null} place */
function entry({ message }, place) {
  const control = controlAt(place);
  if (!place || !control) return message;
  for (const each of place.matches("[data-row]") ? place.querySelectorAll("input, select") : [control])
    each.setAttribute("aria-invalid", "true");
  const note = place.querySelector("[data-problem]");
  if (note instanceof HTMLElement) {
    note.textContent = note.textContent ? `${note.textContent} ${message}` : message;
    note.hidden = false;
  }
  const link = h("a", { href: `#${control.id}` }, message);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    reveal(place);
    goTo(control);
  });
  return link;
}
