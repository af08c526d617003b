/**
 * Brings a check to a page that has only `<cor-check check="…">`: its form and its style, made when the guide was built.
 *
 * Both go into a shadow root, so that neither page's styles and names meet the other's. The form there is the one of our
 * own pages, in its own `<cor-check>`, and works as it does there. What the page wrote inside `<cor-check>` shows until it comes, or if it never does.
 */

import { h } from "./dom.mjs";
import { ROOT } from "./names.mjs";

const FOLDER = new URL("embed/", import.meta.url);
const NAME = /^[a-z]{1,20}(-[a-z]{1,20}){0,2}$/;
const SHOWN = 40;

/** @param {HTMLElement} element */
export async function bring(element) {
  const check = element.getAttribute("check") ?? "";
  if (element.shadowRoot) return;
  const root = element.attachShadow({ mode: "open" });
  root.append(h("slot"));
  try {
    const [style, form] = await Promise.all([text("embed.css"), NAME.test(check) ? text(`${check}.htm`) : null]);
    root.adoptedStyleSheets = [sheet(style ?? "")];
    if (form === null) refuse(root, `There is no check named “${check.slice(0, SHOWN)}”.`);
    else fill(root, form);
  } catch {
    refuse(root, "The check could not be loaded; check the connection and try again.");
  }
}

/** @param {string} name @returns {Promise<string | null>} null where there is no such file */
async function text(name) {
  const response = await fetch(new URL(name, FOLDER));
  return response.ok ? response.text() : null;
}

/** A sheet made by a script needs no leave of the page's policy, and is there before the form is. @param {string} rules */
function sheet(rules) {
  const made = new CSSStyleSheet();
  made.replaceSync(rules);
  return made;
}

/** @param {ShadowRoot} root @param {string} form our own markup, the same for everyone: no answer is in it */
function fill(root, form) {
  const made = document.createElement("template");
  made.innerHTML = form;
  for (const link of made.content.querySelectorAll("a"))
    link.href = new URL(link.getAttribute("href") ?? "", FOLDER).href;
  root.replaceChildren(made.content);
  root.addEventListener("click", openBeside);
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
