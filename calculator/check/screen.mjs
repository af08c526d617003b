/** The side of a check that answers: what it is doing, the outcome, and the status bar at the foot of a phone. */

import { button, goTo, h, unfold } from "../shared/dom.mjs";
import { LiveRegion } from "../shared/live-region.mjs";
import { answerParts, toldOf } from "./answer/answer.mjs";
import { keepPart } from "./keep/keep.mjs";
import { sheetPart } from "./keep/sheet.mjs";
import { overviewParts, standing } from "./overview/overview.mjs";
import { liveRegionWords, STATES, statusBarWords } from "./status-bar/status-bar.mjs";

/** @typedef {import("../shared/outcome.mjs").Outcome} Outcome */
/** @typedef {import("../shared/outcome.mjs").Drawings} Drawings */
/** @typedef {import("./status-bar/status-bar.mjs").State} State */
/** @typedef {import("./answer/answer.mjs").Page} Page */
/** @typedef {Omit<Page, "asOf" | "assumptions" | "open">} Around  what the form does for an answer */

const UNREADABLE = "One answer could not be read. Correct it to see the result.";

export class Screen {
  /** Names of the folded parts that the reader has opened. @type {Set<string>} */
  #open = new Set();
  /** What leads to the answer that cannot be read, while there is one. @type {(() => void) | null} */
  #leads = null;
  /** @type {(Node | string)[]} */
  #statusBarWords = [];
  /** Where the answers of a link came from. */
  #arrived = "";

  /** @param {HTMLElement} root @param {HTMLElement} host  the element, whose state others may read @param {string} check @param {Around} around */
  constructor(root, host, check, around) {
    this.root = root;
    this.host = host;
    this.check = check;
    this.around = around;
    this.liveRegion = new LiveRegion(this.find("[data-live-region]"));
    this.begin = this.find("[data-outcome]").innerHTML;
    this.find("[data-status-bar-words]").addEventListener("click", () => {
      if (this.#leads) this.#leads();
      else this.goToAnswer();
    });
  }

  /** Hides the status bar while the answer itself is in sight, and opens what is folded for paper. @param {AbortSignal} signal */
  listen(signal) {
    const observer = new IntersectionObserver(([entry]) => {
      this.root.toggleAttribute("data-answer-in-sight", entry?.isIntersecting ?? false);
    });
    observer.observe(this.find("[data-answer]"));
    signal.addEventListener("abort", () => observer.disconnect());
    let fold = () => {};
    window.addEventListener("beforeprint", () => (fold = unfold(this.find("[data-answer]"))), { signal });
    window.addEventListener("afterprint", () => fold(), { signal });
  }

  /** @param {string} selector */
  find(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  /** Where form and answer stand side by side, the answer is in sight already. */
  goToAnswer(atOnce = false) {
    const title = this.find("#cor-answer-title");
    const { top, bottom } = title.getBoundingClientRect();
    if (top >= 0 && bottom < window.innerHeight / 2) title.focus({ preventScroll: true });
    else goTo(title, atOnce ? { atOnce } : {});
  }

  /** @param {State} state @param {string} [words] */
  show(state, words = STATES[state]) {
    this.host.dataset.state = state;
    const place = this.find("[data-state-words]");
    place.replaceChildren(state === "problem" ? this.#lead(words) : words);
    this.find("[data-instead]").hidden = state !== "failed";
    const isIdle = state === "ready" || state === "waiting" || (state === "starting" && !this.#statusBarWords.length);
    this.find("[data-status-bar]").hidden = isIdle;
    this.find("[data-status-bar-words]").replaceChildren(...(state === "answered" ? this.#statusBarWords : [words]));
    if (state !== "problem") this.#leads = null;
  }

  /** What leads to the answer that cannot be read. @param {string} words */
  #lead(words) {
    return button(words, () => this.#leads?.());
  }

  /** @param {Outcome} outcome @param {Drawings} drawings @param {{ text: string, link: string, calendar: () => Promise<string> }} more */
  answered(outcome, drawings, { text, link, calendar }) {
    const page = { ...this.around, asOf: outcome.as_of, assumptions: outcome.assumptions, open: this.#open };
    const kept = { text, link, calendar, announce: (/** @type {string} */ words) => this.liveRegion.say(words) };
    const { parts, bar, live } =
      this.check === "overview" ? this.#overview(outcome, drawings, page) : this.#one(outcome, drawings, page);
    this.#statusBarWords = bar;
    this.find("[data-outcome]").toggleAttribute("data-expired", drawings.expired);
    const arrived = this.#arrived
      ? [h("p", { class: "cor-arrived", role: "note", "data-arrived": true }, this.#arrived)]
      : [];
    this.#fill(...arrived, ...parts, keepPart(outcome, kept), sheetPart(outcome, drawings.answers, link));
    this.show("answered");
    this.liveRegion.sayLater(live);
  }

  /** @param {Outcome} outcome @param {Drawings} drawings @param {Page} page */
  #one(outcome, drawings, page) {
    const told = toldOf(outcome, drawings, page);
    return {
      parts: answerParts(outcome, told, page),
      bar: statusBarWords(this.check, told),
      live: liveRegionWords(this.check, told),
    };
  }

  /** @param {Outcome} outcome @param {Drawings} drawings @param {Page} page */
  #overview(outcome, drawings, page) {
    const told = standing(outcome, drawings);
    const heads = (told.head?.told ?? told.begun[0]?.told.slice(0, 1) ?? []).filter(({ entry }) => !entry.problems);
    const next = told.dates.slice(0, 1);
    const shown = heads.map((one) => /** @type {any} */ ({ result: one.entry, next: [...next, ...one.next] }));
    const [head] = heads;
    const words = head ? liveRegionWords(head.entry.check, shown) : "Where you stand";
    const bar = head ? statusBarWords(head.entry.check, shown) : [words];
    return { parts: overviewParts(outcome, told, page), bar, live: words };
  }

  /** @param {() => void} leads  to the answer that cannot be read */
  unreadable(leads) {
    this.show("problem");
    this.#leads = leads;
    this.#fill(h("p", { class: "cor-empty" }, UNREADABLE));
  }

  empty() {
    this.#statusBarWords = [];
    this.find("[data-outcome]").innerHTML = this.begin; // our own markup, as it came with the page
  }

  /** Says with the next answers where those of the form came from. @param {string} words  or nothing */
  arrived(words) {
    this.#arrived = words;
  }

  /** Says something about the visitor's own answers and file, with what can be done about it. @param {string} words @param {...Node} more */
  note(words, ...more) {
    this.find("[data-own-note]").replaceChildren(words, ...more);
  }

  /** @param {...HTMLElement} parts */
  #fill(...parts) {
    this.find("[data-outcome]").replaceChildren(...parts);
  }
}
