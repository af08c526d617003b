/**
 * Builds elements. Text only ever becomes a text node, so nothing that came from an answer or a link is read as markup.
 */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * @param {string} tag
 * @param {Record<string, string | boolean>} [attributes] `true` sets an empty attribute, `false` leaves it out
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * A button that does something on this page.
 *
 * @param {string} text
 * @param {() => void} press
 * @param {Record<string, string | boolean>} [attributes]
 */
export function button(text, press, attributes = {}) {
  const made = h("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", press);
  return made;
}

/**
 * Brings a control into view by its label, so that the question is read with it, and gives it the focus.
 *
 * @param {HTMLElement} control
 */
export function goTo(control) {
  const question = control.closest("[data-question], [data-row]") ?? control;
  question.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
  control.focus({ preventScroll: true });
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
