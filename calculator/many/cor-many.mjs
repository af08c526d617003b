/**
 * `<cor-many>`: answers a file of many employers, row by row, in the Python of this page. Nothing leaves the device.
 *
 * Dispatches `cor-many` when the rows are answered, `cor-problems` where the header cannot be used, and `cor-error`. This
 * file only declares the class; cor-many-define.mjs makes it known to the page.
 */

import { CorErrorEvent, CorProblemsEvent } from "../check/events.mjs";
import { download } from "../check/keep/keep.mjs";
import * as python from "../python/python.mjs";
import { today } from "../shared/words.mjs";
import { saidFor, withChoice } from "./columns.mjs";
import { CorManyEvent } from "./events.mjs";
import { guessed } from "./guess.mjs";
import { many } from "./results/counts.mjs";
import { Run } from "./run.mjs";
import { Screen } from "./screen.mjs";

/** @typedef {import("./run.mjs").State} State */
/** @typedef {import("./run.mjs").Ending} Ending */
/** @typedef {import("./run.mjs").Counts} Counts */
/** @typedef {{ source: Blob, name: string }} Given  `name`: what the file is called, for the reader */

const NO_COUNTS = { rows: 0, bad: 0, formulas: 0, dated: 0, undated: 0 };
const PASTED = "Pasted rows";

export class CorMany extends HTMLElement {
  /** @type {Screen | undefined} */
  screen;
  /** @type {Given | null} */
  #given = null;
  /** By header, what a person has said of columns: other files and checks keep it. @type {Record<string, string>} */
  #said = {};
  /** @type {Run | null} */
  #run = null;
  /** @type {Counts} */
  #counts = NO_COUNTS;
  #listening = new AbortController();

  async connectedCallback() {
    this.#listening.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    if (!this.screen && document.readyState === "loading") await this.#parsed();
    const root = this.querySelector("[data-cor]");
    if (!(root instanceof HTMLElement) || signal.aborted) return;
    if (!this.screen) this.#setUp(root);
    python.events.addEventListener("starting", (event) => this.#starting(event), { signal });
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#run?.stop();
  }

  #parsed() {
    return new Promise((go) => document.addEventListener("DOMContentLoaded", go, { once: true }));
  }

  /** @param {HTMLElement} root */
  #setUp(root) {
    const screen = new Screen(root, this, {
      choose: (header, key) => this.#choose(header, key),
      use: (check) => this.#use(check),
    });
    this.screen = screen;
    const on = (/** @type {string} */ selector, /** @type {string} */ event, /** @type {() => void} */ act) =>
      screen.find(selector).addEventListener(event, act);
    root.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
    on("[data-check]", "change", () => this.#changeCheck());
    on("[data-file]", "change", () => this.#takeChosen());
    on("[data-answer-paste]", "click", () => this.#takePasted());
    on("[data-stop]", "click", () => this.#run?.stop());
    on("[data-go-on]", "click", () => this.#goOn());
    on("[data-retry]", "click", () => this.#begin());
    on("[data-download]", "click", () => this.#download());
    on("[data-calendar]", "click", () => void this.#calendar());
    on("[data-print]", "click", () => window.print());
    this.#takeDropped(root);
    screen.chooseCheck(this.#check);
    if (python.state() === "waiting") python.prepare();
  }

  get #check() {
    return /** @type {HTMLSelectElement | undefined} */ (this.screen?.find("[data-check]"))?.value ?? "";
  }

  // ─── What is given ───

  #takeChosen() {
    const input = /** @type {HTMLInputElement} */ (this.screen?.find("[data-file]"));
    const [file] = input.files ?? [];
    if (file) this.#take(file, file.name);
    input.value = ""; // so that the same file can be chosen again, once it is mended
  }

  #takePasted() {
    const field = /** @type {HTMLTextAreaElement} */ (this.screen?.find("[data-paste]"));
    if (field.value.trim()) this.#take(new Blob([field.value]), PASTED);
    else field.focus();
  }

  /** @param {HTMLElement} root */
  #takeDropped(root) {
    root.addEventListener("dragover", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      root.dataset.drop = "";
    });
    root.addEventListener("dragleave", () => delete root.dataset.drop);
    root.addEventListener("drop", (event) => {
      delete root.dataset.drop;
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      this.#take(file, file.name);
    });
  }

  /** @param {Blob} source @param {string} name */
  #take(source, name) {
    this.#given = { source, name };
    this.#begin();
    this.screen?.goToRun();
  }

  /** @param {string} check */
  #use(check) {
    /** @type {HTMLSelectElement} */ (this.screen?.find("[data-check]")).value = check;
    this.#changeCheck();
    this.screen?.goToRun();
  }

  #changeCheck() {
    this.screen?.chooseCheck(this.#check);
    if (this.#given) this.#begin();
  }

  /** @param {string} header @param {string} key */
  #choose(header, key) {
    if (!this.screen) return;
    this.#said = { ...this.#said, ...withChoice(this.screen.columns, header, key) };
    this.#begin();
  }

  // ─── Answering ───

  /** @param {Record<string, string> | null} [guess]  null until the header is seen */
  #begin(guess = null) {
    const { screen } = this;
    if (!screen || !this.#given) return;
    this.#run?.abandon();
    const { source, name } = this.#given;
    const check = this.#check;
    const about = { check, asOf: today(), name };
    const chosen = saidFor(check, this.#said);
    this.#run = new Run(
      python,
      { ...about, source, chosen: { ...guess, ...chosen } },
      {
        begun: () => {
          this.#counts = NO_COUNTS;
          screen.begin(about, { chosen, guessed: guess ?? {} });
        },
        fed: (fed, share) => {
          if (guess === null && this.#guesses({ check, chosen, ...fed })) return;
          this.#counts = fed.counts;
          screen.fed(fed, share);
        },
        ended: (state, ending) => {
          const { header = [] } = ending;
          if (guess === null && state === "problem" && this.#guesses({ check, chosen, header, keys: {} })) return;
          this.#ended(state, ending);
        },
      },
    );
    this.#goOn();
  }

  /**
   * Begins again where the words of a header name questions; returns whether they do.
   *
   * @param {{ check: string, header: string[], keys: Record<string, string>, chosen: Record<string, string> }} read
   */
  #guesses({ check, ...columns }) {
    const guess = guessed(check, columns);
    const isAny = Object.keys(guess).length > 0;
    if (isAny) this.#begin(guess);
    return isAny;
  }

  #goOn() {
    const words = python.state() === "ready" ? "Answering" : "Getting the rules ready";
    this.screen?.show("running", words);
    this.screen?.note("");
    void this.#run?.go();
  }

  /** @param {Event} event */
  #starting(event) {
    const { share } = /** @type {import("../python/python.mjs").StartingEvent} */ (event);
    if (this.#run?.state !== "running" || share === null) return;
    this.screen?.show("running", `Getting the rules ready: ${Math.floor(share * 100)}%`);
  }

  /** @param {State} state @param {Ending} ending */
  #ended(state, { problems = [], header = [], failure }) {
    const { screen } = this;
    if (!screen) return;
    if (failure) {
      screen.fail(failure.message);
      this.dispatchEvent(new CorErrorEvent(failure));
    } else if (state === "problem") {
      screen.unreadable(
        problems.map(({ message }) => message),
        header,
      );
      this.dispatchEvent(new CorProblemsEvent({ problems }));
    } else if (state === "done" || state === "stopped") {
      screen.finish(state, this.#run?.ruleset ?? "");
      this.dispatchEvent(new CorManyEvent({ check: screen.about.check, state, counts: this.#counts }));
    }
  }

  // ─── What can be kept ───

  /** What a file of these rows is called, without its ending. */
  get #name() {
    const { name } = this.#given ?? { name: "" };
    const stem = name === PASTED ? "rows" : name.replace(/\.[^.]*$/u, "");
    const part = this.#run?.state === "done" ? "" : `-first-${this.#counts.rows}`;
    return `${stem}-${this.screen?.about.check}${part}`;
  }

  #download() {
    if (this.#run) download(`${this.#name}.csv`, this.#run.output(), "text/csv");
  }

  async #calendar() {
    const { screen } = this;
    if (!this.#run || !screen) return;
    if (!this.#counts.dated) return screen.note("No row has a date.");
    screen.note("Writing the calendar…");
    const calendar = await this.#run.calendar().catch(() => null);
    if (!calendar) return screen.note("The dates were lost: answer the file again.");
    const left = this.#counts.undated;
    download(`${this.#name}.ics`, calendar, "text/calendar");
    screen.note(
      left
        ? `The calendar holds the dates of the first ${many(this.#counts.dated)} rows that have any.`
        : "The calendar is written: each date begins with the name of its row.",
    );
  }
}
