/**
 * Brings a check to a page that has only `<cor-check check="…">`: its form and its style, made when the guide was built.
 *
 * Both go into a shadow root, so that neither page's styles and names meet the other's. What the page wrote inside
 * `<cor-check>` shows until the form comes, or if it never does.
 */

import { ROOT } from "../shared/description.mjs";
import { h } from "../shared/dom.mjs";

/** The folder of the scripts, in which the forms and the style lie as well. */
const FOLDER = new URL(".", import.meta.url);
const NAME = /^[a-z]{1,20}(-[a-z]{1,20}){0,2}$/;
const SHOWN = 40;

/**
 * @param {HTMLElement} element
 * @returns {Promise<HTMLElement | null>} the form and its place for the answer; null where there is none
 */
export async function bring(element) {
  const check = element.getAttribute("check") ?? "";
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  root.replaceChildren(h("slot"));
  try {
    const [style, form] = await Promise.all([text("check.css"), NAME.test(check) ? text(`embed/${check}.htm`) : null]);
    root.adoptedStyleSheets = [sheet(style ?? "")];
    if (form !== null) return fill(root, form);
    refuse(root, `There is no check named “${check.slice(0, SHOWN)}”.`);
  } catch {
    refuse(root, "The check could not be loaded; check the connection and try again.");
  }
  return null;
}

/** @param {string} name @returns {Promise<string | null>} null where there is no such file */
async function text(name) {
  const response = await fetch(new URL(name, FOLDER));
  return response.ok ? response.text() : null;
}

/** A style sheet made by a script is allowed by every policy, and applies before the form is there. @param {string} rules */
function sheet(rules) {
  const made = new CSSStyleSheet();
  made.replaceSync(rules);
  return made;
}

/** @param {ShadowRoot} root @param {string} form our own markup, the same for everyone: no answer is in it */
function fill(root, form) {
  const made = document.createElement("template");
  made.innerHTML = form;
  for (const link of made.content.querySelectorAll("a[href]"))
    if (!link.getAttribute("href")?.startsWith("#"))
      link.setAttribute("href", new URL(link.getAttribute("href") ?? "", new URL("embed/", FOLDER)).href);
  root.replaceChildren(made.content);
  root.addEventListener("click", openBeside);
  return /** @type {HTMLElement | null} */ (root.querySelector("[data-cor]"));
}

/** The guide opens beside the page, which would lose the answers. @param {Event} event */
function openBeside(event) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link?.href.startsWith(ROOT.href)) link.target = "_blank";
}

/** @param {ShadowRoot} root @param {string} sentence */
function refuse(root, sentence) {
  root.replaceChildren(h("p", { role: "status" }, sentence), h("slot"));
}
