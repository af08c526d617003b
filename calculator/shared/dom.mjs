/**
 * Builds elements. Text only ever becomes a text node, so nothing that came from an answer or a link is read as markup.
 */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | undefined>} Attributes  `true` sets an empty attribute; `false` and `undefined` leave it out */

/**
 * @param {string} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  return made(document.createElement(tag), attributes, children);
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  return made(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * @template {Element} T
 * @param {T} element
 * @param {Attributes} attributes
 * @param {Child[]} children
 * @returns {T}
 */
function made(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * A button that does something on this page.
 *
 * @param {string} text
 * @param {() => void} press
 * @param {Attributes} [attributes]
 */
export function button(text, press, attributes = {}) {
  const element = h("button", { type: "button", class: "cor-small", ...attributes }, text);
  element.addEventListener("click", press);
  return element;
}

/**
 * A part that opens on a tap. What is in it is built when it is first opened: most of an answer is never looked at.
 * Remembers by its name, in `open`, whether it is open, so that the next answer shows it as the reader left it.
 *
 * @param {{ name: string, open: Set<string>, summary: Child[], class?: string }} about
 * @param {() => Child[]} content
 */
export function folded({ name, open, summary, class: className = "cor-fold" }, content) {
  const element = /** @type {HTMLDetailsElement} */ (h("details", { class: className, "data-fold": name }));
  element.append(h("summary", {}, ...summary));
  const fill = () => element.childElementCount === 1 && element.append(...content().filter(isShown));
  if (open.has(name)) {
    fill();
    element.open = true;
  }
  element.addEventListener("toggle", () => {
    if (element.open) fill();
    if (element.open) open.add(name);
    else open.delete(name);
  });
  element.addEventListener("cor-unfold", fill);
  return element;
}

/** @param {Child} child @returns {child is Node | string} */
function isShown(child) {
  return child !== null && child !== undefined && child !== false;
}

/** Opens all folded parts for paper; returns what closes them again. @param {HTMLElement} root */
export function unfold(root) {
  const closed = /** @type {HTMLDetailsElement[]} */ ([...root.querySelectorAll("details[data-fold]:not([open])")]);
  for (const element of closed) {
    element.dispatchEvent(new Event("cor-unfold"));
    element.dataset.printed = "";
    element.open = true;
  }
  return () => {
    for (const element of closed) {
      element.open = false;
      delete element.dataset.printed;
    }
  };
}

/**
 * Brings a control into view by its label, so that the question is read with it, and gives it the focus.
 * A folded part of the form around it opens first.
 *
 * @param {HTMLElement} control
 * @param {{ atOnce?: boolean }} [how]
 */
export function goTo(control, { atOnce = calm() } = {}) {
  for (let at = control.closest("details"); at; at = at.parentElement?.closest("details") ?? null) at.open = true;
  const question = control.closest("[data-question], [data-row]") ?? control;
  question.scrollIntoView({ block: "start", behavior: atOnce ? "instant" : "smooth" });
  control.focus({ preventScroll: true });
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
