/** What can be done with an answer: copy its link, print it, keep its dates or its data. */

import { button, h } from "../../shared/dom.mjs";

/** @typedef {import("../../shared/outcome.mjs").Outcome} Outcome */

/** What an iCalendar text begins each event with. */
const EVENT = "BEGIN:VEVENT";
const NONE_AHEAD = "None of these dates lies ahead: there is nothing to put into a calendar.";

/**
 * @typedef {object} Kept
 * @property {string} text  the outcome as Python wrote it
 * @property {string} link
 * @property {(text: string) => void} announce
 * @property {() => Promise<string>} calendar  asks for the dates as an iCalendar text
 */

/** @param {Outcome} outcome @param {Kept} kept */
export function keepPart(outcome, { text, link, announce, calendar }) {
  const field = /** @type {HTMLInputElement} */ (
    h("input", {
      type: "text",
      class: "cor-control",
      readonly: true,
      value: link,
      "aria-label": "Link with your answers",
      hidden: true,
    })
  );
  const none = h("p", { hidden: true }, NONE_AHEAD);
  const name = `${outcome.check}-${outcome.as_of}`;
  const keepDates = async () => {
    const dates = await calendar();
    if (dates.includes(EVENT)) return download(`${name}.ics`, dates, "text/calendar");
    none.hidden = false;
    announce(NONE_AHEAD);
  };
  const hasDates = outcome.results.some(({ dates }) => dates?.length);
  return h(
    "section",
    { class: "cor-keep", "aria-label": "Keep this answer" },
    button("Copy link", () => copy(link, field, announce), { "aria-describedby": "cor-keep-note" }),
    button("Print", () => window.print()),
    hasDates && button("Dates for your calendar", keepDates),
    button("Download as data", () => download(`${name}.json`, text, "application/json")),
    field,
    none,
    h(
      "p",
      { id: "cor-keep-note" },
      "The link contains your answers: whoever has it can read them. Nothing is sent anywhere.",
    ),
  );
}

/** @param {string} link @param {HTMLInputElement} field @param {(text: string) => void} announce */
async function copy(link, field, announce) {
  try {
    await navigator.clipboard.writeText(link);
    announce("Link copied. It contains your answers.");
  } catch {
    field.hidden = false;
    field.select();
    announce("Copy the link from the field. It contains your answers.");
  }
}

/**
 * Hands a text, or a file that was made here, to the visitor as a file, without a server.
 *
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function download(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
