/** What `<cor-many>` shows: how far it is, how the columns were understood, the counts, the problems and the table. */

import { checkNamed, ROOT } from "../shared/description.mjs";
import { button, goTo, h } from "../shared/dom.mjs";
import { LiveRegion } from "../shared/live-region.mjs";
import { dayWords } from "../shared/words.mjs";
import { columnsTable, columnsWords, unused } from "./columns.mjs";
import { betterCheck } from "./guess.mjs";
import { counted, countsPart, many, problemsPart } from "./results/counts.mjs";
import { MOST_KEPT, Rows } from "./results/rows.mjs";
import { tablePart } from "./results/table.mjs";

/** @typedef {import("./run.mjs").State} State */
/** @typedef {import("./run.mjs").Counts} Counts */
/** @typedef {import("./results/rows.mjs").Filter} Filter */
/** @typedef {import("./results/rows.mjs").Order} Order */
/** @typedef {import("./columns.mjs").Columns} Columns */
/** @typedef {{ check: string, asOf: string, name: string }} About  of what the rows are: `name`: the file's */
/**
 * What the element does for the columns.
 *
 * @typedef {object} Page
 * @property {(header: string, key: string) => void} choose
 * @property {(check: string) => void} use  answers the file by another check
 */

/** While rows come, counts and table are painted this often: each time costs what a piece of the file does. */
const PAINT_MS = 250;

export class Screen {
  rows = new Rows();
  /** @type {Columns} */
  columns = { header: [], keys: {}, chosen: {}, guessed: {} };
  /** @type {About} */
  about = { check: "", asOf: "", name: "" };
  /** @type {{ filter: Filter, text: string, order: Order }} */
  #view = { filter: null, text: "", order: "problems" };
  #page = 0;
  #painted = 0;
  /** @type {Counts | null} */
  #counts = null;

  /** @param {HTMLElement} root @param {HTMLElement} host  the element, whose state others may read @param {Page} page */
  constructor(root, host, page) {
    this.root = root;
    this.host = host;
    this.page = page;
    this.liveRegion = new LiveRegion(this.find("[data-live-region]"));
    this.find("[data-find]").addEventListener("input", ({ target }) =>
      this.#look({ text: /** @type {HTMLInputElement} */ (target).value }),
    );
    this.find("[data-order]").addEventListener("change", ({ target }) =>
      this.#look({ order: /** @type {Order} */ (/** @type {HTMLSelectElement} */ (target).value) }),
    );
  }

  /** @param {string} selector */
  find(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  /** What belongs to the check that is chosen. @param {string} name */
  chooseCheck(name) {
    this.find("[data-summary]").textContent = checkNamed(name)?.summary ?? "";
    const lead = (/** @type {string} */ link, /** @type {string} */ to) =>
      this.find(link).setAttribute("href", new URL(to, ROOT).href);
    lead("[data-template-link]", `many/templates/${name}.csv`);
    lead("[data-columns-link]", `many/columns/#${name}`);
  }

  /** A file is begun: nothing of another one is left. @param {About} about @param {Pick<Columns, "chosen" | "guessed">} said */
  begin(about, said) {
    this.about = about;
    this.columns = { header: this.columns.header, keys: {}, ...said };
    this.rows = new Rows();
    this.#counts = null;
    this.#page = 0;
    this.#view.filter = null;
    this.find("[data-problems]").replaceChildren();
    this.find("[data-results]").hidden = true;
    this.find("[data-run]").hidden = false;
    this.find("[data-title]").textContent = about.name;
    this.#progress(0);
  }

  /** @param {import("./run.mjs").Fed} fed @param {number} share */
  fed({ rows, header, keys, counts }, share) {
    const isFirst = this.#counts === null;
    this.rows.add(rows);
    this.#counts = counts;
    this.columns = { ...this.columns, header, keys };
    this.#progress(share);
    this.#words(`${counted(counts.rows, "row")} read, ${Math.floor(share * 100)}%`);
    if (isFirst && header.length) this.#showColumns(false);
    const now = performance.now();
    if (now - this.#painted < PAINT_MS) return;
    this.#painted = now;
    this.#paint();
  }

  /** @param {State} state @param {string} [words] */
  show(state, words = "") {
    this.host.dataset.state = state;
    const isOn = (/** @type {string} */ button, /** @type {State[]} */ ...states) =>
      (this.find(button).hidden = !states.includes(state));
    isOn("[data-progress]", "running", "stopped");
    isOn("[data-stop]", "running");
    isOn("[data-go-on]", "stopped");
    isOn("[data-retry]", "failed");
    if (words) this.#words(words);
  }

  /** All rows are answered, or as many as there were when it was stopped. @param {State} state @param {string} ruleset */
  finish(state, ruleset) {
    const { rows, bad } = this.#counts ?? { rows: 0, bad: 0 };
    const answered = `${counted(rows - bad, "row")} answered for ${dayWords(this.about.asOf)}`;
    const unread = bad ? `, ${bad === 1 ? "one" : many(bad)} not: ${bad === 1 ? "it" : "they"} cannot be read` : "";
    const words =
      state === "done"
        ? `${answered}${unread}.`
        : `Stopped after ${counted(rows, "row")}: the table and the download hold these. ${answered}${unread}.`;
    this.show(state, words);
    this.liveRegion.say(words);
    this.#paint();
    const title = checkNamed(this.about.check)?.title ?? "";
    this.find("[data-sheet]").textContent =
      `${this.about.name}. Check: ${title} ${words} Rules in force since ${dayWords(ruleset)}. An independent guide, not legal advice.`;
  }

  /** The header cannot be used. @param {string[]} messages @param {string[]} header */
  unreadable(messages, header) {
    this.columns = { ...this.columns, header };
    this.find("[data-problems]").replaceChildren(...messages.map((words) => h("p", { class: "cor-problem" }, words)));
    const isMended = header.length > 0;
    this.#showColumns(isMended);
    this.find("[data-columns]").hidden = !isMended;
    this.show("problem", isMended ? "Say below which column answers which question." : "Nothing is answered yet.");
    this.liveRegion.say(messages.join(" "));
  }

  /** @param {string} words */
  fail(words) {
    this.show("failed", words);
    this.liveRegion.say(words);
  }

  /** @param {string} words */
  note(words) {
    this.find("[data-keep-note]").textContent = words;
    this.liveRegion.say(words);
  }

  goToRun() {
    goTo(this.find("[data-title]"));
  }

  // ─── Parts ───

  /** @param {boolean} isOpen  whether something is to be chosen there */
  #showColumns(isOpen) {
    const { check } = this.about;
    const part = /** @type {HTMLDetailsElement} */ (this.find("[data-columns]"));
    part.hidden = false;
    if (isOpen) part.open = true;
    const words = this.find("[data-columns-words]");
    words.textContent = columnsWords(check, this.columns);
    words.hidden = this.columns.header.length === 0;
    words.classList.toggle("cor-note", unused(this.columns).length > 0 || Object.keys(this.columns.guessed).length > 0);
    this.find("[data-columns-table]").replaceChildren(columnsTable(check, this.columns, this.page.choose));
    this.#offerBetter();
  }

  #offerBetter() {
    const { header } = this.columns;
    const better = betterCheck(this.about.check, header);
    const place = this.find("[data-better]");
    place.hidden = better === null;
    if (!better) return;
    const { title, name } = better.check;
    place.replaceChildren(
      `“${title}” reads ${better.read} of your ${counted(header.length, "column")}. `,
      button("Use that check", () => this.page.use(name)),
    );
  }

  #paint() {
    const { check } = this.about;
    this.find("[data-results]").hidden = false;
    this.find("[data-counts]").replaceChildren(
      countsPart(check, this.rows, this.#view.filter, (filter) => this.#look({ filter })),
    );
    this.find("[data-mend]").replaceChildren(...[problemsPart(this.rows)].filter((part) => part !== null));
    this.#showFormulas();
    this.#paintTable();
  }

  #showFormulas() {
    const number = this.#counts?.formulas ?? 0;
    const place = this.find("[data-formulas]");
    place.hidden = number === 0;
    place.textContent = `This file holds ${counted(number, "cell")} that a spreadsheet would run as ${number === 1 ? "a formula" : "formulas"}: they begin with =, +, - or @. Every cell passes through unchanged, into the download as well. Look at them before you open it in a spreadsheet.`;
  }

  #paintTable() {
    const { check, asOf } = this.about;
    const turn = (/** @type {number} */ page) => {
      this.#page = page;
      this.#paintTable();
      this.find("[data-table]").scrollIntoView({ block: "start" });
    };
    const parts = tablePart(check, this.rows.shown(this.#view), this.#page, asOf, turn);
    const left = this.rows.all - this.rows.kept.length;
    const note = left > 0 && h("p", {}, `The table holds the first ${many(MOST_KEPT)} rows. The download holds all.`);
    this.find("[data-table]").replaceChildren(...[note, ...parts].filter((part) => part !== null && part !== false));
  }

  /** @param {Partial<{ filter: Filter, text: string, order: Order }>} change */
  #look(change) {
    this.#view = { ...this.#view, ...change };
    this.#page = 0;
    if ("filter" in change) this.#paint();
    else this.#paintTable();
  }

  /** @param {number} share */
  #progress(share) {
    /** @type {HTMLProgressElement} */ (this.find("[data-progress]")).value = share;
  }

  /** @param {string} words */
  #words(words) {
    this.find("[data-state-words]").textContent = words;
  }
}
